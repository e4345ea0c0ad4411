"""The head of a report: the organisers' logos and names over a navy rule."""

from collections.abc import Sequence

from desktop.documents import logos
from desktop.documents.tokens import NAVY
from desktop.documents.typesetting.columns import Columns
from desktop.documents.typesetting.document import Document, mm
from desktop.documents.typesetting.frames import Solid, air
from desktop.documents.typesetting.lines import Block
from desktop.documents.typesetting.page import Page
from desktop.documents.wording import Wording

LOGO, BESIDE = mm(17), mm(4)
NAME_WIDTH = 150.0
AFTER = mm(9)
"""From the rule to what follows."""


def letterhead(wordings: Sequence[Wording], columns: Columns) -> Solid:
    """One or two organisers with their names beside the logos; more as a row of logos."""
    found = logos.organisers(wordings[0].dossier)
    if not found:
        return air(0)
    if len(found) > 2:
        return _row(wordings, columns)
    marks = logos.logos(list(wordings), LOGO)
    names = [logos.name_blocks(one, list(wordings), NAME_WIDTH) for one in found]
    tall = max([LOGO, *(sum(b.height for b in blocks) for blocks in names)])

    def paint(document: Document, page: Page, top: float) -> None:
        for place, (mark, blocks) in enumerate(zip(marks, names, strict=True)):
            at_left = (place == 0) != columns.rtl
            text = columns.left if at_left else columns.right - NAME_WIDTH
            if mark.picture is not None:
                x = columns.left if at_left else columns.right - mark.width
                mark.draw(document, page, x, top + (LOGO - mark.height) / 2)
                text += (mark.width + BESIDE) * (1 if at_left else -1)
            _names(document, page, text, top, blocks, at_left=at_left)
        with document.artifact():
            y = top + tall + mm(4)
            page.rule(columns.left, y, columns.right, y, NAVY, 0.8)

    return Solid(tall + mm(4) + AFTER, paint)


def _names(
    document: Document,
    page: Page,
    x: float,
    top: float,
    blocks: tuple[Block, ...],
    *,
    at_left: bool,
) -> None:
    tall = sum(block.height for block in blocks)
    y = top + max(0.0, (LOGO - tall) / 2) + 8
    for block in blocks:
        with document.tag("P", language=block.language):
            y = page.block(x, y, block, align="start" if at_left != block.rtl else "end", hang=0)


def _row(wordings: Sequence[Wording], columns: Columns) -> Solid:
    rows = logos.rows_of(logos.logos(list(wordings), LOGO))
    tall = sum(logos.row_height(row) + 8 for row in rows)

    def paint(document: Document, page: Page, top: float) -> None:
        for row in rows:
            logos.draw_row(document, page, row, columns.left, columns.right, top)
            top += logos.row_height(row) + 8
        with document.artifact():
            page.rule(columns.left, top + 3, columns.right, top + 3, NAVY, 0.8)

    return Solid(tall + 3 + AFTER, paint)
