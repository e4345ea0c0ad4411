"""What the saved databases in tests/data hold: something of every class.

`python -m tests.storage.saved` makes the database of today's schema, once, when that is released.
"""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from desktop.domain.attendee import Attendee, CheckIn, Reply
from desktop.domain.coverage import InstitutionalContact, PhotoCredit, PressItem, Quotation
from desktop.domain.erasure import Erasure
from desktop.domain.event import Capacity, ChecklistItem, DoorList, Event, Organiser, Signatory
from desktop.domain.localized import Localized
from desktop.domain.message import Channel, Delivery, Letter, Message, Purpose
from desktop.domain.organisation import Organisation, OrganisationKind, Picture
from desktop.domain.person import (
    Accreditation,
    Consent,
    ConsentPurpose,
    ConsentState,
    Contact,
    MissionClass,
    Office,
    Person,
    PersonName,
)
from desktop.domain.precedence import Override
from desktop.domain.release import ProgrammeRelease
from desktop.domain.seating import Apart, Interpreter, Seat, Seating, Table
from desktop.domain.slot import DataPoint, DataSet, Interpretation, Slot, SlotKind
from desktop.domain.speaker import Speaker, SpeakerRole
from desktop.domain.venue import Room, Track, Venue
from desktop.services.workspace import Workspace
from desktop.storage.header import SCHEMA

DATA = Path(__file__).parents[1] / "data"
NOON = datetime(2026, 5, 14, 12, tzinfo=UTC)

_title = Localized.of(es="Ciencia en común", kk="Ортақ ғылым")
_slot = Slot(
    id=1,
    event_id=1,
    kind=SlotKind.PRESENTATION,
    title=_title,
    start=NOON,
    room_id=1,
    track_id=1,
    floor_languages=("es",),
    interpretation=(Interpretation("kk", channel=2),),
    speakers=(Speaker(1, SpeakerRole.LECTURER, Localized.of(es="Datos"), office=0),),
    data_set=DataSet(_title, (DataPoint(Localized.of(und="2015"), 40.5),), illustrative=True),
)
VALUES: tuple[Any, ...] = (
    Picture(1, b"\x89PNG", "image/png", 1, 1, Localized.of(es="Escudo")),
    Venue(1, Localized.of(es="Casa"), city=Localized.of(kk="Астана"), country="KZ"),
    Organisation(1, Localized.of(es="Embajada"), kind=OrganisationKind.EMBASSY, logo_id=1),
    Person(
        1,
        (PersonName("Latn", "Ruiz", "Ana"), PersonName("Cyrl", "Руис", "Ана", "Ивановна")),
        honorific=Localized.of(es="Excma. Sra. D.ª"),
        offices=(Office(_title, organisation_id=1, mission_class=MissionClass.AMBASSADOR),),
        accreditations=(Accreditation("KZ", NOON),),
        organisation_id=1,
        languages=("es", "ru"),
        contact=Contact("ana@example.org"),
        photo_id=1,
        consents=(Consent(ConsentPurpose.PHOTOGRAPH, ConsentState.GIVEN, "Sí", NOON),),
    ),
    Event(
        1,
        "ciencia",
        _title,
        languages=("es", "kk"),
        time_zone="Asia/Almaty",
        first_day=date(2026, 5, 14),
        venue_id=1,
        organisers=(Organiser(1),),
        signatories=(Signatory(1, 0, 1),),
        checklist=(ChecklistItem(_title, date(2026, 5, 1), done=True),),
        president_id=1,
        overrides=(Override(1, 1, "Anfitriona"),),
        capacities=(Capacity("", 40),),
        doors=(DoorList("lunch", _title, day=date(2026, 5, 14)),),
        letters=(Letter(Purpose.INVITATION, _title, _title),),
        keep_until=date(2027, 5, 14),
    ),
    Room(1, 1, 1, Localized.of(es="Aula"), 40),
    Track(1, 1, Localized.of(es="IA"), "#17365D"),
    _slot,
    Attendee(
        1,
        1,
        1,
        reply=Reply.ACCEPTED,
        tags=("coro",),
        badge_printed=NOON,
        replied_at=NOON,
        former_tickets=("0ZY",),
        messages=(
            Message(
                Purpose.INVITATION,
                NOON,
                Channel.SMTP,
                "ana@example.org",
                Delivery.REFUSED,
                "550 Unknown",
            ),
        ),
        check_ins=(CheckIn(NOON, "1"), CheckIn(NOON, "2", "lunch")),
    ),
    Seating(
        1,
        1,
        _title,
        (Table(_title),),
        (Seat(1, 0, 1),),
        (Apart(1, 1),),
        (Interpreter(1, 1),),
        (1,),
    ),
    Erasure(1, 77, NOON),
    ProgrammeRelease(1, 1, 1, "1", NOON, _title, (_slot,)),
    PressItem(1, 1, _title, _title, date(2026, 5, 15), "kk", "https://example.org", 1),
    Quotation(1, 1, 1, 1, _title, "es"),
    PhotoCredit(1, 1, 1, _title, _title),
    InstitutionalContact(1, 1, date(2026, 4, 1), _title, (1,)),
)


def fill(ws: Workspace) -> None:
    """Write everything in one Change, then one more that is undone."""
    from desktop.services import events, history

    with ws.change("Prepare") as work:
        for value in VALUES:
            work.put(_new(value))
    events.save_venue(ws, Venue(country="ES"))
    history.undo(ws)


def _new(value: Any) -> Any:
    from dataclasses import replace

    return replace(value, id=0)


if __name__ == "__main__":
    with Workspace.open(DATA / f"schema-{SCHEMA}.db", create=True, who="Ana") as workspace:
        fill(workspace)
