"""What a list would change: figures, the lines that cannot be used, what is doubtful."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QListWidget, QWidget

from desktop.language import figures
from desktop.services.guest_imports import GuestImport, Remark
from desktop.ui.kit import Kit
from desktop.ui.layout import col, frame, holder, row

MOST = 500
"""Lines that are listed; the others are counted."""


class ListSummary(QWidget):
    """Shows a rehearsal; `edited` says whether one goes on without the lines rejected."""

    edited = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit, text = kit, kit.text
        self._figures = row(gap=40)
        self._box = frame("card", col(self._figures, margins=(20, 12, 20, 12)))
        self.without = QCheckBox(text("Go on without the lines that cannot be used"))
        self.without.toggled.connect(self.edited)
        self.left_out = kit.note("", px=13)
        self.remarks = QListWidget()
        self.remarks.setAccessibleName(text("Remarks"))
        self.remarks.setProperty("look", "list")
        self.remarks.setWordWrap(True)
        self.remarks.setSpacing(3)
        self.setLayout(
            col(
                self._box,
                self.left_out,
                (self.remarks, 1),
                self.without,
                gap=12,
            )
        )

    def show_report(self, report: GuestImport) -> None:
        """Show what would change."""
        kit, text = self._kit, self._kit.text
        self._clear()
        for number, words in (
            (report.rows, kit.plural("row", "rows", report.rows)),
            (report.added, kit.plural("new guest", "new guests", report.added)),
            (report.people, kit.plural("new person", "new people", report.people)),
            (report.updated, text("filled up")),
            (report.duplicates, text("there already")),
            (len(report.rejected), text("cannot be used")),
        ):
            figure = kit.label(figures.number(number, kit.language), 22, 600, serif=True)
            self._figures.addWidget(holder(col(figure, kit.label(words, 12, tone="muted"), gap=0)))
        self._figures.addStretch(1)
        self.without.setVisible(bool(report.rejected))
        columns = ", ".join(report.left_out)
        self.left_out.setText(text("Left out, unknown columns: {columns}", columns=columns))
        self.left_out.setVisible(bool(columns))
        self._list([*report.rejected, *report.doubts])

    def _list(self, remarks: list[Remark]) -> None:
        kit = self._kit
        self.remarks.clear()
        for one in remarks[:MOST]:
            words = kit.text(one.source, **dict(one.fields))
            self.remarks.addItem(
                kit.text(
                    "Line {n}: {words}", n=figures.number(one.line, kit.language), words=words
                )
            )
        if len(remarks) > MOST:
            more = len(remarks) - MOST
            self.remarks.addItem(kit.plural("and {n} more", "and {n} more", more))
        if not remarks:
            self.remarks.addItem(kit.text("Nothing to remark: every line can be used."))

    def _clear(self) -> None:
        while (item := self._figures.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
