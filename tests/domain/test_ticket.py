import random

from hypothesis import given
from hypothesis import strategies as st

from desktop.domain import base32, ticket
from desktop.domain.seal import Seal

SEAL, OTHER = Seal(bytes(32)), Seal(bytes(31) + b"\1")


@given(st.integers(0, 2**190 - 1))
def test_numbers_come_back(number: int):
    written = base32.encode(number, 38)
    assert len(written) == 38
    assert base32.decode(written) == number


def test_what_is_no_figure_is_no_number():
    for text in ("I", "L", "O", "U", "a", "٣", "-", " ", "0 "):
        assert base32.decode(text) is None


@given(st.binary(min_size=16, max_size=64))
def test_a_ticket_is_genuine_for_its_own_seal_only(key: bytes):
    code = ticket.issue(Seal(key))
    assert len(code) == ticket.LENGTH
    assert ticket.is_genuine(code, Seal(key))
    assert not ticket.is_genuine(code, Seal(key + b"\1"))


def test_no_two_tickets_are_alike():
    assert len({ticket.issue(SEAL) for _ in range(10_000)}) == 10_000


def test_nothing_near_a_ticket_passes():
    chance = random.Random(1)
    code = ticket.issue(SEAL)
    letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZILOUabc ="
    for _ in range(100_000):
        at = chance.randrange(len(code))
        other = code[:at] + chance.choice(letters) + code[at + 1 :]
        assert ticket.is_genuine(other, SEAL) == (other == code)


@given(st.text(max_size=60))
def test_any_other_text_is_refused(text: str):
    assert not ticket.is_genuine(text, SEAL)


def test_the_same_code_written_otherwise_is_refused():
    code = ticket.issue(SEAL)
    for other in (code.lower(), f"{code}=", f" {code}", f"{code}\n", code + "0", code[:-1]):
        assert not ticket.is_genuine(other, SEAL)


def test_marks_of_one_purpose_are_worth_nothing_for_another():
    assert SEAL.mark("ticket", "1", 62) != SEAL.mark("certificate", "1", 62)
    assert SEAL.mark("ticket", "1", 62) != OTHER.mark("ticket", "1", 62)
    assert SEAL.mark("ticket", "1", 62) < 2**62


def test_the_key_is_not_shown():
    assert "\\x00" not in repr(SEAL)


def test_a_few_letters_tell_badges_apart():
    assert ticket.short("7F3K92QA" + "0" * 30) == "7F3K-92QA"
    assert ticket.short("") == ""
