"""How a card of the grid looks."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPixmap

from desktop.ui.kit import Kit
from desktop.ui.painting import BODY, BOLD, META, META_BOLD, NAME, Brush, tag_width, width
from desktop.ui.theme import mix

ONE_LINE = 48
"""A card lower than this has one line: start time and title."""
REASON_PAD = 48
FADED = 0.35
TITLE = 0.6
"""Of a card's only line: what its title gets before language codes do."""


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
    everywhere: bool = False
    """It lies over all rooms."""

    @property
    def spoken(self) -> str:
        """All of it in words."""
        return ", ".join(part for part in (self.times, self.title, self.who, self.reason) if part)


@dataclass(frozen=True, slots=True)
class Look:
    """How it stands: `lit` is who of it speaks in the slot that is looked at.

    A card that is `held` floats above the others; in its place a `ghost` stays.
    """

    selected: bool = False
    lit: str = ""
    focused: bool = False
    held: bool = False
    ghost: bool = False
    faded: bool = False
    """The filters do not let it through."""


def picture(kit: Kit, face: Face, look: Look, size: QSize, ratio: float) -> QPixmap:
    """A card of so many pixels, drawn for a screen of so many dots a pixel."""
    drawn = QPixmap(size * ratio)
    drawn.setDevicePixelRatio(ratio)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    painter.setOpacity(FADED if look.faded and not look.focused else 1)
    _Drawing(Brush(painter, kit), face, look, QRectF(0, 0, size.width(), size.height())).draw()
    painter.end()
    return drawn


class _Drawing:
    def __init__(self, brush: Brush, face: Face, look: Look, rect: QRectF) -> None:
        self._brush, self._kit, self._theme = brush, brush.kit, brush.kit.theme
        self._face, self._look, self._rect = face, look, rect

    def draw(self) -> None:
        brush, rect = self._brush, self._rect
        inner = brush.rest(rect, 13)
        inner = brush.start(inner, inner.width() - 8).adjusted(0, 4, 0, -2)
        if self._look.ghost:
            brush.box(rect, self._theme.sunken, self._theme.strong, dashed=True)
            brush.text(inner, self._face.title, BODY, self._theme.muted, top=True)
            return
        self._ground()
        if self._face.everywhere:
            self._centred()
        elif rect.height() < ONE_LINE:
            self._one_line(inner)
        else:
            self._lines(inner)

    @property
    def _strong(self) -> bool:
        return self._look.selected and not self._look.held

    def _ground(self) -> None:
        theme, face, rect = self._theme, self._face, self._rect
        edge = self._edge()
        if face.rest and not face.reason and not self._look.lit:
            self._brush.box(rect, theme.sunken, edge, pen=2)
            return
        share = (0.26 if self._strong else 0.20) if theme.dark else 0.17 if self._strong else 0.09
        fill = mix(face.hue, theme.surface, share)
        pen = 1 if edge is None else 2
        edge = edge or mix(face.hue, theme.surface, 0.34)
        self._brush.box(rect, fill, edge, pen=pen, dashed=face.cancelled)
        painter, bar = self._brush.painter, QPainterPath()
        bar.addRoundedRect(rect, 6, 6)
        painter.save()
        painter.setClipPath(bar)
        painter.fillRect(self._brush.start(rect, 4), theme.red if face.reason else face.hue)
        painter.restore()

    def _edge(self) -> QColor | None:
        """The colour of a thick edge; None for the usual thin one."""
        theme, look = self._theme, self._look
        if look.held:
            return theme.ochre_text
        if look.focused:
            return theme.navy
        if self._face.reason:
            return theme.red
        if look.lit:
            return theme.ochre_text
        return theme.navy if self._strong else None

    def _centred(self) -> None:
        """What belongs to all rooms stands in their middle."""
        brush, face, rect, muted = self._brush, self._face, self._rect, self._theme.muted
        wide = 24 + width(face.title, BOLD) + 12 + width(face.times, META)
        lead = max((rect.width() - wide) / 2, 8)
        sign = brush.start(rect, 16, lead).x()
        brush.icon(sign, round(rect.center().y()) - 8, "coffee", muted)
        room = max(rect.width() - lead - 24, 1)
        brush.text(brush.start(rect, room, lead + 24), face.title, BOLD, muted)
        after = lead + 24 + width(face.title, BOLD) + 12
        if after + width(face.times, META) < rect.width():
            brush.text(brush.rest(rect, after), face.times, META, muted)

    def _one_line(self, inner: QRectF) -> None:
        brush, face = self._brush, self._face
        line = QRectF(inner.x(), round(self._rect.height() / 2) - 9, inner.width(), 18)
        lead = width(face.start, META_BOLD) + 8
        title = min(width(face.title, BOLD) + 8, (line.width() - lead) * TITLE)
        used = self._codes(line, lead + title) if line.width() > 150 else 0
        brush.text(line, face.start, META_BOLD, mix(face.hue, self._theme.text, 0.82))
        rest = brush.start(line, max(line.width() - lead - used, 1), lead)
        brush.text(rest, face.title, BOLD, self._theme.muted if face.rest else None)

    def _lines(self, inner: QRectF) -> None:
        brush, theme, face, rect = self._brush, self._theme, self._face, self._rect
        line = QRectF(inner.x(), inner.y(), inner.width(), 18)
        if line.width() > 130:
            self._codes(line, 96)
        brush.text(line, face.times, META_BOLD, mix(face.hue, theme.text, 0.82))
        foot = self._foot() if face.reason else 24 if self._look.lit and inner.height() > 60 else 0
        self._title(QRectF(inner.x(), inner.y() + 18, inner.width(), inner.height() - 18 - foot))
        spot = QRectF(rect.x(), rect.bottom() - foot - 2, rect.width(), foot)
        if face.reason:
            self._note(spot, face.reason, "alert-triangle", theme.red, theme.red_tint)
        elif foot:
            words = self._kit.text("Also here: {names}", names=self._look.lit)
            self._note(spot, words, "microphone-2", theme.ochre_text, theme.ochre_tint)

    def _title(self, place: QRectF) -> None:
        """The title, and who speaks where there is room for it."""
        brush, theme, face = self._brush, self._theme, self._face
        type_ = NAME if place.width() > 320 else BOLD
        ink = theme.muted if face.rest else None
        lines = 2 if place.height() >= 34 else 1
        used = brush.text(place, face.title, type_, ink, lines=lines, top=True)
        left = place.height() - used
        if face.who and left >= 15:
            quiet = mix(theme.text, theme.muted, 0.5) if self._look.selected else theme.muted
            lines = 2 if left >= 32 else 1
            brush.text(place.adjusted(0, used, 0, 0), face.who, META, quiet, lines=lines, top=True)

    def _foot(self) -> int:
        wide = width(self._face.reason, META_BOLD)
        return 38 if wide > self._rect.width() - REASON_PAD else 24

    def _note(self, foot: QRectF, words: str, icon: str, ink: QColor, tint: QColor) -> None:
        """A tinted foot with a sign and a sentence."""
        brush = self._brush
        foot = brush.start(foot, foot.width() - 6, 4)
        brush.box(foot, tint, radius=4)
        brush.icon(brush.start(foot, 14, 8).x(), foot.y() + 5, icon, ink, 14)
        lines = 2 if foot.height() > 30 else 1
        brush.text(brush.start(foot, foot.width() - 36, 28), words, META_BOLD, ink, lines=lines)

    def _codes(self, line: QRectF, kept: float) -> float:
        """Language codes at the end of a line, so that `kept` pixels are left; what they take.

        Where those that are missing find no room, it is said how many they are.
        """
        after, room = 0.0, line.width() - kept
        lacking = [(code, True) for code in self._face.missing]
        if sum(tag_width(code, missing=True) + 4 for code, _ in lacking) > room:
            lacking = [(str(len(lacking)), True)]
        taken = sum(tag_width(code, missing=True) + 4 for code, _ in lacking)
        spoken = [(code, False) for code in fitting(self._face.codes, room - taken)]
        for code, missing in reversed([*spoken, *lacking]):
            wide = tag_width(code, missing=missing)
            if after + wide > room:
                break
            spot = self._brush.start(line, wide, line.width() - after - wide)
            self._brush.tag(spot, code, missing=missing)
            after += wide + 4
        return after


def fitting(codes: Sequence[str], room: float) -> Sequence[str]:
    """As many languages as find room, the first ones, and how many more there are: `ES +2`."""
    for shown in range(len(codes), 0, -1):
        more = [f"+{len(codes) - shown}"] if shown < len(codes) else []
        tags = [*codes[:shown], *more]
        if sum(tag_width(tag, missing=False) + 4 for tag in tags) <= room + 4:
            return tags
    return ()
