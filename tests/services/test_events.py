"""Events: their short names, and what one cannot be."""

from datetime import date

import pytest

from desktop.domain.errors import BadInput, NotFound
from desktop.domain.event import Event
from desktop.domain.localized import Localized
from desktop.services import events
from desktop.services.workspace import Workspace

TITLE = Localized.of(es="Jornada de ciencia")


def test_an_event_gets_a_short_name_of_its_own(ws: Workspace) -> None:
    for title in (TITLE, TITLE, Localized.of(kk="Ғылым күні"), Localized()):
        events.create(ws, Event(title=title))
    slugs = [event.slug for event in events.list_events(ws)]
    assert slugs == ["jornada-de-ciencia", "jornada-de-ciencia-2", "ғылым-күні", "event"]
    with pytest.raises(BadInput, match="already an event"):
        events.create(ws, Event(slug="event"))
    assert events.event(ws, "event") == events.event(ws, 4)


def test_an_event_that_is_not_clear_is_asked_for_by_name(ws: Workspace) -> None:
    with pytest.raises(NotFound, match="no event yet"):
        events.only_event(ws)
    events.create(ws, Event(slug="uno"))
    assert events.only_event(ws).slug == "uno"
    events.create(ws, Event(slug="dos"))
    for ask in (lambda: events.only_event(ws), lambda: events.event(ws, "tres")):
        with pytest.raises(NotFound, match="uno, dos"):
            ask()


@pytest.mark.parametrize(
    ("event", "told"),
    [
        (Event(slug="Día 1"), "small letters"),
        (Event(slug="a", languages=()), "language"),
        (Event(slug="a", time_zone="Mars/Olympus"), "time zone"),
        (Event(slug="a", first_day=date(2026, 5, 2), last_day=date(2026, 5, 1)), "before"),
        (Event(slug="a", day_starts=12), "11"),
        (Event(slug="a", venue_id=7), "not there"),
    ],
)
def test_an_event_that_cannot_be_is_refused(ws: Workspace, event: Event, told: str) -> None:
    with pytest.raises(BadInput, match=told):
        events.create(ws, event)
    assert events.list_events(ws) == []
