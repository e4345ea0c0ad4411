"""Painting for table cells, the grid and cards: text that elides and follows its script, boxes.

QPainter does not mirror, so "start" is reckoned here: the left in English, the right in Arabic.
Text keeps the direction of its first strong letter and is laid at the window's start.
"""

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QGlyphRun,
    QPainter,
    QPen,
    QTextLayout,
    QTextOption,
)

from desktop.language import tags
from desktop.ui import icons
from desktop.ui.fonts import font
from desktop.ui.kit import Kit

Align = Literal["start", "center", "end"]


@dataclass(frozen=True, slots=True)
class Type:
    """How a text is set: pixels, weight, serif; `leading` is the line's height over the size."""

    px: int = 13
    weight: int = 400
    serif: bool = False
    leading: float = 1.3

    @property
    def font(self) -> QFont:
        """Qt's font for it."""
        return font(self.px, self.weight, serif=self.serif)

    @property
    def rise(self) -> float:
        """How much more the letters rise than sink."""
        metrics = _metrics(self)
        return metrics.ascent() - metrics.descent()

    @property
    def step(self) -> int:
        """Pixels from line to line."""
        return round(self.px * self.leading)


BODY = Type()
BOLD = Type(13, 600)
NAME = Type(14, 600)
META = Type(12)
META_BOLD = Type(12, 600)
CODE = Type(11, 600)

_ENDLESS = 1_000_000.0


class Brush:
    """Paints in a kit's colours and direction."""

    def __init__(self, painter: QPainter, kit: Kit) -> None:
        self.painter = painter
        self.kit = kit
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def text(
        self,
        rect: QRectF,
        text: str,
        type_: Type = BODY,
        color: QColor | None = None,
        *,
        align: Align = "start",
        lines: int = 1,
        top: bool = False,
    ) -> float:
        """Draw up to `lines` lines, the last one elided; returns the height they take."""
        parts, step = _set(text, type_, rect.width(), lines), type_.step
        y = rect.y() if top else rect.y() + (rect.height() - step * len(parts)) / 2
        self.painter.setPen(color or self.kit.theme.text)
        for runs, wide, down in parts:
            spot = QPointF(round(self._left(rect, wide, align)), round(y + down))
            for run in runs:
                self.painter.drawGlyphRun(spot, run)
            y += step
        return step * len(parts)

    def _left(self, rect: QRectF, wide: float, align: Align) -> float:
        if align == "center":
            return rect.x() + (rect.width() - wide) / 2
        return rect.x() if (align == "start") != self.kit.rtl else rect.right() - wide

    def box(
        self,
        rect: QRectF,
        fill: QColor | None,
        border: QColor | None = None,
        *,
        radius: float = 6,
        pen: float = 1,
        dashed: bool = False,
    ) -> None:
        """A rounded rectangle; its border lies on pixel centres, so hairlines stay crisp."""
        inset = pen / 2 if border else 0
        style = Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine
        self.painter.setPen(QPen(border, pen, style) if border else Qt.PenStyle.NoPen)
        self.painter.setBrush(fill or Qt.BrushStyle.NoBrush)
        self.painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius, radius)

    def icon(self, x: float, y: float, name: str, color: QColor, size: int = 16) -> None:
        """An icon with its upper left corner at a point."""
        self.painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        self.painter.drawPixmap(QPointF(x, y), icons.pixmap(name, color, size, rtl=self.kit.rtl))

    def start(self, rect: QRectF, wide: float, after: float = 0) -> QRectF:
        """The part of a rectangle that is `wide` and begins `after` pixels from its start."""
        x = rect.right() - after - wide if self.kit.rtl else rect.x() + after
        return QRectF(x, rect.y(), wide, rect.height())

    def rest(self, rect: QRectF, after: float) -> QRectF:
        """What is left of a rectangle `after` pixels from its start."""
        return self.start(rect, max(rect.width() - after, 0), after)

    def tag(self, rect: QRectF, text: str, *, missing: bool = False) -> float:
        """A code such as ES at the start of a rectangle; dashed ochre where it is missing."""
        theme = self.kit.theme
        wide = tag_width(text, missing=missing)
        spot = self.start(rect, wide)
        spot = QRectF(spot.x(), round(rect.center().y()) - 9, wide, 18)
        if not missing:
            self.box(spot, theme.sunken, radius=4)
            self.text(spot, text, CODE, theme.muted, align="center")
            return wide
        self.box(spot, theme.ochre_tint, theme.ochre, radius=4, dashed=True)
        self.icon(self.start(spot, 12, 4).x(), spot.y() + 3, "alert-circle", theme.ochre_text, 12)
        self.text(self.rest(spot, 18), text, CODE, theme.ochre_text)
        return wide


def tag_width(text: str, *, missing: bool = False) -> float:
    """How wide a code is."""
    return round(width(text, CODE)) + (24 if missing else 12)


@lru_cache(maxsize=8192)
def width(text: str, type_: Type = BODY) -> float:
    """The width of a text in pixels, by the layout that draws it.

    With fallback fonts QFontMetrics can be a pixel short.
    """
    layout = laid(text, type_)  # kept while its line is asked: Qt's line only points into it
    return layout.lineAt(0).naturalTextWidth() + 1 if text else 0


@lru_cache(maxsize=4096)
def laid(text: str, type_: Type) -> QTextLayout:
    """A text laid out on one line, however long."""
    layout = QTextLayout(text, type_.font)
    layout.setTextOption(_option(tags.first_strong(text) == "rtl", wrap=False))
    layout.beginLayout()
    layout.createLine().setLineWidth(_ENDLESS)
    layout.endLayout()
    return layout


@lru_cache(maxsize=4096)
def _set(
    text: str, type_: Type, wide: float, lines: int
) -> list[tuple[list[QGlyphRun], float, float]]:
    """The lines of a text, their widths, and how far below a line's top each is drawn."""
    layouts = [laid(part, type_) for part in broken(text, type_, wide, lines)]
    # the baseline is the main font's, so that a taller script does not sink
    base = (type_.step + type_.rise) / 2
    return [
        (layout.glyphRuns(), width(layout.text(), type_) - 1, base - layout.lineAt(0).ascent())
        for layout in layouts
    ]


def broken(text: str, type_: Type, wide: float, lines: int) -> tuple[str, ...]:
    """A text in at most `lines` lines of a width; what does not fit is elided."""
    metrics = _metrics(type_)
    if lines == 1:
        fits = width(text, type_) <= wide + 1.5
        return (text if fits else metrics.elidedText(text, Qt.TextElideMode.ElideRight, wide),)
    layout = QTextLayout(text, type_.font)
    layout.setTextOption(_option(tags.first_strong(text) == "rtl", wrap=True))
    parts: list[str] = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(wide, 1))
        start, end = line.textStart(), line.textStart() + line.textLength()
        parts.append(text[start:end].strip())
        if len(parts) == lines and end < len(text):
            rest = text[start:].strip()
            parts[-1] = metrics.elidedText(rest, Qt.TextElideMode.ElideRight, wide)
            break
    layout.endLayout()
    return tuple(parts)


@lru_cache(maxsize=64)
def _metrics(type_: Type) -> QFontMetricsF:
    return QFontMetricsF(type_.font)


@cache
def _option(right: bool, *, wrap: bool) -> QTextOption:
    option = QTextOption()
    way = Qt.LayoutDirection.RightToLeft if right else Qt.LayoutDirection.LeftToRight
    option.setTextDirection(way)
    option.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
    mode = QTextOption.WrapMode.WordWrap if wrap else QTextOption.WrapMode.NoWrap
    option.setWrapMode(mode)
    return option
