"""`python3 installer/run.py`: from a bare machine to the reference event, printed and in a window.

Arguments are passed to the `estrado` command: `python3 installer/run.py list DB events`.
"""

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from installer.environment import PYTHON, ROOT, command, prepare
from installer.progress import Progress, SetUpError

PRINTED = {
    "programme": ROOT / "printed" / "programme-es-kk.pdf",
    "report": ROOT / "printed" / "report-es-kk.pdf",
}
REFERENCE_EVENT = "kazakhstan-spain-2026"
_IN_TWO_LANGUAGES = ("--event", REFERENCE_EVENT, "--languages", "es,kk")
_ASK_DATABASE = "from desktop.paths import default_database; print(default_database())"


def main(arguments: Sequence[str]) -> int:
    """Set up what is missing, then do what was asked; the exit code is the `estrado` command's."""
    try:
        prepare(["run.txt"], {}, Progress())
        return _estrado(*arguments) if arguments else _show_reference_event()
    except SetUpError as error:
        print(error, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130


def has_display(platform: str, environment: Mapping[str, str]) -> bool:
    """Whether a window can be opened: on Linux a session of X11 or Wayland has to be there."""
    if not platform.startswith("linux"):
        return True
    return bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))


def _show_reference_event() -> int:
    database = _default_database()
    is_new = not database.exists()
    if is_new:
        database.parent.mkdir(parents=True, exist_ok=True)
        _must("new", str(database), "--reference-event")
    on_paper = all(pdf.exists() for pdf in PRINTED.values())
    if is_new or (not on_paper and _has_reference_event(database)):
        _print_documents(database)
    if has_display(sys.platform, os.environ):
        return _estrado(str(database))
    print("There is no display here, so no window was opened.")
    return 0


def _default_database() -> Path:
    told = _answer(PYTHON, "-c", _ASK_DATABASE)
    told.check_returncode()
    return Path(told.stdout.strip())


def _has_reference_event(database: Path) -> bool:
    """Whether it is still there; a database in use may have lost it, or may need a password."""
    listed = _answer(command("estrado"), "list", str(database), "events", "--json")
    return listed.returncode == 0 and REFERENCE_EVENT in {
        event["slug"] for event in json.loads(listed.stdout)
    }


def _print_documents(database: Path) -> None:
    for kind, pdf in PRINTED.items():
        pdf.parent.mkdir(exist_ok=True)
        _must("print", str(database), kind, *_IN_TWO_LANGUAGES, "-o", str(pdf))
        print(f"The {kind} in Spanish and Kazakh: {pdf}", flush=True)


def _answer(program: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [program, *arguments],
        env={**os.environ, "PYTHONUTF8": "1"},  # Windows would answer in its own letters
        check=False,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )


def _must(*arguments: str) -> None:
    code = _estrado(*arguments)
    if code:
        raise SystemExit(code)


def _estrado(*arguments: str) -> int:
    return subprocess.run([command("estrado"), *arguments], check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
