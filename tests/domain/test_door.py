"""Who may come in: the rules of a door, one by one and all together."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from desktop.domain.attendee import Attendee, CheckIn, Direction, Reply
from desktop.domain.door import Answer, Days, Kind, Reason, answer, days_of, inside, is_double
from desktop.domain.event import DoorList, Event, ReEntry

DAY = date(2026, 5, 14)
EVENT = Event(time_zone="Asia/Almaty", first_day=DAY, last_day=DAY + timedelta(1))
DAYS = Days(DAY, DAY + timedelta(1))
NOON = datetime(2026, 5, 14, 7, tzinfo=UTC)  # at noon in Almaty
GUEST = Attendee(1, category="press", reply=Reply.ACCEPTED)

moments = st.integers(0, 24 * 60 - 1).map(lambda minutes: NOON + timedelta(minutes=minutes))
directions = st.sampled_from(Direction)
scans = st.lists(st.tuples(st.booleans(), directions, st.integers(1, 90)), max_size=12)


def asked(
    guest: Attendee = GUEST,
    at: datetime = NOON,
    door: DoorList | None = None,
    *,
    out: bool = False,
    nonce: str = "",
    by_ticket: bool = True,
    anyway: bool = False,
) -> Answer:
    door = door or DoorList("entrance")
    passage = CheckIn(at, "2", door.key, Direction.OUT if out else Direction.IN, nonce)
    return answer(guest, EVENT, DAYS, door, passage, by_ticket=by_ticket, anyway=anyway)


def after(guest: Attendee, *passages: CheckIn) -> Attendee:
    return replace(guest, check_ins=(*guest.check_ins, *passages))


def test_a_guest_is_welcome_once_and_told_when_and_where_they_came() -> None:
    assert asked().admits
    came = after(GUEST, CheckIn(NOON, "1"))
    told = asked(came, NOON + timedelta(minutes=7))
    assert (told.kind, told.at, told.desk) == (Kind.ALREADY_IN, NOON, "1")
    assert told.attendee == came


@pytest.mark.parametrize(
    ("reply", "kind", "reason"),
    [
        (Reply.ACCEPTED, Kind.WELCOME, Reason.NONE),
        (Reply.REPRESENTATIVE, Kind.WELCOME, Reason.REPRESENTATIVE),
        (Reply.TO_INVITE, Kind.WELCOME, Reason.UNCONFIRMED),
        (Reply.INVITED, Kind.WELCOME, Reason.UNCONFIRMED),
        (Reply.REMINDED, Kind.WELCOME, Reason.UNCONFIRMED),
        (Reply.NO_REPLY, Kind.WELCOME, Reason.UNCONFIRMED),
        (Reply.DECLINED, Kind.CANCELLED, Reason.DECLINED),
        (Reply.CANCELLED, Kind.CANCELLED, Reason.NONE),
        (Reply.WAITING, Kind.UNKNOWN, Reason.WAITING),
    ],
)
def test_what_a_reply_means_at_the_door(reply: Reply, kind: Kind, reason: Reason) -> None:
    guest = replace(GUEST, reply=reply, representative_id=9)
    told = asked(guest)
    assert (told.kind, told.reason) == (kind, reason)
    let_in = asked(guest, anyway=True)
    assert let_in.admits
    assert let_in.reason is (reason if told.admits else Reason.LET_IN)


def test_a_revoked_ticket_closes_the_door_to_itself_and_not_to_its_guest() -> None:
    revoked = replace(GUEST, ticket_revoked=True)
    assert asked(revoked).kind is Kind.REVOKED
    assert asked(revoked, by_ticket=False).admits


@pytest.mark.parametrize(
    ("rule", "again", "after_exit"),
    [
        (ReEntry.NEVER, Kind.ALREADY_IN, Kind.ALREADY_IN),
        (ReEntry.AFTER_EXIT, Kind.ALREADY_IN, Kind.WELCOME),
        (ReEntry.ALWAYS, Kind.WELCOME, Kind.WELCOME),
    ],
)
def test_re_entry(rule: ReEntry, again: Kind, after_exit: Kind) -> None:
    door = DoorList("entrance", re_entry=rule)
    came = after(GUEST, CheckIn(NOON))
    left = after(came, CheckIn(NOON + timedelta(minutes=5), direction=Direction.OUT))
    later = NOON + timedelta(minutes=9)
    assert asked(came, later, door).kind is again
    assert asked(left, later, door).kind is after_exit
    assert asked(came, NOON + timedelta(days=1), door).admits, "every day begins anew"
    assert asked(came, later, replace(door, key="lunch")).admits, "each list for itself"


def test_whoever_leaves_has_come_in() -> None:
    assert asked(out=True).reason is Reason.NOT_IN
    came = after(GUEST, CheckIn(NOON))
    left = asked(came, NOON + timedelta(minutes=1), out=True)
    assert left.admits
    assert left.direction is Direction.OUT


def test_a_list_admits_its_categories_on_its_day() -> None:
    lunch = DoorList("lunch", categories=("diplomat",), day=DAY + timedelta(1))
    told = asked(door=lunch)
    assert (told.kind, told.day) == (Kind.OTHER_DAY, DAY + timedelta(1))
    told = asked(at=NOON + timedelta(1), door=lunch)
    assert (told.kind, told.reason) == (Kind.UNKNOWN, Reason.CATEGORY)
    assert asked(replace(GUEST, category="diplomat"), NOON + timedelta(1), lunch).admits


def test_the_days_are_the_events_own() -> None:
    late = datetime(2026, 5, 15, 22, 30, tzinfo=UTC)  # half past three at night in Almaty
    assert asked(at=late).admits, "it still belongs to the evening before"
    told = asked(at=late + timedelta(hours=1))
    assert (told.kind, told.day) == (Kind.OTHER_DAY, DAY + timedelta(1))
    told = asked(at=NOON - timedelta(1))
    assert (told.kind, told.day) == (Kind.OTHER_DAY, DAY)


def test_days_are_those_of_the_slots_where_the_event_names_none() -> None:
    bare = replace(EVENT, first_day=None, last_day=None)
    assert days_of(bare, []) is None
    night = datetime(2026, 5, 15, 20, tzinfo=UTC)  # one in the night to the 16th
    assert days_of(bare, [night, NOON]) == DAYS
    assert days_of(replace(bare, last_day=DAY), []) == Days(DAY, DAY)
    assert days_of(EVENT, [NOON - timedelta(9)]) == DAYS


@given(moments, st.sampled_from(ReEntry), st.sampled_from(Reply), st.booleans())
def test_the_same_scan_is_answered_the_same(
    at: datetime, rule: ReEntry, reply: Reply, out: bool
) -> None:
    door = DoorList("entrance", re_entry=rule)
    guest = replace(GUEST, reply=reply, check_ins=(CheckIn(NOON, "1"),) if out else ())
    first = asked(guest, at, door, out=out, nonce="n")
    assume(first.admits)
    way = Direction.OUT if out else Direction.IN
    noted = after(guest, CheckIn(at, "2", "entrance", way, "n"))
    again = asked(noted, at + timedelta(minutes=1), door, out=out, nonce="n")
    assert again.repeated
    assert (again.kind, again.at, again.desk) == (first.kind, first.at, first.desk)


@given(scans, st.sampled_from(ReEntry))
def test_nobody_is_in_twice(steps: list[tuple[bool, Direction, int]], rule: ReEntry) -> None:
    door, guest, at = DoorList("entrance", re_entry=rule), GUEST, NOON - timedelta(hours=5)
    for _, way, minutes in steps:
        at += timedelta(minutes=minutes)
        told = asked(guest, at, door, out=way is Direction.OUT)
        if told.admits:
            passage = CheckIn(at, "2", direction=way)
            if rule is not ReEntry.ALWAYS:
                assert not is_double(guest.check_ins, EVENT, door, passage)
                assert inside(guest.check_ins, EVENT, "entrance", at) is (way is Direction.OUT)
            guest = after(guest, passage)
    entries = [one for one in guest.check_ins if one.direction is Direction.IN]
    if rule is ReEntry.NEVER:
        days = {(one.at + timedelta(hours=1)).date() for one in entries}
        assert len(entries) == len(days), "once a day"


@given(st.lists(st.integers(0, 600), min_size=1, max_size=6, unique=True))
def test_of_entries_at_several_desks_all_but_one_are_doubles(minutes: list[int]) -> None:
    door, guest = DoorList("entrance"), GUEST
    marked = 0
    for minute in minutes:
        passage = CheckIn(NOON + timedelta(minutes=minute), str(minute))
        marked += is_double(guest.check_ins, EVENT, door, passage)
        guest = after(guest, passage)
    assert marked == len(minutes) - 1


def test_who_went_out_between_was_no_double() -> None:
    door = DoorList("entrance")
    out = CheckIn(NOON + timedelta(minutes=5), direction=Direction.OUT)
    there = (CheckIn(NOON), out)
    late, early = (CheckIn(NOON + timedelta(minutes=n)) for n in (9, 3))
    assert not is_double(there, EVENT, door, late)
    assert is_double(there, EVENT, door, early)
    assert is_double(there, EVENT, DoorList("entrance", re_entry=ReEntry.NEVER), late)
    assert not is_double(there, EVENT, DoorList("entrance", re_entry=ReEntry.ALWAYS), early)
    assert not is_double(there, EVENT, door, replace(early, direction=Direction.OUT))
