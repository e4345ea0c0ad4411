"""While nobody stands at the door: how many came, of which category, at what time."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QProgressBar, QWidget

from desktop.domain.arrivals import Figures
from desktop.domain.event import Event
from desktop.language import dates, figures
from desktop.language.terms import category_group
from desktop.ui.kit import NO_BREAK, Kit
from desktop.ui.layout import Turning, col, frame, row
from desktop.ui.painting import META, Brush

_HIGHEST, _NARROW, _LOW = 120, 800, 600


class FiguresView(QWidget):
    """Figures of one list of the day; they change with every scan, at whichever desk."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self.came = kit.label("–", 72, 600, tone="navy", serif=True)
        self.rest = kit.label("", 18, tone="muted")
        self.twice = kit.button("", "link", "alert-circle")
        self.twice.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.ready = kit.label(kit.text("Ready for the next badge…"), 22, 600, serif=True)
        self._categories = QGridLayout()
        self._categories.setColumnStretch(1, 1)
        self._categories.setHorizontalSpacing(16)
        self._categories.setVerticalSpacing(10)
        self.quarters = Quarters(kit)
        by_category = frame(
            "card",
            col(
                kit.heading(kit.text("By category")),
                self._categories,
                None,
                gap=12,
                margins=(20, 16, 20, 16),
            ),
        )
        by_quarter = frame(
            "card",
            col(
                kit.heading(kit.text("By quarter of an hour")),
                (self.quarters, 1),
                gap=12,
                margins=(20, 16, 20, 16),
            ),
        )
        self._column = col(
            self.ready,
            row(self.came, 8, self.rest, None, self.twice),
            Turning(by_category, by_quarter, gap=16),
            None,
            gap=16,
        )
        self.setLayout(self._column)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Less air where there is little room."""
        super().resizeEvent(event)
        narrow, low = self.width() < _NARROW, self.height() < _LOW
        side, air = (16, 8) if narrow else (48, 12 if low else 32)
        self._column.setContentsMargins(side, air, side, air)
        self._column.setSpacing(4 if narrow else air // 2)

    def show_figures(self, counted: Figures, event: Event) -> None:
        """Show how many came."""
        kit = self._kit
        language = kit.language
        self.came.setText(kit.lead + figures.number(counted.came, language))
        self.rest.setText(
            kit.text(
                "of {expected} came · {inside} in the room now",
                expected=figures.number(counted.expected, language),
                inside=figures.number(counted.inside, language),
            )
        )
        words = kit.plural("{n} guest let in twice", "{n} guests let in twice", counted.doubled)
        self.twice.setText(NO_BREAK + words)
        self.twice.setAccessibleName(words)
        self.twice.setVisible(counted.doubled > 0)
        while (item := self._categories.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for place, one in enumerate(counted.categories):
            words = category_group(one.category, language)
            bar = QProgressBar()
            bar.setTextVisible(False)
            bar.setRange(0, max(one.expected, one.came, 1))
            bar.setValue(one.came)
            count = kit.lead + figures.number(one.came, language)
            of = kit.text("{came} of {expected}", came=count, expected=one.expected)
            bar.setAccessibleName(f"{words}: {of}")
            self._categories.addWidget(kit.label(words, 14), place, 0)
            self._categories.addWidget(bar, place, 1)
            self._categories.addWidget(kit.label(of, 14, tone="muted", end=True), place, 2)
        self.quarters.show_quarters(
            [(dates.time_of_day(one.start, language), one.came) for one in counted.intervals]
        )


class Quarters(QWidget):
    """Columns of arrivals, a quarter of an hour each."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._columns: list[tuple[str, int]] = []
        self.setMinimumHeight(_HIGHEST + 48)

    def sizeHint(self) -> QSize:
        return QSize(320, _HIGHEST + 48)

    def show_quarters(self, columns: list[tuple[str, int]]) -> None:
        """Show arrivals by the hour at which each quarter begins."""
        self._columns = columns
        told = ", ".join(f"{at} {count}" for at, count in columns if count)
        self.setAccessibleName(told or self._kit.text("Nobody yet"))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        brush, theme = Brush(painter, self._kit), self._kit.theme
        if not self._columns:
            brush.text(QRectF(self.rect()), self._kit.text("Nobody yet"), META, theme.muted)
        most = max((count for _, count in self._columns), default=0) or 1
        step = min(56.0, self.width() / max(len(self._columns), 1))
        ground = self.height() - 24
        every = max(1, round(48 / step))
        for place, (at, count) in enumerate(self._columns):
            x = place * step
            left = self.width() - x - step if self._kit.rtl else x
            tall = (ground - 24) * count / most
            painter.fillRect(QRectF(left + 3, ground - tall, step - 6, tall), theme.navy)
            if count:
                above = QRectF(left, ground - tall - 20, step, 20)
                brush.text(above, str(count), META, theme.text, align="center")
            if place % every == 0:
                below = QRectF(left - 12, ground + 2, step + 24, 20)
                brush.text(below, at, META, theme.muted, align="center")
        painter.fillRect(QRectF(0, ground, self.width(), 1), theme.line)
        painter.end()
