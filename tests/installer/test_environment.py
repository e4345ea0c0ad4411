import json
from pathlib import Path

import pytest

from installer import environment, system
from installer.progress import Progress, SetUpError


class Recorded:
    """What a set-up did, in place of doing it."""

    def __init__(self) -> None:
        self.steps: list[str] = []

    def take(self) -> list[str]:
        """The steps since last asked."""
        taken, self.steps = self.steps, []
        return taken


@pytest.fixture
def setup(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Recorded:
    """A project of its own in `tmp_path`, whose set-up is only written down."""
    recorded = Recorded()
    locks = tmp_path / "requirements"
    locks.mkdir()
    (locks / "run.txt").write_text("babel==2.18.0 \\\n    --hash=sha256:00\n")
    (locks / "test.txt").write_text("pytest==9.2.0 \\\n    --hash=sha256:00\n")
    (tmp_path / "pyproject.toml").write_text("[project]\n")
    (tmp_path / ".venv").mkdir()
    monkeypatch.setattr(environment, "ROOT", tmp_path)
    monkeypatch.setattr(environment, "_LOCKS", locks)
    monkeypatch.setattr(environment, "_STAMP", tmp_path / ".venv" / "ready.json")
    monkeypatch.setattr(system, "provide", lambda programs, progress: None)
    monkeypatch.setattr(
        environment,
        "_make_venv",
        lambda progress, afresh: recorded.steps.append("afresh" if afresh else "venv"),
    )
    monkeypatch.setattr(environment, "_pip_lines", lambda arguments: _note(arguments, recorded))
    return recorded


def _note(arguments: list[str], recorded: Recorded) -> list[str]:
    names = [Path(word).name for word in arguments if word.startswith("--requirement=")]
    recorded.steps.append(" ".join(names) or "project")
    return []


def prepare(*locks: str) -> None:
    environment.prepare(locks, {}, Progress())


def test_the_first_time_everything_is_made_and_the_second_nothing(
    setup: Recorded, capsys: pytest.CaptureFixture[str]
) -> None:
    prepare("run.txt")
    assert setup.take() == ["venv", "run.txt", "project"]
    assert "Installing 1 Python libraries" in capsys.readouterr().err
    prepare("run.txt")
    assert setup.take() == []
    assert capsys.readouterr() == ("", "")


def test_a_changed_lock_installs_only_that_lock(setup: Recorded, tmp_path: Path) -> None:
    prepare("run.txt", "test.txt")
    assert setup.take() == ["venv", "run.txt test.txt", "project"]
    (tmp_path / "requirements" / "test.txt").write_text("pytest==9.3.0 \\\n")
    prepare("run.txt", "test.txt")
    assert setup.take() == ["venv", "test.txt"]


def test_running_needs_nothing_where_the_tests_were_set_up(setup: Recorded) -> None:
    prepare("run.txt", "test.txt")
    setup.take()
    prepare("run.txt")
    assert setup.take() == []


def test_a_moved_project_or_another_python_begins_afresh(setup: Recorded, tmp_path: Path) -> None:
    prepare("run.txt")
    setup.take()
    stamp = tmp_path / ".venv" / "ready.json"
    stamp.write_text(json.dumps(json.loads(stamp.read_text()) | {"root": "/elsewhere"}))
    prepare("run.txt")
    assert setup.take() == ["afresh", "run.txt", "project"]


def test_an_interrupted_set_up_is_done_again(
    setup: Recorded, monkeypatch: pytest.MonkeyPatch
) -> None:
    prepare("run.txt")
    setup.take()

    def no_network(arguments: list[str]) -> list[str]:
        raise SetUpError("no network")

    with monkeypatch.context() as patch:
        patch.setattr(environment, "_pip_lines", no_network)
        with pytest.raises(SetUpError):
            prepare("run.txt", "test.txt")
    setup.take()
    prepare("run.txt", "test.txt")
    assert setup.take() == ["venv", "run.txt test.txt", "project"]


@pytest.mark.parametrize("content", [None, "", "{", "[]", "\x00"])
def test_a_stamp_that_cannot_be_read_counts_as_none(content: str | None, tmp_path: Path) -> None:
    path = tmp_path / "stamp.json"
    if content is not None:
        path.write_text(content)
    assert environment.read_stamp(path) == {}


def test_pip_that_gives_up_says_its_last_words() -> None:
    with pytest.raises(SetUpError, match="no such option"):
        environment._pip(["--no-such-option"])
