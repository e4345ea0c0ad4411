"""The program's own words in a reader's language.

A translator is a value, made for a window or a document. Its source texts are English; a
translation is taken from `resources/locale/<language>.mo` (GNU gettext).
"""

import gettext
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from string import Formatter

from desktop import paths
from desktop.domain.errors import EstradoError
from desktop.domain.texts import msgid as msgid
from desktop.language import tags
from desktop.language.transliteration import spelt

_IN_A_TEXT = re.compile(r"line (\d+)(?:, column (\d+))?")
"""A place as the readers of files name it."""
COUNT = "n"
"""The field that a plural form may leave out: Arabic has words for none, one and two."""


@dataclass(frozen=True, slots=True)
class Translator:
    """Translates English source texts; `{fields}` are filled in by keyword.

    A translation whose fields differ from the source's is passed over for the source itself, so
    that a translator's slip can never break a page.
    """

    language: str
    catalogue: gettext.NullTranslations

    def text(self, msgid: str, /, **fields: object) -> str:
        """The translation of `msgid`, its fields filled in."""
        found = self.catalogue.gettext(msgid)
        if found == msgid:  # Python 3.11.2 does not look among those that have a plural
            found = self.catalogue.ngettext(msgid, msgid, 1)
        return self._fill(msgid, found, fields)

    def context(self, context: str, msgid: str, /, **fields: object) -> str:
        """The same where one English word stands for two things: `context("verb", "Open")`."""
        return self._fill(msgid, self.catalogue.pgettext(context, msgid), fields)

    def plural(self, one: str, many: str, n: int, /, **fields: object) -> str:
        """The form that goes with `n`; `{n}` is written as the language writes figures."""
        from desktop.language.figures import number

        found = self.catalogue.ngettext(one, many, n)
        if not same_fields(many, found, plural=True):
            found = one if n == 1 else many
        filled = {COUNT: number(n, self.language), **fields}
        return spelt(found, self.language).format_map(filled)

    def error(self, error: EstradoError) -> str:
        """An error as it is told to the user, with its place; `{what}` is a source text too."""
        fields = dict(error.fields)
        if "what" in fields:
            fields["what"] = self.text(str(fields["what"]))
        if tags.direction(self.language) == "rtl":
            for name, value in fields.items():  # a path does not turn round
                fields[name] = (
                    tags.isolate(str(value), "ltr") if isinstance(value, Path) else value
                )
        told = self.text(error.source, **fields)
        return self.placed(error.place, told)

    def placed(self, place: str, told: str) -> str:
        """What is told of a place in a file, the place before it; empty: of no place."""
        if found := _IN_A_TEXT.fullmatch(place):
            line, column = found.groups()
            if column:
                place = self.text("line {line}, column {column}", line=line, column=column)
            else:
                place = self.text("line {line}", line=line)
        return f"{place}: {told}" if place else told

    def _fill(self, msgid: str, found: str, fields: dict[str, object]) -> str:
        if found != msgid and not same_fields(msgid, found):
            found = msgid
        found = spelt(found, self.language)
        return found.format_map(fields) if fields else found


def context_msgid(context: str, text: str) -> tuple[str, str]:
    """The same with a context; `Translator.context` says it."""
    return context, text


def plural_msgid(one: str, many: str) -> tuple[str, str]:
    """The same for a pair of forms; `Translator.plural` says it."""
    return one, many


@cache
def translator(language: str) -> Translator:
    """The translator for a BCP 47 tag; English where the program has no such language."""
    return Translator(language, _catalogue(tags.base(language)))


def knows(language: str) -> bool:
    """Whether the program's own words exist in this language; elsewhere they are English."""
    return tags.base(language) in tags.LANGUAGES


@cache
def same_fields(source: str, translation: str, *, plural: bool = False) -> bool:
    """Whether a translation has exactly the source's `{fields}`; a plural may leave out `{n}`."""
    wanted, found = fields_of(source), fields_of(translation)
    return found == wanted or (plural and found == wanted - {COUNT})


def fields_of(text: str) -> frozenset[str]:
    """The names of the `{fields}` in a text; `{` for one that is not closed."""
    try:
        return frozenset(name for _, name, _, _ in Formatter().parse(text) if name is not None)
    except ValueError:
        return frozenset("{")


@cache
def _catalogue(name: str) -> gettext.NullTranslations:
    if name == "en" or name not in tags.LANGUAGES:
        return gettext.NullTranslations()
    with paths.resource("locale", f"{name}.mo").open("rb") as file:
        return gettext.GNUTranslations(file)
