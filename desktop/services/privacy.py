"""What is kept of a person: told in full, and forgotten for good."""

import base64
import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.domain.attendee import Attendee
from desktop.domain.coverage import Quotation
from desktop.domain.event import Event
from desktop.domain.organisation import Organisation, Picture
from desktop.domain.person import Person
from desktop.domain.slot import Slot
from desktop.language.translation import msgid
from desktop.services import desk_place, files
from desktop.services.change import Change, Edit
from desktop.services.labels import label
from desktop.services.workspace import Workspace

if TYPE_CHECKING:
    from desktop.storage.reading import Reader

_TEXTS = (Event, Slot, Quotation)
"""Classes whose texts the organiser writes, in which a name can stand."""


@dataclass(frozen=True, slots=True)
class Traces:
    """What an erasure takes away, and what it must leave to the organiser.

    `invitations`, `quotations` and `parts` (in slots and elsewhere) count what goes along;
    `mentions` are the titles of slots and events in whose texts the name stands written.
    """

    name: str
    invitations: int
    quotations: int
    parts: int
    mentions: tuple[str, ...]


def stored_on(ws: Workspace, id: int) -> dict[str, Any]:
    """All that is stored on a person, as plain data for JSON: what they may ask to see.

    Data protection laws call it the right of access (Regulation (EU) 2016/679, article 15).

    Raises:
        NotFound: there is nobody of that id.
    """
    from desktop.storage import references
    from desktop.storage.change_log import ChangeLog
    from desktop.storage.codec import codec, loads

    with ws.read() as reader:
        person = reader.load(Person, id)
        found: dict[str, Any] = {"person": loads(codec(Person).write(person))}
        houses = {person.organisation_id, *(one.organisation_id for one in person.offices)}
        if ids := sorted(filter(None, houses)):
            known = reader.by_id(Organisation, ids).values()
            found["organisations"] = [{"id": one.id, "name": one.name.as_dict()} for one in known]
        if person.photo_id is not None:
            found["photo"] = _picture(reader.load(Picture, person.photo_id))
        for value in references.referring(reader, Person, id):
            kind: type[Any] = value.__class__
            told = {"title": _title(reader, value)} | loads(codec(kind).write(value))
            found.setdefault(_called(kind), []).append(told)
        found["history"] = [
            {"at": change.at and change.at.isoformat(), "who": change.who, "what": _what(change)}
            for change in ChangeLog(reader).about(Person, id)
        ]
    return found


def hand_out(ws: Workspace, id: int, file: Path) -> None:
    """Write all that is stored on a person into a file, as JSON.

    Raises:
        NotFound: there is nobody of that id.
        CannotPrint: the file cannot be written.
    """
    text = json.dumps(stored_on(ws, id), ensure_ascii=False, indent=2) + "\n"
    files.write(file, text.encode())


def traces(ws: Workspace, id: int) -> Traces:
    """What erasing a person would take away.

    Raises:
        NotFound: there is nobody of that id.
    """
    with ws.read() as reader:
        return _traces(reader, reader.load(Person, id))


def erase(ws: Workspace, id: int) -> Change:
    """Forget a person: all that is theirs goes, from the history and from the file too.

    It cannot be undone, nor can anything that was done before. A backup made earlier still has
    the person; restoring it erases them again.

    Raises:
        NotFound: there is nobody of that id.
    """
    from desktop.storage import erasing, references
    from desktop.storage.change_log import ChangeLog

    with ws.database.write() as writer:
        touched = [writer.load(Person, id), *references.referring(writer, Person, id)]
        change = ChangeLog(writer).begin(ws.who, msgid("Erase a person"), {})
        erasing.forget(writer, [id], datetime.now(UTC))
    erasing.compact(ws.database.engine)
    desk_place.forget(ws)
    return replace(change, edits=tuple(Edit(type(one).__name__, one.id) for one in touched))


def _traces(reader: "Reader", person: Person) -> Traces:
    from desktop.storage import references

    referring = references.referring(reader, Person, person.id)
    invitations = sum(
        isinstance(one, Attendee) and one.person_id == person.id for one in referring
    )
    quotations = sum(isinstance(one, Quotation) for one in referring)
    names = [name.full for name in person.names if name.full]
    return Traces(
        label(person),
        invitations,
        quotations,
        len(referring) - invitations - quotations,
        tuple(_mentions(reader, names)),
    )


def _mentions(reader: "Reader", names: list[str]) -> Iterable[str]:
    from desktop.storage.codec import codec

    for kind in _TEXTS:
        for value in reader.find(kind):
            text = codec(kind).write(value)
            if any(name in text for name in names):
                yield _title(reader, value)


def _title(reader: "Reader", value: Any) -> str:
    """What the organiser knows a value by: its own title, else its event's."""
    event_id = getattr(value, "event_id", 0)
    if isinstance(value, Slot | Event) or not event_id:
        return label(value)
    return label(reader.load(Event, event_id))


def _picture(picture: Picture) -> dict[str, Any]:
    return {
        "media_type": picture.media_type,
        "content": base64.b64encode(picture.content).decode("ascii"),
    }


def _called(kind: type[Any]) -> str:
    from desktop.storage.tables import AGGREGATES

    return AGGREGATES[kind].table.name


def _what(change: Any) -> str:
    return change.name.format_map(change.fields)
