"""What can be done on a page beyond its main button: one menu, and a line in it for each deed.

A page says its deeds in `ListPage.menu()`; they are asked for each time the menu opens, so that
a deed may say for how many rows it is. Those of the guests stand in `attendees/deeds.py`.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QMenu, QToolButton

from desktop.ui.kit import Kit


@dataclass(frozen=True, slots=True)
class Deed:
    """A line of the menu: what it is called (translated), its icon, what it does.

    `keys` are shown beside the name; whoever hears them is the page. `apart` draws a line above.
    """

    name: str
    icon: str
    run: Callable[[], object]
    keys: str = ""
    apart: bool = False


def menu_button(kit: Kit, deeds: Callable[[], Sequence[Deed]]) -> QToolButton:
    """A button that opens the menu of what can be done now."""
    button = kit.tool("dots-vertical", kit.text("Actions"))
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    menu = QMenu(button)
    menu.aboutToShow.connect(lambda: _fill(kit, menu, deeds()))
    button.setMenu(menu)
    return button


def _fill(kit: Kit, menu: QMenu, deeds: Sequence[Deed]) -> None:
    menu.clear()
    for deed in deeds:
        if deed.apart:
            menu.addSeparator()
        name = "\t".join(filter(None, (deed.name, deed.keys)))
        action = menu.addAction(kit.icon(deed.icon, "navy"), name)
        action.triggered.connect(deed.run)
