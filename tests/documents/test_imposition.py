"""Which pages stand together, as arithmetic."""

from hypothesis import given
from hypothesis import strategies as st

from desktop.documents.imposition import PER_SHEET, creep, padded, sheets

COUNTS = st.integers(1, 60).map(lambda n: n * PER_SHEET)


@given(st.integers(0, 500))
def test_sheets_are_filled_and_no_more(pages: int) -> None:
    count = padded(pages)
    assert count % PER_SHEET == 0
    assert pages <= count < pages + PER_SHEET


@given(COUNTS, st.booleans())
def test_every_page_stands_once_and_pairs_sum_to_one_more_than_all(count: int, rtl: bool) -> None:
    sides = [side for sheet in sheets(count, rtl=rtl) for side in sheet]
    assert len(sides) == count // 2
    assert sorted(page for side in sides for page in side) == list(range(1, count + 1))
    assert {side.left + side.right for side in sides} == {count + 1}


@given(COUNTS)
def test_odd_pages_are_at_the_right_and_a_book_from_the_right_is_the_mirror_image(
    count: int,
) -> None:
    plain, mirrored = sheets(count), sheets(count, rtl=True)
    for sheet, other in zip(plain, mirrored, strict=True):
        for side, image in zip(sheet, other, strict=True):
            assert side.right % 2 == 1
            assert side.left % 2 == 0
            assert image == side[::-1]


@given(COUNTS)
def test_folded_the_pages_follow_one_another(count: int) -> None:
    """Each leaf carries a page and the one that follows it on its back."""
    for front, back in sheets(count):
        assert back.left == front.right + 1
        assert front.left == back.right + 1


@given(COUNTS)
def test_the_middle_of_the_innermost_sheet_is_one_spread(count: int) -> None:
    left, right = sheets(count)[-1].back
    assert right == left + 1


def test_eight_pages_as_every_printer_knows_them() -> None:
    assert sheets(8) == [((8, 1), (2, 7)), ((6, 3), (4, 5))]


@given(st.integers(0, 30), st.floats(0.01, 0.5))
def test_inner_sheets_creep_further(sheet: int, thickness: float) -> None:
    assert creep(0, thickness) == 0
    assert creep(sheet + 1, thickness) > creep(sheet, thickness)
