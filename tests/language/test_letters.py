"""The letters that come with the program, and merge fields."""

from contextlib import nullcontext

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.errors import BadInput
from desktop.domain.message import Purpose
from desktop.language import letters, tags

FACTS = dict.fromkeys(letters.FIELDS, "x")


@pytest.mark.parametrize("purpose", Purpose)
def test_every_letter_is_there_in_every_language_with_known_fields(purpose: Purpose) -> None:
    letter = letters.standard(purpose)
    for texts in (letter.subject, letter.body):
        assert set(texts.languages) == set(tags.LANGUAGES)
        for _, text in texts:
            letters.check(text)
    for language in tags.LANGUAGES:
        assert "{event}" in letter.subject.get(language)
        assert letter.body.get(language).startswith("{salutation}\n")
        assert letter.body.get(language).endswith("{signature}\n{hosts}")


@pytest.mark.parametrize("purpose", Purpose)
def test_a_letter_says_the_same_in_every_language(purpose: Purpose) -> None:
    bodies = [text for _, text in letters.standard(purpose).body]
    assert len({tuple(letters._FIELD.findall(text)) for text in bodies}) == 1
    assert len({text.count("\n\n") for text in bodies}) == 1


def test_an_unknown_field_is_named() -> None:
    with pytest.raises(BadInput, match=r"^invitation, es: There is no field \{nombre\}\. Fields"):
        letters.filled("Hola {nombre}", FACTS, "invitation, es")


def test_fields_are_filled_in_and_blanks_around_their_names_forgiven() -> None:
    assert letters.filled("Dear {name}, { seat }", {"name": "Ana", "seat": "A1"}) == "Dear Ana, A1"


def test_a_line_with_nothing_to_say_is_left_out() -> None:
    text = "{salutation}\n\nSeat: {seat}\nBy {reply_until}\n\nOn {date} at {time}\n\nEnd"
    assert letters.filled(text, {"salutation": "Sir,", "date": "3 May"}) == (
        "Sir,\n\nOn 3 May at\n\nEnd"
    )


def test_a_line_begins_with_a_capital() -> None:
    facts = {"date": "jueves, 3 de mayo"}
    assert letters.filled("{date}\nFecha: {date}", facts) == (
        "Jueves, 3 de mayo\nFecha: jueves, 3 de mayo"
    )


@pytest.mark.parametrize("name", ["{name}", "{seat}", "{", "}", "{0}", "%s", "{name.__class__}"])
def test_what_is_filled_in_is_text_and_nothing_else(name: str) -> None:
    assert letters.filled("- {name}!", {"name": name, "seat": "A1"}) == f"- {name}!"


@pytest.mark.parametrize("field", ["name.__class__", "name!r", "name:>99", "0", "", "name[0]"])
def test_a_field_is_a_name_and_nothing_more(field: str) -> None:
    with pytest.raises(BadInput, match="There is no field"):
        letters.filled(f"{{{field}}}", FACTS)


@given(st.text())
def test_any_text_is_filled_in_or_refused(text: str) -> None:
    known = all(field.strip() in letters.FIELDS for field in letters._FIELD.findall(text))
    with nullcontext() if known else pytest.raises(BadInput):
        letters.filled(text, FACTS)
