"""Labels with addresses or names, on sheets that were measured."""

from collections.abc import Iterator

from desktop.documents import mail
from desktop.documents.batch import AS_IT_IS, batch, titled
from desktop.documents.dossier import Dossier
from desktop.documents.label_sheets import first_label, label_sheet
from desktop.documents.pen import Pen
from desktop.documents.request import Progress, Request
from desktop.documents.typesetting.document import Document, mm
from desktop.documents.wording import Wording

SIZES = (11.0, 10.5, 10.0, 9.5, 9.0, 8.5, 8.0, 7.5, 7.0, 6.5, 6.0)
PADDING = mm(4)
"""What stays white within the edge of a label, since a sheet is never fed quite straight."""


def make(dossier: Dossier, request: Request, progress: Progress) -> bytes:
    """Labels as PDF, by family name; `progress` counts them.

    Raises CannotPrint where nobody is chosen, or the labels do not lie on the sheet.
    """
    guests = mail.recipients(dossier, request)
    wordings = Wording.each(dossier, request.languages, marked=False)
    sheet = label_sheet(request).filled(rtl=wordings[0].rtl)
    used = first_label(request, sheet)
    box = (sheet.cell_width - 2 * PADDING, sheet.cell_height - PADDING)
    say = mail.named if request.options["what"] == "name" else mail.addressed

    def steps(document: Document) -> Iterator[int]:
        page = document.page()
        for done, guest in enumerate(guests):
            place = used + done
            if done and place % sheet.count == 0:
                page = document.page()
            cell = sheet.cell(place)
            text = mail.set_in(say, wordings, guest.person, box, SIZES)
            left = cell.x + PADDING
            pen = Pen(document, page, left, left + box[0], wordings[0].rtl)
            text.draw(pen, cell.y + (cell.height - text.height) / 2)
            yield done + 1

    title = titled(wordings[0], wordings[0].words.text("Labels"))
    return batch(title, request, steps, (progress, len(guests)), viewing=AS_IT_IS)
