from dataclasses import dataclass
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from desktop.documents.typesetting.document import Document
from desktop.documents.typesetting.frames import Chunk, paginate
from desktop.documents.typesetting.page import Page


@dataclass(frozen=True)
class Lines:
    """An item of so many lines of a point each; a solid one is not parted."""

    name: str
    lines: tuple[int, ...]
    solid: bool = False

    @property
    def height(self) -> float:
        return float(len(self.lines))

    def split(self, room: float) -> "tuple[Lines, Lines] | None":
        count = int(room)
        if self.solid or not 2 <= count <= len(self.lines) - 2:
            return None
        return Lines(self.name, self.lines[:count]), Lines(self.name, self.lines[count:])

    def draw(self, document: Document, page: Page, top: float) -> None: ...


def item(name: str, count: int, *, solid: bool = False) -> Lines:
    return Lines(name, tuple(range(count)), solid)


@st.composite
def chunk_lists(draw: st.DrawFn) -> list[Chunk]:
    chunks: list[Chunk] = []
    for place in range(draw(st.integers(0, 12))):
        body = item(f"body {place}", draw(st.integers(1, 70)), solid=draw(st.booleans()))
        heads = [item(f"head {place}", 2, solid=True)] if draw(st.booleans()) else []
        continued = item("continued", 1, solid=True) if draw(st.booleans()) else None
        chunks.append(Chunk((*heads, body), continued, opens=bool(heads)))
    return chunks


@given(chunk_lists(), st.integers(8, 20), st.integers(20, 30))
def test_nothing_is_lost_doubled_or_out_of_order(
    chunks: list[Chunk], first: int, others: int
) -> None:
    pages = list(paginate(chunks, first, others))
    printed = [
        (placed.item.name, line)
        for page in pages
        for placed in page
        for line in placed.item.lines
        if placed.item.name != "continued"
    ]
    wanted = [(one.name, line) for chunk in chunks for one in chunk.items for line in one.lines]
    assert printed == wanted


@given(chunk_lists(), st.integers(8, 20), st.integers(20, 30))
def test_pages_hold_what_they_are_given(chunks: list[Chunk], first: int, others: int) -> None:
    for number, page in enumerate(paginate(chunks, first, others)):
        for one, following in pairwise(page):
            assert following.top == one.top + one.item.height
        own = [placed for placed in page if placed.item.name != "continued"]
        bottom = max((placed.top + placed.item.height for placed in page), default=0)
        assert bottom <= (others if number else first) or len(own) == 1


@given(chunk_lists(), st.integers(20, 30))
def test_a_heading_is_not_left_alone(chunks: list[Chunk], height: int) -> None:
    pages = list(paginate(chunks, height, height))
    for page in pages[:-1]:
        last = page[-1].item
        assert not last.name.startswith("head") or len(page) == 1 + (
            page[0].item.name == "continued"
        )


def test_a_section_goes_on_under_its_heading() -> None:
    chunk = Chunk((item("head", 2, solid=True), item("body", 30)), item("again", 1), opens=True)
    first, second = paginate([chunk], 20, 20)
    assert [placed.item.name for placed in first] == ["head", "body"]
    assert [placed.item.name for placed in second] == ["again", "body"]


def test_a_slot_that_fits_on_the_next_page_is_not_parted_for_a_little_room() -> None:
    chunks = [Chunk((item("one", 18),)), Chunk((item("two", 10),))]
    first, second = paginate(chunks, 20, 20)
    assert [placed.item.name for placed in first] == ["one"]
    assert len(second[0].item.lines) == 10


def test_one_that_would_leave_a_fifth_of_the_page_blank_is_parted() -> None:
    chunks = [Chunk((item("one", 16),)), Chunk((item("two", 10),))]
    first, second = paginate(chunks, 20, 20)
    assert [placed.item.name for placed in first] == ["one", "two"]
    assert len(second[0].item.lines) == 6
