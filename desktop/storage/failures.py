"""What the drivers' errors mean to a user."""

from collections.abc import Generator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, IntegrityError

from desktop.domain.errors import BadInput, DatabaseRefused, EstradoError

_MEANINGS = {
    "is full": "The disk is full. Make room and try again; nothing was changed.",
    "No space left": "The disk is full. Make room and try again; nothing was changed.",
    "is locked": "{file} is in use by another program. Try again in a moment.",
    "readonly": "{file} is write-protected; copy it to a folder where you may write.",
    "malformed": "{file} is damaged. Restore its latest backup.",
    "not a database": "{file} is not a database of this program, or it is damaged.",
    "unable to open": "{file} cannot be opened. Look at its folder and at your rights to it.",
    "disk I/O": "{file} cannot be read or written: the disk reports an error.",
}

_RULES = {
    "ck_events_day_starts": "A day of the programme begins between 0 and 11 o’clock.",
    "ck_slots_minutes": "A slot takes no less than 0 minutes.",
    "slug": "There is already an event of that short name; choose another one.",
    "attendees": "This person is already invited to the event.",
    "programme_releases": "The event already has a release of that name; choose another one.",
    "FOREIGN KEY": "Something else still uses it, or it refers to something that is not there.",
    "foreign key": "Something else still uses it, or it refers to something that is not there.",
}


@contextmanager
def explained(location: str) -> Generator[None]:
    """Turn the driver's errors into ones that a user understands."""
    try:
        yield
    except DBAPIError as error:
        raise meaning(error, location) from error


def meaning(error: DBAPIError, location: str) -> EstradoError:
    """The error as a user understands it."""
    told = str(error.orig).strip().partition("\n")[0]
    if isinstance(error, IntegrityError):
        rule = next((rule for word, rule in _RULES.items() if word in told), None)
        return BadInput(rule) if rule else BadInput("Not stored: {reason}", reason=told)
    meant = next((meant for word, meant in _MEANINGS.items() if word in told), "{file}: {reason}")
    return DatabaseRefused(meant, file=location, reason=told)
