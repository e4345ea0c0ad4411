"""How a value is called in the name of a Change, in a message, in a search result."""

from typing import Any

from desktop.domain.localized import Localized
from desktop.domain.person import Person
from desktop.language import tags


def label(value: Any, language: str = "") -> str:
    """A value in a few words: its title or name.

    For a reader of `language`, else in the first language that it is there in.
    """
    if isinstance(value, Person):
        return value.name(language, tags.script_of(language) if language else "").full or "…"
    text: Localized = getattr(value, "title", None) or getattr(value, "name", None) or Localized()
    return text.words(language) or getattr(value, "slug", "") or "…"
