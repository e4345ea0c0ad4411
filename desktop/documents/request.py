"""What somebody asks of a document: languages, paper, options."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from desktop.domain.errors import CannotPrint

PAPERS: dict[str, tuple[float, float]] = {
    "A4": (595.2756, 841.8898),
    "A5": (419.5276, 595.2756),
    "Letter": (612.0, 792.0),
}
"""Width and height of a sheet in points (ISO 216; ANSI A)."""

Progress = Callable[[int, int], None]
"""Called with (done, total) slots or rows; it may raise `Cancelled`, which ends the work."""


def silent(done: int, total: int) -> None:
    """A progress that nobody watches."""


@dataclass(frozen=True, slots=True)
class Request:
    """Languages (BCP 47) in the order of their columns, a paper of `PAPERS`, options by name.

    What a document does with an option stands in the docstring of its `make`.
    """

    languages: tuple[str, ...]
    paper: str = "A4"
    options: Mapping[str, str] = field(default_factory=dict[str, str])

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of the sheet in points; CannotPrint for a paper that is not known."""
        if self.paper not in PAPERS:
            known = ", ".join(PAPERS)
            raise CannotPrint(f"There is no paper called “{self.paper}”. Choose one of {known}.")
        return PAPERS[self.paper]

    def checked(self, most: int) -> tuple[str, ...]:
        """The languages, where they are one to `most` different ones; else CannotPrint."""
        if not 1 <= len(set(self.languages)) == len(self.languages) <= most:
            raise CannotPrint(f"Choose one to {most} different languages for this document.")
        return self.languages
