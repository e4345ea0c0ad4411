"""Ctrl+K: any page, event, slot or person by a few letters."""

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from desktop.language.folding import fold
from desktop.language.translation import msgid
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
_BEGUN = {
    "programme": msgid("Add slot"),
    "speakers": msgid("Add person"),
    "guests": msgid("Add guest"),
    "organisations": msgid("Add organisation"),
}


class CommandSearch(SearchPanel):
    """A panel over the window; what is chosen is shown on its page."""

    def __init__(self, window: Frame) -> None:
        super().__init__(
            window.kit, window.kit.text("Search people, slots, events, commands"), window
        )
        self._frame = window
        every = {one.text: one for one in (*self._places(), *window.commands(), *self._deeds())}
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
                f"Ctrl+{number}" if number < 10 else "",
                place.icon,
                lambda key=place.key: window.show_page(key),
            )
            for number, place in enumerate(places.PLACES, 1)
        ]

    def _deeds(self) -> Iterator[Found]:
        """What is begun on another page: that is opened first."""
        kit, frame = self.kit, self._frame
        for key, name in _BEGUN.items():
            if key != frame.key and frame.desk.current is not None:
                yield Found(kit.text(name), "", "plus", partial(frame.begin_on, key))

    def _hit(self, hit: "Hit") -> Found:
        page, icon = _PAGES.get(hit.kind.lower(), ("programme", "search"))
        known, event = self._frame.desk.current, hit.event_id
        if not event or (known is not None and known.id == event):
            return Found(
                hit.title, hit.subtitle, icon, partial(self._frame.show_page, page, hit.id)
            )
        events = (one for one in self._frame.desk.events if one.id == event)
        called = next((self.kit.local(one.title, one.languages) for one in events), "")
        detail = " · ".join(filter(None, (called, hit.subtitle)))
        return Found(hit.title, detail, icon, partial(self._elsewhere, event, page, hit.id))

    def _elsewhere(self, event: int, page: str, number: int) -> None:
        """Show a value of another event."""
        self._frame.desk.choose_event(event)
        self._frame.show_page(page, number)


def _begins(words: list[str], wanted: list[str]) -> bool:
    """Whether each wanted word is the beginning of one that there is."""
    return all(any(word.startswith(one) for word in words) for one in wanted)
