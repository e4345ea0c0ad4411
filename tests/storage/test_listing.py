"""What a list asks of the database agrees with what its values say, on both databases."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from desktop.domain.attendee import Attendee, Reply
from desktop.domain.event import Event
from desktop.domain.localized import Localized
from desktop.domain.organisation import Organisation
from desktop.domain.person import Contact, Office, Person, PersonName
from desktop.services.workspace import Workspace
from desktop.storage import listing
from desktop.storage.listing import GUESTS, PEOPLE, Filter

ODD = 'a "quoted" % word_ \\ ʼ'


@pytest.fixture
def filled(new_workspace: Callable[[], Workspace]) -> Workspace:
    ws = new_workspace()
    with ws.change("Fill") as work:
        first, other = (work.put(Event(slug=slug)) for slug in ("first", "other"))
        house = work.put(Organisation(name=Localized.of({"es": ODD})))
        people = work.put_all(
            [
                Person(
                    names=(PersonName("Latn", given=f"Name {n}"),),
                    country=("ES", "KZ", "")[n % 3],
                    languages=(("es", "kk"), ("es-ES",), ())[n % 3],
                    organisation_id=house.id if n % 2 else None,
                    contact=Contact(email="a@b.c" if n % 2 else "", phone='"email":'),
                    offices=(Office(Localized.of(en="Rector")),) if n % 4 == 0 else (),
                )
                for n in range(12)
            ]
        )
        work.put_all(
            [
                Attendee(
                    event_id=first.id,
                    person_id=one.id,
                    reply=(Reply.INVITED, Reply.ACCEPTED)[one.id % 2],
                    tags=(ODD,) if one.id % 3 == 0 else (),
                )
                for one in people
            ]
        )
        work.put(Attendee(event_id=other.id, person_id=people[0].id))
    return ws


CASES: list[tuple[Filter, Callable[[Attendee, Person], Any]]] = [
    (Filter("Attendee.reply", ("accepted",)), lambda a, _: a.reply is Reply.ACCEPTED),
    (Filter("Attendee.tags", (ODD,)), lambda a, _: ODD in a.tags),
    (Filter("Attendee.tags"), lambda a, _: not a.tags),
    (Filter("Attendee.badge_printed"), lambda a, _: a.badge_printed is None),
    (Filter("Person.country", ("ES", "KZ")), lambda _, p: p.country),
    (Filter("Person.country"), lambda _, p: not p.country),
    (Filter("Person.languages", ("es",)), lambda _, p: "es" in p.languages),
    (Filter("Person.organisation_id"), lambda _, p: p.organisation_id is None),
    (Filter("Person.contact.email"), lambda _, p: not p.contact.email),
    (Filter("Person.offices"), lambda _, p: not p.offices),
    (Filter("Organisation.name", (ODD,)), lambda _, p: p.organisation_id),
]


@pytest.mark.parametrize(("wanted", "fits"), CASES, ids=lambda one: getattr(one, "field", ""))
def test_a_filter_lets_through_what_its_values_say(
    filled: Workspace, wanted: Filter, fits: Callable[[Attendee, Person], Any]
):
    with filled.read() as reader:
        people = {one.id: one for one in reader.find(Person)}
        guests = reader.find(Attendee, event_id=1)
        found = listing.fitting(reader, GUESTS, [wanted], event_id=1)
    told = {one.id for one in guests if fits(one, people[one.person_id])}
    assert found == told
    assert 0 < len(told) <= len(guests)


def test_a_version_is_another_one_when_a_value_of_the_row_was_changed(filled: Workspace):
    def versions() -> dict[int, int]:
        with filled.read() as reader:
            return listing.versions(reader, GUESTS, event_id=1)

    before = versions()
    assert len(before) == 12
    with filled.change("Rename") as work:
        house = work.load(Organisation, 1)
        work.put(replace(house, website="https://example.org"))
    after = versions()
    with filled.read() as reader:
        theirs = {one.id for one in reader.find(Person) if one.organisation_id}
        changed = {one.id for one in reader.find(Attendee) if one.person_id in theirs}
    assert {id for id in before if before[id] != after[id]} == changed & before.keys()


def test_cells_are_those_of_the_values(filled: Workspace):
    fields = ("Person.names", "Organisation.name", "Person.folded")
    names, house = map(listing.decoder, fields[:2])
    with filled.read() as reader:
        people = {one.id: one for one in reader.find(Person)}
        rows = list(listing.cells(reader, PEOPLE, fields))
        some = list(listing.cells(reader, PEOPLE, fields, [rows[3][0]]))
    assert some == [rows[3]]
    for id, written, home, folded in rows:
        assert names(written) == people[id].names
        assert (home is None) == (people[id].organisation_id is None)
        assert home is None or house(home).get("es") == ODD
        assert folded.startswith("name")


def test_values_are_counted(filled: Workspace):
    with filled.read() as reader:
        replies = dict(listing.counted(reader, GUESTS, "Attendee.reply", event_id=1))
        tongues = dict(listing.counted(reader, PEOPLE, "Person.languages"))
        people = reader.find(Person)
    assert replies == {Reply.INVITED: 6, Reply.ACCEPTED: 6}
    assert tongues == Counter(one.languages for one in people)
