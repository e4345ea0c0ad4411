"""The tables, derived from the domain's dataclasses; only keys and indexes are said here.

A scalar field is a column of its own, a `Localized` or a tuple of small values is a column of
JSON, and what refers to other values (a slot's speakers, an attendee's check-ins) is a child
table. Dates and instants are ISO 8601 text, in UTC, on both databases. What refers to a value
keeps it from being deleted; only rows of child tables go with their owner.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any, get_args, get_type_hints

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)
from sqlalchemy.schema import SchemaItem

from desktop.domain.attendee import Attendee, CheckIn
from desktop.domain.coverage import InstitutionalContact, PhotoCredit, PressItem, Quotation
from desktop.domain.erasure import Erasure
from desktop.domain.event import Event, Organiser, Signatory
from desktop.domain.message import Message
from desktop.domain.organisation import Organisation, Picture
from desktop.domain.person import Person
from desktop.domain.precedence import Override
from desktop.domain.release import ProgrammeRelease
from desktop.domain.seating import Apart, Interpreter, Seat, Seating
from desktop.domain.slot import Slot
from desktop.domain.speaker import Speaker
from desktop.domain.venue import Room, Track, Venue

METADATA = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
    }
)

PlainText = Text().with_variant(Text(collation="C"), "postgresql")
"""Text in the order of its code points on both databases; people's order is `language`'s work."""


@dataclass(frozen=True, slots=True)
class Child:
    """A tuple of an aggregate in a table of its own: owner, position, the item's columns.

    One that `grows` is added to by several programs at the same time (`storage/growing.py`).
    """

    field: str
    item: Any
    table: Table
    grows: bool = False


@dataclass(frozen=True, slots=True)
class Aggregate:
    """How values of one class lie in tables; `order` names the columns of their natural order."""

    kind: type[Any]
    table: Table
    order: tuple[str, ...]
    children: tuple[Child, ...] = ()
    hints: Mapping[str, Any] = field(default_factory=dict[str, Any])


AGGREGATES: dict[type[Any], Aggregate] = {}

ABOUT = Table(
    "estrado",
    METADATA,
    Column("name", PlainText, primary_key=True),
    Column("value", Integer, nullable=False),
)
"""What a database says about itself: the version of its `folding`; a server's its `schema` too."""

CONTENTS = Table(
    "contents",
    METADATA,
    Column("digest", PlainText, primary_key=True),
    Column("content", LargeBinary, nullable=False),
)
"""The bytes of pictures under their SHA-256, so that table and change log share them."""

SECRETS = Table(
    "secrets",
    METADATA,
    Column("name", PlainText, primary_key=True),
    Column("value", PlainText, nullable=False),
)
"""What a database never tells: the key of its seal."""

CHANGES = Table(
    "changes",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("at", PlainText, nullable=False),
    Column("who", PlainText, nullable=False),
    Column("name", PlainText, nullable=False),
    Column("fields", PlainText, nullable=False),
    Column[int]("undoes", ForeignKey("changes.id")),
    Column[int]("redoes", ForeignKey("changes.id")),
    Column("standing", PlainText, nullable=False),
    CheckConstraint("standing IN ('done', 'undone', 'cut', 'closed', 'note')", "standing"),
    Index(None, "standing", "id"),
    sqlite_autoincrement=True,
)

EDITS = Table(
    "edits",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column[int]("change_id", ForeignKey("changes.id", ondelete="CASCADE"), nullable=False),
    Column("kind", PlainText, nullable=False),
    Column("entity_id", Integer, nullable=False),
    Column("last_id", Integer, nullable=False),
    Column("before", PlainText),
    Column("after", PlainText),
    Index(None, "change_id", "id"),
)
"""Edits of a change; one may be of a run of new values, from `entity_id` to `last_id`."""


def _scalar(hint: Any) -> tuple[Any, bool]:
    """The column type for a hint, and whether it may be empty."""
    optional = type(None) in get_args(hint)
    kind = get_args(hint)[0] if optional else hint
    if kind is bool:
        return Boolean(), optional
    if kind is int:
        return Integer(), optional
    return PlainText, optional


def _column(name: str, hint: Any, references: Mapping[str, str], covered: str = "") -> Column[Any]:
    if name == "id":
        return Column("id", Integer, primary_key=True)
    kind, optional = _scalar(hint)
    if hint is bytes:
        return Column(name, ForeignKey("contents.digest"), nullable=False)
    if name in references:
        key = ForeignKey(f"{references[name]}.id")
        return Column(name, key, nullable=optional, index=name != covered)
    return Column(name, kind, nullable=optional)


def is_scalar(hint: Any) -> bool:
    """Whether a field of this hint is a column as it is; otherwise it is JSON."""
    parts = [part for part in get_args(hint) if part is not type(None)] or [hint]
    plain = parts[0]
    return (
        not isinstance(hint, type(tuple[int, ...]))
        and isinstance(plain, type)
        and not is_dataclass(plain)
        and (plain in (str, int, float, bool, bytes, date, datetime) or issubclass(plain, StrEnum))
    )


def _aggregate(
    kind: Any,
    name: str,
    *rules: SchemaItem,
    order: tuple[str, ...] = ("id",),
    references: Mapping[str, str] = {},
    children: tuple[Child, ...] = (),
    searched: bool = False,
    covered: str = "",
) -> None:
    """Lay out a class; the index of a longer key serves the reference `covered`."""
    hints = get_type_hints(kind)
    apart = {child.field for child in children}
    columns = [
        _column(member.name, hints[member.name], references, covered)
        for member in fields(kind)
        if member.name not in apart
    ]
    folded = [Column("folded", PlainText, nullable=False)] if searched else []
    table = Table(name, METADATA, *columns, *folded, *rules, sqlite_autoincrement=True)
    AGGREGATES[kind] = Aggregate(kind, table, order, children, hints)


def _child(
    owner: str,
    field: str,
    item: Any,
    name: str,
    references: Mapping[str, str],
    *,
    grows: bool = False,
) -> Child:
    hints = get_type_hints(item) if is_dataclass(item) else {next(iter(references)): item}
    table = Table(
        name,
        METADATA,
        Column[int]("owner_id", ForeignKey(f"{owner}.id", ondelete="CASCADE"), primary_key=True),
        Column("position", Integer, primary_key=True, autoincrement=False),
        *(_column(part, hint, references) for part, hint in hints.items()),
    )
    return Child(field, item, table, grows)


_IN_EVENT = {"event_id": "events"}
_BY_POSITION = ("position", "id")

_aggregate(Picture, "pictures")
_aggregate(Venue, "venues")
_aggregate(Organisation, "organisations", references={"logo_id": "pictures"}, searched=True)
_aggregate(
    Person,
    "persons",
    Index(None, "source"),
    references={"organisation_id": "organisations", "photo_id": "pictures"},
    searched=True,
)
_aggregate(
    Event,
    "events",
    UniqueConstraint("slug"),
    CheckConstraint("day_starts BETWEEN 0 AND 11", "day_starts"),
    order=("first_day", "id"),
    references={"venue_id": "venues", "president_id": "persons"},
    children=(
        _child(
            "events",
            "organisers",
            Organiser,
            "organisers",
            {"organisation_id": "organisations"},
        ),
        _child(
            "events",
            "signatories",
            Signatory,
            "signatories",
            {"person_id": "persons", "signature_id": "pictures"},
        ),
        _child("events", "overrides", Override, "overrides", {"person_id": "persons"}),
    ),
    searched=True,
)
_aggregate(
    Room,
    "rooms",
    order=_BY_POSITION,
    references={**_IN_EVENT, "venue_id": "venues"},
)
_aggregate(Track, "tracks", order=_BY_POSITION, references=_IN_EVENT)
_aggregate(
    Slot,
    "slots",
    CheckConstraint("minutes >= 0", "minutes"),
    Index(None, "event_id", "start"),
    order=("start", *_BY_POSITION),
    references={**_IN_EVENT, "room_id": "rooms", "track_id": "tracks"},
    children=(_child("slots", "speakers", Speaker, "speakers", {"person_id": "persons"}),),
    covered="event_id",
    searched=True,
)
_aggregate(
    Attendee,
    "attendees",
    UniqueConstraint("event_id", "person_id"),
    Index(None, "ticket"),
    references={
        **_IN_EVENT,
        "person_id": "persons",
        "representative_id": "persons",
        "invited_by_id": "persons",
    },
    children=(
        _child("attendees", "messages", Message, "messages", {}, grows=True),
        _child("attendees", "check_ins", CheckIn, "check_ins", {}, grows=True),
    ),
    covered="event_id",
)
_aggregate(
    Seating,
    "seatings",
    order=_BY_POSITION,
    references=_IN_EVENT,
    children=(
        _child("seatings", "seats", Seat, "seats", {"attendee_id": "attendees"}),
        _child(
            "seatings",
            "apart",
            Apart,
            "apart",
            {"attendee_id": "attendees", "other_id": "attendees"},
        ),
        _child(
            "seatings",
            "interpreters",
            Interpreter,
            "interpreters",
            {"attendee_id": "attendees", "delegate_id": "attendees"},
        ),
        _child("seatings", "host_ids", int, "seating_hosts", {"attendee_id": "attendees"}),
    ),
)
_aggregate(Erasure, "erasures", Index(None, "person_id"))
_aggregate(
    ProgrammeRelease,
    "programme_releases",
    UniqueConstraint("event_id", "name"),
    order=("number", "id"),
    references=_IN_EVENT,
    covered="event_id",
)
_aggregate(
    PressItem,
    "press_items",
    order=_BY_POSITION,
    references={**_IN_EVENT, "picture_id": "pictures"},
)
_aggregate(
    Quotation,
    "quotations",
    order=_BY_POSITION,
    references={**_IN_EVENT, "person_id": "persons", "slot_id": "slots"},
)
_aggregate(
    PhotoCredit,
    "photo_credits",
    order=_BY_POSITION,
    references={**_IN_EVENT, "picture_id": "pictures"},
)
_aggregate(
    InstitutionalContact,
    "institutional_contacts",
    order=_BY_POSITION,
    references=_IN_EVENT,
    children=(
        _child(
            "institutional_contacts",
            "person_ids",
            int,
            "institutional_contact_persons",
            {"person_id": "persons"},
        ),
    ),
)
