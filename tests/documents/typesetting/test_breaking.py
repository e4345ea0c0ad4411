"""The cheapest lines, compared with every way there is."""

from dataclasses import dataclass
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.documents.typesetting import glue
from desktop.documents.typesetting.breaking import BODY, TITLE, Prices, breaks

ALL = Prices(1.2, 4.0, last_white=1.0, short_last=0.9, hyphens=0.8, most_white=9.0)


@dataclass
class Word:
    width: float
    trailing: float = 0.0
    price: float = 0.0
    hyphen: bool = False


words = st.lists(
    st.builds(
        Word,
        width=st.integers(5, 40).map(float),
        trailing=st.sampled_from([-4.0, -4.0, 0.0, 3.0]),
        price=st.sampled_from([0.0, 0.16, 2.0]),
        hyphen=st.booleans(),
    ),
    min_size=1,
    max_size=9,
)


def cost(items: list[Word], ends: list[int], width: float, prices: Prices) -> float:
    """What lines cost, by the description in Prices."""
    total, hyphen = 0.0, False
    for start, end in pairwise([0, *ends]):
        last = items[end - 1]
        used = sum(item.width for item in items[start:end]) + last.trailing
        if used > width + 0.01 and end > start + 1:
            return float("inf")
        white = max(width + 0.01 - used, 0.0) / width
        total += prices.line
        if end == len(items):
            total += prices.last_white * white**2 + (prices.short_last if white > 2 / 3 else 0)
        else:
            total += prices.white * white**2 + last.price
            total += prices.hyphens if hyphen and last.hyphen else 0
        hyphen = last.hyphen
    return total


def every_way(count: int):
    inner = range(1, count)
    for number in range(count):
        for chosen in combinations(inner, number):
            yield [*chosen, count]


@given(words, st.integers(40, 120))
def test_no_other_lines_are_cheaper(items: list[Word], width: int):
    found = breaks(items, width, ALL)
    least = min(cost(items, ends, width, ALL) for ends in every_way(len(items)))
    whole = sum(item.width for item in items) + items[-1].trailing
    if whole > width:
        assert cost(items, found, width, ALL) <= least + 0.01
    else:
        assert found == [len(items)]


@given(words, st.integers(40, 120))
def test_titles_take_the_fewest_lines(items: list[Word], width: int):
    found = breaks(items, width, TITLE)
    possible = [e for e in every_way(len(items)) if cost(items, e, width, TITLE) < float("inf")]
    assert len(found) == min(map(len, possible))


def test_no_items_no_lines():
    assert breaks([], 100, BODY) == []


def test_an_item_wider_than_the_column_stands_alone():
    items = [Word(30.0), Word(300.0), Word(30.0)]
    assert breaks(items, 100, BODY) == [1, 2, 3]


def test_a_line_prefers_not_to_end_in_a_glue_word():
    def first(price: float) -> int:
        items = [Word(40, -4), Word(30, -4), Word(14, -4, price), Word(40, -4), Word(30, -4)]
        return breaks(items, 82, BODY)[0]

    assert first(0.0) == 3
    assert first(0.16) == 2


@pytest.mark.parametrize("word", ["عبد", "بن", "أبو", "von", "бин"])
def test_parts_of_a_name_stay_with_what_follows_in_any_language(word: str):
    assert glue.holds(word, "ar")
    assert glue.holds(word, "es")
