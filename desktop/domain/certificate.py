"""What a certificate certifies, and the code by which a database knows its own certificates."""

import hmac
import re
from dataclasses import dataclass

from desktop.domain import base32
from desktop.domain.seal import Seal

_MARK = 80  # bits
_CODE = re.compile(r"([0-9]{1,9})-([0-9]{1,9})-([0-9]{1,9})((?:-[0-9A-Z]{4}){4})")


@dataclass(frozen=True, slots=True)
class Certificate:
    """That a person attended an event, or (with a slot) had a part in one of its slots."""

    event_id: int
    person_id: int
    slot_id: int = 0

    @property
    def serial(self) -> str:
        """The number of the certificate within its database: the same on every copy of it."""
        parts = (self.event_id, self.person_id, *([self.slot_id] if self.slot_id else []))
        return "-".join(f"{part:03}" for part in parts)

    def code(self, seal: Seal) -> str:
        """What the symbol on it says: what is certified, under the mark of the seal."""
        said = f"{self.event_id}-{self.person_id}-{self.slot_id}"
        mark = base32.encode(seal.mark("certificate", said, _MARK), _MARK // 5)
        return "-".join([said, *(mark[at : at + 4] for at in range(0, len(mark), 4))])


def read(code: str, seal: Seal) -> Certificate | None:
    """The certificate of a code; None for a code that the seal's owner never gave."""
    found = _CODE.fullmatch(code)
    if found is None:
        return None
    event, person, slot = (int(found[group]) for group in (1, 2, 3))
    certificate = Certificate(event, person, slot)
    genuine = hmac.compare_digest(certificate.code(seal).encode(), code.encode())
    return certificate if genuine else None
