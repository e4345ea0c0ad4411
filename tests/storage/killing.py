"""Starting a child process (`child.py`) and ending it at any moment."""

import subprocess
import sys
import time
from collections.abc import Callable, Generator
from contextlib import contextmanager
from pathlib import Path

from tests.storage import child

ROOT = Path(__file__).parents[2]


def run(work: Callable[[Path], None], path: Path) -> None:
    """Let a child do its work to the end."""
    with started(work, path) as process:
        assert process.wait(60) == 0


@contextmanager
def started(work: Callable[[Path], None], path: Path) -> Generator["subprocess.Popen[str]"]:
    """A child at work; it is dead afterwards."""
    command = [sys.executable, "-m", child.__name__, work.__name__, str(path)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        try:
            yield process
        finally:
            process.kill()


def killed_after(process: "subprocess.Popen[str]", seconds: float) -> list[str]:
    """Wait for the child's first line, kill it so much later; the lines that it said."""
    assert process.stdout is not None
    first = process.stdout.readline()
    time.sleep(seconds)
    process.kill()
    return [line.strip() for line in [first, *process.stdout]]
