"""One field that finds everything, as one types."""

from dataclasses import dataclass
from typing import Any

from desktop.domain.event import Event
from desktop.domain.organisation import Organisation
from desktop.domain.person import Person
from desktop.domain.slot import Slot
from desktop.services.labels import label
from desktop.services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Hit:
    """Something that was found: the name of its class, its id, two lines to show."""

    kind: str
    id: int
    title: str
    subtitle: str = ""


def search(ws: Workspace, text: str, event_id: int | None = None, limit: int = 50) -> list[Hit]:
    """Slots (of one event, if it is given), people, organisations and events, by their words.

    A word is found by its beginning, in any order, without accents, in Latin or Cyrillic letters.
    """
    place = {} if event_id is None else {"event_id": event_id}
    with ws.read() as reader:
        found: list[Any] = [
            *reader.search(Person, text, limit=limit),
            *reader.search(Slot, text, limit=limit, **place),
            *reader.search(Organisation, text, limit=limit),
            *reader.search(Event, text, limit=limit),
        ]
    return [Hit(type(one).__name__, one.id, label(one), _subtitle(one)) for one in found[:limit]]


def _subtitle(value: Any) -> str:
    if isinstance(value, Person):
        return label(value.offices[0]) if value.offices else ""
    if isinstance(value, Slot | Event):
        found = value.subtitle.find("")
        return found.text if found else ""
    return ""
