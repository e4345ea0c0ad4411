"""After the day that an event sets, its guests' data is reduced to numbers."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from desktop.domain.attendee import Attendee
from desktop.domain.event import Event, Statistic
from desktop.domain.invitation import came, heads, is_expected, is_invited
from desktop.domain.seating import Seating
from desktop.language.translation import msgid
from desktop.services import desk_place
from desktop.services.change import Change, Edit
from desktop.services.workspace import Workspace

if TYPE_CHECKING:
    from desktop.storage.reading import Reader


@dataclass(frozen=True, slots=True)
class Due:
    """An event whose day has passed: its guests, and the people known for nothing else."""

    event: Event
    guests: int
    people: int
    statistics: tuple[Statistic, ...]


def due(ws: Workspace, today: date | None = None) -> list[Due]:
    """The events whose guests are to be forgotten by now."""
    from desktop.storage import erasing

    with ws.database.write() as writer:
        found: list[Due] = []
        for event, guests in _over(writer, today or datetime.now(UTC).date()):
            erasing.forget_guests(writer, [one.id for one in guests])
            people = erasing.unused(writer, {one.person_id for one in guests})
            found.append(Due(event, len(guests), len(people), statistics(guests)))
        writer.abandon()
    return found


def reduce(ws: Workspace, today: date | None = None) -> Change:
    """Forget the guests of events whose day has passed; their numbers stay in the event.

    People who are known for something else too (they speak, they are guests elsewhere) stay in the
    directory. As with `privacy.erase`, nothing that was done before can be undone afterwards.
    """
    from desktop.storage import erasing
    from desktop.storage.change_log import ChangeLog

    now = datetime.now(UTC)
    touched: list[Edit] = []
    with ws.database.write() as writer:
        over = _over(writer, today or now.date())
        if not over:
            return Change()
        change = ChangeLog(writer).begin(ws.who, msgid("Reduce the data of past events"), {})
        for event, guests in over:
            numbers = _added(event.statistics, statistics(guests))
            writer.put(replace(event, statistics=numbers))
            writer.remove_all(Seating, writer.ids(Seating, event_id=event.id))
            erasing.forget_guests(writer, [one.id for one in guests])
            people = erasing.unused(writer, {one.person_id for one in guests})
            erasing.forget(writer, people, now)
            touched.append(Edit("Event", event.id))
            touched += [Edit("Attendee", one.id) for one in guests]
            touched += [Edit("Person", id) for id in people]
    erasing.compact(ws.database.engine)
    desk_place.forget(ws)
    return replace(change, edits=tuple(touched))


def statistics(guests: Iterable[Attendee]) -> tuple[Statistic, ...]:
    """Heads that were invited, accepted and came, by category, as the report counts them."""
    by_category: dict[str, list[Attendee]] = {}
    for guest in guests:
        by_category.setdefault(guest.category, []).append(guest)
    return tuple(
        Statistic(category, heads(of, is_invited), heads(of, is_expected), heads(of, came))
        for category, of in sorted(by_category.items())
    )


def _over(reader: "Reader", today: date) -> list[tuple[Event, Sequence[Attendee]]]:
    return [
        (event, guests)
        for event in reader.find(Event)
        if event.keep_until is not None
        and event.keep_until < today
        and (guests := reader.find(Attendee, event_id=event.id))
    ]


def _added(old: Sequence[Statistic], new: Sequence[Statistic]) -> tuple[Statistic, ...]:
    """The numbers of two times, together: guests may be added after the first."""
    every = {one.category: one for one in old}
    for one in new:
        there = every.get(one.category, Statistic(one.category))
        every[one.category] = Statistic(
            one.category,
            there.invited + one.invited,
            there.accepted + one.accepted,
            there.attended + one.attended,
        )
    return tuple(every[category] for category in sorted(every))
