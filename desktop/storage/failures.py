"""What the drivers' errors mean to a user."""

import re
from collections.abc import Generator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError

from desktop.domain.errors import BadInput, Conflict, DatabaseRefused, EstradoError

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
    "disk i/o": DatabaseRefused("{file} cannot be read or written: the disk reports an error."),
}
"""By a pattern in what SQLite or PostgreSQL says; the first that fits."""


@contextmanager
def explained(location: str) -> Generator[None]:
    """Turn the driver's errors into ones that a user understands."""
    try:
        yield
    except DBAPIError as error:
        told = str(error.orig).strip().partition("\n")[0]
        raise meaning(told, location) from error


def meaning(told: str, location: str) -> EstradoError:
    """The error as a user understands it."""
    fitting = (
        meant for pattern, meant in _MEANINGS.items() if re.search(pattern, told, re.IGNORECASE)
    )
    known = next(fitting, None)
    if known is None:
        return DatabaseRefused("{file}: {reason}", file=location, reason=told)
    return type(known)(known.source, file=location)
