"""The size of everything in the window, in percent: Qt's own factor, on top of the system's.

Qt reads it when the application is made, so another size takes effect at the next start. A factor
in the environment is the user's own; it is left alone.
"""

import os
from collections.abc import Generator
from contextlib import contextmanager

from desktop.ui.memory import Memory

SIZES = (100, 125, 150, 175, 200)
VARIABLE = "QT_SCALE_FACTOR"


def is_given() -> bool:
    """Whether the environment says how large everything is."""
    return bool(os.environ.get(VARIABLE))


@contextmanager
def applied(memory: Memory) -> Generator[None]:
    """Whoever makes the application within gets the remembered size; what it starts does not."""
    size = memory.text_size
    if is_given() or size == SIZES[0]:
        yield
        return
    os.environ[VARIABLE] = str(size / 100)
    try:
        yield
    finally:
        del os.environ[VARIABLE]
