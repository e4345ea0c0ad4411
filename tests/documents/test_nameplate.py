from hypothesis import given
from hypothesis import strategies as st

from desktop.documents.nameplate import Hold, set_names, shared_sizes
from desktop.documents.typesetting.style import Style
from desktop.documents.wording import Wording
from tests.documents import sample

SIZES = (30.0, 24.0, 18.0, 14.0)


@given(st.lists(st.floats(5, 40), max_size=40))
def test_nearly_all_share_a_size_and_none_is_larger_than_it_may_be(most: list[float]):
    """`most` are the largest sizes at which each name holds."""
    chosen = shared_sizes(SIZES, len(most), lambda index, size: holding(size <= most[index]))
    own = [max([size for size in SIZES if size <= each], default=SIZES[-1]) for each in most]
    assert all(size <= best for size, best in zip(chosen, own, strict=True))
    if chosen:
        common = max(chosen)
        assert sum(size == common for size in chosen) >= int(0.9 * len(chosen))
        smaller = [(size, best) for size, best in zip(chosen, own, strict=True) if size < common]
        assert all(size == best for size, best in smaller)


def test_a_name_that_is_too_long_for_any_size_is_broken_at_the_largest_that_holds_it_so():
    def holds(index: int, size: float) -> Hold:
        return Hold.APART if index < 2 else Hold.BROKEN if size < 20 else Hold.NOT

    assert shared_sizes(SIZES, 3, holds) == [30.0, 30.0, 18.0]
    assert shared_sizes(SIZES, 1, lambda *_: Hold.NOT) == [14.0]


def test_a_name_is_a_little_smaller_where_the_family_name_then_stands_by_itself():
    def apart_below(limit: float):
        return lambda _, size: Hold.APART if size < limit else Hold.WHOLE

    assert shared_sizes(SIZES, 1, apart_below(25)) == [24.0]
    assert shared_sizes(SIZES, 1, apart_below(20)) == [30.0]  # that would be much smaller


def holding(whole: bool) -> Hold:
    return Hold.APART if whole else Hold.NOT


def names(*people):
    wording = Wording(sample.dossier(), "es")
    return [wording.name_paragraph(person, Style("serif", 600)) for person in people]


def test_a_long_name_is_set_smaller_than_the_others_and_whole():
    short = [sample.THAI] * 10
    fitted = set_names(names(*short, sample.BASQUE), 330, SIZES, lines=lambda _: 2)
    assert {one.size for one in fitted[:-1]} == {30.0}
    assert fitted[-1].size < 30.0
    block = fitted[-1].block
    said = "".join(line.text for line in block.lines)
    assert said.replace("\u00a0", " ") == "Prof.ª Beatriz Goikoetxea-Urrutia y Sáenz de Buruaga"
    assert all(one.hold >= Hold.WHOLE for one in fitted)


def test_a_name_breaks_before_the_family_name():
    (fitted,) = set_names(names(sample.AMBASSADOR), 480, SIZES, lines=lambda _: 3)
    assert fitted.block.lines[1].text.startswith("Echevarrieta")
    (long,) = set_names(names(sample.PHILOSOPHER), 300, (20.0,), lines=lambda _: 3)
    assert [line.text for line in long.block.lines] == [
        "Dr.\u00a0Maximilian ",
        "Freiherr von und zu ",
        "Wallershausen-Tiefenbronn",
    ]


def test_what_does_not_hold_takes_the_lines_it_needs():
    (fitted,) = set_names(names(sample.BASQUE), 120, SIZES, lines=lambda _: 1)
    assert fitted.hold is Hold.NOT
    assert fitted.size == SIZES[-1]
    assert len(fitted.block.lines) > 1
