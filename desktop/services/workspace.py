"""The open database."""

import getpass
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.domain.errors import DatabaseRefused, Unreachable

if TYPE_CHECKING:
    from collections.abc import Generator

    from desktop.services.change import Change, Recording
    from desktop.storage.database import Database
    from desktop.storage.reading import Reader, Stored, T


class Workspace:
    """An open database, and who works with it.

    Every verb takes a workspace first. A verb that changes something does so within
    `change`, in one transaction, and returns the recorded Change.
    """

    def __init__(self, database: "Database", who: str = "") -> None:
        self.database = database
        self.who = who or _login()

    @staticmethod
    def open(
        location: Path | str, *, create: bool = False, later: bool = False, who: str = ""
    ) -> "Workspace":
        """Open a database file or URL; `create` makes a new one.

        A server that does not answer is opened `later`, if one says so: with what first reaches
        it. `who` stands in the history; the name that one is logged in by, where nobody is named.

        Raises:
            DatabaseRefused: it is not there (or is there already), foreign, newer or damaged.
        """
        from desktop.storage import database

        return Workspace(database.open(location, create=create, later=later), who)

    @property
    def location(self) -> str:
        """The path or the URL (without its password)."""
        return self.database.location

    @property
    def read_only(self) -> bool:
        """Whether another window has the file, so that nothing can be changed here."""
        return self.database.read_only

    @property
    def away(self) -> Unreachable | None:
        """Why the server has not answered since it was opened; None where it has."""
        return self.database.away

    def barred(self) -> DatabaseRefused | None:
        """Why nothing can be changed here: who has the file; None where this window may write."""
        try:
            self.database.claim()
        except DatabaseRefused as error:
            return error
        return None

    def close(self) -> None:
        """Let go of the database."""
        self.database.close()

    def __enter__(self) -> "Workspace":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def read(self) -> "AbstractContextManager[Reader]":
        """Read values: `with ws.read() as reader: reader.find(Slot, event_id=3)`."""
        return self.database.read()

    def load(self, kind: "type[T]", id: int) -> "T":
        """One value.

        Raises:
            NotFound: there is none of that id.
        """
        with self.read() as reader:
            return reader.load(kind, id)

    def find(self, kind: "type[T]", **wanted: Any) -> "list[T]":
        """The values whose fields are as wanted, in their natural order."""
        with self.read() as reader:
            return reader.find(kind, **wanted)

    def save(self, value: "Stored", new: str, edited: str, **fields: str) -> "Change":
        """Store one value; the Change is called `new` or `edited`.

        Raises:
            Conflict: somebody else stored another version in the meantime.
            NotFound: it was deleted.
            BadInput: something in it cannot be stored.
        """
        with self.change(edited if value.id else new, **fields) as work:
            work.put(value)
        return work.change

    @contextmanager
    def change(self, name: str, **fields: str) -> "Generator[Recording]":
        """Make one Change; an exception takes all of it back.

        `name` is an English source text with {fields}: `ws.change("Move {slot}", slot="Opening")`.
        """
        from desktop.services.change import Recording

        with self.database.write() as writer:
            recording = Recording(writer, self.who, name, fields)
            yield recording
            recording.finish()


def _login() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # a user without a name, as in a container
        return ""
