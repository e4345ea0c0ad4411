"""Two entries of one person become one, and nothing that named either is lost."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import column, select, table

from desktop.domain import joining
from desktop.domain.attendee import Attendee, CheckIn, Reply
from desktop.domain.certificate import Certificate
from desktop.domain.coverage import InstitutionalContact, Quotation
from desktop.domain.errors import BadInput
from desktop.domain.event import Event, Signatory
from desktop.domain.localized import Localized
from desktop.domain.person import (
    Consent,
    ConsentPurpose,
    ConsentState,
    Contact,
    Office,
    Person,
    PersonName,
)
from desktop.domain.precedence import Override
from desktop.domain.release import ProgrammeRelease
from desktop.domain.seating import Apart, Interpreter, Seat, Seating, Table
from desktop.domain.slot import Slot
from desktop.domain.speaker import Speaker, SpeakerRole
from desktop.services import backup, certificates, duplicates, history, people, privacy
from desktop.services.merges import mentions
from desktop.services.workspace import Workspace
from desktop.storage.references import columns
from desktop.storage.seal import seal
from desktop.storage.tables import AGGREGATES
from tests.storage.values import any_of

NINE = datetime(2026, 5, 14, 9, tzinfo=UTC)
RECTOR = Office(Localized.of(es="Rectora"), Localized.of(es="UCM"))
ENVOY = Office(Localized.of(es="Enviada"))


def world(ws: Workspace) -> tuple[Person, Person, dict[str, Any]]:
    """Ana Ruiz twice, and one of everything that can name somebody."""
    with ws.change("World") as work:
        ana = work.put(Person(names=(PersonName("Latn", "Ruiz", "Ana"),), offices=(RECTOR,)))
        twin = work.put(
            Person(
                names=(PersonName("Latn", "Ruiz G.", "Ana"), PersonName("Cyrl", "Руис", "Ана")),
                offices=(ENVOY, RECTOR),
                contact=Contact("ana@example.org"),
            )
        )
        event = work.put(Event(slug="uno", title=Localized.of(es="Uno")))
        other = work.put(Event(slug="dos", title=Localized.of(es="Dos")))
        slot = work.put(
            Slot(
                event_id=event.id,
                start=NINE,
                speakers=(
                    Speaker(twin.id, topic=Localized.of(es="Datos"), confirmed=False),
                    Speaker(ana.id, topic=Localized.of(kk="Деректер")),
                    Speaker(twin.id, SpeakerRole.MODERATOR, office=0),
                ),
            )
        )
        event = work.put(
            replace(
                event,
                signatories=(Signatory(twin.id, 1), Signatory(ana.id)),
                overrides=(Override(twin.id, 1, "dean"),),
                president_id=twin.id,
            )
        )
        kept = work.put(
            Attendee(
                event_id=event.id,
                person_id=ana.id,
                reply=Reply.INVITED,
                check_ins=(CheckIn(NINE),),
            )
        )
        gone = work.put(
            Attendee(
                event_id=event.id,
                person_id=twin.id,
                reply=Reply.ACCEPTED,
                ticket="A",
                check_ins=(CheckIn(NINE + timedelta(hours=1)),),
            )
        )
        sent = work.put(
            Attendee(
                event_id=other.id,
                person_id=ana.id,
                reply=Reply.REPRESENTATIVE,
                representative_id=twin.id,
                invited_by_id=twin.id,
            )
        )
        seating = work.put(
            Seating(
                event_id=event.id,
                tables=(Table(Localized()),),
                seats=(Seat(kept.id, 0, 1), Seat(gone.id, 0, 2)),
                apart=(Apart(kept.id, gone.id),),
                interpreters=(Interpreter(sent.id, gone.id), Interpreter(gone.id, kept.id)),
                host_ids=(gone.id, kept.id),
            )
        )
        quotation = work.put(Quotation(event_id=event.id, person_id=twin.id))
        meeting = work.put(InstitutionalContact(event_id=event.id, person_ids=(twin.id, ana.id)))
        release = work.put(ProgrammeRelease(event_id=event.id, name="1", slots=(slot,)))
    return ana, twin, locals()


def everything(ws: Workspace) -> dict[type, list[Any]]:
    with ws.read() as reader:
        return {kind: reader.find(kind) for kind in AGGREGATES}


def test_whatever_named_either_names_the_one_who_stays(ws: Workspace) -> None:
    ana, twin, there = world(ws)
    one = joining.joined(ana, twin)
    change = people.merge(ws, ana.id, twin.id, one)
    assert change.name.format_map(change.fields) == "Merge Ana Ruiz G. into Ana Ruiz"
    with ws.read() as reader:
        assert reader.get(Person, twin.id) is None
        slot = reader.load(Slot, there["slot"].id)
        both = Localized.of(es="Datos", kk="Деректер")
        assert slot.speakers == (
            Speaker(ana.id, topic=both, office=1),
            Speaker(ana.id, SpeakerRole.MODERATOR, office=1),
        )
        assert (
            reader.load(ProgrammeRelease, there["release"].id).slots[0].speakers == slot.speakers
        )
        event = reader.load(Event, there["event"].id)
        assert event.signatories == (Signatory(ana.id),)
        assert event.overrides == (Override(ana.id, 1, "dean"),)
        assert event.president_id == ana.id
        assert reader.load(Quotation, there["quotation"].id).person_id == ana.id
        assert reader.load(InstitutionalContact, there["meeting"].id).person_ids == (ana.id,)


def test_two_invitations_to_an_event_are_one_with_the_further_reply(ws: Workspace) -> None:
    ana, twin, there = world(ws)
    told = {one.value: one.joined for one in mentions(ws, ana.id, twin.id)}
    assert told[there["gone"]]
    assert not told[there["sent"]]
    people.merge(ws, ana.id, twin.id, joining.joined(ana, twin))
    kept = ws.load(Attendee, there["kept"].id)
    assert (kept.reply, kept.ticket) == (Reply.ACCEPTED, "A")
    assert [passage.at for passage in kept.check_ins] == [NINE, NINE + timedelta(hours=1)]
    assert ws.find(Attendee, event_id=there["event"].id) == [kept]
    seating = ws.load(Seating, there["seating"].id)
    assert seating.seats == (Seat(kept.id, 0, 1),)
    assert seating.apart == ()
    assert seating.interpreters == (Interpreter(there["sent"].id, kept.id),)
    assert seating.host_ids == (kept.id,)


def test_nobody_represents_themselves_afterwards(ws: Workspace) -> None:
    ana, twin, there = world(ws)
    people.merge(ws, ana.id, twin.id, joining.joined(ana, twin))
    sent = ws.load(Attendee, there["sent"].id)
    assert (sent.reply, sent.representative_id, sent.invited_by_id) == (Reply.ACCEPTED, None, None)


def test_a_merge_is_undone_and_done_again(ws: Workspace) -> None:
    ana, twin, _ = world(ws)
    before = everything(ws)
    people.merge(ws, ana.id, twin.id, joining.joined(ana, twin))
    after = everything(ws)
    history.undo(ws)
    assert everything(ws) == before
    history.redo(ws)
    assert everything(ws) == after


def test_every_reference_to_a_person_is_in_the_world_of_these_tests(ws: Workspace) -> None:
    """Whoever adds a table that names persons adds it to `world`, and sees what a merge does."""
    _, twin, _ = world(ws)
    with ws.read() as reader:
        for name, field in columns(Person):
            one = table(name, column(field))
            named = select(one.c[field]).where(one.c[field] == twin.id)
            assert reader.connection.execute(named).first(), f"{name}.{field}"


def test_an_entry_cannot_be_merged_with_itself(ws: Workspace) -> None:
    ana, _, _ = world(ws)
    with pytest.raises(BadInput, match="itself"):
        people.merge(ws, ana.id, ana.id, ana)


def test_a_printed_certificate_stays_genuine(ws: Workspace) -> None:
    ana, twin, there = world(ws)
    with ws.read() as reader:
        code = Certificate(there["event"].id, twin.id).code(seal(reader))
    people.merge(ws, ana.id, twin.id, joining.joined(ana, twin))
    found = certificates.confirm(ws, code)
    assert found.stands
    assert found.person is not None
    assert found.person.id == ana.id


def test_who_is_erased_is_erased_with_the_entry_that_was_merged(ws: Workspace, tmp_path: Path):
    ana, twin, _ = world(ws)
    copy = tmp_path / "backup.db"
    backup.backup(ws, copy)
    people.merge(ws, ana.id, twin.id, joining.joined(ana, twin))
    privacy.erase(ws, ana.id)
    assert not any("Ruiz" in value for one in history.entries(ws) for value in one.fields.values())
    location = ws.location
    ws.close()
    assert b"Ruiz" not in Path(location).read_bytes()
    backup.restore(copy, location)
    with Workspace.open(location) as restored:
        assert people.people(restored) == []


def test_those_told_apart_are_not_proposed_again_and_undo_forgets_it(ws: Workspace) -> None:
    with ws.change("Two") as work:
        one, two = work.put_all([Person(names=(PersonName("Latn", "Ruiz", "Ana"),))] * 2)
    assert [(each.kept, each.gone) for each in duplicates.find(people.people(ws))] == [(one, two)]
    duplicates.tell_apart(ws, two.id, one.id)
    assert duplicates.find(people.people(ws)) == []
    history.undo(ws)
    assert len(duplicates.find(people.people(ws))) == 1


def test_who_was_told_apart_from_one_is_told_apart_from_both(ws: Workspace) -> None:
    with ws.change("Three") as work:
        one, two, three = work.put_all([Person(names=(PersonName("Latn", "Ruiz", "Ana"),))] * 3)
    duplicates.tell_apart(ws, two.id, three.id)
    one, two = people.person(ws, one.id), people.person(ws, two.id)
    people.merge(ws, one.id, two.id, joining.joined(one, two))
    assert people.person(ws, three.id).distinct_from == (one.id,)
    assert people.person(ws, one.id).distinct_from == (three.id,)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(any_of(Attendee), min_size=2, max_size=2),
    st.lists(any_of(Slot), max_size=2),
    st.lists(any_of(Person), min_size=2, max_size=2),
    st.data(),
)
def test_merging_and_undoing_gives_the_same_database(
    new_workspace: Callable[[], Workspace],
    invitations: list[Attendee],
    slots: list[Slot],
    entries: list[Person],
    data: st.DataObject,
) -> None:
    ws = new_workspace()
    plain = {"id": 0, "version": 0}
    alone = {"organisation_id": None, "photo_id": None, "distinct_from": (), "former_ids": ()}
    with ws.change("World") as work:
        event = work.put(Event(slug="uno"))
        one, two, third = work.put_all(
            [
                *(
                    replace(
                        each,
                        **plain,
                        **alone,
                        names=(*each.names, PersonName("Latn", "Ruiz")),
                        offices=tuple(replace(o, organisation_id=None) for o in each.offices),
                    )
                    for each in entries
                ),
                Person(names=(PersonName("Latn", "Gil"),)),
            ]
        )
        anybody = st.sampled_from([one.id, two.id, third.id])
        work.put_all(
            [
                replace(
                    each,
                    **plain,
                    event_id=event.id,
                    person_id=person.id,
                    representative_id=data.draw(st.none() | anybody),
                    invited_by_id=data.draw(st.none() | anybody),
                )
                for each, person in zip(invitations, (one, two), strict=True)
            ]
        )
        work.put_all(
            [
                replace(
                    each,
                    **plain,
                    event_id=event.id,
                    minutes=5,
                    room_id=None,
                    track_id=None,
                    speakers=tuple(
                        replace(part, person_id=data.draw(anybody)) for part in each.speakers
                    ),
                )
                for each in slots
            ]
        )
    before = everything(ws)
    theirs = data.draw(st.sets(st.sampled_from([*joining.said(two)])))
    people.merge(ws, one.id, two.id, joining.joined(one, two, theirs))
    assert ws.find(Attendee, person_id=two.id) == []
    history.undo(ws)
    assert everything(ws) == before


def test_what_one_says_is_kept_and_what_both_say_is_asked() -> None:
    ana = Person(names=(PersonName("Latn", "Ruiz", "Ana"),), country="ES", offices=(RECTOR,))
    twin = Person(
        names=(PersonName("Latn", "Ruíz", "Ana"), PersonName("Cyrl", "Руис", "Ана")),
        country="ES",
        contact=Contact("ana@example.org"),
        offices=(Office(Localized.of(es="Rectora", kk="Ректор"), Localized.of(es="UCM")),),
    )
    assert joining.questions(ana, twin) == ("names.Latn",)
    one = joining.joined(ana, twin)
    assert [name.full for name in one.names] == ["Ana Ruiz", "Ана Руис"]
    assert one.contact.email == "ana@example.org"
    assert one.offices == twin.offices
    assert joining.joined(ana, twin, {"names.Latn"}).names == twin.names


@given(any_of(Person), any_of(Person))
def test_nothing_that_one_says_is_lost(one: Person, two: Person) -> None:
    both = joining.said(joining.joined(one, two))
    assert both.keys() >= joining.said(one).keys() | joining.said(two).keys()
    assert set(both.get("consents", ())) == {*one.consents, *two.consents}


def test_a_refusal_is_never_overruled_by_an_older_consent() -> None:
    given_, refused = (
        Consent(ConsentPurpose.PHOTOGRAPH, state, at=at)
        for state, at in ((ConsentState.GIVEN, NINE), (ConsentState.REFUSED, None))
    )
    for ours, theirs in ((given_, refused), (refused, given_)):
        one = joining.joined(Person(consents=(ours,)), Person(consents=(theirs,)))
        assert one.consent(ConsentPurpose.PHOTOGRAPH) is ConsentState.REFUSED
