"""The pages of the window, in the order of the side bar. A new page is one folder and one line.

A page's modules are loaded when it is first shown; those of the others one by one, when the first
page has its rows.
"""

from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING

from desktop.language.translation import msgid
from desktop.ui.desk import Desk
from desktop.ui.kit import Kit
from desktop.ui.page import Page
from desktop.ui.side_bar import Place

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

PLACES = (
    Place("events", msgid("Events"), "calendar-event"),
    Place("programme", msgid("Programme"), "layout-board"),
    Place("speakers", msgid("Speakers"), "microphone-2"),
    Place("guests", msgid("Guests"), "users"),
    Place("organisations", msgid("Organisations"), "building-bank"),
    Place("documents", msgid("Documents"), "file-text"),
    Place("door", msgid("Door"), "door-enter"),
    Place("translations", msgid("Translations"), "language"),
    Place("history", msgid("History"), "history", foot=True),
    Place("seating", msgid("Seating"), "armchair", within="guests"),
)

_MODULES = {
    "events": "desktop.ui.events.page",
    "programme": "desktop.ui.schedule.page",
    "speakers": "desktop.ui.speakers.page",
    "guests": "desktop.ui.attendees.page",
    "organisations": "desktop.ui.organisations.page",
    "documents": "desktop.ui.publish.page",
    "door": "desktop.ui.door.page",
    "translations": "desktop.ui.translations.page",
    "history": "desktop.ui.history.page",
    "seating": "desktop.ui.seating.page",
}


def modules() -> "Iterator[str]":
    """The names of the pages' modules: a whole page at once would take longer than a frame."""
    for page in _MODULES.values():
        folder = import_module(page.rpartition(".")[0])
        yield from (f"{folder.__name__}.{module.name}" for module in iter_modules(folder.__path__))


def make(key: str, kit: Kit, desk: Desk) -> Page:
    """A new page."""
    build: Callable[[Kit, Desk], Page] = import_module(_MODULES[key]).make
    return build(kit, desk)
