"""Letters to guests as drafts and on paper."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, cast

import pytest
import zxingcpp
from icalendar import Calendar
from PIL import Image

from desktop.domain.attendee import CheckIn, Reply
from desktop.domain.errors import BadInput
from desktop.domain.event import Event
from desktop.domain.localized import Localized
from desktop.domain.message import Channel, Delivery, Letter, Purpose
from desktop.domain.person import PersonName
from desktop.services import attendance, events, history, letters, messages, people
from desktop.services.mail_plan import Order, plan
from desktop.services.workspace import Workspace
from tests.services.correspondence import INVITATION, guest, invited_event, read, replies, text

if TYPE_CHECKING:
    from email.message import EmailMessage


@pytest.fixture
def event(ws: Workspace) -> Event:
    return invited_event(ws)


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


def test_paper_is_noted(ws: Workspace, event: Event) -> None:
    messages.note_paper(ws, INVITATION, [5])
    one = guest(ws, 5)
    assert (one.reply, one.messages[0].channel) == (Reply.INVITED, Channel.PAPER)
    history.undo(ws)
    assert guest(ws, 5).messages == ()


def test_names_that_would_be_headers_or_paths_are_neither(
    ws: Workspace, event: Event, tmp_path: Path
) -> None:
    name = PersonName("Latn", "../../x\r\nBcc: all@tres.es", "Ana/")
    people.save(ws, replace(people.person(ws, 1), names=(name,)))
    done = messages.save_drafts(ws, Order(1, INVITATION, [1]), tmp_path / "out")
    (file,) = (tmp_path / "out").iterdir()
    assert file == done.files[0]
    assert file.name == "invitation 0001 Ana x Bcc all tres es.eml"
    made = read(file.read_bytes())
    assert made["Bcc"] is None
    assert [each.addr_spec for each in made["To"].addresses] == ["ana@dos.kz"]
