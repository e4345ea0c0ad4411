"""The colour of each category of guests: white text on it has 5.6 to 1 at least.

A colour never stands without the word.
"""

from desktop.documents.tokens import NAVY, OCHRE_TEXT

_COLOURS = {
    "authority": "#7A2233",
    "diplomat": "#6E3A17",
    "speaker": NAVY,
    "scholar": "#2B5C7D",
    "official": "#3F5530",
    "staff": OCHRE_TEXT,
    "volunteer": "#6B5A12",
    "press": "#1D6A66",
    "student": "#5A3E7A",
    "business": "#34495E",
    "guest": "#4A525C",
}


def colour(category: str) -> str:
    """The colour of a category; an organiser's own word has that of guests."""
    return _COLOURS.get(category, _COLOURS["guest"])
