"""Dresses the application in a kit: palette, style sheet, direction, Qt's own words."""

from pathlib import Path
from tempfile import mkdtemp

from PySide6.QtCore import QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from desktop.ui import focus, fonts, icons
from desktop.ui.kit import Kit
from desktop.ui.sheet import sheet
from desktop.ui.theme import palette, theme_for

__all__ = ["Appearance", "theme_for"]


class Appearance:
    """One per application; `wear` may be called again and again."""

    def __init__(self, app: QApplication) -> None:
        self._app = app
        self._qt_words: QTranslator | None = None
        self._sheet = ""
        self._pictures = Path(mkdtemp(prefix="estrado-"))
        app.setStyle("Fusion")
        fonts.load()
        app.setFont(fonts.font(13))
        focus.follow(app)

    def wear(self, kit: Kit) -> None:
        """Take on a kit's language, direction and colours."""
        self._speak(kit.language)
        direction = Qt.LayoutDirection.RightToLeft if kit.rtl else Qt.LayoutDirection.LeftToRight
        self._app.setLayoutDirection(direction)
        self._app.setPalette(palette(kit.theme))
        down, up, check = (
            icons.file(name, color, self._pictures).as_posix()
            for name, color in (
                ("chevron-down", kit.theme.muted),
                ("chevron-up", kit.theme.muted),
                ("check", kit.theme.navy),
            )
        )
        wanted = sheet(kit.theme, rtl=kit.rtl, chevron=down, chevron_up=up, check=check)
        if wanted != self._sheet:
            self._sheet = wanted
            self._app.setStyleSheet(wanted)

    def _speak(self, language: str) -> None:
        QLocale.setDefault(locale(language))
        if self._qt_words is not None:
            self._app.removeTranslator(self._qt_words)
        words = QTranslator(self._app)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if words.load(f"qtbase_{language}", folder):
            self._app.installTranslator(words)
        self._qt_words = words


def locale(language: str) -> QLocale:
    """How Qt's fields write figures and dates: as the rest of the window does, 0 to 9.

    For Arabic without a country Qt takes that of Egypt, which has figures of its own.
    """
    return QLocale("ar_001" if language == "ar" else language)
