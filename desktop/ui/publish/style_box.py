"""Which house style documents wear: one that comes with the program, or a file of one's own.

Files of one's own are looked at again and again while the page is seen. That is done by hand:
what the system tells of changes ends where an editor puts a new file in the place of the old one,
and is not told at all of a folder on another computer.
"""

from collections.abc import Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import QStandardPaths, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QImage
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.domain.event import Event
from desktop.services import house_styles
from desktop.services.house_styles import Offer
from desktop.ui.desk import Desk
from desktop.ui.kit import Kit
from desktop.ui.layout import col, holder, row
from desktop.ui.memory import Memory
from desktop.ui.publish.rendering import render
from desktop.ui.publish.style_field import FILE, MAKE, SHEET, StyleField
from desktop.ui.worker import Progress

LOOK = 300
"""Milliseconds between two looks at the files."""


class StyleBox(QWidget):
    """`edited` tells that documents look different now: another style, or another file of it.

    The choice is remembered for each event on this computer, the files for its user.
    """

    edited = Signal()
    looked = Signal()
    """What there is to choose from is known, or known to be other than before."""

    def __init__(self, kit: Kit, desk: Desk) -> None:
        super().__init__()
        self._kit, self._desk, self._memory = kit, desk, Memory()
        self._event_id: int = 0
        self._offers: list[Offer] = []
        self.key = ""
        """The style that is chosen: a name, or the path of a file."""
        self.field = StyleField(kit)
        self.field.edited.connect(self._chosen)
        self.field.wanted.connect(self._do)
        self.file = kit.elided("", 12, tone="muted")
        self.open = kit.tool("pencil", kit.text("Open the file of this style"))
        self.open.clicked.connect(lambda: self.edit(self.key))
        self.remove = kit.tool("x", kit.text("Take this style off the list; its file stays"))
        self.remove.clicked.connect(self.take_off)
        self._own = holder(row((self.file, 1), self.open, self.remove, gap=0))
        self.trouble = kit.note("", px=13, tone="red")
        sign = kit.picture("alert-triangle", "red", 18)
        self._trouble = holder(row(col(sign, None), (self.trouble, 1), gap=8))
        self.setLayout(
            col(
                kit.field(kit.text("House style"), self.field),
                *(self._own, self._trouble),
                gap=4,
            )
        )
        self._show_chosen()
        self._watch = QTimer(self, interval=LOOK, singleShot=True)
        self._watch.timeout.connect(self._look)
        self._look()

    def show_event(self, event: Event) -> None:
        """Wear what was chosen for an event."""
        self._event_id = event.id
        self.key = self._memory.style(self._desk.location, event.id)
        self._show_chosen()

    @property
    def broken(self) -> bool:
        """Whether the file of the chosen style cannot be read as it is now."""
        return bool(self._offer and self._offer.trouble)

    def parts(self, kind: str) -> Mapping[str, str]:
        """The options of a kind that the style chooses."""
        offer = self._offer
        return offer.style.parts.get(kind, {}) if offer else {}

    # a file of one's own ----------------------------------------------------------------------

    def _do(self, deed: str) -> None:
        {FILE: self.ask_file, MAKE: self.ask_new}[deed]()

    def ask_file(self) -> None:
        """Choose a file."""
        text = self._kit.text
        kinds = text("House styles (*.toml)") + ";;" + text("All files (*)")
        name, _ = QFileDialog.getOpenFileName(self, text("A house style of your own"), "", kinds)
        if name:
            self.take(name)

    def ask_new(self) -> None:
        """Choose where a new file is to be."""
        text, place = self._kit.text, QStandardPaths.StandardLocation.DocumentsLocation
        start = Path(QStandardPaths.writableLocation(place)) / f"{text('House style')}.toml"
        title, kinds = text("Make a house style"), text("House styles (*.toml)")
        name, _ = QFileDialog.getSaveFileName(self, title, str(start), kinds)
        if name:
            self.make(name)

    def take(self, file: str) -> None:
        """Put a file on the list, and wear it."""
        self._memory.keep_styles([*(one for one in self._memory.styles if one != file), file])
        self._wear(file)

    def make(self, file: str) -> None:
        """Write a file that is like the style worn now, wear it, and open it to be changed."""
        like, language = self.key, self._kit.language

        def made(_none: None) -> None:
            self.take(file)
            self.edit(file)

        self._desk.press.do(self, lambda _progress: house_styles.begin(file, like, language), made)

    def edit(self, file: str) -> None:
        """Open a file with the system's editor; where it knows none, its folder."""
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(file)):
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(Path(file).parent)))

    def take_off(self) -> None:
        """Take the chosen file off the list and wear the usual style."""
        self._memory.keep_styles([one for one in self._memory.styles if one != self.key])
        self._wear("")

    # within -----------------------------------------------------------------------------------

    @property
    def _offer(self) -> Offer | None:
        """What is chosen, as it was when it was looked at last."""
        usual = self._offers[0] if self._offers else None
        return next((one for one in self._offers if one.key == self.key), usual)

    def _chosen(self) -> None:
        self._wear(self.field.value or "")

    def _wear(self, key: str) -> None:
        self.key = key
        self._memory.chose_style(self._desk.location, self._event_id, key)
        self._show_chosen()
        self._look()
        self.edited.emit()

    def _look(self) -> None:
        """Look at all files; the next time soon after."""
        files, language = self._memory.styles, self._kit.language
        self._watch.stop()
        self._desk.press.do(
            self, lambda _progress: house_styles.offered(files, language), self._take
        )

    def _take(self, offers: list[Offer]) -> None:
        before = self._offer
        if offers != self._offers:
            self._offers = offers
            self._show_offers()
            self.looked.emit()
        now = self._offer
        if before and now and before.key == now.key and before.style != now.style:
            self.edited.emit()
        if self._memory.styles:
            self._watch.start()

    def _show_offers(self) -> None:
        self.field.show_offers(self._offers)
        self._show_chosen()
        self._desk.press.do(self, partial(_drawn, self._offers), self.field.show_sheets)

    def _show_chosen(self) -> None:
        offer = self._offer
        self.field.show_chosen(offer.key if offer else "")
        own = bool(offer and offer.own)
        self._own.setVisible(own)
        self.file.say(Path(self.key).name if own else "")
        self.file.setToolTip(self.key)
        self.trouble.setText(offer.trouble if offer else "")
        self._trouble.setVisible(self.broken)


def _drawn(offers: list[Offer], _progress: Progress) -> dict[str, QImage]:
    """A small sheet in each style."""
    return {
        offer.key: render(house_styles.picture(offer.style), {0: SHEET * 2})[0] for offer in offers
    }
