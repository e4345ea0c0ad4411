"""Writing to guests, and never twice."""

import subprocess
import sys
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, date, datetime
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from typing import cast

import pytest
import zxingcpp
from icalendar import Calendar
from PIL import Image

from desktop.domain.attendee import Attendee, CheckIn, Reply
from desktop.domain.errors import BadInput, Cancelled, CannotSend
from desktop.domain.event import Event
from desktop.domain.localized import Localized
from desktop.domain.message import Channel, Delivery, Letter, Purpose
from desktop.domain.person import Contact, Gender, Person, PersonName
from desktop.domain.slot import Slot
from desktop.domain.venue import Venue
from desktop.services import attendance, events, history, letters, messages, people, planning
from desktop.services.mail_plan import Order, plan
from desktop.services.workspace import Workspace
from tests.exchange.post_office import PostOffice, post_office
from tests.storage.databases import on_server

INVITATION = Purpose.INVITATION
NAMES = ("Ana", "Berik", "Clara", "Dana", "Eva")


@pytest.fixture
def event(ws: Workspace) -> Event:
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


# -- drafts --------------------------------------------------------------------------------------


def test_drafts_are_whole_messages_and_the_guests_are_invited(
    ws: Workspace, event: Event, tmp_path: Path
) -> None:
    told: list[tuple[int, int]] = []
    done = messages.save_drafts(
        ws, Order(1, INVITATION), tmp_path / "out", progress=lambda *n: told.append(n)
    )
    assert [file.name for file in sorted((tmp_path / "out").iterdir())] == [
        "invitation 0001 Ana García.eml",
        "invitation 0002 Berik García.eml",
        "invitation 0003 Clara García.eml",
        "invitation 0004 Dana García.eml",
    ]
    assert [one.person_id for one in done.plan.unreachable] == [5]
    assert told == [(0, 4), (1, 4), (2, 4), (3, 4)]
    assert replies(ws) == [Reply.INVITED] * 4 + [Reply.TO_INVITE]
    made = read(done.files[0].read_bytes())
    assert made["X-Unsent"] == "1"
    assert made["From"] is None
    assert str(made["To"]) == "Ana García <ana@dos.kz>"
    assert made["Subject"] == "Invitación: Ciencia & fronteras / Шақыру: Ғылым"
    said = text(made)
    assert said.startswith("Estimada señora García:")
    assert "Fecha: jueves, 3 de diciembre de 2026\nHora: 10:00\nLugar: Campus\n" in said
    assert "Құрметті Ana García ханым!" in said
    assert "{" not in said
    (note,) = attendance.attendee(ws, 1).messages
    assert (note.channel, note.delivery, note.address) == (
        Channel.DRAFT,
        Delivery.SENT,
        "ana@dos.kz",
    )


def test_the_ticket_is_read_by_a_scanner_and_the_calendar_by_a_calendar(
    ws: Workspace, event: Event, tmp_path: Path
) -> None:
    done = messages.save_drafts(ws, Order(1, INVITATION), tmp_path)
    made = read(done.files[2].read_bytes())
    parts = {one.get_content_type(): cast("EmailMessage", one) for one in made.walk()}
    picture = tmp_path / "ticket.png"
    picture.write_bytes(parts["image/png"].get_content())
    with Image.open(picture) as image:
        (code,) = zxingcpp.read_barcodes(image.convert("L"))
    assert code.text == attendance.attendee(ws, 3).ticket != ""
    (entry,) = Calendar.from_ical(parts["text/calendar"].get_content()).walk("VEVENT")
    assert entry["SUMMARY"] == "Ciencia & fronteras / Ғылым"


def test_nothing_is_drafted_twice_unless_one_says_so(
    ws: Workspace, event: Event, tmp_path: Path
) -> None:
    first = messages.save_drafts(ws, Order(1, INVITATION), tmp_path)
    everyone = Order(1, INVITATION, range(1, 6), due=False)
    second = messages.save_drafts(ws, everyone, tmp_path)
    assert (second.sent, second.change) == ((), None)
    assert [one.id for one in second.plan.done] == [1, 2, 3, 4]
    ids = {file.name: read(file.read_bytes())["Message-ID"] for file in first.files}
    again = messages.save_drafts(ws, replace(everyone, again=True), tmp_path)
    assert len(again.sent) == 4
    renewed = {file.name: read(file.read_bytes())["Message-ID"] for file in again.files}
    assert renewed.keys() == ids.keys()
    assert not set(renewed.values()) & set(ids.values())


def test_drafts_that_were_undone_are_the_same_when_they_are_made_again(
    ws: Workspace, event: Event, tmp_path: Path
) -> None:
    first = messages.save_drafts(ws, Order(1, INVITATION), tmp_path)
    ids = [read(file.read_bytes())["Message-ID"] for file in first.files]
    history.undo(ws)
    assert replies(ws) == [Reply.TO_INVITE] * 5
    second = messages.save_drafts(ws, Order(1, INVITATION), tmp_path)
    assert [read(file.read_bytes())["Message-ID"] for file in second.files] == ids


def test_a_guest_reads_their_own_language_or_those_that_were_asked_for(
    ws: Workspace, event: Event
) -> None:
    people.save(ws, replace(people.person(ws, 1), languages=("fr", "kk")))
    own, both = (plan(ws, Order(1, INVITATION)).writer.write(guest(ws, n)) for n in (1, 2))
    asked = plan(ws, Order(1, INVITATION, languages=("ar", "es"))).writer.write(guest(ws, 1))
    assert [block.language for block in own.blocks] == ["kk"]
    assert [block.language for block in both.blocks] == ["es", "kk"]
    assert [block.language for block in asked.blocks] == ["ar", "es"]


def guest(ws: Workspace, number: int) -> Attendee:
    return attendance.attendee(ws, number)


def test_of_those_selected_only_those_get_a_letter_to_whom_it_is_due(
    ws: Workspace, event: Event
) -> None:
    attendance.save(ws, replace(guest(ws, 1), reply=Reply.INVITED))
    attendance.save(ws, replace(guest(ws, 2), reply=Reply.DECLINED))
    due = plan(ws, Order(1, Purpose.REMINDER, [1, 2, 3]))
    assert [one.id for one in due.ready] == [1]
    every = plan(ws, Order(1, Purpose.REMINDER, [1, 2, 3], due=False))
    assert [one.id for one in every.ready] == [1, 2, 3]


def test_a_folder_that_cannot_be_written_is_told_and_nobody_is_invited(
    ws: Workspace, event: Event, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(BadInput, match="file cannot be written"):
        messages.save_drafts(ws, Order(1, INVITATION), tmp_path / "file")
    assert replies(ws) == [Reply.TO_INVITE] * 5


# -- texts ---------------------------------------------------------------------------------------


def test_an_own_text_is_sent_and_an_unknown_field_refused_by_name(
    ws: Workspace, event: Event
) -> None:
    own = Letter(INVITATION, body=Localized.of(es="Querida {name}: hasta el {reply_until}."))
    letters.set_letter(ws, 1, replace(own, reply_until=date(2026, 11, 30)))
    letter = plan(ws, Order(1, INVITATION)).writer.write(guest(ws, 1))
    assert letter.blocks[0].text == "Querida Ana García: hasta el 30 de noviembre de 2026."
    assert "Құрметті" in letter.blocks[1].text
    wrong = Letter(INVITATION, subject=Localized.of(es="Hola {nombre}"))
    with pytest.raises(BadInput, match=r"^es: There is no field \{nombre\}"):
        letters.set_letter(ws, 1, wrong)


def test_only_what_differs_from_the_programs_own_letter_is_kept(
    ws: Workspace, event: Event
) -> None:
    standard = letters.letter(event, INVITATION)
    assert not letters.set_letter(ws, 1, standard).edits
    changed = replace(standard, subject=standard.subject.put("es", "Otra"))
    letters.set_letter(ws, 1, changed)
    (kept,) = events.only_event(ws).letters
    assert kept == Letter(INVITATION, subject=Localized.of(es="Otra"))
    assert letters.letter(events.only_event(ws), INVITATION).subject.get("kk").startswith("Шақыру")
    letters.set_letter(ws, 1, standard)
    assert events.only_event(ws).letters == ()


def test_a_letter_without_a_text_in_any_language_is_told(
    ws: Workspace, event: Event, tmp_path: Path
) -> None:
    with pytest.raises(BadInput, match="no text in de, fr"):
        messages.save_drafts(ws, Order(1, INVITATION, languages=("de", "fr")), tmp_path)
    assert not any(one.messages for one in attendance.attendees(ws, 1))


def test_tickets_go_to_whoever_comes_and_thanks_to_whoever_came(
    ws: Workspace, event: Event
) -> None:
    one = replace(guest(ws, 1), reply=Reply.REPRESENTATIVE, representative_id=2)
    attendance.save(ws, replace(one, check_ins=(CheckIn(datetime.now(UTC)),)))
    for purpose in (Purpose.TICKET, Purpose.THANKS):
        made = plan(ws, Order(1, purpose))
        assert [each.id for each in made.ready] == [1]
        assert made.writer.write(made.ready[0]).address == "berik@dos.kz"
    assert plan(ws, Order(1, INVITATION, [1])).writer.write(guest(ws, 1)).address == "ana@dos.kz"


# -- a mail server -------------------------------------------------------------------------------


def deliver(ws: Workspace, office: PostOffice, **others: object) -> messages.Outcome:
    order = Order(1, **({"purpose": INVITATION} | others))  # type: ignore[arg-type]
    return messages.send(ws, order, office.settings(sender_name="Embajada de España"))


def test_letters_are_sent_once_and_noted(ws: Workspace, event: Event) -> None:
    with post_office() as office:
        done = deliver(ws, office)
        assert done.sent == (1, 2, 3, 4)
        assert [taken.to for taken in office.taken] == [f"{n.lower()}@dos.kz" for n in NAMES[:4]]
        made = read(office.taken[0].content)
        assert str(made["From"]) == "Embajada de España <ana@uno.es>"
        assert made["X-Unsent"] is None
        assert replies(ws) == [Reply.INVITED] * 4 + [Reply.TO_INVITE]
        assert deliver(ws, office).sent == ()
        assert deliver(ws, office, ids=range(1, 6), due=False).sent == ()
        assert len(office.taken) == 4
        assert deliver(ws, office, purpose=Purpose.REMINDER).sent == (1, 2, 3, 4)
        assert replies(ws)[:4] == [Reply.REMINDED] * 4
    entry = history.entries(ws)[0]
    assert entry.name.format_map(entry.fields) == "Letter to Dana García"


def test_undo_takes_back_replies_and_no_letter_that_was_sent(ws: Workspace, event: Event) -> None:
    with post_office() as office:
        deliver(ws, office)
        written = [one.messages for one in attendance.attendees(ws, 1)]
        for _ in range(4):
            history.undo(ws)
        assert replies(ws) == [Reply.TO_INVITE] * 5
        assert [one.messages for one in attendance.attendees(ws, 1)] == written
        assert deliver(ws, office).sent == ()
        history.redo(ws)
        assert replies(ws)[0] is Reply.INVITED
        assert len(office.taken) == 4


def test_one_that_is_refused_does_not_stop_the_others_and_can_be_tried_again(
    ws: Workspace, event: Event
) -> None:
    with post_office() as office:
        office.moods["berik@dos.kz"] = "550 no such user"
        done = deliver(ws, office)
        assert (done.sent, done.refused) == ((1, 3, 4), ((2, "550 no such user"),))
        assert replies(ws)[1] is Reply.TO_INVITE
        office.moods.clear()
        assert deliver(ws, office).sent == (2,)
        assert Counter(taken.to for taken in office.taken)["berik@dos.kz"] == 1


def test_a_connection_that_breaks_leaves_one_in_doubt_which_is_asked_about(
    ws: Workspace, event: Event
) -> None:
    with post_office() as office:
        office.moods["berik@dos.kz"] = "doubt"
        done = deliver(ws, office)
        assert (done.sent, done.in_doubt) == ((1, 3, 4), (2,))
        office.moods.clear()
        second = deliver(ws, office)
        assert second.sent == ()
        assert [one.id for one in second.plan.in_doubt] == [2]
        assert deliver(ws, office, ids=[2], again=True, due=False).sent == ()
        messages.resolve(ws, INVITATION, [1, 2], arrived=False)
        assert deliver(ws, office).sent == (2,)
        first, last = (each for each in office.taken if each.to == "berik@dos.kz")
        assert read(first.content)["Message-ID"] == read(last.content)["Message-ID"]


def test_one_in_doubt_that_arrived_is_done(ws: Workspace, event: Event) -> None:
    with post_office() as office:
        office.moods["berik@dos.kz"] = "doubt"
        deliver(ws, office)
        change = messages.resolve(ws, INVITATION, [1, 2], arrived=True)
        assert change.fields == {"count": "1"}
        assert replies(ws)[:2] == [Reply.INVITED] * 2
        assert deliver(ws, office).plan.in_doubt == ()


def test_a_server_that_goes_away_ends_it_and_the_rest_stays_to_be_written(
    ws: Workspace, event: Event
) -> None:
    with post_office() as office:
        office.moods["clara@dos.kz"] = "lost"
        done = deliver(ws, office)
        assert done.sent == (1, 2)
        assert isinstance(done.stopped, CannotSend)
        assert replies(ws) == [Reply.INVITED] * 2 + [Reply.TO_INVITE] * 3
        office.moods.clear()
        assert deliver(ws, office).sent == (3, 4)


def test_stopping_between_two_letters_keeps_what_was_sent(ws: Workspace, event: Event) -> None:
    def stop(done: int, _total: int) -> None:
        if done == 2:
            raise Cancelled("Stopped.")

    with post_office() as office:
        done = messages.send(ws, Order(1, INVITATION), office.settings(), stop)
        assert isinstance(done.stopped, Cancelled)
        assert (done.sent, len(office.taken)) == ((1, 2), 2)
        assert deliver(ws, office).sent == (3, 4)


def test_no_server_no_letter(ws: Workspace, event: Event) -> None:
    with post_office() as office:
        gone = office.settings()
    with pytest.raises(CannotSend):
        messages.send(ws, Order(1, INVITATION), gone)
    assert not any(one.messages for one in attendance.attendees(ws, 1))


def test_a_program_that_is_killed_sends_nothing_twice(location: Path) -> None:
    count = 60
    with Workspace.open(location) as ws:
        events.create(ws, Event(slug="uno", title=Localized.of(es="Uno"), languages=("es",)))
        for number in range(1, count + 1):
            names = (PersonName("Latn", "García", f"Ana {number}"),)
            people.save(ws, Person(names=names, contact=Contact(f"ana{number}@dos.kz")))
            attendance.save(ws, Attendee(0, 1, number))
    with post_office() as office:
        command = [sys.executable, "-m", "tests.services.sending", str(location)]
        for wanted in (1, 12, 31):
            with subprocess.Popen([*command, str(office.server_address[1])]) as child:
                while len(office.taken) < wanted:
                    assert child.poll() is None
                    time.sleep(0.002)
                child.kill()
        with Workspace.open(location) as ws:
            doubtful = plan(ws, Order(1, INVITATION)).in_doubt
            assert len(doubtful) <= 3
            deliver(ws, office)
            every = {one.id for one in attendance.attendees(ws, 1) if one.reply is Reply.INVITED}
        times = Counter(taken.to for taken in office.taken)
        assert set(times.values()) == {1}
        doubted = {one.id for one in doubtful}
        assert every == set(range(1, count + 1)) - doubted
        assert {f"ana{n}@dos.kz" for n in every} <= times.keys()


def test_two_desks_send_each_letter_once(server: str) -> None:
    location = on_server(server)
    with Workspace.open(location) as ws:
        events.create(ws, Event(slug="uno", title=Localized.of(es="Uno"), languages=("es",)))
        for number in range(1, 31):
            names = (PersonName("Latn", "García", f"Ana {number}"),)
            people.save(ws, Person(names=names, contact=Contact(f"ana{number}@dos.kz")))
            attendance.save(ws, Attendee(0, 1, number))

    def send(office: PostOffice) -> int:
        with Workspace.open(location) as ws:
            return len(deliver(ws, office).sent)

    with post_office() as office, ThreadPoolExecutor(3) as desks:
        sent = sum(desks.map(send, [office] * 3))
        assert sent == len(office.taken) == len({taken.to for taken in office.taken}) == 30
        assert all(b"image/png" in taken.content for taken in office.taken)


def test_paper_is_noted(ws: Workspace, event: Event) -> None:
    messages.note_paper(ws, INVITATION, [5])
    one = guest(ws, 5)
    assert (one.reply, one.messages[0].channel) == (Reply.INVITED, Channel.PAPER)
    history.undo(ws)
    assert guest(ws, 5).messages == ()


def test_a_test_message_comes_to_oneself() -> None:
    with post_office() as office:
        messages.send_test(office.settings(), "es")
        (taken,) = office.taken
        assert (taken.sender, taken.to) == ("ana@uno.es", "ana@uno.es")
        office.moods["ana@uno.es"] = "550 no"
        with pytest.raises(CannotSend, match="550 no"):
            messages.send_test(office.settings(), "es")


def test_names_that_would_be_headers_or_paths_are_neither(
    ws: Workspace, event: Event, tmp_path: Path
) -> None:
    name = PersonName("Latn", "../../x\r\nBcc: all@tres.es", "Ana/")
    people.save(ws, replace(people.person(ws, 1), names=(name,)))
    done = messages.save_drafts(ws, Order(1, INVITATION, [1]), tmp_path / "out")
    (file,) = (tmp_path / "out").iterdir()
    assert file == done.files[0]
    made = read(file.read_bytes())
    assert made["Bcc"] is None
    assert [each.addr_spec for each in made["To"].addresses] == ["ana@dos.kz"]
