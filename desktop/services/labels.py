"""How a value is called in the name of a Change, in a message, in a search result."""

from typing import Any

from desktop.domain.localized import Localized
from desktop.domain.person import Person


def label(value: Any) -> str:
    """A value in a few words: its title or name, in the first language that it is there in."""
    if isinstance(value, Person):
        return value.name("").full or "…"
    text: Localized = getattr(value, "title", None) or getattr(value, "name", None) or Localized()
    found = text.find("")
    return found.text if found else getattr(value, "slug", "") or "…"
