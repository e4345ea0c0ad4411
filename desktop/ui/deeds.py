"""What can be done on a page beyond its main button: one menu, and a line in it for each deed.

A page says its deeds in `ListPage.menu()`; they are asked for each time the menu opens, so that
a deed may say for how many rows it is. Those of the guests stand in `attendees/deeds.py`.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from desktop.ui.kit import Kit, opens_menu


@dataclass(frozen=True, slots=True)
class Deed:
    """A line of the menu: what it is called (translated), its icon, what it does.

    `keys` are shown beside the name; whoever hears them is the page. `apart` draws a line above.
    `more` are the lines of a menu within the menu; `on` ticks the line, or says that it could be.
    """

    name: str
    icon: str
    run: Callable[[], object] | None = None
    keys: str = ""
    apart: bool = False
    more: "tuple[Deed, ...]" = ()
    on: bool | None = None


def menu_button(kit: Kit, deeds: Callable[[], Sequence[Deed]]) -> QToolButton:
    """A button that opens the menu of what can be done now."""
    button = kit.tool("dots-vertical", kit.text("Actions"))
    opens_menu(button)
    menu = QMenu(button)
    menu.aboutToShow.connect(lambda: _fill(kit, menu, deeds()))
    button.setMenu(menu)
    return button


def open_menu(kit: Kit, owner: QWidget, deeds: Sequence[Deed], at: QPoint) -> None:
    """The same menu where somebody points, in the coordinates of the screen."""
    menu = QMenu(owner)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    _fill(kit, menu, deeds)
    menu.popup(at)


def _fill(kit: Kit, menu: QMenu, deeds: Sequence[Deed]) -> None:
    menu.clear()
    for deed in deeds:
        if deed.apart and menu.actions():
            menu.addSeparator()
        if deed.more:
            within = menu.addMenu(kit.icon(deed.icon, "navy"), deed.name)
            _fill(kit, within, deed.more)
        else:
            _add(kit, menu, deed)


def _add(kit: Kit, menu: QMenu, deed: Deed) -> None:
    action = menu.addAction("\t".join(filter(None, (deed.name, deed.keys))))
    action.setEnabled(deed.run is not None)
    if deed.on is not None:
        action.setCheckable(True)
        action.setChecked(deed.on)
    else:
        action.setIcon(kit.icon(deed.icon, "navy"))
    if deed.run is not None:
        action.triggered.connect(deed.run)
