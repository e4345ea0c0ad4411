"""Schedule JSON as frab and pretalx write it, taken apart into raw fields."""

import json
from collections.abc import Iterator
from typing import Any, cast

from desktop.domain.errors import BadInput
from desktop.exchange.schedule_raw import (
    Fields,
    RawDay,
    RawSchedule,
    RawTalk,
    first,
    mappings,
    text,
)
from desktop.language.translation import msgid

_Found = list[tuple[str, str]]

_REPEATED = msgid("An object of the file repeats a name; its lists were joined.")
_NO_DAY = msgid("This is no day; it is left out.")
_NO_TALK = msgid("This is no talk; it is left out.")


def read_json(data: bytes) -> RawSchedule:
    """Take a schedule in JSON apart.

    Raises:
        BadInput: it is no JSON, or no schedule.
    """
    notices: _Found = []
    schedule, path = _inner(_parsed(_decoded(data), notices), "", "schedule")
    conference, conference_path = _inner(schedule, path, "conference")
    days = list(_days(conference, conference_path, notices)) or list(
        _days(schedule, path, notices)
    )
    if not days:
        missing = "schedule.conference.days"
        raise BadInput(
            "This is JSON, but no schedule: there is no list of days at {missing}.",
            missing=missing,
        )
    return RawSchedule(
        conference=conference,
        days=tuple(days),
        rooms=tuple(mappings(conference.get("rooms"))),
        tracks=tuple(mappings(conference.get("tracks"))),
        talks=tuple(talk for day in days for talk in _talks(day, notices)),
        place=conference_path,
        version=text(schedule.get("version")),
        notices=tuple(notices),
    )


def _decoded(data: bytes) -> str:
    """The text; JSON is in Unicode (RFC 8259), a guess at anything else would garble names."""
    encoding = json.detect_encoding(data)
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise BadInput(
            "The letters are not in {encoding}. Save the file as UTF-8.",
            encoding=encoding.upper(),
            place=f"line {line}",
        ) from None


def _parsed(document: str, notices: _Found) -> Fields:
    def build(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(pairs)
        if len(found) < len(pairs):
            notices.append(("", _REPEATED))
            found |= _joined_lists(pairs)
        return found

    try:
        value = json.loads(document, strict=False, object_pairs_hook=build)
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}"
        raise _refusal(error, document).at(place) from None
    except RecursionError:
        raise BadInput(
            "Its lists stand one inside another thousands of levels deep; no schedule does."
        ) from None
    except ValueError:
        raise BadInput("A figure in it has thousands of digits; no schedule does.") from None
    if not isinstance(value, dict):
        raise BadInput("This is JSON, but no schedule: it does not begin with “schedule”.")
    return cast("Fields", value)


def _joined_lists(pairs: list[tuple[str, Any]]) -> dict[str, list[Any]]:
    """All the lists of each name, one after the other: JSON alone would keep the last only."""
    lists: dict[str, list[Any]] = {}
    for name, value in pairs:
        if isinstance(value, list):
            lists.setdefault(name, []).extend(cast("list[Any]", value))
    return lists


def _refusal(error: json.JSONDecodeError, document: str) -> BadInput:
    if error.pos >= len(document.rstrip()) or error.msg.startswith("Unterminated"):
        return BadInput("The file is cut short: it ends in the middle of the schedule.")
    return BadInput("It is not well-formed JSON ({finding}).", finding=error.msg.lower())


def _inner(outer: Fields, path: str, name: str) -> tuple[Fields, str]:
    """The mapping of that name inside another, and its path; without one, the outer itself."""
    inner = outer.get(name)
    if not isinstance(inner, dict):
        return outer, path
    return cast("Fields", inner), f"{path}.{name}" if path else name


def _entries(value: object, path: str) -> Iterator[tuple[str, str, object]]:
    """What a list or a mapping holds: path, name (of a mapping), value."""
    if isinstance(value, list):
        for index, item in enumerate(cast("list[object]", value)):
            yield f"{path}[{index}]", "", item
    elif isinstance(value, dict):
        for name, item in cast("dict[str, object]", value).items():
            yield f"{path}[{json.dumps(name, ensure_ascii=False)}]", name, item


def _days(holder: Fields, path: str, notices: _Found) -> Iterator[RawDay]:
    for place, _, day in _entries(holder.get("days"), f"{path}.days" if path else "days"):
        if isinstance(day, dict):
            yield RawDay(cast("Fields", day), place)
        else:
            notices.append((place, _NO_DAY))


def _talks(day: RawDay, notices: _Found) -> Iterator[RawTalk]:
    for path, name, value in _entries(day.fields.get("rooms"), f"{day.place}.rooms"):
        room = name
        if isinstance(value, dict):
            fields = cast("Fields", value)
            room = first(fields, "name", "room") or name
            inner = "events" if "events" in fields else "talks"
            path, value = f"{path}.{inner}", fields.get(inner)
        yield from _listed(value, path, day, room, notices)
    for inner in ("events", "talks"):
        yield from _listed(day.fields.get(inner), f"{day.place}.{inner}", day, "", notices)


def _listed(
    value: object, path: str, day: RawDay, room: str, notices: _Found
) -> Iterator[RawTalk]:
    for place, _, talk in _entries(value, path):
        if isinstance(talk, dict):
            yield _talk(cast("Fields", talk), place, day, room)
        else:
            notices.append((place, _NO_TALK))


def _talk(fields: Fields, path: str, day: RawDay, room: str) -> RawTalk:
    named = fields.get("persons") or fields.get("speakers")
    listed = cast("list[object]", named) if isinstance(named, list) else []
    persons = [{"name": one} if isinstance(one, str) else one for one in listed]
    return RawTalk(
        fields=fields,
        persons=tuple(mappings(persons)),
        place=lambda field: f"{path}.{field}",
        day=day,
        room=room,
    )
