"""The window's colours, light, dark and of high contrast, and Qt's palette made from them."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours by their job. Text pairs have a contrast of at least 4.5:1, field borders 3:1.

    `ochre` marks and never writes on light ground (3.9:1): text takes `ochre_text`. Tints are
    opaque, so that nothing shines through them.
    """

    dark: bool
    rail: QColor
    rail_on: QColor
    rail_text: QColor
    rail_ink: QColor
    canvas: QColor
    surface: QColor
    sunken: QColor
    hair: QColor
    line: QColor
    field: QColor
    strong: QColor
    text: QColor
    muted: QColor
    navy: QColor
    on_navy: QColor
    navy_tint: QColor
    ochre: QColor
    ochre_text: QColor
    ochre_tint: QColor
    red: QColor
    red_tint: QColor
    green: QColor
    green_tint: QColor
    blue: QColor
    teal: QColor
    plum: QColor
    olive: QColor
    grey: QColor
    shadow: QColor

    def color(self, name: str) -> QColor:
        """A colour by its name, for tones that are data (a category's, a track's)."""
        found = getattr(self, name)
        assert isinstance(found, QColor)
        return found

    @property
    def tracks(self) -> tuple[QColor, ...]:
        """Colours of tracks and categories in the order in which they are given out."""
        return self.blue, self.teal, self.plum, self.olive, self.grey


def _theme(dark: bool, **colors: str) -> Theme:
    return Theme(dark, **{name: QColor(value) for name, value in colors.items()})


LIGHT = _theme(
    False,
    rail="#17365D",
    rail_on="#2A4A73",
    rail_text="#D5DEEA",
    rail_ink="#FFFFFF",
    canvas="#F6F4F0",
    surface="#FFFFFF",
    sunken="#EEEBE4",
    hair="#E4DFD6",
    line="#CDC6BA",
    field="#938B7E",
    strong="#857D70",
    text="#23211D",
    muted="#635D53",
    navy="#17365D",
    on_navy="#FFFFFF",
    navy_tint="#E6ECF4",
    ochre="#A8772A",
    ochre_text="#805611",
    ochre_tint="#F8EFDD",
    red="#B3261E",
    red_tint="#FBE9E6",
    green="#246B48",
    green_tint="#E3F1E8",
    blue="#17365D",
    teal="#1B6A72",
    plum="#7B3A68",
    olive="#566A22",
    grey="#6B655B",
    shadow="#2A2418",
)

DARK = _theme(
    True,
    rail="#12233A",
    rail_on="#223B5C",
    rail_text="#B6C4D6",
    rail_ink="#FFFFFF",
    canvas="#171614",
    surface="#1F1E1B",
    sunken="#2A2825",
    hair="#34312D",
    line="#4A463F",
    field="#7D766C",
    strong="#8E877B",
    text="#F0ECE4",
    muted="#B1AA9D",
    navy="#A9C4EA",
    on_navy="#10213A",
    navy_tint="#26354A",
    ochre="#D9A850",
    ochre_text="#E3BA70",
    ochre_tint="#332B1D",
    red="#F2998F",
    red_tint="#43231F",
    green="#86CFA5",
    green_tint="#1E3529",
    blue="#8FB4E8",
    teal="#6FC3CB",
    plum="#DB9BC8",
    olive="#B4C878",
    grey="#A8A195",
    shadow="#000000",
)

CONTRAST = _theme(
    True,
    rail="#000000",
    rail_on="#1954AD",
    rail_text="#FFFFFF",
    rail_ink="#FFFFFF",
    canvas="#000000",
    surface="#000000",
    sunken="#1C1C1C",
    hair="#8F8F8F",
    line="#FFFFFF",
    field="#FFFFFF",
    strong="#CFCFCF",
    text="#FFFFFF",
    muted="#E4E4E4",
    navy="#FFD84D",
    on_navy="#000000",
    navy_tint="#3A3000",
    ochre="#FFB733",
    ochre_text="#FFCB66",
    ochre_tint="#2E2200",
    red="#FFA69E",
    red_tint="#3A0F0B",
    green="#7CF2A8",
    green_tint="#06301A",
    blue="#8CC8FF",
    teal="#5CE6F0",
    plum="#FFA8EA",
    olive="#D6F05C",
    grey="#D9D9D9",
    shadow="#000000",
)
"""Text at 7:1 and more, borders of fields at 4.5:1 (WCAG 2.2, 1.4.6 and beyond 1.4.11)."""


def mix(over: QColor, under: QColor, part: float) -> QColor:
    """`part` (0 to 1) of one colour over another, opaque."""
    rest = 1 - part
    return QColor.fromRgbF(
        over.redF() * part + under.redF() * rest,
        over.greenF() * part + under.greenF() * rest,
        over.blueF() * part + under.blueF() * rest,
    )


def theme_for(look: str) -> Theme:
    """The theme of a look: `light`, `dark`, `contrast`, or empty for what the computer prefers."""
    return {"light": LIGHT, "dark": DARK, "contrast": CONTRAST}.get(look) or _preferred()


def _preferred() -> Theme:
    hints = QGuiApplication.styleHints()
    if hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast:
        return CONTRAST
    return DARK if hints.colorScheme() is Qt.ColorScheme.Dark else LIGHT


def palette(theme: Theme) -> QPalette:
    """Qt's palette, for everything that the style draws by itself (dialogs, check marks)."""
    made = QPalette()
    role = QPalette.ColorRole
    for color_role, color in {
        role.Window: theme.canvas,
        role.Base: theme.surface,
        role.AlternateBase: theme.canvas,
        role.Button: theme.surface,
        role.WindowText: theme.text,
        role.Text: theme.text,
        role.ButtonText: theme.text,
        role.ToolTipBase: theme.text,
        role.ToolTipText: theme.surface,
        role.PlaceholderText: theme.muted,
        role.Highlight: theme.navy,
        role.HighlightedText: theme.on_navy,
        role.Accent: theme.navy,
        role.Link: theme.navy,
        role.Light: theme.surface,
        role.Midlight: theme.hair,
        role.Mid: theme.line,
        role.Dark: theme.strong,
        role.Shadow: theme.shadow,
    }.items():
        made.setColor(color_role, color)
    for color_role in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, color_role, theme.strong)
    return made
