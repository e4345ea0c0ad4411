"""The words of one language's column: what is said where, composed from the dossier.

A text that has no translation is set in the language it has, visibly: grey, sloped, with the mark
of its language behind it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import accumulate

from desktop.documents.dossier import Dossier
from desktop.documents.rooms import main_room
from desktop.documents.tokens import GREY, NBSP
from desktop.documents.typesetting.paragraph import Paragraph, Setting
from desktop.documents.typesetting.style import Span, Style
from desktop.domain.event import EventKind
from desktop.domain.localized import Localized, Rendering
from desktop.domain.person import Office, Person
from desktop.domain.programme import time_zone
from desktop.domain.slot import Slot, SlotKind
from desktop.domain.speaker import Speaker, SpeakerRole
from desktop.language import dates, figures, names, tags, terms, tongues
from desktop.language.translation import Translator, translator

DOT = f"{NBSP}· "
NASKH = 1.75
"""From line to line of running Arabic text, a multiple of the size."""
_LIGHT = 3 * 160
"""A colour whose parts make more than this stands on a dark field."""
_NO_LANGUAGE = frozenset({"und", "zxx", "mul"})
_SAID_BY_TITLE = frozenset(
    {
        SlotKind.REGISTRATION,
        SlotKind.OPENING,
        SlotKind.WELCOME,
        SlotKind.TALK,
        SlotKind.QUESTIONS,
        SlotKind.COFFEE_BREAK,
        SlotKind.LUNCH,
        SlotKind.DINNER,
        SlotKind.RECEPTION,
        SlotKind.CLOSING,
        SlotKind.OTHER,
    }
)
_UNLABELLED = frozenset({SpeakerRole.LECTURER, SpeakerRole.SPEAKER, SpeakerRole.PANELLIST})


def is_foreign(found: Rendering, language: str) -> bool:
    """Whether a text stands in for a missing translation."""
    return found.language not in {language, *_NO_LANGUAGE}


@dataclass(frozen=True, slots=True)
class Wording:
    """One language of a document; `language` is a BCP 47 tag, `printed` are all of the document's.

    On papers that somebody is given (`marked` is False) what stands in for a missing translation
    is not marked: nobody hands a guest a badge with "[ES]" on it. A check tells of it.
    """

    dossier: Dossier
    language: str
    marked: bool = True
    printed: tuple[str, ...] = ()
    words: Translator = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "words", translator(self.language))

    @staticmethod
    def each(
        dossier: Dossier, languages: Sequence[str], *, marked: bool = True
    ) -> "list[Wording]":
        """The languages of a document."""
        return [Wording(dossier, one, marked, tuple(languages)) for one in languages]

    @property
    def rtl(self) -> bool:
        """Whether the language runs from right to left."""
        return tags.direction(self.language) == "rtl"

    @property
    def comma(self) -> str:
        """What stands between two parts of one line."""
        return "، " if tags.script_of(self.language) == "Arab" else ", "

    # -- texts ---------------------------------------------------------------------------------

    def find(self, text: Localized) -> Rendering | None:
        """A text for the reader of this column, from another language where it must be.

        One that is printed beside it comes before any other.
        """
        return text.find(self.language, *self.printed, *self.dossier.event.languages)

    def plain(self, text: Localized) -> str:
        """The words alone, for outline, metadata and running heads."""
        found = self.find(text)
        return found.text if found else ""

    def spans(self, text: Localized | str, style: Style) -> list[Span]:
        """A text in a style, marked where the translation is missing."""
        if isinstance(text, str):
            return [Span(self.apart(text), spoken(style, self.language))] if text else []
        found = self.find(text)
        if found is None:
            return []
        if not (is_foreign(found, self.language) and self.marked):
            language = self.language if found.language in _NO_LANGUAGE else found.language
            return [Span(self.apart(found.text), spoken(style, language))]
        mixed = tags.direction(found.language) != tags.direction(self.language)
        words = tags.isolate(found.text) if mixed else found.text
        weight = 600 if style.weight > 400 and style.family == "serif" else 400
        look = style.but(weight=weight, italic=True, colour=_faded(style.colour))
        faded = spoken(look, found.language)
        return [Span(words, faded), Span(NBSP + mark(found.language), _mark_style(style))]

    def apart(self, text: str) -> str:
        """A phrase or name that keeps its own order in a line that runs the other way."""
        return tags.apart(text, "rtl" if self.rtl else "ltr")

    def told(self, text: Localized, style: Style) -> list[Span]:
        """A long text; where it is missing here, but there in another column, no substitute.

        A short grey line then says in which languages it is to be read beside this one. Where no
        column has it the first one brings the substitute.
        """
        found = self.find(text)
        if found is None or not is_foreign(found, self.language):
            return self.spans(text, style)
        there = [language for language in self.printed if text.within(language)]
        if not there and self.language in self.printed[:1]:
            return self.spans(text, style)
        there = there or [found.language]
        said = tongues.in_languages(there, self.language)
        only = capital(self.words.text("only {in_language}", in_language=said))
        faded = spoken(style.but(italic=True, colour=_faded(style.colour)), self.language)
        marks = NBSP + " ".join(map(mark, there))
        return [Span(only, faded), Span(marks, _mark_style(style))]

    def paragraph(
        self, text: Localized | str | list[Span], style: Style, setting: Setting = "body"
    ) -> Paragraph | None:
        """A paragraph in this column's direction; None where there is no text."""
        spans = text if isinstance(text, list) else self.spans(text, style)
        found = Paragraph(spans, setting=setting, rtl=self.rtl) if spans else None
        return self.aired(found) if found and self.rtl and setting == "body" else found

    def aired(self, text: Paragraph) -> Paragraph:
        """The same text; Arabic lines with the room that tails and vowel signs need."""
        size = text.style.size
        return text.at(size, max(text.leading, NASKH * size)) if text.tall else text

    # -- the event -----------------------------------------------------------------------------

    def kind(self) -> str:
        """The event's kind; empty where it has no word of its own."""
        kind = self.dossier.event.kind
        return "" if kind is EventKind.OTHER else terms.term(kind, self.language)

    def dates(self) -> str:
        """The event's day or days as a line of its own: "Jueves, 12 de marzo de 2026"."""
        return capital(self.days())

    def days(self, *, weekday: bool = True) -> str:
        """The same within a line: "jueves, 12 de marzo de 2026"."""
        event = self.dossier.event
        days = [day.date for day in self.dossier.programme.days()]
        first = event.first_day or min(days, default=None)
        last = event.last_day or max(days, default=first)
        if first is None or last is None:
            return ""
        if first == last:
            return dates.long_date(first, self.language, weekday=weekday)
        return dates.date_interval(first, last, self.language)

    def city_and_days(self) -> str:
        """Where and when in short: "Astaná, 12 de marzo de 2026"."""
        venue = self.dossier.venue
        city = self.apart(self.plain(venue.city)) if venue else ""
        return self.comma.join(filter(None, (city, self.days(weekday=False))))

    def place(self) -> str:
        """Room (where one goes without saying) or house, and city."""
        venue, room = self.dossier.venue, main_room(self.dossier.programme)
        texts = [room.name] if room is not None else []
        if venue is not None:
            texts = [*texts, venue.city] if texts and venue.city else [venue.name, venue.city]
        return self.comma.join(dict.fromkeys(filter(None, map(self.plain, texts))))

    def version(self) -> str:
        """Which published programme the paper shows: "Version 2, 3 March 2026"; empty for none."""
        release = self.dossier.release
        if release is None:
            return ""
        name = tags.isolate(release.name) if self.rtl else release.name
        if release.at is None:
            return self.words.text("Version {version}", version=name)
        day = release.at.astimezone(time_zone(self.dossier.event)).date()
        date = dates.long_date(day, self.language, weekday=False)
        return self.words.text("Version {version}, {date}", version=name, date=date)

    # -- slots ---------------------------------------------------------------------------------

    def hour(self, slot: Slot) -> str:
        """The hour at which a slot begins, by the clock on the wall."""
        start = self.dossier.programme.local_start(slot)
        return dates.time_of_day(start, self.language) if start else ""

    def minutes(self, slot: Slot) -> str:
        """How long it takes: "75 min"."""
        return figures.minutes(slot.minutes, self.language)

    def heading(self, slot: Slot) -> Localized:
        """A slot's title, or the word for its kind where it has none."""
        return slot.title or Localized.of({self.language: terms.term(slot.kind, self.language)})

    def slot_kind(self, slot: Slot) -> str:
        """The kind of a slot, where its title does not say it anyway."""
        if slot.kind in _SAID_BY_TITLE or not slot.title:
            return ""
        word = terms.term(slot.kind, self.language)
        return "" if word.casefold() in self.plain(slot.title).casefold() else word

    def floor(self, slot: Slot) -> list[str]:
        """What is spoken and how it is interpreted, a phrase each."""
        said: list[str] = []
        if slot.floor_languages:
            phrase = tongues.in_languages if self._inflects else tongues.language_label
            said.append(capital(phrase(slot.floor_languages, self.language)))
        by_mode: dict[str, list[str]] = {}
        for one in slot.interpretation:
            by_mode.setdefault(one.mode, []).append(one.language)
        for mode, targets in by_mode.items():
            phrase = tongues.interpretation(mode, targets, self.language)
            said.append(phrase[:1].lower() + phrase[1:] if said else phrase)
        return said

    @property
    def _inflects(self) -> bool:
        """Whether languages are named by an adverb: «На русском», not «Русский»."""
        return tags.base(self.language) in {"kk", "ru"}

    # -- people --------------------------------------------------------------------------------

    def name(self, person: Person, *, honorific: bool = True) -> str:
        """A person's name as printed in this language."""
        return names.printed_name(person, self.language, honorific=honorific)

    def name_paragraph(
        self, person: Person, style: Style, *, label: str = "", honorific: bool = True
    ) -> Paragraph:
        """A name that breaks first between given and family names; `label` stands before it."""
        full = self.name(person, honorific=honorific)
        text = f"{label}:{NBSP}{full}" if label else full
        family = person.name(self.language, tags.script_of(self.language)).family
        seam = text.find(family) if family else -1
        spans = [Span(text, spoken(style, self.language))]
        return Paragraph(spans, setting="name", seams=[seam] if seam > 0 else (), rtl=self.rtl)

    def names_paragraph(self, people: Iterable[Person], style: Style) -> Paragraph | None:
        """Several names without honorifics, on lines that part between two of them first."""
        texts = [self.apart(self.name(person, honorific=False)) for person in people]
        if not texts:
            return None
        ends = accumulate(len(text) + len(self.comma) for text in texts[:-1])
        spans = [Span(self.comma.join(texts), spoken(style, self.language))]
        return Paragraph(spans, setting="name", seams=tuple(ends), rtl=self.rtl)

    def role_label(self, role: SpeakerRole) -> str:
        """What stands before a name: "Modera"; empty where the slot's kind says it."""
        return "" if role in _UNLABELLED else terms.label(role, self.language)

    def office(self, person: Person, speaker: Speaker, style: Style) -> list[Span]:
        """The office that fits the occasion, else the organisation."""
        chosen = speaker.office or 0
        if chosen < len(person.offices):
            return self._office(person.offices[chosen], style)
        every = self.offices(person, style)
        return every[0] if every else []

    def offices(self, person: Person, style: Style) -> list[list[Span]]:
        """Every office that somebody holds, else the organisation."""
        found = [self._office(office, style) for office in person.offices]
        organisation = self.dossier.organisations.get(person.organisation_id or 0)
        return found or ([self.spans(organisation.name, style)] if organisation else [])

    def _office(self, office: Office, style: Style) -> list[Span]:
        parts = [self.spans(office.title, style), self.spans(office.organisation, style)]
        return self.joined(parts, self.comma, style)

    def joined(self, parts: Iterable[list[Span]], between: str, style: Style) -> list[Span]:
        """Spans with a separator between those that are not empty."""
        out: list[Span] = []
        for part in parts:
            if out and part:
                out.append(Span(between, spoken(style, self.language)))
            out += part
        return out


def once(text: Localized, wordings: Sequence[Wording]) -> list[Localized]:
    """A text for each column, but nothing where the same words stand in another already.

    Whoever has it as their own comes first; what stands in for a translation is not repeated.
    """
    found = [wording.find(text) for wording in wordings]
    said: dict[str, int] = {}
    for foreign in (False, True):
        for place, (one, wording) in enumerate(zip(found, wordings, strict=True)):
            if one is not None and is_foreign(one, wording.language) is foreign:
                said.setdefault(one.text, place)
    return [text if place in said.values() else Localized() for place in range(len(found))]


@cache
def spoken(style: Style, language: str) -> Style:
    """A style in a language."""
    return style.but(language=language)


def mark(language: str) -> str:
    """The mark behind a text of another language: "[ES]"."""
    return f"[{language.upper()}]"


def _mark_style(style: Style) -> Style:
    size = max(5.8, style.size * 0.62)
    colour = _faded(style.colour)
    return Style("sans", 600, size=size, leading=style.leading, colour=colour, language="en")


@cache
def _faded(colour: str) -> str:
    """Grey, which a reader sees is not the text proper; on a dark field it would not be seen."""
    return colour if sum(bytes.fromhex(colour[1:])) > _LIGHT else GREY


def capital(text: str) -> str:
    """A phrase as it begins a line."""
    return text[:1].upper() + text[1:]
