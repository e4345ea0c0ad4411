"""The first schema."""

import secrets
from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    ForeignKey,
    Integer,
    LargeBinary,
    UniqueConstraint,
)

from desktop.storage.migrations.columns import (
    TEXT,
    event,
    key,
    number_or_none,
    numbers,
    owner,
    text_or_none,
    texts,
    to,
)
from desktop.storage.migrations.word_index import fts, inverted

if TYPE_CHECKING:
    from alembic.operations import Operations

_SEARCHED = ("events", "organisations", "persons", "slots")


def upgrade(op: "Operations") -> None:
    """Make all tables, indexes and triggers."""
    for name, *parts in _tables():
        kept = {"sqlite_autoincrement": True} if parts[0].name == "id" else {}
        op.create_table(name, *parts, **kept)
    for table, *columns in _INDEXES:
        op.create_index(f"ix_{table}_{'_'.join(columns)}", table, columns)
    sqlite = op.get_bind().dialect.name == "sqlite"
    for table in _SEARCHED:
        for statement in fts(table) if sqlite else [inverted(table)]:
            op.execute(statement)
    kept = op.create_table("secrets", *_secrets())
    op.bulk_insert(kept, [{"name": "seal", "value": secrets.token_hex(32)}])


def _secrets() -> list[Column[Any]]:
    return [Column("name", TEXT, primary_key=True), *texts("value")]


def _tables() -> list[tuple[Any, ...]]:
    return [*_log(), *_directory(), *_programme(), *_guests(), *_coverage()]


def _log() -> list[tuple[Any, ...]]:
    return [
        (
            "estrado",
            Column("name", TEXT, primary_key=True),
            Column("value", Integer, nullable=False),
        ),
        (
            "contents",
            Column("digest", TEXT, primary_key=True),
            Column("content", LargeBinary, nullable=False),
        ),
        (
            "changes",
            key(),
            *texts("at", "who", "name", "fields"),
            to("undoes", "changes"),
            to("redoes", "changes"),
            *texts("standing"),
            CheckConstraint("standing IN ('done', 'undone', 'cut', 'closed', 'note')", "standing"),
        ),
        (
            "edits",
            key(),
            to("change_id", "changes", needed=True, ondelete="CASCADE"),
            *texts("kind"),
            *numbers("entity_id", "last_id"),
            *text_or_none("before", "after"),
        ),
    ]


def _directory() -> list[tuple[Any, ...]]:
    return [
        (
            "pictures",
            key(),
            Column("content", TEXT, ForeignKey("contents.digest"), nullable=False),
            *texts("media_type"),
            *numbers("width", "height"),
            *texts("alt", "credit"),
            *numbers("version"),
        ),
        ("venues", key(), *texts("name", "address", "city", "country"), *numbers("version")),
        (
            "organisations",
            key(),
            *texts("name", "short_name", "kind", "country", "city", "address", "website"),
            to("logo_id", "pictures"),
            *texts("source"),
            *numbers("version"),
            *texts("folded"),
        ),
        (
            "persons",
            key(),
            *texts("names", "gender", "honorific", "offices", "accreditations"),
            to("organisation_id", "organisations"),
            *texts("country", "languages", "contact"),
            to("photo_id", "pictures"),
            *texts("biography", "pronunciation", "consents", "notes", "source"),
            *texts("distinct_from", "former_ids", "former_sources"),
            *numbers("version"),
            *texts("folded"),
        ),
    ]


def _programme() -> list[tuple[Any, ...]]:
    return [
        (
            "events",
            key(),
            *texts("slug", "title", "subtitle", "kind", "languages", "time_zone"),
            *text_or_none("first_day", "last_day"),
            *numbers("day_starts"),
            to("venue_id", "venues"),
            *texts("summary", "footer", "notes"),
            *numbers("room_change_minutes"),
            *texts("clash_rules", "checklist", "protocol"),
            to("president_id", "persons"),
            *texts("capacities", "waiting_rule", "doors", "letters"),
            Column("keeps_needs", Boolean, nullable=False),
            *text_or_none("keep_until"),
            *texts("statistics", "source"),
            *numbers("version"),
            *texts("folded"),
            UniqueConstraint("slug"),
            CheckConstraint("day_starts BETWEEN 0 AND 11", "day_starts"),
        ),
        (
            "organisers",
            *owner("events"),
            to("organisation_id", "organisations", needed=True),
            *texts("role"),
        ),
        (
            "signatories",
            *owner("events"),
            to("person_id", "persons", needed=True),
            *numbers("office"),
            to("signature_id", "pictures"),
        ),
        (
            "overrides",
            *owner("events"),
            to("person_id", "persons", needed=True),
            *numbers("place"),
            *texts("reason"),
        ),
        (
            "rooms",
            key(),
            event(),
            to("venue_id", "venues"),
            *texts("name"),
            *number_or_none("capacity"),
            *numbers("position"),
            *texts("source"),
            *numbers("version"),
        ),
        (
            "tracks",
            key(),
            event(),
            *texts("name", "colour"),
            *numbers("position"),
            *texts("source"),
            *numbers("version"),
        ),
        (
            "slots",
            key(),
            event(),
            *texts("kind", "title", "subtitle", "abstract"),
            *text_or_none("start"),
            *numbers("minutes"),
            to("room_id", "rooms"),
            to("track_id", "tracks"),
            *texts("floor_languages", "interpretation", "status"),
            *text_or_none("data_set"),
            *number_or_none("expected_audience"),
            *numbers("position"),
            *texts("source"),
            *numbers("version"),
            *texts("folded"),
            CheckConstraint("minutes >= 0", "minutes"),
        ),
        (
            "speakers",
            *owner("slots"),
            to("person_id", "persons", needed=True),
            *texts("role", "topic"),
            *number_or_none("office"),
            Column("confirmed", Boolean, nullable=False),
        ),
        (
            "programme_releases",
            key(),
            event(),
            *numbers("number"),
            *texts("name"),
            *text_or_none("at"),
            *texts("note", "slots"),
            *numbers("version"),
            UniqueConstraint("event_id", "name"),
        ),
    ]


def _guests() -> list[tuple[Any, ...]]:
    return [
        (
            "attendees",
            key(),
            event(),
            to("person_id", "persons", needed=True),
            *texts("category", "reply"),
            *text_or_none("replied_at"),
            to("representative_id", "persons"),
            to("invited_by_id", "persons"),
            *numbers("party"),
            *texts("seat", "ticket"),
            Column("ticket_revoked", Boolean, nullable=False),
            *texts("former_tickets"),
            *text_or_none("badge_printed"),
            *texts("tags", "needs", "notes"),
            *numbers("version"),
            UniqueConstraint("event_id", "person_id"),
        ),
        (
            "messages",
            *owner("attendees"),
            *texts("purpose", "at", "channel", "address", "delivery", "reason"),
        ),
        (
            "check_ins",
            *owner("attendees"),
            *texts("at", "desk", "list", "direction", "nonce"),
            Column("doubled", Boolean, nullable=False),
        ),
        (
            "seatings",
            key(),
            event(),
            *texts("title", "tables"),
            *numbers("position", "version"),
        ),
        (
            "seats",
            *owner("seatings"),
            to("attendee_id", "attendees", needed=True),
            *numbers("table", "place"),
            Column("behind", Boolean, nullable=False),
            Column("locked", Boolean, nullable=False),
        ),
        (
            "apart",
            *owner("seatings"),
            to("attendee_id", "attendees", needed=True),
            to("other_id", "attendees", needed=True),
        ),
        (
            "interpreters",
            *owner("seatings"),
            to("attendee_id", "attendees", needed=True),
            to("delegate_id", "attendees", needed=True),
        ),
        (
            "seating_hosts",
            *owner("seatings"),
            to("attendee_id", "attendees", needed=True),
        ),
        (
            "erasures",
            key(),
            *numbers("person_id"),
            *text_or_none("at"),
            *numbers("version"),
        ),
    ]


def _coverage() -> list[tuple[Any, ...]]:
    return [
        (
            "press_items",
            key(),
            event(),
            *texts("outlet", "title"),
            *text_or_none("published"),
            *texts("language", "url"),
            to("picture_id", "pictures"),
            *numbers("position", "version"),
        ),
        (
            "quotations",
            key(),
            event(),
            to("person_id", "persons"),
            to("slot_id", "slots"),
            *texts("text", "language"),
            *numbers("position", "version"),
        ),
        (
            "photo_credits",
            key(),
            event(),
            to("picture_id", "pictures"),
            *texts("caption", "credit"),
            *numbers("position", "version"),
        ),
        (
            "institutional_contacts",
            key(),
            event(),
            *text_or_none("day"),
            *texts("text"),
            *numbers("position", "version"),
        ),
        (
            "institutional_contact_persons",
            *owner("institutional_contacts"),
            to("person_id", "persons", needed=True),
        ),
    ]


_INDEXES = (
    ("changes", "standing", "id"),
    ("edits", "change_id", "id"),
    ("organisations", "logo_id"),
    ("persons", "organisation_id"),
    ("persons", "photo_id"),
    ("persons", "source"),
    ("events", "venue_id"),
    ("organisers", "organisation_id"),
    ("signatories", "person_id"),
    ("signatories", "signature_id"),
    ("events", "president_id"),
    ("overrides", "person_id"),
    ("seatings", "event_id"),
    ("seats", "attendee_id"),
    ("apart", "attendee_id"),
    ("apart", "other_id"),
    ("interpreters", "attendee_id"),
    ("interpreters", "delegate_id"),
    ("seating_hosts", "attendee_id"),
    ("erasures", "person_id"),
    ("rooms", "event_id"),
    ("rooms", "venue_id"),
    ("tracks", "event_id"),
    ("slots", "event_id", "start"),
    ("slots", "room_id"),
    ("slots", "track_id"),
    ("speakers", "person_id"),
    ("attendees", "person_id"),
    ("attendees", "representative_id"),
    ("attendees", "invited_by_id"),
    ("attendees", "ticket"),
    ("press_items", "event_id"),
    ("press_items", "picture_id"),
    ("quotations", "event_id"),
    ("quotations", "person_id"),
    ("quotations", "slot_id"),
    ("photo_credits", "event_id"),
    ("photo_credits", "picture_id"),
    ("institutional_contacts", "event_id"),
    ("institutional_contact_persons", "person_id"),
)
