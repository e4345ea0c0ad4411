"""A document with everything that is wrong with it: in what it says, and on its paper."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from desktop.domain.person import Person
from desktop.domain.severity import Severity
from desktop.domain.slot import Slot
from desktop.language.translation import msgid
from desktop.services import preflight, publishing, wording
from desktop.services.findings import Fact, Finding, Place
from desktop.services.workspace import Workspace

if TYPE_CHECKING:
    from desktop.documents.dossier import Dossier
    from desktop.documents.kinds import DocumentKind
    from desktop.documents.proof import Note
    from desktop.documents.request import Progress, Request

SHORTEST = 3
"""Letters of the shortest text by which its owner is known."""
MOST_WORDS = 60
"""Letters of a text that is quoted in a message."""

_SAID: Mapping[str, tuple[Severity, str]] = {
    "broken_word": (
        Severity.WARN,
        msgid("Page {page}: “{words}” has a word that is too long and was broken by force"),
    ),
    "shrunk": (
        Severity.WARN,
        msgid("Page {page}: “{words}” is too long for its place, even in the smallest size"),
    ),
    "no_glyph": (
        Severity.BLOCK,
        msgid("Page {page}: no typeface has these characters of “{words}”: {characters}"),
    ),
    "off_paper": (Severity.BLOCK, msgid("Page {page}: “{words}” runs off the paper")),
    "coarse_picture": (
        Severity.WARN,
        msgid("Page {page}: the picture of {what} has {dpi} dots an inch there, 200 are needed"),
    ),
}


class Proofed(NamedTuple):
    """A finished PDF, and what is wrong with it, the worst first."""

    pdf: bytes
    findings: list[Finding]


def proof(
    ws: Workspace,
    kind: str,
    event_id: int,
    languages: Sequence[str],
    *,
    paper: str = "",
    progress: Callable[[int, int], None] | None = None,
    options: Mapping[str, str] | None = None,
    style: str = "",
    release: str = "",
) -> Proofed:
    """Print a document (as `publishing.print_document`) and look at it.

    Raises:
        CannotPrint: there is no such kind of document, or not as it is asked for.
        BadInput: the house style cannot be read.
        NotFound: there is no such event.
    """
    from desktop.documents import kinds
    from desktop.documents.request import silent

    document = kinds.kind(kind)
    request = publishing.request(document, languages, paper, options, style)
    dossier = publishing.dossier(ws, event_id, release=release)
    return made(document, dossier, request, progress or silent)


def made(
    document: "DocumentKind", dossier: "Dossier", request: "Request", progress: "Progress"
) -> Proofed:
    """The same for whoever holds the dossier already.

    Raises:
        CannotPrint: the request cannot be met.
        Cancelled: or whatever else `progress` raises.
    """
    from desktop.documents import proof

    dossier = publishing.with_calendar(dossier, document, request.languages)
    pdf, notes = proof.made(document, dossier, request, progress)
    found = [*_told(notes, dossier), *preflight.findings(dossier, request.languages)]
    return Proofed(pdf, preflight.worst_first(found))


def _told(notes: Sequence["Note"], dossier: "Dossier") -> Iterator[Finding]:
    """Notes as findings, each with the value where it can be mended."""
    known = list(_owners(dossier)) if notes else []
    for note in notes:
        owner = _of_picture(note.picture, dossier) if note.picture else _owner(note.words, known)
        severity, message = _SAID[note.defect]
        facts: dict[str, Fact] = {
            "page": note.page,
            "words": _short(note.words),
            "characters": ", ".join(f"{one} (U+{ord(one):04X})" for one in note.characters),
            "what": wording.called(owner),
            "dpi": note.dpi,
        }
        yield Finding(
            severity,
            note.defect,
            message,
            Place(type(owner).__name__.lower(), owner.id),
            facts,
            (owner.id,) if isinstance(owner, Slot) else (),
            (owner.id,) if isinstance(owner, Person) else (),
        )


def _owners(dossier: "Dossier") -> Iterator[tuple[str, Any]]:
    """Every text that may be printed, and the value whose text it is."""
    for value in (*wording.printed(dossier), *dossier.people.values()):
        for _, text in wording.texts_of(value):
            yield from ((words, value) for _, words in text)
        if isinstance(value, Person):
            yield from ((name.full, value) for name in value.names)
            yield from ((name.family, value) for name in value.names)
    yield "", dossier.event


def _owner(words: str, known: Sequence[tuple[str, Any]]) -> Any:
    """Whose text it is: the owner of the longest text that it has in common with any."""
    shared = (
        (min(len(text), len(words)), place)
        for place, (text, _) in enumerate(known)
        if not text or (len(text) >= SHORTEST and (text in words or words in text))
    )
    return known[max(shared, key=lambda one: one[0])[1]][1]


def _of_picture(content: bytes, dossier: "Dossier") -> Any:
    """Whose picture it is; the event where nobody's."""
    ids = {picture.id for picture in dossier.pictures.values() if picture.content == content}
    for value in (*dossier.organisations.values(), *dossier.people.values()):
        if (value.photo_id if isinstance(value, Person) else value.logo_id) in ids:
            return value
    for value in (*dossier.photo_credits, *dossier.press):
        if value.picture_id in ids:
            return value
    return dossier.event


def _short(words: str) -> str:
    return words if len(words) <= MOST_WORDS else words[:MOST_WORDS].rstrip() + "…"
