"""The formats of badges: how large one is, and how many lie on a sheet."""

from dataclasses import dataclass

from desktop.documents import qr
from desktop.documents.label_sheets import first_label, label_sheet
from desktop.documents.request import Request
from desktop.documents.sheets import Sheet
from desktop.documents.typesetting.document import mm


@dataclass(frozen=True, slots=True)
class Measures:
    """The measures of a badge in points.

    `scale` is the size of its parts against ID-1 (86 by 54 mm). The band of the category stands
    `inset` within the edges and `bottom` over the lower one, or runs over them by `bleed`;
    `top` leads to the head, for which there is room where `head` says so.
    """

    width: float
    height: float
    scale: float
    padding: float
    top: float
    inset: float = 0.0
    bottom: float = 0.0
    bleed: float = 0.0
    head: bool = True

    @property
    def inner(self) -> float:
        """Width of the text area."""
        return self.width - 2 * self.padding

    @property
    def upright(self) -> bool:
        """Whether it is higher than wide: there is room for two languages, one under the other."""
        return self.height > self.width

    @property
    def band(self) -> tuple[float, float]:
        """Upper and lower edge of the band of the category."""
        low = self.height - self.bottom
        return low - mm(8.4) * self.scale, low

    @property
    def foot(self) -> float:
        """The line on which organisation and ticket stand, over the band."""
        return self.band[0] - max(mm(2.6) * self.scale, self.quiet)

    @property
    def symbol(self) -> float:
        """Side of the ticket's symbol, which has to be read at arm's length."""
        return max(mm(20 if self.upright else 13.6) * self.scale, mm(11))

    @property
    def quiet(self) -> float:
        """What stays white around the symbol."""
        return qr.QUIET * self.symbol / qr.OF_TICKET


@dataclass(frozen=True, slots=True)
class Format:
    """A sheet of badges of certain measures.

    `marks` lead the knife; a `folded` piece is two badges, head to head; so many labels of the
    first sheet are `used`.
    """

    sheet: Sheet
    measures: Measures
    marks: bool = True
    folded: bool = False
    used: int = 0


def format_of(request: Request, *, rtl: bool) -> Format:
    """The format that the options name, filled from where the language begins."""
    size = request.size
    match request.options["format"]:
        case "a7":
            sheet = Sheet.centred(size, (mm(105), mm(74.25)))
            return Format(sheet.filled(rtl=rtl), _A7)
        case "a6":
            sheet = Sheet.centred(size, (mm(105), mm(148.5)))
            return Format(sheet.filled(rtl=rtl), _A6)
        case "butterfly":
            sheet = Sheet.centred(size, (mm(105), mm(297)))
            return Format(sheet.filled(rtl=rtl), _A6, folded=True)
        case "labels":
            sheet = label_sheet(request).filled(rtl=rtl)
            return Format(sheet, _label(sheet), marks=False, used=first_label(request, sheet))
        case _:
            sheet = Sheet.centred(size, (mm(86), mm(54)), gap=mm(10), margin=mm(6))
            return Format(sheet.filled(rtl=rtl), _ID_1)


_ID_1 = Measures(mm(86), mm(54), 1.0, mm(5), mm(3.6), bleed=mm(2))
_A7 = Measures(mm(105), mm(74.25), 1.22, mm(8), mm(8.3), inset=mm(5.4), bottom=mm(6.5))
_A6 = Measures(mm(105), mm(148.5), 1.4, mm(9), mm(16), inset=mm(6), bottom=mm(7))


def _label(sheet: Sheet) -> Measures:
    wide, tall = sheet.cell_width, sheet.cell_height
    return Measures(
        wide,
        tall,
        max(0.62, min(1.4, wide / mm(86), tall / mm(54))),
        mm(4),
        mm(3.4),
        inset=mm(2),
        bottom=mm(2),
        head=tall >= mm(48) and wide >= mm(80),
    )
