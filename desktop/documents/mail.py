"""To whom and where something is sent: the lines of an address, set in a box."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from desktop.documents.addressing import formal_name, is_written, main_office
from desktop.documents.attendance import organisation_of
from desktop.documents.dossier import Dossier
from desktop.documents.guests import Guest, chosen
from desktop.documents.logos import organisers
from desktop.documents.pen import Pen
from desktop.documents.request import Request
from desktop.documents.tokens import INK
from desktop.documents.typesetting.lines import Block
from desktop.documents.typesetting.paragraph import Paragraph, fit
from desktop.documents.typesetting.style import Style
from desktop.documents.wording import Wording
from desktop.domain.errors import CannotPrint
from desktop.domain.person import Person
from desktop.domain.postal import PostalAddress
from desktop.language import tags
from desktop.language.address import Use
from desktop.language.postal import address_lines

LINE = Style("sans", 400, colour=INK)
NAME = LINE.but(weight=600)
EASY = 8.0
"""A size in points under which somebody is rather addressed in brief."""


@dataclass(frozen=True, slots=True)
class Addressed:
    """The lines of an address as they are set."""

    blocks: tuple[Block, ...]

    @property
    def height(self) -> float:
        """Of all lines, in points."""
        return sum(block.height for block in self.blocks)

    @property
    def broken(self) -> bool:
        """Whether a word is broken by force."""
        return any(block.overflows for block in self.blocks)

    def draw(self, pen: Pen, y: float) -> None:
        """Draw with the upper edge at y, flush with the edge where the pen's lines start."""
        with pen.document.tag("Art"):
            for block in self.blocks:
                pen.block(0.0, y + block.leading * 0.78, block)
                y += block.height


def recipients(dossier: Dossier, request: Request) -> list[Guest]:
    """Those to whom something is sent; where the options say so, only who has an address.

    Raises CannotPrint where there is nobody.
    """
    found = chosen(dossier, request)
    if request.options["addresses"] == "only":
        found = [guest for guest in found if address_of(dossier, guest.person)]
    if not found:
        raise CannotPrint("There is nobody to send anything to. Choose other guests.")
    return found


def address_of(dossier: Dossier, person: Person) -> PostalAddress:
    """Somebody's own address, else that of their organisation."""
    if person.contact.address:
        return person.contact.address
    house = dossier.organisations.get(organisation_of(person) or 0)
    return house.address if house else PostalAddress()


class Line(NamedTuple):
    """A line of an address; a name parts before its `family` name."""

    text: str
    family: str = ""


def addressed(
    wordings: list[Wording], person: Person, *, brief: bool = False, style: Style = LINE
) -> list[Paragraph]:
    """A recipient with the address, in the order of the country it is in; the name is strong.

    In `brief` it is the name and the house, as also in `named`.
    """
    first = wordings[0]
    lines = {line.text: line for line in _recipient(wordings, person, brief=brief)}
    address, here = address_of(first.dossier, person), home(first.dossier)
    texts = address_lines(address, list(lines), sent_from=here, language=first.language)
    name, strong = next(iter(lines)), style.but(weight=600)
    return [
        line_of(lines.get(text, Line(text)), first, strong if text == name else style)
        for text in texts
    ]


def named(wordings: list[Wording], person: Person, *, brief: bool = False) -> list[Paragraph]:
    """A name with office and house."""
    name, *others = _recipient(wordings, person, brief=brief)
    first = wordings[0]
    return [line_of(name, first, NAME), *(line_of(text, first, LINE) for text in others)]


Say = Callable[..., list[Paragraph]]
"""`addressed` or `named`."""


def set_in(
    say: Say,
    wordings: list[Wording],
    person: Person,
    box: tuple[float, float],
    sizes: Sequence[float],
) -> Addressed:
    """What is said of somebody in a box of this width and height, at the largest size that holds.

    It is said in brief before it is small to read; a word is broken where no size holds it whole.
    """
    whole, brief = say(wordings, person), say(wordings, person, brief=True)
    ways = [(whole, size) for size in sizes if size >= EASY] + [(brief, size) for size in sizes]
    for may_break in (False, True):
        for text, size in ways:
            found = _set(text, box[0], size)
            if found.height <= box[1] and (may_break or not found.broken):
                return found
    blocks = _set(brief, box[0], sizes[-1]).blocks
    return Addressed(tuple(block._replace(cramped=True) for block in blocks))


def _set(text: Sequence[Paragraph], width: float, size: float) -> Addressed:
    leading = 1.5 if any(line.rtl for line in text) else 1.3
    return Addressed(fit(text, width, [size], leading=leading).blocks)


def home(dossier: Dossier) -> str:
    """The country from which things are sent: that of the venue, else of the first organiser."""
    houses = organisers(dossier)
    known = [dossier.venue.country] if dossier.venue else []
    known += [house.address.country or house.country for house in houses]
    return next(filter(None, known), "")


def _recipient(wordings: list[Wording], person: Person, *, brief: bool) -> Iterator[Line]:
    """The name as an envelope has it, then as the other languages write it; office and house.

    In brief, without the other names and the office.
    """
    first = wordings[0]
    said: set[str] = set()
    for wording in wordings[:1] if brief else wordings:
        name = formal_name(wording, person, Use.ENVELOPE, office=False)
        written = wording is first or is_written(person, wording.language)
        if written and name.full not in said:
            said.add(name.full)
            yield Line(name.full, name.family)
    office = main_office(person)
    house = first.dossier.organisations.get(organisation_of(person) or 0)
    for text in (
        first.plain(office.title) if office and not brief else "",
        first.plain(office.organisation) if office else "",
        first.plain(house.name) if house else "",
    ):
        if text and not any(text in known for known in said):
            said.add(text)
            yield Line(text)


def line_of(line: Line, wording: Wording, style: Style) -> Paragraph:
    """A line in its own direction: an address abroad is not in the language of the envelope."""
    text = line.text
    way = tags.first_strong(text) or tags.direction(wording.language)
    own = way == tags.direction(wording.language)
    language = wording.language if own else ("ar" if way == "rtl" else "en")
    seam = text.find(line.family) if line.family else -1
    return Paragraph(
        text,
        style.but(language=language),
        setting="name" if line.family else "title",
        seams=[seam] if seam > 0 else [],
        rtl=way == "rtl",
    )
