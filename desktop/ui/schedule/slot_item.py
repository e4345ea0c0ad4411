"""A slot on the grid: a button that paints itself as a card and says in words what it shows."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from desktop.domain.slot import Slot
from desktop.ui.kit import Kit
from desktop.ui.painting import BOLD, META, META_BOLD, NAME, Brush, tag_width, width
from desktop.ui.theme import mix

EDGE = 8
"""Pixels at the foot of a card by which its length is changed."""
ONE_LINE = 48
"""A card lower than this has one line: start time and title."""
REASON_PAD = 48


@dataclass(frozen=True, slots=True)
class Face:
    """What a card says."""

    times: str
    start: str
    title: str
    who: str
    codes: Sequence[str]
    missing: Sequence[str]
    reason: str
    hue: QColor
    cancelled: bool = False
    rest: bool = False
    """Nobody speaks: it stands back."""

    @property
    def spoken(self) -> str:
        """All of it in words."""
        return ", ".join(part for part in (self.times, self.title, self.who, self.reason) if part)


class SlotItem(QAbstractButton):
    """Its place is given by the grid; gestures and keys are told to it."""

    held = Signal(object, QPointF)
    toggled_mark = Signal(object)
    """Ctrl and a click: one more selected, or one less."""
    drawn = Signal(object, QPointF)
    let_go = Signal(object)
    opened = Signal(int)
    keyed = Signal(object, QKeyEvent)

    def __init__(self, kit: Kit, parent: QWidget, slot: Slot, face: Face) -> None:
        super().__init__(parent)
        self._kit = kit
        self.selected = False
        self.lifted = False
        self.lit = ""
        """Who speaks here and in the slot that is looked at."""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.show_slot(slot, face)

    def show_slot(self, slot: Slot, face: Face) -> None:
        """Show a slot as it is now."""
        self.slot, self.face = slot, face
        self.setAccessibleName(face.spoken)
        self.setToolTip(face.spoken)
        self.update()

    def mark(self, *, selected: bool, lit: str) -> None:
        """Show whether it is selected, and who of it speaks in the slot that is looked at."""
        if (selected, lit) != (self.selected, self.lit):
            self.selected, self.lit = selected, lit
            self.setAccessibleDescription(
                self._kit.text("Also here: {names}", names=lit) if lit else ""
            )
            self.update()

    def at_edge(self, point: QPointF) -> bool:
        """Whether a point lies where the length is changed."""
        return point.y() > self.height() - EDGE

    # gestures ---------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        self.setFocus()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.toggled_mark.emit(self)
        else:
            self.held.emit(self, event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.drawn.emit(self, event.position())
        else:
            edge = self.at_edge(event.position())
            shape = Qt.CursorShape.SizeVerCursor if edge else Qt.CursorShape.OpenHandCursor
            self.setCursor(shape)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.let_go.emit(self)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.opened.emit(self.slot.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()
        self.keyed.emit(self, event)

    # painting ---------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        brush = Brush(painter, self._kit)
        rect = QRectF(self.rect())
        self._ground(brush, rect)
        inner = brush.rest(rect, 13)
        inner = brush.start(inner, inner.width() - 8).adjusted(0, 4, 0, -2)
        if rect.height() < ONE_LINE:
            self._one_line(brush, inner)
        else:
            self._lines(brush, inner, rect)
        painter.end()

    def _ground(self, brush: Brush, rect: QRectF) -> None:
        theme, hue = self._kit.theme, self.face.hue
        strong = self.selected and not self.lifted
        share = (0.26 if strong else 0.20) if theme.dark else (0.17 if strong else 0.09)
        clash = bool(self.face.reason)
        edge = theme.red if clash else theme.navy if strong else mix(hue, theme.surface, 0.34)
        pen = 2 if clash or strong or self.hasFocus() else 1
        if self.face.rest and not clash and not self.lit:
            brush.box(rect, theme.sunken, theme.navy if pen == 2 else None, pen=pen)
            return
        if self.lifted:
            edge, pen = theme.ochre_text, 2
        elif self.hasFocus():
            edge = theme.navy
        elif self.lit and not clash:
            edge, pen = theme.ochre_text, 2
        brush.box(rect, mix(hue, theme.surface, share), edge, pen=pen, dashed=self.face.cancelled)
        bar = QPainterPath()
        bar.addRoundedRect(rect, 6, 6)
        painter = brush.painter
        painter.save()
        painter.setClipPath(bar)
        painter.fillRect(brush.start(rect, 4), theme.red if clash else hue)
        painter.restore()

    def _one_line(self, brush: Brush, inner: QRectF) -> None:
        ink = mix(self.face.hue, self._kit.theme.text, 0.82)
        line = QRectF(inner.x(), round(self.height() / 2) - 9, inner.width(), 18)
        used = self._codes(brush, line) if line.width() > 150 else 0
        lead = width(self.face.start, META_BOLD) + 8
        brush.text(line, self.face.start, META_BOLD, ink)
        rest = brush.start(line, max(line.width() - lead - used, 1), lead)
        ink = self._kit.theme.muted if self.face.rest else None
        brush.text(rest, self.face.title, BOLD, ink)

    def _lines(self, brush: Brush, inner: QRectF, rect: QRectF) -> None:
        theme, face = self._kit.theme, self.face
        line = QRectF(inner.x(), inner.y(), inner.width(), 18)
        if line.width() > 130:
            self._codes(brush, line)
        brush.text(line, face.times, META_BOLD, mix(face.hue, theme.text, 0.82))
        foot = self._foot() if face.reason else 24 if self.lit and inner.height() > 60 else 0
        y, left = inner.y() + 18, inner.height() - 18 - foot
        type_ = NAME if inner.width() > 320 else BOLD
        place = QRectF(inner.x(), y, inner.width(), left)
        ink = theme.muted if face.rest else None
        lines = 2 if left >= 34 else 1
        used = brush.text(place, face.title, type_, ink, lines=lines, top=True)
        quiet = mix(theme.text, theme.muted, 0.5) if self.selected else theme.muted
        if face.who and left - used >= 15:
            place = QRectF(inner.x(), y + used, inner.width(), left - used)
            lines = 2 if left - used >= 32 else 1
            brush.text(place, face.who, META, quiet, lines=lines, top=True)
        spot = QRectF(rect.x(), rect.bottom() - foot - 2, rect.width(), foot)
        if face.reason:
            self._note(brush, spot, face.reason, "alert-triangle", theme.red, theme.red_tint)
        elif foot:
            words = self._kit.text("Also here: {names}", names=self.lit)
            ink, tint = theme.ochre_text, theme.ochre_tint
            self._note(brush, spot, words, "microphone-2", ink, tint)

    def _foot(self) -> int:
        return 38 if width(self.face.reason, META_BOLD) > self.width() - REASON_PAD else 24

    def _note(
        self, brush: Brush, foot: QRectF, words: str, icon: str, ink: QColor, tint: QColor
    ) -> None:
        """A tinted foot with a sign and a sentence."""
        foot = brush.start(foot, foot.width() - 6, 4)
        brush.box(foot, tint, radius=4)
        brush.icon(brush.start(foot, 14, 8).x(), foot.y() + 5, icon, ink, 14)
        lines = 2 if foot.height() > 30 else 1
        brush.text(brush.start(foot, foot.width() - 36, 28), words, META_BOLD, ink, lines=lines)

    def _codes(self, brush: Brush, line: QRectF) -> float:
        """Language codes at the end of a line; how much of it they take."""
        face, after = self.face, 0.0
        spoken = [(code, False) for code in face.codes]
        for code, missing in reversed([*spoken, *((code, True) for code in face.missing)]):
            wide = tag_width(code, missing=missing)
            if after + wide > line.width() - 96:
                break
            spot = brush.start(line, wide, line.width() - after - wide)
            brush.tag(spot, code, missing=missing)
            after += wide + 4
        return after
