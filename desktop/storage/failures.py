"""What the drivers' errors mean to a user."""

import re
from collections.abc import Generator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError

from desktop.domain.errors import (
    BadInput,
    Conflict,
    DatabaseRefused,
    EstradoError,
    Unreachable,
)

_MEANINGS = {
    "foreign key": BadInput(
        "Something else still uses it, or it refers to something that is not there."
    ),
    "events[._]slug": BadInput(
        "There is already an event of that short name; choose another one."
    ),
    "pk_(check_ins|messages)|(check_ins|messages)[.]owner_id": Conflict(
        "Somebody else did the same at this moment. Try again."
    ),
    "attendees[._]event_id": BadInput("This person is already invited to the event."),
    "programme_releases[._]event_id": BadInput(
        "The event already has a release of that name; choose another one."
    ),
    "ck_events_day_starts": BadInput("A day of the programme begins between 0 and 11 o’clock."),
    "ck_slots_minutes": BadInput("A slot takes no less than 0 minutes."),
    "is full|no space left": DatabaseRefused(
        "The disk is full. Make room and try again; nothing was changed."
    ),
    "is locked": DatabaseRefused("{file} is in use by another program. Try again in a moment."),
    "readonly": DatabaseRefused(
        "{file} is write-protected; copy it to a folder where you may write."
    ),
    "malformed": DatabaseRefused("{file} is damaged. Restore its latest backup."),
    "not a database": DatabaseRefused(
        "{file} is not a database of this program, or it is damaged."
    ),
    "unable to open": DatabaseRefused(
        "{file} cannot be opened. Look at its folder and at your rights to it."
    ),
    "disk i/o": DatabaseRefused(
        "{file} cannot be read or written: the disk is full, or it reports an error."
    ),
}
"""By a pattern in what SQLite or PostgreSQL says; the first that fits."""


_GONE = ("08", "57P01", "57P02", "57P03")
"""How PostgreSQL's codes begin for a failed connection, a server that goes down or comes up."""


@contextmanager
def explained(location: str, engine: Engine) -> Generator[None]:
    """Turn the driver's errors, as they are or wrapped, into ones that a user understands."""
    driver: Any = engine.dialect.loaded_dbapi
    try:
        yield
    except (DBAPIError, driver.Error) as error:
        orig = error.orig if isinstance(error, DBAPIError) else error
        told = str(orig).strip().partition("\n")[0]
        if isinstance(orig, driver.OperationalError) and _is_gone(orig):
            raise Unreachable(
                "{file} cannot be reached: {reason}.", file=location, reason=told.rstrip(".")
            ) from error
        raise meaning(told, location) from error


def _is_gone(error: Any) -> bool:
    """Whether an error says that there is no server at the other end (any more)."""
    if not hasattr(error, "sqlstate"):  # SQLite's: there is no other end
        return False
    return error.sqlstate is None or error.sqlstate.startswith(_GONE)


def meaning(told: str, location: str) -> EstradoError:
    """The error as a user understands it."""
    fitting = (
        meant for pattern, meant in _MEANINGS.items() if re.search(pattern, told, re.IGNORECASE)
    )
    known = next(fitting, None)
    if known is None:
        return DatabaseRefused("{file}: {reason}", file=location, reason=told)
    return type(known)(known.source, file=location)
