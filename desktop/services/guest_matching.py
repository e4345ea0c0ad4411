"""Whom a row of a guest list means: somebody of the directory, or of an earlier row."""

from array import array
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from desktop.domain.organisation import Organisation
from desktop.domain.person import Person
from desktop.exchange.guest_draft import GuestDraft
from desktop.language.folding import fold, folded_words
from desktop.services.duplicates import bones

_NOBODY = 0


class Houses:
    """The organisations that are known or named in rows, each by a number from 1 on; 0 is none."""

    def __init__(self, houses: Iterable[Organisation]) -> None:
        self._numbers: dict[str, int] = {}
        self._ids, self._names = [0], [""]
        self._words: list[list[frozenset[str]]] = [[]]
        self._by_id: dict[int, int] = {}
        self._written: dict[str, int] = {"": 0}
        for house in houses:
            names = [name for texts in (house.name, house.short_name) for _, name in texts]
            self._by_id[house.id] = self._note(names, house.id)

    def number(self, name: str) -> int:
        """The number of the organisation of that name, whether it is stored or not."""
        number = self._written.get(name)
        if number is None:
            number = self._numbers.get(fold(name)) or self._note([name], 0)
            self._written[name] = number
        return number

    def of(self, person: Person) -> int:
        """The number of the organisation that somebody is of."""
        houses = (person.organisation_id, *(one.organisation_id for one in person.offices))
        return self._by_id.get(next(filter(None, houses), 0), 0)

    def id(self, number: int) -> int | None:
        """The id under which an organisation is stored."""
        return self._ids[number] or None

    def unstored(self, numbers: Iterable[int]) -> dict[int, str]:
        """The names of those that are not stored yet, by number."""
        return {one: self._names[one] for one in numbers if one and not self._ids[one]}

    def settle(self, ids: Mapping[int, int]) -> None:
        """Take note of the ids under which organisations were stored, by number."""
        for number, id in ids.items():
            self._ids[number] = id

    def alike(self, one: int, other: int) -> bool:
        """Whether two may be one: "Embajada de España" and "Embajada de España en Kazajistán"."""
        return one == other or any(
            len(few) > 1 and few <= many
            for first in self._words[one]
            for second in self._words[other]
            for few, many in ((first, second), (second, first))
        )

    def _note(self, names: list[str], id: int) -> int:
        number, folded = len(self._ids), [fold(name) for name in names]
        self._ids.append(id)
        self._names.append(names[0] if names else "")
        self._words.append([frozenset(name.split()) for name in folded])
        for name in folded:
            self._numbers.setdefault(name, number)
        return number


class Keys(NamedTuple):
    """What somebody is compared by: name and e-mail as figures, the organisation's number.

    `bones` is a name by its consonants, in which other spellings of it agree.
    """

    name: int
    bones: int
    email: int
    house: int


class _Figures:
    """A figure of everybody, by place, and who has it first.

    Places are found by figure in a table with open addressing (Knuth, volume 3, 6.4): a dict
    would take six times the memory. Its slots hold a place and one; a figure of 0 is none.
    """

    def __init__(self) -> None:
        self._figures = array("q")
        self._slots = array("i", [0]) * 1_024

    def __getitem__(self, place: int) -> int:
        return self._figures[place]

    def first(self, figure: int) -> int | None:
        """The first place of a figure."""
        slots, figures, last = self._slots, self._figures, len(self._slots) - 1
        slot = figure & last
        while place := slots[slot]:
            if figures[place - 1] == figure:
                return place - 1
            slot = (slot + 1) & last
        return None

    def append(self, figure: int) -> bool:
        """Take note of the figure of the next place; whether nobody had it before."""
        if 2 * len(self._figures) >= len(self._slots):
            self._slots = array("i", [0]) * (4 * len(self._slots))
            for place, one in enumerate(self._figures, 1):
                self._enter(one, place)
        self._figures.append(figure)
        return self._enter(figure, len(self._figures))

    def _enter(self, figure: int, place: int) -> bool:
        slots, figures, last = self._slots, self._figures, len(self._slots) - 1
        slot = figure & last
        while there := slots[slot]:
            if figures[there - 1] == figure:
                return False
            slot = (slot + 1) & last
        if figure:
            slots[slot] = place
        return bool(figure)


class Known:
    """Everybody who is known so far, by place; of each only figures are kept, not the words.

    `ids` are those of the first places; who was met since has none until `settle` gives them.
    """

    def __init__(
        self,
        people: Sequence[Person],
        person: Callable[[int], Person],
        houses: Houses,
    ) -> None:
        self.ids = array("i")
        self._person, self._houses = person, houses
        self._bones, self._emails = _Figures(), _Figures()
        self._namesakes: dict[int, list[int]] = {}
        self._names, self._house_of = array("q"), array("i")
        self._other_names: dict[int, set[int]] = {}
        for place, one in enumerate(people):
            email, house = _email_key(one.contact.email), houses.of(one)
            called = [Keys(*_name_keys(name.full), email, house) for name in one.names]
            self.meet(called[0] if called else Keys(_NOBODY, _NOBODY, email, house))
            for other in called[1:]:
                self._other_names.setdefault(place, set()).add(other.name)
                self._namesakes.setdefault(other.bones, []).append(place)
            self.ids.append(one.id)

    def is_stranger(self, keys: Keys) -> bool:
        """Whether nobody has the same e-mail, or a name that sounds alike."""
        return self._emails.first(keys.email) is None and not self._called(keys.bones)

    def same(self, draft: GuestDraft, keys: Keys) -> int | None:
        """The place of whom a row surely means; None where it is nobody who is known."""
        place = self._emails.first(keys.email)
        if place is not None and (
            self._is_called(place, keys) or self._may_be_called(place, draft)
        ):
            return place
        for place in self._called(keys.bones):
            if self._is_called(place, keys) and self._agrees(place, keys):
                return place
        return None

    def doubtful(self, keys: Keys) -> int | None:
        """The place of somebody with the same e-mail or name, against whom something speaks."""
        by_email = self._emails.first(keys.email)
        if by_email is not None:
            return by_email
        return next((one for one in self._called(keys.bones) if self._is_called(one, keys)), None)

    def near(self, keys: Keys) -> int | None:
        """The place of somebody of the same organisation whose name is written alike."""
        if not keys.house:
            return None
        called = self._called(keys.bones)
        return next((one for one in called if self._house_of[one] == keys.house), None)

    def meet(self, keys: Keys) -> None:
        """Take note of somebody new, at the next place."""
        if not self._bones.append(keys.bones):
            self._namesakes.setdefault(keys.bones, []).append(len(self._names))
        self._emails.append(keys.email)
        self._names.append(keys.name)
        self._house_of.append(keys.house)

    def settle(self, ids: Sequence[int]) -> None:
        """Give ids to those who were met since."""
        self.ids.extend(ids)

    def _called(self, bones: int) -> Sequence[int]:
        first, others = self._bones.first(bones), self._namesakes.get(bones, ())
        return others if first is None else (first, *others)

    def _is_called(self, place: int, keys: Keys) -> bool:
        others = self._other_names.get(place, ())
        return self._names[place] == keys.name or keys.name in others

    def _agrees(self, place: int, keys: Keys) -> bool:
        """Whether somebody of the same name is of the same house, or nothing speaks against it."""
        there = self._house_of[place]
        if keys.house and there:
            return self._houses.alike(keys.house, there)
        known = self._emails[place]
        return not (keys.email and known) or keys.email == known

    def _may_be_called(self, place: int, draft: GuestDraft) -> bool:
        """Whether somebody of the same e-mail has a word of the name, or another script.

        An office's address is shared by people of different names.
        """
        words = set(folded_words(_full(draft)))
        names = [one for one in self._person(place).names if one.tag == draft.tag]
        return not names or any(words.intersection(folded_words(one.full)) for one in names)


def keys_of(draft: GuestDraft, house: int) -> Keys:
    """What a row is compared by."""
    return Keys(*_name_keys(_full(draft)), _email_key(draft.email), house)


def _full(draft: GuestDraft) -> str:
    between = f"{draft.patronymic} " if draft.patronymic else ""
    return f"{draft.given} {between}{draft.family}"


def _name_keys(name: str) -> tuple[int, int]:
    """A name as figures: its words in whatever order and script, and their consonants."""
    words = frozenset(folded_words(name))
    return hash(words), hash(frozenset(map(bones, words)))


def _email_key(email: str) -> int:
    return hash(email.casefold()) if email else _NOBODY
