"""By what a list can be filtered: fields, how their values are called, what may be missing."""

from collections.abc import Callable
from dataclasses import dataclass

from desktop.language.tongues import language_name, territory_name
from desktop.services.lists import Filter
from desktop.ui.kit import Kit


@dataclass(frozen=True, slots=True)
class Field:
    """A field by whose values rows are filtered: its heading, a value in words."""

    name: str
    heading: str
    word: Callable[[str], str] = str


@dataclass(frozen=True, slots=True)
class Choices:
    """The filters that a list can have: fields with values; fields that may be empty, in words."""

    fields: tuple[Field, ...]
    lacking: tuple[tuple[str, str], ...]

    def words(self, wanted: Filter) -> str:
        """A filter in words: `Category: Press, Students`."""
        if not wanted.values:
            return dict(self.lacking).get(wanted.field, wanted.field)
        field = next((one for one in self.fields if one.name == wanted.field), None)
        if field is None:
            return ", ".join(wanted.values)
        return f"{field.heading}: {', '.join(map(field.word, wanted.values))}"

    def allows(self, wanted: Filter) -> bool:
        """Whether the list can be filtered so: what was saved may be of another time."""
        known = {field.name for field in self.fields} if wanted.values else dict(self.lacking)
        return wanted.field in known


def country(kit: Kit, field: str) -> Field:
    """A field with countries."""
    return Field(field, kit.text("Country"), lambda code: territory_name(code, kit.language))


def languages(kit: Kit) -> Field:
    """The languages that somebody speaks."""
    return Field(
        "Person.languages", kit.text("Language"), lambda tag: language_name(tag, kit.language)
    )


def organisation(kit: Kit) -> Field:
    """The organisation that somebody belongs to, by its name."""
    return Field("Organisation.name", kit.text("Organisation"))
