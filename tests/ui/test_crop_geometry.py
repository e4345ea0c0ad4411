"""A frame that is cropped never leaves its picture and never loses its shape."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.ui.crop_geometry import Crop, Field

fields = st.builds(
    Field, st.integers(30, 9000), st.integers(30, 9000), st.sampled_from([0.8, 1.0, 0.75])
)
steps = st.lists(
    st.one_of(st.tuples(st.floats(-9000, 9000), st.floats(-9000, 9000)), st.floats(0.2, 5.0)),
    max_size=12,
)


@given(fields, steps)
def test_the_frame_stays_within_the_picture_in_its_ratio(field: Field, done: list):
    crop = field.largest
    for step in done:
        moved = isinstance(step, tuple)
        crop = field.moved(crop, *step) if moved else field.resized(crop, step)
        assert -1e-6 <= crop.x <= field.width - crop.width + 1e-6
        assert -1e-6 <= crop.y <= field.height - crop.height + 1e-6
        assert crop.width / crop.height == pytest.approx(field.ratio)
        assert crop.width >= field.least - 1e-6


def test_the_largest_frame_of_a_tall_picture_is_near_its_head():
    crop = Field(800, 2000, 0.8).largest
    assert (crop.width, crop.height) == (800, 1000)
    assert 0 < crop.y < (2000 - 1000) / 2


def test_without_a_ratio_the_whole_picture_is_kept():
    field = Field(300, 200, 0)
    assert field.resized(field.largest, 0.5) == Crop(0, 0, 300, 200)
