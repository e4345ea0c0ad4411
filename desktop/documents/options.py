"""What somebody may choose about a document, declared once for the command line and the window."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, TypeVar

from desktop.domain.errors import CannotPrint
from desktop.language.translation import msgid


@dataclass(frozen=True, slots=True)
class Choice:
    """An answer to an option: `value` for commands, `name` an English msgid."""

    value: str
    name: str


T = TypeVar("T")
Asked = Literal["words", "date", "day", "room", "seating", "category", "speaker"]
"""What a text is about: a date, or days, rooms, seatings, guests, speakers of the event."""

YES, NO = Choice("yes", msgid("Yes")), Choice("no", msgid("No"))


@dataclass(frozen=True, slots=True)
class Option:
    """A question that a kind of document asks: `key` for commands, `name` an English msgid.

    Where nothing is said it is the first of the `choices`; without choices it is a text, empty
    where nothing is said, and `hint` (an English msgid) says what to write, `asks` what about.
    `where` is another option with those of its values for which this one is asked at all.
    """

    key: str
    name: str
    choices: tuple[Choice, ...] = ()
    hint: str = ""
    asks: Asked = "words"
    where: tuple[str, tuple[str, ...]] | None = None

    @property
    def default(self) -> str:
        """What holds where nothing is said."""
        return self.choices[0].value if self.choices else ""

    def checked(self, value: str) -> str:
        """The value, where it may be chosen; else CannotPrint names the choices."""
        values = [choice.value for choice in self.choices]
        if values and value not in values:
            raise CannotPrint(
                "“{value}” is no choice for {option}. Choose one of {choices}.",
                value=value,
                option=self.key,
                choices=", ".join(values),
            )
        return value

    def applies(self, answers: Mapping[str, str]) -> bool:
        """Whether it changes anything, where those are the answers to all options."""
        return self.where is None or answers[self.where[0]] in self.where[1]


def meant(values: Iterable[T], texts: Callable[[T], Iterable[str]], asked: str) -> list[T]:
    """The values of whose texts one is what was asked for; else those of which that is a part.

    All of them where nothing was asked for. `Sala 1` is not `Sala 10`, where there is a `Sala 1`.
    """
    wanted, every = asked.strip().casefold(), list(values)
    said = [[text.casefold() for text in texts(value)] for value in every]
    same = [value for value, words in zip(every, said, strict=True) if wanted in words]
    near = (
        value
        for value, words in zip(every, said, strict=True)
        if not wanted or any(wanted in text for text in words)
    )
    return same or [*near]
