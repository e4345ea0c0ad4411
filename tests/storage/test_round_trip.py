"""What is stored is what comes back, for any value of any class, on both databases."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.domain.attendee import Attendee
from desktop.domain.errors import BadInput, Conflict, NotFound
from desktop.domain.event import Event
from desktop.domain.localized import Localized
from desktop.domain.organisation import Organisation, Picture
from desktop.domain.person import Person, PersonName
from desktop.domain.slot import DataPoint, DataSet, Slot
from desktop.domain.venue import Room, Track, Venue
from desktop.services.workspace import Workspace
from desktop.storage.codec import codec, loads
from desktop.storage.mapper import mapper
from desktop.storage.tables import AGGREGATES
from tests.storage.values import any_of, stored

KINDS = sorted(AGGREGATES, key=lambda kind: kind.__name__)


def world(ws: Workspace) -> dict[str, int]:
    """Something of each class, for others to refer to."""
    with ws.database.write() as writer:
        event = writer.put(Event(slug="world")).id
        person = writer.put(Person()).id
        picture = writer.put(Picture(content=b"picture")).id
        somebody = writer.put(Person()).id
        guest = writer.put(Attendee(event_id=event, person_id=somebody)).id
        return {
            "event_id": event,
            "venue_id": writer.put(Venue()).id,
            "room_id": writer.put(Room(event_id=event)).id,
            "track_id": writer.put(Track(event_id=event)).id,
            "slot_id": writer.put(Slot(event_id=event)).id,
            "organisation_id": writer.put(Organisation()).id,
            "logo_id": picture,
            "photo_id": picture,
            "picture_id": picture,
            "signature_id": picture,
            "person_id": person,
            "representative_id": person,
            "invited_by_id": person,
            "president_id": person,
            "attendee_id": guest,
            "other_id": guest,
            "delegate_id": guest,
        }


@pytest.fixture
def ids(new_workspace: Callable[[], Workspace]) -> tuple[Workspace, dict[str, int]]:
    ws = new_workspace()
    return ws, world(ws)


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_value_comes_back(
    ids: tuple[Workspace, dict[str, int]], kind: type[Any], data: st.DataObject
) -> None:
    ws, known = ids
    first, second = (stored(data.draw(any_of(kind)), known) for _ in range(2))
    second = replace(second, **{name: getattr(first, name) for name in mapper(kind).growing})
    with ws.database.write() as writer:
        put = writer.put(first)
        assert put == replace(first, id=put.id)
    with ws.read() as reader:
        assert reader.load(kind, put.id) == put
    with ws.database.write() as writer:
        edited = writer.put(replace(second, id=put.id, version=put.version))
    with ws.read() as reader:
        assert reader.load(kind, put.id) == edited == replace(second, id=put.id)
    with ws.database.write() as writer:
        writer.remove(kind, put.id)
    with ws.read() as reader:
        assert reader.get(kind, put.id) is None


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind is not Picture])
@given(data=st.data())
def test_the_log_writes_any_value(kind: type[Any], data: st.DataObject) -> None:
    value = data.draw(any_of(kind))
    assert codec(kind).decode(loads(codec(kind).write(value))) == value


def test_many_at_once_are_the_same_as_one_by_one(new_workspace: Callable[[], Workspace]) -> None:
    ws = new_workspace()
    event = world(ws)["event_id"]
    with ws.database.write() as writer:
        old = writer.put(Room(event_id=event, position=1))
        drafts = [Room(event_id=event, position=2), replace(old, position=5), Room(event_id=event)]
        rooms = writer.put_all(drafts)
    with ws.read() as reader:
        assert [reader.load(Room, room.id) for room in rooms] == rooms
        assert [room.position for room in reader.find(Room, event_id=event)] == [0, 0, 2, 5]
        assert reader.find(Room, id=[]) == []
        assert reader.count(Room, event_id=event) == 4


def test_ids_are_never_used_again(new_workspace: Callable[[], Workspace]) -> None:
    ws = new_workspace()
    with ws.database.write() as writer:
        gone = writer.put(Venue()).id
        writer.remove(Venue, gone)
    with ws.database.write() as writer:
        assert writer.put(Venue()).id > gone


@pytest.mark.parametrize(
    ("value", "place"),
    [
        (Person(notes="a\0b"), "Person.notes"),
        (Person(names=(PersonName("Latn", "\ud800"),)), "Person.names"),
        (Venue(name=Localized.of(es="a\0b")), "Venue.name"),
        (Venue(name=Localized((("es", "a"), ("es", "b")))), "Venue.name"),
        (Room(event_id=1, capacity=2**40), "Room.capacity"),
        (
            Slot(
                event_id=1,
                data_set=DataSet(Localized(), (DataPoint(Localized(), float("nan")),)),
            ),
            "Slot.data_set",
        ),
    ],
)
def test_what_cannot_be_stored_is_refused(ws: Workspace, value: Any, place: str) -> None:
    world(ws)
    before = snapshot(ws)
    with pytest.raises(BadInput) as refused, ws.database.write() as writer:
        writer.put(value)
    assert refused.value.place == place
    assert snapshot(ws) == before


def snapshot(ws: Workspace) -> list[Any]:
    with ws.read() as reader:
        return [reader.find(kind) for kind in KINDS]


def test_a_stale_version_is_a_conflict(new_workspace: Callable[[], Workspace]) -> None:
    ws = new_workspace()
    with ws.database.write() as writer:
        old = writer.put(Venue())
        new = writer.put(replace(old, country="ES"))
    with pytest.raises(Conflict), ws.database.write() as writer:
        writer.put(replace(old, country="KZ"))
    with ws.database.write() as writer:
        writer.remove(Venue, old.id)
    with pytest.raises(NotFound), ws.database.write() as writer:
        writer.put(new)


def test_what_is_referred_to_stays(new_workspace: Callable[[], Workspace]) -> None:
    ws = new_workspace()
    ids = world(ws)
    with ws.database.write() as writer:
        writer.put(Attendee(event_id=ids["event_id"], person_id=ids["person_id"]))
    with pytest.raises(BadInput), ws.database.write() as writer:
        writer.remove(Person, ids["person_id"])
    with pytest.raises(BadInput, match="already invited"), ws.database.write() as writer:
        writer.put(Attendee(event_id=ids["event_id"], person_id=ids["person_id"]))
    with ws.read() as reader:
        assert reader.count(Attendee, person_id=ids["person_id"]) == 1


def test_bytes_are_kept_once(ws: Workspace) -> None:
    with ws.database.write() as writer:
        writer.put_all([Picture(content=b"logo"), Picture(content=b"logo", width=2)])
    with ws.read() as reader:
        assert [picture.content for picture in reader.find(Picture)] == [b"logo"] * 2
        kept = reader.connection.exec_driver_sql("SELECT count(*) FROM contents").scalar_one()
    assert kept == 1
