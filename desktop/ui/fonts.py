"""The program's own typefaces, so that the window looks the same everywhere."""

from functools import cache

from PySide6.QtGui import QFont, QFontDatabase

from desktop import paths

SANS, SERIF = "Source Sans 3", "Source Serif 4"
OTHERS = tuple(
    f"Noto Sans {script}"
    for script in (
        *("Arabic", "Hebrew", "Devanagari", "Bengali"),
        *("Tamil", "Thai", "Armenian", "Georgian"),
    )
)
"""For letters that Source Sans and Source Serif do not have."""

_FILES = (
    "SourceSans3-Regular",
    "SourceSans3-Medium",
    "SourceSans3-SemiBold",
    "SourceSans3-Italic",
    "SourceSerif4-Regular",
    "SourceSerif4-SemiBold",
    "NotoSansArabic-Regular",
    "NotoSansArabic-Bold",
    "NotoSansHebrew-Regular",
    "NotoSansDevanagari-Regular",
    "NotoSansBengali-Regular",
    "NotoSansTamil-Regular",
    "NotoSansThai-Regular",
    "NotoSansArmenian-Regular",
    "NotoSansGeorgian-Regular",
)


@cache
def load() -> None:
    """Make the typefaces known to Qt; once per process."""
    for name in _FILES:
        QFontDatabase.addApplicationFont(str(paths.resource("fonts", f"{name}.ttf")))


@cache
def font(px: int = 13, weight: int = 400, *, serif: bool = False, italic: bool = False) -> QFont:
    """A typeface of the window, `px` pixels high at 100 %."""
    made = QFont()
    made.setFamilies([SERIF if serif else SANS, *OTHERS])
    made.setPixelSize(px)
    made.setWeight(QFont.Weight(weight))
    made.setItalic(italic)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made
