"""The organisers' logos in a row, of equal weight to the eye; a missing logo is set as a name."""

import math
from dataclasses import dataclass

from desktop.documents.dossier import Dossier
from desktop.documents.tokens import HAIRLINE, INK, NAVY
from desktop.documents.typesetting.document import Document
from desktop.documents.typesetting.lines import Block
from desktop.documents.typesetting.page import Page
from desktop.documents.typesetting.style import Style
from desktop.documents.wording import Wording
from desktop.domain.organisation import Organisation, Picture

ROOM_FOR_NAME = 118.0
"""Width of a name that stands for a logo, in points."""
GAP = 28.0
"""Space on either side of the hairline between two logos."""
IN_A_ROW = 4


@dataclass(frozen=True, slots=True)
class Logo:
    """A logo's size on paper (points); without a picture, the organisation's names."""

    width: float
    height: float
    alt: str
    picture: Picture | None = None
    names: tuple[Block, ...] = ()

    def draw(self, document: Document, page: Page, x: float, y: float) -> None:
        """Draw with the top left corner at (x, y)."""
        if self.picture is not None:
            with document.tag("Figure", alt=self.alt):
                page.image(x, y, self.width, self.height, self.picture.content)
            return
        y += 8.0
        for block in self.names:
            with document.tag("P", language=block.language):
                y = page.block(x, y, block, hang=0)


def organisers(dossier: Dossier) -> list[Organisation]:
    """The organisations in the order of their logos."""
    found = (dossier.organisations.get(one.organisation_id) for one in dossier.event.organisers)
    return [one for one in found if one is not None]


def logos(wordings: list[Wording], height: float) -> list[Logo]:
    """The logo of every organiser, none taller than `height` points.

    Logos are given about the same area, so that a wide wordmark does not outweigh a round seal.
    """
    dossier = wordings[0].dossier
    return [_logo(one, wordings, height) for one in organisers(dossier)]


def _logo(organisation: Organisation, wordings: list[Wording], height: float) -> Logo:
    alt = wordings[0].plain(organisation.name)
    picture = wordings[0].dossier.picture(organisation.logo_id)
    if picture is not None and picture.width and picture.height:
        aspect = picture.width / picture.height
        tall = min(height, height * math.sqrt(1.3 / aspect))
        return Logo(tall * aspect, tall, alt, picture)
    names = name_blocks(organisation, wordings, ROOM_FOR_NAME)
    wide = max((block.natural for block in names), default=0.0)
    return Logo(wide, sum(block.height for block in names), alt, names=names)


def name_blocks(
    organisation: Organisation, wordings: list[Wording], width: float
) -> tuple[Block, ...]:
    """An organisation's name in every language that has a name of its own for it."""
    style = Style("sans", 600, size=8.2, leading=10.4, colour=NAVY)
    blocks: list[Block] = []
    said: set[str] = set()
    for wording in wordings:
        text = wording.plain(organisation.name)
        paragraph = wording.paragraph(organisation.name, style, "title")
        if paragraph is not None and text not in said:
            blocks.append(paragraph.set(width))
            said.add(text)
            style = style.but(weight=400, colour=INK)
    return tuple(blocks)


def rows_of(found: list[Logo]) -> list[list[Logo]]:
    """Logos in rows of at most four."""
    return [found[start : start + IN_A_ROW] for start in range(0, len(found), IN_A_ROW)]


def row_height(row: list[Logo]) -> float:
    """Height of the tallest logo of a row."""
    return max((logo.height for logo in row), default=0.0)


def draw_row(
    document: Document,
    page: Page,
    row: list[Logo],
    left: float,
    right: float,
    top: float,
    share: float = 0.5,
) -> None:
    """A row between left and right, its members centred on one line, hairlines between them.

    `share` is how much of the free space stands at its left: 0 for flush left, 0.5 for centred.
    Where the row is wide its gaps shrink.
    """
    height = row_height(row)
    wide = sum(logo.width for logo in row)
    gap = min(GAP, (right - left - wide) / max(1, 2 * len(row) - 2)) if len(row) > 1 else 0.0
    gap = max(gap, 8.0)
    x = left + share * (right - left - wide - 2 * gap * (len(row) - 1))
    for place, logo in enumerate(row):
        if place:
            middle = x - gap
            with document.artifact():
                page.rule(middle, top + 4, middle, top + height - 4, HAIRLINE)
        logo.draw(document, page, x, top + (height - logo.height) / 2)
        x += logo.width + 2 * gap
