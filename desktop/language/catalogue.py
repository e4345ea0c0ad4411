"""The translators' tool: `python -m desktop.language.catalogue`.

Collects the source texts out of the program into `resources/locale/<language>.po`, keeping what
is translated, and compiles each to the `.mo` beside it, which is what the program reads. Both are
committed; a test compares them with the source. What is not translated yet is printed, and makes
the exit code 1.
"""

import io
import sys
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from desktop import paths
from desktop.domain.errors import DatabaseRefused, EstradoError
from desktop.language import tags
from desktop.language.translation import same_fields

_ERRORS = dict.fromkeys(
    error.__name__
    for kind in (EstradoError, DatabaseRefused)
    for error in (kind, *kind.__subclasses__())
)
_KEYWORDS: dict[str, Any] = _ERRORS | {
    "msgid": None,
    "context_msgid": ((1, "c"), 2),
    "plural_msgid": (1, 2),
    "text": None,
    "plural": (1, 2),
    "context": ((1, "c"), 2),
    "note": (2,),  # notices about files that were read
    "change": None,  # services name their changes by source texts
}
_ROOMS = ("domain", "language", "documents", "exchange", "services", "ui")
_SILENT_ROOMS = ("storage",)
"""Rooms that say nothing but errors; in storage, `text` is SQLAlchemy's."""
_SOURCES = Path(__file__).resolve().parents[1]
TRANSLATED = tuple(sorted(tags.LANGUAGES.keys() - {"en"}))
"""The languages that have a catalogue; English is the source."""

_UNDATED = datetime(2026, 1, 1, tzinfo=UTC)


def template() -> Catalog:
    """The source texts as they stand in the program now."""
    found = Catalog(charset="utf-8")
    rows = [*_extracted(_ROOMS, _KEYWORDS), *_extracted(_SILENT_ROOMS, _ERRORS)]
    for file, _, message, _, context in sorted(rows, key=lambda row: (row[0], row[1])):
        found.add(message, locations=[(file, None)], context=context)  # pyright: ignore[reportArgumentType]
    return found


def _extracted(rooms: Iterable[str], keywords: dict[str, Any]) -> Iterator[Any]:
    where = [(f"{room}/**.py", "python") for room in rooms]
    return extract_from_dir(_SOURCES, method_map=where, keywords=keywords)


def po_file(language: str) -> Path:
    """Where a language's translations are kept."""
    return paths.resource("locale", f"{language}.po")


def read(language: str) -> Catalog:
    """A language's translations as they stand in its file; none yet where there is no file."""
    if not po_file(language).exists():
        return Catalog(locale=language, charset="utf-8")
    with po_file(language).open("rb") as file:
        return read_po(file, locale=language)


def updated(language: str) -> Catalog:
    """A language's translations for the source texts of now: new ones empty, old ones gone."""
    catalogue = read(language)
    catalogue.update(template(), no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    # A date would make two runs differ; the history of the file tells it better.
    catalogue.creation_date = catalogue.revision_date = _UNDATED
    return catalogue


def as_po(catalogue: Catalog) -> bytes:
    """The text of a `.po` file, the same for the same translations."""
    file = io.BytesIO()
    write_po(file, catalogue, width=99, sort_output=True)
    return file.getvalue()


def as_mo(catalogue: Catalog) -> bytes:
    """The compiled form that gettext reads."""
    file = io.BytesIO()
    write_mo(file, catalogue)
    return file.getvalue()


def faults(catalogue: Catalog) -> Iterator[str]:
    """What a translator has still to do, one line each: missing texts, fields that differ."""
    for message in catalogue:
        if message.id:
            yield from _faults_of(message)


def _faults_of(message: Message) -> Iterator[str]:
    source, plural = _forms(message.id)[-1], not isinstance(message.id, str)
    for text in _forms(message.string):
        if not text:
            yield f"not translated: {source!r}"
            return
        if not same_fields(source, text, plural=plural):
            yield f"fields differ: {source!r} - {text!r}"


def _forms(text: str | Sequence[str] | None) -> list[str]:
    return [text or ""] if isinstance(text, str | None) else [*text]


def main() -> int:
    """Update and compile every catalogue; say what is left to translate."""
    left = 0
    for language in TRANSLATED:
        catalogue = updated(language)
        po_file(language).write_bytes(as_po(catalogue))
        po_file(language).with_suffix(".mo").write_bytes(as_mo(read(language)))
        for fault in faults(catalogue):
            left += 1
            sys.stdout.write(f"{language}: {fault}\n")
    return 1 if left else 0


if __name__ == "__main__":
    sys.exit(main())
