"""Who gets a letter, and who does not and why."""

from collections.abc import Collection
from dataclasses import dataclass

from desktop.domain import correspondence
from desktop.domain.attendee import Attendee
from desktop.domain.message import Delivery, Purpose
from desktop.exchange.mail_message import usable
from desktop.services import letters, publishing
from desktop.services.letters import Writer
from desktop.services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Order:
    """What is asked for: which letter of which event, to whom, in which languages.

    It goes to those of `ids` (of all without them) to whom a letter of its purpose is `due`; to
    all of `ids` where that does not matter. Without `languages` each guest reads their own
    (`letters.Writer`). `again` writes to those too who were written before.
    """

    event_id: int
    purpose: Purpose
    ids: Collection[int] | None = None
    languages: tuple[str, ...] = ()
    again: bool = False
    due: bool = True


@dataclass(frozen=True, slots=True)
class Plan:
    """Who gets a letter, and who does not and why, in the order in which they were added.

    `unreachable` have no usable e-mail address: for them there is paper. `done` were written
    before; `in_doubt` too, perhaps. `writer` writes the letter of each.
    """

    writer: Writer
    ready: tuple[Attendee, ...] = ()
    unreachable: tuple[Attendee, ...] = ()
    done: tuple[Attendee, ...] = ()
    in_doubt: tuple[Attendee, ...] = ()


def plan(ws: Workspace, order: Order) -> Plan:
    """Who would get a letter.

    Raises:
        NotFound: there is no such event.
    """
    dossier = publishing.dossier(ws, order.event_id, with_pictures=False)
    letter = letters.letter(dossier.event, order.purpose)
    writer = Writer(dossier, letter, order.languages)
    fates: dict[str, list[Attendee]] = {"ready": [], "unreachable": [], "done": [], "in_doubt": []}
    ids = None if order.ids is None else frozenset(order.ids)
    for one in dossier.attendees:
        if (ids is None or one.id in ids) and (not order.due or _is_due(one, order.purpose)):
            fates[_fate(one, order, writer)].append(one)
    return Plan(writer, **{name: tuple(found) for name, found in fates.items()})


def _is_due(one: Attendee, purpose: Purpose) -> bool:
    """Whether a letter is for somebody as they are now, or was sent and left in doubt."""
    in_doubt = correspondence.standing(one, purpose) is Delivery.IN_DOUBT
    return in_doubt or correspondence.is_for(purpose, one)


def _fate(one: Attendee, order: Order, writer: Writer) -> str:
    standing = correspondence.standing(one, order.purpose)
    if standing is Delivery.IN_DOUBT:
        return "in_doubt"
    if standing is Delivery.SENT and not order.again:
        return "done"
    return "ready" if usable(writer.addressee(one).contact.email) else "unreachable"
