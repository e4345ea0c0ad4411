"""What a schedule file says, before anybody makes sense of it.

Both shapes of the format, XML and JSON, come down to this one. Values are as they stand in the
file: text, figures, lists, mappings, or nothing.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias, cast

Fields: TypeAlias = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class RawDay:
    """A day as it stands in the file: `date`, `index`, `start`, `end`, each perhaps missing."""

    fields: Fields
    place: str


@dataclass(frozen=True, slots=True)
class RawTalk:
    """An item of the programme as it stands in the file.

    `room` is the heading under which the file lists it. `place` tells where a field of it stands:
    a line of XML, a path of JSON.
    """

    fields: Fields
    persons: tuple[Fields, ...]
    place: Callable[[str], str]
    day: RawDay | None = None
    room: str = ""


@dataclass(frozen=True, slots=True)
class RawSchedule:
    """A schedule as it stands in the file; `notices` are repairs without which it cannot be read.

    `rooms` and `tracks` are those that the file lists apart from the talks. `place` is where the
    conference itself stands.
    """

    conference: Fields
    days: tuple[RawDay, ...]
    rooms: tuple[Fields, ...]
    tracks: tuple[Fields, ...]
    talks: tuple[RawTalk, ...]
    place: str = ""
    version: str = ""
    notices: tuple[tuple[str, str], ...] = ()


def text(value: object) -> str:
    """A value as text: blank for what holds none."""
    if isinstance(value, str):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    return ""


def first(fields: Fields, *names: str) -> str:
    """The first of several fields that holds some text, without the space around it."""
    for name in names:
        found = text(fields.get(name)).strip()
        if found:
            return found
    return ""


def mappings(value: object) -> list[Fields]:
    """The mappings of a list; anything else holds none."""
    if not isinstance(value, list):
        return []
    return [cast("Fields", item) for item in cast("list[object]", value) if isinstance(item, dict)]
