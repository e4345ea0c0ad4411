"""What is meant by a word that somebody writes about an event."""

import pytest

from desktop.documents.options import meant

ROOMS = (("Sala 10", "10-зал"), ("Sala 1", "1-зал"), ("Aula Magna",), ())


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("sala 1", [ROOMS[1]]),
        ("1-ЗАЛ", [ROOMS[1]]),
        ("Sala", [ROOMS[0], ROOMS[1]]),
        (" magna ", [ROOMS[2]]),
        ("", [*ROOMS]),
        ("Cuarto", []),
    ],
)
def test_the_whole_name_is_meant_before_a_part_of_it(
    asked: str, found: list[tuple[str, ...]]
) -> None:
    assert meant(ROOMS, lambda names: names, asked) == found
