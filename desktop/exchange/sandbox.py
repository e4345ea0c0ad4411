"""Reading files from outside in a process of their own, held to limits of memory and time.

A hostile file can at worst end that process: the program and its database go on. The child
(`reader`) knows neither the database nor the window, so it starts quickly. Of what it says only
values of the trade are believed, so that it cannot make this process do anything.
"""

import os
import pickle
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Generator
from contextlib import closing, contextmanager
from datetime import date, datetime, timedelta, timezone
from datetime import time as time_of_day
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, NamedTuple

import desktop
from desktop.domain.errors import BadInput
from desktop.exchange import reader
from desktop.language.translation import msgid

if TYPE_CHECKING:
    from desktop.exchange.schedule import Schedule

Progress = Callable[[int, int], None]

SECONDS = 20
"""How long one may have to wait for the next thing that is read, by the clock on the wall."""

_PATIENCE = 0.1
_WAITING = 1
_NO_WINDOW = getattr(subprocess, "CREATE_NO_WINDOW", 0)  # on Windows; no console flashes up
_END = ("end", None)


class Stopped(NamedTuple):
    """What is said where a limit ended the child: of time (`{count}` seconds) or of memory."""

    too_long: str
    too_large: str


_SCHEDULE = Stopped(
    msgid("Reading it took more than {count} seconds; no schedule takes as long."),
    msgid("Reading it took more memory than any schedule needs, so it was stopped."),
)
GUESTS = Stopped(
    msgid("Reading it took more than {count} seconds; no list of guests takes as long."),
    msgid("Reading it took more memory than any list of guests needs, so it was stopped."),
)


def read_file(path: Path, progress: Progress | None = None) -> "Schedule":
    """Read a schedule, XML or JSON, in a child process.

    `progress` is called again and again with (0, 1) while it lasts; what it raises ends the child.

    Raises:
        BadInput: the file cannot be read, or not within the limits of memory and time.
    """
    from desktop.exchange import schedule

    schedule.check(path)
    with closing(read("schedule", (path,), path.name, _SCHEDULE, progress)) as values:
        return next(values)


def read(
    task: str,
    asked: tuple[Any, ...],
    place: str,
    stopped: Stopped,
    progress: Progress | None = None,
) -> Generator[Any]:
    """What the child says to a task of `reader.TASKS`, one thing after the other.

    `place` stands for the file in errors. The child ends with the iterator.

    Raises:
        BadInput: the file cannot be read, or not within the limits of memory and time.
    """
    with _child(task, asked) as said:
        while True:
            sort, value = _next(said, progress, stopped, place)
            if sort == "done":
                return
            if sort == "refused":
                message, fields, where = value
                raise BadInput(message, place=where, **fields)
            if sort != "value":
                raise BadInput(stopped.too_large, place=place)
            yield value


@contextmanager
def _child(task: str, asked: tuple[Any, ...]) -> Generator["queue.Queue[Any]"]:
    """A child at work, and what it says; it is ended with the context."""
    said: queue.Queue[Any] = queue.Queue(_WAITING)
    with subprocess.Popen(
        [*_command(), task],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=_environment(),
        creationflags=_NO_WINDOW,
    ) as child:
        assert child.stdout is not None
        listener = threading.Thread(target=_listen, args=(child.stdout, said), daemon=True)
        listener.start()
        try:
            _ask(child, asked)
            yield said
        finally:
            child.kill()
            while listener.is_alive():  # it may wait to hand over what nobody wants any more
                _drain(said)
                listener.join(_PATIENCE / 10)


def _ask(child: "subprocess.Popen[bytes]", asked: tuple[Any, ...]) -> None:
    assert child.stdin is not None
    try:
        pickle.dump(asked, child.stdin)
        child.stdin.close()
    except OSError:  # it is gone already, which its silence will tell
        pass


def _listen(stream: IO[bytes], said: "queue.Queue[Any]") -> None:
    """Hand over what a child says until it ends or says what cannot be believed."""
    try:
        while True:
            said.put(_Believed(stream).load())
    except Exception:  # noqa: BLE001 - whatever is wrong with its words, it has nothing more to say
        said.put(_END)


def _drain(said: "queue.Queue[Any]") -> None:
    while not said.empty():
        said.get_nowait()


def _next(
    said: "queue.Queue[Any]", progress: Progress | None, stopped: Stopped, place: str
) -> tuple[str, Any]:
    deadline = time.monotonic() + SECONDS
    while True:
        try:
            return said.get(timeout=_PATIENCE)
        except queue.Empty:
            if time.monotonic() > deadline:
                raise BadInput(stopped.too_long, count=SECONDS, place=place) from None
            if progress is not None:
                progress(0, 1)


class _Believed(pickle.Unpickler):
    """Reads values of the trade and plain data, and nothing that could do anything."""

    def find_class(self, module: str, name: str, /) -> Any:
        if module == "datetime":
            return _TIMES[name]
        found = super().find_class(module, name) if module.startswith(_OURS) else None
        if not isinstance(found, type):
            raise pickle.UnpicklingError(f"{module}.{name} is no value")
        return found


_TIMES = {kind.__name__: kind for kind in (date, datetime, time_of_day, timedelta, timezone)}
_OURS = ("desktop.domain.", "desktop.exchange.")


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
