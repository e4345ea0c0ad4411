"""Keeps PySide6 6.12.0 from crashing Python 3.11.

Its calls that return nothing hand out None without counting it, as is right from Python 3.12 on,
where None is immortal (PEP 683). Before, every such call takes one from None's count, and after
some thousand calls, a few repaints, the interpreter aborts with "deallocating None".
"""

import ctypes
import sys

PLENTY = 1 << 60
"""More calls than a program makes in its life."""


def keep_none() -> None:
    """Make None immortal here too: its count stands first in every CPython object."""
    if sys.version_info < (3, 12) and sys.getrefcount(None) < PLENTY:
        ctypes.c_ssize_t.from_address(id(None)).value += PLENTY
