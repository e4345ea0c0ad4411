"""The seal of a database: what it has marked, nobody else can have made up."""

import hmac
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Seal:
    """A secret key, made with the database and kept in it."""

    key: bytes = field(repr=False)

    def mark(self, purpose: str, said: str, bits: int) -> int:
        """The mark under what was said: the first `bits` of HMAC-SHA-256 (RFC 2104).

        A mark for one purpose is worth nothing for another.
        """
        digest = hmac.digest(self.key, f"{purpose}\0{said}".encode(), "sha256")
        return int.from_bytes(digest) >> (256 - bits)
