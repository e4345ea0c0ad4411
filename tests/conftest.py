"""Guards around every test: the user's own files out of reach, no screen needed.

An unexpected warning (`filterwarnings`) or message of Qt (`qt_log_level_fail`) fails a test; both
are set in pyproject.toml.
"""

import os
from pathlib import Path

import pytest
from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before anything imports Qt

# No deadline: a busy machine is not a fault. The same examples in every run of CI.
settings.register_profile("estrado", deadline=None, derandomize=bool(os.environ.get("CI")))
settings.load_profile("estrado")

_USER_FOLDERS = ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME")


@pytest.fixture(autouse=True)
def user_folders(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Path:
    """A fresh home for what the program keeps for its user; the real one is never touched."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("ESTRADO_HOME", str(home / "estrado"))
    for variable in _USER_FOLDERS:
        monkeypatch.setenv(variable, str(home / variable.lower()))
    return home
