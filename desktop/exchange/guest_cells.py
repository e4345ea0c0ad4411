"""From the cells of a row to a guest: names told apart, words understood, addresses checked."""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from desktop.domain.attendee import Reply
from desktop.domain.person import PersonName
from desktop.exchange import guest_words, vocabulary
from desktop.exchange.guest_draft import GuestDraft, Remark
from desktop.exchange.naming import script, split_name
from desktop.language.countries import country_code
from desktop.language.translation import msgid

LONGEST = 500
"""Letters that a cell has at most; of those in `_LONG`, twenty times as many."""

_LONG = frozenset({"notes", "needs", "street", "tags"})
_BLANK = frozenset({"-", "--", "–", "—", "n/a", "N/A", "#N/A", "…", "..."})
_KEPT = "\u200c\u200d\u200e\u200f"
"""Invisible, and yet part of how a name is written."""

_EMAIL = re.compile(
    r"[A-Za-z0-9_+'-]+(?:\.[A-Za-z0-9_+'-]+)*@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+"
    r"[A-Za-z]{2,24}"
)
_SEVERAL = re.compile(r"[;,\s]+")
_PHONE = re.compile(r"\+[1-9](?:[\s().-]?\d){6,14}")
_COUNT = re.compile(r"\+?(\d{1,3})(?:\.0+)?")
_CHECKED = 2_000
"""So many unusual telephone numbers are looked at; that takes a tenth of a millisecond each."""


class Rejected(Exception):  # noqa: N818 - it ends in a report, not in a traceback
    """A row that cannot become a guest."""

    def __init__(self, source: str, **fields: str) -> None:
        super().__init__(source)
        self.remark = source, tuple(fields.items())


class Way(NamedTuple):
    """How a list's cells are to be understood.

    `fields` say what each column is, empty where it is left out. `language` is the list's,
    `family_first` tells that its column of whole names says so,
    `country` the one whose telephone numbers are written without a prefix, `dates` the order of a
    date's parts.
    """

    fields: Sequence[str]
    language: str = ""
    country: str = ""
    dates: str = "dmy"
    family_first: bool = False


class Cells:
    """Reads the rows of one list; `doubts` gathers what is doubtful about them."""

    def __init__(self, way: Way) -> None:
        self._way = way
        self._columns = [(place, field) for place, field in enumerate(way.fields) if field]
        self._unusual = 0
        self.doubts: list[Remark] = []

    def guest(self, line: int, row: Sequence[str]) -> GuestDraft:
        """The guest of a row.

        Raises:
            Rejected: it names nobody, or says something that cannot be.
        """
        told = self._told(row)
        name = self._name(told)
        # NamedTuple's own order; what needs no understanding is taken as it is.
        say = told.get
        return GuestDraft(
            line,
            name.tag,
            name.family,
            name.given,
            name.patronymic,
            say("honorific", ""),
            say("office", ""),
            say("organisation", ""),
            guest_words.category_named(told["category"]) if "category" in told else "",
            self._country(line, told["country"]) if "country" in told else "",
            self._email(line, told["email"]) if "email" in told else "",
            self._phone(line, told) if "phone" in told else "",
            self._languages(line, told["language"]) if "language" in told else (),
            say("seat", ""),
            self._reply(line, told["reply"]) if "reply" in told else "",
            self._replied(line, told["replied"]) if "replied" in told else "",
            self._party(line, told["party"]) if "party" in told else 0,
            _tags(told["tags"]) if "tags" in told else (),
            say("needs", ""),
            say("notes", ""),
            say("street", ""),
            say("postal_code", ""),
            say("city", ""),
            say("region", ""),
        )

    def _told(self, row: Sequence[str]) -> dict[str, str]:
        """What the cells say, by field; of two columns of one field the first that says a word."""
        told: dict[str, str] = {}
        width, whole = len(row), "".join(row)
        is_plain = whole.isprintable() and len(whole) <= LONGEST
        for place, field in self._columns:
            if place < width and (cell := row[place].strip()) and field not in told:
                if not is_plain:
                    cell = _plain(cell, field)
                if cell and cell not in _BLANK:
                    told[field] = cell
        return told

    def _name(self, told: dict[str, str]) -> PersonName:
        family, given = told.get("family", ""), told.get("given", "")
        whole = told.get("name", "")
        if family or given:
            written = f"{given} {family}"
            name = PersonName(script(written), family, given, told.get("patronymic", ""))
        elif whole:
            written, name = (
                whole,
                split_name(whole, self._way.language, family_first=self._way.family_first),
            )
        else:
            raise Rejected(msgid("There is no name in this line."))
        if not any(map(str.isalpha, written)):
            raise Rejected(msgid("“{name}” is no name: there is no letter in it."), name=written)
        return name

    def _email(self, line: int, written: str) -> str:
        if _EMAIL.fullmatch(written):
            return written
        first, *others = filter(None, _SEVERAL.split(written.removeprefix("mailto:")))
        if others and "@" in first:
            self._doubt(line, msgid("Of several e-mail addresses the first is taken."))
        return first if _EMAIL.fullmatch(first) else _checked_email(first, written)

    def _phone(self, line: int, told: dict[str, str]) -> str:
        """The number as it is written: a leading + or 0 is part of it."""
        written = told["phone"]
        if not _PHONE.fullmatch(written) and self._unusual < _CHECKED:
            self._unusual += 1
            country = self._way.country
            if not _is_possible(written, country_code(told.get("country", "")) or country):
                self._doubt(line, msgid("“{phone}” is hardly a telephone number."), phone=written)
        return written

    def _country(self, line: int, written: str) -> str:
        code = country_code(written)
        if not code:
            self._doubt(
                line, msgid("There is no country “{country}”; it is left out."), country=written
            )
        return code

    def _languages(self, line: int, written: str) -> tuple[str, ...]:
        tags, unknown = vocabulary.languages(written)
        for word in unknown:
            self._doubt(line, msgid("There is no language “{language}”."), language=word)
        return tags

    def _reply(self, line: int, written: str) -> str:
        reply = guest_words.reply_named(written)
        if reply is None:
            self._doubt(line, msgid("“{reply}” is no reply; it is left out."), reply=written)
        elif reply is Reply.REPRESENTATIVE:
            self._doubt(line, msgid("Somebody is to come instead: name the representative."))
            return Reply.INVITED
        return reply or ""

    def _replied(self, line: int, written: str) -> str:
        day = guest_words.day(written, self._way.dates)
        if day is None:
            self._doubt(line, msgid("“{day}” is no day; it is left out."), day=written)
        return day.isoformat() if day else ""

    def _party(self, line: int, written: str) -> int:
        found = _COUNT.fullmatch(written)
        if found is None:
            self._doubt(
                line, msgid("“{count}” is no number of companions; it is left out."), count=written
            )
        return int(found[1]) if found else 0

    def _doubt(self, line: int, source: str, **fields: str) -> None:
        self.doubts.append(Remark(line, source, tuple(fields.items())))


def _plain(cell: str, field: str) -> str:
    """A cell without signs that nobody sees; of a long text the lines are kept."""
    longest = LONGEST * 20 if field in _LONG else LONGEST
    if cell.isprintable() and len(cell) <= longest:
        return cell
    if len(cell) > longest:
        raise Rejected(
            msgid("A cell of this line has {count} letters; at most {most} make sense."),
            count=str(len(cell)),
            most=str(longest),
        )
    parts = cell.splitlines() if field in _LONG else [cell]
    lines = (" ".join("".join(filter(_is_seen, part)).split()) for part in parts)
    return "\n".join(filter(None, lines))


def _is_seen(letter: str) -> bool:
    return letter in _KEPT or letter.isspace() or unicodedata.category(letter)[0] != "C"


def _tags(written: str) -> tuple[str, ...]:
    return tuple(
        dict.fromkeys(word.strip() for word in re.split("[,;\n]", written) if word.strip())
    )


def _checked_email(address: str, written: str) -> str:
    """An address with unusual letters, once it is known to be one.

    Raises:
        Rejected: it is none.
    """
    from email_validator import EmailNotValidError, validate_email

    try:
        return validate_email(address, check_deliverability=False).normalized
    except EmailNotValidError:
        raise Rejected(
            msgid("“{email}” is no e-mail address. Correct it, or leave the cell blank."),
            email=written[:80],
        ) from None


@lru_cache(maxsize=1_000)
def _is_possible(written: str, country: str) -> bool:
    import phonenumbers

    try:
        number = phonenumbers.parse(written, country or None)
    except phonenumbers.NumberParseException:
        return not country and sum(map(str.isdigit, written)) in range(5, 16)
    return phonenumbers.is_possible_number(number)
