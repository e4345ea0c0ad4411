"""One document by Estrado: `ours.py KIND CONTENT.json OUT.pdf`, a process of its own."""

import json
import sys
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


def _programme(content: list[dict[str, Any]]) -> Dossier:
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


def _guests(content: list[dict[str, Any]]) -> Dossier:
    names = sorted({data["house"] for data in content})
    houses = {
        n: Organisation(id=n, name=Localized.of(und=name)) for n, name in enumerate(names, 1)
    }
    people = {
        n: Person(
            id=n,
            names=(PersonName("Latn", data["family"], data["given"]),),
            organisation_id=names.index(data["house"]) + 1,
        )
        for n, data in enumerate(content, 1)
    }
    attendees = tuple(
        Attendee(
            id=n,
            event_id=1,
            person_id=n,
            category=data["category"],
            reply=Reply.ACCEPTED,
            ticket=data["ticket"],
            check_ins=(CheckIn(FIRST),),
        )
        for n, data in enumerate(content, 1)
    )
    return Dossier(
        Programme(EVENT, (), (), ()), people=people, organisations=houses, attendees=attendees
    )


def main(key: str, content: str, target: str) -> None:
    """Print the content of a file as a document of one kind."""
    data = json.loads(Path(content).read_bytes())
    dossier = _programme(data) if key == "programme" else _guests(data)
    Path(target).write_bytes(kind(key).make(dossier, Request(("es", "kk")), silent))


if __name__ == "__main__":
    main(*sys.argv[1:])
