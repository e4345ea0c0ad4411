"""Files that travel inside a paper, for the computer of whoever receives it."""

from desktop.documents.dossier import Dossier
from desktop.documents.typesetting.document import Document


def attach_calendar(document: Document, dossier: Dossier) -> None:
    """The programme as `event.ics`, where the dossier brings it."""
    if dossier.calendar:
        document.attach("event.ics", dossier.calendar, mime="text/calendar")


def attach_figures(document: Document, figures: bytes) -> None:
    """A report's figures as `figures.csv`, where there are any."""
    if figures:
        document.attach("figures.csv", figures, mime="text/csv")
