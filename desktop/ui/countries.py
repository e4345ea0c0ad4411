"""Countries to choose from, in the order of the window's language."""

from functools import cache

from desktop.language.collation import sort_key
from desktop.language.tongues import countries, territory_name
from desktop.ui.kit import Kit


def country_choices(kit: Kit) -> list[tuple[str, str]]:
    """ISO 3166-1 alpha-2 codes with their names; an empty one first."""
    return [("", kit.text("Not set")), *_named(kit.language)]


@cache
def _named(language: str) -> tuple[tuple[str, str], ...]:
    key = sort_key(language)
    named = ((code, territory_name(code, language)) for code in countries())
    return tuple(sorted(named, key=lambda pair: key(pair[1])))
