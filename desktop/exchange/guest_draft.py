"""Guests as a file tells of them, before anybody knows who they are in the directory."""

from dataclasses import dataclass
from typing import Any, NamedTuple

from desktop.domain.person import PersonName
from desktop.domain.postal import PostalAddress

_NOWHERE = PostalAddress()


class GuestDraft(NamedTuple):
    """A guest as a row has it; texts are empty where it says nothing.

    `line` is where the row begins. `tag` to `patronymic` are the parts of the name. `category` is
    one of the program's or the file's own word, `country` an ISO 3166-1 alpha-2 code, `languages`
    BCP 47 tags, `reply` a value of `Reply`, `replied` a day in ISO 8601.
    """

    line: int = 0
    tag: str = "Latn"
    family: str = ""
    given: str = ""
    patronymic: str = ""
    honorific: str = ""
    office: str = ""
    organisation: str = ""
    category: str = ""
    country: str = ""
    email: str = ""
    phone: str = ""
    languages: tuple[str, ...] = ()
    seat: str = ""
    reply: str = ""
    replied: str = ""
    party: int = 0
    tags: tuple[str, ...] = ()
    needs: str = ""
    notes: str = ""
    street: str = ""
    postal_code: str = ""
    city: str = ""
    region: str = ""

    @property
    def name(self) -> PersonName:
        """The name, its parts kept apart."""
        return PersonName(self.tag, self.family, self.given, self.patronymic)

    @property
    def address(self) -> PostalAddress:
        """Where the post reaches the guest; in no country where there is no street or town."""
        if not (self.street or self.postal_code or self.city or self.region):
            return _NOWHERE
        return PostalAddress(self.street, self.postal_code, self.city, self.region, self.country)


@dataclass(frozen=True, slots=True)
class Remark:
    """What is to be said of a line: an English source text and its fields, to be translated."""

    line: int
    source: str
    fields: tuple[tuple[str, str], ...] = ()

    @property
    def text(self) -> str:
        """The remark in English."""
        return self.source.format_map(dict(self.fields)) if self.fields else self.source


class Batch(NamedTuple):
    """Some rows of a list: guests, the lines that cannot be used, what is doubtful about others.

    The guests travel between processes by columns, one for each field of a `GuestDraft`. `done`
    of `total` lines are read with them; `total` 0 means that nobody knows. The first batch tells
    the headings of the columns that are left out.
    """

    columns: tuple[tuple[Any, ...], ...]
    rejected: list[Remark]
    doubts: list[Remark]
    done: int = 0
    total: int = 0
    left_out: tuple[str, ...] = ()

    @property
    def guests(self) -> list[GuestDraft]:
        """The guests, row by row."""
        return [*map(GuestDraft._make, zip(*self.columns, strict=True))]
