"""Ctrl+K: any page, event, slot or person by a few letters."""

from typing import TYPE_CHECKING

from desktop.language.folding import fold
from desktop.ui import places
from desktop.ui.frame import Frame
from desktop.ui.search_panel import Found, SearchPanel

if TYPE_CHECKING:
    from desktop.services.search import Hit
    from desktop.services.workspace import Workspace

_PAGES = {
    "event": ("events", "calendar-event"),
    "slot": ("programme", "layout-board"),
    "person": ("speakers", "user"),
    "organisation": ("organisations", "building-bank"),
}


class CommandSearch(SearchPanel):
    """A panel over the window; what is chosen is shown on its page."""

    def __init__(self, window: Frame) -> None:
        super().__init__(
            window.kit, window.kit.text("Search people, slots, events, commands"), window
        )
        self._frame = window

    def look_for(self, text: str) -> None:
        pages = self._places(text)
        if not text:
            self.show_found(pages)
            return

        def work(workspace: "Workspace") -> "list[Hit]":
            from desktop.services import search

            return search.search(workspace, text)

        def done(hits: "list[Hit]") -> None:
            if text == self.field.text().strip():
                self.show_found([*(self._hit(hit) for hit in hits), *pages])

        self._frame.desk.read(self, work, done)

    def _places(self, text: str) -> list[Found]:
        """Pages and commands that go with a text."""
        kit, window = self.kit, self._frame
        every = [
            Found(
                kit.text("Go to {page}", page=kit.text(place.name)),
                f"Ctrl+{number}",
                place.icon,
                lambda key=place.key: window.show_page(key),
            )
            for number, place in enumerate(places.PLACES, 1)
        ]
        for name, icon, deed in window.commands():
            every.append(Found(name, "", icon, deed))
        wanted = fold(text).split()
        return [one for one in every if all(word in fold(one.text) for word in wanted)]

    def _hit(self, hit: "Hit") -> Found:
        page, icon = _PAGES.get(hit.kind.lower(), ("programme", "search"))
        number = hit.id
        return Found(hit.title, hit.subtitle, icon, lambda: self._frame.show_page(page, number))
