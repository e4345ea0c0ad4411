"""What preflight finds, and how it is told to a reader."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from desktop.domain.localized import Localized
from desktop.domain.person import Person
from desktop.domain.severity import Severity
from desktop.language import dates, figures, names, tags, tongues
from desktop.language.translation import Translator, translator

Fact = str | int | datetime | Localized | Person | tuple[str, ...] | None
"""A field of a message. A tuple holds msgids; a text under `language` is a BCP 47 tag."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where something can be mended: the class of a value in lower case, and its id."""

    kind: str
    id: int

    def __str__(self) -> str:
        return f"{self.kind} {self.id}"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that a document would get wrong.

    `message` is a msgid; `facts` are its fields, still in no language; `slots` and `people` are
    ids.
    """

    severity: Severity
    kind: str
    message: str
    place: Place
    facts: Mapping[str, Fact] = field(default_factory=dict[str, Fact], hash=False)
    slots: tuple[int, ...] = ()
    people: tuple[int, ...] = ()

    def text(self, language: str) -> str:
        """The message for a reader of `language` (BCP 47)."""
        t = translator(language)
        told = {name: _told(name, fact, t) for name, fact in self.facts.items()}
        if tags.direction(language) == "rtl":
            told = {name: tags.isolate(words) for name, words in told.items()}
        return t.text(self.message, **told)


def _told(name: str, fact: Fact, t: Translator) -> str:
    match fact:
        case Localized():
            return fact.words(t.language) or "…"
        case Person():
            return names.printed_name(fact, t.language, honorific=False) or "…"
        case datetime():
            day = dates.day_and_month(fact.date(), t.language)
            return f"{day}, {dates.time_of_day(fact, t.language)}"
        case tuple():
            return figures.joined([t.text(part) for part in fact], t.language)
        case str() if name == "language":
            return tongues.language_name(fact, t.language)
        case _:
            return "…" if fact is None else str(fact)
