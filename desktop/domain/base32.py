"""Numbers as people read them out and scanners read them in.

Crockford's base 32: figures and capitals without I, L, O and U, which are mistaken for others.
"""

_DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_ALLOWED = frozenset(_DIGITS)
_PLAIN = str.maketrans(_DIGITS, "0123456789ABCDEFGHIJKLMNOPQRSTUV")
"""To the digits that Python itself reads."""
_OF_BYTES = bytes(ord(_DIGITS[byte % 32]) for byte in range(256))


def encode(number: int, length: int) -> str:
    """The number in exactly so many digits of five bits."""
    places = range(5 * (length - 1), -1, -5)
    return "".join([_DIGITS[number >> below & 31] for below in places])


def digits(chance: bytes) -> str:
    """A digit for each byte, of its last five bits: for what is no number, but chance."""
    return chance.translate(_OF_BYTES).decode()


def decode(text: str) -> int | None:
    """The number that a text writes; None where it holds anything but digits."""
    if not _ALLOWED.issuperset(text):
        return None
    return int(text.translate(_PLAIN), 32) if text else 0
