import ast
import tomllib
from pathlib import Path
from types import ModuleType

import pytest

from desktop import paths
from installer import run
from installer import test as testing
from installer.progress import Progress, SetUpError


@pytest.fixture
def estrado(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[tuple[str, ...]]:
    """A set-up machine without display, no database yet; the `estrado` commands that were run."""
    commands: list[tuple[str, ...]] = []
    database = tmp_path / "a folder" / "not there yet" / "estrado.db"

    def command(*arguments: str) -> int:
        commands.append(arguments)
        if arguments[0] == "new":
            database.touch()
        if arguments[0] == "print":
            Path(arguments[-1]).touch()
        return 1 if arguments[0] == "check" else 0

    monkeypatch.setattr(run, "prepare", lambda locks, programs, progress: None)
    monkeypatch.setattr(run, "_estrado", command)
    monkeypatch.setattr(run, "_default_database", lambda: database)
    monkeypatch.setattr(run, "_has_reference_event", lambda database: True)
    monkeypatch.setattr(run, "has_display", lambda platform, environment: False)
    monkeypatch.setattr(
        run, "PRINTED", {kind: tmp_path / "printed" / f"{kind}.pdf" for kind in run.PRINTED}
    )
    return commands


def verbs(commands: list[tuple[str, ...]]) -> list[str]:
    return [words[2] if words[0] == "print" else words[0] for words in commands]


def test_the_first_run_makes_the_event_prints_it_and_says_where(
    estrado: list[tuple[str, ...]], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run.main([]) == 0
    assert verbs(estrado) == ["new", "programme", "report"]
    said = capsys.readouterr().out.splitlines()
    assert [line.endswith((".pdf", "no window was opened.")) for line in said] == [True] * 3


def test_a_second_run_leaves_database_and_paper_as_they_are(
    estrado: list[tuple[str, ...]], capsys: pytest.CaptureFixture[str]
) -> None:
    run.main([])
    estrado.clear()
    capsys.readouterr()
    assert run.main([]) == 0
    assert estrado == []
    assert capsys.readouterr().out == "There is no display here, so no window was opened.\n"


def test_a_lost_page_is_printed_again(estrado: list[tuple[str, ...]]) -> None:
    run.main([])
    estrado.clear()
    run.PRINTED["report"].unlink()
    run.main([])
    assert verbs(estrado) == ["programme", "report"]


def test_a_database_without_the_reference_event_prints_nothing(
    estrado: list[tuple[str, ...]], monkeypatch: pytest.MonkeyPatch
) -> None:
    run.main([])
    estrado.clear()
    run.PRINTED["report"].unlink()
    monkeypatch.setattr(run, "_has_reference_event", lambda database: False)
    assert run.main([]) == 0
    assert estrado == []


def test_the_reference_event_is_called_as_its_files_call_it() -> None:
    told = tomllib.loads(paths.resource("reference-event", "event.toml").read_text("utf-8"))
    assert told["events"]["reference"]["slug"] == run.REFERENCE_EVENT


def test_with_a_display_the_window_opens_last(
    estrado: list[tuple[str, ...]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run, "has_display", lambda platform, environment: True)
    run.main([])
    assert estrado[-1] == (str(run._default_database()),)


def test_arguments_go_to_the_command_and_its_exit_code_comes_back(
    estrado: list[tuple[str, ...]],
) -> None:
    assert run.main(["check", "a.db", "--json"]) == 1
    assert estrado == [("check", "a.db", "--json")]


@pytest.mark.parametrize(
    ("platform", "environment", "expected"),
    [
        ("linux", {}, False),
        ("linux", {"DISPLAY": ""}, False),
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("win32", {}, True),
        ("darwin", {}, True),
    ],
)
def test_a_window_needs_a_display(
    platform: str, environment: dict[str, str], expected: bool
) -> None:
    assert run.has_display(platform, environment) is expected


@pytest.mark.parametrize("module", [run, testing])
def test_what_only_the_user_can_mend_is_said_once_and_exits_2(
    module: object, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(locks: list[str], programs: dict[str, str], progress: Progress) -> None:
        raise SetUpError("Please run this line")

    monkeypatch.setattr(module, "prepare", refuse)
    assert module.main([]) == 2
    assert capsys.readouterr() == ("", "Please run this line\n")


@pytest.fixture
def gates(monkeypatch: pytest.MonkeyPatch) -> dict[str, object]:
    """The checks and pytest, in place of running them: what each answers and what was asked."""
    answers: dict[str, object] = {"failing": set(), "pytest": 0, "asked": []}
    monkeypatch.setattr(testing, "prepare", lambda locks, programs, progress: None)
    monkeypatch.setattr(testing, "_holds", lambda name, parts: name not in answers["failing"])

    def run_tests(arguments: list[str]) -> int:
        answers["asked"] = arguments
        return answers["pytest"]

    monkeypatch.setattr(testing, "_run_tests", run_tests)
    return answers


def test_paths_and_options_pass_to_pytest(gates: dict[str, object]) -> None:
    arguments = ["tests/domain", "-k", "clash and not room", "-x"]
    assert testing.main(arguments) == 0
    assert gates["asked"] == arguments


def test_a_check_that_does_not_hold_fails_the_whole(
    gates: dict[str, object], capsys: pytest.CaptureFixture[str]
) -> None:
    gates["failing"] = {"types"}
    assert testing.main([]) != 0
    assert "types" in capsys.readouterr().out


def test_a_failing_test_fails_the_whole(gates: dict[str, object]) -> None:
    gates["pytest"] = 1
    assert testing.main([]) == 1


@pytest.mark.parametrize("module", [run, testing])
def test_a_python_from_3_6_on_reads_a_command_and_so_can_tell_that_it_is_too_old(
    module: ModuleType,
) -> None:
    ast.parse(Path(str(module.__file__)).read_text("utf-8"), feature_version=(3, 6))
