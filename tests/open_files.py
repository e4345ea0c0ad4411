"""Files that the program has open: Windows neither replaces nor deletes them."""

import os
from pathlib import Path

import pytest

_OPEN = Path("/proc/self/fd")

needs_proc = pytest.mark.skipif(not _OPEN.is_dir(), reason="only Linux tells what is open")


def is_open(path: Path) -> bool:
    """Whether a file, or one whose name begins like its, is open; deleted or not."""
    return any(os.path.realpath(link).startswith(str(path.resolve())) for link in _OPEN.iterdir())
