"""The arrow keys on the grid."""

from collections.abc import Iterable

from PySide6.QtCore import QRect, Qt

ARROWS = {
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
}
"""How far an arrow goes across and down the window."""


def nearest(here: QRect, others: Iterable[tuple[int, QRect]], key: Qt.Key) -> int | None:
    """The slot whose card an arrow key leads to."""
    across, down = ARROWS[key]
    center = here.center()

    def distance(other: QRect) -> tuple[float, float] | None:
        there = other.center()
        dx, dy = there.x() - center.x(), there.y() - center.y()
        ahead, aside = (dx * across, abs(dy)) if across else (dy * down, abs(dx))
        return (ahead + 3 * aside, aside) if ahead > 4 else None

    found = [(far, number) for number, other in others if (far := distance(other))]
    return min(found)[1] if found else None
