"""From the first start to a page on the screen, as somebody does it who has just installed it."""

import json
from collections.abc import Callable
from pathlib import Path

from tests.end_to_end.conftest import Program, estrado

LECTURE = "15:30–16:15, Spanish science: from the vaccine expeditions"
Start = Callable[..., Program]


def test_a_first_look_leads_from_the_example_to_its_pages(start: Start) -> None:
    program = start()
    program.tree.find("Look around first", "push button").press()
    program.tree.find("Event: Kazakhstan and Spain", "button menu")
    program.tree.find(LECTURE, "push button")

    program.keys("ctrl+6")
    program.tree.find("1 / ", "label")
    program.tree.find("Next page", "push button").press()
    program.tree.find("2 / ", "label")
    program.keys("ctrl+q")
    assert program.ended() == 0
    assert program.complaints == ""


def test_what_was_opened_is_there_the_next_time(start: Start, tmp_path: Path) -> None:
    database = str(tmp_path / "spring.db")
    estrado("new", database, "--reference-event")
    program = start(database)
    program.tree.find(LECTURE, "push button")
    program.tree.find("Undo: Add the reference event", "push button").press()
    program.tree.find("Event: No event yet", "button menu")
    program.keys("ctrl+q")
    assert program.ended() == 0
    assert json.loads(estrado("list", database, "events", "--json")) == []

    program = start(database)
    program.tree.find("Redo: Add the reference event", "push button").press()
    program.tree.find("Event: Kazakhstan and Spain", "button menu")
    program.keys("ctrl+q")
    assert program.ended() == 0
    assert len(json.loads(estrado("list", database, "slots", "--json"))) == 8
