"""Certificates of attendance, and of a part in the programme: a sheet for each person."""

import io

from desktop.documents.certificate_sheet import CertificateSheet
from desktop.documents.certified import Certified, deeds
from desktop.documents.dossier import Dossier
from desktop.documents.request import Progress, Request
from desktop.documents.typesetting.document import Document
from desktop.documents.wording import Wording
from desktop.domain.errors import CannotPrint


def make(dossier: Dossier, request: Request, progress: Progress) -> bytes:
    """Certificates as PDF, by family name. `progress` counts them.

    Raises CannotPrint where nobody is chosen, or the options make no sense.
    """
    certified = deeds(dossier, request)
    hours = _hours(request.options["hours"])
    speaking = request.options["what"] == "speaking"
    words = [
        Certified(wording, speaking, hours)
        for wording in Wording.each(dossier, request.languages, marked=False)
    ]
    width, height = request.size
    stream = io.BytesIO()
    title = f"{words[0].title()} — {words[0].wording.plain(dossier.event.title)}"
    progress(0, len(certified))
    with Document(
        stream,
        title=title,
        languages=request.languages,
        size=(height, width),
        viewing={"PrintScaling": "/None"},
    ) as document:
        sheet = CertificateSheet(words, height, width)
        for done, deed in enumerate(certified, 1):
            sheet.draw(document, document.page(), deed)
            progress(done, len(certified))
    return stream.getvalue()


def _hours(text: str) -> float | None:
    if not text:
        return None
    try:
        hours = float(text.replace(",", "."))
    except ValueError:
        hours = 0.0
    if not 0 < hours < 10_000:
        raise CannotPrint("“{text}” is no number of hours. Write one such as 4.5.", text=text)
    return hours
