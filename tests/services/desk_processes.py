"""Desks as processes of their own. Each says on its standard output what it was answered."""

import os
import random
import signal
import sys
import time
from collections.abc import Callable, Sequence

from desktop.domain.attendee import Attendee
from desktop.domain.door import Scan
from desktop.services import door
from desktop.services.workspace import Workspace
from tests.services.doors import NINE


def admit_all(location: str, name: str) -> None:
    """Scan every ticket of the event once, in an order of this desk's own; say who came in."""
    with Workspace.open(location, who=name) as ws:
        codes = [one.ticket for one in ws.find(Attendee)]
        random.Random(name).shuffle(codes)
        say("ready")
        sys.stdin.readline()
        for code in codes:
            answer, _ = door.check_in(ws, Scan(name, code, at=NINE))
            if answer.admits:
                say(code)
    say("done")


def killed_again_and_again(location: str, kills: str) -> None:
    """Start a desk so often, and kill it at some moment; each begins where it stood before.

    The desks are forked: what they import is imported once.
    """
    with Workspace.open(location) as ws:
        codes = [one.ticket for one in ws.find(Attendee)]
    chance = random.Random(1)
    told = 0
    for _ in range(int(kills)):
        reader, writer = os.pipe()
        desk = os.fork()
        if not desk:
            os.close(reader)
            _scan(location, codes[told:], writer)
        os.close(writer)
        with os.fdopen(reader) as lines:
            first = lines.readline()
            time.sleep(chance.uniform(0, 0.03))
            os.kill(desk, signal.SIGKILL)
            for line in [first, *lines]:
                say(line.strip())
                told += 1
        os.waitpid(desk, 0)


def _scan(location: str, codes: Sequence[str], writer: int) -> None:
    """Scan until killed; each answer is told once it was given."""
    try:
        with Workspace.open(location) as ws:
            for code in codes:
                answer, _ = door.check_in(ws, Scan("1", code, nonce=code, at=NINE))
                os.write(writer, f"{code} {answer.kind}\n".encode())
    finally:
        os._exit(1)


def say(line: str) -> None:
    print(line, flush=True)  # noqa: T201


if __name__ == "__main__":
    work: Callable[..., None] = globals()[sys.argv[1]]
    work(*sys.argv[2:])
