"""Rows of a spreadsheet become guests, people and organisations, in one Change."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.domain.attendee import CATEGORIES, Attendee
from desktop.domain.event import Event
from desktop.domain.localized import Localized
from desktop.domain.organisation import Organisation
from desktop.domain.person import Contact, Gender, Office, Person
from desktop.exchange.guest_rows import GuestRow, GuestRows, read
from desktop.language import tags
from desktop.language.folding import fold
from desktop.language.terms import category, category_group

if TYPE_CHECKING:
    from desktop.services.change import Change, Recording
    from desktop.services.workspace import Workspace

__all__ = ["GuestImport", "GuestRow", "GuestRows", "import_guests", "read"]


@dataclass(frozen=True, slots=True)
class GuestImport:
    """What inviting rows changed or, in a rehearsal, would change.

    `invited` counts invitations, `people` those of them who are new in the directory, `known`
    rows of guests who were on the list before.
    """

    change: "Change"
    invited: int
    people: int
    known: int


def import_guests(
    ws: "Workspace",
    event_id: int,
    rows: Sequence[GuestRow],
    language: str,
    *,
    dry_run: bool = False,
    progress: Callable[[int, int], None] | None = None,
) -> GuestImport:
    """Invite the guests of some rows; `dry_run` rehearses it.

    People and organisations that are there already are taken by their names, in whatever script;
    others are added, their texts in `language`. Who is invited already stays as they are.

    Raises:
        NotFound: there is no such event.
    """
    with ws.change("Invite {count} guests") as work:
        work.load(Event, event_id)
        houses = _organisations(work, rows, language)
        people, fresh = _people(work, rows, houses, language)
        if progress is not None:
            progress(1, 2)
        there = {one.person_id for one in work.find(Attendee, event_id=event_id)}
        kinds = _categories()
        wanted = {people[fold(row.name.full)]: row for row in reversed(rows)}
        invited = [
            Attendee(
                event_id=event_id,
                person_id=number,
                category=kinds.get(fold(row.category), row.category) or "guest",
                seat=row.seat,
                notes=row.notes,
            )
            for number, row in reversed(wanted.items())
            if number not in there
        ]
        work.put_all(invited)
        work.fields["count"] = str(len(invited))
        if dry_run:
            work.discard()
    known = len(there.intersection(wanted))
    return GuestImport(work.change, len(invited), fresh, known)


def _organisations(work: "Recording", rows: Sequence[GuestRow], language: str) -> dict[str, int]:
    known = {
        fold(name): one.id
        for one in work.find(Organisation)
        for texts in (one.short_name, one.name)
        for _, name in texts
    }
    wanted = {fold(row.organisation): row.organisation for row in rows if row.organisation}
    new = {key: name for key, name in wanted.items() if key not in known}
    made = work.put_all(
        [Organisation(name=Localized.of({language: name})) for name in new.values()]
    )
    return known | {key: one.id for key, one in zip(new, made, strict=True)}


def _people(
    work: "Recording", rows: Sequence[GuestRow], houses: dict[str, int], language: str
) -> tuple[dict[str, int], int]:
    """Everybody's id by folded name, and how many of them are new."""
    known = {
        fold(name.full): person.id
        for person in reversed(work.find(Person))
        for name in person.names
    }
    wanted = {fold(row.name.full): row for row in reversed(rows)}
    new = {key: row for key, row in reversed(wanted.items()) if key not in known}
    made = work.put_all([_person(row, houses, language) for row in new.values()])
    return known | {key: one.id for key, one in zip(new, made, strict=True)}, len(made)


def _person(row: GuestRow, houses: dict[str, int], language: str) -> Person:
    house = houses.get(fold(row.organisation)) if row.organisation else None
    offices = (Office(Localized.of({language: row.office}), organisation_id=house),)
    return Person(
        names=(row.name,),
        offices=offices if row.office else (),
        organisation_id=house,
        contact=Contact(row.email, row.phone),
    )


def _categories() -> dict[str, str]:
    """The program's categories by what they are called in any of its languages."""
    return {
        fold(word): name
        for name in CATEGORIES
        for tag in tags.LANGUAGES
        for word in (category_group(name, tag), *(category(name, tag, one) for one in Gender))
    }
