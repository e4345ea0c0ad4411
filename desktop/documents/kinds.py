"""The kinds of document. A new one is one file beside this and one line in `KINDS`.

ReportLab and the fonts are loaded by the first document that is made, not by this list.
"""

from collections.abc import Callable
from dataclasses import dataclass

from desktop.documents.dossier import Dossier
from desktop.documents.request import Progress, Request
from desktop.domain.errors import CannotPrint

Make = Callable[[Dossier, Request, Progress], bytes]


@dataclass(frozen=True, slots=True)
class DocumentKind:
    """A kind of document: `key` for commands, `name` an English msgid, `most_languages` at once.

    `make(dossier, request, progress)` returns a finished PDF. It raises CannotPrint for a request
    that cannot be met, and whatever `progress` raises.
    """

    key: str
    name: str
    make: Make
    most_languages: int = 2


def _programme(dossier: Dossier, request: Request, progress: Progress) -> bytes:
    from desktop.documents import programme

    return programme.make(dossier, request, progress)


def _report(dossier: Dossier, request: Request, progress: Progress) -> bytes:
    from desktop.documents import report

    return report.make(dossier, request, progress)


KINDS: tuple[DocumentKind, ...] = (
    DocumentKind("programme", "Programme", _programme, most_languages=3),
    DocumentKind("report", "Report", _report),
)


def kind(key: str) -> DocumentKind:
    """The kind with this key; CannotPrint names those that there are."""
    for known in KINDS:
        if known.key == key:
            return known
    every = ", ".join(known.key for known in KINDS)
    raise CannotPrint(f"There is no document called “{key}”. Choose one of {every}.")
