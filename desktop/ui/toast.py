"""A message that floats above the page for 8 s: what just happened, and the way back."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent, QColor
from PySide6.QtWidgets import QFrame, QGraphicsDropShadowEffect, QWidget

from desktop.ui.kit import Kit
from desktop.ui.layout import row

LASTS = 8000
"""Milliseconds."""


class Toast(QFrame):
    """Lies over a widget, but for its foot, and never takes the focus.

    An error stays until it is closed or another message comes.
    """

    def __init__(self, kit: Kit, over: QWidget, foot: Callable[[], int]) -> None:
        super().__init__(over.parentWidget())  # within the stack, assistive tools do not find it
        self._over, self._foot = over, foot
        self.setProperty("box", "toast")
        self._kit = kit
        self.sign = kit.picture("circle-check", "muted", 16)
        self.words = kit.label("", 13)
        self.undo = kit.button(kit.text("Undo"), "toast")
        self.key = kit.label("Ctrl Z", 11, 600)
        self.close_button = kit.button(kit.text("Close"), "toast")
        self.close_button.clicked.connect(self.hide)
        for button in (self.undo, self.close_button):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setLayout(
            row(
                *(self.sign, self.words, 12, self.undo, self.key, self.close_button),
                gap=8,
                margins=(14, 8, 14, 8),
            )
        )
        shadow = QGraphicsDropShadowEffect(self)
        shadow.setBlurRadius(24)
        shadow.setOffset(0, 4)
        shadow.setColor(QColor(0, 0, 0, 70))
        self.setGraphicsEffect(shadow)
        self._timer = QTimer(self, interval=LASTS, singleShot=True)
        self._timer.timeout.connect(self.hide)
        over.installEventFilter(self)
        self.hide()

    def say(self, text: str, *, can_undo: bool = False) -> None:
        """Show what happened."""
        tone = "green" if self._kit.theme.dark else "surface"
        self._show(text, "circle-check", tone, can_undo=can_undo)
        self._timer.start()

    def warn(self, text: str) -> None:
        """Show what went wrong and what to do about it."""
        self._timer.stop()
        self._show(text, "alert-triangle", "ochre", can_undo=False)

    def _show(self, text: str, sign: str, tone: str, *, can_undo: bool) -> None:
        self.sign.setPixmap(self._kit.pixmap(sign, tone))
        self.words.setWordWrap(False)  # or the width that it asks for is not that of one line
        self.words.setText(text)
        self.words.setAccessibleName(text)
        long = self.words.sizeHint().width() > self._over.width() - 320
        self.words.setWordWrap(long)
        self.words.setFixedHeight(40 if long else 20)
        self.undo.setVisible(can_undo)
        self.key.setVisible(can_undo)
        self.close_button.setVisible(not can_undo)
        self._place()
        self.show()
        self.raise_()
        QAccessible.updateAccessibility(QAccessibleEvent(self.words, QAccessible.Event.Alert))

    def _place(self) -> None:
        over = self._over.geometry()
        self.setFixedWidth(min(self.sizeHint().width(), over.width() - 48))
        self.setFixedHeight(self.sizeHint().height())
        left = over.left() + (over.width() - self.width()) // 2
        self.move(left, over.bottom() - self._foot() - self.height() - 16)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)
