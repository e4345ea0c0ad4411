from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.attendee import Attendee, Reply
from desktop.domain.event import Event
from desktop.domain.localized import Localized
from desktop.domain.organisation import Organisation, OrganisationKind
from desktop.domain.person import Contact, Person, PersonName
from desktop.domain.slot import Slot
from desktop.domain.speaker import Speaker
from desktop.services import attendance, people
from desktop.services.listing import in_order
from desktop.services.lists import Asked, Filter, Guests, Houses, Lists, Members
from desktop.services.workspace import Workspace

NAMES = ("Zoe", "Ñusta", "Noor", "Álvaro", "Әлия", "Oscar")


def person(given: str, **fields: Any) -> Person:
    return Person(names=(PersonName("Latn", "Any", given),), **fields)


@pytest.fixture
def ws(tmp_path: Path) -> Iterator[Workspace]:
    with Workspace.open(tmp_path / "lists.db", create=True) as opened:
        with opened.change("Fill") as work:
            event = work.put(Event(title=Localized.of(en="Forum"), slug="forum"))
            house = work.put(
                Organisation(
                    name=Localized.of(en="Embassy of Spain", es="Embajada de España"),
                    kind=OrganisationKind.EMBASSY,
                    country="ES",
                )
            )
            made = work.put_all(
                [
                    person(
                        name,
                        organisation_id=house.id if place % 2 else None,
                        languages=("es", "kk") if place < 3 else ("ru",),
                        contact=Contact(email=f"{place}@example.org" if place else ""),
                    )
                    for place, name in enumerate(NAMES)
                ]
            )
            work.put_all(
                [
                    Attendee(
                        event_id=event.id,
                        person_id=one.id,
                        category="press" if one.id == made[0].id else "guest",
                        seat=f"Row {12 - one.id}",
                        tags=("vegetarian",) if one.id == made[1].id else (),
                    )
                    for one in made
                ]
            )
            work.put(Slot(event_id=event.id, speakers=(Speaker(made[2].id),)))
        yield opened


def named(rows: Sequence[Any]) -> list[str]:
    return [row.person.names[0].given for row in rows]


def shown(ws: Workspace, language: str = "es", lists: Lists | None = None, **asked: Any):
    return Guests(1, language, ("es",)).look(lists or Lists(ws), Asked(**asked))


def test_guests_stand_in_the_order_of_the_windows_language(ws: Workspace):
    assert named(shown(ws, "es").rows) == ["Álvaro", "Noor", "Ñusta", "Oscar", "Zoe", "Әлия"]
    assert named(shown(ws, "en").rows) == ["Álvaro", "Noor", "Ñusta", "Oscar", "Zoe", "Әлия"]
    assert named(shown(ws, "kk").rows)[0] == "Әлия"
    turned = shown(ws, "es", descending=True)
    assert named(turned.rows) == named(shown(ws, "es").rows)[::-1]


def test_seats_are_sorted_as_numbers_and_equal_rows_by_name(ws: Workspace):
    seats = [row.attendee.seat for row in shown(ws, sort="seat").rows]
    assert seats == [f"Row {number}" for number in range(6, 12)]
    by_category = shown(ws, sort="category").rows
    assert named(by_category) == ["Álvaro", "Noor", "Ñusta", "Oscar", "Әлия", "Zoe"]


def test_what_is_empty_stands_at_the_end_whichever_way(ws: Workspace):
    for descending in (False, True):
        rows = shown(ws, sort="organisation", descending=descending).rows
        assert [row.organisation is None for row in rows] == [False] * 3 + [True] * 3


def test_words_are_found_in_names_organisations_seats_and_tags(ws: Workspace):
    assert named(shown(ws, text="nust").rows) == ["Ñusta"]
    assert named(shown(ws, text="aliia").rows) == ["Әлия"]
    assert len(shown(ws, text="embajada").ids) == 3
    assert named(shown(ws, text="vegetar").rows) == ["Ñusta"]
    assert named(shown(ws, text="row 11").rows) == ["Zoe"]
    assert shown(ws, text="nobody").ids == []


def test_letters_are_looked_for_among_what_the_last_ones_found(ws: Workspace):
    lists = Lists(ws)
    shown(ws, lists=lists)
    for text, count in (("o", 6), ("os", 1), ("osc", 1), ("zoe", 1), ("", 6), ("r 1", 2)):
        assert len(shown(ws, lists=lists, text=text, fresh=False).ids) == count, text
    found = shown(ws, lists=lists, text="r 1", descending=True, fresh=False).ids
    assert found == shown(ws, text="r 1", descending=True).ids


def test_filters_combine(ws: Workspace):
    def count(*filters: Filter, **asked: Any) -> int:
        return len(shown(ws, filters=filters, **asked).ids)

    assert count(Filter("Attendee.category", ("press",))) == 1
    assert count(Filter("Attendee.category", ("press", "guest"))) == 6
    assert count(Filter("Person.languages", ("kk",))) == 3
    assert count(Filter("Person.contact.email")) == 1
    assert count(Filter("Person.organisation_id")) == 3
    assert count(Filter("Person.photo_id")) == 6
    assert count(Filter("Organisation.name", ("Embajada de España",))) == 3
    assert count(Filter("Attendee.tags")) == 5
    assert count(Filter("Organisation.country", ("ES",)), Filter("Person.languages", ("ru",))) == 2
    assert count(Filter("Person.languages", ("kk",)), text="nust") == 1


def test_rows_are_read_for_a_part_of_the_list_and_for_one_that_is_open(ws: Workspace):
    whole = shown(ws)
    part = shown(ws, top=2, count=2, current=whole.ids[5])
    assert [row.attendee.id for row in part.rows] == whole.ids[2:4]
    assert part.current is not None
    assert part.current.attendee.id == whole.ids[5]
    assert shown(ws, current=99).current is None


def test_what_was_changed_is_seen_when_it_is_asked_for_afresh(ws: Workspace):
    lists = Lists(ws)
    first = shown(ws, lists=lists).rows[0]
    people.save(ws, person("Zyx", id=first.person.id, version=first.person.version))
    assert named(shown(ws, lists=lists, text="zyx").rows) == ["Zyx"]
    assert named(shown(ws, lists=lists).rows)[-2:] == ["Zyx", "Әлия"]
    attendance.delete(ws, first.attendee.id)
    again = shown(ws, lists=lists)
    assert (len(again.ids), again.total) == (5, 5)


def test_somebody_deleted_a_moment_ago_does_no_harm(ws: Workspace):
    lists = Lists(ws)
    first = shown(ws, lists=lists).rows[0]
    attendance.delete(ws, first.attendee.id)
    stale = shown(ws, lists=lists, text="a", sort="seat", fresh=False)
    assert first.attendee.id not in stale.ids
    assert first.attendee.id in shown(ws, lists=lists, sort="seat", fresh=False).ids
    assert shown(ws, lists=lists, sort="seat", fresh=False, count=9).total == 6


def test_people_are_sorted_by_their_slots_and_narrowed_to_those_who_speak(ws: Workspace):
    lists = Lists(ws)
    rows = Members(1, "es", ()).look(lists, Asked(sort="slots")).rows
    assert named(rows)[0] == "Noor"
    assert [len(row.slots) for row in rows] == [1, 0, 0, 0, 0, 0]
    here = Members(1, "es", (), here=True).look(lists, Asked())
    assert (named(here.rows), here.total) == (["Noor"], 6)
    assert named(Members(1, "es", ()).look(lists, Asked(text="3@example")).rows) == ["Álvaro"]


def test_organisations_count_their_people(ws: Workspace):
    houses = Houses("es", ())
    found = houses.look(Lists(ws), Asked(sort="people", text="spain"))
    assert [(row.organisation.country, row.people) for row in found.rows] == [("ES", 3)]
    kinds = houses.counted(Lists(ws), ["Organisation.kind"])
    assert kinds == {"Organisation.kind": {"embassy": 1}}


def test_values_of_fields_are_counted(ws: Workspace):
    fields = ("Person.languages", "Attendee.reply", "Attendee.tags", "Organisation.name")
    assert Guests(1, "es", ()).counted(Lists(ws), fields) == {
        "Person.languages": {"es": 3, "kk": 3, "ru": 3},
        "Attendee.reply": {Reply.TO_INVITE: 6},
        "Attendee.tags": {"vegetarian": 1},
        "Organisation.name": {"Embajada de España": 3},
    }


@given(st.lists(st.binary(max_size=3), max_size=60), st.booleans(), st.integers(1, 20))
def test_boxes_sort_as_one_call_of_sorted_does(keys: list[bytes], descending: bool, run: int):
    from desktop.services import listing

    by_id = dict(enumerate(keys))
    before, listing._RUN = listing._RUN, run
    try:
        found = in_order([*by_id], by_id, descending=descending)
    finally:
        listing._RUN = before
    full = [id for id in by_id if by_id[id]]
    wanted = sorted(full, key=by_id.__getitem__, reverse=descending)
    assert found == wanted + [id for id in by_id if not by_id[id]]
