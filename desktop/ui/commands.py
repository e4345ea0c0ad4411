"""What can be done on a page or a bar by its buttons and their menus, by name."""

from collections.abc import Iterator

from PySide6.QtWidgets import QAbstractButton, QMenu, QPushButton, QToolButton, QWidget

from desktop.ui.search_panel import Found

ICON = "chevron-right"


def commands(part: QWidget) -> Iterator[Found]:
    """The buttons that can be pressed now, and all that stands in their menus."""
    for button in part.findChildren(QAbstractButton):
        if not button.isVisible() or not button.isEnabled() or button.isCheckable():
            continue
        menu = button.menu() if isinstance(button, QPushButton | QToolButton) else None
        if menu is not None:
            yield from _within(menu, "")
        elif button.accessibleName() and button.property("kind") != "search":
            yield Found(button.accessibleName(), "", ICON, button.click)


def _within(menu: QMenu, above: str) -> Iterator[Found]:
    """The lines of a menu; those of a menu within it have its name before theirs."""
    menu.aboutToShow.emit()
    for action in menu.actions():
        name, _, keys = action.text().partition("\t")
        within = action.menu()
        if isinstance(within, QMenu):
            yield from _within(within, f"{above}{name}: ")
        elif action.isEnabled() and not action.isSeparator():
            keys = keys or action.shortcut().toString()
            yield Found(above + name, keys, ICON, action.trigger)
