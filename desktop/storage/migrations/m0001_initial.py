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
    Text,
    UniqueConstraint,
)

if TYPE_CHECKING:
    from alembic.operations import Operations

_TEXT = Text().with_variant(Text(collation="C"), "postgresql")
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
        for statement in _fts(table) if sqlite else [_inverted(table)]:
            op.execute(statement)
    kept = op.create_table("secrets", *_secrets())
    op.bulk_insert(kept, [{"name": "seal", "value": secrets.token_hex(32)}])


def _fts(table: str) -> list[str]:
    words = f"{table}_words"
    add = f"INSERT INTO {words} (rowid, folded) VALUES (new.id, new.folded);"
    drop = f"INSERT INTO {words} ({words}, rowid, folded) VALUES ('delete', old.id, old.folded);"
    return [
        f"CREATE VIRTUAL TABLE {words} USING fts5 (folded, content='{table}', content_rowid='id', "
        "tokenize='ascii', prefix='1 2 3', detail='none')",
        f"CREATE TRIGGER {words}_insert AFTER INSERT ON {table} BEGIN {add} END",
        f"CREATE TRIGGER {words}_delete AFTER DELETE ON {table} BEGIN {drop} END",
        f"CREATE TRIGGER {words}_update AFTER UPDATE OF folded ON {table} "
        f"WHEN old.folded <> new.folded BEGIN {drop} {add} END",
    ]


def _inverted(table: str) -> str:
    return (
        f"CREATE INDEX ix_{table}_words ON {table} "
        "USING gin (array_to_tsvector(string_to_array(folded, ' ')))"
    )


def _secrets() -> list[Column[Any]]:
    return [Column("name", _TEXT, primary_key=True), *_texts("value")]


def _key() -> Column[Any]:
    return Column("id", Integer, primary_key=True)


def _texts(*names: str) -> list[Column[Any]]:
    return [Column(name, _TEXT, nullable=False) for name in names]


def _text_or_none(*names: str) -> list[Column[Any]]:
    return [Column(name, _TEXT) for name in names]


def _numbers(*names: str) -> list[Column[Any]]:
    return [Column(name, Integer, nullable=False) for name in names]


def _number_or_none(*names: str) -> list[Column[Any]]:
    return [Column(name, Integer) for name in names]


def _to(
    name: str, table: str, *, needed: bool = False, ondelete: str | None = None
) -> Column[Any]:
    key = ForeignKey(f"{table}.id", ondelete=ondelete)
    return Column(name, Integer, key, nullable=not needed)


def _event() -> Column[Any]:
    return _to("event_id", "events", needed=True)


def _owner(table: str) -> list[Column[Any]]:
    return [
        Column(
            "owner_id", Integer, ForeignKey(f"{table}.id", ondelete="CASCADE"), primary_key=True
        ),
        Column("position", Integer, primary_key=True, autoincrement=False),
    ]


def _tables() -> list[tuple[Any, ...]]:
    return [*_log(), *_directory(), *_programme(), *_guests(), *_coverage()]


def _log() -> list[tuple[Any, ...]]:
    return [
        (
            "estrado",
            Column("name", _TEXT, primary_key=True),
            Column("value", Integer, nullable=False),
        ),
        (
            "contents",
            Column("digest", _TEXT, primary_key=True),
            Column("content", LargeBinary, nullable=False),
        ),
        (
            "changes",
            _key(),
            *_texts("at", "who", "name", "fields"),
            _to("undoes", "changes"),
            _to("redoes", "changes"),
            *_texts("standing"),
            CheckConstraint("standing IN ('done', 'undone', 'cut', 'closed', 'note')", "standing"),
        ),
        (
            "edits",
            _key(),
            _to("change_id", "changes", needed=True, ondelete="CASCADE"),
            *_texts("kind"),
            *_numbers("entity_id"),
            *_text_or_none("before", "after"),
        ),
    ]


def _directory() -> list[tuple[Any, ...]]:
    return [
        (
            "pictures",
            _key(),
            Column("content", _TEXT, ForeignKey("contents.digest"), nullable=False),
            *_texts("media_type"),
            *_numbers("width", "height"),
            *_texts("alt", "credit"),
            *_numbers("version"),
        ),
        ("venues", _key(), *_texts("name", "address", "city", "country"), *_numbers("version")),
        (
            "organisations",
            _key(),
            *_texts("name", "short_name", "kind", "country", "city", "address", "website"),
            _to("logo_id", "pictures"),
            *_texts("source"),
            *_numbers("version"),
            *_texts("folded"),
        ),
        (
            "persons",
            _key(),
            *_texts("names", "gender", "honorific", "offices", "accreditations"),
            _to("organisation_id", "organisations"),
            *_texts("country", "languages", "contact"),
            _to("photo_id", "pictures"),
            *_texts("biography", "pronunciation", "consents", "notes", "source"),
            *_texts("distinct_from", "former_ids"),
            *_numbers("version"),
            *_texts("folded"),
        ),
    ]


def _programme() -> list[tuple[Any, ...]]:
    return [
        (
            "events",
            _key(),
            *_texts("slug", "title", "subtitle", "kind", "languages", "time_zone"),
            *_text_or_none("first_day", "last_day"),
            *_numbers("day_starts"),
            _to("venue_id", "venues"),
            *_texts("summary", "footer", "notes"),
            *_numbers("room_change_minutes"),
            *_texts("clash_rules", "checklist", "protocol"),
            _to("president_id", "persons"),
            *_texts("capacities", "waiting_rule", "doors", "letters"),
            *_text_or_none("keep_until"),
            *_texts("statistics", "source"),
            *_numbers("version"),
            *_texts("folded"),
            UniqueConstraint("slug"),
            CheckConstraint("day_starts BETWEEN 0 AND 11", "day_starts"),
        ),
        (
            "organisers",
            *_owner("events"),
            _to("organisation_id", "organisations", needed=True),
            *_texts("role"),
        ),
        (
            "signatories",
            *_owner("events"),
            _to("person_id", "persons", needed=True),
            *_numbers("office"),
            _to("signature_id", "pictures"),
        ),
        (
            "overrides",
            *_owner("events"),
            _to("person_id", "persons", needed=True),
            *_numbers("place"),
            *_texts("reason"),
        ),
        (
            "rooms",
            _key(),
            _event(),
            _to("venue_id", "venues"),
            *_texts("name"),
            *_number_or_none("capacity"),
            *_numbers("position"),
            *_texts("source"),
            *_numbers("version"),
        ),
        (
            "tracks",
            _key(),
            _event(),
            *_texts("name", "colour"),
            *_numbers("position"),
            *_texts("source"),
            *_numbers("version"),
        ),
        (
            "slots",
            _key(),
            _event(),
            *_texts("kind", "title", "subtitle", "abstract"),
            *_text_or_none("start"),
            *_numbers("minutes"),
            _to("room_id", "rooms"),
            _to("track_id", "tracks"),
            *_texts("floor_languages", "interpretation", "status"),
            *_text_or_none("data_set"),
            *_number_or_none("expected_audience"),
            *_numbers("position"),
            *_texts("source"),
            *_numbers("version"),
            *_texts("folded"),
            CheckConstraint("minutes >= 0", "minutes"),
        ),
        (
            "speakers",
            *_owner("slots"),
            _to("person_id", "persons", needed=True),
            *_texts("role", "topic"),
            *_number_or_none("office"),
            Column("confirmed", Boolean, nullable=False),
        ),
        (
            "programme_releases",
            _key(),
            _event(),
            *_numbers("number"),
            *_texts("name"),
            *_text_or_none("at"),
            *_texts("note", "slots"),
            *_numbers("version"),
            UniqueConstraint("event_id", "name"),
        ),
    ]


def _guests() -> list[tuple[Any, ...]]:
    return [
        (
            "attendees",
            _key(),
            _event(),
            _to("person_id", "persons", needed=True),
            *_texts("category", "reply"),
            *_text_or_none("replied_at"),
            _to("representative_id", "persons"),
            _to("invited_by_id", "persons"),
            *_numbers("party"),
            *_texts("seat", "ticket"),
            Column("ticket_revoked", Boolean, nullable=False),
            *_text_or_none("badge_printed"),
            *_texts("tags", "needs", "notes"),
            *_numbers("version"),
            UniqueConstraint("event_id", "person_id"),
        ),
        (
            "messages",
            *_owner("attendees"),
            *_texts("purpose", "at", "channel", "address", "delivery"),
        ),
        (
            "check_ins",
            *_owner("attendees"),
            *_texts("at", "desk", "list", "direction", "nonce"),
            Column("doubled", Boolean, nullable=False),
        ),
        (
            "seatings",
            _key(),
            _event(),
            *_texts("title", "tables"),
            *_numbers("position", "version"),
        ),
        (
            "seats",
            *_owner("seatings"),
            _to("attendee_id", "attendees", needed=True),
            *_numbers("table", "place"),
            Column("behind", Boolean, nullable=False),
            Column("locked", Boolean, nullable=False),
        ),
        (
            "apart",
            *_owner("seatings"),
            _to("attendee_id", "attendees", needed=True),
            _to("other_id", "attendees", needed=True),
        ),
        (
            "interpreters",
            *_owner("seatings"),
            _to("attendee_id", "attendees", needed=True),
            _to("delegate_id", "attendees", needed=True),
        ),
        (
            "seating_hosts",
            *_owner("seatings"),
            _to("attendee_id", "attendees", needed=True),
        ),
        (
            "erasures",
            _key(),
            *_numbers("person_id"),
            *_text_or_none("at"),
            *_numbers("version"),
        ),
    ]


def _coverage() -> list[tuple[Any, ...]]:
    return [
        (
            "press_items",
            _key(),
            _event(),
            *_texts("outlet", "title"),
            *_text_or_none("published"),
            *_texts("language", "url"),
            _to("picture_id", "pictures"),
            *_numbers("position", "version"),
        ),
        (
            "quotations",
            _key(),
            _event(),
            _to("person_id", "persons"),
            _to("slot_id", "slots"),
            *_texts("text", "language"),
            *_numbers("position", "version"),
        ),
        (
            "photo_credits",
            _key(),
            _event(),
            _to("picture_id", "pictures"),
            *_texts("caption", "credit"),
            *_numbers("position", "version"),
        ),
        (
            "institutional_contacts",
            _key(),
            _event(),
            *_text_or_none("day"),
            *_texts("text"),
            *_numbers("position", "version"),
        ),
        (
            "institutional_contact_persons",
            *_owner("institutional_contacts"),
            _to("person_id", "persons", needed=True),
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
