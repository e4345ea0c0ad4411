import gettext
from pathlib import Path

import pytest

from desktop.domain.errors import BadInput, DatabaseRefused, NotFound
from desktop.language.tags import LANGUAGES
from desktop.language.translation import Translator, fields_of, knows, same_fields, translator


class Slipping(gettext.NullTranslations):
    """A catalogue in which somebody has spoilt the fields."""

    def gettext(self, message: str) -> str:
        return {"Event: {title}": "Acto: {titulo}", "Saved": "Guardado {por_quien}"}[message]

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return "{m} invitados"


def test_a_translator_speaks_its_language():
    assert translator("es").text("Coffee break") == "Pausa café"
    assert translator("kk").text("Event: {title}", title="Ашылуы") == "Іс-шара: Ашылуы"
    assert translator("ar-EG").text("Saved") == translator("ar").text("Saved")


def test_english_is_the_source_and_what_other_languages_get():
    assert translator("en").text("Coffee break") == "Coffee break"
    assert translator("fr").text("Coffee break") == "Coffee break"
    assert not knows("fr")
    assert all(knows(language) for language in [*LANGUAGES, "ar-EG", "kk-Latn"])


def test_kazakh_in_latin_letters_is_kazakh():
    assert translator("kk-Latn").text("Lunch") == "Tüskı as"
    assert translator("kk-Latn").text("booth {n}", n="2") == "2-kabina"


def test_a_value_with_braces_is_not_read_again():
    assert (
        translator("es")
        .text("Event: {title}", title="{evil.__class__}")
        .endswith("{evil.__class__}")
    )


def test_a_translation_that_breaks_its_fields_is_passed_over():
    t = Translator("es", Slipping())
    assert t.text("Event: {title}", title="X") == "Event: X"
    assert t.text("Saved") == "Saved"
    assert t.plural("{n} guest", "{n} guests", 1) == "1 guest"
    assert t.plural("{n} guest", "{n} guests", 1200) == "1.200 guests"


@pytest.mark.parametrize(
    ("source", "translation", "plural", "same"),
    [
        ("{n} guests", "{n} invitados", True, True),
        ("{n} guests", "un invitado", True, True),
        ("{n} guests", "un invitado", False, False),
        ("{n} of {all}", "{n}", True, False),
        ("{name}", "{name", False, False),
        ("50%", "50 %", False, True),
    ],
)
def test_same_fields(source: str, translation: str, plural: bool, same: bool):
    assert same_fields(source, translation, plural=plural) is same


def test_fields_of_an_unclosed_brace_are_no_fields_of_any_source():
    assert fields_of("{name") == {"{"}


def test_an_error_is_told_with_its_place_and_its_words_translated():
    error = NotFound("This {what} was deleted in the meantime.", what="room", place="line 3")
    assert str(error) == "line 3: This room was deleted in the meantime."
    assert translator("es").error(error) == "línea 3: Se eliminó entretanto: sala."
    assert str(error.at("line 7")).startswith("line 7: This room")


def test_a_place_in_a_file_is_told_in_the_readers_language():
    spanish = translator("es")
    assert spanish.placed("line 7", "No.") == "línea 7: No."
    assert spanish.placed("line 7, column 12", "No.") == "línea 7, columna 12: No."
    assert spanish.placed("$.days[0]", "No.") == "$.days[0]: No."
    assert spanish.placed("", "No.") == "No."
    assert translator("es").error(BadInput("{never} translated")) == "{never} translated"


def test_a_path_keeps_its_order_in_an_arabic_sentence():
    error = DatabaseRefused(
        "{file} is open in another window; close it there.", file=Path("/a/b.db")
    )
    assert "\N{LEFT-TO-RIGHT ISOLATE}" in translator("ar").error(error)
    assert translator("en").error(error).startswith("/a/b.db is open")
