"""What a guest was written, and whether they may be written again."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from desktop.domain.attendee import Attendee, CheckIn, Reply
from desktop.domain.correspondence import is_for, latest, occasion, standing, written
from desktop.domain.message import Channel, Delivery, Message, Purpose

NOON = datetime(2026, 5, 14, 12, tzinfo=UTC)
INVITATION, REMINDER = Purpose.INVITATION, Purpose.REMINDER


def letter(purpose: Purpose = INVITATION, delivery: Delivery = Delivery.SENT) -> Message:
    return Message(purpose, NOON, Channel.SMTP, "a@b.cd", delivery)


def test_each_purpose_has_those_that_it_is_for() -> None:
    guests = [Attendee(reply=one) for one in Reply]
    meant = {p: [one.reply.value for one in guests if is_for(p, one)] for p in Purpose}
    assert meant == {
        Purpose.INVITATION: ["to_invite"],
        Purpose.REMINDER: ["invited", "reminded", "no_reply"],
        Purpose.TICKET: ["accepted", "representative"],
        Purpose.THANKS: [],
    }
    came = Attendee(reply=Reply.DECLINED, check_ins=(CheckIn(NOON),))
    assert is_for(Purpose.THANKS, came)


@pytest.mark.parametrize("before", Reply)
def test_a_letter_that_was_sent_moves_the_reply_on_and_no_other(before: Reply) -> None:
    guest = Attendee(reply=before)
    for delivery in (Delivery.IN_DOUBT, Delivery.REFUSED):
        assert written(guest, letter(delivery=delivery)).reply is before
    invited = written(guest, letter())
    reminded = written(guest, letter(REMINDER))
    assert invited.reply is (Reply.INVITED if before is Reply.TO_INVITE else before)
    late = before in (Reply.INVITED, Reply.NO_REPLY)
    assert reminded.reply is (Reply.REMINDED if late else before)
    assert invited.replied_at == (NOON if invited.reply is not before else None)
    assert written(guest, letter(Purpose.TICKET)).reply is before


def test_the_latest_message_of_a_purpose_counts() -> None:
    guest = Attendee()
    assert standing(guest, INVITATION) is None
    for number, delivery in enumerate([Delivery.REFUSED, Delivery.IN_DOUBT, Delivery.SENT]):
        guest = written(guest, replace(letter(delivery=delivery), address=str(number)))
        assert standing(guest, INVITATION) is delivery
        assert standing(guest, REMINDER) is None
    assert latest(guest, INVITATION) == guest.messages[-1]


def test_a_message_that_did_not_arrive_is_still_the_same_occasion() -> None:
    guest = Attendee()
    numbers = []
    for delivery in (Delivery.IN_DOUBT, Delivery.REFUSED, Delivery.SENT, Delivery.IN_DOUBT):
        numbers.append(occasion(guest, INVITATION))
        guest = written(guest, letter(delivery=delivery))
    assert numbers == [1, 1, 1, 2]
    assert (occasion(guest, INVITATION), occasion(guest, REMINDER)) == (2, 1)
