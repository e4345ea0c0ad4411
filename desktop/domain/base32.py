"""Numbers as people read them out and scanners read them in.

Crockford's base 32: figures and capitals without I, L, O and U, which are mistaken for others.
"""

from base64 import b32encode

_DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_ALLOWED = frozenset(_DIGITS)
_PLAIN = str.maketrans(_DIGITS, "0123456789ABCDEFGHIJKLMNOPQRSTUV")
"""To the digits that Python itself reads."""
_OWN = bytes.maketrans(b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", _DIGITS.encode())
"""From the digits that Python itself writes (RFC 4648)."""


def encode(number: int, length: int) -> str:
    """The number in exactly so many digits of five bits."""
    size = -(-length * 5 // 8)
    whole = number << (8 * size - 5 * length)
    return b32encode(whole.to_bytes(size)).translate(_OWN)[:length].decode()


def decode(text: str) -> int | None:
    """The number that a text writes; None where it holds anything but digits."""
    if not _ALLOWED.issuperset(text):
        return None
    return int(text.translate(_PLAIN), 32) if text else 0
