"""How values look on the command line: a JSON object and a line of cells for each."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from desktop.cli.output import say, say_json
from desktop.domain.event import Event
from desktop.domain.localized import Localized
from desktop.domain.person import Person
from desktop.domain.programme import Programme
from desktop.domain.slot import Slot
from desktop.language import names
from desktop.language.folding import fold
from desktop.language.translation import translator
from desktop.services import attendance, events, people, planning, protocol
from desktop.services.guest_exports import came, status

if TYPE_CHECKING:
    from desktop.domain.change import Change
    from desktop.services.certificates import Confirmation
    from desktop.services.findings import Finding
    from desktop.services.schedule_imports import ImportReport
    from desktop.services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Row:
    """A value as JSON data and as the cells of a line; `words` are what it is searched by."""

    data: Mapping[str, Any]
    cells: tuple[object, ...]
    words: str = ""


def show(rows: Iterable[Row], *, as_json: bool) -> None:
    """Write rows, as one JSON array or a line each."""
    if as_json:
        say_json([row.data for row in rows])
    else:
        for row in rows:
            say(*row.cells)


def rows(ws: "Workspace", what: str, event: Event | None, search: str | None) -> list[Row]:
    """The rows of a list; with `search` those in which every word of it begins some word."""
    every = _LISTS[what](ws, event) if event else _DIRECTORIES[what](ws)
    wanted = fold(search or "").split()
    return [row for row in every if _has(row, wanted)]


def _has(row: Row, wanted: Iterable[str]) -> bool:
    there = f" {fold(row.words)}"
    return all(f" {word}" in there for word in wanted)


def entry(change: "Change") -> Row:
    """A line of the history."""
    at = change.at.isoformat(timespec="seconds") if change.at else ""
    name = change.name.format_map(change.fields)
    data = {
        "id": change.id,
        "at": at,
        "who": change.who,
        "name": name,
        "undoes": change.undoes,
        "redoes": change.redoes,
        "undone": change.undone,
    }
    turned = "undo: " if change.undoes else "redo: " if change.redoes else ""
    return Row(data, (change.id, at, change.who, turned + name, "undone" * change.undone))


def finding(found: "Finding") -> Row:
    """A line of `check`."""
    message = found.text("en")
    data = {
        "severity": found.severity,
        "kind": found.kind,
        "slots": list(found.slots),
        "people": list(found.people),
        "message": message,
        "place": str(found.place),
    }
    return Row(data, (found.severity, found.place, message))


def certificate(found: "Confirmation") -> Mapping[str, Any]:
    """What `verify-certificate` tells as JSON."""
    event, slot = found.event, found.slot
    return {
        "serial": found.certificate.serial,
        "genuine": True,
        "stands": found.stands,
        "person": found.person and _name(found.person, event.languages if event else ()),
        "event": event and event.title.as_dict(),
        "slot": slot and slot.title.as_dict(),
    }


def certificate_lines(found: "Confirmation") -> Iterable[str]:
    """What `verify-certificate` tells in words."""
    event, slot = found.event, found.slot
    tongues = event.languages if event else ()
    yield f"Genuine certificate {found.certificate.serial}"
    yield _name(found.person, tongues) if found.person else "The person was deleted since."
    yield event.title.words(*tongues) if event else "The event was deleted since."
    if found.certificate.slot_id:
        yield (
            slot.title.words(*tongues) if slot else "That part of the programme was deleted since."
        )
    if not found.stands:
        yield "The database does not bear this out now; ask whoever keeps it."


def imported(report: "ImportReport") -> Mapping[str, Any]:
    """What `import` tells as JSON."""
    counts = ("days", "rooms", "slots", "speakers", "added", "updated", "unchanged")
    warnings = [{"place": each.place, "message": each.text} for each in report.warnings]
    return {
        "event": report.event,
        "dry_run": report.dry_run,
        **{name: getattr(report, name) for name in counts},
        "warnings": warnings,
    }


def summary(report: "ImportReport") -> Iterable[str]:
    """What `import` tells in words."""
    yield (
        f"{report.event}: {report.slots} slots on {report.days} days in {report.rooms} rooms, "
        f"{report.speakers} speakers"
    )
    would = "would be " if report.dry_run else ""
    yield (
        f"{report.added} {would}added, {report.updated} {would}updated, "
        f"{report.unchanged} unchanged"
    )
    for detail in report.details if report.dry_run else ():
        changed = ", ".join(detail.changed)
        yield f"{'~' if changed else '+'} {detail.title}{changed and f' ({changed})'}"


def _events(ws: "Workspace") -> Iterable[Row]:
    for event in events.list_events(ws):
        title = event.title.words(*event.languages)
        data = {
            "id": event.id,
            "slug": event.slug,
            "title": event.title.as_dict(),
            "kind": event.kind,
            "languages": list(event.languages),
            "time_zone": event.time_zone,
            "first_day": event.first_day and event.first_day.isoformat(),
            "last_day": event.last_day and event.last_day.isoformat(),
        }
        days = [data["first_day"] or "", data["last_day"] or ""]
        yield Row(data, (event.slug, *days, title), _words(event.title, event.slug))


def _rooms(ws: "Workspace", event: Event) -> Iterable[Row]:
    for room in events.rooms(ws, event.id):
        data = {"id": room.id, "name": room.name.as_dict(), "capacity": room.capacity}
        cells = (room.id, room.name.words(*event.languages), room.capacity or "")
        yield Row(data, cells, _words(room.name))


def _slots(ws: "Workspace", event: Event) -> Iterable[Row]:
    programme = planning.programme(ws, event.id)
    known = {person.id: person for person in people.speakers(ws, event.id)}
    called = {id: _name(person, event.languages) for id, person in known.items()}
    spelt = {id: _spellings(person) for id, person in known.items()}
    for slot in programme.slots:
        yield _slot(programme, slot, called, spelt)


def _slot(
    programme: Programme, slot: Slot, called: Mapping[int, str], spelt: Mapping[int, str]
) -> Row:
    tongues = programme.event.languages
    room, track = programme.room(slot.room_id), programme.track(slot.track_id)
    start = programme.local_start(slot)
    data: dict[str, Any] = {
        "id": slot.id,
        "title": slot.title.as_dict(),
        "kind": slot.kind,
        "start": start and start.isoformat(),
        "minutes": slot.minutes,
        "room": room and room.name.words(*tongues),
        "track": track and track.name.words(*tongues),
        "language": ",".join(slot.floor_languages) or None,
        "speakers": [
            {"id": part.person_id, "name": called[part.person_id], "role": part.role}
            for part in slot.speakers
        ],
        "status": slot.status,
    }
    spoken = ", ".join(called[part.person_id] for part in slot.speakers)
    title = slot.title.words(*tongues)
    cells = (slot.id, _clock(start), slot.minutes, data["room"] or "", title, spoken)
    words = _words(slot.title, *(spelt[part.person_id] for part in slot.speakers))
    return Row(data, cells, words)


def _speakers(ws: "Workspace", event: Event) -> Iterable[Row]:
    slots: dict[int, list[int]] = {}
    for slot in planning.slots(ws, event.id):
        for speaker in slot.speakers:
            slots.setdefault(speaker.person_id, []).append(slot.id)
    for person in people.speakers(ws, event.id):
        row = _person(person, event.languages)
        yield Row({**row.data, "slots": slots[person.id]}, row.cells, row.words)


def _people(ws: "Workspace") -> Iterable[Row]:
    return (_person(person, ()) for person in people.people(ws))


def _person(person: Person, tongues: tuple[str, ...]) -> Row:
    name = _name(person, tongues)
    offices = [office.title.as_dict() for office in person.offices]
    spelt = [
        {
            "tag": name.tag,
            "given": name.given,
            "patronymic": name.patronymic,
            "family": name.family,
        }
        for name in person.names
    ]
    data = {
        "id": person.id,
        "name": name,
        "names": spelt,
        "country": person.country or None,
        "offices": offices,
    }
    first = person.offices[0].title.words(*tongues) if person.offices else ""
    titles = (office.title for office in person.offices)
    return Row(data, (person.id, name, first), _words(*titles, _spellings(person)))


def _attendees(ws: "Workspace", event: Event) -> Iterable[Row]:
    every = attendance.attendees(ws, event.id)
    known = {person.id: person for person in people.people(ws)}
    for attendee in every:
        person = known[attendee.person_id]
        name = _name(person, event.languages)
        moment = came(attendee)
        data = {
            "id": attendee.id,
            "person": attendee.person_id,
            "name": name,
            "category": attendee.category,
            "status": status(attendee),
            "reply": attendee.reply.replace("_", "-"),
            "attended": attendee.attended,
            "seat": attendee.seat or None,
            "ticket": attendee.ticket or None,
            "checked_in": moment and moment.isoformat(timespec="seconds"),
        }
        cells = (attendee.id, name, attendee.category, data["status"])
        yield Row(data, cells, _words(_spellings(person), attendee.category))


def _precedence(ws: "Workspace", event: Event) -> Iterable[Row]:
    words = translator(event.languages[0] if event.languages else "en")
    for rank in protocol.order(ws, event.id):
        name = _name(rank.person, event.languages)
        data = {
            "place": rank.place,
            "person": rank.person.id,
            "attendee": rank.attendee.id or None,
            "name": name,
            "reason": rank.why(words),
            "by_hand": rank.override is not None,
            "seat": rank.attendee.seat or None,
        }
        yield Row(data, (rank.place, name, data["reason"]), _words(_spellings(rank.person)))


def _name(person: Person, tongues: tuple[str, ...]) -> str:
    if not tongues:
        return person.name("").full
    return names.printed_name(person, tongues[0], honorific=False)


def _spellings(person: Person) -> str:
    return " ".join(name.full for name in person.names)


def _words(*texts: Localized | str) -> str:
    every = (text if isinstance(text, str) else " ".join(w for _, w in text) for text in texts)
    return " ".join(every)


def _clock(start: datetime | None) -> str:
    return f"{start:%Y-%m-%d %H:%M}" if start else ""


_DIRECTORIES: dict[str, Callable[["Workspace"], Iterable[Row]]] = {
    "events": _events,
    "people": _people,
}
_LISTS: dict[str, Callable[["Workspace", Event], Iterable[Row]]] = {
    "rooms": _rooms,
    "slots": _slots,
    "speakers": _speakers,
    "attendees": _attendees,
    "precedence": _precedence,
}
