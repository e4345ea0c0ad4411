"""Every error that a user can meet, with what to do about it.

The message is for the user; whoever catches an `EstradoError` shows it as it is.
"""


class EstradoError(Exception):
    """An error with a sentence that tells what is wrong and what to do about it.

    `place` says where in the input it is: a line, a path, a field; empty where there is none.
    """

    def __init__(self, message: str, *, place: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.place = place

    def __str__(self) -> str:
        return f"{self.place}: {self.message}" if self.place else self.message


class BadInput(EstradoError):  # noqa: N818 - the trade says "bad input"
    """A file or a value that cannot be read; nothing was changed."""


class NotFound(EstradoError):  # noqa: N818
    """There is no such event, person, slot."""


class DatabaseRefused(EstradoError):  # noqa: N818
    """A file that is foreign, newer than the program, damaged or locked; it was left as it was."""


class Conflict(EstradoError):  # noqa: N818
    """Somebody else changed the same value in the meantime; nothing was saved."""


class Cancelled(EstradoError):  # noqa: N818
    """The user stopped the work; nothing was changed."""


class CannotPrint(EstradoError):  # noqa: N818
    """A document that cannot be made as asked."""
