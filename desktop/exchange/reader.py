"""The child process that reads a file from outside: `python -m desktop.exchange.reader FILE`.

It answers on standard output with a pickled `Schedule`, or with the message and place of what is
wrong. Started by `sandbox` only; a frozen build starts itself with `FLAG` and the file.
"""

import pickle
import sys
from contextlib import suppress
from pathlib import Path

FLAG = "--read-schedule"

MEMORY = 400_000_000
"""Bytes that reading a file may take; the largest file that is let in needs three quarters."""

_SECONDS = 15
"""Of the processor's time; the one who waits is less patient (`sandbox.SECONDS`)."""


def main(path: str) -> int:
    """Read one file and answer; the exit code."""
    _limit()
    from desktop.domain.errors import BadInput
    from desktop.exchange import schedule

    try:
        answer: object = schedule.read(Path(path))
    except BadInput as error:
        answer = (error.source, error.fields, error.place)
    except MemoryError:
        return 1
    sys.stdout.buffer.write(pickle.dumps(answer, pickle.HIGHEST_PROTOCOL))
    sys.stdout.buffer.flush()
    return 0


def _limit() -> None:
    """Bound memory and time, where the system can; no core is dumped."""
    with suppress(ImportError):
        import resource

        for limit, value in (
            (resource.RLIMIT_AS, MEMORY),
            (resource.RLIMIT_CPU, _SECONDS),
            (resource.RLIMIT_CORE, 0),
        ):
            with suppress(OSError, ValueError):
                resource.setrlimit(limit, (value, value))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
