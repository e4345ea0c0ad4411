"""The code on a badge: who has it comes in. It says nothing about the person.

A random number of 128 bits and a mark of the database's seal, in 38 digits, which just fit the
second smallest QR symbol (ISO/IEC 18004, 25 modules, level M, capitals and figures).
"""

import hmac
import secrets

from desktop.domain import base32
from desktop.domain.seal import Seal

_NUMBER, _MARK = 128, 62
LENGTH = (_NUMBER + _MARK) // 5


def issue(seal: Seal) -> str:
    """A new code, like no other."""
    return issue_many(seal, 1)[0]


def issue_many(seal: Seal, count: int) -> list[str]:
    """So many new codes; what they need of chance is drawn at once."""
    size = _NUMBER // 8
    drawn = secrets.token_bytes(size * count)
    starts = range(0, size * count, size)
    return [_written(int.from_bytes(drawn[start : start + size]), seal) for start in starts]


def is_genuine(code: str, seal: Seal) -> bool:
    """Whether the seal's owner issued exactly this code, digit for digit."""
    number = base32.decode(code) if len(code) == LENGTH else None
    if number is None:
        return False
    # Each number is written in one way only, so that numbers may be compared instead of digits.
    return hmac.compare_digest(_bytes(_marked(number >> _MARK, seal)), _bytes(number))


def short(code: str) -> str:
    """What is printed beside the symbol, to be told apart by eye: `7F3K-92QA`."""
    return f"{code[:4]}-{code[4:8]}" if code else ""


def _written(number: int, seal: Seal) -> str:
    return base32.encode(_marked(number, seal), LENGTH)


def _marked(number: int, seal: Seal) -> int:
    return number << _MARK | seal.mark("ticket", f"{number:x}", _MARK)


def _bytes(number: int) -> bytes:
    return number.to_bytes((_NUMBER + _MARK + 7) // 8)
