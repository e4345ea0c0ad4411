"""Who sits where on paper: a seating of the event, else one proposed out of precedence."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import ceil

from desktop.documents.dossier import Dossier
from desktop.documents.guests import Guest, by_family_name, chosen, guests
from desktop.documents.options import meant
from desktop.documents.ranking import by_precedence, presiding
from desktop.documents.request import Request
from desktop.domain.attendee import Attendee
from desktop.domain.errors import CannotPrint
from desktop.domain.localized import Localized
from desktop.domain.places import labels
from desktop.domain.placing import Sitter, suggest
from desktop.domain.seating import Seat, Seating, Shape, Table

HOST = "H"
"""What stands for whoever presides; the others have numbers."""


@dataclass(frozen=True, slots=True)
class Place:
    """Somebody's number in the order of precedence, or H; the guest; the label of the seat."""

    number: str
    guest: Guest
    seat: str = ""

    @property
    def hosts(self) -> bool:
        """Whether they preside."""
        return self.number == HOST


@dataclass(frozen=True, slots=True)
class Plan:
    """A seating with the places by invitation; `listed` are all, in the order of the list.

    One that is `proposed` is not stored: its seats have no labels yet but those of rows.
    """

    seating: Seating
    places: Mapping[int, Place]
    listed: tuple[Place, ...]
    proposed: bool

    def at(self, table: int, place: int, *, behind: bool = False) -> Place | None:
        """Who sits at a place."""
        return self.places.get(self.seating.sitter(table, place, behind=behind) or 0)


def plan(dossier: Dossier, request: Request) -> Plan:
    """The seating that a request names, else the event's first; else a proposal.

    Raises:
        CannotPrint: nobody is there to be seated, or there is no such seating.
    """
    seating = named(dossier, request.options["seating"])
    if seating is None or not seating.seats:
        return _proposed(dossier, request, seating or Seating())
    seated = {seat.attendee_id for seat in seating.seats}
    present = guests(dossier, lambda one: one.id in seated)
    waiting = [one for one in chosen(dossier, request) if one.attendee.id not in seated]
    places = _numbered(dossier, request, [*present, *waiting])
    known = labels(seating)
    found = {id: replace(one, seat=known.get(id, "")) for id, one in places.items()}
    return Plan(seating, found, _listed(request, found.values()), proposed=False)


def named(dossier: Dossier, text: str) -> Seating | None:
    """The seating of whose title a text is part; the event's first where it is empty.

    Raises:
        CannotPrint: there is none of that title; the message names those that there are.
    """
    found = meant(dossier.seatings, lambda one: [title for _, title in one.title], text)
    if found or not text:
        return found[0] if found else None
    titles = [title for one in dossier.seatings for _, title in [*one.title][:1]]
    raise CannotPrint(
        "There is no seating called “{text}”. Choose one of {seatings}.",
        text=text,
        seatings=", ".join(titles) or "—",
    )


def in_seats(dossier: Dossier, request: Request, present: Sequence[Guest]) -> list[Guest]:
    """Guests with the seats that they have in the seating a request names, in the order it asks.

    Whoever has none there keeps what the invitation says, and comes last where seats decide.

    Raises:
        CannotPrint: there is no such seating.
    """
    seating = named(dossier, request.options["seating"])
    seats = {seat.attendee_id: seat for seat in seating.seats} if seating else {}
    known = labels(seating) if seating else {}
    order = request.options["order"]
    ranked = present if order == "alphabet" else by_precedence(dossier, request, present)
    if order == "seat":
        ranked = sorted(ranked, key=lambda guest: _by_seat(seats.get(guest.attendee.id)))
    return [
        replace(one, attendee=replace(one.attendee, seat=known[one.attendee.id]))
        if one.attendee.id in known
        else one
        for one in ranked
    ]


def _by_seat(seat: Seat | None) -> tuple[bool, int, int, bool]:
    return (False, seat.table, seat.place, seat.behind) if seat else (True, 0, 0, False)


def _proposed(dossier: Dossier, request: Request, seating: Seating) -> Plan:
    """Everybody by precedence at the tables of a seating; at a head table and in rows without."""
    places = _numbered(dossier, request, chosen(dossier, request), with_president=True)
    if not places:
        raise CannotPrint("There is nobody to seat: nobody is chosen.")
    tables = seating.tables or _tables(request, len(places))
    sitters = [Sitter(id, presides=place.hosts) for id, place in places.items()]
    seating = suggest(replace(seating, tables=tables), sitters)
    return Plan(seating, places, _listed(request, places.values()), proposed=True)


def _tables(request: Request, count: int) -> tuple[Table, ...]:
    """A head table and rows for so many guests."""
    at_table = _number(request.options["table"], 7, 25)
    in_row = _number(request.options["row"], 10, 20)
    rows = ceil(max(0, count - at_table) / in_row)
    head = Table(Localized(), Shape.HEAD, min(at_table, count))
    return (head, Table(Localized(), Shape.ROWS, rows * in_row, rows)) if rows else (head,)


def _numbered(
    dossier: Dossier, request: Request, present: Sequence[Guest], *, with_president: bool = False
) -> dict[int, Place]:
    """The guests with their numbers by invitation; who is not invited has a negative one.

    The first is H where nobody presides and one has to be there.
    """
    ranked = by_precedence(dossier, request, present)
    person = presiding(dossier)
    host = next((guest for guest in ranked if person and guest.person.id == person.id), None)
    if with_president and ranked and host is None:
        added = (
            Guest(person, Attendee(person_id=person.id, category="speaker")) if person else None
        )
        host = added or ranked[0]
    others = [guest for guest in ranked if guest is not host]
    found = {_id(host): Place(HOST, host)} if host else {}
    for number, guest in enumerate(others, 1):
        found[_id(guest)] = Place(str(number), guest)
    return found


def _id(guest: Guest) -> int:
    return guest.attendee.id or -guest.person.id


def _listed(request: Request, places: Iterable[Place]) -> tuple[Place, ...]:
    every = list(places)
    if request.options["order"] == "precedence":
        return tuple(every)
    by_guest = {_id(one.guest): one for one in every}
    alphabet = by_family_name((one.guest for one in every), request.languages[0])
    return tuple(by_guest[_id(guest)] for guest in alphabet)


def _number(text: str, otherwise: int, most: int) -> int:
    if text and not (text.isdecimal() and 1 <= int(text) <= most):
        raise CannotPrint(
            "“{text}” is no number of seats: write 1 to {most}.", text=text, most=most
        )
    return int(text or otherwise)
