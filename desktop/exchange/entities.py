"""HTML's names for letters (`&eacute;`, `&#233;`), only where they are written out in full."""

import html
import re
from html.entities import html5

_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|([A-Za-z][A-Za-z0-9]{1,31}));")


def unescaped(text: str) -> str:
    """A text with letters for their names; what is no such name stays, as in `?a=1&copy=2`."""
    return _ENTITY.sub(_letter, text) if "&" in text else text


def _letter(entity: re.Match[str]) -> str:
    if entity[1]:
        return html5.get(f"{entity[1]};", entity[0])
    return html.unescape(entity[0])
