"""Which replies follow from which."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.attendee import Attendee, CheckIn, Direction, Reply
from desktop.domain.errors import BadInput
from desktop.domain.event import Event
from desktop.domain.invitation import COMING, corrections, moves, overdue, reply
from desktop.domain.message import Letter, Purpose

NOON = datetime(2026, 5, 14, 12, tzinfo=UTC)
GUEST = Attendee(id=1, event_id=1, person_id=7)
INSIDE = (CheckIn(NOON),)

replies = st.sampled_from(Reply)
guests = st.builds(
    Attendee,
    id=st.just(1),
    person_id=st.just(7),
    reply=replies,
    representative_id=st.sampled_from([None, 8]),
    check_ins=st.sampled_from([(), INSIDE, (CheckIn(NOON, direction=Direction.OUT),)]),
)


def test_every_reply_can_be_reached_by_moves_alone():
    reached, new = {Reply.TO_INVITE}, {Reply.TO_INVITE}
    while new:
        new = {to for one in new for to in moves(replace(GUEST, reply=one))} - reached
        reached |= new
    assert reached == set(Reply)


def test_no_reply_is_a_dead_end():
    assert all(moves(replace(GUEST, reply=one)) for one in Reply)


@given(guests, replies, st.booleans())
def test_a_reply_is_taken_or_refused_and_never_something_else(
    guest: Attendee, to: Reply, correct: bool
):
    offered = corrections(guest) if correct else moves(guest)
    try:
        after = reply(guest, to, NOON, representative_id=9, correct=correct)
    except BadInput:
        assert to not in offered
        return
    assert after.reply is to
    assert to in offered or to is guest.reply
    assert reply(after, to, NOON + timedelta(hours=1), correct=correct) == after
    unchanged = {"reply": to, "replied_at": after.replied_at, "representative_id": 9}
    if to not in (Reply.REPRESENTATIVE, Reply.WAITING):
        unchanged["representative_id"] = None
    assert after == replace(guest, **unchanged)


@given(guests)
def test_a_move_is_a_correction_too(guest: Attendee):
    assert set(moves(guest)) <= set(corrections(guest)) <= set(Reply) - {guest.reply}


@given(guests)
def test_whoever_came_has_accepted_or_sent_somebody(guest: Attendee):
    came = replace(guest, check_ins=INSIDE)
    assert set(corrections(came)) <= COMING
    for to in set(Reply) - COMING - {came.reply}:
        with pytest.raises(BadInput, match="Whoever came"):
            reply(came, to, NOON, correct=True)


def test_a_slip_is_put_right_only_if_one_says_so():
    accepted = replace(GUEST, reply=Reply.ACCEPTED)
    with pytest.raises(BadInput, match="“To be invited” does not follow"):
        reply(accepted, Reply.TO_INVITE, NOON)
    assert reply(accepted, Reply.TO_INVITE, NOON, correct=True).reply is Reply.TO_INVITE


def test_a_representative_is_somebody_and_somebody_else():
    invited = replace(GUEST, reply=Reply.INVITED)
    with pytest.raises(BadInput, match="Nobody is named"):
        reply(invited, Reply.REPRESENTATIVE, NOON)
    with pytest.raises(BadInput, match="Nobody represents themselves"):
        reply(invited, Reply.REPRESENTATIVE, NOON, representative_id=7)
    sends = reply(invited, Reply.REPRESENTATIVE, NOON, representative_id=8)
    assert sends.representative_id == 8
    assert reply(sends, Reply.REPRESENTATIVE, NOON, representative_id=9).representative_id == 9
    assert reply(sends, Reply.ACCEPTED, NOON).representative_id is None


def test_the_time_is_that_of_the_reply_that_stands():
    accepted = reply(GUEST, Reply.ACCEPTED, NOON)
    assert accepted.replied_at == NOON
    assert reply(accepted, Reply.ACCEPTED, NOON + timedelta(days=1)).replied_at == NOON


def test_an_answer_is_overdue_the_day_after():
    letters = (
        Letter(Purpose.INVITATION, reply_until=date(2026, 5, 1)),
        Letter(Purpose.REMINDER, reply_until=date(2026, 5, 8)),
    )
    guests = [replace(GUEST, id=number, reply=one) for number, one in enumerate(Reply)]

    def late(day: date, *letters: Letter) -> list[Reply]:
        return [one.reply for one in overdue(Event(letters=letters), guests, day)]

    assert late(date(2026, 5, 1), *letters) == []
    assert late(date(2026, 5, 2), *letters) == [Reply.INVITED]
    assert late(date(2026, 5, 9), *letters) == [Reply.INVITED, Reply.REMINDED]
    assert late(date(2026, 5, 2), letters[0]) == [Reply.INVITED, Reply.REMINDED]
    assert late(date(2026, 5, 9)) == []
