"""Above the preview: languages in the order of their columns, paper, zoom, pages."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QPushButton

from desktop.documents.kinds import DocumentKind
from desktop.language import figures
from desktop.ui.fields import ChoiceField
from desktop.ui.head import Head
from desktop.ui.kit import Kit
from desktop.ui.layout import row
from desktop.ui.wording import code, own_name

SHORT = 680
"""Pixels below which languages are named by their codes."""


class ChoicesBar(QFrame):
    """A chip a language; the order in which they are pressed is the order of the columns."""

    edited = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self.setProperty("box", "bar")
        self._kit = kit
        self._most, self._short = 2, False
        self._chips: dict[str, QPushButton] = {}
        self.languages: tuple[str, ...] = ()
        self._line = row(gap=6)
        self.paper: ChoiceField[str] = ChoiceField(kit.text("Paper"))
        self.paper.setFixedWidth(84)
        self.paper.edited.connect(self.edited)
        self.out = kit.tool("zoom-out", kit.text("Smaller"), "−")
        self.part = kit.button("", "link")
        self.into = kit.tool("zoom-in", kit.text("Larger"), "+")
        self.back = kit.tool("chevron-left", kit.text("Page before"), "PgUp")
        self.where = kit.label("", 12, tone="muted")
        self.on = kit.tool("chevron-right", kit.text("Next page"), "PgDn")
        line = Head(
            *(self._line, None, self.paper, 8, self.out, self.part, self.into),
            *(8, self.back, self.where, self.on),
            gap=2,
            margins=(16, 0, 12, 0),
            high=47,
        )
        self.setLayout(row(line, gap=0))

    def offer(self, languages: tuple[str, ...], kind: DocumentKind) -> None:
        """Offer an event's languages, as many at once as the document takes, and its papers."""
        most = self._most = kind.most_languages
        if self.paper.value not in kind.papers:
            self.paper.offer([(paper, paper) for paper in kind.papers])
            self.paper.show_value(kind.papers[0])
        else:
            self.paper.offer([(paper, paper) for paper in kind.papers])
        kept = tuple(tag for tag in self.languages if tag in languages)
        self.languages = kept[:most] or languages[: min(2, most)]
        if tuple(self._chips) != languages:
            while (item := self._line.takeAt(0)) is not None:
                if (widget := item.widget()) is not None:
                    widget.deleteLater()
            self._chips = {tag: self._kit.chip(own_name(tag)) for tag in languages}
            for tag, chip in self._chips.items():
                chip.clicked.connect(lambda on=False, tag=tag: self._press(tag, on))
                self._line.addWidget(chip)
        self._mark()

    def show_zoom(self, part: float) -> None:
        """Say how large pages are shown."""
        words = figures.percent(part, self._kit.language)
        self.part.setText(words)
        self.part.setAccessibleName(self._kit.text("{zoom}: show whole pages", zoom=words))

    def show_page(self, page: int, count: int) -> None:
        """Say which page is seen."""
        self.where.setText(f"{page + 1} / {count}" if count else "")
        self.back.setEnabled(page > 0)
        self.on.setEnabled(page + 1 < count)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if (self.width() < SHORT) != self._short:
            self._short = not self._short
            self._mark()

    def _name(self, tag: str) -> str:
        return code(tag) if self._short else own_name(tag)

    def _press(self, tag: str, on: bool) -> None:
        if on:
            self.languages = (*self.languages[-(self._most - 1) :], tag)[-self._most :]
        elif len(self.languages) > 1:
            self.languages = tuple(one for one in self.languages if one != tag)
        self._mark()
        self.edited.emit()

    def _mark(self) -> None:
        for tag, chip in self._chips.items():
            chosen = tag in self.languages
            place = f"{self.languages.index(tag) + 1} · " if chosen and self._most > 1 else ""
            chip.setChecked(chosen)
            chip.setText(f"{place}{self._name(tag)}")
