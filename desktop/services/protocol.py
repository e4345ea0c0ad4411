"""Protocol: who ranks before whom at an event, and why."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desktop.domain.attendee import Attendee
from desktop.domain.errors import BadInput, NotFound
from desktop.domain.event import Event, Protocol
from desktop.domain.person import Person
from desktop.domain.precedence import Override
from desktop.language.translation import Translator, msgid
from desktop.services import publishing
from desktop.services.change import Change
from desktop.services.labels import label
from desktop.services.workspace import Workspace

if TYPE_CHECKING:
    from desktop.documents.dossier import Dossier

RANKS: Mapping[str, str] = {
    "king_or_queen": msgid("King or Queen"),
    "royal_consort": msgid("Royal Consort"),
    "heir": msgid("Heir to the Crown"),
    "infante": msgid("Infante or Infanta"),
    "head_of_government": msgid("Head of government"),
    "president_of_congress": msgid("President of the lower house"),
    "president_of_senate": msgid("President of the upper house"),
    "president_of_constitutional_court": msgid("President of the constitutional court"),
    "president_of_judiciary_council": msgid("President of the judiciary council"),
    "deputy_head_of_government": msgid("Deputy head of government"),
    "minister": msgid("Minister"),
    "ambassador": msgid("Ambassador"),
    "former_head_of_government": msgid("Former head of government"),
    "head_of_regional_government": msgid("Head of a regional government"),
    "leader_of_opposition": msgid("Leader of the opposition"),
    "mayor": msgid("Mayor"),
    "head_of_royal_household": msgid("Head of the royal household"),
    "president_of_council_of_state": msgid("President of the council of state"),
    "president_of_court_of_auditors": msgid("President of the court of auditors"),
    "attorney_general": msgid("Attorney general"),
    "ombudsman": msgid("Ombudsman"),
    "secretary_of_state": msgid("Secretary of state"),
}
"""What the keys of `precedence.SPANISH_RANKS` are called."""


@dataclass(frozen=True, slots=True)
class Rank:
    """A guest's place in an event's order, from 1, and why: a msgid with `{fields}`.

    `person` comes: the representative where one is sent. A speaker who was not invited as a guest
    has an invitation that is not stored (its id is 0). `override` is the place given by hand.
    """

    attendee: Attendee
    person: Person
    place: int
    reason: str
    fields: Mapping[str, str]
    override: Override | None = None

    def why(self, words: Translator) -> str:
        """The reason in a language."""
        fields = {key: words.text(RANKS.get(value, value)) for key, value in self.fields.items()}
        return words.text(self.reason, **(fields if "rank" in fields else self.fields))


def order(ws: Workspace, event_id: int, language: str = "") -> list[Rank]:
    """Everybody who may come, in order of precedence, by the event's scheme and its own decisions.

    Whom no rule places stands by category, then by family name as `language` sorts it (the event's
    first where it is empty).

    Raises:
        NotFound: there is no such event.
    """
    return order_in(publishing.dossier(ws, event_id, with_pictures=False), language)


def order_in(dossier: "Dossier", language: str = "") -> list[Rank]:
    """The same for what was read already."""
    from desktop.documents import ranking

    overrides = {one.person_id: one for one in dossier.event.overrides}
    return [
        Rank(
            one.guest.attendee,
            one.guest.person,
            one.place,
            one.reason,
            one.fields,
            overrides.get(one.guest.person.id),
        )
        for one in ranking.ranking(dossier, language or dossier.event.languages[0])
    ]


def set_protocol(ws: Workspace, event_id: int, protocol: Protocol) -> Change:
    """Choose the rules by which an event ranks its guests and hangs its flags.

    Raises:
        NotFound: there is no such event.
    """
    with ws.change("Protocol of {event}") as work:
        event = work.load(Event, event_id)
        work.fields["event"] = label(event)
        work.put(replace(event, protocol=protocol))
    return work.change


def set_president(ws: Workspace, event_id: int, person_id: int | None) -> Change:
    """Choose who presides over an event; None leaves it to the programme.

    Raises:
        NotFound: there is no such event or person.
    """
    name = msgid("{person} presides") if person_id else msgid("Nobody is chosen to preside")
    with ws.change(name) as work:
        event = work.load(Event, event_id)
        if person_id:
            work.fields["person"] = label(work.load(Person, person_id))
        work.put(replace(event, president_id=person_id or None))
    return work.change


def override(ws: Workspace, event_id: int, person_id: int, place: int, reason: str) -> Change:
    """Give a guest a place (from 1) in the order by hand, and note the reason.

    Whoever was given that place by hand before goes one further down.

    Raises:
        BadInput: there is no reason, or the place is none.
        NotFound: there is no such event or person.
    """
    if not reason.strip():
        raise BadInput("A place given by hand needs its reason.")
    if place < 1:
        raise BadInput("Places are counted from 1.")
    with ws.change("Give {person} place {place}", place=str(place)) as work:
        event = work.load(Event, event_id)
        work.fields["person"] = label(work.load(Person, person_id))
        decided = Override(person_id, place, reason.strip())
        work.put(replace(event, overrides=_with(event.overrides, decided)))
    return work.change


def drop_override(ws: Workspace, event_id: int, person_id: int) -> Change:
    """Let the rules place a guest again.

    Raises:
        NotFound: there is no such event, or the guest has no place given by hand.
    """
    with ws.change("Let the rules place {person}") as work:
        event = work.load(Event, event_id)
        left = tuple(one for one in event.overrides if one.person_id != person_id)
        if len(left) == len(event.overrides):
            raise NotFound("This guest has no place given by hand.")
        work.fields["person"] = label(work.load(Person, person_id))
        work.put(replace(event, overrides=left))
    return work.change


def _with(overrides: Sequence[Override], decided: Override) -> tuple[Override, ...]:
    """The places given by hand with a new one; who stands in its way makes room."""
    found = [decided]
    taken = {decided.place}
    others = (one for one in overrides if one.person_id != decided.person_id)
    for one in sorted(others, key=lambda one: one.place):
        place = one.place
        while place in taken:
            place += 1
        taken.add(place)
        found.append(replace(one, place=place))
    return tuple(sorted(found, key=lambda one: one.place))
