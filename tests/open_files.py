"""Files that the program has open: Windows neither replaces nor deletes them."""

from pathlib import Path

import pytest

_OPEN = Path("/proc/self/fd")

needs_proc = pytest.mark.skipif(not _OPEN.is_dir(), reason="only Linux tells what is open")


def is_open(path: Path) -> bool:
    return any(link.resolve() == path.resolve() for link in _OPEN.iterdir())
