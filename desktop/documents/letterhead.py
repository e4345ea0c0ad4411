"""The head of a report: the organisers' logos and names over a navy rule, a text of the house."""

from collections.abc import Sequence
from dataclasses import replace

from desktop.documents import logos
from desktop.documents.styles import EMBASSY, HouseStyle
from desktop.documents.tokens import FURNITURE, NAVY
from desktop.documents.typesetting.columns import Columns
from desktop.documents.typesetting.document import Document, mm
from desktop.documents.typesetting.frames import Solid, air
from desktop.documents.typesetting.lines import Block
from desktop.documents.typesetting.page import Page
from desktop.documents.wording import Wording
from desktop.domain.localized import Localized

BESIDE = mm(4)
NAME_WIDTH = 150.0
AFTER = mm(9)
"""From the rule to what follows."""


def letterhead(
    wordings: Sequence[Wording], columns: Columns, style: HouseStyle = EMBASSY, form: str = ""
) -> list[Solid]:
    """One or two organisers with their names beside the logos; more as a row of logos.

    `form` is "names", "logos" or "none", which leaves the room blank for printed letter paper;
    without it, as the style says.
    """
    form, logo = form or style.letterhead, mm(style.report_logos)
    found = logos.organisers(wordings[0].dossier)
    if form == "none":
        return [air(logo + mm(4) + AFTER)]
    if not found:
        return []
    beside = form == "names" and len(found) <= 2
    head = (
        names_beside(wordings, columns, logo) if beside else logos_alone(wordings, columns, logo)
    )
    return [head, *_text(wordings, columns, style.heading), air(AFTER)]


def names_beside(
    wordings: Sequence[Wording], columns: Columns, logo: float, *, ruled: bool = True
) -> Solid:
    """The logos at both sides, the names beside them, a rule below."""
    found = logos.organisers(wordings[0].dossier)
    marks = logos.logos(list(wordings), logo)
    taken = sum(mark.width + BESIDE for mark in marks if mark.picture)
    name_width = min(NAME_WIDTH, (columns.right - columns.left - taken - BESIDE) / 2)
    names = [logos.name_blocks(one, list(wordings), name_width) for one in found]
    tall = max([logo, *(sum(b.height for b in blocks) for blocks in names)])

    def paint(document: Document, page: Page, top: float) -> None:
        for place, (mark, blocks) in enumerate(zip(marks, names, strict=True)):
            at_left = (place == 0) != columns.rtl
            text = columns.left if at_left else columns.right - name_width
            if mark.picture is not None:
                x = columns.left if at_left else columns.right - mark.width
                mark.draw(document, page, x, top + (logo - mark.height) / 2)
                text += (mark.width + BESIDE) * (1 if at_left else -1)
            _names(
                document,
                page,
                text,
                top + max(0.0, (logo - _tall(blocks)) / 2),
                blocks,
                at_left=at_left,
            )
        if ruled:
            _rule(document, page, columns, top + tall + mm(4))

    return Solid(tall + mm(4), paint)


def _names(
    document: Document,
    page: Page,
    x: float,
    top: float,
    blocks: tuple[Block, ...],
    *,
    at_left: bool,
) -> None:
    y = top + 8
    for block in blocks:
        with document.tag("P", language=block.language):
            y = page.block(x, y, block, align="start" if at_left != block.rtl else "end", hang=0)


def _rule(document: Document, page: Page, columns: Columns, y: float) -> None:
    with document.artifact():
        page.rule(columns.left, y, columns.right, y, NAVY, 0.8)


def _tall(blocks: tuple[Block, ...]) -> float:
    return sum(block.height for block in blocks)


def _text(wordings: Sequence[Wording], columns: Columns, text: Localized) -> list[Solid]:
    """A text of the house in every language it has one for, side by side under the rule."""
    if columns.count < len(wordings):  # a letter's, which are one
        columns = replace(columns, gutter=BESIDE, shares=(1.0,) * len(wordings))
    blocks: list[tuple[int, Block]] = []
    for index, wording in enumerate(wordings):
        said = wording.paragraph(text.within(wording.language), FURNITURE, "title")
        if said is not None:
            blocks.append((index, said.set(columns.width(index))))

    def paint(document: Document, page: Page, top: float) -> None:
        for index, block in blocks:
            with document.tag("P", language=block.language):
                page.block(columns.x(index), top + 12, block, hang=0)

    tall = max((block.height for _, block in blocks), default=0.0)
    return [Solid(tall + 6, paint)] if blocks else []


def logos_alone(
    wordings: Sequence[Wording], columns: Columns, logo: float, *, ruled: bool = True
) -> Solid:
    """The logos in a row, a rule below."""
    rows = logos.rows_of(logos.logos(list(wordings), logo))
    tall = sum(logos.row_height(row) + 8 for row in rows)

    def paint(document: Document, page: Page, top: float) -> None:
        for row in rows:
            logos.draw_row(document, page, row, columns.left, columns.right, top)
            top += logos.row_height(row) + 8
        if ruled:
            _rule(document, page, columns, top + 3)

    return Solid(tall + 3, paint)
