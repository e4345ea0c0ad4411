"""What a face of a place card says of a guest, before it is set."""

from collections.abc import Iterator, Sequence

from desktop.documents.addressing import formal_name, is_written, main_office, offices_on_paper
from desktop.documents.guests import Guest
from desktop.documents.tokens import GREY, INK, NAVY, OCHRE_TEXT
from desktop.documents.typesetting.paragraph import Paragraph
from desktop.documents.typesetting.style import Style
from desktop.documents.wording import Wording
from desktop.language.address import Use

NAME = Style("serif", 600, colour=NAVY)
HONORIFIC = Style("serif", 400, italic=True, colour=OCHRE_TEXT)
OTHER_NAME = Style("serif", 400, colour=INK)
OFFICE = Style("sans", 400, colour=INK)


class CardText:
    """Honorific, the name (or office) set large, the name in another script, lines under a rule.

    `ways` are those lines, whole and then shorter and shorter.
    """

    def __init__(self, guest: Guest, wordings: Sequence[Wording], *, by_office: bool) -> None:
        self._person, self._wordings = guest.person, wordings
        first = wordings[0]
        name = formal_name(first, guest.person, Use.PLACE_CARD)
        office = main_office(guest.person) if by_office else None
        self.seat = guest.attendee.seat
        self.honorific = first.paragraph(name.before, HONORIFIC, "plain") if not office else None
        title = first.paragraph(office.title, NAME, "title") if office else None
        self.large = title or name.paragraph(NAME)
        self.other = None if title else self._other_name(name.name)
        self.ways = [self._names()] if title else list(self._offices())

    def _offices(self) -> Iterator[list[Paragraph]]:
        """The office with its house, by itself, in the first language alone."""
        grey = OFFICE.but(colour=GREY)
        for wordings, house in (
            (self._wordings, True),
            (self._wordings, False),
            (self._wordings[:1], False),
        ):
            yield offices_on_paper(wordings, self._person, OFFICE, grey, house=house)

    def _other_name(self, said: str) -> Paragraph | None:
        """The name as the next language writes it, where it does so otherwise."""
        for wording in self._wordings[1:]:
            other = formal_name(wording, self._person, Use.PLACE_CARD)
            written = is_written(self._person, wording.language)
            if written and wording.name(self._person, honorific=False) not in said:
                return other.paragraph(OTHER_NAME)
        return None

    def _names(self) -> list[Paragraph]:
        """The name in each language, under an office set large."""
        found: dict[str, Paragraph] = {}
        for wording in self._wordings:
            style = OFFICE.but(colour=GREY) if found else OFFICE
            text = formal_name(wording, self._person, Use.PLACE_CARD).full
            paragraph = wording.paragraph(text, style, "title")
            if paragraph is not None:
                found.setdefault(text, paragraph)
        return list(found.values())
