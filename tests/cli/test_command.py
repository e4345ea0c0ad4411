"""The command as a whole: usage, streams, the way to the window."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from desktop import __main__, cli
from desktop.cli import output


def test_without_a_command_the_window_opens(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    opened: list[str | None] = []

    def window(location: str | None) -> int:
        opened.append(location)
        return 0

    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert cli.main([], window) == 0
    assert cli.main([str(tmp_path / "a.db")], window) == 0
    assert opened == [None, str(tmp_path / "a.db")]


def test_without_a_display_it_says_so(process):
    answer = process()
    assert (answer.code, answer.out) == (2, "")
    assert "no display" in answer.err


def test_a_display_is_looked_for_on_linux_only():
    assert not cli.has_display("linux", {})
    assert cli.has_display("linux", {"WAYLAND_DISPLAY": "wayland-0"})
    assert cli.has_display("darwin", {})


@pytest.mark.parametrize(
    "arguments",
    [
        ["list"],
        ["list", "x.db", "everything"],
        ["print", "x.db", "programme"],
        ["--unknown"],
        ["lost", "x.db"],
        ["import", "x.db"],
        ["undo"],
    ],
)
def test_wrong_usage_is_a_line_or_two(estrado, arguments: list[str]):
    refused = estrado(*arguments)
    assert (refused.code, refused.out) == (2, "")
    assert refused.err.startswith("estrado: ")
    assert "--help" in refused.err
    assert len(refused.err.splitlines()) <= 2


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]):
    with pytest.raises(SystemExit) as left:
        __main__.main(["--help"])
    assert left.value.code == 0
    told = capsys.readouterr().out
    for command in (
        "new", "import", "list", "check", "print", "undo", "redo", "history", "backup",
        "restore", "verify",
    ):  # fmt: skip
        assert f"    {command} " in told


def test_output_is_utf8_on_any_system(process, db: Path):
    plain = {"PYTHONIOENCODING": "cp1252"}
    listed = process("list", db, "slots", "--json", **plain)
    assert listed.code == 0
    assert "Сұрақ-жауап" in listed.out
    refused = process("list", db, "slots", "--event", "қонақ", **plain)
    assert "қонақ" in refused.err


@pytest.mark.skipif(sys.platform == "win32", reason="a POSIX pipe")
def test_whoever_stops_reading_gets_no_complaint(db: Path):
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(
        [sys.executable, "-m", "desktop", "list", str(db), "people"],
        stdout=writer,
        stderr=subprocess.PIPE,
        check=False,
        cwd=Path(cli.__file__).parents[2],
    )
    os.close(writer)
    assert (done.returncode, done.stderr) == (cli.BROKEN_PIPE, b"")


def test_the_command_does_not_load_what_it_does_not_need():
    code = (
        "import sys; from desktop.__main__ import main\n"
        "try: main(['--version'])\n"
        "except SystemExit: pass\n"
        "heavy = {'sqlalchemy', 'reportlab', 'icu', 'PySide6', 'lxml', 'babel', 'PIL'}\n"
        "sys.exit(' '.join(heavy & set(sys.modules)) or 0)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], check=False, capture_output=True, text=True
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_a_database_that_cannot_be_is_told_without_its_password(estrado, tmp_path: Path):
    server = "postgresql://ana:geheim@localhost"
    for asked in (
        ("verify", f"{server}/event"),
        ("list", f"{server}:port/event", "events"),
        ("list", "mysql://ana:geheim@localhost/event", "events"),
        ("new", tmp_path / "nowhere" / "event.db"),
        ("new", ""),
    ):
        refused = estrado(*asked)
        assert (refused.code, refused.out) == (2, ""), asked
        assert "geheim" not in refused.err
    assert "There is no folder" in estrado("new", tmp_path / "nowhere" / "event.db").err


def test_a_closed_stream_is_written_to_in_vain(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    output.prepare_streams()
    output.say("Ana")
    assert output.complain("no") == 2
    sys.stdout.close()
    sys.stderr.close()
