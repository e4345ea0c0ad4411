"""How far a long work is, on one line of a terminal that is gone when the work is done."""

import sys
import time
from collections.abc import Callable, Generator
from contextlib import contextmanager
from typing import TextIO

_PATIENCE = 0.3
"""Seconds until somebody who waits is told anything."""
_PAUSE = 0.1
_ERASE = "\r\x1b[K"


@contextmanager
def shown(what: str, stream: TextIO | None = None) -> Generator[Callable[[int, int], None]]:
    """A progress that is told as "certificates: 125 / 1000"; not where nobody looks."""
    out = stream or sys.stderr
    watched, told = out.isatty(), False
    due = time.monotonic() + _PATIENCE

    def tell(done: int, total: int) -> None:
        nonlocal due, told
        if watched and time.monotonic() >= due:
            out.write(f"{_ERASE}{what}: {done} / {total}")
            out.flush()
            due, told = time.monotonic() + _PAUSE, True

    try:
        yield tell
    finally:
        if told:
            out.write(_ERASE)
            out.flush()
