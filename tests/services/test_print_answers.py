"""What of an event the options of its documents can ask for."""

import pytest

from desktop.documents.kinds import kind
from desktop.documents.request import Request, silent
from desktop.services import events, print_answers, publishing, reference
from desktop.services.workspace import Workspace
from tests.documents.reading import Paper


@pytest.fixture
def event_id(ws: Workspace) -> int:
    reference.create_reference_event(ws)
    return events.only_event(ws).id


def test_days_rooms_speakers_and_categories_are_named_in_the_readers_language(
    ws: Workspace, event_id: int
) -> None:
    found = print_answers.answers(ws, event_id, "ru")
    assert found["day"] == [("2026-03-12", "четверг, 12 марта 2026\u00a0г.")]
    assert ("Aula Magna", "Актовый зал") in found["room"]
    assert found["category"] == sorted(found["category"], key=lambda one: one[1])
    assert ("press", "СМИ") in found["category"]
    assert "Эрнандес-Торрано" in " ".join(name for _, name in found["speaker"])


def test_each_answer_is_understood_by_the_documents(ws: Workspace, event_id: int) -> None:
    answers = print_answers.answers(ws, event_id, "es")
    held = publishing.dossier(ws, event_id)
    for document, option, asked in (
        ("door-signs", "room", "room"),
        ("door-signs", "day", "day"),
        ("badges", "category", "category"),
        ("table-signs", "who", "speaker"),
    ):
        assert answers[asked]
        for value, _ in answers[asked]:
            request = Request(("es",), options={option: value})
            with Paper(kind(document).make(held, request, silent)) as paper:
                assert len(paper.pages) >= 1
