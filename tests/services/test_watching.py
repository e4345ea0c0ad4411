"""Other desks hear of what one desk does, and only they."""

import queue
from collections.abc import Iterator

import pytest
from sqlalchemy import create_engine, text

from desktop.domain.change import Change
from desktop.domain.venue import Venue
from desktop.services import events, history
from desktop.services.watching import watch
from desktop.services.workspace import Workspace
from tests.storage.databases import on_server

Heard = queue.Queue[Change | None]


@pytest.fixture
def url(server: str) -> str:
    return on_server(server)


@pytest.fixture
def desks(url: str) -> Iterator[tuple[Workspace, Workspace]]:
    with Workspace.open(url, who="one") as one, Workspace.open(url, who="two") as two:
        yield one, two


def test_a_change_is_heard_with_what_it_touched(desks: tuple[Workspace, Workspace]) -> None:
    one, two = desks
    heard: Heard = queue.Queue()
    watching = watch(two, heard.put)
    made = events.save_venue(one, Venue())
    change = heard.get(timeout=5)
    assert change is not None
    assert (change.id, change.who, change.name) == (made.id, "one", made.name)
    assert change.touched(Venue) == made.touched(Venue)
    history.undo(one)
    undone = heard.get(timeout=5)
    assert undone is not None
    assert undone.undoes == made.id
    assert undone.touched(Venue) == made.touched(Venue)
    watching.close()


def test_one_does_not_hear_oneself(desks: tuple[Workspace, Workspace]) -> None:
    one, two = desks
    heard: Heard = queue.Queue()
    watching = watch(one, heard.put)
    events.save_venue(one, Venue())
    events.save_venue(two, Venue())
    change = heard.get(timeout=5)
    assert change is not None
    assert change.who == "two"
    watching.close()


def test_what_failed_is_not_heard(desks: tuple[Workspace, Workspace]) -> None:
    one, two = desks
    heard: Heard = queue.Queue()
    watching = watch(two, heard.put)
    with pytest.raises(KeyError):
        fail(one)
    made = events.save_venue(one, Venue())
    change = heard.get(timeout=5)
    assert change is not None
    assert change.id == made.id
    watching.close()


def test_a_listener_comes_back_after_the_connection_was_lost(
    desks: tuple[Workspace, Workspace], url: str
) -> None:
    one, two = desks
    heard: Heard = queue.Queue()
    watching = watch(two, heard.put)
    cut_every_connection(url)
    assert heard.get(timeout=5) is None, "lost"
    assert heard.get(timeout=5) is None, "and back: some may have been missed"
    events.save_venue(one, Venue())
    assert heard.get(timeout=5) is not None
    watching.close()


def test_nothing_is_heard_of_a_file(ws: Workspace) -> None:
    heard: Heard = queue.Queue()
    watching = watch(ws, heard.put)
    events.save_venue(ws, Venue())
    watching.close()
    assert heard.empty()


def fail(ws: Workspace) -> None:
    with ws.change("Fail") as work:
        work.put(Venue())
        raise KeyError


def cut_every_connection(url: str) -> None:
    """What a server does to its clients when it goes down."""
    engine = create_engine(url, isolation_level="AUTOCOMMIT")
    cut = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
    with engine.connect() as connection:
        others = " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        connection.execute(text(cut + others))
    engine.dispose()
