"""The reference event: what a new database can hold from the start.

Its files in `resources/reference-event` say everything in the domain's own field names. Where a
value refers to another, they have that one's key, which becomes an id here.
"""

import csv
import struct
import tomllib
from collections.abc import Mapping
from dataclasses import fields, replace
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any, cast

from desktop import paths
from desktop.domain import ticket
from desktop.domain.attendee import Attendee
from desktop.domain.coverage import InstitutionalContact, PhotoCredit, PressItem, Quotation
from desktop.domain.errors import BadInput
from desktop.domain.event import Event
from desktop.domain.organisation import Organisation, Picture
from desktop.domain.person import Person
from desktop.domain.slot import Slot
from desktop.domain.venue import Room, Track, Venue
from desktop.services.change import Change
from desktop.services.workspace import Workspace

Table = dict[str, Any]

_KINDS: Mapping[str, type[Any]] = {
    "pictures": Picture,
    "organisations": Organisation,
    "people": Person,
    "venues": Venue,
    "events": Event,
    "rooms": Room,
    "tracks": Track,
    "slots": Slot,
    "attendees": Attendee,
    "quotations": Quotation,
    "press": PressItem,
    "photo_credits": PhotoCredit,
    "contacts": InstitutionalContact,
}
"""What the headings of the files stand for, in an order in which each can refer to the former."""

_REFERS_TO: Mapping[str, str] = {
    "event_id": "events",
    "venue_id": "venues",
    "room_id": "rooms",
    "track_id": "tracks",
    "slot_id": "slots",
    "person_id": "people",
    "person_ids": "people",
    "representative_id": "people",
    "organisation_id": "organisations",
    "logo_id": "pictures",
    "photo_id": "pictures",
    "picture_id": "pictures",
}
"""Under which heading a field's key is found."""

_Ids = dict[tuple[str, str], int]


def create_reference_event(ws: Workspace) -> Change:
    """Add the reference event with its people, programme, guests and coverage, in one Change.

    Raises:
        BadInput: it is in the database already.
    """
    from desktop.storage.seal import seal

    tables = _read(paths.resource("reference-event"))
    (slug,) = (event["slug"] for event in tables["events"].values())
    with ws.change("Add the reference event") as work:
        if work.find(Event, slug=slug):
            raise BadInput("The reference event ({slug}) is in the database already.", slug=slug)
        ids: _Ids = {}
        for heading, kind in _KINDS.items():
            values = _values(kind, tables[heading], ids)
            if kind is Attendee:
                key = seal(work)
                values = [replace(one, ticket=ticket.issue(key)) for one in values]
            stored = work.put_all(values)
            ids |= {
                (heading, key): value.id
                for key, value in zip(tables[heading], stored, strict=True)
            }
    return work.change


def _values(kind: type[Any], tables: Mapping[str, Table], ids: _Ids) -> list[Any]:
    """The values of one kind; those that belong to an event belong to this one, in their order."""
    from desktop.storage.codec import codec

    decode = codec(kind).decode
    names = {field.name for field in fields(kind)}
    values: list[Any] = []
    for position, table in enumerate(tables.values()):
        placed = {"event_id": "reference", "position": position}
        kept = {name: value for name, value in placed.items() if name in names}
        values.append(decode(_plain(kept | table, ids)))
    return values


def _plain(data: Any, ids: _Ids, name: str = "") -> Any:
    """The data of a value with ids for keys, and dates as ISO 8601 text, instants in UTC."""
    match data:
        case dict():
            table = cast("Table", data)
            return {key: _plain(value, ids, key) for key, value in table.items()}
        case list():
            return [_plain(value, ids, name) for value in cast("list[Any]", data)]
        case datetime():
            return data.astimezone(UTC).isoformat()
        case date():
            return data.isoformat()
        case str() if name in _REFERS_TO:
            return ids[_REFERS_TO[name], data]
        case _:
            return data


def _read(folder: Path) -> dict[str, dict[str, Table]]:
    """All files of the folder as one table: heading, key, fields."""
    tables: dict[str, dict[str, Table]] = {}
    for file in sorted(folder.glob("*.toml")):
        tables |= tomllib.loads(file.read_text("utf-8"))
    for name, picture in tables["pictures"].items():
        content = folder.joinpath("pictures", name).read_bytes()
        width, height = struct.unpack(">II", content[16:24])  # PNG, first chunk (IHDR)
        picture |= {"content": content, "media_type": "image/png"}
        picture |= {"width": width, "height": height}
    opening = tables["slots"]["registration"]["start"]
    with folder.joinpath("guests.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            tables["people"][f"guest-{row['number']}"] = _guest(row)
            tables["attendees"][f"guest-{row['number']}"] = _invitation(row, opening)
    return tables


def _guest(row: Mapping[str, str]) -> Table:
    wording = "Invented for the example"
    return {
        "names": [
            {"tag": tag, "given": row[f"given{suffix}"], "family": row[f"family{suffix}"]}
            for tag, suffix in (("Latn", ""), ("kk", "_kk"), ("ru", "_ru"))
        ],
        "gender": row["gender"],
        "country": row["country"],
        "consents": [
            {"purpose": purpose, "state": "given", "wording": wording}
            for purpose in ("printed_name", "quotation")
        ],
        "notes": wording,
    } | ({"organisation_id": row["organisation"]} if row["organisation"] else {})


def _invitation(row: Mapping[str, str], opening: datetime) -> Table:
    invitation: Table = {
        "person_id": f"guest-{row['number']}",
        "category": row["category"],
        "reply": row["reply"],
    }
    if row["representative"]:
        invitation["representative_id"] = f"guest-{row['representative']}"
    if row["arrived"]:
        arrived = datetime.combine(opening, time.fromisoformat(row["arrived"]), opening.tzinfo)
        invitation["check_ins"] = [{"at": arrived, "desk": row["desk"]}]
    return invitation
