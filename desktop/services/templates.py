"""Events to begin with: rooms, an outline, a checklist; and copies of earlier events.

A template holds no text in any language but what the program says in all of its own.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from desktop.domain.errors import BadInput, NotFound
from desktop.domain.event import ChecklistItem, Event, EventKind
from desktop.domain.localized import Localized
from desktop.domain.programme import time_zone
from desktop.domain.slot import Slot, SlotKind, SlotStatus
from desktop.domain.venue import Room, Track
from desktop.language import tags, terms
from desktop.language.translation import knows, msgid, translator
from desktop.services.change import Change, Recording
from desktop.services.events import prepared
from desktop.services.labels import label
from desktop.services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Part:
    """An item of the outline: on which day (from 0), when by the clock, how many minutes."""

    kind: SlotKind
    start: time
    minutes: int
    day: int = 0


@dataclass(frozen=True, slots=True)
class Task:
    """A line of the checklist: an English msgid, and how many days before the event it is due."""

    title: str
    days_before: int


@dataclass(frozen=True, slots=True)
class Template:
    """A way to begin: `name`, `about` and `rooms` are English msgids.

    Everything takes place in the first room but breaks and receptions, which are in no particular
    one.
    """

    kind: EventKind
    name: str
    about: str
    parts: tuple[Part, ...]
    tasks: tuple[Task, ...]
    rooms: tuple[str, ...] = (msgid("Main hall"),)
    days: int = 1


_FIRST_YEAR, _LAST_YEAR = 1000, 2999
"""Years that an event can be in: days are counted back and forth from it."""

_INVITE = Task(msgid("Send the invitations"), 30)
_SPEAKERS = Task(msgid("Confirm the speakers"), 35)
_TRANSLATE = Task(msgid("Texts to the translator"), 21)
_INTERPRET = Task(msgid("Book interpreters and headsets"), 21)
_REPLIES = Task(msgid("Replies close"), 7)
_PRINT = Task(msgid("Programme to the printer"), 7)
_BADGES = Task(msgid("Print badges and place cards"), 2)
_THANKS = Task(msgid("Send thanks and certificates"), -3)
_PROTOCOL = Task(msgid("Settle seating and precedence"), 5)
_CATERING = Task(msgid("Tell the caterer how many come"), 4)


def _parts(*rows: tuple[SlotKind, str, int], day: int = 0) -> tuple[Part, ...]:
    return tuple(
        Part(kind, time.fromisoformat(start), minutes, day) for kind, start, minutes in rows
    )


_CONFERENCE_DAY = (
    (SlotKind.KEYNOTE, "10:00", 45),
    (SlotKind.TALK, "10:45", 30),
    (SlotKind.COFFEE_BREAK, "11:15", 30),
    (SlotKind.PANEL, "11:45", 75),
    (SlotKind.LUNCH, "13:00", 90),
    (SlotKind.PRESENTATION, "14:30", 45),
    (SlotKind.WORKSHOP, "15:15", 75),
)

TEMPLATES: tuple[Template, ...] = (
    Template(
        EventKind.LECTURE,
        msgid("Lecture"),
        msgid("A guest, an audience, questions, a glass afterwards."),
        _parts(
            (SlotKind.WELCOME, "18:00", 10),
            (SlotKind.LECTURE, "18:10", 50),
            (SlotKind.QUESTIONS, "19:00", 30),
            (SlotKind.RECEPTION, "19:30", 60),
        ),
        (_SPEAKERS, _INVITE, _TRANSLATE, _REPLIES, _PRINT, _THANKS),
    ),
    Template(
        EventKind.PANEL,
        msgid("Panel discussion"),
        msgid("Several guests with a moderator, then the audience."),
        _parts(
            (SlotKind.REGISTRATION, "16:30", 30),
            (SlotKind.WELCOME, "17:00", 10),
            (SlotKind.PANEL, "17:10", 80),
            (SlotKind.QUESTIONS, "18:30", 30),
            (SlotKind.CLOSING, "19:00", 10),
        ),
        (_SPEAKERS, _INVITE, _TRANSLATE, _INTERPRET, _REPLIES, _PRINT, _BADGES, _THANKS),
    ),
    Template(
        EventKind.CONFERENCE,
        msgid("Conference of days"),
        msgid("Two days in two rooms, with breaks, meals and workshops."),
        (
            *_parts((SlotKind.REGISTRATION, "09:00", 30), (SlotKind.OPENING, "09:30", 30)),
            *_parts(*_CONFERENCE_DAY),
            *_parts(*_CONFERENCE_DAY, (SlotKind.CLOSING, "16:30", 30), day=1),
        ),
        (
            *(_SPEAKERS, _INVITE, _TRANSLATE, _INTERPRET, _REPLIES, _PRINT),
            *(_CATERING, _BADGES, _THANKS),
        ),
        (msgid("Main hall"), msgid("Workshop room")),
        days=2,
    ),
    Template(
        EventKind.CEREMONY,
        msgid("Ceremony"),
        msgid("Speeches, a signing or an award, in strict order of precedence."),
        _parts(
            (SlotKind.REGISTRATION, "10:30", 30),
            (SlotKind.OPENING, "11:00", 10),
            (SlotKind.REMARKS, "11:10", 20),
            (SlotKind.SIGNING, "11:30", 20),
            (SlotKind.PERFORMANCE, "11:50", 20),
            (SlotKind.RECEPTION, "12:10", 60),
        ),
        (_INVITE, _TRANSLATE, _INTERPRET, _REPLIES, _PROTOCOL, _PRINT, _BADGES),
    ),
    Template(
        EventKind.RECEPTION,
        msgid("Reception"),
        msgid("Guests of honour, a toast, music; names and replies matter most."),
        _parts(
            (SlotKind.WELCOME, "19:00", 15),
            (SlotKind.REMARKS, "19:15", 15),
            (SlotKind.PERFORMANCE, "19:30", 20),
            (SlotKind.RECEPTION, "19:50", 100),
        ),
        (_INVITE, _REPLIES, _PROTOCOL, _CATERING, _BADGES),
    ),
)


def template(kind: EventKind) -> Template:
    """The template for a kind of event.

    Raises:
        NotFound: there is none.
    """
    for one in TEMPLATES:
        if one.kind is kind:
            return one
    raise NotFound(
        "There is no template “{template}”. Choose one of {templates}.",
        template=kind,
        templates=", ".join(one.kind for one in TEMPLATES),
    )


def create_from_template(ws: Workspace, kind: EventKind, draft: Event) -> Change:
    """Add an event with the rooms, the outline and the checklist of a template.

    `draft` says title, languages, time zone and first day; without a day the outline waits
    unscheduled, and nothing on the checklist is due.

    Raises:
        BadInput: as `events.create`, or the first day is in no year that makes sense.
        NotFound: there is no such template.
    """
    plan = template(kind)
    _check_year(draft.first_day)
    with ws.change("Add event {event}", event=label(draft)) as work:
        first = draft.first_day
        event = work.put(
            prepared(
                work,
                replace(
                    draft,
                    kind=kind,
                    last_day=first and first + timedelta(days=plan.days - 1),
                    checklist=tuple(_task(task, draft) for task in plan.tasks),
                ),
            )
        )
        rooms = [
            Room(event_id=event.id, name=_said(name, event), position=place)
            for place, name in enumerate(plan.rooms)
        ]
        hall = work.put_all(rooms)[0]
        work.put_all([_slot(part, event, hall, at) for at, part in enumerate(plan.parts)])
    return work.change


def copy_event(ws: Workspace, event_id: int, title: Localized, first_day: date | None) -> Change:
    """Add a copy of an earlier event on another day: programme, rooms, checklist; no guests.

    Speakers stay in their slots, unconfirmed; what was done on the checklist is to be done again.

    Raises:
        BadInput: the first day is in no year that makes sense.
        NotFound: there is no such event.
    """
    _check_year(first_day)
    with ws.change("Copy event {event}") as work:
        old = work.load(Event, event_id)
        work.fields["event"] = label(old)
        shift = first_day - old.first_day if first_day and old.first_day else None
        event = work.put(prepared(work, _moved(old, title, first_day, shift)))
        rooms = _copied(work, Room, old, event)
        tracks = _copied(work, Track, old, event)
        slots = [
            _again(slot, event, shift, rooms, tracks) for slot in work.find(Slot, event_id=old.id)
        ]
        work.put_all([slot for slot in slots if slot.status is not SlotStatus.CANCELLED])
    return work.change


def _check_year(day: date | None) -> None:
    if day and not _FIRST_YEAR <= day.year <= _LAST_YEAR:
        raise BadInput(
            "An event is in the years {first} to {last}.", first=_FIRST_YEAR, last=_LAST_YEAR
        )


def _said(text: str, event: Event) -> Localized:
    """A text of the program's in those of an event's languages that the program speaks."""
    known = [tag for tag in event.languages if knows(tag)]
    return Localized.of({tag: translator(tag).text(text) for tag in known or ["en"]})


def _task(task: Task, event: Event) -> ChecklistItem:
    """Colleagues may read the window in any of its languages, so the checklist is in all."""
    words = Localized.of({tag: translator(tag).text(task.title) for tag in tags.LANGUAGES})
    day = event.first_day
    return ChecklistItem(words, day and day - timedelta(days=task.days_before))


def _slot(part: Part, event: Event, hall: Room, position: int) -> Slot:
    start = None
    if event.first_day is not None:
        day = event.first_day + timedelta(days=part.day)
        start = datetime.combine(day, part.start, time_zone(event))
    known = [tag for tag in event.languages if knows(tag)] or ["en"]
    everywhere = part.kind.is_break or part.kind is SlotKind.RECEPTION
    return Slot(
        event_id=event.id,
        kind=part.kind,
        title=Localized.of({tag: terms.term(part.kind, tag) for tag in known}),
        start=start,
        minutes=part.minutes,
        room_id=None if everywhere else hall.id,
        status=SlotStatus.DRAFT,
        position=position,
    )


def _moved(old: Event, title: Localized, first_day: date | None, shift: timedelta | None) -> Event:
    return replace(
        old,
        id=0,
        version=0,
        slug="",
        source="",
        title=title,
        first_day=first_day,
        last_day=_later(old.last_day, shift),
        checklist=tuple(
            replace(item, done=False, due=_later(item.due, shift)) for item in old.checklist
        ),
    )


def _later(day: date | None, shift: timedelta | None) -> date | None:
    return None if day is None or shift is None else day + shift


def _copied(work: Recording, kind: type[Room] | type[Track], old: Event, new: Event) -> "_Ids":
    """Copies of an event's rooms or tracks; the ids of the new by those of the old."""
    before = work.find(kind, event_id=old.id)
    fresh = [replace(one, id=0, version=0, source="", event_id=new.id) for one in before]
    after = work.put_all(fresh)
    return {one.id: other.id for one, other in zip(before, after, strict=True)}


_Ids = dict[int, int]


def _again(slot: Slot, event: Event, shift: timedelta | None, rooms: _Ids, tracks: _Ids) -> Slot:
    """A slot of the new event at the same hour by the clock, whatever the season."""
    start = None
    if slot.start is not None and shift is not None:
        zone = time_zone(event)
        local = slot.start.astimezone(zone).replace(tzinfo=None) + shift
        start = local.replace(tzinfo=zone)
    return replace(
        slot,
        id=0,
        version=0,
        source="",
        event_id=event.id,
        start=start,
        room_id=rooms.get(slot.room_id or 0),
        track_id=tracks.get(slot.track_id or 0),
        speakers=tuple(replace(speaker, confirmed=False) for speaker in slot.speakers),
    )
