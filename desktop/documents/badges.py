"""Badges: as many as a sheet holds, in formats that holders, guillotines and label sheets have."""

from collections.abc import Iterator, Sequence

from desktop.documents.badge_face import Badge, BadgeFace
from desktop.documents.badge_measures import Format, format_of
from desktop.documents.batch import AS_IT_IS, batch, titled
from desktop.documents.dossier import Dossier
from desktop.documents.guests import with_badges
from desktop.documents.request import Progress, Request
from desktop.documents.sheets import cut_marks, fold_marks
from desktop.documents.typesetting.document import Document, Page
from desktop.documents.wording import Wording
from desktop.domain.errors import CannotPrint
from desktop.language import tags

Sized = tuple[Badge, float]
_DUPLEX = {1: "/Simplex", 2: "/DuplexFlipLongEdge"}


def make(dossier: Dossier, request: Request, progress: Progress) -> bytes:
    """Badges as PDF, by family name; both sides alike where the options ask for two.

    Raises CannotPrint where nobody is chosen. `progress` counts badges.
    """
    guests = with_badges(dossier, request)
    if not guests:
        raise CannotPrint("There is nobody to print a badge for. Choose other guests.")
    wordings = Wording.each(dossier, request.languages, marked=False)
    form = format_of(request, rtl=wordings[0].rtl)
    face = BadgeFace(wordings, form.measures, with_flag=request.options["flag"] == "yes")
    sides = 2 if request.options["sides"] == "two" else 1

    def steps(document: Document) -> Iterator[int]:
        badges = [face.badge(guest) for guest in guests]
        sized = list(zip(badges, face.sizes(badges), strict=True))
        return _Press(document, face, form).sheets(sized, sides)

    title = titled(wordings[0], wordings[0].words.text("Badges"))
    viewing = {**AS_IT_IS, "Duplex": _DUPLEX[sides]}
    return batch(title, request, steps, (progress, len(guests)), viewing=viewing)


class _Press:
    """Prints badges sheet by sheet."""

    def __init__(self, document: Document, face: BadgeFace, form: Format) -> None:
        self.document, self.face, self.form = document, face, form

    def sheets(self, badges: Sequence[Sized], sides: int) -> Iterator[int]:
        """Print; tells after each sheet how many badges are done."""
        start, used = 0, self.form.used
        while start < len(badges):
            held = badges[start : start + self.form.sheet.count - used]
            for side in range(sides):
                self._side(held, used, back=side > 0)
            start, used = start + len(held), 0
            yield start

    def _side(self, badges: Sequence[Sized], used: int, *, back: bool) -> None:
        page, sheet = self.document.page(), self.form.sheet
        if not back:
            page.bookmark(self._from_to(badges))
        if self.form.marks:
            cut_marks(self.document, page, sheet)
        if self.form.folded:
            fold_marks(self.document, page, sheet, down=sheet.cell_height / 2)
        for at, sized in enumerate(badges, used):
            cell = sheet.cell(at, back=back)
            self._piece(page, cell.x, cell.y, sized)

    def _piece(self, page: Page, x: float, y: float, sized: Sized) -> None:
        if not self.form.folded:
            self.face.draw(self.document, page, (x, y), *sized)
            return
        wide, half = self.form.measures.width, self.form.measures.height
        self.face.draw(self.document, page, (x, y + half), *sized)
        with self.document.artifact(), page.turned(x + wide / 2, y + half / 2, 180):
            self.face.draw(self.document, page, (x, y), *sized)

    def _from_to(self, badges: Sequence[Sized]) -> str:
        language = self.face.wordings[0].language
        people = (badge.guest.person for badge, _ in (badges[0], badges[-1]))
        names = [person.name(language, tags.script_of(language)) for person in people]
        return " – ".join(dict.fromkeys(name.family or name.given for name in names))
