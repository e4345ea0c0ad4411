"""The seal of a database: what it has marked, nobody else can have made up."""

import hmac
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Seal:
    """A secret key, made with the database and kept in it."""

    key: bytes = field(repr=False)

    def mark(self, purpose: str, said: str, bits: int) -> int:
        """The mark under what was said, in so many `bits`."""
        return int.from_bytes(self.whole_mark(purpose, said)) >> (256 - bits)

    def whole_mark(self, purpose: str, said: str) -> bytes:
        """The mark under what was said: HMAC-SHA-256 (RFC 2104).

        A mark for one purpose is worth nothing for another.
        """
        return hmac.digest(self.key, f"{purpose}\0{said}".encode(), "sha256")
