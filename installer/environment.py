"""The project's own Python environment in `.venv`, with exactly the locked libraries."""

import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import cast

from installer import system
from installer.progress import Progress, SetUpError

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
_SCRIPTS, _SUFFIX = ("Scripts", ".exe") if os.name == "nt" else ("bin", "")
PYTHON = VENV / _SCRIPTS / f"python{_SUFFIX}"
_LOCKS = ROOT / "installer" / "requirements"
_STAMP = VENV / "estrado-ready.json"
_PIP = ("-m", "pip", "--disable-pip-version-check", "--no-input", "install", "--no-deps")


def command(name: str) -> Path:
    """A program that a library put into `.venv`, e.g. `estrado` or `lint-imports`."""
    return VENV / _SCRIPTS / f"{name}{_SUFFIX}"


def prepare(locks: Sequence[str], besides: Mapping[str, str], progress: Progress) -> None:
    """Bring the system's libraries and `.venv` up to what the named lock files say.

    Does nothing, and says nothing, where the stamp of an earlier time tells that all is there.

    Args:
        locks: Names of files in installer/requirements, e.g. `run.txt`.
        besides: What the system needs to have besides the libraries, see `installer.system`.
        progress: Where to say what takes time.

    Raises:
        SetUpError: Something that only the user can mend.
    """
    system.provide(besides, progress)
    stamp = read_stamp(_STAMP)
    wanted = wanted_stamp(locks)
    stale = {name for name, value in wanted.items() if stamp.get(name) != value}
    if not stale:
        return
    elsewhere = bool(stamp) and not stale.isdisjoint({"python", "root"})
    if elsewhere:
        stamp, stale = {}, set(wanted)
    _STAMP.unlink(missing_ok=True)
    _make_venv(progress, afresh=elsewhere)
    _install_locked([_LOCKS / name for name in locks if name in stale], progress)
    if "pyproject.toml" in stale:
        progress.step("Installing Estrado itself")
        _pip(["--no-build-isolation", "--editable", str(ROOT)])
    _STAMP.write_text(json.dumps(stamp | wanted, indent=2), encoding="utf-8")
    progress.finish()


def wanted_stamp(locks: Sequence[str]) -> dict[str, str]:
    """What the stamp says when all is as it should be: this Python, this place, these files."""
    files = [ROOT / "pyproject.toml", *(_LOCKS / name for name in locks)]
    python = f"{sys.version_info.major}.{sys.version_info.minor}"
    return {"python": python, "root": str(ROOT)} | {
        file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in files
    }


def read_stamp(path: Path) -> dict[str, str]:
    """The stamp as it was left, or an empty one where there is none that can be read."""
    try:
        stamp: object = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return cast("dict[str, str]", stamp) if isinstance(stamp, dict) else {}


def locked_names(lock: str) -> list[str]:
    """The libraries that the text of a lock file pins."""
    return [line.split("==")[0] for line in lock.splitlines() if "==" in line]


def _make_venv(progress: Progress, *, afresh: bool) -> None:
    if Path(sys.prefix) == VENV:
        return  # started by the environment itself, which therefore exists
    if afresh or not PYTHON.exists():
        progress.step("Making the Python environment .venv")
    done = subprocess.run(
        [sys.executable, "-m", "venv", *(["--clear"] if afresh else []), str(VENV)],
        capture_output=True,
        text=True,
        errors="replace",
        check=False,
    )
    if done.returncode:
        raise SetUpError(f"{done.stdout}{done.stderr}\n{VENV} could not be made.")


def _install_locked(locks: Sequence[Path], progress: Progress) -> None:
    if not locks:
        return
    count = sum(len(locked_names(lock.read_text(encoding="utf-8"))) for lock in locks)
    progress.step(f"Installing {count} Python libraries")
    # Only wheels whose hash is known: nothing is compiled, and nothing else can slip in.
    options = ["--require-hashes", "--only-binary=:all:", "--progress-bar=off"]
    seen = 0
    for line in _pip_lines([*options, *(f"--requirement={lock}" for lock in locks)]):
        word, _, rest = line.strip().partition(" ")
        if word == "Collecting":
            seen += 1
            progress.detail(f"{seen} of {count}, {rest.split('==')[0]}")
        elif word == "Installing":
            progress.detail("unpacking")


def _pip(arguments: Sequence[str]) -> None:
    for _ in _pip_lines(arguments):
        pass


def _pip_lines(arguments: Sequence[str]) -> Iterator[str]:
    """Run `pip install`, passing on its lines as they come.

    Raises:
        SetUpError: pip gave up; with its last words.
    """
    lines: list[str] = []
    with subprocess.Popen(
        [str(PYTHON), *_PIP, *arguments],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
    ) as pip:
        assert pip.stdout is not None
        for line in pip.stdout:
            lines.append(line)
            yield line
    if pip.returncode:
        raise SetUpError(f"{''.join(lines[-12:])}\nThe Python libraries could not be installed.")
