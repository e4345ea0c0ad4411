"""Letters sent by a mail server, and never twice."""

import subprocess
import sys
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from desktop.domain.attendee import Attendee, Reply
from desktop.domain.errors import Cancelled, CannotSend
from desktop.domain.event import Event
from desktop.domain.localized import Localized
from desktop.domain.message import Purpose
from desktop.domain.person import Contact, Person, PersonName
from desktop.services import attendance, events, history, messages, people
from desktop.services.mail_plan import Order, plan
from desktop.services.workspace import Workspace
from tests.exchange.post_office import PostOffice, post_office
from tests.services.correspondence import (
    INVITATION,
    NAMES,
    invited_event,
    read,
    replies,
)
from tests.storage.databases import on_server


@pytest.fixture
def event(ws: Workspace) -> Event:
    return invited_event(ws)


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
        (calendar,) = (one for one in made.walk() if one.get_content_type() == "text/calendar")
        assert calendar.get_param("method") == "PUBLISH"
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
        assert attendance.attendee(ws, 2).messages[-1].reason == "550 no such user"
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


def test_a_test_message_comes_to_oneself() -> None:
    with post_office() as office:
        messages.send_test(office.settings(), "es")
        (taken,) = office.taken
        assert (taken.sender, taken.to) == ("ana@uno.es", "ana@uno.es")
        office.moods["ana@uno.es"] = "550 no"
        with pytest.raises(CannotSend, match="550 no"):
            messages.send_test(office.settings(), "es")
