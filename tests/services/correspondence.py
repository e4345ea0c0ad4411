"""An event with guests to write to, and how a letter is read."""

from datetime import UTC, date, datetime
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from typing import cast

from desktop.domain.attendee import Attendee, Reply
from desktop.domain.event import Event
from desktop.domain.localized import Localized
from desktop.domain.message import Purpose
from desktop.domain.person import Contact, Gender, Person, PersonName
from desktop.domain.slot import Slot
from desktop.domain.venue import Venue
from desktop.services import attendance, events, people, planning
from desktop.services.workspace import Workspace

INVITATION = Purpose.INVITATION
NAMES = ("Ana", "Berik", "Clara", "Dana", "Eva")


def invited_event(ws: Workspace) -> Event:
    """An event with five guests to invite; the last has no address."""
    events.save_venue(ws, Venue(name=Localized.of(es="Campus", kk="Кампус")))
    title = Localized.of(es="Ciencia & fronteras", kk="Ғылым")
    days = {"first_day": date(2026, 12, 3), "last_day": date(2026, 12, 3)}
    made = Event(slug="uno", title=title, languages=("es", "kk"), venue_id=1, **days)  # type: ignore[arg-type]
    events.create(ws, made)
    start = datetime(2026, 12, 3, 10, tzinfo=UTC)
    planning.save_slot(ws, Slot(event_id=1, title=Localized.of(es="Uno"), start=start))
    for number, name in enumerate(NAMES, 1):
        contact = Contact(f"{name.lower()}@dos.kz" if name != "Eva" else "")
        names = (PersonName("Latn", "García", name),)
        person = Person(names=names, gender=Gender.FEMININE, contact=contact)
        people.save(ws, person)
        attendance.save(ws, Attendee(0, 1, number))
    return events.only_event(ws)


def read(content: bytes) -> EmailMessage:
    return cast("EmailMessage", message_from_bytes(content, policy=default))


def text(made: EmailMessage) -> str:
    body = made.get_body(("plain",))
    assert body is not None
    return body.get_content().replace("\r\n", "\n").replace("\xa0", " ")


def replies(ws: Workspace) -> list[Reply]:
    return [one.reply for one in attendance.attendees(ws, 1)]


def guest(ws: Workspace, number: int) -> Attendee:
    return attendance.attendee(ws, number)
