"""A screen without a screen, a session bus, and the real program started in them."""

import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from jeepney.io.blocking import open_dbus_connection
from pypdfium2 import PdfDocument

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

    def keys(self, *together: str) -> None:
        """Press keys in its foremost window, e.g. `ctrl+5`."""
        self._come_forward()
        self._do("key", *together)

    def type(self, text: str) -> None:
        """Type into whatever has the keyboard in its foremost window."""
        self._come_forward()
        self._do("type", "--delay", 4, "--", text)

    def fill(self, name: str, text: str, role: str = "text") -> None:
        """Write into a field, and go on to the next."""
        self._come_forward()
        self.tree.find(name, role).focus().write(text)
        self.keys("Tab")

    def choose(self, menu: Node, name: str) -> None:
        """Open a menu and take a line of it: go down until it is the one that is read out."""
        self.click(menu.at())
        for line in self.tree.read_out("menu item", lambda: self._do("key", "Down")):
            if line.name.startswith(name):
                return self._do("key", "Return")
        raise AssertionError(f"no line {name!r} in the menu")

    def click(self, place: tuple[int, int], times: int = 1) -> None:
        """Click on the screen with the mouse."""
        self._come_forward()
        self._do("mousemove", *place, "click", "--repeat", times, "--delay", 40, 1)

    def drag(self, start: tuple[int, int], end: tuple[int, int]) -> None:
        """Drag from one point of the screen to another, by way of a third."""
        middle = ((start[0] + end[0]) // 2, (start[1] + end[1]) // 2)
        self._do("mousemove", *start, "mousedown", 1)
        for place in (middle, end, end):
            self._do("mousemove", *place)
        self._do("mouseup", 1)

    def copy(self, text: str) -> None:
        """Put a text on the clipboard, as another program does."""
        clipboard = ["xclip", "-selection", "clipboard"]  # stays behind and serves it
        subprocess.run(
            clipboard,
            input=text.encode(),
            stdout=subprocess.DEVNULL,
            env=self.surroundings,
            check=True,
        )

    def _come_forward(self) -> None:
        """Give its foremost window the keyboard; no window manager is there to do so."""
        window = self.tree.children()[-1]
        if not window.is_active:
            found = ("--onlyvisible", "--name", f"^{re.escape(window.name)}$")
            self._do("search", "--sync", *found, "windowfocus", "--sync")
            until(lambda: window.is_active, lambda: f"{window.name} to come forward")

    def _do(self, *words: object) -> None:
        subprocess.run(["xdotool", *map(str, words)], env=self.surroundings, check=True)

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
            # a part may go while it is asked for; that is no fault of the program
            "QT_LOGGING_RULES": "qt.accessibility.atspi.warning=false",
            "TZ": "UTC",
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


def estrado(*arguments: str | Path) -> str:
    """What the command says, as a script would ask it."""
    command = [sys.executable, "-m", "desktop", *map(str, arguments)]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def save_as(program: Program, file: Path) -> None:
    """Save what the page shows, by the window's dialog for it."""
    program.tree.find("Save as PDF…", "push button").press()
    dialog = program.tree.find("Save as PDF", "dialog")
    dialog.find("File name:", "text").write(str(file))
    dialog.find("Save", "push button").press()
    until(file.exists, lambda: str(file))


def printed(file: Path) -> str:
    """The text of a document, as somebody copies it out of it in a browser."""
    with PdfDocument(file) as document:
        texts = [page.get_textpage().get_text_range() for page in document]
    return "\n".join(texts).replace("\r\n", "\n")
