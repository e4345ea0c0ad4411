"""Finds one of many values of a field by a few letters."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtWidgets import QWidget

from desktop.language.folding import fold
from desktop.ui.kit import Kit
from desktop.ui.search_panel import Found, SearchPanel

MOST = 100
"""More values than these are not shown at once."""


class ValuePanel(SearchPanel):
    """Calls `then(value)`; `values` are words and counts by value, the most frequent first."""

    def __init__(
        self,
        kit: Kit,
        name: str,
        values: Mapping[str, tuple[str, int]],
        window: QWidget,
        then: Callable[[str], None],
    ) -> None:
        super().__init__(kit, name, window)
        self._then = then
        self._values = [
            (value, words, str(count), f" {fold(words)}")
            for value, (words, count) in values.items()
        ]

    def look_for(self, text: str) -> None:
        typed = [f" {word}" for word in fold(text).split()]
        fitting = (one for one in self._values if all(word in one[3] for word in typed))
        self.show_found(
            Found(words, count, "filter", partial(self._then, value))
            for _, (value, words, count, _) in zip(range(MOST), fitting, strict=False)
        )
