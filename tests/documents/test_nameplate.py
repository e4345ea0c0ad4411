from hypothesis import given
from hypothesis import strategies as st

from desktop.documents.nameplate import fit_names, shared_sizes
from desktop.documents.typesetting.style import Style
from desktop.documents.wording import Wording
from tests.documents import sample

SIZES = (30.0, 24.0, 18.0, 14.0)


@given(st.lists(st.floats(5, 40), max_size=40))
def test_nearly_all_share_a_size_and_none_is_larger_than_it_may_be(most: list[float]):
    """`most` are the largest sizes at which each name holds."""
    chosen = shared_sizes(SIZES, len(most), lambda index, size: size <= most[index])
    own = [max([size for size in SIZES if size <= each], default=SIZES[-1]) for each in most]
    assert all(size <= best for size, best in zip(chosen, own, strict=True))
    if chosen:
        common = max(chosen)
        assert sum(size == common for size in chosen) >= int(0.9 * len(chosen))
        smaller = [(size, best) for size, best in zip(chosen, own, strict=True) if size < common]
        assert all(size == best for size, best in smaller)


def test_a_name_that_is_too_long_for_any_size_is_broken_at_the_largest_that_holds_it_so():
    chosen = shared_sizes(SIZES, 3, lambda index, size: index < 2, lambda index, size: size < 20)
    assert chosen == [30.0, 30.0, 18.0]
    assert shared_sizes(SIZES, 1, lambda *_: False, lambda *_: False) == [14.0]


def names(*people):
    wording = Wording(sample.dossier(), "es")
    return [wording.name_paragraph(person, Style("serif", 600)) for person in people]


def test_a_long_name_is_set_smaller_than_the_others_and_whole():
    short = [sample.THAI] * 10
    fitted = fit_names(names(*short, sample.BASQUE), 330, SIZES, lines=2)
    assert {one.size for one in fitted[:-1]} == {30.0}
    assert fitted[-1].size < 30.0
    (block,) = fitted[-1].blocks
    said = "".join(line.text for line in block.lines)
    assert said.replace("\u00a0", " ") == "Prof.ª Beatriz Goikoetxea-Urrutia y Sáenz de Buruaga"
    assert all(one.fits for one in fitted)


def test_a_name_breaks_before_the_family_name():
    (fitted,) = fit_names(names(sample.AMBASSADOR), 480, SIZES, lines=3)
    (block,) = fitted.blocks
    assert block.lines[1].text.startswith("Echevarrieta")


def test_what_does_not_hold_takes_the_lines_it_needs():
    (fitted,) = fit_names(names(sample.BASQUE), 120, SIZES, lines=1)
    assert not fitted.fits
    assert fitted.size == SIZES[-1]
    assert len(fitted.blocks[0].lines) > 1
