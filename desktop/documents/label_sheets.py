"""Sheets of labels, by what one measures on them: a name alone never says where labels lie."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.documents.options import Choice, Option
from desktop.documents.request import PAPERS, Request
from desktop.domain.errors import CannotPrint
from desktop.language.translation import msgid

if TYPE_CHECKING:
    from desktop.documents.sheets import Sheet

_SLIP = 0.5  # millimetres; printed measures are rounded
_LEAST, _MOST = 20.0, 100
"""No label is smaller, in millimetres; no sheet has as many rows."""


@dataclass(frozen=True, slots=True)
class LabelSheet:
    """What one measures, in millimetres: columns and rows, a label's width and height, the margins
    at the left and top, and the pitch across and down, from one label's edge to the next's.
    """  # noqa: D205

    paper: str
    columns: int
    rows: int
    width: float
    height: float
    left: float
    top: float
    across: float
    down: float

    @property
    def name(self) -> str:
        """The sheet in a few figures: `63.5 x 38.1 mm, 3 x 7, A4`."""
        return f"{self.width:g} × {self.height:g} mm, {self.columns} × {self.rows}, {self.paper}"

    def sheet(self) -> "Sheet":
        """The sheet in points; CannotPrint where the labels do not lie on it."""
        from desktop.documents.sheets import Sheet
        from desktop.documents.typesetting.document import mm

        paper = PAPERS[self.paper]
        for end, side in (
            (self.left + (self.columns - 1) * self.across + self.width, paper[0]),
            (self.top + (self.rows - 1) * self.down + self.height, paper[1]),
        ):
            if mm(end - _SLIP) > side:
                raise CannotPrint(
                    "Labels that reach {end} mm do not lie on {paper}, whose side is {side} mm.",
                    end=f"{end:g}",
                    paper=self.paper,
                    side=f"{side / mm(1):.0f}",
                )
        if (self.columns > 1 and self.across < self.width) or (
            self.rows > 1 and self.down < self.height
        ):
            raise CannotPrint("Labels would overlap: the pitch is the label and the gap after it.")
        return Sheet(
            *paper,
            self.columns,
            self.rows,
            mm(self.width),
            mm(self.height),
            mm(self.left),
            mm(self.top),
            mm(self.across),
            mm(self.down),
        )


LABELS: dict[str, LabelSheet] = {
    "a4-63.5x38.1": LabelSheet("A4", 3, 7, 63.5, 38.1, 7.25, 15.15, 66, 38.1),
    "a4-70x36": LabelSheet("A4", 3, 8, 70, 36, 0, 4.5, 70, 36),
    "a4-99.1x38.1": LabelSheet("A4", 2, 7, 99.1, 38.1, 4.65, 15.15, 101.6, 38.1),
    "a4-99.1x67.7": LabelSheet("A4", 2, 4, 99.1, 67.7, 4.65, 13.1, 101.6, 67.7),
    "a4-105x57": LabelSheet("A4", 2, 5, 105, 57, 0, 6, 105, 57),
    "letter-66.7x25.4": LabelSheet("Letter", 3, 10, 66.675, 25.4, 4.7625, 12.7, 69.85, 25.4),
    "letter-101.6x50.8": LabelSheet("Letter", 2, 5, 101.6, 50.8, 3.97, 12.7, 106.36, 50.8),
}
"""Sheets that are sold everywhere, measured."""

SHEET = Option(
    "labels",
    msgid("Sheet of labels"),
    tuple(Choice(key, sheet.name) for key, sheet in LABELS.items()),
)
MEASURES = Option(
    "measures",
    msgid("Another sheet, measured in millimetres"),
    hint=msgid("columns rows width height left top across down: 3 7 63.5 38.1 7.25 15.15 66 38.1"),
)
START = Option(
    "start",
    msgid("First label to print on"),
    hint=msgid("the number of the first label that is still on the sheet"),
)
LABEL_SHEETS = (SHEET, MEASURES, START)
"""The options of every document that is printed on labels."""


def label_sheet(request: Request) -> "Sheet":
    """The sheet that a request names or measures; CannotPrint for what makes no sense."""
    measured = request.options["measures"]
    if measured:
        return _measured(measured, request.paper).sheet()
    known = LABELS[request.options["labels"]]
    if known.paper != request.paper:
        raise CannotPrint(
            "These labels come on {paper}, not on {other}. Choose that paper.",
            paper=known.paper,
            other=request.paper,
        )
    return known.sheet()


def first_label(request: Request, sheet: "Sheet") -> int:
    """How many labels of the first sheet are used up."""
    said = request.options["start"]
    if not said:
        return 0
    if not said.isdecimal() or not 1 <= int(said) <= sheet.count:
        raise CannotPrint(
            "“{text}” is no label of this sheet, which has 1 to {last}.",
            text=said,
            last=sheet.count,
        )
    return int(said) - 1


def _measured(text: str, paper: str) -> LabelSheet:
    parts = text.replace(";", " ").split()
    try:
        columns, rows = (int(part) for part in parts[:2])
        lengths = [float(part.replace(",", ".")) for part in parts[2:]]
    except ValueError:
        lengths, columns, rows = [], 0, 0
    counts_make_sense = 0 < columns < _MOST and 0 < rows < _MOST
    if len(lengths) != 6 or not counts_make_sense or not _are_lengths(lengths):
        raise CannotPrint(
            "“{text}” does not measure a sheet of labels. Write eight figures, in millimetres: "
            "columns, rows, width, height, left and top margin, pitch across and down.",
            text=text,
        )
    return LabelSheet(paper, columns, rows, *lengths)


def _are_lengths(lengths: list[float]) -> bool:
    return all(0 <= length < 2_000 for length in lengths) and min(lengths[:2]) >= _LEAST
