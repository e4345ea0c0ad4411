"""Fifty guests from a spreadsheet to the report: invited, seated, let in at the door."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from email.parser import BytesParser
from pathlib import Path

from tests.end_to_end.conftest import Program, estrado, printed, save_as
from tests.end_to_end.tree import until

Start = Callable[..., Program]

CATEGORIES = ("diplomat", "official", "scholar", "press", "student")
CAME = 30


def test_fifty_guests_are_invited_seated_and_let_in(
    start: Start, user_folders: Path, tmp_path: Path
) -> None:
    database, folder = user_folders / "estrado" / "estrado.db", tmp_path / "papers"
    folder.mkdir()
    program = start()
    begin_today(program)
    program.keys("ctrl+4")
    paste_guests(program)
    write_invitations(program, folder)
    assert addressed(folder) == {f"guest{number:02}@example.org" for number in range(50)}
    accept(program)
    seat(program)
    badges = print_badges(program, folder / "badges.pdf")
    guests = json.loads(estrado("list", database, "attendees", "--json"))
    assert all(guest["name"] in badges for guest in guests)
    assert len({guest["seat"] for guest in guests} - {""}) == 50

    program.keys("ctrl+7")
    scan(program, guests)
    program.keys("ctrl+6")
    check_report(print_report(program, folder / "report.pdf"))
    program.keys("ctrl+q")
    assert program.ended() == 0
    assert program.complaints == ""
    guests = json.loads(estrado("list", database, "attendees", "--json"))
    assert [guest["attended"] for guest in guests] == [True] * CAME + [False] * (50 - CAME)


def row(number: int) -> str:
    """A guest as a row of a spreadsheet."""
    name = f"Guest{number:02} Family{number:02}"
    return f"{name}\tguest{number:02}@example.org\t{CATEGORIES[number % 5]}"


# before the event -----------------------------------------------------------------------------


def begin_today(program: Program) -> None:
    tree, today = program.tree, datetime.now(UTC).date()
    tree.find("Start an event", "push button").press()
    dialog = tree.find("New event", "dialog")
    dialog.find("Reception", "check box").press()
    program.fill("First day", f"{today.day} {today:%b} {today.year}")
    program.fill("Title · English", "National day")
    dialog.find("Start the event", "push button").press()
    tree.find("Event: National day", "button menu")


def paste_guests(program: Program) -> None:
    tree = program.tree
    tree.find("No guests yet", "label")
    program.copy("Name\tE-mail\tCategory\n" + "\n".join(map(row, range(50))))
    program.choose(tree.find("Actions", "button with drop down"), "Paste rows from a spreadsheet")
    dialog = tree.find("Invite guests from a list", "dialog")
    dialog.find("Next", "push button").press()
    dialog.find("Invite 50 guests", "push button").press()
    tree.find("50 guests", "label")


def write_invitations(program: Program, folder: Path) -> None:
    """As drafts for a mail program."""
    tree = program.tree
    program.choose(tree.find("Actions", "button with drop down"), "Write to guests")
    dialog = tree.find("Write to guests", "dialog")
    dialog.find("50 letters", "label")
    dialog.find("Save as drafts…", "push button").press()
    chooser = tree.find("A folder for the drafts", "dialog")
    chooser.find("Directory:", "text").write(str(folder))
    chooser.find("Choose", "push button").press()
    dialog.find("50 letters done", "label")
    dialog.find("Close", "push button").press()
    tree.gone("Write to guests", "dialog")


def accept(program: Program) -> None:
    """All at once."""
    tree = program.tree
    tree.find("Invited", "cell")
    tree.find("Guests", "table").focus()
    program.keys("ctrl+a")
    tree.find("50 selected", "label")
    program.choose(tree.find("Set reply", "button menu"), "Accepted")
    tree.find("Undo: Reply of 50 guests", "push button")


def seat(program: Program) -> None:
    tree = program.tree
    program.choose(tree.find("Actions", "button with drop down"), "Seating and protocol")
    tree.find("0 of 50 have a seat", "label")
    tree.find("New seating", "push button").press()
    dialog = tree.find("New seating", "dialog")
    program.fill("Title, English", "Dinner")
    dialog.find("Add", "push button").press()
    tree.find("Suggest", "push button").press()
    tree.find("50 of 50 have a seat", "label")


def print_badges(program: Program, file: Path) -> str:
    tree = program.tree
    program.keys("ctrl+6")
    tree.find("Badges", "check box").press()
    tree.find("Preview: Badges, ")
    save_as(program, file)
    tree.find("Mark these badges printed", "push button").press()
    tree.find("Undo: Print badges of 50 guests", "push button")
    return printed(file)


# at the door, and after -----------------------------------------------------------------------


def scan(program: Program, guests: list[dict[str, str]]) -> None:
    """A scanner types a code and Enter; the first is scanned a second time."""
    tree = program.tree
    line, count = tree.find("Scan a badge", "text"), tree.find("0 / 50", "label")
    line.focus()
    for so_far, guest in enumerate(guests[:CAME], start=1):
        program.type(guest["ticket"])
        program.keys("Return")
        come = f"{so_far} / 50"
        until(lambda come=come: count.name == come, lambda come=come: f"{come} in\n{tree}")
    tree.find(f"Welcome: {guests[CAME - 1]['name']}. Checked in at ")
    tree.find("printed", "label")
    program.type(guests[0]["ticket"])
    program.keys("Return")
    tree.find(f"Already in: {guests[0]['name']}. Nothing was noted.")
    assert count.name == f"{CAME} / 50"


def print_report(program: Program, file: Path) -> str:
    program.tree.find("Report", "check box").press()
    program.tree.find("Preview: Report, ")
    save_as(program, file)
    return printed(file)


def check_report(text: str) -> None:
    assert "30\nattended\n60%\nof those expected" in text
    for group in ("Diplomatic corps", "Officials", "Scholars", "Press", "Students"):
        assert f"{group} 6" in text
    assert (text.count("✓"), text.count("Did not come")) == (CAME, 50 - CAME)


def addressed(folder: Path) -> set[str]:
    """To whom the drafts in a folder go."""
    parser = BytesParser()
    letters = [parser.parsebytes(file.read_bytes()) for file in folder.glob("*.eml")]
    assert len(letters) == 50
    return {str(letter["To"]).rpartition("<")[2].rstrip(">") for letter in letters}
