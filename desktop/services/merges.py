"""Two entries of one person become one, with everything that refers to either."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from desktop.domain import joining
from desktop.domain.attendee import Attendee, Reply
from desktop.domain.coverage import InstitutionalContact, Quotation
from desktop.domain.event import Event
from desktop.domain.person import Person
from desktop.domain.release import ProgrammeRelease
from desktop.domain.seating import Interpreter, Seating
from desktop.domain.slot import Slot
from desktop.domain.speaker import Speaker
from desktop.services.change import Recording
from desktop.services.workspace import Workspace

T = TypeVar("T")
Mentioning = Slot | Event | Attendee | Quotation | InstitutionalContact


@dataclass(frozen=True, slots=True)
class Mention:
    """A value that names a person, and the event it belongs to.

    `joined` is an invitation to an event to which the other entry is invited too.
    """

    value: Mentioning
    event: Event
    joined: bool = False


def mentions(ws: Workspace, keep_id: int, gone_id: int) -> list[Mention]:
    """What names an entry that is to go, and will name the other one."""
    from desktop.storage.references import referring

    with ws.read() as reader:
        found = [one for one in referring(reader, Person, gone_id) if isinstance(one, Mentioning)]
        invited = {one.event_id for one in reader.find(Attendee, person_id=keep_id)}
        events = reader.by_id(Event, map(_event_id, found))
    return [
        Mention(
            value,
            events[_event_id(value)],
            joined=isinstance(value, Attendee)
            and value.person_id == gone_id
            and value.event_id in invited,
        )
        for value in found
    ]


def merge(work: Recording, keep_id: int, gone_id: int, merged: Person) -> tuple[Person, Person]:
    """Merge within a change, as `people.merge` tells: who went, and who stays."""
    kept, gone = work.load(Person, keep_id), work.load(Person, gone_id)
    one = replace(
        merged,
        id=keep_id,
        former_ids=tuple(sorted({*kept.former_ids, *gone.former_ids, gone_id})),
        distinct_from=tuple(
            sorted({*kept.distinct_from, *gone.distinct_from} - {keep_id, gone_id})
        ),
    )
    _Merger(work, kept, gone, one).run()
    return gone, one


class _Merger:
    """One merge within its transaction."""

    def __init__(self, work: Recording, kept: Person, gone: Person, one: Person) -> None:
        self._work = work
        self._old, self._new = gone.id, kept.id
        self._offices = {person.id: person.offices for person in (kept, gone)}
        self._one = one

    def run(self) -> None:
        from desktop.storage.references import referring

        work = self._work
        self._join_invitations()
        known: dict[tuple[str, int], Any] = {}
        for person in (self._old, self._new):
            for value in referring(work, Person, person):
                known[type(value).__name__, value.id] = value
        for value in known.values():
            work.put(self._pointed(value))
        for release in work.find(ProgrammeRelease):
            slots = tuple(self._pointed(slot) for slot in release.slots)
            work.put(replace(release, slots=slots))
        others = work.by_id(Person, self._one.distinct_from).values()
        work.put_all([_told_apart(other, self._old, self._new) for other in others])
        work.put(self._one)
        work.remove(Person, self._old)

    def _join_invitations(self) -> None:
        from desktop.storage.references import redirected, referring

        work = self._work
        there = {one.event_id: one for one in work.find(Attendee, person_id=self._new)}
        for gone in work.find(Attendee, person_id=self._old):
            kept = there.get(gone.event_id)
            if kept is None:
                continue
            others = referring(work, Attendee, gone.id)
            seatings = work.find(Seating, event_id=gone.event_id)
            for value in (*(one for one in others if not isinstance(one, Seating)), *seatings):
                moved = redirected(value, Attendee, gone.id, kept.id)
                work.put(_reseated(moved, gone.id, kept.id))
            work.put(joining.joined_invitation(kept, gone))
            work.remove(Attendee, gone.id)

    def _pointed(self, value: Any) -> Any:
        """A value that names the one who stays, and each of their parts once."""
        from desktop.storage.references import redirected

        if isinstance(value, Slot):
            value = replace(value, speakers=tuple(map(self._placed, value.speakers)))
        elif isinstance(value, Event):
            value = replace(value, signatories=tuple(map(self._placed, value.signatories)))
        return _named_once(redirected(value, Person, self._old, self._new))

    def _placed(self, part: Any) -> Any:
        """A speaker or signatory in the same office, wherever it stands now."""
        offices = self._offices.get(part.person_id)
        if offices is None:
            return part
        return replace(part, office=joining.place_of(offices, part.office, self._one))


def _told_apart(other: Person, old: int, new: int) -> Person:
    """Somebody else, who was told apart from one of the two."""
    return replace(other, distinct_from=tuple(sorted({*other.distinct_from, new} - {old})))


def _named_once(value: Any) -> Any:
    if isinstance(value, Slot):
        return replace(value, speakers=_speakers(value.speakers))
    if isinstance(value, Event):
        return replace(
            value,
            signatories=_first(value.signatories, "person_id"),
            overrides=_first(value.overrides, "person_id"),
        )
    return _without_themselves(value) if isinstance(value, Attendee) else value


def _speakers(parts: Iterable[Speaker]) -> tuple[Speaker, ...]:
    """The parts in a slot; two of the same person in the same role are one."""
    kept: dict[tuple[int, str], Speaker] = {}
    for part in parts:
        there = kept.setdefault((part.person_id, part.role), part)
        kept[part.person_id, part.role] = replace(
            there,
            topic=there.topic.completed(part.topic),
            confirmed=there.confirmed or part.confirmed,
        )
    return tuple(kept.values())


def _without_themselves(one: Attendee) -> Attendee:
    """An invitation in which nobody represents or invites themselves."""
    if one.invited_by_id == one.person_id:
        one = replace(one, invited_by_id=None)
    if one.representative_id != one.person_id:
        return one
    comes = one.reply is Reply.REPRESENTATIVE
    return replace(one, representative_id=None, reply=Reply.ACCEPTED if comes else one.reply)


def _reseated(seating: Any, old: int, new: int) -> Any:
    """A seating in which two invitations are one: one seat, and nobody beside themselves."""
    if not isinstance(seating, Seating):
        return seating
    pairs = (
        Interpreter(*(new if id == old else id for id in (one.attendee_id, one.delegate_id)))
        for one in seating.interpreters
    )
    return replace(
        seating,
        seats=_first(seating.seats, "attendee_id"),
        apart=tuple(pair for pair in seating.apart if pair.attendee_id != pair.other_id),
        interpreters=_first(
            (pair for pair in pairs if pair.attendee_id != pair.delegate_id), "attendee_id"
        ),
        host_ids=tuple(dict.fromkeys(new if id == old else id for id in seating.host_ids)),
    )


def _first(items: Iterable[T], field: str) -> tuple[T, ...]:
    """The first item of each whom a field names."""
    kept: dict[int, T] = {}
    for item in items:
        kept.setdefault(getattr(item, field), item)
    return tuple(kept.values())


def _event_id(value: Mentioning) -> int:
    return value.id if isinstance(value, Event) else value.event_id
