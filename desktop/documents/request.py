"""What somebody asks of a document: languages, paper, options."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from desktop.documents.styles import EMBASSY, HouseStyle
from desktop.domain.errors import CannotPrint

PAPERS: dict[str, tuple[float, float]] = {
    "A4": (595.2756, 841.8898),
    "A5": (419.5276, 595.2756),
    "Letter": (612.0, 792.0),
    "A3": (841.8898, 1190.5512),
    "A6": (297.6378, 419.5276),
    "DL": (623.6220, 311.8110),
    "C5": (649.1339, 459.2126),
    "C6": (459.2126, 323.1496),
}
"""Width and height of a sheet in points (ISO 216, ANSI A; envelopes lie: ISO 269)."""
FROM_A4_TO_A3 = 2**0.5
"""How much larger everything is on an A3 that hangs on a wall."""

Progress = Callable[[int, int], None]
"""Called with (done, total) slots or rows; it may raise `Cancelled`, which ends the work."""


def silent(done: int, total: int) -> None:
    """A progress that nobody watches."""


@dataclass(frozen=True, slots=True)
class Request:
    """Languages (BCP 47) in the order of their columns, paper, options by key, house style.

    The paper is one of `PAPERS`; without one it is the first of the kind's. The kind of document
    declares its options and completes a request: what reaches its `make` has a paper and a value
    for each of them. `archival` is the level of PDF/A (ISO 19005); 1b knows no attachments.
    """

    languages: tuple[str, ...]
    paper: str = ""
    options: Mapping[str, str] = field(default_factory=dict[str, str])
    style: HouseStyle = EMBASSY
    archival: Literal["2b", "1b"] = "2b"

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of the sheet in points; CannotPrint for a paper that is not known."""
        paper = self.paper or next(iter(PAPERS))
        if paper not in PAPERS:
            known = ", ".join(PAPERS)
            raise CannotPrint(
                "There is no paper called “{paper}”. Choose one of {known}.",
                paper=paper,
                known=known,
            )
        return PAPERS[paper]

    def checked(self, most: int) -> tuple[str, ...]:
        """The languages, where they are one to `most` different ones; else CannotPrint."""
        if not 1 <= len(set(self.languages)) == len(self.languages) <= most:
            raise CannotPrint(
                "Choose one to {most} different languages for this document.", most=most
            )
        return self.languages
