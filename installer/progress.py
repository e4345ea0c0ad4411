"""What the two commands say while they work, and how they stop when they can't."""

import os
import sys
import time
from typing import TextIO


class SetUpError(Exception):
    """Set-up can't go on; the message says what to do about it."""


class Progress:
    """Steps, told on standard error so that results stay alone on standard output."""

    def __init__(self, stream: TextIO | None = None) -> None:
        self._stream = stream or sys.stderr
        self._started = time.monotonic()
        self._step = ""

    def step(self, what: str) -> None:
        """Begin a step, e.g. `Making the Python environment`."""
        if not self._step:
            self._say("Getting Estrado ready. The first time takes a minute or two.")
        self._step = what
        self._say(f"  {what} …")

    def detail(self, what: str) -> None:
        """Tell how far the step is, on a terminal whose last line can be written again."""
        if self._stream.isatty() and os.name != "nt":
            self._say(f"\x1b[1A\x1b[2K  {self._step} … {what}")

    def finish(self) -> None:
        """Close with the time that it all took, if there was anything to do."""
        if self._step:
            self._say(f"  Ready after {time.monotonic() - self._started:.0f} seconds.")

    def _say(self, line: str) -> None:
        print(line, file=self._stream, flush=True)
