"""Reading files from outside in a process of their own, held to limits of memory and time.

A hostile file can at worst end that process: the program and its database go on. The child
(`reader`) knows neither the database nor the window, so it starts quickly.
"""

import os
import pickle
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import desktop
from desktop.domain.errors import BadInput
from desktop.exchange import reader, schedule
from desktop.exchange.schedule import Schedule

SECONDS = 10
"""How long reading a file may take, by the clock on the wall."""

_PATIENCE = 0.1
_NO_WINDOW = getattr(subprocess, "CREATE_NO_WINDOW", 0)  # on Windows; no console flashes up


def read_file(path: Path, progress: Callable[[int, int], None] | None = None) -> Schedule:
    """Read a schedule, XML or JSON, in a child process.

    `progress` is called again and again with (0, 1) while it lasts; what it raises ends the child.

    Raises:
        BadInput: the file cannot be read, or not within the limits of memory and time.
    """
    schedule.check(path)
    with subprocess.Popen(
        [*_command(), str(path)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=_environment(),
        creationflags=_NO_WINDOW,
    ) as child:
        try:
            answer = _answer(child, progress, time.monotonic() + SECONDS)
        except subprocess.TimeoutExpired:
            raise BadInput(
                "Reading it took more than {count} seconds; no schedule takes as long.",
                count=SECONDS,
                place=path.name,
            ) from None
        finally:
            child.kill()
    if not answer:
        raise BadInput(
            "Reading it took more memory than any schedule needs, so it was stopped.",
            place=path.name,
        )
    found: Schedule | tuple[str, dict[str, object], str] = pickle.loads(answer)
    if isinstance(found, Schedule):
        return found
    message, fields, place = found
    raise BadInput(message, place=place, **fields)


def _answer(
    child: "subprocess.Popen[bytes]",
    progress: Callable[[int, int], None] | None,
    deadline: float,
) -> bytes:
    """All that the child says; empty where it was ended by a limit."""
    while True:
        try:
            answer, _ = child.communicate(timeout=_PATIENCE)
        except subprocess.TimeoutExpired:
            if time.monotonic() > deadline:
                raise
            if progress is not None:
                progress(0, 1)
        else:
            return answer if child.returncode == 0 else b""


def _command() -> list[str]:
    """The reader: a module of the installed package, or a frozen build under a name of its own."""
    if getattr(sys, "frozen", False):
        return [sys.executable, reader.FLAG]
    return [sys.executable, "-P", "-m", "desktop.exchange.reader"]


def _environment() -> dict[str, str]:
    """The child finds this program's package wherever it was started from, and nobody else's."""
    inherited = os.environ.get("PYTHONPATH", "").split(os.pathsep)
    known = (folder for folder in inherited if Path(folder).is_absolute())
    package = str(Path(desktop.__file__).parents[1])
    return {**os.environ, "PYTHONPATH": os.pathsep.join((package, *known))}
