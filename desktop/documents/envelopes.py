"""Envelopes, one a guest: sender above, recipient where the post looks for it."""

from collections.abc import Iterator
from dataclasses import dataclass

from desktop.documents import logos
from desktop.documents.batch import AS_IT_IS, batch, titled
from desktop.documents.dossier import Dossier
from desktop.documents.mail import Line, addressed, home, line_of, recipients, set_in
from desktop.documents.pen import Pen
from desktop.documents.request import Progress, Request
from desktop.documents.tokens import GREY, INK
from desktop.documents.typesetting.document import Document, mm
from desktop.documents.typesetting.lines import Block
from desktop.documents.typesetting.style import Style
from desktop.documents.wording import Wording
from desktop.language.postal import address_lines

SIZES = (12.0, 11.5, 11.0, 10.5, 10.0, 9.5, 9.0, 8.5, 8.0, 7.5, 7.0)
MARGIN, LOGO = mm(10), mm(11)
FOOT = mm(17)
"""What stays white under an address, where sorting machines print (Universal Postal Union)."""
STAMP = mm(80)
"""What stays white at the right of the sender."""
SENDER = Style("sans", 600, size=7.6, leading=9.6, colour=INK)
FROM = SENDER.but(weight=400, colour=GREY)


def make(dossier: Dossier, request: Request, progress: Progress) -> bytes:
    """Envelopes as PDF, by family name; `progress` counts them.

    Raises CannotPrint where nobody is chosen.
    """
    guests = recipients(dossier, request)
    wordings = Wording.each(dossier, request.languages, marked=False)
    width, height = request.size
    left, top = width * 0.46, height * 0.45
    box = (width - left - MARGIN, height - top - FOOT)
    sender = _Sender.of(wordings, width - STAMP - MARGIN)

    def steps(document: Document) -> Iterator[int]:
        for done, guest in enumerate(guests, 1):
            page = document.page()
            page.bookmark(wordings[0].name(guest.person, honorific=False))
            text = set_in(addressed, wordings, guest.person, box, SIZES)
            text.draw(Pen(document, page, left, left + box[0], wordings[0].rtl), top)
            sender.draw(Pen(document, page, MARGIN, width - STAMP), MARGIN)
            yield done

    title = titled(wordings[0], wordings[0].words.text("Envelopes"))
    return batch(title, request, steps, (progress, len(guests)), viewing=AS_IT_IS)


@dataclass(frozen=True, slots=True)
class _Sender:
    """The first organiser: logo, name, address; the same on every envelope."""

    mark: logos.Logo | None
    blocks: tuple[Block, ...]

    @staticmethod
    def of(wordings: list[Wording], width: float) -> "_Sender":
        """The sender within so much width; nobody where nobody organises."""
        first = wordings[0]
        houses = logos.organisers(first.dossier)
        if not houses:
            return _Sender(None, ())
        mark = next((one for one in logos.logos(wordings, LOGO)[:1] if one.picture), None)
        room = width - (mark.width + mm(3) if mark else 0.0)
        lines = address_lines(
            houses[0].address, (), sent_from=home(first.dossier), language=first.language
        )
        names = dict.fromkeys(filter(None, (w.plain(houses[0].name) for w in wordings)))
        texts = [*((name, SENDER) for name in names), (", ".join(lines), FROM)]
        blocks = [line_of(Line(text), first, look).set(room) for text, look in texts if text]
        return _Sender(mark, tuple(blocks))

    def draw(self, pen: Pen, top: float) -> None:
        """Draw in the upper left corner, where the post of every country expects it."""
        offset, y = 0.0, top + SENDER.leading * 0.78
        with pen.document.tag("Art"):
            if self.mark is not None:
                above = (LOGO - self.mark.height) / 2
                self.mark.draw(pen.document, pen.page, pen.left, top + above)
                offset = self.mark.width + mm(3)
            for block in self.blocks:
                y = pen.block(offset, y, block)
