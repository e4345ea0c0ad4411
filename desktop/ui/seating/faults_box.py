"""What is wrong with a seating, line by line; each leads to the seats that it is about."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QFrame, QVBoxLayout

from desktop.services import seating_board
from desktop.ui.kit import Kit
from desktop.ui.layout import col, row, scrolled
from desktop.ui.seating.snapshot import Snapshot

LINE, MOST = 28, 4


class FaultsBox(QFrame):
    """Takes no room where nothing is wrong."""

    def __init__(
        self,
        kit: Kit,
        led: Callable[[tuple[int, ...]], None],
        add_speakers: Callable[[], None],
    ) -> None:
        super().__init__()
        self._kit, self._led = kit, led
        self.setProperty("box", "foot")
        self.setAccessibleName(kit.text("What is wrong"))
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        self.speakers = kit.button("", "link", "user-plus")
        self.speakers.clicked.connect(add_speakers)
        self._area = scrolled(col(self._lines, None, gap=0))
        self.setLayout(col(row(self.speakers, None), self._area, gap=0, margins=(16, 4, 16, 4)))

    def show_faults(self, shown: Snapshot) -> None:
        """Show what is wrong now."""
        while (item := self._lines.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        board, kit = shown.board, self._kit
        faults = board.faults
        for fault in faults:
            words = seating_board.finding(board, fault).text(kit.language)
            line = kit.button(words, "link", "alert-circle")
            line.setIcon(kit.icon("alert-circle", "red"))
            line.setFixedHeight(LINE)
            line.clicked.connect(partial(self._lead, fault.attendee_ids))
            self._lines.addWidget(line)
        self._area.setFixedHeight(min(len(faults), MOST) * LINE + 2)
        self._area.setVisible(bool(faults))
        words = kit.plural(
            "{n} person speaks here and is not on the guest list: add",
            "{n} people speak here and are not on the guest list: add",
            board.speakers,
        )
        self.speakers.setText(f"\u00a0{words}")
        self.speakers.setAccessibleName(words)
        self.speakers.setVisible(board.speakers > 0)
        self.setVisible(bool(faults) or board.speakers > 0)

    def _lead(self, ids: tuple[int, ...], _on: bool = False) -> None:
        self._led(ids)
