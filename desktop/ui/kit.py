"""Builds labels, buttons, chips and bars in one language, one theme and one text direction.

A kit is a value: when the language or the theme changes, the window takes another kit and builds
its pages anew with it.
"""

from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPixmap, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QToolButton, QWidget

from desktop.domain.localized import Localized
from desktop.language import figures, tags
from desktop.language.translation import translator
from desktop.ui import icons
from desktop.ui.buttons import Button, ToolButton
from desktop.ui.fonts import font
from desktop.ui.layout import col, row
from desktop.ui.theme import Theme

NO_BREAK = "\u00a0"
"""Fusion leaves too little air after an icon."""


RIGHT_TO_LEFT = "\u200f"
"""Begins a text without letters in a mirrored window, so that it is not turned round."""


class Kit:
    """The window's language and colours, and small widgets made in them."""

    def __init__(self, language: str, theme: Theme) -> None:
        self.language = language
        self.theme = theme
        self.rtl = tags.direction(language) == "rtl"
        self.lead = RIGHT_TO_LEFT if self.rtl else ""
        words = translator(language)
        self.text = words.text
        self.context = words.context
        self.plural = words.plural
        self.error = words.error
        self.placed = words.placed

    # words ------------------------------------------------------------------------------------

    def local(self, text: Localized, languages: tuple[str, ...] = ()) -> str:
        """A localized text for the user of the window: their language, else the event's first.

        That is the original, by which everybody calls the thing, and what is printed first; no
        language in between, or a slot was called otherwise in every window.
        """
        return text.words(self.language, *languages)

    def number(self, n: int) -> str:
        """A count as the language writes it: `5,149`."""
        return figures.number(n, self.language)

    def listed(self, parts: Iterable[str]) -> str:
        """Names or facts one after the other, without those that are empty."""
        return ("، " if self.rtl else ", ").join(filter(None, parts))

    # pictures ---------------------------------------------------------------------------------

    def color(self, name: str) -> QColor:
        """A colour of the theme by name."""
        return self.theme.color(name)

    def icon(self, name: str, tone: str = "text") -> QIcon:
        """An icon in a colour of the theme, paler while disabled."""
        return icons.icon(name, self.color(tone), off=self.theme.line, rtl=self.rtl)

    def switch_icon(self, name: str, tone: str, on: str) -> QIcon:
        """The same for a button that is on or off, in another colour while it is on."""
        return icons.switch_icon(name, self.color(tone), self.color(on), rtl=self.rtl)

    def pixmap(self, name: str, tone: str = "muted", size: int = 16) -> QPixmap:
        """An icon as a picture."""
        return icons.pixmap(name, self.color(tone), size, rtl=self.rtl)

    def picture(self, name: str, tone: str = "muted", size: int = 16) -> QLabel:
        """An icon that stands by itself; what it says must also stand in words beside it."""
        made = QLabel()
        made.setPixmap(self.pixmap(name, tone, size))
        made.setFixedSize(size, size)
        return made

    # labels -----------------------------------------------------------------------------------

    def label(
        self,
        text: str,
        px: int = 13,
        weight: int = 400,
        *,
        tone: str = "",
        serif: bool = False,
        wrap: bool = False,
        end: bool = False,
    ) -> QLabel:
        """A text. One line has a fixed line box, because Arabic letters are taller than Latin."""
        made = QLabel(text)
        made.setFont(font(px, weight, serif=serif))
        made.setTextFormat(Qt.TextFormat.PlainText)
        made.setWordWrap(wrap)
        if not wrap:
            made.setFixedHeight(round(px * 0.75) * 2)
        if tone:
            made.setProperty("tone", tone)
        self._lay(made, end=end)
        return made

    def centred(
        self, text: str, px: int, weight: int = 400, *, tone: str = "", serif: bool = False
    ) -> QLabel:
        """A text in the middle of what room there is, in as many lines as it needs."""
        made = self.label(text, px, weight, tone=tone, serif=serif, wrap=True)
        made.setAlignment(Qt.AlignmentFlag.AlignCenter)
        made.setMinimumHeight(round(px * 0.75) * 2)
        return made

    def _lay(self, label: QLabel, *, end: bool = False) -> None:
        """Lay a text at the window's start (or end), whatever direction its own letters have."""
        flag = Qt.AlignmentFlag
        side = flag.AlignRight if end != self.rtl else flag.AlignLeft
        label.setAlignment(side | flag.AlignAbsolute | flag.AlignVCenter)

    def elided(
        self, text: str = "", px: int = 13, weight: int = 400, *, tone: str = ""
    ) -> "Elided":
        """A line that gives way where there is little room, and then has a tip."""
        made = Elided(text)
        self._lay(made)
        made.setFont(font(px, weight))
        made.setFixedHeight(round(px * 0.75) * 2)
        if tone:
            made.setProperty("tone", tone)
        return made

    def key(self, keys: str) -> QLabel:
        """A key to press, on a small tile."""
        made = self.label(keys, 11, 600, tone="muted")
        made.setProperty("look", "key")
        made.setFixedHeight(20)
        return made

    def tag(self, text: str, look: str = "tag") -> QLabel:
        """A small code such as ES: `tag`, or `missing` for a translation that is not there."""
        made = self.label(text, 11, 600)
        made.setProperty("look", look)
        made.setFixedHeight(18)
        made.setAlignment(Qt.AlignmentFlag.AlignCenter)
        return made

    def title(self, text: str) -> QLabel:
        """The title of a page."""
        return self.label(text, 22, 600, tone="navy", serif=True)

    def heading(self, text: str) -> QLabel:
        """The heading of a card or a section of the inspector."""
        return self.label(text, 14, 600)

    def caption(self, text: str, buddy: QWidget | None = None) -> QLabel:
        """The small name above a field; it names the field for screen readers too."""
        made = self.label(text, 12, tone="muted")
        if buddy is not None:
            buddy.setAccessibleName(text)
        return made

    def note(self, text: str, *, px: int = 12, tone: str = "muted") -> QLabel:
        """A quiet explanation that wraps."""
        return self.label(text, px, tone=tone, wrap=True)

    # buttons ----------------------------------------------------------------------------------

    def button(self, text: str, kind: str = "", icon: str = "", tip: str = "") -> Button:
        """A push button: plain, or of kind primary, quiet, link, danger."""
        made = Button((NO_BREAK if icon else "") + text)
        made.setFont(font(13, 600 if kind == "primary" else 500))
        made.setProperty("kind", kind)
        made.setAccessibleName(text)
        made.setToolTip(tip)
        made.setCursor(Qt.CursorShape.PointingHandCursor)
        if icon:
            tone = {"primary": "on_navy", "quiet": "navy", "link": "navy", "danger": "red"}
            made.setIcon(self.icon(icon, tone.get(kind, "text")))
            made.setIconSize(QSize(16, 16))
        return made

    def tool(self, icon: str, name: str, keys: str = "") -> ToolButton:
        """A button of an icon alone; `name` is its tip and its accessible name."""
        made = ToolButton()
        made.setIcon(self.icon(icon))
        made.setIconSize(QSize(18, 18))
        made.setAccessibleName(name)
        made.setToolTip(f"{name} ({keys})" if keys else name)
        return made

    def chip(self, text: str, *, dot: QColor | None = None, on: bool = False) -> Button:
        """A filter that is on or off, with a coloured square where it stands for a category."""
        made = Button((NO_BREAK if dot else "") + text)
        made.setFont(font(12, 500))
        made.setProperty("kind", "chip")
        made.setAccessibleName(text)
        made.setCheckable(True)
        made.setChecked(on)
        made.setFixedHeight(24)
        if dot is not None:
            made.setIcon(QIcon(square(dot)))
            made.setIconSize(QSize(8, 8))
        return made

    def pill(self, text: str, tone: str, icon: str) -> Button:
        """A state that can be pressed to see what lies behind it: a tint, a sign, words."""
        made = Button(NO_BREAK + text)
        made.setFont(font(12, 600))
        made.setProperty("kind", "pill")
        made.setProperty("tone", tone)
        made.setFixedHeight(24)
        made.setAccessibleName(text)
        made.setIcon(self.icon(icon, tone))
        made.setIconSize(QSize(14, 14))
        return made

    # groups -----------------------------------------------------------------------------------

    def section(self, text: str, *items: QWidget | None) -> QWidget:
        """A heading of the inspector with what can be done about its section."""
        made = QWidget()
        made.setLayout(row(self.label(text, 13, 600), None, *items, gap=4))
        made.setFixedHeight(26)
        return made

    def field(self, name: str, field: QWidget) -> QWidget:
        """A field below its name."""
        made = QWidget()
        made.setLayout(col(self.caption(name, field), field, gap=4))
        return made


def square(color: QColor, size: int = 8) -> QPixmap:
    """A small square of a track's or a category's colour."""
    made = QPixmap(size * 2, size * 2)
    made.fill(color)
    made.setDevicePixelRatio(2)
    return made


class Elided(QLabel):
    """A line of text that ends in … where it does not fit."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._whole = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.say(text)

    def say(self, text: str) -> None:
        """Show another text."""
        self._whole = text
        self.setAccessibleName(text)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        mode = Qt.TextElideMode.ElideRight
        shown = self.fontMetrics().elidedText(self._whole, mode, max(self.width(), 20))
        self.setText(shown)
        self.setToolTip("" if shown == self._whole else self._whole)


def opens_menu(button: QToolButton) -> None:
    """Let a button open its menu.

    In Qt's own mode for that, InstantPopup, a screen reader can neither open the menu nor give
    the button the keyboard.
    """
    button.clicked.connect(button.showMenu)
