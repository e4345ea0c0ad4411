"""Who may come in: the answer that a desk at a door gives.

A day at the door is the event's own: in its time zone, from `day_starts` o'clock on, so that
whoever leaves a reception at one in the morning still leaves that evening's. Every day begins
anew: who was in yesterday and did not scan on leaving comes in today.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from desktop.domain.attendee import Attendee, CheckIn, Direction, Reply
from desktop.domain.event import ENTRANCE, DoorList, Event, ReEntry
from desktop.domain.invitation import COMING
from desktop.domain.organisation import Organisation
from desktop.domain.person import Person
from desktop.domain.programme import day_of, time_zone


class Kind(StrEnum):
    """What a desk answers, in one word."""

    WELCOME = "welcome"
    ALREADY_IN = "already-in"
    UNKNOWN = "unknown"
    CANCELLED = "cancelled"
    REVOKED = "revoked"
    OTHER_DAY = "other-day"


class Reason(StrEnum):
    """What the officer has to know beside the one word.

    With a welcome: `UNCONFIRMED` has not replied, `REPRESENTATIVE` comes instead of the guest,
    `LET_IN` was let in by the officer. Unknown: `FORGED` is no code of ours, `SINCE` is one that
    this desk does not know (without network), `OTHER_EVENT`, `CATEGORY` is not admitted to this
    list, `WAITING` is on the waiting list, `NOT_IN` leaves without having come in. Cancelled:
    `DECLINED` said that they would not come. Revoked: `REPLACED` by a newer ticket, or the guest
    was taken off the list.
    """

    NONE = ""
    UNCONFIRMED = "unconfirmed"
    REPRESENTATIVE = "representative"
    LET_IN = "let-in"
    FORGED = "forged"
    SINCE = "since"
    OTHER_EVENT = "other-event"
    CATEGORY = "category"
    WAITING = "waiting"
    NOT_IN = "not-in"
    DECLINED = "declined"
    REPLACED = "replaced"


@dataclass(frozen=True, slots=True)
class Scan:
    """What a desk asks: who wants through which door, when, which way.

    `code` is what the scanner typed, or `attendee_id` is who was picked by name. `list` is the key
    of one of the event's lists. `event_id` 0 takes the event of the ticket. `nonce` names this one
    scan: asked again (the answer was lost) it is answered as the first time. `at` (aware) is now
    where it is None. `anyway` is the officer's decision to let somebody in against the rules.
    """

    desk: str
    code: str = ""
    attendee_id: int = 0
    list: str = ENTRANCE.key
    event_id: int = 0
    direction: Direction = Direction.IN
    nonce: str = ""
    at: datetime | None = None
    anyway: bool = False


@dataclass(frozen=True, slots=True)
class Days:
    """The first and the last day of an event, in its own time zone."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Answer:
    """What a desk answers.

    `person` is who stands at the door (the representative, where one comes instead), `house` where
    they come from, and `attendee` the invitation, as it is after this scan; None where nobody is
    known. `at` (aware) and `desk` tell of the passage: this one, or with `ALREADY_IN` the one
    before. `day` is the day to come back on, with `OTHER_DAY`. `repeated` scans were answered
    before. A desk without network knows no `house`.
    """

    kind: Kind
    reason: Reason = Reason.NONE
    attendee: Attendee | None = None
    person: Person | None = None
    at: datetime | None = None
    desk: str = ""
    direction: Direction = Direction.IN
    day: date | None = None
    repeated: bool = False
    house: Organisation | None = None

    @property
    def admits(self) -> bool:
        """Whether the door opens."""
        return self.kind is Kind.WELCOME


def door_list(event: Event, key: str) -> DoorList | None:
    """An event's list of that key; the entrance where it keeps no list at all."""
    return next((one for one in event.doors or (ENTRANCE,) if one.key == key), None)


def days_of(event: Event, starts: Iterable[datetime]) -> Days | None:
    """An event's days: its own, else those on which its slots start; None where nobody knows."""
    days = [day_of(event, start) for start in starts]
    first = event.first_day or min(days, default=event.last_day)
    last = event.last_day or max(days, default=event.first_day)
    return Days(first, max(first, last)) if first and last else None


def opens(event: Event, days: Days | None, door: DoorList, now: datetime) -> date | None:
    """The day on which a door opens, where that is not today: the first to come, else the last."""
    today = day_of(event, now)
    if door.day is not None:
        return None if door.day == today else door.day
    if days is None or days.first <= today <= days.last:
        return None
    return days.first if today < days.first else days.last


def moved(event: Event, day: date, moment: datetime) -> datetime:
    """The same time by the clock on another of the event's days."""
    local = moment.astimezone(time_zone(event))
    return local + (day - day_of(event, moment))


def answer(
    attendee: Attendee,
    event: Event,
    days: Days | None,
    door: DoorList,
    passage: CheckIn,
    *,
    by_ticket: bool = True,
    anyway: bool = False,
) -> Answer:
    """What to answer a guest who wants through a door, by the rules of its list.

    `passage` says when, at which desk, which way. A scan of the same nonce as one that is noted
    is answered as that one was. `by_ticket` is false for somebody picked by name: a revoked ticket
    then says nothing. `anyway` is the officer's decision to let somebody in against the rules.

    Whoever did not reply is welcome, with a note. Whoever declined, was cancelled or waits for a
    place is refused, for their seat may be given away; the officer may let them in anyway.
    """
    known = _known(attendee, passage)
    if known is not None:
        return _welcome(attendee, known, repeated=True)
    here = _that_day(attendee.check_ins, event, passage)
    if passage.direction is Direction.OUT:
        return _leaving(attendee, here, passage)
    refused = (
        _by_invitation(attendee, by_ticket=by_ticket)
        or _by_day(event, days, door, passage)
        or _by_list(attendee, door)
        or _by_passages(here, door)
    )
    if refused is None:
        return _welcome(attendee, passage)
    if anyway:
        return replace(_welcome(attendee, passage), reason=Reason.LET_IN)
    return replace(refused, attendee=attendee)


def is_double(
    check_ins: Iterable[CheckIn], event: Event, door: DoorList, passage: CheckIn
) -> bool:
    """Whether a passage that a desk noted without network should not have been, all known.

    It is one of two: another desk let the same guest in before or after it, with no way out
    between the two.
    """
    if passage.direction is Direction.OUT or door.re_entry is ReEntry.ALWAYS:
        return False
    there = _that_day(check_ins, event, passage)
    if door.re_entry is ReEntry.NEVER:
        return any(one.direction is Direction.IN for one in there)
    before = [one for one in there if one.at <= passage.at][-1:]
    after = [one for one in there if one.at > passage.at][:1]
    return any(one.direction is Direction.IN for one in (*before, *after))


def inside(check_ins: Iterable[CheckIn], event: Event, key: str, now: datetime) -> bool:
    """Whether a guest is in at this moment, by the passages of this day on a list."""
    here = _that_day(check_ins, event, CheckIn(now, list=key))
    return bool(here) and here[-1].direction is Direction.IN


def _that_day(check_ins: Iterable[CheckIn], event: Event, passage: CheckIn) -> list[CheckIn]:
    """The passages on the same list and day, in the order of time."""
    listed = [one for one in check_ins if one.list == passage.list]
    if not listed:
        return []
    today = day_of(event, passage.at)
    return sorted(
        (one for one in listed if day_of(event, one.at) == today), key=lambda one: one.at
    )


def _known(attendee: Attendee, passage: CheckIn) -> CheckIn | None:
    if not passage.nonce:
        return None
    return next((one for one in attendee.check_ins if one.nonce == passage.nonce), None)


def _welcome(attendee: Attendee, passage: CheckIn, *, repeated: bool = False) -> Answer:
    reason = Reason.NONE
    if attendee.reply is Reply.REPRESENTATIVE and attendee.representative_id is not None:
        reason = Reason.REPRESENTATIVE
    elif attendee.reply not in COMING:
        reason = Reason.UNCONFIRMED
    return Answer(
        Kind.WELCOME,
        reason,
        attendee,
        at=passage.at,
        desk=passage.desk,
        direction=passage.direction,
        repeated=repeated,
    )


def _leaving(attendee: Attendee, here: list[CheckIn], passage: CheckIn) -> Answer:
    if here and here[-1].direction is Direction.IN:
        return replace(_welcome(attendee, passage), reason=Reason.NONE)
    return Answer(Kind.UNKNOWN, Reason.NOT_IN, attendee, direction=Direction.OUT)


def _by_invitation(attendee: Attendee, *, by_ticket: bool) -> Answer | None:
    if by_ticket and attendee.ticket_revoked:
        return Answer(Kind.REVOKED)
    return _REFUSED.get(attendee.reply)


_REFUSED = {
    Reply.CANCELLED: Answer(Kind.CANCELLED),
    Reply.DECLINED: Answer(Kind.CANCELLED, Reason.DECLINED),
    Reply.WAITING: Answer(Kind.UNKNOWN, Reason.WAITING),
}


def _by_day(event: Event, days: Days | None, door: DoorList, passage: CheckIn) -> Answer | None:
    day = opens(event, days, door, passage.at)
    return Answer(Kind.OTHER_DAY, day=day) if day is not None else None


def _by_list(attendee: Attendee, door: DoorList) -> Answer | None:
    if not door.categories or attendee.category in door.categories:
        return None
    return Answer(Kind.UNKNOWN, Reason.CATEGORY)


def _by_passages(here: list[CheckIn], door: DoorList) -> Answer | None:
    """Whether the rule of re-entry keeps the door shut."""
    entries = [one for one in here if one.direction is Direction.IN]
    if door.re_entry is ReEntry.ALWAYS or not entries:
        return None
    if door.re_entry is ReEntry.AFTER_EXIT and here[-1].direction is Direction.OUT:
        return None
    return Answer(Kind.ALREADY_IN, at=entries[-1].at, desk=entries[-1].desk)
