"""A screen without a screen, a session bus, and the real program started in them."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from jeepney.io.blocking import open_dbus_connection

from tests.end_to_end.tree import Node, desktop, until

_SCREEN = ("Xvfb", "-displayfd", "1", "-screen", "0", "1366x900x24", "-nolisten", "tcp")
_BUS = ("dbus-daemon", "--session", "--nofork", "--print-address")


@dataclass(frozen=True)
class Program:
    """The running program: its process, and what a screen reader sees of it."""

    process: subprocess.Popen[bytes]
    tree: Node
    errors: Path
    surroundings: Mapping[str, str]

    @property
    def complaints(self) -> str:
        """What it and Qt wrote to standard error."""
        return self.errors.read_text(encoding="utf-8")

    def keys(self, together: str) -> None:
        """Press keys in its window, e.g. `ctrl+5`; no window manager is there to give it focus."""
        for words in (
            "search --sync --onlyvisible --name Estrado windowfocus --sync",
            f"key {together}",
        ):
            subprocess.run(["xdotool", *words.split()], env=self.surroundings, check=True)

    def ended(self) -> int:
        """Wait until it ends by itself; its exit code."""
        return self.process.wait(timeout=30)


@pytest.fixture
def start(user_folders: Path, tmp_path: Path) -> Iterator[Callable[..., Program]]:
    """Starts `estrado ARGUMENTS` as a user would."""
    if not sys.platform.startswith("linux"):
        pytest.skip("driven through AT-SPI, which only Linux has")
    errors = tmp_path / "errors.txt"
    with ExitStack() as stack:
        display = stack.enter_context(_server(_SCREEN, tmp_path))
        address = stack.enter_context(_server(_BUS, tmp_path))
        session = stack.enter_context(open_dbus_connection(address))
        surroundings = os.environ | {
            "DISPLAY": f":{display}",
            "DBUS_SESSION_BUS_ADDRESS": address,
            "LC_ALL": "C.UTF-8",
            "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "XDG_RUNTIME_DIR": str(tmp_path),
        }

        def start_program(*arguments: str) -> Program:
            root = stack.enter_context(desktop(session))
            command = [sys.executable, "-m", "desktop", *arguments]
            process = stack.enter_context(_running(command, surroundings, errors))
            tree = until(lambda: next(iter(root.children()), None), errors.read_text)
            return Program(process, tree, errors, surroundings)

        yield start_program


@contextmanager
def _server(command: Sequence[str], folder: Path) -> Iterator[str]:
    """Runs a server and gives the line that it says once it is ready."""
    errors = folder / f"{command[0]}.txt"
    with _running(command, os.environ, errors, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        yield process.stdout.readline().decode().strip()


@contextmanager
def _running(
    command: Sequence[str],
    surroundings: Mapping[str, str],
    errors: Path,
    stdout: int | None = None,
) -> Iterator[subprocess.Popen[bytes]]:
    with (
        errors.open("wb") as stderr,
        subprocess.Popen(command, env=surroundings, stdout=stdout, stderr=stderr) as process,
    ):
        try:
            yield process
        finally:
            process.terminate()
