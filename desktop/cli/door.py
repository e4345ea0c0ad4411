"""What the `estrado` command does at the door."""

import time
from argparse import Namespace
from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from desktop.cli.asking import event_of, offer_event, offer_json, opened
from desktop.cli.output import complain, say, say_json
from desktop.domain.errors import BadInput

if TYPE_CHECKING:
    from desktop.domain.door import Answer
    from desktop.domain.event import Event
    from desktop.services.door import Guest
    from desktop.services.workspace import Workspace

_DAY = len("2026-03-12")
_PATIENCE = 10.0
"""Seconds that a desk waits for another program to be done with the same file."""


def add(verb: Callable[..., Any]) -> None:
    """Make these commands known: `verb(name, run, purpose)` gives a parser."""
    tickets = verb("issue-tickets", issue_tickets, "give each guest a ticket code")
    offer_event(tickets)
    lost = verb("revoke-ticket", revoke_ticket, "close the door to a guest's ticket")
    lost.add_argument("id", metavar="ID", type=int, help="as `estrado list DB attendees` tells")
    lost.add_argument("--reissue", action="store_true", help="and give the guest a new one")
    scan = verb("check-in", check_in, "let a ticket in, or say why not")
    scan.add_argument("code", metavar="CODE", help="as it is read from the ticket")
    scan.add_argument("--desk", required=True, metavar="NAME", help="which desk asks")
    scan.add_argument("--list", default="entrance", metavar="NAME", help="entrance, lunch...")
    scan.add_argument("--out", action="store_true", help="the guest leaves")
    scan.add_argument(
        "--at",
        default="",
        metavar="WHEN",
        help="2026-03-12 or 2026-03-12T18:30 by the event's clock: to note a list kept on paper, "
        "or to try tickets on another day; without it, now",
    )
    scan.add_argument(
        "--nonce", default="", metavar="TEXT", help="names this scan, so that it may be repeated"
    )
    offer_json(scan)
    twice = verb("doubles", doubles, "list who was let in twice while a desk had no network")
    offer_event(twice)
    offer_json(twice)


def issue_tickets(asked: Namespace) -> int:
    """Give every guest who has none a ticket code."""
    from desktop.services import attendance

    with opened(asked.database) as ws:
        change = attendance.issue_tickets(ws, event_of(ws, asked.event).id)
    say(change.name.format_map(change.fields))
    return 0


def revoke_ticket(asked: Namespace) -> int:
    """Close the door to a guest's ticket, lost or given away; tell the new one, if any."""
    from desktop.domain.attendee import Attendee
    from desktop.services import door

    with opened(asked.database) as ws:
        change = (door.reissue if asked.reissue else door.revoke)(ws, asked.id)
        ticket = ws.load(Attendee, asked.id).ticket if asked.reissue else ""
    say(*filter(None, (change.name.format_map(change.fields), ticket)))
    return 0


def check_in(asked: Namespace) -> int:
    """Answer a scan; 0 where the door opens."""
    from desktop.domain.attendee import Direction
    from desktop.domain.door import Scan
    from desktop.services import door

    with opened(asked.database) as ws:
        _wait_for_turn(ws)
        scan = Scan(
            asked.desk,
            asked.code,
            list=asked.list,
            direction=Direction.OUT if asked.out else Direction.IN,
            nonce=asked.nonce,
            at=_moment(asked.at, door.event_of(ws, asked.code)) if asked.at else None,
        )
        answer, _ = door.check_in(ws, scan)
    row = _row(answer)
    if asked.json:
        say_json(row)
        return 0 if answer.admits else 1
    say(*filter(None, (row[key] for key in ("answer", "name", "at", "desk", "day", "reason"))))
    if answer.day is not None:
        hint = f"The day of this door is {answer.day}. To try tickets as on it: --at {answer.day}"
        return complain(hint, code=1)
    return 0 if answer.admits else 1


def _moment(text: str, event: "Event | None") -> datetime:
    """What `--at` says; a day alone is that day at this hour.

    Raises:
        BadInput: it says no time.
    """
    from desktop.domain.programme import time_zone

    zone = time_zone(event) if event else UTC
    try:
        told = datetime.fromisoformat(text)
    except ValueError:
        raise BadInput(f"“{text}” is no time. Write it as 2026-03-12T18:30.") from None
    if len(text) <= _DAY:
        told = datetime.combine(told, datetime.now(zone).time())
    return (told if told.tzinfo else told.replace(tzinfo=zone)).astimezone(UTC)


def doubles(asked: Namespace) -> int:
    """List who was let in by two desks that did not know of each other; 1 where there are any."""
    from desktop.services import door

    with opened(asked.database) as ws:
        found = [_twice(guest) for guest in door.doubles(ws, event_of(ws, asked.event).id)]
    if asked.json:
        say_json(found)
        return int(bool(found))
    for guest in found:
        for passage in guest["check_ins"]:
            mark = "doubled" if passage["doubled"] else ""
            say(guest["name"], passage["list"], passage["at"], passage["desk"], mark)
    return int(bool(found))


def _wait_for_turn(ws: "Workspace") -> None:
    end = time.monotonic() + _PATIENCE
    while ws.read_only and time.monotonic() < end:
        time.sleep(0.05)


def _row(answer: "Answer") -> dict[str, Any]:
    from desktop.services.labels import label

    guest = answer.attendee
    return {
        "answer": str(answer.kind),
        "reason": str(answer.reason) or None,
        "name": label(answer.person) if answer.person else None,
        "category": guest.category if guest else None,
        "seat": (guest.seat or None) if guest else None,
        "at": answer.at.isoformat() if answer.at else None,
        "desk": answer.desk or None,
        "day": str(answer.day) if answer.day else None,
    }


def _twice(guest: "Guest") -> dict[str, Any]:
    from desktop.services.labels import label

    return {
        "id": guest.attendee.id,
        "name": label(guest.person),
        "check_ins": [
            {
                "list": one.list,
                "at": one.at.isoformat(),
                "desk": one.desk,
                "doubled": one.doubled,
            }
            for one in guest.attendee.check_ins
        ],
    }
