"""What the `estrado` command writes to guests."""

from argparse import Namespace
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.cli.asking import event_of, languages_of, offer_event, offer_json, opened
from desktop.cli.guests import REPLIES, hyphened
from desktop.cli.output import say, say_json
from desktop.domain.attendee import Attendee, Reply
from desktop.domain.errors import BadInput
from desktop.domain.message import Purpose

if TYPE_CHECKING:
    from desktop.services.mail_plan import Order, Plan
    from desktop.services.messages import Outcome
    from desktop.services.workspace import Workspace


def add(verb: Callable[..., Any]) -> None:
    """Make this command known: `verb(name, run, purpose)` gives a parser."""
    letters = verb("invite", invite, "invite, remind or thank guests by e-mail, each once")
    offer_event(letters)
    letters.add_argument(
        "--purpose",
        default=Purpose.INVITATION.value,
        choices=[one.value for one in Purpose],
        help="an invitation, if nothing is said",
    )
    letters.add_argument(
        "--status",
        type=hyphened,
        choices=REPLIES,
        metavar="STATUS",
        help="only those; without it, those whom such a letter is for: " + ", ".join(REPLIES),
    )
    letters.add_argument(
        "--languages", metavar="es,kk", help="one after the other; without it, the guest's own"
    )
    letters.add_argument(
        "--again", action="store_true", help="also to those who had such a letter before"
    )
    way = letters.add_mutually_exclusive_group()
    way.add_argument("--to", metavar="FOLDER", help="as drafts (.eml) for a mail program")
    way.add_argument("--smtp", action="store_true", help="by the mail server set in the window")
    letters.add_argument("--dry-run", action="store_true", help="only say who would get one")
    offer_json(letters)


def invite(asked: Namespace) -> int:
    """Write letters; 1 where one was refused or is in doubt, or not all could be written."""
    from desktop.services import mail_plan, mail_settings, messages

    if not (asked.to or asked.smtp or asked.dry_run):
        raise BadInput("Say where the letters go: --to FOLDER, or --smtp.")
    with opened(asked.database) as ws:
        order = _order(ws, asked)
        if asked.dry_run:
            done = messages.Outcome(mail_plan.plan(ws, order))
        elif asked.smtp:
            done = messages.send(ws, order, mail_settings.required())
        else:
            done = messages.save_drafts(ws, order, Path(asked.to), mail_settings.load())
    told = _told(done)
    if asked.json:
        say_json(told)
    else:
        _say(told)
    return int(bool(done.refused or done.plan.in_doubt or done.in_doubt or done.stopped))


def _order(ws: "Workspace", asked: Namespace) -> "Order":
    from desktop.services import attendance
    from desktop.services.mail_plan import Order

    event = event_of(ws, asked.event)
    ids: list[int] | None = None
    if asked.status:
        wanted = Reply(asked.status.replace("-", "_"))
        ids = [one.id for one in attendance.attendees(ws, event.id) if one.reply is wanted]
    languages = languages_of(asked.languages) if asked.languages else ()
    return Order(event.id, Purpose(asked.purpose), ids, languages, asked.again, due=ids is None)


def _told(done: "Outcome") -> dict[str, Any]:
    plan = done.plan
    files = dict(zip(done.sent, done.files, strict=False))
    reasons = dict(done.refused)
    every = {one.id: one for one in plan.ready}

    def named(ids: Iterable[int]) -> list[dict[str, Any]]:
        return _named(plan, (every[id] for id in ids))

    return {
        "purpose": plan.writer.letter.purpose.value,
        "ready": _named(plan, plan.ready),
        "written": [
            row | ({"file": str(files[row["id"]])} if row["id"] in files else {})
            for row in named(done.sent)
        ],
        "without_email": _named(plan, plan.unreachable),
        "written_before": _named(plan, plan.done),
        "in_doubt": [*_named(plan, plan.in_doubt), *named(done.in_doubt)],
        "refused": [row | {"reason": reasons[row["id"]]} for row in named(reasons)],
        "stopped": str(done.stopped) if done.stopped else None,
    }


def _named(plan: "Plan", guests: Iterable[Attendee]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    for one in guests:
        person = plan.writer.addressee(one)
        found.append({"id": one.id, "name": person.name("").full, "email": person.contact.email})
    return found


_LINES = {
    "ready": "to write",
    "written": "written",
    "without_email": "without e-mail",
    "written_before": "written before",
    "in_doubt": "in doubt",
    "refused": "refused",
}


def _say(told: dict[str, Any]) -> None:
    for key, words in _LINES.items():
        for row in told[key] if key != "ready" or not told["written"] else ():
            say(words, row["id"], row["name"], row.get("reason") or row.get("file", row["email"]))
    say(f"{len(told['written'])} of {len(told['ready'])} letters written.")
    if told["stopped"]:
        say(told["stopped"])
