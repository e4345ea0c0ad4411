"""Undo takes back anything, redo does it again, and the history tells who did what."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from desktop.domain.attendee import Attendee
from desktop.domain.change import Change
from desktop.domain.coverage import Quotation
from desktop.domain.errors import BadInput, Conflict, EstradoError
from desktop.domain.event import Event
from desktop.domain.localized import Localized
from desktop.domain.organisation import Organisation
from desktop.domain.person import Person, PersonName
from desktop.domain.slot import Slot
from desktop.domain.speaker import Speaker
from desktop.domain.venue import Room, Track, Venue
from desktop.services import attendance, events, history, people, planning
from desktop.services.change import CARRIED
from desktop.services.workspace import Workspace
from desktop.storage.tables import AGGREGATES
from tests.storage.databases import NewWorkspace
from tests.storage.values import localized, texts

State = dict[str, list[Any]]
START = datetime(2026, 5, 14, 9, tzinfo=UTC)


def state_of(ws: Workspace) -> State:
    with ws.read() as reader:
        return {kind.__name__: reader.find(kind) for kind in AGGREGATES}


class Verbs(RuleBasedStateMachine):
    """Any verbs in any order, beside a plain list of the states they led to."""

    open: NewWorkspace

    @initialize()
    def begin(self) -> None:
        self.ws = self.open()
        self.states = [state_of(self.ws)]
        self.done = 0

    def teardown(self) -> None:
        if not hasattr(self, "ws"):
            return
        while self.done:
            self.undo()
        assert history.undo(self.ws) is None
        while self.done < len(self.states) - 1:
            self.redo()
        assert history.redo(self.ws) is None
        self.ws.close()

    def act(self, verb: Callable[..., Change], *arguments: Any) -> None:
        try:
            change = verb(self.ws, *arguments)
        except EstradoError:
            assert state_of(self.ws) == self.states[self.done]
            return
        if change.id:
            self.done += 1
            self.states[self.done :] = [state_of(self.ws)]

    def one(self, data: st.DataObject, kind: type[Any]) -> Any:
        """One of those that are there, or None."""
        there = self.states[self.done][kind.__name__]
        return data.draw(st.sampled_from(there)) if there else None

    def id_of(self, data: st.DataObject, kind: type[Any]) -> int | None:
        found = self.one(data, kind)
        return found.id if found else None

    def undo(self) -> None:
        change = history.undo(self.ws)
        assert change is not None
        assert change.undoes
        self.done -= 1
        assert state_of(self.ws) == self.states[self.done]

    def redo(self) -> None:
        change = history.redo(self.ws)
        assert change is not None
        assert change.redoes
        self.done += 1
        assert state_of(self.ws) == self.states[self.done]

    @rule(title=localized)
    def add_event(self, title: Localized) -> None:
        self.act(events.create, Event(title=title))

    @rule(name=texts)
    def add_person(self, name: str) -> None:
        self.act(people.save, Person(names=(PersonName("Latn", name),)))

    @rule(name=localized, data=st.data())
    def add_places(self, name: Localized, data: st.DataObject) -> None:
        self.act(events.save_venue, Venue(name=name))
        event = self.id_of(data, Event)
        if event:
            venue = self.id_of(data, Venue)
            self.act(events.save_room, Room(event_id=event, name=name, venue_id=venue))
            self.act(events.save_track, Track(event_id=event, name=name))

    @rule(title=localized, data=st.data(), minutes=st.integers(-5, 90))
    def add_slot(self, title: Localized, data: st.DataObject, minutes: int) -> None:
        event, speaker = self.id_of(data, Event), self.id_of(data, Person)
        slot = Slot(
            event_id=event or 99,
            title=title,
            minutes=minutes,
            room_id=self.id_of(data, Room),
            speakers=(Speaker(speaker),) if speaker else (),
        )
        self.act(planning.save_slot, slot)

    @rule(data=st.data(), category=texts)
    def invite(self, data: st.DataObject, category: str) -> None:
        event, person = self.id_of(data, Event), self.id_of(data, Person)
        if event and person:
            self.act(
                attendance.save, Attendee(event_id=event, person_id=person, category=category)
            )

    @rule(data=st.data(), text=localized)
    def edit(self, data: st.DataObject, text: Localized) -> None:
        slot = self.one(data, Slot)
        if slot:
            self.act(planning.retitle, slot.id, text)
            self.act(planning.save_slot, replace(slot, abstract=text))  # perhaps a stale version
            self.act(planning.move, slot.id, START, self.id_of(data, Room))

    @rule(data=st.data())
    def delete(self, data: st.DataObject) -> None:
        verb, kind = data.draw(
            st.sampled_from(
                [
                    (people.delete, Person),
                    (events.delete, Event),
                    (events.delete_room, Room),
                    (events.delete_venue, Venue),
                    (attendance.delete, Attendee),
                ]
            )
        )
        self.act(verb, self.id_of(data, kind) or 99)

    @rule(data=st.data())
    def delete_slots(self, data: st.DataObject) -> None:
        there = [slot.id for slot in self.states[self.done]["Slot"]]
        chosen = data.draw(st.lists(st.sampled_from(there or [99]), unique=True, min_size=1))
        self.act(planning.delete_slots, chosen)

    @precondition(lambda self: self.done)
    @rule()
    def undo_one(self) -> None:
        self.undo()

    @precondition(lambda self: self.done < len(self.states) - 1)
    @rule()
    def redo_one(self) -> None:
        self.redo()

    @invariant()
    def what_comes_next_is_known(self) -> None:
        if hasattr(self, "ws"):
            assert bool(history.next_undo(self.ws)) == bool(self.done)
            assert bool(history.next_redo(self.ws)) == (self.done < len(self.states) - 1)


def test_any_verbs_can_be_taken_back_and_done_again(new_workspace: NewWorkspace) -> None:
    class Here(Verbs):
        open = staticmethod(new_workspace)

    few = settings(max_examples=12, stateful_step_count=15)
    run_state_machine_as_test(Here, settings=few)  # pyright: ignore[reportUnknownMemberType]


def test_undo_and_redo_outlive_a_restart(location: Path) -> None:
    with Workspace.open(location, who="Ana") as ws:
        events.create(ws, Event(title=Localized.of(es="Jornada")))
        planning.save_slot(ws, Slot(event_id=1, title=Localized.of(es="Apertura")))
        after = state_of(ws)
    with Workspace.open(location, who="Berik") as ws:
        change = history.undo(ws)
        assert change is not None
        assert (change.name, change.fields) == ("Add slot {slot}", {"slot": "Apertura"})
        assert change.touched(Slot) == {1}
    with Workspace.open(location, who="Ana") as ws:
        history.redo(ws)
        assert state_of(ws) == after
        told = [
            (entry.who, entry.name, entry.undoes, entry.redoes) for entry in history.entries(ws)
        ]
    assert told == [
        ("Ana", "Add slot {slot}", None, 2),
        ("Berik", "Add slot {slot}", 2, None),
        ("Ana", "Add slot {slot}", None, None),
        ("Ana", "Add event {event}", None, None),
    ]


def test_something_new_cuts_what_could_be_done_again(ws: Workspace) -> None:
    for country in ("ES", "KZ", "FR"):
        events.save_venue(ws, Venue(country=country))
    history.undo(ws)
    history.undo(ws)
    events.save_venue(ws, Venue(country="IT"))
    assert history.next_redo(ws) is None
    assert history.redo(ws) is None
    assert [entry.undone for entry in history.entries(ws)] == [False] * 3 + [True, True, False]
    assert [venue.country for venue in events.venues(ws)] == ["ES", "IT"]
    assert len(history.entries(ws, limit=2)) == 2


def test_a_verb_that_changes_nothing_leaves_no_trace(ws: Workspace) -> None:
    events.save_venue(ws, Venue())
    history.undo(ws)
    before = history.entries(ws)
    change = events.save_venue(ws, Venue())
    again = events.save_venue(ws, events.venues(ws)[0])
    assert change.id
    assert (again.id, again.edits) == (0, ())
    assert len(history.entries(ws)) == len(before) + 1


def test_a_rehearsal_tells_and_changes_nothing(ws: Workspace) -> None:
    events.save_venue(ws, Venue())
    history.undo(ws)
    with ws.change("Import") as work:
        work.put(Venue(country="ES"))
        work.discard()
    assert work.change.id == 0
    assert work.change.touched(Venue)
    assert events.venues(ws) == []
    assert history.next_redo(ws) is not None, "a rehearsal must not cut the redo"


def test_an_exception_takes_everything_back(ws: Workspace) -> None:
    with pytest.raises(BadInput), ws.change("Half") as work:
        work.put_all([Venue(country="ES"), Venue(country="\0")])
    assert events.venues(ws) == []
    assert history.entries(ws) == []


def test_a_change_of_thousands_is_taken_back_too(ws: Workspace) -> None:
    count = 3 * CARRIED
    with ws.change("Import") as work:
        event = work.put(Event(slug="large"))
        persons = work.put_all([Person(source=str(number)) for number in range(count)])
        work.put_all([Attendee(event_id=event.id, person_id=person.id) for person in persons])
        work.put_all([replace(person, notes="edited") for person in persons])
    full = state_of(ws)
    assert len(work.change.touched(Person)) == count
    assert not any(edit.after for edit in work.change.edits), "values stay in the log"
    undone = history.undo(ws)
    assert undone is not None
    assert undone.touched(Attendee) == work.change.touched(Attendee)
    assert not any(state_of(ws).values())
    history.redo(ws)
    assert state_of(ws) == full


def test_undo_refuses_where_something_else_changed(ws: Workspace) -> None:
    events.save_venue(ws, Venue(country="ES"))
    events.save_venue(ws, replace(events.venues(ws)[0], country="KZ"))
    with ws.database.write() as writer:  # behind the log's back
        writer.put(replace(writer.load(Venue, 1), country="FR"))
    with pytest.raises(Conflict):
        history.undo(ws)
    assert events.venues(ws)[0].country == "FR"
    assert history.next_undo(ws) is not None


def test_a_speaker_is_not_deleted_unasked(ws: Workspace) -> None:
    events.create(ws, Event(title=Localized.of(es="Jornada")))
    people.save(ws, Person(names=(PersonName("Latn", "Ruiz", "Ana"),)))
    slot = Slot(event_id=1, title=Localized.of(es="Charla"), speakers=(Speaker(1),))
    planning.save_slot(ws, slot)
    with pytest.raises(BadInput, match="Ana Ruiz is still in “Charla”"):
        people.delete(ws, 1)
    planning.save_slot(ws, replace(planning.slot(ws, 1), speakers=()))
    people.delete(ws, 1)
    assert people.people(ws) == []


def test_deleting_leaves_what_referred_to_it(ws: Workspace) -> None:
    events.create(ws, Event(slug="jornada"))
    with ws.change("Prepare") as work:
        slot = work.put(Slot(event_id=1))
        work.put(Quotation(event_id=1, slot_id=slot.id))
        ministry = work.put(Organisation())
        work.put(Person(organisation_id=ministry.id))
    full = state_of(ws)
    planning.delete_slots(ws, [slot.id])
    people.delete_organisation(ws, ministry.id)
    left = state_of(ws)
    assert left["Quotation"][0].slot_id is None
    assert left["Person"][0].organisation_id is None
    history.undo(ws)
    history.undo(ws)
    assert state_of(ws) == full
