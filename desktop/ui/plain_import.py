"""Gives Python's own `import` back, in whose place PySide6 puts one for its `__feature__`.

We do not use that, and it costs a lot: whatever is imported afterwards, ours or a library's, has
its source read and searched for the word PySide6.
"""

import builtins
from importlib import import_module


def import_plainly() -> None:
    """Import without a look into sources, from now on."""
    import_module("PySide6.QtCore")  # this is what puts the other one there
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
