"""Places, and who waits for one."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.attendee import Attendee, Reply
from desktop.domain.event import Capacity, Event, WaitingRule
from desktop.domain.invitation import COMING, reply
from desktop.domain.waiting_list import line, next_up, occupancy, settle

NOON = datetime(2026, 5, 14, 12, tzinfo=UTC)
LATER = NOON + timedelta(days=1)
CATEGORIES = ("diplomat", "press", "guest")
LIMITS = ("", "diplomat", "press")

capacities = st.lists(
    st.builds(Capacity, st.sampled_from(LIMITS), st.integers(0, 6)), unique_by=lambda c: c.category
).map(tuple)
events = st.builds(
    Event, id=st.just(1), capacities=capacities, waiting_rule=st.sampled_from(WaitingRule)
)


@st.composite
def guest_lists(draw: st.DrawFn) -> list[Attendee]:
    """Guests of an event that has let nobody in yet, in any order."""
    count = draw(st.integers(1, 9))
    return [
        Attendee(
            id=number,
            event_id=1,
            person_id=number,
            category=draw(st.sampled_from(CATEGORIES)),
            party=draw(st.integers(0, 2)),
            reply=Reply.INVITED,
        )
        for number in draw(st.permutations(range(1, count + 1)))
    ]


rankings = st.permutations(range(1, 10)).map(lambda places: dict(enumerate(places, 1)))
deeds = st.lists(
    st.tuples(
        st.sampled_from([Reply.ACCEPTED, Reply.ACCEPTED, Reply.DECLINED, Reply.WAITING]),
        st.lists(st.integers(1, 9), min_size=1, max_size=4),
    ),
    max_size=8,
)


def answered(
    event: Event, guests: list[Attendee], ids: list[int], to: Reply, at: datetime, ranking: object
) -> list[Attendee]:
    """The guests after some of them have answered, in the order in which they were."""
    replies = [reply(one, to, at, correct=True) for one in guests if one.id in ids]
    changed = {one.id: one for one in settle(event, guests, replies, at, ranking)}  # type: ignore[arg-type]
    return [changed.get(one.id, one) for one in guests]


def taken(guests: list[Attendee], category: str) -> int:
    coming = (one for one in guests if one.reply in COMING)
    return sum(one.heads for one in coming if category in ("", one.category))


@given(events, guest_lists(), deeds, rankings)
def test_nobody_is_let_in_beyond_a_capacity_and_nobody_overtakes(
    event: Event, guests: list[Attendee], deeds: list[tuple[Reply, list[int]]], ranking: object
):
    for hour, (to, ids) in enumerate(deeds):
        before, at = guests, NOON + timedelta(hours=hour)
        guests = answered(event, before, ids, to, at, ranking)
        for each in event.capacities:
            assert taken(guests, each.category) <= each.places
        came = {one.id for one in guests if one.reply in COMING}
        came -= {one.id for one in before if one.reply in COMING}
        if event.waiting_rule is WaitingRule.BY_HAND:
            assert came <= set(ids)
            continue
        waited = line(event, before, ranking)  # type: ignore[arg-type]
        stay = {one.id for one in guests if one.reply is Reply.WAITING}
        free = {c.category: c.places - taken(guests, c.category) for c in event.capacities}
        for place, one in enumerate(waited):
            overtakers = [other for other in waited[place + 1 :] if other.id in came]
            if one.id in stay and overtakers and {one.category, ""} & free.keys():
                peers = [each for each in waited[: place + 1] if each.category == one.category]
                assert any(each.heads > free[one.category] for each in peers if each.id in stay)
                assert all(other.category != one.category for other in overtakers)


@given(events, guest_lists(), deeds, rankings)
def test_once_settled_there_is_nothing_to_do(
    event: Event, guests: list[Attendee], deeds: list[tuple[Reply, list[int]]], ranking: object
):
    for hour, (to, ids) in enumerate(deeds):
        guests = answered(event, guests, ids, to, NOON + timedelta(hours=hour), ranking)
        assert answered(event, guests, [], to, LATER, ranking) == guests
        if event.waiting_rule is not WaitingRule.BY_HAND:
            assert next_up(event, guests, ranking) == []  # type: ignore[arg-type]


@given(events, guest_lists(), deeds, rankings, st.randoms())
def test_the_order_of_storage_does_not_matter(
    event: Event,
    guests: list[Attendee],
    deeds: list[tuple[Reply, list[int]]],
    ranking: object,
    chance: object,
):
    shuffled = list(guests)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    for hour, (to, ids) in enumerate(deeds):
        at = NOON + timedelta(hours=hour)
        guests = answered(event, guests, ids, to, at, ranking)
        shuffled = answered(event, shuffled, ids, to, at, ranking)
    assert sorted(guests, key=lambda one: one.id) == sorted(shuffled, key=lambda one: one.id)


def guest(number: int, to: Reply = Reply.INVITED, **others: object) -> Attendee:
    at = NOON + timedelta(minutes=number)
    made = Attendee(number, 1, number, reply=to, replied_at=at)
    return replace(made, **others)  # type: ignore[arg-type]


def event(rule: WaitingRule = WaitingRule.FIRST_COME, **places: int) -> Event:
    limits = [Capacity("" if name == "all" else name, count) for name, count in places.items()]
    return Event(1, capacities=tuple(limits), waiting_rule=rule)


def replies(guests: list[Attendee]) -> list[Reply]:
    return [one.reply for one in guests]


A, W, D = Reply.ACCEPTED, Reply.WAITING, Reply.DECLINED


def test_the_first_who_came_moves_up_and_their_reply_is_of_that_moment():
    guests = [guest(1, A), guest(2, W, replied_at=LATER), guest(3, W)]
    after = answered(event(all=1), guests, [1], D, LATER, {})
    assert replies(after) == [D, W, A]
    assert after[2].replied_at == LATER


def test_the_highest_rank_moves_up_where_precedence_rules():
    guests = [guest(1, A), guest(2, W), guest(3, W)]
    by_rank = event(WaitingRule.PRECEDENCE, all=1)
    assert replies(answered(by_rank, guests, [1], D, LATER, {3: 1, 2: 2})) == [D, W, A]


def test_by_hand_nobody_moves_up_until_the_organiser_says_who():
    by_hand = event(WaitingRule.BY_HAND, all=1)
    guests = answered(by_hand, [guest(1, A), guest(2, W), guest(3, W)], [1], D, LATER, {})
    assert replies(guests) == [D, W, W]
    assert [one.id for one in next_up(by_hand, guests, {})] == [2]
    assert replies(answered(by_hand, guests, [3], A, LATER, {})) == [D, W, A]


def test_by_hand_a_newcomer_does_not_take_the_place_that_others_wait_for():
    by_hand = event(WaitingRule.BY_HAND, all=1)
    guests = [guest(1, D), guest(2, W), guest(3)]
    assert replies(answered(by_hand, guests, [3], A, LATER, {})) == [D, W, W]


def test_whoever_waits_and_accepts_again_keeps_their_place():
    guests = [guest(1, A), guest(2, W), guest(3, W)]
    assert answered(event(all=1), guests, [2], A, LATER, {}) == guests


def test_a_party_that_finds_no_room_holds_the_line():
    guests = [guest(1, A), guest(2, W, party=2), guest(3, W)]
    assert replies(answered(event(all=1), guests, [1], D, LATER, {})) == [D, W, W]
    assert replies(answered(event(all=3), guests, [1], D, LATER, {})) == [D, A, W]


def test_a_full_category_holds_up_nobody_else():
    guests = [guest(1, A), guest(2, W, category="press"), guest(3, W)]
    after = answered(event(all=1, press=0), guests, [1], D, LATER, {})
    assert replies(after) == [D, W, A]


def test_a_representative_who_waits_comes_as_one():
    guests = [guest(1, A), guest(2, W, representative_id=9)]
    after = answered(event(all=1), guests, [1], D, LATER, {})
    assert (after[1].reply, after[1].representative_id) == (Reply.REPRESENTATIVE, 9)


def test_where_nothing_is_bounded_the_list_is_the_organisers_own():
    guests = [guest(1, W), guest(2)]
    assert answered(event(), guests, [], A, LATER, {}) == guests
    assert replies(answered(event(), guests, [1, 2], A, LATER, {})) == [A, A]


def test_many_at_once_come_in_the_order_in_which_they_were_invited():
    guests = [guest(number) for number in (3, 1, 2)]
    assert replies(answered(event(all=2), guests, [1, 2, 3], A, LATER, {})) == [W, A, A]


def test_figures_count_companions():
    guests = [guest(1, A, party=2), guest(2, W), guest(3, A, category="press")]
    everyone, press = occupancy(event(all=3, press=5), guests)
    assert (everyone.taken, everyone.waiting, everyone.free) == (4, 1, 0)
    assert (press.taken, press.waiting, press.free) == (1, 0, 4)
