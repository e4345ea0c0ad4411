"""The band beside an answer: its colour, its sign, its word."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from desktop.domain.attendee import Direction
from desktop.domain.door import Answer
from desktop.language.door_words import answer_word
from desktop.language.translation import translator
from desktop.ui.door.looks import look
from desktop.ui.fonts import font
from desktop.ui.kit import Kit
from desktop.ui.layout import col
from desktop.ui.theme import mix

WIDTH, NARROW = 300, 180
_DISC, _SMALL = 144, 64
_SIGN = 0.61
"""Part of the disc that the sign takes."""


class Band(QWidget):
    """Read from two metres: the state is told by colour, sign and word at once."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._tone, self._icon = "navy", "check"
        self._air, self._disc = QWidget(), QWidget()
        self.word = self._label(40, serif=True)
        self.others = self._label(16)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setLayout(
            col(
                *((self._air, 1), self._disc, self.word, self.others, None),
                gap=8,
                margins=(20, 8, 20, 0),
            )
        )
        self.shrink(low=False)

    def shrink(self, *, low: bool) -> None:
        """Take less room on a low screen: the word in the window's language alone."""
        self._size = _SMALL if low else _DISC
        self._disc.setFixedHeight(self._size + (0 if low else 24))
        self._air.setHidden(low)
        self.setFixedWidth(NARROW if low else WIDTH)
        self.word.setFont(font(24 if low else 40, 600, serif=True))
        self.others.setHidden(low)

    def _label(self, px: int, *, serif: bool = False) -> QLabel:
        made = self._kit.label("", px, 600 if serif else 400, serif=serif, wrap=True)
        made.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        return made

    def show_answer(self, answer: Answer, languages: tuple[str, ...]) -> None:
        """Take on the colour, sign and word of an answer."""
        kit, seen = self._kit, look(answer)
        self._tone, self._icon = seen.tone, seen.icon
        words = said(answer, kit.language)
        others = (said(answer, tag) for tag in languages if tag != kit.language)
        self.word.setText(words)
        self.others.setText(" · ".join(dict.fromkeys(others)))
        for label in (self.word, self.others):
            palette = label.palette()
            palette.setColor(label.foregroundRole(), self._ink())
            label.setPalette(palette)
        self.update()

    def _ink(self) -> QColor:
        return self._kit.theme.surface

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        hue, ink = self._kit.color(self._tone), self._ink()
        painter.fillRect(self.rect(), hue)
        size, top = self._size, self._disc.y()
        left = (self.width() - size) / 2
        painter.setPen(hue)
        painter.setBrush(mix(ink, hue, 0.14))
        painter.drawEllipse(QRectF(left, top, size, size))
        wide = round(size * _SIGN)
        inset = (size - wide) // 2
        sign = self._kit.pixmap(self._icon, "surface", wide)
        painter.drawPixmap(round(left) + inset, round(top) + inset, sign)
        painter.end()


def said(answer: Answer, language: str) -> str:
    """The word of an answer in a language; whoever leaves is seen off."""
    if answer.admits and answer.direction is Direction.OUT:
        return translator(language).text("Goodbye")
    return answer_word(answer, language)
