import random

from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.certificate import Certificate, read
from desktop.domain.seal import Seal

SEAL = Seal(bytes(range(32)))
ids = st.integers(1, 10**9 - 1)
certificates = st.builds(Certificate, ids, ids, st.integers(0, 10**9 - 1))


@given(certificates)
def test_a_code_tells_its_certificate(certificate: Certificate):
    code = certificate.code(SEAL)
    assert read(code, SEAL) == certificate
    assert read(code, Seal(bytes(32))) is None


@given(certificates, certificates)
def test_certificates_are_told_apart(one: Certificate, other: Certificate):
    assert (one == other) == (one.code(SEAL) == other.code(SEAL)) == (one.serial == other.serial)


def test_nothing_near_a_code_passes():
    chance = random.Random(1)
    code = Certificate(3, 147, 12).code(SEAL)
    for _ in range(20_000):
        at = chance.randrange(len(code))
        other = code[:at] + chance.choice("0123456789ABCDEFGHJKMNPQRSTVWXYZ-a ") + code[at + 1 :]
        assert (read(other, SEAL) is not None) == (other == code)


def test_the_same_numbers_written_otherwise_are_refused():
    code = Certificate(3, 147).code(SEAL)
    for other in (f"0{code}", code.lower(), f" {code}", code.replace("-", ""), code + "-0000", ""):
        assert read(other, SEAL) is None


@given(st.text(max_size=50))
def test_any_other_text_is_refused(text: str):
    assert read(text, SEAL) is None


def test_a_code_is_short_enough_for_a_small_symbol():
    assert len(Certificate(31, 4711, 812).code(SEAL)) <= 38


def test_the_serial_number_is_read_at_a_glance():
    assert Certificate(3, 147).serial == "003-147"
    assert Certificate(3, 147, 12).serial == "003-147-012"
