"""The code on a badge: who has it comes in. It says nothing about the person.

Digits of chance (135 bits) and a mark of the database's seal (55 bits), 38 together, which just
fit the second smallest QR symbol (ISO/IEC 18004, 25 modules, level M, capitals and figures).
"""

import hmac
import secrets

from desktop.domain import base32
from desktop.domain.seal import Seal

_CHANCE, _MARK = 27, 11
LENGTH = _CHANCE + _MARK


def issue(seal: Seal) -> str:
    """A new code, like no other."""
    return issue_many(seal, 1)[0]


def issue_many(seal: Seal, count: int) -> list[str]:
    """So many new codes, for guests who are stored together.

    They have their first digit in common: then they lie together in the index of a database too,
    which has less to read and to write.
    """
    first, own = base32.digits(secrets.token_bytes(1)), _CHANCE - 1
    drawn = base32.digits(secrets.token_bytes(own * count))
    starts = range(0, len(drawn), own)
    return [_marked(first + drawn[start : start + own], seal) for start in starts]


def is_genuine(code: str, seal: Seal) -> bool:
    """Whether the seal's owner issued exactly this code, digit for digit."""
    if len(code) != LENGTH or not code.isascii():
        return False
    return hmac.compare_digest(_marked(code[:_CHANCE], seal), code)


def short(code: str) -> str:
    """What is printed beside the symbol, to be told apart by eye: `7F3K-92QA`."""
    return f"{code[:4]}-{code[4:8]}" if code else ""


def _marked(chance: str, seal: Seal) -> str:
    return chance + base32.digits(seal.whole_mark("ticket", chance)[:_MARK])
