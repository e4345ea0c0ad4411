"""What the rows of a list are compared by: their texts in the alphabet of a language."""

import re
from collections.abc import Callable
from functools import cached_property

from desktop.domain.localized import Localized
from desktop.domain.organisation import OrganisationKind
from desktop.domain.person import Gender, Office, PersonName, written
from desktop.language import collation, tags
from desktop.language.terms import category, term
from desktop.language.tongues import territory_name
from desktop.services.listing import Sort


class Alphabet:
    """What sorts texts as one language does.

    Texts that the language lacks are taken in the first of `languages` there is.
    """

    def __init__(self, language: str, languages: tuple[str, ...]) -> None:
        self.language, self.tongues = language, (language, *languages)
        self._script = tags.script_of(language)

    @cached_property
    def _key(self) -> Callable[[str], bytes]:
        # Asked for where lists are read, so that ICU is not loaded on the window's thread.
        return collation.sort_key(self.language)

    @cached_property
    def _name_key(self) -> Callable[[str, str], tuple[bytes, bytes]]:
        return collation.name_sort_key(self.language)

    def sort(self, name: str, fields: tuple[str, ...], key: Callable[..., bytes]) -> Sort:
        """A way to sort whose keys are this language's."""
        return Sort(" ".join((name, *self.tongues)), fields, key)

    def name(self) -> Sort:
        """By family name, then by given name."""
        return self.sort("name", ("Person.names",), self._name)

    def _name(self, names: tuple[PersonName, ...] | None) -> bytes:
        name = written(names or (), self.language, self._script)
        family, given = self._name_key(name.family, name.given)
        return family + given if name.full else b""

    def local(self, text: Localized | None) -> bytes:
        """By a text as it is shown."""
        return self._key(text.words(*self.tongues)) if text else b""

    def home(self, house: Localized | None, offices: tuple[Office, ...] | None) -> bytes:
        """By where somebody comes from: the organisation, else that of the first office."""
        if house is not None:
            return self.local(house)
        return self.local(offices[0].organisation) if offices else b""

    def office(self, offices: tuple[Office, ...]) -> bytes:
        """By the first office."""
        return self.local(offices[0].title) if offices else b""

    def category(self, name: str, gender: Gender | None) -> bytes:
        """By the word for a category."""
        return self._key(category(name, self.language, gender or Gender.UNSPECIFIED))

    def country(self, code: str) -> bytes:
        """By a country's name."""
        return self._key(territory_name(code, self.language)) if code else b""

    def kind(self, kind: OrganisationKind) -> bytes:
        """By the word for what an organisation is."""
        return self._key(term(kind, self.language))

    def place(self, city: Localized, country: str) -> bytes:
        """By city, else by country."""
        return self.local(city) or self.country(country)

    def seat(self, seat: str) -> bytes:
        """Row 2 before row 10."""
        return self._key(re.sub(r"\d+", lambda digits: digits[0].zfill(6), seat)) if seat else b""
