"""Invitations: the formal card, by itself or on sheets to be cut, and the letter."""

import io

from desktop.documents import inviting
from desktop.documents.dossier import Dossier
from desktop.documents.guests import Guest, chosen
from desktop.documents.invitation_card import CARD, InvitationCard
from desktop.documents.invitation_letter import InvitationLetter
from desktop.documents.request import Progress, Request
from desktop.documents.sheets import Sheet, cut_marks
from desktop.documents.typesetting.document import Document, mm
from desktop.documents.wording import Wording
from desktop.domain.errors import CannotPrint


def make(dossier: Dossier, request: Request, progress: Progress) -> bytes:
    """An invitation for each guest as PDF, by family name.

    Options: `choices.INVITATIONS`. Raises CannotPrint where nobody is chosen.
    """
    wordings = [Wording(dossier, language) for language in request.languages]
    inviting.until(request)
    guests = chosen(dossier, request)
    if not guests:
        raise CannotPrint("There is no invitation to print: nobody is chosen.")
    form = request.options["form"]
    if form == "letter" and len(wordings) > 2:
        raise CannotPrint("A letter is in one language, and in a second one for courtesy.")
    stream = io.BytesIO()
    title = f"{wordings[0].plain(dossier.event.title)} — {wordings[0].words.text('Invitations')}"
    size = CARD if form == "card" else request.size
    progress(0, len(guests))
    with Document(stream, title=title, languages=request.languages, size=size) as document:
        if form == "letter":
            _letters(document, wordings, request, guests, progress)
        else:
            _cards(document, wordings, request, guests, progress)
    return stream.getvalue()


def _letters(
    document: Document,
    wordings: list[Wording],
    request: Request,
    guests: list[Guest],
    progress: Progress,
) -> None:
    letter = InvitationLetter(wordings, request)
    for done, guest in enumerate(guests, 1):
        letter.draw(document, document.page(), guest)
        progress(done, len(guests))


def _cards(
    document: Document,
    wordings: list[Wording],
    request: Request,
    guests: list[Guest],
    progress: Progress,
) -> None:
    card = InvitationCard(wordings, request)
    sheet = None
    if request.options["form"] == "cut":
        sheet = Sheet.centred(request.size, CARD, gap=mm(10), margin=mm(7))
    count = sheet.count if sheet else 1
    for start in range(0, len(guests), count):
        page = document.page()
        if sheet:
            cut_marks(document, page, sheet)
        for at, guest in enumerate(guests[start : start + count]):
            cell = sheet.cell(at) if sheet else None
            card.draw(document, page, cell.x if cell else 0.0, cell.y if cell else 0.0, guest)
        progress(min(start + count, len(guests)), len(guests))
