"""Says that the window only reads, because another one has the file."""

from PySide6.QtWidgets import QFrame

from desktop.ui.desk import Desk
from desktop.ui.kit import Kit
from desktop.ui.layout import row

HEIGHT = 36


class ReadingBand(QFrame):
    """Stands above the page as long as that is so."""

    def __init__(self, kit: Kit, desk: Desk) -> None:
        super().__init__()
        self._kit, self._desk = kit, desk
        self.setProperty("box", "reading")
        self.setFixedHeight(HEIGHT)
        self._why = kit.elided()
        what = kit.label(kit.text("This window only reads"), 13, 600, tone="ochre_text")
        sign = kit.picture("info-circle", "ochre_text")
        self.setLayout(row(sign, what, (self._why, 1), gap=8, margins=(24, 0, 16, 0)))
        self.setAccessibleName(kit.text("This window only reads"))
        desk.barred_changed.connect(self.show_state)
        self.show_state()

    def show_state(self) -> None:
        """Show who has the file; nothing where this window may write."""
        barred = self._desk.barred
        why = self._kit.error(barred) if barred is not None else ""
        self._why.say(why)
        self.setAccessibleDescription(why)
        self.setVisible(barred is not None)
