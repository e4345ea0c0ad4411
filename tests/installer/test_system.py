from pathlib import Path

import pytest

from installer import system
from installer.progress import Progress, SetUpError

NOTHING_MISSING = {"load": bool, "find": bool, "has_module": bool}


def test_nothing_is_missing_where_everything_loads() -> None:
    assert system.missing_packages(system.FOR_TESTS, **NOTHING_MISSING) == []


def test_each_library_that_does_not_load_names_its_package() -> None:
    def load(name: str) -> None:
        if "xcb-cursor" in name or "EGL" in name:
            raise OSError(f"{name}: cannot open shared object file")

    missing = system.missing_packages({}, **NOTHING_MISSING | {"load": load})
    assert missing == ["libegl1", "libxcb-cursor0"]


def test_programs_and_the_module_for_environments_count_as_well() -> None:
    found = NOTHING_MISSING | {
        "find": lambda name: name != "Xvfb",
        "has_module": lambda name: name != "ensurepip",
    }
    assert system.missing_packages(system.FOR_TESTS, **found) == ["xvfb", "python3-venv"]
    assert system.missing_packages({}, **found) == ["python3-venv"]


@pytest.fixture
def short_of_egl(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """A Linux where libegl1 is missing until it is installed; the list of what was installed."""
    installed: list[list[str]] = []
    monkeypatch.setattr(system.sys, "platform", "linux")
    monkeypatch.setattr(
        system, "missing_packages", lambda programs: [] if installed else ["libegl1"]
    )
    monkeypatch.setattr(system, "_install", installed.append)
    monkeypatch.setattr(system.shutil, "which", lambda name: f"/usr/bin/{name}")
    return installed


def as_user(number: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system.os, "geteuid", lambda: number, raising=False)


def test_root_gets_what_is_missing(
    short_of_egl: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    as_user(0, monkeypatch)
    system.provide({}, Progress())
    assert short_of_egl == [["libegl1"]]


def test_others_are_told_the_exact_line(
    short_of_egl: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    as_user(1000, monkeypatch)
    with pytest.raises(
        SetUpError, match="sudo apt-get install --yes --no-install-recommends libegl1\\n"
    ):
        system.provide({}, Progress())
    assert short_of_egl == []


def test_a_system_without_apt_is_told_the_names(
    short_of_egl: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(system.shutil, "which", lambda name: None)
    with pytest.raises(SetUpError, match="package manager"):
        system.provide({}, Progress())
    assert short_of_egl == []


def test_a_system_without_apt_lacks_only_what_the_program_loads(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(system.sys, "platform", "linux")
    monkeypatch.setattr(system.shutil, "which", lambda name: None)
    monkeypatch.setattr(system, "missing_packages", list)  # all that is asked for is missing
    system.provide({"java": "default-jre-headless"}, Progress())


def test_files_are_found_by_their_place_and_programs_by_their_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "15").mkdir()
    (tmp_path / "15" / "initdb").touch(mode=0o755)
    monkeypatch.setattr(system, "_PROGRAM_FOLDERS", str(tmp_path / "15"))
    assert system.is_there(f"{tmp_path}/*/initdb")
    assert not system.is_there(f"{tmp_path}/*/pg_ctl")
    assert system.is_there("initdb")
    assert not system.is_there("pg_ctl")


def test_macos_and_windows_are_left_alone(
    short_of_egl: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(system.sys, "platform", "win32")
    system.provide({}, Progress())
    assert short_of_egl == []
