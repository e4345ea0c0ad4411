"""A calendar to choose a day from, in the window's colours; weeks begin on Monday (ISO 8601)."""

from datetime import date

from PySide6.QtCore import QDate, QSize, Qt
from PySide6.QtGui import QPalette, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QToolButton, QWidget

from desktop.ui.appearance import locale
from desktop.ui.fonts import font
from desktop.ui.kit import Kit

SIZE = QSize(352, 256)
"""Wide enough for the days of the week in Arabic."""


class Calendar(QCalendarWidget):
    """One month."""

    def __init__(self, kit: Kit, day: date | None) -> None:
        super().__init__()
        self.setLocale(locale(kit.language))
        self.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.setFixedSize(SIZE)
        self.setFont(font(13))
        if day is not None:
            self.setSelectedDate(QDate(day.year, day.month, day.day))
        self._color(kit)

    def _color(self, kit: Kit) -> None:
        """Qt gives the head the colour of a selection, and weekends red."""
        plain = QTextCharFormat()
        plain.setForeground(kit.color("text"))
        for weekday in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.setWeekdayTextFormat(weekday, plain)
        if (head := self.findChild(QWidget, "qt_calendar_navigationbar")) is not None:
            colors = head.palette()
            colors.setColor(QPalette.ColorRole.Highlight, kit.color("surface"))
            colors.setColor(QPalette.ColorRole.HighlightedText, kit.color("text"))
            head.setPalette(colors)
        for name, icon in (("prev", "chevron-left"), ("next", "chevron-right")):
            button = self.findChild(QToolButton, f"qt_calendar_{name}month")
            if button is not None:
                button.setIcon(kit.icon(icon, "muted"))
