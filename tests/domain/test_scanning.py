"""A scanner presses keys; the layout of the keyboard does not matter."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain import ticket
from desktop.domain.scanning import scanned
from desktop.domain.seal import Seal

RUSSIAN = dict(zip("QWERTYUIOPASDFGHJKLZXCVBNM", "ЙЦУКЕНГШЩЗФЫВАПРОЛДЯЧСМИТЬ", strict=True))
KAZAKH = {**RUSSIAN, **dict(zip("1234567890", '"әіңғ,.үұқ', strict=True))}


@pytest.mark.parametrize("layout", [{}, RUSSIAN, KAZAKH])
@given(key=st.binary(min_size=32, max_size=32), lower=st.booleans())
def test_a_code_is_read_under_any_layout(layout: dict[str, str], key: bytes, lower: bool) -> None:
    code = ticket.issue(Seal(key))
    typed = "".join(layout.get(digit, digit) for digit in code)
    typed = typed.lower() if lower else typed
    assert scanned(f" {typed[:4]} {typed[4:]}\r\n") == code


def test_a_code_is_read_as_people_type_and_copy_it() -> None:
    assert scanned("\u200f7f3k-92qa il Oo\u202c") == "7F3K92QA1100"
