"""Writing to guests: drafts for a mail program, a mail server, paper; and what became of it.

Nothing is sent twice. Before a message goes to a server it is recorded as in doubt, after the
server took it as sent, each in a transaction of its own; what the program left in doubt when it
ended is told, and stays until somebody says what became of it.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from desktop.domain import correspondence
from desktop.domain.attendee import Attendee
from desktop.domain.errors import BadInput, Cancelled, CannotSend, NotFound
from desktop.domain.mail_server import MailServer
from desktop.domain.message import Channel, Delivery, Message, Purpose
from desktop.domain.person import Person
from desktop.exchange.mail_message import Block, Mail, message, usable
from desktop.exchange.smtp import Answer, Post
from desktop.language.translation import msgid, translator
from desktop.services import attendance
from desktop.services.change import Change, Recording
from desktop.services.labels import label
from desktop.services.letters import Written
from desktop.services.mail_plan import Order, Plan, plan
from desktop.services.mail_press import ENTERS, Press, domain, file_name
from desktop.services.workspace import Workspace
from desktop.storage.seal import seal

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was done: whose letters went out, who was refused and why, who is in doubt.

    `stopped` is why it ended before everybody was written, None where it did not.
    """

    plan: Plan
    change: Change | None = None
    sent: tuple[int, ...] = ()
    refused: tuple[tuple[int, str], ...] = ()
    in_doubt: tuple[int, ...] = ()
    files: tuple[Path, ...] = ()
    stopped: CannotSend | Cancelled | None = None


def save_drafts(
    ws: Workspace,
    order: Order,
    folder: Path,
    server: MailServer | None = None,
    progress: Progress | None = None,
) -> Outcome:
    """Write each letter as a draft (`.eml`) into a folder, for a mail program to send.

    Whoever was to be invited is invited then. Nothing is noted where a file cannot be written.

    Raises:
        BadInput: the folder or a file in it cannot be written, or the letter has a mistake.
        Cancelled: `progress` said so; nothing is noted.
        NotFound: there is no such event.
    """
    made, press = _prepared(ws, order, server or MailServer())
    files: list[Path] = []
    written: list[Attendee] = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for place, one in enumerate(made.ready):
            _tell(progress, place, len(made.ready))
            letter = made.writer.write(one)
            file = folder / file_name(order.purpose, letter)
            _write(file, press.content(letter, order.purpose, draft=True))
            files.append(file)
            note = Message(order.purpose, datetime.now(UTC), Channel.DRAFT, letter.address)
            written.append(correspondence.written(one, note))
    except OSError as error:
        raise BadInput(
            "{file} cannot be written: {reason}.",
            file=error.filename or folder,
            reason=error.strerror or error,
        ) from None
    change = _noted(ws, msgid("Draft letters to {count} guests"), written)
    return Outcome(made, change, tuple(one.id for one in written), files=tuple(files))


def send(
    ws: Workspace, order: Order, server: MailServer, progress: Progress | None = None
) -> Outcome:
    """Give each letter to a mail server; what was sent stays sent, whatever happens next.

    One whom the server refuses does not stop the others. Where `progress` raises Cancelled, or
    the server is gone, the rest stays unwritten and the outcome says so.

    Raises:
        BadInput: the letter has a mistake; nothing was sent.
        CannotSend: the server is not there or does not let us in; nothing was sent.
        NotFound: there is no such event.
    """
    made, press = _prepared(ws, order, server)
    every = [made.writer.write(one) for one in made.ready]
    answers: list[tuple[int, Answer]] = []
    stopped: CannotSend | Cancelled | None = None
    with Post(server) as post:
        try:
            for place, letter in enumerate(every):
                _tell(progress, place, len(every))
                answer = _send_one(ws, order.purpose, letter, press, post)
                if answer is not None:
                    answers.append((letter.attendee.id, answer))
            _tell(progress, len(every), len(every))
        except (CannotSend, Cancelled) as error:
            stopped = error
    return Outcome(
        made,
        sent=_those(answers, Delivery.SENT),
        refused=tuple((id, a.reason) for id, a in answers if a.delivery is Delivery.REFUSED),
        in_doubt=_those(answers, Delivery.IN_DOUBT),
        stopped=stopped,
    )


def note_paper(ws: Workspace, purpose: Purpose, ids: Collection[int]) -> Change:
    """Note that letters of a purpose were printed and go out on paper.

    Raises:
        NotFound: one of the guests was deleted.
    """
    note = Message(purpose, datetime.now(UTC), Channel.PAPER)
    with ws.change("Printed letters to {count} guests", count=str(len(ids))) as work:
        work.put_all([correspondence.written(one, note) for one in _held(work, ids)])
    return work.change


def resolve(ws: Workspace, purpose: Purpose, ids: Collection[int], *, arrived: bool) -> Change:
    """Say what became of letters in doubt; those that did not arrive can be sent again.

    Raises:
        NotFound: one of the guests was deleted.
    """
    name = msgid("Letters to {count} guests arrived") if arrived else _LOST
    with ws.change(name) as work:
        settled: list[Attendee] = []
        for one in _held(work, ids):
            doubt = correspondence.latest(one, purpose)
            if doubt is not None and doubt.delivery is Delivery.IN_DOUBT:
                became = Delivery.SENT if arrived else Delivery.REFUSED
                note = replace(doubt, delivery=became, at=datetime.now(UTC))
                settled.append(correspondence.written(one, note))
        work.fields["count"] = str(len(settled))
        work.put_all(settled)
    return work.change


_LOST = msgid("Letters to {count} guests did not arrive")


def send_test(server: MailServer, language: str) -> None:
    """Send a few words to the sender's own address.

    Raises:
        CannotSend: the server is not there, does not let us in, or does not take it.
    """
    words = translator(language)
    text = words.text("This message was sent by Estrado. The mail server works.")
    mail = Mail(
        (server.sender_name, server.sender),
        (server.sender_name, server.sender),
        words.text("Test of the mail server"),
        (Block(language, text),),
        f"<test.{datetime.now(UTC):%Y%m%d%H%M%S%f}@{domain(server)}>",
        datetime.now(UTC),
    )
    address = usable(server.sender)
    with Post(server) as post:
        answer = post.send(address, address, message(mail).as_bytes())
    if answer.delivery is not Delivery.SENT:
        raise CannotSend("The mail server did not take the test: {reason}", reason=answer.reason)


# -- one letter after the other ----------------------------------------------------------------


def _prepared(ws: Workspace, order: Order, server: MailServer) -> tuple[Plan, Press]:
    """The plan with a ticket for everybody who gets a letter that carries one."""
    first = plan(ws, order)
    for one in first.ready:
        first.writer.write(one)  # a mistake in the letter is told before anything is done
    without = [one.id for one in first.ready if order.purpose in ENTERS and not one.ticket]
    if without:
        attendance.issue_to(ws, without)
    made = plan(ws, order) if without else first
    with ws.read() as reader:
        key = seal(reader)
    return made, Press(key, server, made.writer)


def _send_one(
    ws: Workspace, purpose: Purpose, letter: Written, press: Press, post: Post
) -> Answer | None:
    """Record, send, record; None where somebody else wrote to the guest meanwhile."""
    guest = letter.attendee
    note = Message(purpose, datetime.now(UTC), Channel.SMTP, letter.address, Delivery.IN_DOUBT)
    content = press.content(letter, purpose)
    with ws.database.write() as writer:  # no Change: it is one when the server has answered
        there = writer.held(Attendee, id=guest.id)
        if [one.messages for one in there] != [guest.messages]:
            return None
        writer.append(there[0], "messages", note)
    try:
        answer = post.send(usable(press.server.sender), letter.address, content)
    except CannotSend as error:
        said = str(error.fields.get("reason", error))
        _conclude(ws, guest.id, replace(note, delivery=Delivery.REFUSED, reason=said))
        raise
    if answer.delivery is not Delivery.IN_DOUBT:
        delivery, said = answer
        _conclude(ws, guest.id, replace(note, delivery=delivery, reason=said))
    return answer


def _conclude(ws: Workspace, id: int, note: Message) -> None:
    """Write down what the server answered.

    What undo can take back is the guest's reply; that the letter went out stays known.
    """
    note = replace(note, at=datetime.now(UTC))
    with ws.database.write() as writer:
        for guest in writer.held(Attendee, id=id):  # none, where it was deleted meanwhile
            writer.append(guest, "messages", note)
            after = correspondence.written(guest, note)
            if after.reply is not guest.reply:
                person = label(writer.load(Person, guest.person_id))
                work = Recording(writer, ws.who, _LETTER, {"person": person})
                work.put(after)
                work.finish()


_LETTER = msgid("Letter to {person}")


def _held(work: Recording, ids: Collection[int]) -> list[Attendee]:
    found = work.held(Attendee, id=list(ids))
    if len(found) < len(set(ids)):
        raise NotFound("Somebody was taken off the list in the meantime.")
    return found


def _noted(ws: Workspace, name: str, written: Sequence[Attendee]) -> Change | None:
    if not written:
        return None
    with ws.change(name, count=str(len(written))) as work:
        work.put_all(written)
    return work.change


def _those(answers: Iterable[tuple[int, Answer]], delivery: Delivery) -> tuple[int, ...]:
    return tuple(id for id, answer in answers if answer.delivery is delivery)


def _tell(progress: Progress | None, done: int, total: int) -> None:
    if progress is not None:
        progress(done, total)


def _write(file: Path, content: bytes) -> None:
    """A file, whole or not at all."""
    part = file.with_name(f".{file.name}.part")
    part.write_bytes(content)
    part.replace(file)
