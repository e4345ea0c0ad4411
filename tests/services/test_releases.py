"""Versions of a programme: frozen, compared, restored."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from desktop.domain.errors import BadInput
from desktop.domain.event import Event
from desktop.domain.localized import Localized
from desktop.domain.programme import Differences, differences
from desktop.domain.release import ProgrammeRelease
from desktop.domain.slot import Slot
from desktop.domain.venue import Room
from desktop.services import events, history, planning, releases
from desktop.services.labels import label
from desktop.services.workspace import Workspace

NINE = datetime(2026, 5, 14, 9, tzinfo=UTC)


@pytest.fixture
def first(ws: Workspace) -> int:
    """The id of the first version: two slots in a room."""
    events.create(ws, Event(slug="dia"))
    events.save_room(ws, Room(event_id=1))
    for number in range(2):
        start = NINE + timedelta(hours=number)
        title = Localized.of(es=f"Parte {number}")
        planning.save_slot(ws, Slot(event_id=1, title=title, start=start, room_id=1))
    return releases.publish(ws, 1, note=Localized.of(es="Primera")).edits[0].id


def change_everything(ws: Workspace) -> None:
    planning.move(ws, 1, NINE + timedelta(hours=3), None)
    planning.retitle(ws, 1, Localized.of(es="Otra"))
    planning.delete_slots(ws, [2])
    planning.save_slot(ws, Slot(event_id=1, title=Localized.of(es="Nueva"), start=NINE))


def since(ws: Workspace, version: int) -> Differences:
    """What is different now from a version."""
    return differences(ws.load(ProgrammeRelease, version).slots, planning.slots(ws, 1))


def test_versions_are_numbered_and_named(ws: Workspace, first: int) -> None:
    releases.publish(ws, 1, "Imprenta")
    found = releases.releases(ws, 1)
    assert [(one.number, one.name) for one in found] == [(2, "Imprenta"), (1, "1")]
    assert found[1].note == Localized.of(es="Primera")
    with pytest.raises(BadInput):
        releases.publish(ws, 1, "Imprenta")
    assert len(releases.releases(ws, 1)) == 2


def test_a_version_stays_as_it_was_published(ws: Workspace, first: int) -> None:
    frozen = planning.slots(ws, 1)
    change_everything(ws)
    assert list(releases.releases(ws, 1)[0].slots) == frozen


def test_a_version_is_compared_with_the_programme_as_it_is(ws: Workspace, first: int) -> None:
    assert not since(ws, first)
    change_everything(ws)
    second = releases.publish(ws, 1).edits[0].id
    found = since(ws, first)
    assert [label(slot) for slot in found.new] == ["Nueva"]
    assert [slot.id for slot in found.cancelled] == [2]
    assert [pair.after.id for pair in found.moved] == [1]
    assert [pair.after.id for pair in found.changed] == [1]
    assert not since(ws, second)


def test_a_version_is_restored_in_one_step(ws: Workspace, first: int) -> None:
    frozen = planning.slots(ws, 1)
    change_everything(ws)
    changed = planning.slots(ws, 1)
    change = releases.restore(ws, first)
    assert change.fields["version"] == "1"
    restored = planning.slots(ws, 1)
    assert [slot for slot in restored if slot.start] == frozen
    assert [slot.title for slot in restored if not slot.start] == [Localized.of(es="Nueva")]
    assert not since(ws, first)
    history.undo(ws)
    assert planning.slots(ws, 1) == changed
    history.redo(ws)
    assert planning.slots(ws, 1) == restored


def test_what_is_no_more_stays_away(ws: Workspace, first: int) -> None:
    events.delete_room(ws, 1)
    releases.restore(ws, first)
    expected = [replace(slot, room_id=None) for slot in releases.releases(ws, 1)[0].slots]
    assert planning.slots(ws, 1) == expected
