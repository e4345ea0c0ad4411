"""What is kept: the tables of the domain's classes (`layout`), and those of the database's own.

The fields of a class are its columns; only keys, indexes and order are said here.
"""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    Table,
    UniqueConstraint,
)

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
from desktop.storage.layout import METADATA, Aggregate, Part, PlainText, aggregate

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

_IN_EVENT = {"event_id": "events"}
_BY_POSITION = ("position", "id")

_EVERY = (
    aggregate(Picture, "pictures"),
    aggregate(Venue, "venues"),
    aggregate(Organisation, "organisations", references={"logo_id": "pictures"}, searched=True),
    aggregate(
        Person,
        "persons",
        Index(None, "source"),
        references={"organisation_id": "organisations", "photo_id": "pictures"},
        searched=True,
    ),
    aggregate(
        Event,
        "events",
        UniqueConstraint("slug"),
        CheckConstraint("day_starts BETWEEN 0 AND 11", "day_starts"),
        order=("first_day", "id"),
        references={"venue_id": "venues", "president_id": "persons"},
        parts=(
            Part("organisers", Organiser, {"organisation_id": "organisations"}),
            Part("signatories", Signatory, {"person_id": "persons", "signature_id": "pictures"}),
            Part("overrides", Override, {"person_id": "persons"}),
        ),
        searched=True,
    ),
    aggregate(Room, "rooms", order=_BY_POSITION, references={**_IN_EVENT, "venue_id": "venues"}),
    aggregate(Track, "tracks", order=_BY_POSITION, references=_IN_EVENT),
    aggregate(
        Slot,
        "slots",
        CheckConstraint("minutes >= 0", "minutes"),
        Index(None, "event_id", "start"),
        order=("start", *_BY_POSITION),
        references={**_IN_EVENT, "room_id": "rooms", "track_id": "tracks"},
        parts=(Part("speakers", Speaker, {"person_id": "persons"}),),
        covered="event_id",
        searched=True,
    ),
    aggregate(
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
        parts=(
            Part("messages", Message, grows=True),
            Part("check_ins", CheckIn, grows=True),
        ),
        covered="event_id",
    ),
    aggregate(
        Seating,
        "seatings",
        order=_BY_POSITION,
        references=_IN_EVENT,
        parts=(
            Part("seats", Seat, {"attendee_id": "attendees"}),
            Part("apart", Apart, {"attendee_id": "attendees", "other_id": "attendees"}),
            Part(
                "interpreters",
                Interpreter,
                {"attendee_id": "attendees", "delegate_id": "attendees"},
            ),
            Part("host_ids", int, {"attendee_id": "attendees"}, "seating_hosts"),
        ),
    ),
    aggregate(Erasure, "erasures", Index(None, "person_id")),
    aggregate(
        ProgrammeRelease,
        "programme_releases",
        UniqueConstraint("event_id", "name"),
        order=("number", "id"),
        references=_IN_EVENT,
        covered="event_id",
    ),
    aggregate(
        PressItem,
        "press_items",
        order=_BY_POSITION,
        references={**_IN_EVENT, "picture_id": "pictures"},
    ),
    aggregate(
        Quotation,
        "quotations",
        order=_BY_POSITION,
        references={**_IN_EVENT, "person_id": "persons", "slot_id": "slots"},
    ),
    aggregate(
        PhotoCredit,
        "photo_credits",
        order=_BY_POSITION,
        references={**_IN_EVENT, "picture_id": "pictures"},
    ),
    aggregate(
        InstitutionalContact,
        "institutional_contacts",
        order=_BY_POSITION,
        references=_IN_EVENT,
        parts=(
            Part("person_ids", int, {"person_id": "persons"}, "institutional_contact_persons"),
        ),
    ),
)

AGGREGATES: Mapping[type[Any], Aggregate] = {one.kind: one for one in _EVERY}
"""Every class that is kept, those before others that refer to them."""
