"""Place cards: tents that carry a name on both faces, each upright when the card stands."""

from collections.abc import Iterator, Sequence

from desktop.documents.batch import AS_IT_IS, batch, titled
from desktop.documents.dossier import Dossier
from desktop.documents.guests import chosen
from desktop.documents.place_card_face import CardFaces, Face
from desktop.documents.place_card_text import CardText
from desktop.documents.request import Progress, Request
from desktop.documents.seated import in_seats
from desktop.documents.sheets import Sheet, cut_marks, fold_marks
from desktop.documents.typesetting.document import Document, Page, mm
from desktop.documents.wording import Wording
from desktop.domain.errors import CannotPrint

FORMATS = {"a7": (105.0, 74.25), "89x51": (89.0, 51.0), "102x64": (102.0, 64.0)}
"""A folded card in millimetres: half of A6; the formats of the trade in inches."""


def make(dossier: Dossier, request: Request, progress: Progress) -> bytes:
    """Place cards as PDF, to be cut and folded.

    Options: `choices.PLACE_CARDS`. Raises CannotPrint where nobody is chosen.
    """
    wordings = Wording.each(dossier, request.languages, marked=False)
    guests = chosen(dossier, request)
    if not guests:
        raise CannotPrint("There is no card to print: nobody is chosen.")
    guests = in_seats(dossier, request, guests)
    wide, tall = (mm(side) for side in FORMATS[request.options["format"]])
    faces = CardFaces.of(wordings, wide, tall)
    by_office = request.options["show"] == "office"

    each = request.options["faces"] == "each" and len(wordings) > 1
    sheet = Sheet.centred(request.size, (wide, 2 * tall)).filled(rtl=wordings[0].rtl)

    def said(languages: Sequence[Wording]) -> list[Face]:
        return faces.faces([CardText(guest, languages, by_office=by_office) for guest in guests])

    def steps(document: Document) -> Iterator[int]:
        fronts = said(wordings[:1] if each else wordings)
        backs = said(wordings[1:]) if each else fronts
        return _sheets(document, sheet, faces, list(zip(fronts, backs, strict=True)))

    title = titled(wordings[0], wordings[0].words.text("Place cards"))
    return batch(title, request, steps, (progress, len(guests)), viewing=AS_IT_IS)


def _sheets(
    document: Document, sheet: Sheet, faces: CardFaces, cards: Sequence[tuple[Face, Face]]
) -> Iterator[int]:
    """Print sheet by sheet; yields how many cards are done."""
    for start in range(0, len(cards), sheet.count):
        page = document.page()
        cut_marks(document, page, sheet)
        fold_marks(document, page, sheet, down=faces.tall)
        held = cards[start : start + sheet.count]
        for at, (front, back) in enumerate(held):
            x, y, *_ = sheet.cell(at)
            with document.tag("Art"):
                faces.draw(document, page, x, y + faces.tall, front)
                _turned(document, page, faces, (x, y), back, alike=back is front)
        yield start + len(held)


def _turned(
    document: Document,
    page: Page,
    faces: CardFaces,
    at: tuple[float, float],
    face: Face,
    *,
    alike: bool,
) -> None:
    """The upper face, head to head with the lower; a copy is not read out twice."""
    x, y = at
    with page.turned(x + faces.wide / 2, y + faces.tall / 2, 180):
        if not alike:
            faces.draw(document, page, x, y, face)
            return
        with document.artifact():
            faces.draw(document, page, x, y, face)
