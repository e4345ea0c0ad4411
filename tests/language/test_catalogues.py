import ast
from collections import Counter
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.catalog import Catalog

import desktop
from desktop.language import catalogue
from desktop.language.catalogue import TRANSLATED


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_source_text_is_translated_and_keeps_its_fields(language: str):
    faults = list(catalogue.faults(catalogue.updated(language)))
    assert not faults, "run: python -m desktop.language.catalogue\n" + "\n".join(faults)


def test_a_language_that_is_new_begins_with_every_text_to_be_translated():
    fresh = catalogue.updated("fr")
    assert len(list(catalogue.faults(fresh))) == len(catalogue.template())


@pytest.mark.parametrize("language", TRANSLATED)
def test_the_compiled_catalogue_is_that_of_its_source(language: str):
    compiled = catalogue.po_file(language).with_suffix(".mo").read_bytes()
    assert compiled == catalogue.as_mo(catalogue.read(language))


def test_source_texts_are_found_in_the_rooms_that_speak():
    found = {message.id for message in catalogue.template()}
    assert {"Coffee break", "Go to {page}"} <= found
    assert ("Moderated by", "Moderated by") in found


def test_texts_within_f_strings_are_known_on_every_python():
    """Babel reads f-strings from Python 3.12 on: before, a text has to stand elsewhere too."""
    known = {text for message in catalogue.template() for text in _forms(message.id)}
    asked = {
        call.args[0].value
        for file in Path(desktop.__file__).parent.rglob("*.py")
        for quoted in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(quoted, ast.JoinedStr)
        for call in ast.walk(quoted)
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute)
        if call.func.attr == "text" and call.args and isinstance(call.args[0], ast.Constant)
    }
    assert asked
    assert asked <= known


def _forms(id: str | tuple[str, ...]) -> tuple[str, ...]:
    return (id,) if isinstance(id, str) else id


def test_a_missing_text_and_a_changed_field_are_told():
    broken = Catalog(locale="es")
    broken.add("Saved")
    broken.add("Event: {title}", "Acto: {titulo}")
    broken.add(("{n} guest", "{n} guests"), ("un invitado", "{n} invitados"))
    assert list(catalogue.faults(broken)) == [
        "not translated: 'Saved'",
        "fields differ: 'Event: {title}' - 'Acto: {titulo}'",
    ]


@pytest.mark.parametrize("language", TRANSLATED)
def test_what_ends_in_dots_or_a_colon_does_so_in_every_language(language: str):
    for message in catalogue.read(language):
        if isinstance(message.id, str) and message.id and message.string:
            for sign in ":…":
                if message.id.endswith(sign):
                    assert str(message.string).endswith(sign), message.string


@pytest.mark.parametrize("language", TRANSLATED)
def test_marks_of_quotation_are_those_of_the_language(language: str):
    for message in catalogue.read(language):
        for text in [message.string] if isinstance(message.string, str) else message.string:
            if message.id:
                marks = Counter(text)
                assert '"' not in text or '"' in message.id, text
                assert marks["«"] == marks["»"], text


def test_fields_are_plain_names():
    for message in catalogue.template():
        for text in [message.id] if isinstance(message.id, str) else message.id:
            names = [name for _, name, _, _ in Formatter().parse(text) if name is not None]
            assert all(name.isidentifier() for name in names), text
