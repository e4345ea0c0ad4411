"""Lets a line of text stand on one height whatever letters it has.

Qt lays a line with letters of another typeface, taller than Source Sans, some pixels higher.
"""

import re
from functools import partial

from PySide6.QtWidgets import QLineEdit

_TALL = re.compile("[\u0590-\u08ff\ufb1d-\ufefc]")
"""Hebrew and Arabic letters, which Noto Sans has."""
_SHARE = 0.46
"""Of the type size: how much lower such a line is to be centred."""


def set_level(line: QLineEdit, text: str, sides: int = 0) -> None:
    """Put a text like this on its height; `sides` are pixels of air before and after it."""
    lower = round(line.fontInfo().pixelSize() * _SHARE) if _TALL.search(text) else 0
    line.setTextMargins(sides, 0, sides, -lower)


def keep_level(line: QLineEdit) -> None:
    """Keep the text of a field on its height, whatever is written there."""
    line.textChanged.connect(partial(set_level, line))
    set_level(line, line.text())
