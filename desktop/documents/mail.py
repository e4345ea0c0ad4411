"""To whom and where something is sent: the lines of an address, set in a box."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from desktop.documents.addressing import formal_name, is_written, main_office
from desktop.documents.attendance import organisation_of
from desktop.documents.dossier import Dossier
from desktop.documents.guests import Guest, chosen
from desktop.documents.logos import organisers
from desktop.documents.nameplate import shared_sizes
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

NAME = Style("sans", 600, colour=INK)
LINE = NAME.but(weight=400)


@dataclass(frozen=True, slots=True)
class Addressed:
    """The lines of an address as they are set."""

    blocks: tuple[Block, ...]

    @property
    def height(self) -> float:
        """Of all lines, in points."""
        return sum(block.height for block in self.blocks)

    @property
    def fits(self) -> bool:
        """Whether all of it has room where it is to stand."""
        return not any(block.cramped for block in self.blocks)

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


def addressed(wordings: list[Wording], person: Person, *, brief: bool = False) -> list[Paragraph]:
    """A recipient with the address, in the order of the country it is in; the name is strong.

    In `brief` it is the name and the house, as also in `named`.
    """
    first = wordings[0]
    names = list(_recipient(wordings, person, brief=brief))
    address, here = address_of(first.dossier, person), home(first.dossier)
    lines = address_lines(address, names, sent_from=here, language=first.language)
    return [line_of(text, first, NAME if text == names[0] else LINE) for text in lines]


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
    people: Sequence[Person],
    box: tuple[float, float],
    sizes: Sequence[float],
) -> Iterator[Addressed]:
    """What is said of people in boxes of this width and height, nearly all at one size.

    Who has no room at the smallest size is addressed in brief.
    """

    def text(person: Person) -> list[Paragraph]:
        whole = say(wordings, person)
        return whole if _set(whole, box, sizes[-1]).fits else say(wordings, person, brief=True)

    texts = [text(person) for person in people]
    chosen = shared_sizes(
        sizes, len(texts), lambda index, size: _set(texts[index], box, size).fits
    )
    return (_set(texts[index], box, size) for index, size in enumerate(chosen))


def _set(text: Sequence[Paragraph], box: tuple[float, float], size: float) -> Addressed:
    leading = 1.5 if any(line.rtl for line in text) else 1.3
    fitted = fit(text, box[0], [size], leading=leading)
    found = Addressed(fitted.blocks)
    if fitted.fits and found.height <= box[1]:
        return found
    return Addressed(tuple(block._replace(cramped=True) for block in found.blocks))


def home(dossier: Dossier) -> str:
    """The country from which things are sent: that of the venue, else of the first organiser."""
    houses = organisers(dossier)
    known = [dossier.venue.country] if dossier.venue else []
    known += [house.address.country or house.country for house in houses]
    return next(filter(None, known), "")


def _recipient(wordings: list[Wording], person: Person, *, brief: bool) -> Iterator[str]:
    """The name as an envelope has it, then as the other languages write it; office and house.

    In brief, without the other names and the office.
    """
    first = wordings[0]
    name = formal_name(first, person, Use.ENVELOPE).full
    said = {name}
    yield name
    for wording in () if brief else wordings[1:]:
        other = formal_name(wording, person, Use.ENVELOPE).full
        if is_written(person, wording.language) and other not in said:
            said.add(other)
            yield other
    office = main_office(person)
    house = first.dossier.organisations.get(organisation_of(person) or 0)
    for text in (
        first.plain(office.title) if office and not brief else "",
        first.plain(office.organisation) if office else "",
        first.plain(house.name) if house else "",
    ):
        if text and not any(text in known for known in said):
            said.add(text)
            yield text


def line_of(text: str, wording: Wording, style: Style) -> Paragraph:
    """A line in its own direction: an address abroad is not in the language of the envelope."""
    way = tags.first_strong(text) or tags.direction(wording.language)
    own = way == tags.direction(wording.language)
    language = wording.language if own else ("ar" if way == "rtl" else "en")
    return Paragraph(text, style.but(language=language), setting="title", rtl=way == "rtl")
