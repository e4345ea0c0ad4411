"""The list of guests for other programs: a spreadsheet that `guest_imports` reads again."""

from collections.abc import Collection, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.domain.attendee import Attendee, Direction, Reply
from desktop.domain.errors import BadInput
from desktop.domain.organisation import Organisation
from desktop.domain.person import Person
from desktop.exchange import table_writer
from desktop.language import tags
from desktop.services import files

if TYPE_CHECKING:
    from datetime import datetime

    from desktop.domain.event import Event
    from desktop.services.workspace import Workspace

ATTENDED = "attended"
STATUSES = (*(reply.replace("_", "-") for reply in Reply), ATTENDED)
"""How far a guest is, as it is asked for and told: `to-invite` to `cancelled`, and `attended`."""

HEADINGS = (
    *("Family name", "Given name", "Patronymic", "Honorific", "Office", "Organisation"),
    *("Category", "Status", "E-mail", "Phone", "Country", "Language", "Seat", "Companions"),
    *("Ticket", "Checked in", "Tags", "Notes", "Street", "Postal code", "City", "Region"),
)


def status(guest: Attendee) -> str:
    """How far a guest is: the reply, or that the guest came."""
    return ATTENDED if guest.attended else guest.reply.replace("_", "-")


def came(guest: Attendee) -> "datetime | None":
    """When a guest first came in (UTC)."""
    ways_in = (one.at for one in guest.check_ins if one.direction is Direction.IN)
    return min(ways_in, default=None)


def export(
    ws: "Workspace",
    event: "Event",
    target: Path,
    *,
    statuses: Collection[str] = (),
    categories: Collection[str] = (),
) -> int:
    """Write the guests of an event into a CSV or XLSX file, by its name; how many there are.

    Without `statuses` or `categories`, those of all. Dietary and access needs are never written.

    Raises:
        BadInput: the name says neither.
    """
    kind = target.suffix.lower()
    if kind not in (".csv", ".xlsx"):
        raise BadInput("Name a file that ends with .csv or .xlsx.", place=target.name)
    rows = list(_rows(ws, event, statuses, categories))
    if kind == ".csv":
        content = table_writer.csv_bytes(rows)
    else:
        content = table_writer.xlsx_bytes(rows, event.slug or "guests")
    files.write(target, content)
    return len(rows) - 1


def _rows(
    ws: "Workspace", event: "Event", statuses: Collection[str], categories: Collection[str]
) -> Iterator[tuple[str, ...]]:
    yield HEADINGS
    with ws.read() as reader:
        guests = [
            one
            for one in reader.find(Attendee, event_id=event.id)
            if (not statuses or status(one) in statuses)
            and (not categories or one.category in categories)
        ]
        people = reader.by_id(Person, (one.person_id for one in guests))
        houses = {one.id: one for one in reader.find(Organisation)}
    for guest in guests:
        person = people[guest.person_id]
        yield _row(guest, person, houses.get(person.organisation_id or 0), event.languages)


def _row(
    guest: Attendee, person: Person, house: Organisation | None, languages: tuple[str, ...]
) -> tuple[str, ...]:
    first = languages[0] if languages else "en"
    name, contact = person.name(first, tags.script_of(first)), person.contact
    office = person.offices[0].title.words(*languages) if person.offices else ""
    honorific = person.honorific.within(first)
    moment = came(guest)
    return (
        *(name.family, name.given, name.patronymic, honorific, office),
        house.name.words(*languages) if house else "",
        *(guest.category, status(guest), contact.email, contact.phone, person.country),
        *(", ".join(person.languages), guest.seat, str(guest.party or "")),
        *(guest.ticket, moment.isoformat(timespec="seconds") if moment else ""),
        *(", ".join(guest.tags), guest.notes, contact.address.street),
        *(contact.address.postal_code, contact.address.city, contact.address.region),
    )
