"""One document by Estrado: `ours.py KIND CONTENT.json OUT.pdf`, a process of its own.

The kind "nothing" gathers guests and prints none.
"""

import json
import sys
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from desktop.documents.dossier import Dossier
from desktop.documents.kinds import kind
from desktop.documents.request import Request, silent
from desktop.domain.attendee import Attendee, CheckIn, Reply
from desktop.domain.event import Event
from desktop.domain.localized import Localized
from desktop.domain.organisation import Organisation
from desktop.domain.person import Office, Person, PersonName
from desktop.domain.programme import Programme
from desktop.domain.slot import Slot
from desktop.domain.speaker import Speaker

FIRST = datetime(2026, 3, 2, 4, tzinfo=UTC)
ENTERED = (CheckIn(FIRST),)
EVENT = Event(
    id=1,
    title=Localized.of(es="Congreso de prueba", kk="Сынақ конгресі"),
    languages=("es", "kk"),
    time_zone="Asia/Almaty",
    first_day=date(2026, 3, 2),
)


def _speaker(number: int, data: dict[str, Any]) -> Person:
    name = PersonName("Latn", data["family"], data["given"])
    return Person(id=number, names=(name,), offices=(Office(Localized.of(und=data["house"])),))


def _programme(content: Iterable[dict[str, Any]]) -> Dossier:
    people: dict[int, Person] = {}
    slots: list[Slot] = []
    for n, data in enumerate(content):
        pair = range(2 * n + 1, 2 * n + 3)
        people |= {k: _speaker(k, who) for k, who in zip(pair, data["speakers"], strict=True)}
        slots.append(
            Slot(
                id=n + 1,
                event_id=1,
                title=Localized.of(data["title"]),
                abstract=Localized.of(data["abstract"]),
                start=FIRST + timedelta(days=data["day"], minutes=data["minute"]),
                minutes=20,
                speakers=tuple(Speaker(k) for k in pair),
            )
        )
    return Dossier(Programme(EVENT, tuple(slots), (), ()), people=people)


def _guests(content: Iterable[dict[str, Any]]) -> Dossier:
    houses: dict[str, Organisation] = {}
    people: dict[int, Person] = {}
    attendees: list[Attendee] = []
    for n, data in enumerate(content, 1):
        name = data["house"]
        if name not in houses:
            houses[name] = Organisation(id=len(houses) + 1, name=Localized.of(und=name))
        people[n] = Person(
            id=n,
            names=(PersonName("Latn", data["family"], data["given"]),),
            organisation_id=houses[name].id,
        )
        attendees.append(
            Attendee(
                id=n,
                event_id=1,
                person_id=n,
                category=data["category"],
                reply=Reply.ACCEPTED,
                ticket=data["ticket"],
                check_ins=ENTERED,
            )
        )
    return Dossier(
        Programme(EVENT, (), (), ()),
        people=people,
        organisations={house.id: house for house in houses.values()},
        attendees=tuple(attendees),
    )


def _rows(content: Path) -> Iterator[dict[str, Any]]:
    """The rows of an array, each of which stands on a line of its own."""
    with content.open(encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("{"):
                yield json.loads(line.rstrip(",\n"))


def main(key: str, content: str, target: str) -> None:
    """Print the content of a file as a document of one kind."""
    rows = _rows(Path(content))
    dossier = _programme(rows) if key == "programme" else _guests(rows)
    if key == "nothing":
        return
    Path(target).write_bytes(kind(key).make(dossier, Request(("es", "kk")), silent))


if __name__ == "__main__":
    main(*sys.argv[1:])
