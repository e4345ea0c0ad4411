"""Beside the preview: what may be chosen, and what would be wrong if it were printed now."""

from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop.domain.clashes import Severity
from desktop.services.findings import Finding
from desktop.ui.kit import NO_BREAK, Kit
from desktop.ui.layout import col, holder, row, rule, scrolled

WIDTH = 320
LOW = 400
"""Pixels of height below which the buttons scroll along."""
SHOWN = 60
"""Findings shown at most; the rest are counted."""

_SIGNS = {
    Severity.BLOCK: ("alert-triangle", "red"),
    Severity.WARN: ("alert-circle", "ochre_text"),
    Severity.NOTE: ("info-circle", "muted"),
}
_PAGES = {
    "slot": "programme",
    "person": "speakers",
    "attendee": "guests",
    "seating": "seating",
    "event": "events",
    "room": "events",
    "track": "events",
    "venue": "events",
}


class PreflightBox(QFrame):
    """Options above, then the findings, the worst first; each leads to its place.

    How many there are stands above the buttons, where it is seen before anything is printed.
    """

    wanted = Signal(str, int)

    def __init__(self, kit: Kit, options: QWidget, *foot: QWidget) -> None:
        super().__init__()
        self._kit = kit
        self._findings: list[Finding] | None = None  # not known yet
        self._broken_style = False
        self.setProperty("box", "side")
        self.setFixedWidth(WIDTH)
        self.state = kit.pill("", "green", "circle-check")
        self.state.setAccessibleDescription(kit.text("Preflight"))
        self.state.clicked.connect(self._lead)
        self.state.hide()
        self._lines = QVBoxLayout()
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(8)
        self._found = holder(col(rule(), kit.heading(kit.text("Preflight")), self._lines, gap=12))
        self._found.hide()
        inside = col(
            *(kit.heading(kit.text("Options")), options, self._found, None),
            gap=8,
            margins=(17, 16, 16, 12),
        )
        self._inside = inside
        self._foot = holder(col(rule(), row(self.state, None), *foot, gap=8))
        self._foot.setContentsMargins(17, 0, 16, 16)
        self._area = scrolled(inside)
        self._column = col((self._area, 1), self._foot, gap=8)
        self.setLayout(self._column)
        self._low = False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._place_foot)  # a layout must not change while it works

    def _place_foot(self) -> None:
        """The buttons stay in sight, unless they would leave no room for what is above them."""
        if (self.height() < LOW) == self._low:
            return
        self._low = not self._low
        self._foot.setContentsMargins(*((0, 8, 0, 0) if self._low else (17, 0, 16, 16)))
        (self._inside if self._low else self._column).addWidget(self._foot)

    def show_findings(self, findings: list[Finding]) -> None:
        """Show what was found."""
        while (item := self._lines.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        self._findings = findings
        self._found.setVisible(bool(findings))
        self._say(findings)
        for place, finding in enumerate(findings[:SHOWN]):
            if place:
                self._lines.addWidget(rule())
            self._lines.addWidget(self._line(finding))
        rest = len(findings) - SHOWN
        if rest > 0:
            words = self._kit.plural("and {n} more", "and {n} more", rest)
            self._lines.addWidget(self._kit.label(words, 12, tone="muted"))

    def show_style(self, *, broken: bool) -> None:
        """Count the file of the house style with what is to be mended; its field says why."""
        self._broken_style = broken
        if self._findings is not None:
            self._say(self._findings)

    def _say(self, findings: list[Finding]) -> None:
        kit = self._kit
        worst = sum(finding.severity is Severity.BLOCK for finding in findings)
        worst += self._broken_style
        if worst:
            tone, icon = "red", "alert-triangle"
            words = kit.plural("{n} to mend", "{n} to mend", worst)
        elif findings:
            tone, icon = "ochre_text", "alert-circle"
            words = kit.plural("{n} to look at", "{n} to look at", len(findings))
        else:
            tone, icon, words = "green", "circle-check", kit.text("Ready to print")
        self.state.setText(NO_BREAK + words)
        self.state.setAccessibleName(words)
        self.state.setIcon(kit.icon(icon, tone))
        self.state.setProperty("tone", tone)
        self.state.style().polish(self.state)
        self.state.show()

    def _line(self, finding: Finding) -> QWidget:
        kit = self._kit
        icon, tone = _SIGNS.get(finding.severity, _SIGNS[Severity.NOTE])
        words = finding.text(kit.language)
        page = _PAGES.get(finding.place.kind)
        note = kit.note(words, px=13, tone="" if finding.severity is Severity.BLOCK else "muted")
        lines: list[QWidget] = [note]
        if page is not None:
            go = kit.button(kit.text("Show"), "link")
            go.setAccessibleName(kit.text("Show: {finding}", finding=words))
            number = finding.place.id if page != "events" or finding.place.kind == "event" else 0
            go.clicked.connect(partial(self._go, page, number))
            lines.append(holder(row(go, None)))
        sign = kit.picture(icon, tone, 18)
        return holder(row(col(sign, None), (col(*lines, gap=2), 1), gap=10))

    def _lead(self) -> None:
        """Bring what was found into sight."""
        self._area.ensureWidgetVisible(self._found)

    def _go(self, page: str, number: int, _on: bool = False) -> None:
        self.wanted.emit(page, number)
