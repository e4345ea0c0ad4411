"""Preflight: what a document would get wrong if it were printed now."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from desktop.domain import clashes
from desktop.domain.clashes import Clash
from desktop.domain.person import ConsentPurpose, ConsentState, Person
from desktop.domain.programme import time_zone
from desktop.domain.severity import ClashKind, Severity
from desktop.domain.slot import SlotStatus
from desktop.language.translation import msgid
from desktop.services import publishing, seating_board, wording
from desktop.services.findings import Fact, Finding, Place
from desktop.services.workspace import Workspace

if TYPE_CHECKING:
    from desktop.documents.dossier import Dossier

_CLASHES: Mapping[ClashKind, str] = {
    ClashKind.NO_LENGTH: msgid("“{one}” has no length ({minutes} min)"),
    ClashKind.ROOM_TWICE: msgid("{room} is used twice, {start}: “{one}”, “{other}”"),
    ClashKind.SPEAKER_TWICE: msgid("{person} is in two places, {start}: “{one}”, “{other}”"),
    ClashKind.ROOM_CHANGE: msgid(
        "{person} has {left} min, not {needed}, to change rooms: “{one}”, “{other}”"
    ),
    ClashKind.BREAK_OVERLAP: msgid("Something goes on during a break: “{one}”, “{other}”"),
    ClashKind.ROOM_TOO_SMALL: msgid(
        "{room} is too small for “{one}”: seats {seats}, expected {expected}"
    ),
    ClashKind.OUTSIDE_EVENT: msgid("“{one}” is not on a day of the event: {start}"),
    ClashKind.UNSCHEDULED: msgid("“{one}” has no time yet"),
    ClashKind.NO_ROOM: msgid("“{one}” has no room yet"),
    ClashKind.UNCONFIRMED_SPEAKER: msgid("{person} has not confirmed “{one}”"),
}
_REFUSED = frozenset({ConsentState.REFUSED, ConsentState.WITHDRAWN})


def check(ws: Workspace, event_id: int, languages: Sequence[str]) -> list[Finding]:
    """What an event's documents in these languages (BCP 47) would get wrong, the worst first.

    Raises:
        NotFound: there is no such event.
    """
    return findings(publishing.dossier(ws, event_id, with_pictures=False), languages)


def findings(dossier: "Dossier", languages: Sequence[str]) -> list[Finding]:
    """The same for what was read already."""
    found = [
        *(_clash(clash, dossier) for clash in clashes.find(dossier.programme)),
        *_gaps(dossier),
        *_consents(dossier),
        *seating_board.findings(dossier),
    ]
    found += wording.findings(dossier, languages)
    return worst_first(found)


def worst_first(found: Iterable[Finding]) -> list[Finding]:
    """Findings by how bad they are."""
    order = list(Severity)
    return sorted(found, key=lambda finding: order.index(finding.severity))


def _clash(clash: Clash, dossier: "Dossier") -> Finding:
    slots = {slot.id: slot for slot in dossier.slots}
    one, *others = (slots[id] for id in clash.slot_ids)
    room = dossier.programme.room(clash.room_id)
    facts: dict[str, Fact] = {
        "one": one.title,
        "other": others[0].title if others else None,
        "room": room and room.name,
        "person": dossier.people.get(clash.person_ids[0]) if clash.person_ids else None,
        "start": clash.start and clash.start.astimezone(time_zone(dossier.event)),
        **clash.fields,
    }
    return Finding(
        clash.severity,
        clash.kind,
        _CLASHES[clash.kind],
        Place("slot", one.id),
        facts,
        clash.slot_ids,
        clash.person_ids,
    )


def _gaps(dossier: "Dossier") -> Iterator[Finding]:
    """What is not there yet: slots, titles, logos."""
    event = dossier.event
    place = Place("event", event.id)
    if not dossier.slots:
        yield Finding(Severity.WARN, "empty", msgid("The programme has no slots yet"), place)
    for slot in dossier.slots:
        facts: dict[str, Fact] = {"one": slot.title, "id": slot.id}
        here = Place("slot", slot.id)
        if not slot.title:
            message = msgid("Slot {id} has no title")
            yield Finding(Severity.WARN, "no_title", message, here, facts, (slot.id,))
        if slot.status is SlotStatus.DRAFT:
            message = msgid("“{one}” is still a draft")
            yield Finding(Severity.NOTE, "draft", message, here, facts, (slot.id,))
    for organiser in event.organisers:
        organisation = dossier.organisations.get(organiser.organisation_id)
        if organisation and organisation.logo_id is None:
            message = msgid("{organisation} has no logo")
            facts = {"organisation": organisation.name}
            here = Place("organisation", organisation.id)
            yield Finding(Severity.NOTE, "no_logo", message, here, facts)


def _consents(dossier: "Dossier") -> Iterator[Finding]:
    """Photographs and quotations that their persons did not allow."""
    for person in wording.speakers(dossier):
        if person.photo_id is not None:
            yield from _consent(
                person,
                ConsentPurpose.PHOTOGRAPH,
                msgid("{person} does not want the photograph printed"),
                msgid("{person} was not asked whether the photograph may be printed"),
            )
    for quotation in dossier.quotations:
        person = dossier.people.get(quotation.person_id or 0)
        if person:
            yield from _consent(
                person,
                ConsentPurpose.QUOTATION,
                msgid("{person} does not want to be quoted"),
                msgid("{person} was not asked about being quoted"),
            )


def _consent(
    person: Person, purpose: ConsentPurpose, refused: str, unknown: str
) -> Iterator[Finding]:
    state = person.consent(purpose)
    if state is not ConsentState.GIVEN:
        severity, message = Severity.WARN, unknown
        if state in _REFUSED:
            severity, message = Severity.BLOCK, refused
        place = Place("person", person.id)
        yield Finding(
            severity, f"consent_{purpose}", message, place, {"person": person}, (), (person.id,)
        )
