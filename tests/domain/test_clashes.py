from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.clashes import find
from desktop.domain.event import Event
from desktop.domain.programme import Programme
from desktop.domain.severity import ClashKind, ClashRule, Severity
from desktop.domain.slot import Slot, SlotKind, SlotStatus
from desktop.domain.speaker import Speaker
from desktop.domain.venue import Room

NINE = datetime(2026, 3, 12, 9, tzinfo=UTC)
ROOMS = (Room(id=1, capacity=50), Room(id=2))


def slot(number: int, start: int = 0, minutes: int = 30, **others: object) -> Slot:
    begins = NINE + timedelta(minutes=start)
    return replace(Slot(id=number, start=begins, minutes=minutes, room_id=1), **others)  # type: ignore[arg-type]


def kinds(*slots: Slot, event: Event | None = None) -> list[tuple[ClashKind, tuple[int, ...]]]:
    programme = Programme(event or Event(), slots, ROOMS)
    return [(clash.kind, clash.slot_ids) for clash in find(programme)]


def by(*persons: int, confirmed: bool = True) -> tuple[Speaker, ...]:
    return tuple(Speaker(person, confirmed=confirmed) for person in persons)


def test_touching_is_legal_and_a_minute_more_is_not():
    assert kinds(slot(1), slot(2, 30)) == []
    assert kinds(slot(1, minutes=31), slot(2, 30)) == [(ClashKind.ROOM_TWICE, (1, 2))]


def test_the_clash_lasts_as_long_as_both_do():
    programme = Programme(Event(), (slot(1, minutes=60), slot(2, 40, 60)), ROOMS)
    (clash,) = find(programme)
    assert (clash.severity, clash.room_id) == (Severity.BLOCK, 1)
    assert clash.start == NINE + timedelta(minutes=40)
    assert clash.end == NINE + timedelta(minutes=60)


def test_a_speaker_in_two_places_and_one_who_has_to_run():
    first = slot(1, speakers=by(7, 8))
    assert kinds(first, slot(2, 10, room_id=2, speakers=by(8))) == [
        (ClashKind.SPEAKER_TWICE, (1, 2))
    ]
    hurry = slot(2, 33, room_id=2, speakers=by(8))
    assert kinds(first, hurry) == [(ClashKind.ROOM_CHANGE, (1, 2))]
    (clash,) = find(Programme(Event(), (first, hurry), ROOMS))
    assert (clash.person_ids, dict(clash.fields)) == ((8,), {"left": 3, "needed": 5})
    assert kinds(first, replace(hurry, start=NINE + timedelta(minutes=35))) == []
    assert kinds(first, replace(hurry, room_id=1)) == []
    assert kinds(first, hurry, event=Event(room_change_minutes=0)) == []


def test_two_roles_in_one_slot_are_no_clash():
    assert kinds(slot(1, speakers=by(7, 7))) == []


def test_everybody_is_in_a_break_without_a_room():
    lunch = slot(1, 0, 60, kind=SlotKind.LUNCH, room_id=None)
    assert kinds(lunch, slot(2, 30)) == [(ClashKind.BREAK_OVERLAP, (1, 2))]
    assert kinds(lunch, slot(2, 60)) == []
    assert kinds(replace(lunch, room_id=2), slot(2, 30)) == []
    assert kinds(replace(lunch, room_id=1), slot(2, 30)) == [(ClashKind.ROOM_TWICE, (1, 2))]


def test_what_is_wrong_with_one_slot():
    assert kinds(slot(1, expected_audience=51)) == [(ClashKind.ROOM_TOO_SMALL, (1,))]
    assert kinds(slot(1, expected_audience=50)) == []
    assert kinds(slot(1, room_id=2, expected_audience=5000)) == []
    assert kinds(slot(1, minutes=0)) == [(ClashKind.NO_LENGTH, (1,))]
    assert kinds(slot(1, minutes=-5), slot(2, -10)) == [(ClashKind.NO_LENGTH, (1,))]
    assert kinds(Slot(id=1, room_id=1)) == [(ClashKind.UNSCHEDULED, (1,))]
    assert kinds(slot(1, room_id=None)) == [(ClashKind.NO_ROOM, (1,))]
    assert kinds(slot(1, speakers=by(3, confirmed=False))) == [
        (ClashKind.UNCONFIRMED_SPEAKER, (1,))
    ]
    one_day = Event(first_day=date(2026, 3, 13), last_day=date(2026, 3, 13))
    assert kinds(slot(1), event=one_day) == [(ClashKind.OUTSIDE_EVENT, (1,))]
    assert kinds(slot(1, 24 * 60), event=one_day) == []


def test_a_setting_changes_how_severe_something_is():
    programme = Programme(Event(), (slot(1), slot(2), slot(3, room_id=None)), ROOMS)
    assert [clash.severity for clash in find(programme)] == [Severity.BLOCK, Severity.NOTE]
    rules = (
        ClashRule(ClashKind.ROOM_TWICE, Severity.IGNORE),
        ClashRule(ClashKind.NO_ROOM, Severity.BLOCK),
    )
    (clash,) = find(replace(programme, event=Event(clash_rules=rules)))
    assert (clash.kind, clash.severity) == (ClashKind.NO_ROOM, Severity.BLOCK)


SLOTS = st.builds(
    slot,
    st.just(0),
    st.integers(-60, 60),
    st.integers(-5, 40),
    room_id=st.sampled_from([None, 1, 2]),
    kind=st.sampled_from([SlotKind.TALK, SlotKind.LUNCH]),
    status=st.sampled_from(SlotStatus),
    speakers=st.lists(st.integers(1, 3), max_size=3).map(lambda ids: by(*ids)),
)


@given(st.lists(SLOTS, max_size=12), st.integers(0, 20))
def test_the_sweep_finds_what_comparing_every_pair_finds(items: list[Slot], change: int):
    slots = tuple(replace(item, id=number) for number, item in enumerate(items))
    event = Event(room_change_minutes=change)
    clashes = find(Programme(event, slots, ROOMS))
    found = {
        (clash.kind, frozenset(clash.slot_ids), clash.person_ids)
        for clash in clashes
        if len(clash.slot_ids) == 2
    }
    live = [s for s in slots if s.minutes > 0 and s.status is not SlotStatus.CANCELLED]
    pairs = [pair for one in combinations(live, 2) for pair in compare(*one, change)]
    assert found == set(pairs)
    assert len(clashes) == len(set(map(repr, clashes)))
    worst_first = list(Severity)
    places = [worst_first.index(clash.severity) for clash in clashes]
    assert places == sorted(places)


def compare(a: Slot, b: Slot, change: int):
    """The rules once more, word by word, for one pair."""
    assert a.start and a.end and b.start and b.end  # noqa: PT018
    both = frozenset({a.id, b.id})
    overlap = a.start < b.end and b.start < a.end
    gap = max(a.start, b.start) - min(a.end, b.end)
    rooms = {a.room_id, b.room_id}
    if overlap and len(rooms) == 1 and None not in rooms:
        yield ClashKind.ROOM_TWICE, both, ()
    for person in {s.person_id for s in a.speakers} & {s.person_id for s in b.speakers}:
        if overlap:
            yield ClashKind.SPEAKER_TWICE, both, (person,)
        elif gap < timedelta(minutes=change) and len(rooms) == 2 and None not in rooms:
            yield ClashKind.ROOM_CHANGE, both, (person,)
    one_is_break = a.kind.is_break != b.kind.is_break
    everybody = any(s.kind.is_break and s.room_id is None for s in (a, b))
    if overlap and one_is_break and everybody:
        yield ClashKind.BREAK_OVERLAP, both, ()
