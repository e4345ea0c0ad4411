"""Who stands in the directory twice: entries that are likely to be one person.

Two entries are compared only where they share a key: the same name in whatever script, the same
e-mail or telephone, or a word of the name within the same organisation. That finds all that can be
told apart from chance, in time that grows with the number of people and not with its square.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from enum import StrEnum
from functools import lru_cache

from desktop.domain.person import Gender, Person, PersonName
from desktop.language.folding import fold
from desktop.services.change import Change
from desktop.services.labels import label
from desktop.services.workspace import Workspace

ALIKE = 0.72
"""How sure a proposal is at least, from 0 to 1."""
MOST_OF_A_KEY = 40
"""A key that more people share than these, as a frequent name, tells nothing."""
BEATS = 2_000
"""After so many people or pairs progress is told."""
NEAR = 0.8
"""The part of the letters of a word that two spellings of it have in common at least."""

_DIGITS = re.compile(r"\D+")
_VOWELS = str.maketrans("", "", "aeiouvy")
_ARABIC = {
    **dict(zip("بتثجحخدذرزسشصضطظغفقكلمن", "bttzkkddrzsssdtzgfkklmn", strict=True)),
    **dict.fromkeys("هحخ", "kh"),
    **dict.fromkeys("اوييعأإآؤئةى", ""),
}
_LETTERS = str.maketrans(_ARABIC)
_ARTICLES = frozenset({"al", "el", "de", "del", "la", "las", "los", "da", "dos", "von", "van"})


class Sign(StrEnum):
    """What speaks for two entries being one person."""

    NAME = "name"
    SPELLING = "spelling"
    EMAIL = "email"
    PHONE = "phone"
    ORGANISATION = "organisation"
    OFFICE = "office"


@dataclass(frozen=True, slots=True)
class Likely:
    """Two entries that are likely one person: the older one first, how sure (0 to 1), and why."""

    kept: Person
    gone: Person
    sure: float
    signs: tuple[Sign, ...]


@dataclass(frozen=True, slots=True)
class _Traits:
    """What an entry is compared by. `names` are folded words, `bones` their consonants.

    `arabic` says that they have none but Arabic letters.
    """

    person: Person
    names: frozenset[frozenset[str]]
    bones: frozenset[frozenset[str]]
    arabic: bool
    email: str
    phone: str
    houses: frozenset[str]
    offices: frozenset[str]


Progress = Callable[[int, int], None]


def find(people: Sequence[Person], progress: Progress | None = None) -> list[Likely]:
    """Who is likely to stand there twice, the surest first; pairs told apart are left out."""
    told = progress or _silent
    keys: dict[tuple[str, ...], list[_Traits]] = defaultdict(list)
    for number, person in enumerate(people):
        if number % BEATS == 0:
            told(number, 2 * len(people))
        traits = _traits(person)
        for key in _keys(traits):
            keys[key].append(traits)
    met: set[tuple[int, int]] = set()
    found: list[Likely] = []
    shared = [block for block in keys.values() if 1 < len(block) <= MOST_OF_A_KEY]
    for number, block in enumerate(shared):
        if number % BEATS == 0:
            told(len(people) + number * len(people) // len(shared), 2 * len(people))
        compared = (_compared(*pair) for pair in _pairs(block, met))
        found += [one for one in compared if one is not None]
    return sorted(found, key=lambda one: (-one.sure, one.kept.id, one.gone.id))


class Directory:
    """Entries by what they can be found by, for somebody who may be one of them."""

    def __init__(self, people: Iterable[Person]) -> None:
        self._by_key: dict[tuple[str, ...], list[_Traits]] = defaultdict(list)
        for person in people:
            traits = _traits(person)
            for key in _keys(traits):
                self._by_key[key].append(traits)

    def likely(self, person: Person) -> Likely | None:
        """Who somebody who is not in the directory yet is likeliest to be in it, `kept`."""
        traits = _traits(person)
        blocks = (self._by_key.get(key, ()) for key in _keys(traits))
        met = {
            one.person.id: one for block in blocks if len(block) <= MOST_OF_A_KEY for one in block
        }
        found = (_compared(one, traits) for one in met.values())
        return max(filter(None, found), key=lambda one: one.sure, default=None)


def likely(one: Person, other: Person) -> Likely | None:
    """Whether two entries are likely one person; None where they are not."""
    return _compared(_traits(one), _traits(other))


def _silent(done: int, total: int) -> None:
    """A progress that nobody watches."""


def tell_apart(ws: Workspace, one_id: int, other_id: int) -> Change:
    """Remember that two entries are different people, so that they are not proposed again.

    Raises:
        NotFound: one of them was deleted.
    """
    with ws.change("Tell {person} and {other} apart") as work:
        one, other = work.load(Person, one_id), work.load(Person, other_id)
        work.fields.update(person=label(one), other=label(other))
        pairs = ((one, other_id), (other, one_id))
        work.put_all(
            [
                replace(each, distinct_from=tuple(dict.fromkeys((*each.distinct_from, id))))
                for each, id in pairs
            ]
        )
    return work.change


def _pairs(
    block: Sequence[_Traits], met: set[tuple[int, int]]
) -> Iterator[tuple[_Traits, _Traits]]:
    """Each pair of a block that was not compared before."""
    for place, one in enumerate(block):
        for other in block[place + 1 :]:
            low, high = sorted((one, other), key=lambda traits: traits.person.id)
            pair = low.person.id, high.person.id
            if pair not in met and pair[1] not in low.person.distinct_from:
                met.add(pair)
                yield low, high


def _traits(person: Person) -> _Traits:
    names = frozenset(words for name in person.names if (words := _words(name)))
    offices = [office.title for office in person.offices]
    houses = [office.organisation for office in person.offices]
    ids = (person.organisation_id, *(office.organisation_id for office in person.offices))
    return _Traits(
        person,
        names,
        frozenset(frozenset(map(bones, words)) for words in names),
        all(_is_arabic(word) for words in names for word in words),
        person.contact.email.strip().casefold(),
        _DIGITS.sub("", person.contact.phone)[-9:],
        frozenset(
            (
                *(str(id) for id in ids if id),
                *(_fold(words) for text in houses for _, words in text),
            )
        ),
        frozenset(_fold(words) for text in offices for _, words in text),
    )


def _words(name: PersonName) -> frozenset[str]:
    return frozenset(word for word in fold(name.full).split() if word not in _ARTICLES)


_fold = lru_cache(maxsize=20_000)(fold)


@lru_cache(maxsize=5_000)
def bones(word: str) -> str:
    """The consonants of a folded word, those of Arabic in Latin letters: they survive scripts."""
    latin = word.removeprefix("ال").translate(_LETTERS) if _is_arabic(word) else word
    return latin.translate(_VOWELS) or word


def _is_arabic(word: str) -> bool:
    return not word.isascii() and "ARABIC" in unicodedata.name(word[0], "")


def _keys(traits: _Traits) -> set[tuple[str, ...]]:
    """What an entry can be found by among others."""
    keys = {("name", *sorted(words)) for words in traits.bones if len(words) > 1}
    if traits.email:
        keys.add(("email", traits.email))
    if len(traits.phone) > 6:
        keys.add(("phone", traits.phone))
    long = {word for words in traits.bones for word in words if len(word) > 1}
    keys.update((house, word) for house in traits.houses for word in long)
    return keys


def _compared(one: _Traits, other: _Traits) -> Likely | None:
    name, sign = _names_alike(one, other)
    signs = [sign] if sign else []
    sure = name
    for kind, ours, theirs in (
        (Sign.EMAIL, {one.email} - {""}, {other.email} - {""}),
        (Sign.PHONE, {one.phone} - {""}, {other.phone} - {""}),
        (Sign.ORGANISATION, one.houses, other.houses),
        (Sign.OFFICE, one.offices, other.offices),
    ):
        weight, against = _WEIGHTS[kind]
        if ours & theirs:
            signs.append(kind)
            sure += weight
        elif ours and theirs:
            sure -= against
    sure -= sum(
        against
        for field, against in _AGAINST.items()
        if len({getattr(each.person, field) for each in (one, other)} - _UNKNOWN) > 1
    )
    if name < 0.4 or sure < ALIKE:
        return None
    return Likely(one.person, other.person, min(sure, 1.0), tuple(signs))


_WEIGHTS = {
    Sign.EMAIL: (0.35, 0.05),
    Sign.PHONE: (0.3, 0.03),
    Sign.ORGANISATION: (0.2, 0.1),
    Sign.OFFICE: (0.1, 0.05),
}
"""What it adds that two entries say the same, and what it takes that they say something else."""
_AGAINST = {"country": 0.1, "gender": 0.4}
_UNKNOWN = frozenset({"", Gender.UNSPECIFIED})


def _names_alike(one: _Traits, other: _Traits) -> tuple[float, Sign | None]:
    """How far two names are one, from 0 to 1, and by what."""
    if same := one.names & other.names:
        return (0.9 if max(map(len, same)) > 2 else 0.8), Sign.NAME
    if one.arabic != other.arabic and any(len(words) > 1 for words in one.bones & other.bones):
        return 0.75, Sign.SPELLING
    near = any(_is_near(a, b) for a in one.names for b in other.names)
    return (0.6, Sign.SPELLING) if near else (0.0, None)


def _is_near(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether every word of the shorter name is one of the longer.

    Some may be spelt a little otherwise, or be initials, but one is the same.
    """
    few, many = sorted((one, other), key=len)
    if len(few) < 2 or few.isdisjoint(many):
        return False
    left = sorted(many - few)
    for word in sorted(few - many):
        best = max(left, key=lambda each: _nearness(word, each), default="")
        if not best or _nearness(word, best) < NEAR:
            return False
        left.remove(best)
    return True


def _nearness(one: str, other: str) -> float:
    if 1 in (len(one), len(other)):
        return float(one[0] == other[0])
    if 2 * min(len(one), len(other)) < NEAR * (len(one) + len(other)):
        return 0.0
    return SequenceMatcher(None, one, other, autojunk=False).ratio()
