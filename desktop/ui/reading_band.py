"""Says that the window only reads, as another one has the file, or that the server is away."""

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
        self._what = kit.label("", 13, 600, tone="ochre_text")
        self._at_door = False
        sign = kit.picture("info-circle", "ochre_text")
        self.setLayout(row(sign, self._what, (self._why, 1), gap=8, margins=(24, 0, 16, 0)))
        desk.barred_changed.connect(self.show_state)
        self.show_state()

    def show_page(self, key: str) -> None:
        """The door speaks of a server itself."""
        self._at_door = key == "door"
        self.show_state()

    def show_state(self) -> None:
        """Show who has the file, or that the server is away; nothing where all is well."""
        kit, barred = self._kit, self._desk.barred
        away = self._desk.away and not self._at_door
        what, why = kit.text("This window only reads"), kit.error(barred) if barred else ""
        if away:
            what = kit.text("The server does not answer")
            why = kit.text("Until it does, only the door can be worked with.")
        self._what.setText(what)
        self._why.say(why)
        self.setAccessibleName(what)
        self.setAccessibleDescription(why)
        self.setVisible(away or barred is not None)
