import io
from itertools import combinations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from desktop.documents.request import PAPERS
from desktop.documents.sheets import Sheet, cut_marks, fold_marks
from desktop.documents.typesetting.document import Document, mm
from desktop.domain.errors import CannotPrint
from tests.documents.reading import Paper

ID_1 = (mm(86), mm(54))


def cells(sheet: Sheet, *, back: bool = False):
    return [sheet.cell(at, back=back) for at in range(sheet.count)]


@given(
    st.sampled_from(sorted(PAPERS)),
    st.floats(20, 120),
    st.floats(20, 120),
    st.floats(0, 12),
    st.booleans(),
)
def test_cells_lie_on_the_paper_apart_and_backs_behind_fronts(
    paper: str, wide: float, tall: float, gap: float, rtl: bool
):
    width, height = PAPERS[paper]
    assume(mm(wide) <= width and mm(tall) <= height)
    sheet = Sheet.centred(PAPERS[paper], (mm(wide), mm(tall)), gap=mm(gap)).filled(rtl=rtl)
    for one in cells(sheet):
        assert -0.1 <= one.x <= width - one.width + 0.1
        assert -0.1 <= one.y <= height - one.height + 0.1
    for one, other in combinations(cells(sheet), 2):
        apart_x = abs(one.x - other.x) >= one.width + mm(gap) - 0.1
        assert apart_x or abs(one.y - other.y) >= one.height + mm(gap) - 0.1
    for front, behind in zip(cells(sheet), cells(sheet, back=True), strict=True):
        assert behind.y == front.y
        assert behind.x == pytest.approx(width - front.x - front.width)


def test_a_sheet_is_filled_row_by_row_from_the_side_where_reading_begins():
    sheet = Sheet.centred(PAPERS["A4"], ID_1, gap=mm(10), most=(2, 4))
    first, second, third, *_ = cells(sheet)
    assert first.x < second.x
    assert first.y == second.y < third.y
    assert cells(sheet.filled(rtl=True))[0] == second


def test_too_small_a_paper_is_refused():
    with pytest.raises(CannotPrint, match="larger"):
        Sheet.centred(PAPERS["C6"], (mm(170), mm(54)))


def inked(sheet: Sheet, *, fold: float | None = None):
    """A page with nothing but marks, as a picture with a pixel a point."""
    stream = io.BytesIO()
    with Document(stream, title="Marks", languages=["en"], size=(sheet.width, sheet.height)) as d:
        page = d.page()
        if fold is None:
            cut_marks(d, page, sheet)
        else:
            fold_marks(d, page, sheet, down=fold)
    return Paper(stream.getvalue()).picture(0, 288)


def has_ink(picture, x0: float, y0: float, x1: float, y1: float) -> bool:
    box = tuple(round(4 * value) for value in (x0, y0, x1, y1))
    return picture.crop(box).getextrema()[0] < 250


def test_marks_stand_beside_cells_that_have_room_between_them():
    sheet = Sheet.centred(PAPERS["A4"], ID_1, gap=mm(10), most=(2, 4))
    picture = inked(sheet)
    for x, y, wide, tall in cells(sheet):
        assert not has_ink(picture, x - 3, y - 3, x + wide + 3, y + tall + 3)
        assert has_ink(picture, x - 1, y - mm(6), x + 1, y)
        assert has_ink(picture, x - mm(6), y - 1, x, y + 1)


def test_marks_stand_on_the_corners_of_cells_that_fill_the_sheet():
    sheet = Sheet.centred(PAPERS["A4"], (mm(105), mm(74.25)))
    assert (sheet.columns, sheet.rows) == (2, 4)
    picture = inked(sheet)
    for x, y, wide, tall in cells(sheet):
        assert not has_ink(picture, x + mm(7), y + mm(7), x + wide - mm(7), y + tall - mm(7))
    middle = sheet.cell(1)
    assert has_ink(picture, middle.x - 1, 0, middle.x + 1, mm(4))
    assert has_ink(picture, middle.x - 1, middle.height - 4, middle.x + 1, middle.height + 4)


def test_fold_marks_stand_off_the_faces():
    sheet = Sheet.centred(PAPERS["A4"], (mm(90), mm(120)), gap=mm(8))
    picture = inked(sheet, fold=mm(60))
    for x, y, wide, tall in cells(sheet):
        assert not has_ink(picture, x, y, x + wide, y + tall)
        assert has_ink(picture, 0, y + mm(60) - 1, sheet.left, y + mm(60) + 1)
