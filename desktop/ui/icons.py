"""Icons: line drawings of one stroke in any colour, mirrored where they point somewhere."""

from functools import cache
from pathlib import Path

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from desktop import paths

_MIRRORED = frozenset(
    {
        "arrow-back-up",
        "arrow-forward-up",
        "arrow-right",
        "chevron-left",
        "chevron-right",
        "door-enter",
        "send",
    }
)


def pixmap(name: str, color: QColor, size: int = 18, *, rtl: bool = False) -> QPixmap:
    """An icon `size` pixels wide, drawn at twice that for sharp screens."""
    return _drawn(name, color.name(), size, 2, rtl and name in _MIRRORED)


def icon(name: str, color: QColor, *, off: QColor | None = None, rtl: bool = False) -> QIcon:
    """An icon for buttons; `off` is its colour while the button is disabled."""
    made = QIcon(pixmap(name, color, 24, rtl=rtl))
    if off is not None:
        made.addPixmap(pixmap(name, off, 24, rtl=rtl), QIcon.Mode.Disabled)
    return made


def switch_icon(name: str, color: QColor, on: QColor, *, rtl: bool) -> QIcon:
    """An icon for buttons that are on or off; `on` is its colour while they are."""
    made = QIcon(pixmap(name, color, 24, rtl=rtl))
    made.addPixmap(pixmap(name, on, 24, rtl=rtl), QIcon.Mode.Normal, QIcon.State.On)
    return made


@cache
def _source(name: str) -> str:
    return paths.resource("icons", f"{name}.svg").read_text("utf-8")


@cache
def _drawn(name: str, color: str, size: int, ratio: int, mirrored: bool) -> QPixmap:
    svg = _source(name).replace("currentColor", color)
    svg = svg.replace('stroke-width="2"', 'stroke-width="1.75"')
    drawn = QPixmap(size * ratio, size * ratio)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    if mirrored:
        painter.translate(size * ratio, 0)
        painter.scale(-1, 1)
    QSvgRenderer(QByteArray(svg.encode())).render(painter)
    painter.end()
    drawn.setDevicePixelRatio(ratio)
    return drawn


def file(name: str, color: QColor, folder: Path) -> Path:
    """An icon as a file of its own, for style sheets, which take pictures only by address."""
    target = folder / f"{name}-{color.name()[1:]}.svg"
    if not target.exists():
        folder.mkdir(parents=True, exist_ok=True)
        target.write_text(_source(name).replace("currentColor", color.name()), "utf-8")
    return target
