"""Colours and type of every document, as the embassy has them.

Another house style puts its own colours in their place (`styles`). Contrast on white stands
beside each colour.
"""

from desktop.documents.typesetting.style import Style

INK = "#1B1F24"
"""Text: 16.5 to 1."""
NAVY = "#17365D"
"""Titles, and rules of 0.8 pt: 12.1 to 1."""
OCHRE = "#A8772A"
"""Areas, rules and figures over 14 pt only: 3.9 to 1."""
OCHRE_TEXT = "#8A5F1A"
"""Ochre for text: 5.6 to 1."""
GREY = "#5F6772"
"""The second rank of text: 5.7 to 1."""
HAIRLINE = "#C9CED6"
BAR = "#17365C"
"""Bars of charts: navy to the eye, but a colour of its own to a house style."""
NAVY_LIGHT = "#8FA3BC"

COVER_ACCENT, COVER_TEXT, COVER_DOT = "#E3BE7C", "#E6ECF3", "#3F6090"
"""On the filled cover of a booklet."""

NBSP = "\u00a0"

EYEBROW = Style("sans", 600, size=7.4, leading=12, colour=OCHRE_TEXT, tracking=1.25)
"""Capitals over a title; scripts without capitals are neither spaced nor reduced."""
FURNITURE = Style("sans", 400, size=7.2, leading=9, colour=GREY)
"""Running heads and feet."""
FOLIO = FURNITURE.but(weight=600, colour=NAVY, features=("tnum",))
"""Page numbers."""
