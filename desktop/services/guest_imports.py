"""A list of guests becomes people, organisations and invitations, in one Change.

Who a row means is settled so: the same e-mail or the same name (in whatever script or order),
where nothing else speaks against it, is the same person; their blanks are filled, and an answer
is noted where there was none yet. Nothing of theirs is overwritten; what a row says otherwise is
told. Whoever is merely like somebody in the directory is told as likely and, where nobody decides
otherwise, added: two entries can be joined later, two people in one cannot be parted. A file that
is imported twice changes nothing.
"""

import gc
from collections.abc import Callable, Generator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.domain.event import Event
from desktop.exchange import guest_file, sandbox
from desktop.exchange.guest_draft import Batch, GuestDraft, Remark
from desktop.exchange.guest_file import Choices, Preview
from desktop.exchange.table_file import Shape

if TYPE_CHECKING:
    from desktop.domain.person import Person
    from desktop.services.change import Change
    from desktop.services.workspace import Workspace

__all__ = [
    "Choices", "Decision", "GuestDraft", "GuestImport", "Match", "Preview", "Remark", "Shape",
    "import_guests", "preview",
]  # fmt: skip

Progress = Callable[[int, int], None]


class Decision(StrEnum):
    """What is to be done with a row that may mean somebody in the directory."""

    SAME = "same"
    OTHER = "other"
    SKIP = "skip"


@dataclass(frozen=True, slots=True)
class Match:
    """A row that may mean somebody in the directory: how sure that is (0 to 1), what is done.

    A person of an earlier row has no id that lasts, where nothing was changed.
    """

    guest: GuestDraft
    person: "Person"
    sure: float
    decision: Decision


@dataclass(slots=True)
class GuestImport:
    """What a list changed or, where nothing was, would change.

    Each of `rows` is one of those `added` to the list of guests, `updated` (blanks filled),
    `duplicates` (there already, or left out by decision) or `rejected`. `people` counts those who
    are new in the directory. `matches` are rows that may mean somebody there, `doubts` what was
    left out of rows that are taken, `left_out` headings of columns that are not. `change` is None
    where nothing was changed.
    """

    rows: int = 0
    added: int = 0
    updated: int = 0
    duplicates: int = 0
    people: int = 0
    rejected: list[Remark] = field(default_factory=list[Remark])
    doubts: list[Remark] = field(default_factory=list[Remark])
    matches: list[Match] = field(default_factory=list[Match])
    left_out: tuple[str, ...] = ()
    change: "Change | None" = None

    @property
    def refused(self) -> bool:
        """Whether nothing was changed because of rows that cannot be used."""
        return self.change is None and bool(self.rejected)


def preview(
    source: Path | str, choices: Choices | None = None, progress: Progress | None = None
) -> Preview:
    """How a file, or rows copied from a spreadsheet, would be read; files in a child process.

    Raises:
        BadInput: it is no table, is broken, or there is nobody in it; `place` names the line.
    """
    asked = source, choices or Choices()
    if isinstance(source, str):
        return guest_file.preview(*asked)
    with closing(_apart("preview", source, asked, progress)) as told:
        return next(told)


def import_guests(
    ws: "Workspace",
    event_id: int,
    source: Path | str,
    choices: Choices | None = None,
    *,
    decisions: Mapping[int, Decision] | None = None,
    without_rejected: bool = False,
    dry_run: bool = False,
    progress: Progress | None = None,
) -> GuestImport:
    """Invite the guests of a list to an event; `dry_run` rehearses it.

    `decisions` are by the line of a row. Rows that cannot be used leave everything as it is,
    unless the import is asked to go on `without_rejected`.

    Raises:
        BadInput: the list cannot be read; `place` names the line.
        NotFound: there is no such event.
        Cancelled: by `progress`; nothing is changed.
    """
    from desktop.services.guest_taking import Taking

    report = GuestImport()
    asked = source, choices or Choices()
    with (
        _uncollected(),
        ws.change("Invite {count} guests") as work,
        closing(_batches(asked, progress)) as batches,
    ):
        taking = Taking(work, work.load(Event, event_id), decisions or {}, report)
        for batch in batches:
            guests = batch.guests
            report.rows += len(guests) + len(batch.rejected)
            report.rejected += batch.rejected
            report.doubts += batch.doubts
            report.left_out += batch.left_out
            taking.take(guests)
            if progress is not None:
                progress(batch.done, max(batch.total, batch.done))
        taking.give_places()
        work.fields["count"] = str(report.added)
        if dry_run or (report.rejected and not without_rejected):
            work.discard()
    if work.change.id:
        report.change = work.change
    return report


@contextmanager
def _uncollected() -> Generator[None]:
    """Let values pile up: a hundred thousand are made, nearly all live on, none in circles."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _batches(asked: tuple[Path | str, Choices], progress: Progress | None) -> Generator[Batch]:
    """The rows of a list, a batch after the other; those of files are read in a child process."""
    source = asked[0]
    if isinstance(source, str):
        yield from guest_file.guests(*asked)
        return
    with closing(_apart("guests", source, asked, _patient(progress))) as batches:
        yield from batches


def _patient(progress: Progress | None) -> Progress | None:
    """While one waits for the child nothing is done, but one may want to stop."""
    return progress and (lambda _done, _total: progress(0, 0))


def _apart(
    task: str, path: Path, asked: tuple[Path | str, Choices], progress: Progress | None
) -> Generator[Any]:
    return sandbox.read(task, asked, path.name, sandbox.GUESTS, progress)
