"""The badge of one guest, printed at the door."""

from collections.abc import Sequence
from dataclasses import replace

from desktop.domain.errors import NotFound
from desktop.services import publishing
from desktop.services.workspace import Workspace


def badge(ws: Workspace, event_id: int, attendee_id: int, languages: Sequence[str] = ()) -> bytes:
    """A badge alone on its sheet; without languages, in the event's first two.

    Raises:
        NotFound: the guest was taken off the list.
    """
    from desktop.documents import kinds
    from desktop.documents.request import Request, silent

    dossier = publishing.dossier(ws, event_id)
    only = tuple(one for one in dossier.attendees if one.id == attendee_id)
    if not only:
        raise NotFound("Somebody was taken off the list in the meantime.")
    alone = replace(dossier, attendees=only, programme=replace(dossier.programme, slots=()))
    wanted = tuple(languages) or dossier.event.languages[:2]
    request = Request(wanted, options={"who": "invited"})
    return kinds.kind("badges").make(alone, request, silent)
