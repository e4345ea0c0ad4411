"""Schedules of conferences: into the database, and again whenever a new version is published."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from desktop.domain.errors import BadInput
from desktop.domain.event import Event
from desktop.domain.localized import Localized
from desktop.domain.person import Person
from desktop.domain.slot import Slot
from desktop.domain.venue import Room, Track, Venue
from desktop.exchange.schedule_draft import Notice, Notices, Schedule
from desktop.services import schedule_merging as merging
from desktop.services.labels import label

if TYPE_CHECKING:
    from desktop.services.change import Change, Recording
    from desktop.services.workspace import Workspace

Progress = Callable[[int, int], None]
_Place = TypeVar("_Place", Room, Track)
_T = TypeVar("_T", Event, Room, Track, Person, Slot)

_STEPS = 5
_BATCH = 10_000


@dataclass(frozen=True, slots=True)
class Detail:
    """A slot that is new (`changed` is empty) or different, and the fields in which it is."""

    title: str
    changed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What a schedule holds, and what importing it changed or, in a rehearsal, would change.

    `days`, `rooms`, `slots` and `speakers` count what is in the file; `added`, `updated` and
    `unchanged` tell how its slots compare with what was there, `details` which ones and how.
    `change.edits` has everything that is different. `event` is the event's short name.
    """

    event: str
    days: int
    rooms: int
    slots: int
    speakers: int
    added: int
    updated: int
    unchanged: int
    details: tuple[Detail, ...]
    warnings: tuple[Notice, ...]
    change: "Change"
    dry_run: bool = False


def read_schedule(path: Path, progress: Progress | None = None) -> Schedule:
    """Read a schedule, XML or JSON, in a process of its own.

    Raises:
        BadInput: it cannot be read; `place` names the line or path.
    """
    from desktop.exchange import sandbox

    return sandbox.read_file(path, progress)


def import_schedule(
    ws: "Workspace",
    schedule: Schedule,
    event_slug: str | None = None,
    *,
    dry_run: bool = False,
    progress: Progress | None = None,
) -> ImportReport:
    """Bring a schedule into the database, in one Change; `dry_run` rehearses it.

    A schedule that was imported before updates what it brought in then: slots, rooms and persons
    are known by the file's identifiers. `event_slug` names the event that it goes into, a new one
    where there is none of that name; without it, it is the event that came from this schedule.

    Raises:
        BadInput: an event has the schedule's short name, but did not come from it.
    """
    with ws.change("Import {event}") as work:
        importing = _Import(work, schedule, event_slug, progress)
        work.fields["event"] = label(importing.event)
        importing.run()
        if dry_run:
            work.discard()
    return importing.report(work.change, dry_run=dry_run)


class _Import:
    """One import on its way through a transaction."""

    def __init__(
        self,
        work: "Recording",
        schedule: Schedule,
        event_slug: str | None,
        progress: Progress | None,
    ) -> None:
        self._work = work
        self._progress = progress
        self._steps = 0
        self._warnings = Notices(schedule.notices)
        self._details: list[Detail] = []
        there = _event_there(work.find(Event), schedule, event_slug)
        self._schedule = self._settled(schedule, there)
        self.event = self._put_event(there, event_slug)

    def run(self) -> None:
        rooms = self._put_places(Room, self._schedule.rooms, merging.room)
        tracks = self._put_places(Track, self._schedule.tracks, merging.track)
        persons = self._put_persons()
        there = self._work.find(Slot, event_id=self.event.id)
        parts = {speaker.person_id for slot in there for speaker in slot.speakers}
        speakers = self._work.by_id(Person, parts)
        from_files = frozenset(id for id, person in speakers.items() if person.source)
        self._put_slots(there, merging.Ids(rooms, tracks, persons, from_files))

    def report(self, change: "Change", *, dry_run: bool) -> ImportReport:
        schedule, details = self._schedule, self._details
        added = sum(not detail.changed for detail in details)
        return ImportReport(
            event=self.event.slug,
            days=schedule.days,
            rooms=len(schedule.rooms),
            slots=len(schedule.talks),
            speakers=len(schedule.persons),
            added=added,
            updated=len(details) - added,
            unchanged=len(schedule.talks) - len(details),
            details=tuple(details),
            warnings=tuple(self._warnings),
            change=change,
            dry_run=dry_run,
        )

    def _settled(self, schedule: Schedule, there: Event | None) -> Schedule:
        """The schedule in a time zone and a language: the file's, the event's, or a guess."""
        zone = schedule.event.time_zone or (there.time_zone if there else "")
        if not zone:
            zone = schedule.guessed_zone() or "UTC"
            self._warnings.note(
                schedule.place,
                "The file names no time zone; its times are taken as those of {zone}. Where that "
                "is wrong, set the event's time zone and import the file again.",
                zone=zone,
            )
        language = (there or schedule.event).languages[:1]
        if not language:
            self._warnings.note(
                schedule.place, "The file names no language; its texts are taken as English (en)."
            )
        return schedule.settled(zone, language[0] if language else "en")

    def _put_event(self, there: Event | None, slug: str | None) -> Event:
        told = self._schedule.event
        if there is None:
            event = replace(told, slug=slug or told.slug)
        else:
            event = replace(
                there,
                title=there.title.completed(told.title),
                subtitle=there.subtitle.completed(told.subtitle),
                first_day=told.first_day or there.first_day,
                last_day=told.last_day or there.last_day,
                source=there.source or told.source,
            )
        if event.venue_id is None and self._schedule.venue:
            event = replace(event, venue_id=self._put_venue(self._schedule.venue))
        return self._put([event])[0]

    def _put_venue(self, told: Venue) -> int:
        """The id of the venue of that name and city, a new one where there is none."""
        same = (
            venue
            for venue in self._work.find(Venue)
            if _meets(venue.name, told.name) and _meets(venue.city, told.city)
        )
        return (next(same, None) or self._work.put(told)).id

    def _put_places(
        self,
        kind: type[_Place],
        told: Sequence[_Place],
        merge: Callable[[_Place | None, _Place], _Place],
    ) -> Mapping[str, int]:
        """Rooms or tracks; one that the organiser made is the file's where it has its name."""
        there = self._work.find(kind, event_id=self.event.id)
        by_source = {place.source: place for place in there if place.source}
        by_name = {
            words.casefold(): place
            for place in there
            if not place.source
            for _, words in place.name
        }
        values: list[_Place] = []
        for place in told:
            names = (by_name.pop(words.casefold(), None) for _, words in place.name)
            known = by_source.get(place.source) or next(filter(None, names), None)
            merged = merge(known, place)
            if known is None:
                position = len(there) + place.position
                merged = replace(merged, event_id=self.event.id, position=position)
            values.append(merged)
        return _ids(told, self._put(values))

    def _put_persons(self) -> Mapping[str, int]:
        from desktop.storage.references import merged_persons

        told = self._schedule.persons
        sources = [person.source for person in told]
        known: dict[str, Person] = {}
        for start in range(0, len(sources), _BATCH):
            for person in self._work.find(Person, source=sources[start : start + _BATCH]):
                known[person.source] = person
        merged = {
            source: one for one in merged_persons(self._work) for source in one.former_sources
        }
        values = [
            merged.get(person.source) or merging.person(known.get(person.source), person)
            for person in told
        ]
        return _ids(told, self._put(values))

    def _put_slots(self, there: Sequence[Slot], ids: merging.Ids) -> None:
        known = {slot.source: slot for slot in there if slot.source}
        values: list[Slot] = []
        for position, talk in enumerate(self._schedule.talks):
            before = known.pop(talk.key, None)
            slot = merging.slot(before, talk, ids)
            if before is None:
                slot = replace(slot, event_id=self.event.id, position=position)
            if slot != before:
                self._details.append(Detail(label(slot), _changed(before, slot)))
            values.append(slot)
        self._put(values)
        for source, slot in known.items():
            if source.startswith(f"{self._schedule.scope}:"):
                self._warnings.note(
                    self._schedule.place,
                    "“{slot}” is no longer in the file; it stays as it is.",
                    slot=label(slot),
                )

    def _put(self, values: list[_T]) -> list[_T]:
        stored = self._work.put_all(values) if values else []
        self._steps += 1
        if self._progress is not None:
            self._progress(self._steps, _STEPS)
        return stored


def _event_there(events: Iterable[Event], schedule: Schedule, slug: str | None) -> Event | None:
    if slug:
        return next((event for event in events if event.slug == slug), None)
    for event in events:
        if event.source == schedule.scope:
            return event
        if event.slug == schedule.scope:
            raise BadInput(
                "There is an event {slug} that did not come from this schedule. Import into it "
                "by naming it (--event {slug}), or name a new one.",
                slug=event.slug,
            )
    return None


def _meets(one: Localized, other: Localized) -> bool:
    """Whether two names are the same in some language, or both empty."""
    words = {text.casefold() for _, text in one}
    return not (one or other) or any(text.casefold() in words for _, text in other)


def _ids(told: Iterable[_T], stored: Iterable[_T]) -> Mapping[str, int]:
    return {one.source: two.id for one, two in zip(told, stored, strict=True)}


def _changed(before: Slot | None, after: Slot) -> tuple[str, ...]:
    if before is None:
        return ()
    names = (field.name for field in fields(Slot) if field.compare)
    return tuple(name for name in names if getattr(before, name) != getattr(after, name))
