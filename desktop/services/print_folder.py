"""Several documents of an event as a folder that a printer can be given, all of it or nothing."""

import shutil
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.domain.errors import CannotPrint
from desktop.exchange.table_writer import csv_bytes
from desktop.language.translation import Translator
from desktop.services import files, publishing

if TYPE_CHECKING:
    from desktop.documents.dossier import Dossier
    from desktop.documents.kinds import DocumentKind
    from desktop.documents.request import Request
    from desktop.documents.sheets_of_paper import Sheets

LIST = "contents.csv"
"""The list of what the folder holds."""

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Saved:
    """A document of the folder: the file and its sheets, or why it could not be made."""

    document: "DocumentKind"
    languages: tuple[str, ...]
    file: str = ""
    sheets: "Sheets | None" = None
    refused: CannotPrint | None = None


def free_folder(parent: Path | str, name: str) -> Path:
    """A folder of that name which is not there yet: `conference-print-2` where one is."""
    candidate, number = Path(parent) / name, 2
    while candidate.exists():
        candidate, number = Path(parent) / f"{name}-{number}", number + 1
    return candidate


def save_folder(
    target: Path,
    dossier: "Dossier",
    wanted: Sequence[tuple["DocumentKind", "Request"]],
    words: Translator,
    progress: Progress | None = None,
) -> list[Saved]:
    """Print documents into a new folder, with a list of files, sheets and sizes of paper.

    The folder appears when it is complete. A document that cannot be made as it is asked for, as
    badges where nobody is invited, is left out; the list says why. `progress` counts documents.

    Raises:
        CannotPrint: the folder cannot be written, or is there, or nothing could be printed.
        Cancelled: or whatever else `progress` raises; nothing is left behind.
    """
    if target.exists():
        raise CannotPrint("{file} is there already. Choose another place.", file=target)
    draft = target.with_name(f".{target.name}.part")
    try:
        draft.mkdir()
        saved = [
            _save(draft, place, dossier, *each, partial(_tell, progress, place, len(wanted)))
            for place, each in enumerate(wanted)
        ]
        files.write(draft / LIST, csv_bytes(_rows(saved, words)))
        if not any(one.file for one in saved):
            raise CannotPrint("None of these documents can be printed yet.")
        draft.rename(target)
    except OSError as error:
        raise CannotPrint(
            "{file} cannot be written: {reason}.", file=target, reason=error.strerror
        ) from None
    finally:
        shutil.rmtree(draft, ignore_errors=True)
    return saved


def _save(
    folder: Path,
    place: int,
    dossier: "Dossier",
    document: "DocumentKind",
    request: "Request",
    tell: Callable[[], None],
) -> Saved:
    from desktop.documents.sheets_of_paper import sheets_of

    tell()
    languages = request.languages
    gathered = publishing.with_calendar(dossier, document, languages)
    try:
        pdf = document.make(gathered, request, lambda _done, _total: tell())
    except CannotPrint as error:
        return Saved(document, languages, refused=error)
    name = f"{place + 1:02}-{document.key}-{'-'.join(languages)}.pdf"
    files.write(folder / name, pdf)
    return Saved(document, languages, name, sheets_of(pdf))


def _tell(progress: Progress | None, done: int, total: int) -> None:
    if progress is not None:
        progress(done, total)


def _rows(saved: Iterable[Saved], words: Translator) -> Iterable[list[str]]:
    text = words.text
    yield [
        *(text("File"), text("Document"), text("Languages"), text("Pages"), text("Sheets")),
        *(text("Printed on"), text("Paper"), text("Remark")),
    ]
    one_side, both = text("one side"), text("both sides")
    for one in saved:
        name, languages = text(one.document.name), ", ".join(one.languages)
        if one.sheets is None:
            why = words.error(one.refused) if one.refused else ""
            yield ["", name, languages, "", "", "", "", why]
            continue
        pages, sheets = sum(one.sheets.pages.values()), one.sheets.count
        sides = both if one.sheets.duplex else one_side
        yield [
            *(one.file, name, languages, str(pages), str(sheets), sides, one.sheets.papers, ""),
        ]
