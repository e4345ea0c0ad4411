"""What is written can be read: contrast as WCAG 2.2 reckons it."""

import pytest
from PySide6.QtGui import QColor

from desktop.ui.theme import CONTRAST, DARK, LIGHT, Theme

GROUNDS = ("canvas", "surface", "sunken")
WRITTEN = (
    *((ink, ground) for ink in ("text", "muted") for ground in GROUNDS),
    *((ink, "surface") for ink in ("navy", "ochre_text", "red", "green")),
    *(("text", f"{tone}_tint") for tone in ("navy", "ochre", "red", "green")),
    ("on_navy", "navy"),
    ("navy", "navy_tint"),
    ("ochre_text", "ochre_tint"),
    ("red", "red_tint"),
    ("green", "green_tint"),
    ("rail_text", "rail"),
    ("rail_ink", "rail_on"),
)


def luminance(color: QColor) -> float:
    """Relative luminance (WCAG 2.2, definitions)."""
    parts = (color.redF(), color.greenF(), color.blueF())
    linear = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return sum(
        weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True)
    )


def contrast(one: QColor, other: QColor) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize(("theme", "least"), [(LIGHT, 4.5), (DARK, 4.5), (CONTRAST, 7)])
@pytest.mark.parametrize("pair", WRITTEN, ids="-on-".join)
def test_text_stands_out(theme: Theme, least: float, pair: tuple[str, str]) -> None:
    ink, ground = map(theme.color, pair)
    assert contrast(ink, ground) >= least


@pytest.mark.parametrize(("theme", "least"), [(LIGHT, 3), (DARK, 3), (CONTRAST, 4.5)])
def test_borders_of_fields_and_focus_stand_out(theme: Theme, least: float) -> None:
    for border in (theme.field, theme.navy):
        assert contrast(border, theme.surface) >= least
