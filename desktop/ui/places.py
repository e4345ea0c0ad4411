"""The pages of the window, in the order of the side bar. A new page is one folder and one line.

The pages' modules are loaded by the worker: the first with the services, while the window paints,
the others when that one has been read.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from desktop.language.translation import msgid
from desktop.ui.desk import Desk
from desktop.ui.kit import Kit
from desktop.ui.page import Page
from desktop.ui.side_bar import Place

if TYPE_CHECKING:
    from collections.abc import Callable

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


def load(key: str) -> None:
    """Import a page ahead, on the window's thread, so that the first look at it is quick."""
    import_module(_MODULES[key])


def make(key: str, kit: Kit, desk: Desk) -> Page:
    """A new page."""
    build: Callable[[Kit, Desk], Page] = import_module(_MODULES[key]).make
    return build(kit, desk)
