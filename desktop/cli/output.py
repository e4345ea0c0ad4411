"""Standard output and standard error: UTF-8 on any system, nothing that a terminal obeys."""

import io
import json
import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

REFUSED = 2
"""The exit code of bad input."""
MOST_LINES = 4
"""The most lines of a message on standard error."""


def prepare_streams() -> None:
    """Write UTF-8 whatever the system's own encoding is; nowhere, where a stream was closed."""
    sys.stdout = sys.stdout or _nowhere()
    sys.stderr = sys.stderr or _nowhere()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


def _nowhere() -> io.TextIOWrapper:
    return Path(os.devnull).open("w", encoding="utf-8")


def say(*cells: object) -> None:
    """Write one line; several cells are set apart by tabs."""
    sys.stdout.write("\t".join(harmless(str(cell)) for cell in cells) + "\n")


def say_json(data: Any) -> None:
    """Write data as JSON."""
    json.dump(data, sys.stdout, ensure_ascii=False, indent=2)
    sys.stdout.write("\n")


def counted(number: int, thing: str) -> str:
    """So many of a thing: 1 guest, 2 guests."""
    return f"{number} {thing}{'s' * (number != 1)}"


def complain(message: str, code: int = REFUSED) -> int:
    """Write a message to standard error; the exit code given."""
    lines = message.splitlines()[:MOST_LINES]
    sys.stderr.write("\n".join(map(harmless, ["estrado: " + lines[0], *lines[1:]])) + "\n")
    return code


def harmless(text: str) -> str:
    """The text without control characters, which break a line or steer a terminal."""
    return text if text.isprintable() else "".join(_shown(text))


def _shown(text: str) -> Iterable[str]:
    for letter in text:
        is_control = letter < " " or "\x7f" <= letter < "\xa0"
        yield " " if is_control else letter
