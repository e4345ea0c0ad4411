"""The `estrado` command: `python -m desktop`. Without a sub-command it opens the window."""

import sys
from collections.abc import Sequence

from desktop import cli
from desktop.exchange import reader


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the command line says; the exit code."""
    given = sys.argv[1:] if arguments is None else arguments
    if given[:1] == [reader.FLAG]:  # a frozen build that started itself, to read a file apart
        return reader.main(given[1])
    return cli.main(given, window)


def window(location: str | None) -> int:
    """Open the window; Qt is loaded only now."""
    from desktop import app

    return app.open_window(location)


if __name__ == "__main__":
    sys.exit(main())
