"""The lists of the window: guests of an event, people, organisations.

A list is asked for the ids that it shows and for the rows in sight; an answer is of one moment of
the database. `Lists` and what it keeps belong to one thread, which is never the window's.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeVar, cast

from desktop.domain.attendee import Attendee, Reply
from desktop.domain.localized import Localized
from desktop.domain.organisation import Organisation
from desktop.domain.person import Contact, Person
from desktop.domain.slot import Slot
from desktop.language.folding import fold
from desktop.services.alphabets import Alphabet
from desktop.services.listing import Register, Sort, Wish
from desktop.storage.listing import GUESTS, ORGANISATIONS, PEOPLE, Filter, Roll, counted

if TYPE_CHECKING:
    from desktop.services.workspace import Workspace
    from desktop.storage.reading import Reader

__all__ = ["Asked", "Filter", "Guest", "Guests", "House", "Houses", "Lists", "Member", "Members"]

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Guest:
    """An invitation with its person and organisation."""

    attendee: Attendee
    person: Person
    organisation: Organisation | None = None


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody in the directory, and the slots of an event in which they speak."""

    person: Person
    slots: tuple[Slot, ...] = ()


@dataclass(frozen=True, slots=True)
class House:
    """An organisation, and how many people belong to it."""

    organisation: Organisation
    people: int = 0


@dataclass(frozen=True, slots=True)
class Asked:
    """What a page asks of its list: in which order, narrowed how, rows from `top` on.

    `fresh` says that something may have changed. `current` is the id of a value whose row is
    wanted too, wherever it stands.
    """

    sort: str = "name"
    descending: bool = False
    text: str = ""
    filters: tuple[Filter, ...] = ()
    top: int = 0
    count: int = 64
    current: int = 0
    fresh: bool = True


@dataclass(frozen=True, slots=True)
class Shown(Generic[R]):
    """What a list shows: ids in their order, the rows from `top` on, how many there are in all.

    `current` is the row that was asked for by its id; None where there is none any more. `part` is
    how many there are of those who matter most: who speak in the event.
    """

    ids: Sequence[int]
    total: int
    top: int
    rows: Sequence[R]
    current: R | None = None
    part: int = 0


class Lists:
    """What is kept of each list of an open database, for one event at a time."""

    def __init__(self, ws: "Workspace") -> None:
        self.ws = ws
        self._kept: dict[str, tuple[int, Register]] = {}

    def register(self, roll: Roll, words: Sort, event_id: int = 0) -> Register:
        """What is kept of a list."""
        event, register = self._kept.get(words.name, (-1, None))
        if register is None or event != event_id:
            wanted = {"event_id": event_id} if event_id else {}
            register = Register(roll, words, **wanted)
            self._kept[words.name] = event_id, register
        return register


class List(Generic[R]):
    """A list in a language: `sorts` are the ways to sort it, by the names of its columns."""

    roll: ClassVar[Roll]
    words: ClassVar[Sort]

    def __init__(self, alphabet: Alphabet, *sorts: Sort, event_id: int = 0) -> None:
        self._tongues = alphabet.tongues
        self.sorts = {sort.name.partition(" ")[0]: sort for sort in sorts}
        self._roll_event = event_id

    def rows(self, reader: "Reader", ids: Sequence[int]) -> list[R]:
        """The rows of these ids that there are, in this order."""
        raise NotImplementedError

    def prepare(self, reader: "Reader", register: Register) -> frozenset[int]:
        """Count what no field says; the ids of those who matter most."""
        return frozenset()

    @property
    def only(self) -> bool:
        """Whether the list has only those who matter most."""
        return False

    def look(self, lists: Lists, asked: Asked) -> Shown[R]:
        """Read what the list shows."""
        register = self._register(lists)
        with lists.ws.read() as reader:
            if asked.fresh:
                register.renew(reader)
            part = self.prepare(reader, register)
            sorts = dict.fromkeys((self.sorts[asked.sort], next(iter(self.sorts.values()))))
            wish = Wish(
                (*sorts,), asked.descending, asked.text, asked.filters, part if self.only else None
            )
            ids = register.listed(reader, wish)
            rows = self.rows(reader, ids[asked.top : asked.top + asked.count])
            current = self.rows(reader, [asked.current]) if asked.current in register else []
        first = next(iter(current), None)
        return Shown(ids, len(register), asked.top, rows, first, len(part))

    def read(self, lists: Lists, ids: Sequence[int]) -> list[R]:
        """Read rows by their ids."""
        with lists.ws.read() as reader:
            self.prepare(reader, self._register(lists))
            return self.rows(reader, ids)

    def warm(self, lists: Lists) -> None:
        """Read what is looked for when the first letter is typed."""
        with lists.ws.read() as reader:
            self._register(lists).warm(reader)

    def counted(self, lists: Lists, fields: Iterable[str]) -> dict[str, Counter[str]]:
        """For each field, how many rows have each of its values, filters aside.

        A row that has several values counts for each; a text is the one that the window shows.
        """
        register, found = self._register(lists), dict[str, Counter[str]]()
        with lists.ws.read() as reader:
            for field in fields:
                found[field] = Counter()
                for value, count in register.counted(reader, field):
                    found[field].update(dict.fromkeys(self._spoken_values(value), count))
        return found

    def _spoken_values(self, value: Any) -> Iterable[str]:
        if isinstance(value, Localized):
            return (value.words(*self._tongues),) if value else ()
        if isinstance(value, tuple):
            return map(str, cast("tuple[Any, ...]", value))
        return (str(value),) if value != "" else ()

    def _register(self, lists: Lists) -> Register:
        return lists.register(self.roll, self.words, self._roll_event)


def _guest_words(person: str | None, house: str | None, seat: str, marks: tuple[str, ...]) -> str:
    return _joined(person, house, *map(fold, filter(None, (seat, *marks))))


def _person_words(person: str, house: str | None, reach: Contact) -> str:
    return _joined(person, house, *map(fold, filter(None, (reach.email, reach.phone))))


def _house_words(house: str, city: Localized) -> str:
    return _joined(house, *(fold(words) for _, words in city))


def _reply(reply: Reply) -> int:
    return list(Reply).index(reply) + 1


def _joined(*words: str | None) -> str:
    return " ".join(filter(None, words))


class Guests(List[Guest]):
    """Everybody who is invited to an event."""

    roll = GUESTS
    words = Sort(
        "guests",
        ("Person.folded", "Organisation.folded", "Attendee.seat", "Attendee.tags"),
        _guest_words,
    )

    def __init__(self, event_id: int, language: str, languages: tuple[str, ...]) -> None:
        alphabet = Alphabet(language, languages)
        super().__init__(
            alphabet,
            alphabet.name(),
            alphabet.sort("organisation", ("Organisation.name", "Person.offices"), alphabet.home),
            alphabet.sort("category", ("Attendee.category", "Person.gender"), alphabet.category),
            Sort("reply", ("Attendee.reply",), _reply),
            alphabet.sort("seat", ("Attendee.seat",), alphabet.seat),
            Sort("languages", ("Person.languages",), " ".join),
            event_id=event_id,
        )

    def rows(self, reader: "Reader", ids: Sequence[int]) -> list[Guest]:
        """Invitations with person and organisation."""
        found = reader.by_id(Attendee, ids)
        people = reader.by_id(Person, (one.person_id for one in found.values()))
        homes = (one.organisation_id for one in people.values() if one.organisation_id)
        houses = reader.by_id(Organisation, homes)
        return [
            Guest(one, person, houses.get(person.organisation_id or 0))
            for one in map(found.get, ids)
            if one is not None and (person := people.get(one.person_id)) is not None
        ]


class Members(List[Member]):
    """The directory, or those in it who speak in an event."""

    roll = PEOPLE
    words = Sort(
        "people", ("Person.folded", "Organisation.folded", "Person.contact"), _person_words
    )

    def __init__(
        self, event_id: int, language: str, languages: tuple[str, ...], *, here: bool = False
    ) -> None:
        alphabet = Alphabet(language, languages)
        super().__init__(
            alphabet,
            alphabet.name(),
            alphabet.sort("office", ("Person.offices",), alphabet.office),
            alphabet.sort("country", ("Person.country",), alphabet.country),
            Sort("languages", ("Person.languages",), " ".join),
            Sort(f"slots {event_id}", (), int),
        )
        self._event, self._here = event_id, here
        self._spoken: dict[int, tuple[Slot, ...]] = {}

    @property
    def only(self) -> bool:
        """Whether nobody else is listed."""
        return self._here

    def prepare(self, reader: "Reader", register: Register) -> frozenset[int]:
        """Who speaks, and in how many slots."""
        self._spoken = _spoken(reader, self._event) if self._event else {}
        counts = {person: len(slots) for person, slots in self._spoken.items()}
        register.count(f"slots {self._event}", counts)
        return frozenset(self._spoken)

    def rows(self, reader: "Reader", ids: Sequence[int]) -> list[Member]:
        """People, and where they speak in the event."""
        found = reader.by_id(Person, ids)
        return [Member(found[id], self._spoken.get(id, ())) for id in ids if id in found]


class Houses(List[House]):
    """All organisations."""

    roll = ORGANISATIONS
    words = Sort("organisations", ("Organisation.folded", "Organisation.city"), _house_words)

    def __init__(self, language: str, languages: tuple[str, ...]) -> None:
        alphabet = Alphabet(language, languages)
        super().__init__(
            alphabet,
            alphabet.sort("name", ("Organisation.name",), alphabet.local),
            alphabet.sort("kind", ("Organisation.kind",), alphabet.kind),
            alphabet.sort("place", ("Organisation.city", "Organisation.country"), alphabet.place),
            Sort("people", (), int),
        )
        self._people: dict[int, int] = {}

    def prepare(self, reader: "Reader", register: Register) -> frozenset[int]:
        """How many people belong to each organisation."""
        self._people = dict(counted(reader, PEOPLE, "Person.organisation_id"))
        register.count("people", self._people)
        return frozenset()

    def rows(self, reader: "Reader", ids: Sequence[int]) -> list[House]:
        """Organisations, and how many belong to each."""
        found = reader.by_id(Organisation, ids)
        return [House(found[id], self._people.get(id, 0)) for id in ids if id in found]


def _spoken(reader: "Reader", event_id: int) -> dict[int, tuple[Slot, ...]]:
    """In which slots of an event everybody speaks who does."""
    found: dict[int, dict[int, Slot]] = {}
    for slot in reader.find(Slot, event_id=event_id):
        for part in slot.speakers:
            found.setdefault(part.person_id, {})[slot.id] = slot
    return {person: tuple(slots.values()) for person, slots in found.items()}
