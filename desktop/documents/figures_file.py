"""A report's figures as CSV, for whoever counts on with them; no person is named in it."""

import csv
import io
from collections.abc import Iterator, Sequence

from desktop.documents.attendance import Attendance
from desktop.documents.report_figures import surveys
from desktop.documents.wording import Wording

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def figures_file(wordings: Sequence[Wording], attendance: Attendance) -> bytes:
    """Heading and label in each language, heads counted, heads of whom they are a part.

    UTF-8 with a byte order mark, by which spreadsheets know it; no cell can become a formula.
    Empty where there is nothing to count.
    """
    rows = list(_rows(wordings, attendance))
    if not rows:
        return b""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    languages = [wording.language for wording in wordings]
    writer.writerow([*(f"figure [{at}]" for at in languages), *languages, "value", "of"])
    writer.writerows(rows)
    return text.getvalue().encode("utf-8-sig")


def _rows(wordings: Sequence[Wording], attendance: Attendance) -> Iterator[list[str]]:
    for title, label, counts in surveys(attendance):
        headings = [_safe(wording.words.text(title)) for wording in wordings]
        for count in counts:
            labels = [_safe(label(count, wording)) for wording in wordings]
            yield [*headings, *labels, str(count.value), str(count.of or "")]
    for slot in attendance.dossier.slots:
        if slot.data_set is not None:
            headings = [_safe(wording.plain(slot.data_set.title)) for wording in wordings]
            for point in slot.data_set.points:
                labels = [_safe(wording.plain(point.label)) for wording in wordings]
                yield [*headings, *labels, f"{point.value:g}", ""]


def _safe(text: str) -> str:
    """A spreadsheet takes a cell that begins so for a formula; an apostrophe keeps it a text."""
    return f"'{text}" if text.startswith(_FORMULA) else text
