"""The same verbs without a window, for scripts and tests.

Exit code 0: done; 1: done, and there are findings; 2: bad input or usage, with one clear message
on standard error and nothing written.

    begin, importing, directory, lists, printing, guests, invite, door, privacy, keeping
                the commands of a topic: what can be asked, and what is done about it
    arguments   all of them together: a new topic is one module and its name there
    asking      what arguments name: a database, an event, languages, a file
    listings    how values look as JSON and as lines
    output      streams: UTF-8 everywhere, no control characters
    progress    how far a long print is
"""

import errno
import os
import sys
from collections.abc import Callable, Mapping, Sequence

from desktop.cli.arguments import Usage, parse
from desktop.cli.output import complain, prepare_streams
from desktop.domain.errors import EstradoError

INTERRUPTED, BROKEN_PIPE = 130, 141  # 128 + the signal, as shells have it

Window = Callable[[str | None], int]


def main(arguments: Sequence[str], window: Window) -> int:
    """Do what the arguments ask; the exit code.

    `window` opens the window on a database (None: the last one) and returns when it is closed.
    """
    prepare_streams()
    try:
        asked = parse(arguments)
        if asked.run is None:
            return _open_window(asked.database, window)
        code = asked.run(asked)
        sys.stdout.flush()
    except Usage as usage:
        return complain(str(usage))
    except EstradoError as error:
        return complain(str(error))
    except OSError as error:
        return _failed(error)
    except KeyboardInterrupt:
        return INTERRUPTED
    return code


def _open_window(location: str | None, window: Window) -> int:
    if not has_display(sys.platform, os.environ):
        return complain("There is no display here, so no window can be opened.")
    return window(location)


def has_display(platform: str, environment: Mapping[str, str]) -> bool:
    """Whether a window can be opened: on Linux there has to be a session of X11 or Wayland."""
    wanted = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return not platform.startswith("linux") or any(environment.get(name) for name in wanted)


def _failed(error: OSError) -> int:
    """Whoever reads our output may stop reading; any other trouble with files is told."""
    if isinstance(error, BrokenPipeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return BROKEN_PIPE
    if error.errno == errno.ENOSPC:
        return complain("The disk is full. Make room and try again; nothing was changed.")
    place = f"{error.filename}: " if error.filename else ""
    return complain(f"{place}{error.strerror or error}.")
