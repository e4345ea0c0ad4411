"""The arrow keys on the grid."""

from collections.abc import Iterable

from PySide6.QtCore import Qt

from desktop.ui.schedule.slot_item import SlotItem

ARROWS = {
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
}
"""How far an arrow goes across and down the window."""


def nearest(here: SlotItem, others: Iterable[SlotItem], key: Qt.Key) -> SlotItem | None:
    """The card that an arrow key leads to."""
    across, down = ARROWS[key]
    center = here.geometry().center()

    def distance(other: SlotItem) -> tuple[float, float] | None:
        there = other.geometry().center()
        dx, dy = there.x() - center.x(), there.y() - center.y()
        ahead, aside = (dx * across, abs(dy)) if across else (dy * down, abs(dx))
        return (ahead + 3 * aside, aside) if ahead > 4 else None

    found = [(far, other) for other in others if (far := distance(other))]
    return min(found, key=lambda pair: pair[0])[1] if found else None
