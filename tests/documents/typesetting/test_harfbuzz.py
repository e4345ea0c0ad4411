import ctypes
import subprocess
import sys

import pytest

_PRINT = """
import ctypes, io
ctypes.CDLL("libharfbuzz.so.0", mode=ctypes.RTLD_GLOBAL)
from desktop.documents.typesetting.document import Document
from desktop.documents.typesetting.style import Style
with Document(io.BytesIO(), title="Programa", languages=("es",)) as document:
    document.page().text(50, 50, "Astaná", Style("serif", 400, size=10))
"""


def _is_there(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


@pytest.mark.skipif(not _is_there("libharfbuzz.so.0"), reason="the system has no HarfBuzz")
def test_the_system_s_own_harfbuzz_is_not_mixed_with_ours():
    """As in a window whose FreeType has opened it to all."""
    done = subprocess.run([sys.executable, "-c", _PRINT], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
