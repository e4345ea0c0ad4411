"""An event from a template to its printed programme, as an organiser makes it."""

import json
import re
from collections.abc import Callable
from pathlib import Path

from tests.end_to_end.conftest import Program, estrado, printed, save_as
from tests.end_to_end.tree import Node, until

Start = Callable[..., Program]
Point = tuple[int, int]

SPEAKERS = ("Elena Vidal", "Aigul Saparova", "Tomás Rey")
GUESTS = """\
Name\tE-mail\tCategory
Ana Ruiz\tana@example.org\tscholar
Luis Prieto\tluis@example.org\tpress
Marta Sanz\tmarta@example.org\tscholar
Айдос Ержанов\taidos@example.org\tofficial
Дина Омарова\tdina@example.org\tstudent
Sofía León\tsofia@example.org\tstudent
Pablo Gil\tpablo@example.org\tpress
Irene Mora\tirene@example.org\tscholar
Ерлан Касымов\terlan@example.org\tdiplomat
Lucía Vega\tlucia@example.org\tscholar
"""
PROGRAMME = (
    ("10:00", "The vaccine expedition", "La expedición de la vacuna"),
    ("10:00", "Q&A", "Turno de preguntas"),
    ("10:40", "Steppe and sierra", "La estepa y la sierra"),
    ("10:50", "Welcome address", "Palabras de bienvenida"),
)


def test_an_event_from_a_template_to_paper_in_two_languages(
    start: Start, user_folders: Path, tmp_path: Path
) -> None:
    program = start()
    begin(program)
    name_rooms(program)
    program.keys("ctrl+2")
    place_slots(program)
    clash_and_mend(program)
    invite_speakers(program)
    program.keys("ctrl+4")
    paste_guests(program)

    database = user_folders / "estrado" / "estrado.db"
    made = stored(database)
    assert [len(values) for values in made] == [1, 5, 13, 10]
    program.keys("ctrl+1")
    undo_all(program)
    assert json.loads(estrado("list", database, "people", "--json")) == []
    redo_all(program)
    assert stored(database) == made

    program.keys("ctrl+6")
    program.tree.find("Preview: Programme, 1 page")
    save_as(program, tmp_path / "programme.pdf")
    program.keys("ctrl+q")
    assert program.ended() == 0
    assert program.complaints == ""
    check_paper(printed(tmp_path / "programme.pdf"))


# the window -----------------------------------------------------------------------------------


def begin(program: Program) -> None:
    tree = program.tree
    tree.find("Start an event", "push button").press()
    dialog = tree.find("New event", "dialog")
    dialog.find("Lecture", "check box").press()
    dialog.find("Title · English", "text").write("Science without borders")
    program.choose(dialog.find("Add language", "button menu"), "Español")
    dialog.find("Move Español up", "push button")
    dialog.find("Start the event", "push button").press()
    tree.find("Event: Science without borders", "button menu")


def name_rooms(program: Program) -> None:
    tree = program.tree
    tree.find("Edit event", "push button").press()
    tree.find("Room 1, English", "text")
    program.fill("First day", "12 Mar 2027")
    program.fill("Title, Español", "Ciencia sin fronteras")
    program.fill("Room 1, English", "Great hall")
    program.fill("Room 1, Español", "Aula Magna")
    tree.find("Add room", "push button").press()
    program.fill("Room 2, English", "Library")
    program.fill("Room 2, Español", "Biblioteca")
    tree.find("Undo: Edit room Library")


def place_slots(program: Program) -> None:
    """One is dragged and its hour typed, one dragged beside it, one placed by a key, one new."""
    tree = program.tree
    grid = tree.find("Programme by time and room")
    program.drag(tree.find("Lecture, ", "push button").at(), grid.at(0.3, 0.5))
    first_card(grid).press()
    program.fill("Begins", "10:00", "spin box")
    grid.find("10:00–10:50, Lecture", "push button")
    program.fill("Title, English", "The vaccine expedition")
    program.fill("Title, Español", "La expedición de la vacuna")
    lecture = grid.find("10:00–10:50, The vaccine expedition", "push button")

    program.drag(tree.find("Q&A, ", "push button").at(), beside(lecture, 0))
    grid.find("10:00–10:30, Q&A", "push button")
    tree.find("Welcome address, ", "push button").focus()
    program.keys("Return")
    grid.find("10:50–11:00, Welcome address", "push button")

    program.click(beside(lecture, 0.8), times=2)
    tree.find("– 11:10", "label")
    program.fill("Title, English", "Steppe and sierra")
    grid.find("10:40–11:10, Steppe and sierra", "push button")
    program.fill("Title, Español", "La estepa y la sierra")
    tree.find("Undo: Edit slot Steppe and sierra")


def clash_and_mend(program: Program) -> None:
    tree = program.tree
    grid = tree.find("Programme by time and room")
    lecture, questions = grid.find("10:00–10:50, "), grid.find("10:00–10:30, Q&A")
    program.drag(grip(questions), grip(lecture))
    grid.find("10:00–10:50, The vaccine expedition, Great hall is taken: “Q&A”")
    tree.find("1 clash", "check box")
    grid.find("10:00–10:30, Q&A, Great hall is taken").focus()
    program.keys("alt+Right")
    tree.gone("1 clash", "check box")


def invite_speakers(program: Program) -> None:
    tree = program.tree
    tree.find("10:00–10:50, The vaccine expedition", "push button").press()
    tree.find("– 10:50", "label")
    for name in SPEAKERS:
        tree.find("Add speaker", "push button").press()
        tree.find("Who speaks? Type a name", "text").write(name)
        tree.find(f"New person “{name}”", "list item")
        program.keys("Return")
        tree.find(f"Take {name} out of this slot", "push button")


def paste_guests(program: Program) -> None:
    tree = program.tree
    tree.find("No guests yet", "label")
    program.copy(GUESTS)
    program.choose(tree.find("Actions", "button with drop down"), "Paste rows from a spreadsheet")
    dialog = tree.find("Invite guests from a list", "dialog")
    dialog.find("Next", "push button").press()
    dialog.find("Invite 10 guests", "push button").press()
    tree.find("10 guests", "label")


def undo_all(program: Program) -> None:
    undo, redo = history(program)
    assert undo.name == "Undo: Invite 10 guests"
    press_through(undo, redo)
    assert (undo.name, redo.name) == ("Undo", "Redo: Add event Science without borders")
    program.tree.find("Event: No event yet", "button menu")


def redo_all(program: Program) -> None:
    undo, redo = history(program)
    press_through(redo, undo)
    assert (undo.name, redo.name) == ("Undo: Invite 10 guests", "Redo")
    program.tree.find("Event: Science without borders", "button menu")


def press_through(button: Node, other: Node) -> None:
    """Press a button, as long as it says what it would undo or redo."""
    while ": " in (names := (button.name, other.name))[0]:
        button.press()
        until(lambda: names != (button.name, other.name), lambda: f"{names} to be done")


# what is seen ---------------------------------------------------------------------------------


def first_card(grid: Node) -> Node:
    """The first slot that stands on the grid."""

    def look() -> Node | None:
        parts = (part for part in grid.walk() if part.is_usable)
        return next((part for part in parts if part.role == "push button"), None)

    return until(look, lambda: f"a slot in\n{grid}")


def grip(card: Node) -> Point:
    """Where a card is taken: near its upper edge."""
    left, top, width, _height = card.box
    return left + width // 2, top + 8


def beside(card: Node, down: float) -> Point:
    """In the next room, from the beginning (0) to the end (1) of a slot."""
    left, top, width, height = card.box
    return left + width * 3 // 2, top + 8 + round((height - 8) * down)


def history(program: Program) -> tuple[Node, Node]:
    """The two buttons, whether there is something to undo and redo or not."""
    found = [part for part in program.tree.walk() if part.name.startswith(("Undo", "Redo"))]
    return found[0], found[1]


def stored(database: Path) -> list[list[object]]:
    """All that is kept, as a script reads it."""
    kinds = ("events", "slots", "people", "attendees")
    return [json.loads(estrado("list", database, kind, "--json")) for kind in kinds]


def check_paper(text: str) -> None:
    """Everything stands there in both languages, in the order of the day."""
    assert "Friday, 12 March 2027 Viernes, 12 de marzo de 2027" in text
    head = ("Science without borders", "Ciencia sin fronteras")
    day = ".*".join(re.escape(words) for slot in (head, *PROGRAMME) for words in slot)
    assert re.search(day, text, re.DOTALL), text
    for words in (*SPEAKERS, "Great hall", "Aula Magna", "Library", "Biblioteca"):
        assert text.count(words) == 2, words
