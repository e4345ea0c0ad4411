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
        every = {one.text: one for one in (*self._places(), *window.commands())}
        self._every = [*every.values()]

    def look_for(self, text: str) -> None:
        wanted, language = fold(text).split(), self.kit.language
        pages = [one for one in self._every if _begins(fold(one.text).split(), wanted)]
        if not text:
            self.show_found(pages)
            return

        def work(workspace: "Workspace") -> "list[Hit]":
            from desktop.services import search

            return search.search(workspace, text, language=language)

        def done(hits: "list[Hit]") -> None:
            if text == self.field.text().strip():
                self.show_found([*(self._hit(hit) for hit in hits), *pages])

        self._frame.desk.read(self, work, done)

    def _places(self) -> list[Found]:
        """The pages."""
        kit, window = self.kit, self._frame
        return [
            Found(
                kit.text("Go to {page}", page=kit.text(place.name)),
                f"Ctrl+{number}",
                place.icon,
                lambda key=place.key: window.show_page(key),
            )
            for number, place in enumerate(places.PLACES, 1)
        ]

    def _hit(self, hit: "Hit") -> Found:
        page, icon = _PAGES.get(hit.kind.lower(), ("programme", "search"))
        number = hit.id
        return Found(hit.title, hit.subtitle, icon, lambda: self._frame.show_page(page, number))


def _begins(words: list[str], wanted: list[str]) -> bool:
    """Whether each wanted word is the beginning of one that there is."""
    return all(any(word.startswith(one) for word in words) for one in wanted)
