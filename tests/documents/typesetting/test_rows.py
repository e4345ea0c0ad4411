from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from desktop.documents.typesetting.columns import Columns
from desktop.documents.typesetting.entries import Text
from desktop.documents.typesetting.lines import Block, Line
from desktop.documents.typesetting.rows import (
    Cell,
    Piece,
    Row,
    cell_height,
    flowing,
    split_row,
)

LEADING = 12.0


def block(name: str, count: int) -> Block:
    lines = tuple(Line((), 50.0, f"{name}.{number}") for number in range(count))
    return Block(lines, 100.0, LEADING, rtl=False, language="en")


def cell(name: str, counts: Sequence[int]) -> Cell:
    return tuple(
        Piece(block(f"{name}{place}", count), 6.0 if place else 0.0)
        for place, count in enumerate(counts)
    )


def said(*cells: Cell) -> list[str]:
    return [line.text for one in cells for piece in one for line in piece.block.lines]


counts = st.lists(st.integers(1, 12), min_size=1, max_size=5)


@given(counts, counts, st.floats(0, 400))
def test_a_parted_row_loses_no_line_of_any_cell(
    left: list[int], right: list[int], room: float
) -> None:
    row = Row((cell("l", left), cell("r", right)), gap=6.0, solid=False)
    parts = split_row(row, room)
    if parts is None:
        return
    head, tail = parts
    assert head.height <= room + 0.02
    for index in range(2):
        assert said(head.cells[index], tail.cells[index]) == said(row.cells[index])
        assert head.cells[index]  # facing pages: no language is left without its beginning


@given(counts, counts, st.floats(0, 400))
def test_a_paragraph_leaves_and_takes_two_lines(
    left: list[int], right: list[int], room: float
) -> None:
    row = Row((cell("l", left), cell("r", right)), solid=False)
    whole = {piece.block.lines[0].text: piece for one in row.cells for piece in one}
    for part in split_row(row, room) or ():
        for one in part.cells:
            for piece in one:
                first = piece.block.lines[0].text
                parted = first not in whole or len(piece.block.lines) < len(
                    whole[first].block.lines
                )
                assert not parted or len(piece.block.lines) >= 2


def test_a_paragraph_of_which_all_but_one_line_fits_is_parted_higher() -> None:
    row = Row((cell("left", [7]), cell("right", [9])), solid=False)
    parts = split_row(row, 6 * LEADING)
    assert parts is not None
    assert [len(said(one)) for one in parts[0].cells] == [5, 6]


def test_heads_stay_with_what_follows_them():
    rows = (Row((cell("name", [1]),)), Row((cell("office", [2]),)))
    told = Row((cell("told", [6]),), solid=False)
    text = Text((*rows, told), Columns(0, 100, 0, 0, (1.0,)), heads=2)
    assert text.split(4 * LEADING) is None
    parts = text.split(5 * LEADING)
    assert parts is not None
    assert said(*parts[0].rows[-1].cells) == ["told0.0", "told0.1"]


@given(counts, st.integers(2, 3))
def test_a_flowing_text_keeps_its_order_in_columns_of_even_height(
    lines: list[int], count: int
) -> None:
    text = cell("t", lines)
    row = flowing(text, count)
    assert said(*row.cells) == said(text)
    heights = [cell_height(one) for one in row.cells]
    assert max(heights) <= cell_height(text)
    assert max(heights) - heights[0] <= max(lines) * LEADING + 6


@given(counts, st.floats(24, 300))
def test_a_flowing_text_is_read_down_one_page_before_the_next(
    lines: list[int], room: float
) -> None:
    row = flowing(cell("t", lines), 2)
    parts = split_row(row, room)
    if parts is not None:
        head, tail = parts
        assert said(*head.cells, *tail.cells) == said(*row.cells)
        assert head.height <= room + 0.02
