"""Papers that are made one like the other: counted, and stopped where `progress` says so."""

import io
from collections.abc import Callable, Iterable

from desktop.documents.request import Progress, Request
from desktop.documents.typesetting.document import Document
from desktop.documents.wording import Wording

AS_IT_IS = {"PrintScaling": "/None"}
"""How a reader is to print what is cut, folded or peeled off: never fitted to the page."""


def titled(first: Wording, name: str) -> str:
    """The title of a file: the event, then what the paper is called."""
    return f"{first.plain(first.dossier.event.title)} — {name}"


def batch(
    title: str,
    request: Request,
    steps: Callable[[Document], Iterable[int]],
    progress: tuple[Progress, int],
    *,
    size: tuple[float, float] | None = None,
    viewing: dict[str, str] | None = None,
) -> bytes:
    """A finished PDF of what `steps` draw; they tell after each how many are done.

    `progress` is who is told, and of how many. The paper is the request's unless `size` differs.
    """
    tell, total = progress
    tell(0, total)
    stream = io.BytesIO()
    with Document(
        stream,
        title=title,
        languages=request.languages,
        size=size or request.size,
        viewing=viewing,
    ) as document:
        for done in steps(document):
            tell(done, total)
    return stream.getvalue()
