"""What a certificate says, in words for which no name or title has to be inflected."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from desktop.documents.dossier import Dossier
from desktop.documents.guests import chosen
from desktop.documents.request import Request
from desktop.documents.tokens import INK
from desktop.documents.typesetting.paragraph import Paragraph
from desktop.documents.typesetting.style import Span, Style
from desktop.documents.wording import Wording, spoken
from desktop.domain.certificate import Certificate
from desktop.domain.errors import CannotPrint
from desktop.domain.localized import Localized
from desktop.domain.person import Person
from desktop.domain.slot import Slot, SlotStatus
from desktop.domain.speaker import Speaker, SpeakerRole
from desktop.language import figures, names, tags, terms

BODY = Style("serif", 400, size=11.2, leading=15.6, colour=INK)
CERTIFIED_ROLES = frozenset(SpeakerRole) - {SpeakerRole.HOST, SpeakerRole.INTERPRETER}
_HERE = "\0"
_PAIRS = {"«": "»", "“": "”", "„": "“", '"': '"'}


@dataclass(frozen=True, slots=True)
class Deed:
    """Somebody who attended, or had a part in the programme."""

    person: Person
    certificate: Certificate
    part: tuple[Slot, Speaker] | None = None


def deeds(dossier: Dossier, request: Request) -> list[Deed]:
    """What is certified of whom, by family name; CannotPrint where nobody is chosen."""
    every = _parts if request.options["what"] == "speaking" else _visits
    found = list(every(dossier, request))
    if not found:
        raise CannotPrint("There is nobody to print a certificate for. Choose other guests.")
    return found


def _visits(dossier: Dossier, request: Request) -> Iterator[Deed]:
    for guest in chosen(dossier, request):
        yield Deed(guest.person, Certificate(dossier.event.id, guest.person.id))


def _parts(dossier: Dossier, request: Request) -> Iterator[Deed]:
    """Every part of whoever did not decline; whether they were seen at the door is no matter."""
    parts = parts_by_person(dossier.slots)
    options = {**request.options, "who": "invited"}
    for guest in chosen(dossier, replace(request, options=options)):
        for slot, speaker in parts.get(guest.person.id, ()):
            certificate = Certificate(dossier.event.id, guest.person.id, slot.id)
            yield Deed(guest.person, certificate, (slot, speaker))


def parts_by_person(slots: tuple[Slot, ...]) -> Mapping[int, list[tuple[Slot, Speaker]]]:
    """Who speaks where; whoever receives guests or interprets has no part of this kind."""
    found: dict[int, list[tuple[Slot, Speaker]]] = {}
    for slot in slots:
        for speaker in slot.speakers if slot.status is not SlotStatus.CANCELLED else ():
            if speaker.role in CERTIFIED_ROLES:
                found.setdefault(speaker.person_id, []).append((slot, speaker))
    return found


@dataclass(frozen=True, slots=True)
class Certified:
    """The words of one language; `hours` is what the attendance counts for, empty where unsaid."""

    wording: Wording
    speaking: bool
    hours: float | None = None

    def title(self) -> str:
        """What the paper is."""
        text = self.wording.words.text
        if self.speaking:
            return text("Certificate of participation")
        return text("Certificate of attendance")

    def opening(self) -> str:
        """What stands before the name, which follows as it is."""
        text = self.wording.words.text
        if self.speaking:
            return text("This is to certify the participation of")
        return text("This is to certify the attendance of")

    def name_paragraph(self, person: Person, style: Style) -> Paragraph:
        """The name: in Russian the family name first, as certificates have it."""
        language = self.wording.language
        if tags.base(language) != "ru":
            return self.wording.name_paragraph(person, style)
        text = names.list_name(person.name(language, tags.script_of(language)), language)
        return Paragraph(text, spoken(style, language), setting="name", rtl=False)

    def body(self, deed: Deed | None) -> Paragraph:
        """The event, the part in it if there is one, the length: a line each."""
        event = self._quoted(self._event(), self.wording.dossier.event.title)
        lines = [event]
        if deed and deed.part:
            lines.append(self._part(deed.person, *deed.part))
        if self.hours is not None:
            lines.append(self._spans(self._length(self.hours)))
        parted = [span for line in lines for span in (*self._spans("\n"), *line)]
        rtl = tags.first_strong(self._event()) == "rtl"  # English where there is no translation
        return Paragraph(parted[1:], setting="title", rtl=rtl)

    def _event(self) -> str:
        text = self.wording.words.text
        if self.speaking:
            return text("in the event “{event}”", event=_HERE)
        return text("at the event “{event}”", event=_HERE)

    def _part(self, person: Person, slot: Slot, speaker: Speaker) -> list[Span]:
        role = terms.term(speaker.role, self.wording.language, person.gender)
        said = self.wording.words.text("{role}: “{title}”", role=role, title=_HERE)
        return self._quoted(said, speaker.topic or self.wording.heading(slot))

    def _length(self, hours: float) -> str:
        shown = figures.number(hours, self.wording.language, decimals=0 if hours % 1 == 0 else 1)
        return self.wording.words.text("Length in hours: {hours}", hours=shown)

    def _spans(self, text: str) -> list[Span]:
        return [Span(text, spoken(BODY, self.wording.language))]

    def _quoted(self, sentence: str, title: Localized) -> list[Span]:
        """A sentence in which a title stands out; the quotation marks are the sentence's."""
        before, _, after = sentence.partition(_HERE)
        bare = Localized(tuple((tag, _bare(text)) for tag, text in title))
        strong = self.wording.spans(bare, BODY.but(weight=600))
        return [
            *(span for span in self._spans(before) if span.text),
            *strong,
            *(span for span in self._spans(after) if span.text),
        ]


def _bare(title: str) -> str:
    """A title without quotation marks of its own around it."""
    first, last = title[:1], title[-1:]
    return (
        title[1:-1] if first and _PAIRS.get(first) == last and last not in title[1:-1] else title
    )
