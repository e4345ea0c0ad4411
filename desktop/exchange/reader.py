"""The child process that reads a file from outside: `python -m desktop.exchange.reader TASK`.

What it is asked (a path, choices) comes pickled on standard input. It answers on standard output
with pickled pairs: `("value", ...)` as often as there is something to tell, then `("done", None)`,
or `("refused", ...)` with message, fields and place of what is wrong. Started by `sandbox` only; a
frozen build starts itself with `FLAG` and the task.
"""

import gc
import pickle
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from enum import Enum
from typing import Any, NamedTuple, cast

FLAG = "--read-file"


class Task(NamedTuple):
    """What the child can do: a function of a module, and the bytes of memory that it may take."""

    module: str
    function: str
    memory: int


TASKS = {
    # The largest schedule that is let in needs three quarters of this.
    "schedule": Task("desktop.exchange.schedule", "read", 400_000_000),
    "cards": Task("desktop.exchange.vcard_file", "read", 1_000_000_000),
    "preview": Task("desktop.exchange.guest_file", "preview", 1_000_000_000),
    "guests": Task("desktop.exchange.guest_file", "guests", 1_000_000_000),
}

_SECONDS = 20
"""Of the processor's time; the one who waits is less patient (`sandbox.SECONDS`)."""


def main(name: str) -> int:
    """Do one task and answer; the exit code."""
    task = TASKS[name]
    asked = pickle.load(sys.stdin.buffer)
    _limit(task.memory)
    gc.disable()  # values are no circles, and looking for some takes a tenth of the time
    from desktop.domain.errors import BadInput

    try:
        for value in _values(_function(task)(*asked)):
            _say("value", value)
        _say("done", None)
    except BadInput as error:
        _say("refused", (error.source, error.fields, error.place))
    except MemoryError:
        return 1
    return 0


def _function(task: Task) -> Callable[..., Any]:
    from importlib import import_module

    return getattr(import_module(task.module), task.function)


def _values(answer: object) -> Iterable[object]:
    """What a function tells: one thing, or many one after the other."""
    return cast("Iterator[object]", answer) if isinstance(answer, Iterator) else (answer,)


class _Plain(pickle.Pickler):
    """Writes a member of an enumeration as its class and value.

    Python 3.11.0 to 3.11.3 do it by `getattr`, which nobody who is careful calls for another.
    """

    def reducer_override(self, obj: Any, /) -> Any:
        return (type(obj), (obj.value,)) if isinstance(obj, Enum) else NotImplemented


def _say(what: str, value: object) -> None:
    _Plain(sys.stdout.buffer, pickle.HIGHEST_PROTOCOL).dump((what, value))
    sys.stdout.buffer.flush()


def _limit(memory: int) -> None:
    """Bound memory and time, where the system can; no core is dumped."""
    with suppress(ImportError):
        import resource

        for limit, value in (
            (resource.RLIMIT_AS, memory),
            (resource.RLIMIT_CPU, _SECONDS),
            (resource.RLIMIT_CORE, 0),
        ):
            with suppress(OSError, ValueError):
                resource.setrlimit(limit, (value, value))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
