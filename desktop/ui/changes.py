"""What a verb changed, as a signal: views decide for themselves what to read again."""

from PySide6.QtCore import QObject, Signal

from desktop.domain.change import Change


class Changes(QObject):
    """Tells every view about each Change, whoever made it; undo and redo are Changes too."""

    made = Signal(object)

    def tell(self, change: Change) -> None:
        """Pass on what a verb changed."""
        self.made.emit(change)


def touches(change: Change, kinds: tuple[type, ...]) -> bool:
    """Whether a Change concerns values of these kinds."""
    return any(change.touched(kind) for kind in kinds)
