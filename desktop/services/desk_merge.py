"""What a desk noted without network comes to the others."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desktop.domain import door as rules
from desktop.domain.attendee import Attendee, CheckIn
from desktop.domain.event import Event
from desktop.domain.person import Person
from desktop.language.translation import msgid
from desktop.services.desk_copy import OWN
from desktop.services.door import Guest, noted, with_people

if TYPE_CHECKING:
    from desktop.services.change import Recording
    from desktop.services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Merged:
    """What came of the scans of a time without network.

    `noted` counts those that the server took in now (it may have known some already), `walk_ins`
    the guests whom the desk had added; `doubled` are those whom another desk had let in too;
    `gone` counts scans of guests whom somebody took off the list in the meantime.
    """

    noted: int = 0
    walk_ins: int = 0
    doubled: tuple[Guest, ...] = ()
    gone: int = 0


def merge(ws: "Workspace", copy: "Workspace", event_id: int, desk: str) -> Merged:
    """Note in one Change, each at its own time, what the server does not know yet.

    What it knows already, by the scan's nonce, is left as it is: the answer to an earlier attempt
    may have been lost.

    Raises:
        Unreachable: the server does not answer; all is still waiting.
    """
    walk_ins, passages = _waiting(copy)
    with ws.change(msgid("{count} scans of {desk}, without network"), desk=desk) as work:
        event = work.load(Event, event_id)
        ids = {one.id: _added(work, one, person) for one, person in walk_ins}
        own = [(ids.get(id, id), passage) for id, passage in passages]
        held = {one.id: one for one in work.held(Attendee, id=sorted({id for id, _ in own}))}
        fresh: list[CheckIn] = []
        twice: set[int] = set()
        for id, passage in own:
            guest = held.get(id)
            if guest is None or any(one.nonce == passage.nonce for one in guest.check_ins):
                continue
            passage = _judged(guest, event, passage)
            held[id] = work.append(guest, "check_ins", passage)
            fresh.append(passage)
            twice |= {id} if passage.doubled else set()
        work.fields["count"] = str(len(fresh) + len(walk_ins))
        doubled = with_people(work, [held[id] for id in twice])
    gone = sum(id not in held for id, _ in own)
    return Merged(len(fresh), len(walk_ins), tuple(doubled), gone)


def _waiting(
    copy: "Workspace",
) -> tuple[list[tuple[Attendee, Person]], list[tuple[int, CheckIn]]]:
    """Whom the desk added, and every passage that it noted, in order."""
    from desktop.storage.change_log import ChangeLog

    with copy.read() as reader:
        log = ChangeLog(reader)
        edits = [
            edit
            for change in reversed(log.entries())
            for batch in log.batches(change.id)
            for edit in batch
            if edit.kind is Attendee
        ]
        guests = reader.by_id(Attendee, [edit.id for edit in edits])
        people = reader.by_id(Person, [one.person_id for one in guests.values()])
    walk_ins = [
        (guests[edit.id], people[guests[edit.id].person_id]) for edit in edits if edit.created
    ]
    passages = [
        (edit.id, passage)
        for edit in edits
        for passage in (guests[edit.id] if edit.created else edit.after).check_ins
        if edit.created or passage not in edit.before.check_ins
    ]
    return walk_ins, passages


def _added(work: "Recording", guest: Attendee, person: Person) -> int:
    """The id on the server of somebody whom the desk added."""
    there = noted(work, guest.event_id, guest.check_ins[0].nonce)
    if there is None and person.id < OWN:
        invited = work.find(Attendee, event_id=guest.event_id, person_id=person.id)
        there = next(iter(invited), None)
    if there is not None:
        return there.id
    if person.id >= OWN:
        person = work.put(replace(person, id=0, version=0))
    draft = replace(guest, id=0, version=0, person_id=person.id, check_ins=())
    return work.put(draft).id


def _judged(guest: Attendee, event: Event, passage: CheckIn) -> CheckIn:
    """A passage with the mark of a double where it is one."""
    door = rules.door_list(event, passage.list)
    double = door is not None and rules.is_double(guest.check_ins, event, door, passage)
    return replace(passage, doubled=double)
