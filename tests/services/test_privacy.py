"""What is kept of a person can be handed out, and forgotten without a trace in the file."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from desktop.domain.attendee import Attendee, CheckIn, Reply
from desktop.domain.coverage import Quotation
from desktop.domain.errors import NotFound
from desktop.domain.event import Event, Statistic
from desktop.domain.localized import Localized
from desktop.domain.organisation import Organisation
from desktop.domain.person import Contact, Person, PersonName
from desktop.domain.release import ProgrammeRelease
from desktop.domain.seating import Seat, Seating, Table
from desktop.domain.slot import Slot
from desktop.domain.speaker import Speaker
from desktop.services import backup, history, people, privacy, retention, search
from desktop.services.workspace import Workspace

NOW = datetime(2026, 5, 14, 12, tzinfo=UTC)
NAME = "Xquenda Zorrilla"
EMAIL = "xquenda@example.org"


def filled(ws: Workspace) -> tuple[int, int]:
    """An event with a person in every part of it, and somebody else; the two ids."""
    with ws.change("Invite {person}", person=NAME) as work:
        event = work.put(Event(slug="dinner", title=Localized.of(en="Dinner"))).id
        names = (PersonName("Latn", "Zorrilla", "Xquenda"),)
        house = work.put(Organisation(name=Localized.of(en="Foundation"))).id
        known = Person(names=names, contact=Contact(EMAIL), notes="allergic to Zorrilla")
        one = work.put(replace(known, organisation_id=house))
        other = work.put(Person(names=(PersonName("Latn", "Ruiz", "Ana"),)))
        speakers = (Speaker(one.id), Speaker(other.id))
        slot = Slot(event_id=event, title=Localized.of(en=f"Talk of {NAME}"), speakers=speakers)
        slot = work.put(slot)
        guest = work.put(Attendee(event_id=event, person_id=one.id, check_ins=(CheckIn(NOW),)))
        work.put(Attendee(event_id=event, person_id=other.id, invited_by_id=one.id))
        work.put(Quotation(event_id=event, person_id=one.id, text=Localized.of(en="I came")))
        work.put(
            Seating(
                event_id=event,
                tables=(Table(Localized.of(en="A")),),
                seats=(Seat(guest.id, 0, 1),),
            )
        )
        work.put(ProgrammeRelease(event_id=event, name="1", at=NOW, slots=(slot,)))
    return one.id, other.id


def test_all_that_is_stored_is_told(ws: Workspace) -> None:
    one, _ = filled(ws)
    told = privacy.stored_on(ws, one)
    assert told["person"]["contact"]["email"] == EMAIL
    assert [one["name"] for one in told["organisations"]] == [{"en": "Foundation"}]
    assert {"attendees", "slots", "quotations"} <= told.keys()
    assert told["history"][0]["what"] == f"Invite {NAME}"


def test_an_erased_person_is_nowhere_in_the_database(
    new_workspace: Callable[[], Workspace],
) -> None:
    ws = new_workspace()
    one, other = filled(ws)
    told = privacy.traces(ws, one)
    change = privacy.erase(ws, one)
    assert change.touched(Person) == {one}
    assert change.touched(Attendee) == {1, 2}
    assert (told.invitations, told.quotations) == (1, 1)
    assert told.mentions == (f"Talk of {NAME}",)
    with pytest.raises(NotFound):
        people.person(ws, one)
    assert {hit.kind for hit in search.search(ws, "Xquenda")} == {"Slot"}  # in its title
    slot = ws.find(Slot)[0]
    assert [speaker.person_id for speaker in slot.speakers] == [other]
    guest = ws.find(Attendee)[0]
    assert (guest.person_id, guest.invited_by_id) == (other, None)
    assert ws.find(Seating)[0].seats == ()
    assert ws.find(ProgrammeRelease)[0].slots[0].speakers == slot.speakers


def test_nothing_can_be_undone_after_an_erasure(ws: Workspace) -> None:
    one, _ = filled(ws)
    privacy.erase(ws, one)
    assert history.undo(ws) is None
    assert history.redo(ws) is None
    assert [change.fields.get("person") for change in history.entries(ws)] == [None, "…"]


def test_no_byte_of_the_file_tells_the_name(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    with Workspace.open(path, create=True) as ws:
        one, _ = filled(ws)
        with ws.change("Rename") as work:
            slot = work.find(Slot)[0]
            work.put(Slot(slot.id, slot.event_id, version=slot.version))
            release = work.find(ProgrammeRelease)[0]
            work.remove(ProgrammeRelease, release.id)
        privacy.erase(ws, one)
        for file in tmp_path.iterdir():
            content = file.read_bytes().lower()
            for word in (b"zorrilla", b"xquenda"):
                assert word not in content, file


def test_who_was_erased_does_not_come_back_with_a_backup(tmp_path: Path) -> None:
    path, copy = tmp_path / "a.db", tmp_path / "copy.db"
    with Workspace.open(path, create=True) as ws:
        one, other = filled(ws)
        backup.backup(ws, copy)
        privacy.erase(ws, one)
    backup.restore(copy, path)
    with Workspace.open(path) as ws:
        assert [person.id for person in people.people(ws)] == [other]
        change = people.save(ws, Person(names=(PersonName("Latn", "Novo"),)))
        assert min(change.touched(Person)) > max(one, other)


def test_a_backup_of_another_database_is_left_as_it_is(tmp_path: Path) -> None:
    path, stranger = tmp_path / "a.db", tmp_path / "b.db"
    with Workspace.open(path, create=True) as ws:
        one, _ = filled(ws)
        privacy.erase(ws, one)
    with Workspace.open(stranger, create=True) as ws:
        filled(ws)
        backup.backup(ws, tmp_path / "copy.db")
    backup.restore(tmp_path / "copy.db", path)
    with Workspace.open(path) as ws:
        assert len(people.people(ws)) == 2


def test_after_its_day_an_event_keeps_numbers_only(ws: Workspace) -> None:
    one, other = filled(ws)
    with ws.change("Set") as work:
        event = work.find(Event)[0]
        work.put(Event(event.id, event.slug, keep_until=date(2026, 6, 1), version=event.version))
        slot = work.find(Slot)[0]
        work.put(Slot(slot.id, slot.event_id, speakers=(Speaker(one),), version=slot.version))
        guest = work.find(Attendee, person_id=one)[0]
        work.put(
            Attendee(
                guest.id,
                guest.event_id,
                one,
                reply=Reply.ACCEPTED,
                check_ins=guest.check_ins,
                version=guest.version,
            )
        )
    assert retention.due(ws, date(2026, 6, 1)) == []
    (planned,) = retention.due(ws, date(2026, 6, 2))
    assert (planned.guests, planned.people) == (2, 1)
    assert len(ws.find(Attendee)) == 2
    done = retention.reduce(ws, date(2026, 6, 2))
    assert done.touched(Person) == {other}
    assert ws.find(Event)[0].statistics == (Statistic("guest", 1, 1, 1),)
    assert ws.find(Attendee) == []
    assert [person.id for person in people.people(ws)] == [one]
    assert not retention.reduce(ws, date(2026, 6, 2)).edits
