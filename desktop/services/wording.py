"""Texts that a document would lack, or print though they say nothing yet."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING, Any

from desktop.domain.localized import Localized
from desktop.domain.person import Person
from desktop.domain.severity import Severity
from desktop.domain.slot import Slot, SlotStatus
from desktop.language import tags
from desktop.language.translation import msgid
from desktop.services.findings import Fact, Finding, Place

if TYPE_CHECKING:
    from desktop.documents.dossier import Dossier

FIELDS: Mapping[str, str] = {
    "title": msgid("title"),
    "subtitle": msgid("subtitle"),
    "abstract": msgid("abstract"),
    "topic": msgid("topic"),
    "summary": msgid("summary"),
    "footer": msgid("footer"),
    "name": msgid("name"),
    "address": msgid("address"),
    "city": msgid("city"),
    "honorific": msgid("honorific"),
    "organisation": msgid("organisation"),
    "biography": msgid("biography"),
    "label": msgid("label"),
    "caption": msgid("caption"),
    "unit": msgid("unit"),
    "source": msgid("source"),
    "outlet": msgid("outlet"),
    "text": msgid("text"),
    "credit": msgid("credit"),
}
"""The fields that are printed, as they are called in a message."""

_INTERNAL = frozenset({"checklist"})
"""Fields whose texts have such names and are never printed."""

Path = tuple[str | int, ...]
"""The way from a value to a text in it: names of fields, places in tuples."""

_PLACEHOLDER = re.compile(
    r"\b(TODO|FIXME|XXX+)\b|\?\?\?|(?i:\bTB[ACD]\b|\blorem ipsum\b"
    r"|to be (announced|confirmed|determined)|por (confirmar|determinar)"
    r"|уточняется|нақтыланады)"
)
"""Words that stand for others still to come; `todo` in small letters is Spanish."""


def findings(dossier: "Dossier", languages: Sequence[str]) -> Iterator[Finding]:
    """Missing translations, placeholders, and names in no script that a reader can read."""
    for value in printed(dossier):
        texts = [(name_of(path), text) for path, text in texts_of(value)]
        for language in languages:
            yield from _untranslated(value, texts, language)
            if isinstance(value, Person):
                yield from _unreadable(value, language)
        yield from _placeholders(value, texts)


def speakers(dossier: "Dossier") -> list[Person]:
    """Those who speak, each once, in the order of the programme; cancelled slots have none."""
    ids = [speaker.person_id for slot in _standing(dossier) for speaker in slot.speakers]
    return [dossier.people[id] for id in dict.fromkeys(ids) if id in dossier.people]


def _standing(dossier: "Dossier") -> list[Slot]:
    return [slot for slot in dossier.slots if slot.status is not SlotStatus.CANCELLED]


def printed(dossier: "Dossier") -> Iterator[Any]:
    """Every value whose texts are printed."""
    organisers = [organiser.organisation_id for organiser in dossier.event.organisers]
    yield dossier.event
    yield from [dossier.venue] if dossier.venue else []
    yield from _standing(dossier)
    yield from (*dossier.rooms, *dossier.tracks)
    yield from speakers(dossier)
    yield from (dossier.organisations[id] for id in organisers if id in dossier.organisations)
    yield from (*dossier.quotations, *dossier.contacts)
    yield from (*dossier.press, *dossier.photo_credits)


def texts_of(value: Any, path: Path = ()) -> Iterator[tuple[Path, Localized]]:
    """The texts of a value that are printed, with the way from the value to each."""
    if isinstance(value, Localized):
        if name_of(path) in FIELDS:
            yield path, value
    elif isinstance(value, tuple):
        for place, item in enumerate(value):  # pyright: ignore[reportUnknownArgumentType, reportUnknownVariableType]
            yield from texts_of(item, (*path, place))
    elif is_dataclass(value):
        for member in fields(value):
            if member.name not in _INTERNAL:
                yield from texts_of(getattr(value, member.name), (*path, member.name))


def name_of(path: Path) -> str:
    """The name of the field that a way leads to, whatever its place in a tuple."""
    return next((step for step in reversed(path) if isinstance(step, str)), "")


def _finding(severity: Severity, kind: str, message: str, value: Any, **facts: Fact) -> Finding:
    return Finding(
        severity,
        kind,
        message,
        Place(type(value).__name__.lower(), value.id),
        {"what": called(value), **facts},
        (value.id,) if isinstance(value, Slot) else (),
        (value.id,) if isinstance(value, Person) else (),
    )


def called(value: Any) -> Fact:
    """What a value is called in a message."""
    if isinstance(value, Person):
        return value
    held = (getattr(value, name, None) for name in ("title", "name", "text", "caption"))
    return next((text for text in held if text), None)


def _untranslated(
    value: Any, texts: list[tuple[str, Localized]], language: str
) -> Iterator[Finding]:
    lacking = [FIELDS[name] for name, text in texts if text.missing([language])]
    if lacking:
        yield _finding(
            Severity.WARN,
            "missing_translation",
            msgid("“{what}” is not translated ({language}): {fields}"),
            value,
            language=language,
            fields=tuple(dict.fromkeys(lacking)),
        )


def _placeholders(value: Any, texts: list[tuple[str, Localized]]) -> Iterator[Finding]:
    for name, text in texts:
        for language, words in text:
            if found := _PLACEHOLDER.search(words):
                yield _finding(
                    Severity.WARN,
                    "placeholder",
                    msgid("“{what}” still says “{words}” ({language}): {fields}"),
                    value,
                    words=found[0],
                    language=language,
                    fields=(FIELDS[name],),
                )


def _unreadable(person: Person, language: str) -> Iterator[Finding]:
    """A name in another script can be printed as it is; a reader may not know how to read it."""
    if person.names and not is_spelt(person, language):
        yield _finding(
            Severity.NOTE,
            "missing_name",
            msgid("“{what}” is not spelt in this language’s script ({language})"),
            person,
            language=language,
        )


def is_spelt(person: Person, language: str) -> bool:
    """Whether a name is written in a language's script, or in that language."""
    own = {language, tags.base(language), tags.script_of(language), "und"}
    return any(name.tag in own for name in person.names)
