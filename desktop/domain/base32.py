"""Numbers as people read them out and scanners read them in.

Crockford's base 32: figures and capitals without I, L, O and U, which are mistaken for others.
"""

_DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_ALLOWED = frozenset(_DIGITS)
_PLAIN = str.maketrans(_DIGITS, "0123456789ABCDEFGHIJKLMNOPQRSTUV")
"""To the digits that Python itself reads."""


def encode(number: int, length: int) -> str:
    """The number in exactly so many digits of five bits."""
    digits: list[str] = []
    for _ in range(length):
        number, value = divmod(number, 32)
        digits.append(_DIGITS[value])
    return "".join(reversed(digits))


def decode(text: str) -> int | None:
    """The number that a text writes; None where it holds anything but digits."""
    if not _ALLOWED.issuperset(text):
        return None
    return int(text.translate(_PLAIN), 32) if text else 0
