"""An agenda as people write it in a mail or on a page, read line by line into proposed slots.

Nothing is guessed silently: what no rule understands stays in `Agenda.unread` with its line.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain, dropwhile

from desktop.domain.slot import SlotKind
from desktop.exchange import agenda_people, agenda_times, agenda_words
from desktop.exchange.agenda_lines import Line, lines, plain
from desktop.exchange.agenda_people import Named
from desktop.exchange.naming import script

_DASH = re.compile(r"\s+[—–-]\s+|\s*//\s*|\s+—|—\s+")
_QUOTES = {"«": "»", "“": "”", "„": "“", '"': '"', "‘": "’"}
_BY = re.compile(r",?\s+(?:by|por|a cargo de|con)\s+(?=[^\W\d_])")
_BRACKETS = re.compile(r"\s*\(([^()]+)\)\s*$")
_ROLE = re.compile(r"(?:(?<=[.;!?»”\")\]])\s+|\s+[—–-]\s+)(?=[^:.;\d]{2,40}:\s)")
"""Where a word for what somebody does may begin: `… . Moderator: Ana Gil`."""
_FEW = 4
"""Words from which on a title that begins with a kind says more than the kind."""
_KAZAKH = re.compile("[әғқңөұүіһ]", re.IGNORECASE)
_SPANISH = re.compile(r"[ñáéíóú¿¡]|\b(?:de|la|el|los|y|por|sala|hora)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Item:
    """A proposed slot. `start` counts minutes since midnight; `minutes` None: nobody says.

    `line` is the number of the line that it begins on, `day` None where no heading came before.
    """

    line: int
    title: str = ""
    day: date | None = None
    start: int | None = None
    minutes: int | None = None
    kind: SlotKind | None = None
    speakers: tuple[Named, ...] = ()
    room: str = ""


@dataclass(frozen=True, slots=True)
class Unread:
    """A line that no rule understands."""

    line: int
    text: str


@dataclass(frozen=True, slots=True)
class Agenda:
    """What a text proposes, in its order; `language` is the one that it seems to be in."""

    language: str
    items: tuple[Item, ...]
    unread: tuple[Unread, ...]


def read(pasted: str, days: Sequence[date] = ()) -> Agenda:
    """Read a pasted text, plain or HTML; `days` are the event's, for "Day 2" and "Thursday"."""
    text = plain(pasted)
    reading = _Reading(days)
    for line in lines(text):
        reading.take(line)
    items = tuple(_with_lengths(reading.items))
    return Agenda(language_of(text), items, tuple(reading.unread))


def language_of(text: str) -> str:
    """The language that a text seems to be in, of those that the program speaks."""
    match script(text):
        case "Arab":
            return "ar"
        case "Cyrl":
            return "kk" if len(_KAZAKH.findall(text)) * 40 > len(text) else "ru"
        case _:
            return "es" if len(_SPANISH.findall(text)) * 60 > len(text) else "en"


class _Reading:
    """A text on its way: the day of the last heading, the columns of the last table."""

    def __init__(self, days: Sequence[date]) -> None:
        self.items: list[Item] = []
        self.unread: list[Unread] = []
        self._days = days
        self._day: date | None = None
        self._columns: tuple[str, ...] = ()
        self._lost = False

    def take(self, line: Line) -> None:
        """Read one more line."""
        heads = tuple(agenda_words.head(cell) for cell in line.cells)
        if sum(map(bool, heads)) > 1:
            self._lost = False
            self._columns = tuple(dropwhile(lambda head: head in ("time", ""), heads))
            return
        span = agenda_times.span(line.text) or agenda_times.span(agenda_times.first(line.text))
        if span is None and (day := agenda_times.day(line.text, self._days)):
            self._day = day
        elif span is not None:
            self._begin(line, span)
        elif self._lost or not (self._lasting(line) or self._continue(line)):
            self.unread.append(Unread(line.number, line.text))
            self._lost = True  # what follows may belong to what was not understood
            return
        self._lost = False

    def _begin(self, line: Line, span: agenda_times.Span) -> None:
        before = self.items[-1] if self.items and self.items[-1].day == self._day else None
        start, end, rest = span.start, span.end, span.rest
        cells = rest.split("\t")
        second = agenda_times.span(cells[0]) if end is None and len(cells) > 1 else None
        if second and not second.rest and second.end is None:  # until when, in a cell of its own
            end, cells = second.start, cells[1:]
        earlier = before.start if before else None
        more = 0 if span.exact else agenda_times.afternoon(start, earlier)
        item = Item(line.number, day=self._day, start=start + more)
        if end is not None:
            item = replace(item, minutes=end - start)
        self.items.append(self._described(item, cells, self._columns))

    def _lasting(self, line: Line) -> bool:
        """A line of a table that begins with a length follows the one before."""
        minutes = agenda_times.length(line.cells[0]) if len(line.cells) > 1 else None
        if minutes is None:
            return False
        before = self.items[-1] if self.items else None
        start = _end(before) if before and before.day == self._day else None
        item = Item(line.number, day=self._day, start=start, minutes=minutes)
        heads = self._columns[1:] if self._columns[:1] == ("length",) else ()
        self.items.append(self._described(item, line.cells[1:], heads))
        return True

    def _described(self, item: Item, cells: Sequence[str], heads: Sequence[str]) -> Item:
        """An item with what stands behind its time: one text, or the cells of a row."""
        for place, cell in enumerate(cells):
            if cell.strip():
                item = _with_cell(item, cell, heads[place] if place < len(heads) else "")
        return item

    def _continue(self, line: Line) -> bool:
        """A line without a time says more about the item before it."""
        if not self.items:
            return False
        item, text = self.items[-1], line.text.replace("\t", " — ")
        if item.title and not item.room and agenda_words.is_room(text):
            self.items[-1] = replace(item, room=text)
            return True
        people = agenda_people.labelled(text) or agenda_people.people(text)
        if people and not (item.kind and item.kind.is_break):
            item = replace(item, speakers=(*item.speakers, *people))
        elif not item.title or (not item.speakers and _quoted(text)):
            item = _with_text(item, text)
        else:
            return False
        self.items[-1] = item
        return True


def _with_cell(item: Item, cell: str, head: str) -> Item:
    """An item with one more cell of its row."""
    minutes = agenda_times.length(cell)
    if minutes is not None:
        return replace(item, minutes=item.minutes or minutes)
    if head == "where" or (item.title and not head and agenda_words.is_room(cell)):
        return replace(item, room=cell)
    if head == "who" or (item.title and not head):
        people = agenda_people.people(cell) or agenda_people.labelled(cell)
        if people or head == "who":
            return replace(item, speakers=(*item.speakers, *(people or (Named(cell),))))
    if not item.title:
        return _with_text(item, cell)
    kind = agenda_words.announced(item.title)
    if kind is None or agenda_words.bare(item.title):
        return replace(item, title=f"{item.title} – {cell}")
    return _with_text(replace(item, kind=kind), cell)  # the cell before was the kind alone


def _with_text(item: Item, text: str) -> Item:
    """An item as a text describes it: `Lecture: Title — Name, office (45 min)`."""
    text, minutes = agenda_times.without_length(text)
    text, others = _parted(text)
    item = replace(item, minutes=item.minutes or minutes)
    label, colon, rest = text.partition(":")
    kind = agenda_words.announced(label) if colon and rest.strip() else None
    if kind is not None and (people := agenda_people.surely(rest)):
        item, text = replace(item, kind=kind, speakers=people), label
    elif kind is not None:
        item, text = replace(item, kind=kind), rest.strip()
    elif colon and (people := agenda_people.people(label)) and rest.strip():
        item, text = replace(item, speakers=people), rest.strip()
    kind, text = (item.kind, text) if item.kind else agenda_words.leading(text)
    title, people = _told(text)
    if not people and (found := _BRACKETS.search(title)) and agenda_words.is_room(found[1]):
        item, title = replace(item, room=item.room or found[1]), title[: found.start()]
    kind = kind or agenda_words.bare(title)
    if kind is None and len(title.split()) < _FEW:
        kind = agenda_words.announced(title)
    speakers = (*item.speakers, *people, *others)
    kind = kind or (SlotKind.TALK if speakers else None)
    return replace(item, kind=kind, title=_unquoted(title), speakers=speakers)


def _parted(text: str) -> tuple[str, tuple[Named, ...]]:
    """A text, and the people behind words for what they do: `Title. Moderator: Ana Gil`."""
    for found in _ROLE.finditer(text):
        told = [agenda_people.labelled(each) for each in _ROLE.split(text[found.end() :])]
        if all(told):
            return text[: found.start()].rstrip(" .;"), tuple(chain.from_iterable(told))
    return text, ()


def _told(text: str) -> tuple[str, tuple[Named, ...]]:
    """A title, and the people who are named behind it."""
    pieces = _DASH.split(text)
    for place in range(1, len(pieces)):
        behind = " – ".join(pieces[place:])
        people = agenda_people.people(behind) or agenda_people.labelled(behind)
        people = people or _each(pieces[place:])
        if people:
            return " – ".join(pieces[:place]), people
    for split in (_BRACKETS, _BY):
        found = list(split.finditer(text))
        if found:
            behind = found[-1][1] if split is _BRACKETS else text[found[-1].end() :]
            if people := agenda_people.people(behind):
                return text[: found[-1].start()], people
    return text, ()


def _each(pieces: Iterable[str]) -> tuple[Named, ...]:
    """People where every piece names some: `Ana Gil — Moderator: Luis Paz`.

    What is no name is the office of the one before.
    """
    found: list[Named] = []
    for piece in pieces:
        people = agenda_people.people(piece) or agenda_people.labelled(piece)
        if people:
            found += people
        elif found and not found[-1].office:
            found[-1] = replace(found[-1], office=piece)
        else:
            return ()
    return tuple(found)


def _end(item: Item) -> int | None:
    return None if item.start is None or item.minutes is None else item.start + item.minutes


def _quoted(text: str) -> bool:
    return text[:1] in _QUOTES


def _unquoted(title: str) -> str:
    """A title without the marks that stand round the whole of it."""
    title = title.strip(" ,;–—-")
    end = _QUOTES.get(title[:1])
    inside = title[1:-1]
    whole = end is not None and title.endswith(end) and end not in inside
    return inside.strip() if whole and len(title) > 2 else title


def _with_lengths(items: Sequence[Item]) -> Iterator[Item]:
    """An item of unknown length lasts until the next one of its day begins."""
    for place, item in enumerate(items):
        later = next((one for one in items[place + 1 :] if one.day == item.day), None)
        if item.minutes is None and item.start is not None and later and later.start is not None:
            gap = later.start - item.start
            item = replace(item, minutes=gap if 0 < gap <= 6 * 60 else None)
        yield item
