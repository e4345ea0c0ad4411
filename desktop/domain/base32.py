"""Numbers as people read them out and scanners read them in.

Crockford's base 32: figures and capitals without I, L, O and U, which are mistaken for others.
"""

_DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_ALLOWED = frozenset(_DIGITS)
_PLAIN = str.maketrans(_DIGITS, "0123456789ABCDEFGHIJKLMNOPQRSTUV")
"""To the digits that Python itself reads."""
_PAIRS = [high + low for high in _DIGITS for low in _DIGITS]
"""What ten bits are written as: two digits at once take half the time."""


def encode(number: int, length: int) -> str:
    """The number in exactly so many digits of five bits."""
    bits = 10 * (length // 2)
    first = _DIGITS[number >> bits] if length % 2 else ""
    pairs = [_PAIRS[number >> below & 1023] for below in range(bits - 10, -1, -10)]
    return first + "".join(pairs)


def decode(text: str) -> int | None:
    """The number that a text writes; None where it holds anything but digits."""
    if not _ALLOWED.issuperset(text):
        return None
    return int(text.translate(_PLAIN), 32) if text else 0
