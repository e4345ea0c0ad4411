"""Keeps PySide6 6.12.0 from crashing Python 3.11.

Its calls hand out None, True and False without counting them, as is right from Python 3.12 on,
where they are immortal (PEP 683). Before, every such call takes one from None's count, and after
some thousand calls, a few repaints, the interpreter aborts with "deallocating None".
"""

import sys

PLENTY = 1 << 60
"""More calls than a program makes in its life."""


def keep_singletons() -> None:
    """Make them immortal here too: the count stands first in every CPython object."""
    if sys.version_info < (3, 12) and sys.getrefcount(None) < PLENTY:
        import ctypes

        for singleton in (None, True, False, NotImplemented):
            ctypes.c_ssize_t.from_address(id(singleton)).value += PLENTY
