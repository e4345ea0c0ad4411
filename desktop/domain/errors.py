"""Every error that a user can meet, with what to do about it.

The message is for the user; whoever catches an `EstradoError` shows it as it is, or in the user's
language (`Translator.error`).
"""

from typing import Self


class EstradoError(Exception):
    """An error with a sentence that tells what is wrong and what to do about it.

    `source` is that sentence in English, with `{fields}`: `NotFound("There is no {what}.",
    what="room")`. `place` says where in the input it is: a line, a path, a field; empty where
    there is none.
    """

    def __init__(self, source: str, /, *, place: str = "", **fields: object) -> None:
        self.source = source
        self.fields = fields
        self.place = place
        self.message = source.format_map(fields) if fields else source
        super().__init__(self.message)

    def at(self, place: str) -> Self:
        """The same error, found at another place."""
        return type(self)(self.source, place=place, **self.fields)

    def __str__(self) -> str:
        return f"{self.place}: {self.message}" if self.place else self.message


class BadInput(EstradoError):  # noqa: N818 - the trade says "bad input"
    """A file or a value that cannot be read; nothing was changed."""


class NotFound(EstradoError):  # noqa: N818
    """There is no such event, person, slot."""


class DatabaseRefused(EstradoError):  # noqa: N818
    """A file that is foreign, newer than the program, damaged or locked; it was left as it was."""


class EmptyDatabase(DatabaseRefused):
    """A database on a server with no tables in it: it can become one of this program."""


class Unreachable(DatabaseRefused):
    """The server of a database does not answer; nothing was changed, as far as one can tell."""


class Conflict(EstradoError):  # noqa: N818
    """Somebody else changed the same value in the meantime; nothing was saved."""


class Cancelled(EstradoError):  # noqa: N818
    """The user stopped the work; nothing was changed."""


class CannotPrint(EstradoError):  # noqa: N818
    """A document that cannot be made as asked."""


class CannotSend(EstradoError):  # noqa: N818
    """The mail server is not there, or sends nothing for us; nothing more was sent."""
