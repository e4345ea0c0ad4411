"""Invitations: the formal card, by itself or on sheets to be cut; letters before and after."""

from collections.abc import Iterator, Sequence

from desktop.documents import inviting
from desktop.documents.batch import AS_IT_IS, batch, titled
from desktop.documents.dossier import Dossier
from desktop.documents.guest_letter import GuestLetter
from desktop.documents.guests import Guest, came, chosen
from desktop.documents.invitation_card import CARD, InvitationCard
from desktop.documents.letter_text import PURPOSES
from desktop.documents.request import Progress, Request
from desktop.documents.sheets import Sheet, cut_marks
from desktop.documents.typesetting.document import Document, mm
from desktop.documents.wording import Wording
from desktop.domain.errors import CannotPrint


def make(dossier: Dossier, request: Request, progress: Progress) -> bytes:
    """An invitation for each guest as PDF, by family name.

    Options: `choices.INVITATIONS`. Raises CannotPrint where nobody is chosen.
    """
    wordings = Wording.each(dossier, request.languages, marked=False)
    inviting.until(request)
    inviting.dated(wordings[0], request)
    form = request.options["form"]
    guests = chosen(dossier, request, came if form == "thanks" else bool)
    if not guests:
        raise CannotPrint("There is no invitation to print: nobody is chosen.")
    if form in PURPOSES and len(wordings) > 2:
        raise CannotPrint("A letter is in one language, and in a second one for courtesy.")
    size = CARD if form == "card" else request.size

    def steps(document: Document) -> Iterator[int]:
        if form in PURPOSES:
            return _letters(document, GuestLetter(wordings, request), guests)
        cut = Sheet.centred(size, CARD, gap=mm(10), margin=mm(7)) if form == "cut" else None
        return _cards(document, InvitationCard(wordings, request), guests, cut)

    viewing = None if form in PURPOSES else AS_IT_IS
    title = titled(wordings[0], wordings[0].words.text("Invitations"))
    return batch(title, request, steps, (progress, len(guests)), size=size, viewing=viewing)


def _letters(document: Document, letter: GuestLetter, guests: Sequence[Guest]) -> Iterator[int]:
    """A letter a guest; yields how many are done."""
    for done, guest in enumerate(guests, 1):
        letter.draw(document, document.page(), guest)
        yield done


def _cards(
    document: Document, card: InvitationCard, guests: Sequence[Guest], sheet: Sheet | None
) -> Iterator[int]:
    """A card a page, or as many as a sheet holds; yields how many are done."""
    count = sheet.count if sheet else 1
    for start in range(0, len(guests), count):
        page = document.page()
        if sheet:
            cut_marks(document, page, sheet)
        for at, guest in enumerate(guests[start : start + count]):
            x, y = sheet.cell(at)[:2] if sheet else (0.0, 0.0)
            card.draw(document, page, x, y, guest)
        yield min(start + count, len(guests))
