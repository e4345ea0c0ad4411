"""From cells to guests: names told apart, words understood, addresses checked.

Rows are read some at a time, column by column: what stands in one many times is understood once.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from itertools import compress, zip_longest
from operator import attrgetter
from typing import Any, NamedTuple

from desktop.domain.attendee import Reply
from desktop.exchange import guest_words, vocabulary
from desktop.exchange.guest_columns import FIELDS
from desktop.exchange.guest_draft import GuestDraft, Remark
from desktop.exchange.naming import script, split_name
from desktop.exchange.table_file import Row
from desktop.language.countries import country_code
from desktop.language.translation import msgid

LONGEST = 500
"""Letters that a cell has at most; of those in `_LONG`, twenty times as many."""

_LONG = frozenset({"notes", "needs", "street", "tags"})
_BLANK = frozenset({"-", "--", "–", "—", "n/a", "N/A", "#N/A", "…", "..."})
_KEPT = "\u200c\u200d\u200e\u200f"
"""Invisible, and yet part of how a name is written."""

_QUOTED = re.compile("'[=+@＝＋－＠-]")
"""How lists are written that a spreadsheet must not compute (`table_writer`)."""

_EMAIL = re.compile(
    r"[A-Za-z0-9_+'-]+(?:\.[A-Za-z0-9_+'-]+)*@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+"
    r"[A-Za-z]{2,24}"
)
_BRACKETED = re.compile(r"<([^<>\s]+@[^<>\s]+)>")
"""An address as mail programs copy it: Ana Gil <ana@example.org>."""

_SEVERAL = re.compile(r"[;,\s]+")
_PHONE = re.compile(r"\+[1-9](?:[\s().-]?\d){6,14}")
_COUNT = re.compile(r"\+?(\d{1,3})(?:\.0+)?")
_SHOWN = 80
"""Letters of a cell that are told."""

_CHECKED = 2_000
"""So many unusual telephone numbers are looked at; that takes a tenth of a millisecond each."""


_Said = tuple[str, tuple[tuple[str, str], ...]]
"""What is to be said of a cell: an English source text and its fields."""

_Meant = tuple[Any, tuple[_Said, ...]]
"""What a cell means, and what is doubtful about it."""


def _said(source: str, **fields: str) -> _Said:
    return source, tuple(fields.items())


class _Rejected(Exception):  # noqa: N818 - it ends in a report, not in a traceback
    """A cell that keeps its row from becoming a guest."""

    def __init__(self, source: str, **fields: str) -> None:
        super().__init__(source)
        self.said = _said(source, **fields)


class Way(NamedTuple):
    """How a list's cells are to be understood.

    `fields` say what each column is, empty where it is left out; behind the first so many columns
    (`width`) nothing should stand. `language` is the list's,
    `country` the one whose telephone numbers are written without a prefix, `dates` the order of a
    date's parts; `family_first` tells how whole names are written, where the heading says so.
    """

    fields: Sequence[str]
    width: int
    language: str = ""
    country: str = ""
    dates: str = "dmy"
    family_first: bool = False


class Understood(NamedTuple):
    """Guests by columns, one for each field of a `GuestDraft`; what is said of their lines."""

    columns: tuple[tuple[Any, ...], ...]
    rejected: list[Remark]
    doubts: list[Remark]


class Cells:
    """Reads the rows of one list."""

    def __init__(self, way: Way) -> None:
        self._way = way
        self._unusual = 0
        self._lines: Sequence[int] = ()
        self._rejected: dict[int, Remark] = {}
        self._doubts: list[Remark] = []

    def read(self, rows: Sequence[Row]) -> Understood:
        """The guests of some rows, except for those that cannot be used."""
        self._lines, cells = zip(*rows, strict=True)
        self._rejected, self._doubts = {}, []
        told = self._told(cells)
        meanings = told | self._meanings(told)
        columns = tuple(tuple(meanings[name]) for name in GuestDraft._fields)
        if self._rejected:
            kept = [line not in self._rejected for line in self._lines]
            columns = tuple(tuple(compress(column, kept)) for column in columns)
        doubts = (one for one in self._doubts if one.line not in self._rejected)
        rejected = sorted(self._rejected.values(), key=_BY_LINE)
        return Understood(columns, rejected, sorted(doubts, key=_BY_LINE))

    def _told(self, rows: Sequence[Sequence[str]]) -> dict[str, Sequence[Any]]:
        """What the cells say, by field; of two columns of one field the first that says a word."""
        told: dict[str, Sequence[Any]] = {}
        columns = [*zip_longest(*rows, fillvalue="")]
        for field, column in zip(self._way.fields, columns, strict=False):
            if field:
                cells = self._plain(column, field)
                there = told.get(field)
                told[field] = self._joined(there, cells) if there else cells
        for place, column in enumerate(columns[self._way.width :], self._way.width):
            if not any(self._way.fields[place : place + 1]):
                self._each([*map(str.strip, column)], _beyond)
        return dict.fromkeys(FIELDS, [""] * len(rows)) | told

    def _joined(self, cells: Sequence[str], others: Sequence[str]) -> Sequence[str]:
        """The cells, the others where these are blank; where both say something, it is told."""
        pairs = zip(cells, others, strict=True)
        self._each(
            [(one, other) if one and other and one != other else "" for one, other in pairs], _lost
        )
        return [one or other for one, other in zip(cells, others, strict=True)]

    def _plain(self, column: Sequence[str], field: str) -> Sequence[str]:
        """Cells without blanks around them and without what nobody sees."""
        cells = [*map(str.strip, column)]
        whole = "".join(cells)
        if "'" in whole:
            cells = [cell[1:] if _QUOTED.match(cell) else cell for cell in cells]
        if max(map(len, cells)) > LONGEST or not whole.isprintable():
            cells = self._each(cells, lambda cell: (_plain(cell, field), ()))
        return cells if _BLANK.isdisjoint(cells) else ["" if c in _BLANK else c for c in cells]

    def _meanings(self, told: dict[str, Sequence[Any]]) -> dict[str, Sequence[Any]]:
        """What is understood of what the cells say, by the fields of a `GuestDraft`."""
        names = zip(told["given"], told["family"], told["patronymic"], told["name"], strict=True)
        tags, families, given, patronymics = zip(
            *self._each([*names], self._name, ("",) * 4), strict=True
        )
        return {
            "line": self._lines,
            "tag": tags,
            "family": families,
            "given": given,
            "patronymic": patronymics,
            "category": self._each(told["category"], _category),
            "country": self._each(told["country"], _country),
            "email": self._each(told["email"], _email),
            "phone": self._phones(told["phone"], told["country"]),
            "languages": self._each(told["language"], _languages, ()),
            "reply": self._each(told["reply"], _reply),
            "replied": self._each(told["replied"], self._replied),
            "party": self._each(told["party"], _party, 0),
            "tags": self._each(told["tags"], _tags, ()),
        }

    def _each(
        self, cells: Sequence[Any], read: Callable[[Any], _Meant], blank: Any = ""
    ) -> list[Any]:
        """What each cell of a column means; what is said of it is kept under its line."""
        if not any(cells):
            return [blank] * len(cells)
        meant: dict[Any, Any] = {"": blank}
        doubts: dict[Any, tuple[_Said, ...]] = {}
        rejected: dict[Any, _Said] = {}
        for cell in dict.fromkeys(cells):
            if cell in meant:
                continue
            try:
                meant[cell], said = read(cell)
                if said:
                    doubts[cell] = said
            except _Rejected as error:
                meant[cell], rejected[cell] = blank, error.said
        if doubts or rejected:
            self._note(cells, doubts, rejected)
        return [meant[cell] for cell in cells]

    def _note(
        self,
        cells: Sequence[Any],
        doubts: Mapping[Any, tuple[_Said, ...]],
        rejected: Mapping[Any, _Said],
    ) -> None:
        for line, cell in zip(self._lines, cells, strict=True):
            self._doubts += [Remark(line, *said) for said in doubts.get(cell, ())]
            if cell in rejected:
                self._rejected.setdefault(line, Remark(line, *rejected[cell]))

    def _name(self, written: tuple[str, str, str, str]) -> _Meant:
        """Script, family name, given name and patronymic."""
        given, family, patronymic, whole = written
        if given or family:
            whole = f"{given} {family}"
            name = script(whole), family, given, patronymic
        elif whole:
            way = self._way
            told = split_name(whole, way.language, family_first=way.family_first)
            name = told.tag, told.family, told.given, told.patronymic
        else:
            raise _Rejected(msgid("There is no name in this line."))
        if not any(map(str.isalpha, whole)):
            raise _Rejected(msgid("“{name}” is no name: there is no letter in it."), name=whole)
        return name, ()

    def _phones(self, phones: Sequence[str], countries: Sequence[str]) -> Sequence[str]:
        """The numbers as they are written: a leading + or 0 is part of one."""
        unusual = [
            (phone, country) if phone and not _PHONE.fullmatch(phone) else ""
            for phone, country in zip(phones, countries, strict=True)
        ]
        self._each(unusual, self._phone)
        return phones

    def _phone(self, written: tuple[str, str]) -> _Meant:
        phone, country = written
        self._unusual += 1
        if self._unusual > _CHECKED or _is_possible(
            phone, country_code(country) or self._way.country
        ):
            return phone, ()
        return phone, (_said(msgid("“{phone}” is hardly a telephone number."), phone=phone),)

    def _replied(self, written: str) -> _Meant:
        day = guest_words.day(written, self._way.dates)
        if day is None:
            return "", (_said(msgid("“{day}” is no day; it is left out."), day=written),)
        return day.isoformat(), ()


_BY_LINE = attrgetter("line")


def _beyond(written: str) -> _Meant:
    source = msgid("“{text}” stands behind the last column and is left out.")
    return "", (_said(source, text=written[:_SHOWN]),)


def _lost(written: tuple[str, str]) -> _Meant:
    source = msgid("“{text}” is left out: another column says “{other}”.")
    return "", (_said(source, text=written[1][:_SHOWN], other=written[0][:_SHOWN]),)


def _category(written: str) -> _Meant:
    return guest_words.category_named(written), ()


def _country(written: str) -> _Meant:
    code = country_code(written)
    if not code:
        return "", (
            _said(msgid("There is no country “{country}”; it is left out."), country=written),
        )
    return code, ()


def _email(written: str) -> _Meant:
    if _EMAIL.fullmatch(written):
        return written, ()
    bare = _BRACKETED.findall(written) or _SEVERAL.split(written.removeprefix("mailto:"))
    first, *others = filter(None, bare)
    address = first if _EMAIL.fullmatch(first) else _checked_email(first, written)
    if others and "@" in first:
        return address, (_said(msgid("Of several e-mail addresses the first is taken.")),)
    return address, ()


def _languages(written: str) -> _Meant:
    known, unknown = vocabulary.languages(written)
    source = msgid("There is no language “{language}”.")
    return known, tuple(_said(source, language=word) for word in unknown)


def _reply(written: str) -> _Meant:
    reply = guest_words.reply_named(written)
    if reply is None:
        return "", (_said(msgid("“{reply}” is no reply; it is left out."), reply=written),)
    if reply is Reply.REPRESENTATIVE:
        somebody = msgid("Somebody is to come instead: name the representative.")
        return Reply.INVITED.value, (_said(somebody),)
    return reply.value, ()


def _party(written: str) -> _Meant:
    found = _COUNT.fullmatch(written)
    if found is None:
        source = msgid("“{count}” is no number of companions; it is left out.")
        return 0, (_said(source, count=written),)
    return int(found[1]), ()


def _tags(written: str) -> _Meant:
    words = [word.strip() for word in re.split("[,;\n]", written)]
    return tuple(dict.fromkeys(word for word in words if word)), ()


def _plain(cell: str, field: str) -> str:
    """A cell without signs that nobody sees; of a long text the lines are kept."""
    longest = LONGEST * 20 if field in _LONG else LONGEST
    if cell.isprintable() and len(cell) <= longest:
        return cell
    if len(cell) > longest:
        raise _Rejected(
            msgid("A cell of this line has {count} letters; at most {most} make sense."),
            count=str(len(cell)),
            most=str(longest),
        )
    parts = cell.splitlines() if field in _LONG else [cell]
    lines = (" ".join("".join(filter(_is_seen, part)).split()) for part in parts)
    return "\n".join(filter(None, lines))


def _is_seen(letter: str) -> bool:
    return letter in _KEPT or letter.isspace() or unicodedata.category(letter)[0] != "C"


def _checked_email(address: str, written: str) -> str:
    """An address with unusual letters, once it is known to be one.

    Raises:
        _Rejected: it is none.
    """
    from email_validator import EmailNotValidError, validate_email

    try:
        return validate_email(address, check_deliverability=False).normalized
    except EmailNotValidError:
        raise _Rejected(
            msgid("“{email}” is no e-mail address. Correct it, or leave the cell blank."),
            email=written[:_SHOWN],
        ) from None


@lru_cache(maxsize=1_000)
def _is_possible(written: str, country: str) -> bool:
    import phonenumbers

    try:
        number = phonenumbers.parse(written, country or None)
    except phonenumbers.NumberParseException:
        return not country and sum(map(str.isdigit, written)) in range(5, 16)
    return phonenumbers.is_possible_number(number)
