"""Certificates of attendance, and of a part in the programme: a sheet for each person."""

from collections.abc import Iterator

from desktop.documents.batch import AS_IT_IS, batch, titled
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
    height, width = request.size
    sheet = CertificateSheet(words, width, height)

    def steps(document: Document) -> Iterator[int]:
        for done, deed in enumerate(certified, 1):
            sheet.draw(document, document.page(), deed)
            yield done

    title = titled(words[0].wording, words[0].title())
    told = progress, len(certified)
    return batch(title, request, steps, told, size=(width, height), viewing=AS_IT_IS)


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
