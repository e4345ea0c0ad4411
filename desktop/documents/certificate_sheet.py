"""The sheet of a certificate (A4, lying): frames, titles, a name, what is certified, who signs."""

from collections.abc import Callable, Sequence
from functools import lru_cache

from desktop.documents import logos, ornaments, qr
from desktop.documents.addressing import is_written
from desktop.documents.certified import Certified, Deed
from desktop.documents.nameplate import set_names
from desktop.documents.pen import Pen, together
from desktop.documents.signatures import Signature, signatures
from desktop.documents.tokens import GREY, HAIRLINE, INK, NAVY, OCHRE
from desktop.documents.typesetting.document import Document, mm
from desktop.documents.typesetting.lines import Block
from desktop.documents.typesetting.page import Page
from desktop.documents.typesetting.paragraph import Paragraph, fit
from desktop.documents.typesetting.style import Style
from desktop.documents.wording import spoken
from desktop.domain.certificate import Certificate

TITLE = Style("serif", 600, colour=NAVY)
OPENING = Style("serif", 400, italic=True, size=11.5, leading=14, colour=GREY)
NAME = Style("serif", 400, colour=INK)
OTHER_NAME = NAME.but(colour=GREY)
WHEN = Style("sans", 400, size=8.6, leading=12, colour=GREY)
SERIAL = Style("sans", 600, size=8.4, leading=11, colour=NAVY, features=("tnum",))
SMALL = Style("sans", 400, size=7, leading=9.4, colour=GREY)
SIDE, SYMBOL = mm(24), mm(21)
"""From the edge of the sheet to the signatures; side of the symbol."""
TEXT, GUTTER = mm(214), mm(14)
"""Width of the text under the name, and between its columns."""
RULES = (mm(82), mm(82), mm(62))
"""Widths of the rules where one, two or three sign."""
TITLES_AT = mm(50)
"""The baseline of the first title."""
GAPS, LEAST, MOST_AIR = (mm(11), mm(7), mm(14.5)), 0.6, mm(20)
"""From the titles to the opening, on to the top of the name, from the rule to what is certified;
how far they may shrink, and grow together."""
REACH, ARABIC_REACH = 0.7, 1.05
"""How far a name reaches over its line, in sizes."""
UNDER_TEXT = mm(36)
"""From what is certified to the rules of the signatures: place, date and the symbol."""
ONE_LINE = (34.0, 31.0, 28.0, 25.0, 23.0)
TWO_LINES = (22.0, 20.0, 18.0, 16.0)


class CertificateSheet:
    """Sets once what all certificates share, and draws one after the other."""

    def __init__(self, words: list[Certified], width: float, height: float) -> None:
        self._words = words
        wordings = [each.wording for each in words]
        self._rtl = wordings[0].rtl
        self._tall = any(wording.rtl for wording in wordings)
        self._width, self._inner = width, width - 2 * SIDE
        self._signatures = signatures(wordings, RULES)
        tallest = max((one.height for one in self._signatures), default=0.0)
        self._rules = height - max(mm(37), tallest + mm(15))
        self._logos = logos.logos(wordings, mm(15))[: logos.IN_A_ROW]
        self._titles = self._set_titles()
        opening = OPENING.but(italic=not self._tall)
        self._opening = self._together(lambda each: each.opening(), opening)
        self._when = self._together(lambda each: each.wording.city_and_days(), WHEN)
        self._rosette = ornaments.rosette(mm(71))
        self._to_rule = 15.0 if self._tall else 11.0
        self._set_bodies = lru_cache(4)(self._bodies)

    def _set_titles(self) -> list[Block]:
        """The title in every language, all of one size."""
        texts = {each.title(): each.wording.language for each in self._words}
        titles = [
            Paragraph(text, spoken(TITLE, language), setting="title")
            for text, language in texts.items()
        ]
        sizes = (27.0, 25.0, 22.0, 20.0, 18.0)[0 if len(titles) < 3 else 3 :]
        return list(fit(titles, self._inner, sizes, lines=1, leading=1.16).blocks)

    def _together(self, say: Callable[[Certified], str], style: Style) -> Paragraph | None:
        said = {each.wording.language: say(each) for each in self._words}
        wordings = [each.wording for each in self._words]
        return together(wordings, lambda wording: said[wording.language], style)

    def _bodies(self, deed: Deed | None, room: float) -> tuple[Block, ...]:
        """What is certified, in a column a language, at the largest size that `room` holds."""
        count = len(self._words)
        gutter = GUTTER if count < 3 else mm(8)
        width = mm(150) if count == 1 else (TEXT - gutter * (count - 1)) / count
        bodies = [each.body(deed) for each in self._words]
        leading = 1.6 if self._tall else 1.39
        sizes = (11.2, 10.4, 9.8, 9.2, 8.6, 8.0, 7.4, 7.0)
        return fit(bodies, width, sizes, height=room, leading=leading).blocks

    # -- drawing -------------------------------------------------------------------------------

    def draw(self, document: Document, page: Page, deed: Deed) -> None:
        """Draw one certificate on a page."""
        pen = Pen(document, page, SIDE, self._width - SIDE, self._rtl)
        radius = self._rosette.width / 2
        with document.artifact():
            page.drawing(self._width / 2 - radius, mm(108) - radius, self._rosette)
        ornaments.frames(document, page)
        page.bookmark(self._words[0].wording.name(deed.person, honorific=False))
        logos.draw_row(document, page, self._logos, SIDE, self._width - SIDE, mm(20))
        names = self._names(deed)
        reach = (ARABIC_REACH if names[0].rtl else REACH) * names[0].lines[0].parts[0].style.size
        used = TITLES_AT + _depth(self._titles) + reach + _depth(names) + self._to_rule
        room = self._rules - UNDER_TEXT - used
        bodies = self._set_bodies(deed if deed.part else None, room - LEAST * sum(GAPS))
        left = min(MOST_AIR, room - sum(GAPS) - max(b.height - b.leading for b in bodies))
        stretch = 1 + left / sum(GAPS) * (1 if left < 0 else 0.7)
        y = self._draw_centred(pen, TITLES_AT + max(0.0, left) * 0.3, self._titles, "H1")
        y += GAPS[0] * stretch
        pen.text(self._inner / 2, y, self._opening, align="centre")
        y = self._draw_centred(pen, y + GAPS[1] * stretch + reach, names, "P")
        self._draw_rule(pen, y + self._to_rule, names)
        self._draw_bodies(pen, y + self._to_rule + GAPS[2] * stretch, bodies)
        pen.text(self._inner / 2, self._rules - mm(27), self._when, align="centre")
        self._draw_foot(pen, deed.certificate)

    def _draw_centred(self, pen: Pen, y: float, blocks: Sequence[Block], role: str) -> float:
        """Draw one under the other, the first on the baseline y; returns the last baseline."""
        for place, block in enumerate(blocks):
            y += _step(blocks, place)
            offset = (self._inner - block.width) / 2
            y = pen.block(offset, y, block, align="centre", role=role) - block.leading
        return y

    def _draw_rule(self, pen: Pen, y: float, names: Sequence[Block]) -> None:
        """The rule under the name, a little wider than it."""
        wide = min(self._inner, max(block.natural for block in names) + mm(12))
        pen.rule((self._inner - wide) / 2, (self._inner + wide) / 2, y, OCHRE, 0.8)

    def _names(self, deed: Deed) -> list[Block]:
        texts: dict[str, Paragraph] = {}
        for each in self._words:
            if texts and not is_written(deed.person, each.wording.language):
                continue
            name = each.name_paragraph(deed.person, OTHER_NAME if texts else NAME)
            texts.setdefault(name.text, name)
        name, *others = texts.values()
        sizes = (*ONE_LINE[0 if len(self._words) < 3 else 2 :], *TWO_LINES)
        (large,) = set_names(
            [name],
            self._inner - mm(12),
            sizes,
            lines=lambda size: 1 if size >= ONE_LINE[-1] else 2,
            leading=1.15,
        )
        lesser = fit(others, self._inner, (14.0, 12.5, 11.0, 10.0), lines=1, leading=1.4)
        return [large.block, *lesser.blocks]

    def _draw_bodies(self, pen: Pen, y: float, blocks: Sequence[Block]) -> None:
        """Short lines, each language's in the middle of its column, as all else is centred."""
        wide, count = blocks[0].width, len(blocks)
        gutter = (TEXT - wide * count) / (count - 1) if count > 1 else 0.0
        offset = (self._inner - wide * count - gutter * (count - 1)) / 2
        tall = max(block.height for block in blocks)
        for place, block in enumerate(blocks):
            if place:
                x = pen.x(offset - gutter / 2)
                with pen.document.artifact():
                    pen.page.rule(x, y - 9, x, y + tall - block.leading + 3, HAIRLINE)
            pen.block(offset, y, block, align="centre")
            offset += wide + gutter

    def _draw_foot(self, pen: Pen, certificate: Certificate) -> None:
        """Signatures, and the symbol where they leave room: in the middle of two, else after."""
        for signature, offset in self._places():
            signature.draw(pen, offset, self._rules)
        middle = self._inner / 2
        if len(self._signatures) in (1, 3):
            middle = self._inner - SYMBOL / 2 - mm(6)
        self._draw_symbol(pen, middle, certificate)

    def _places(self) -> list[tuple[Signature, float]]:
        step = RULES[-1] + mm(8)
        if len(self._signatures) == 2:
            step = self._inner - RULES[1]
        return [(one, place * step) for place, one in enumerate(self._signatures)]

    def _draw_symbol(self, pen: Pen, middle: float, certificate: Certificate) -> None:
        first = self._words[0].wording
        seal = first.dossier.seal
        y = self._rules - mm(20)
        if seal is not None:
            code = certificate.code(seal)
            x = pen.x(middle - SYMBOL / 2, SYMBOL)
            quiet = qr.symbol(code).quiet(SYMBOL)
            pen.area(
                middle - SYMBOL / 2 - quiet,
                y - quiet,
                SYMBOL + 2 * quiet,
                SYMBOL + mm(18),
                "#FFFFFF",
            )
            alt = first.words.text("Code of the certificate: {code}", code=code)
            with pen.document.tag("Figure", alt=alt):
                qr.draw(pen.page, x, y, SYMBOL, code)
            label = self._together(lambda each: each.wording.words.text("Verification"), SMALL)
            pen.text(middle, y + SYMBOL + 26, label, align="centre")
            shown = Paragraph(code, SMALL.but(features=("tnum",)), setting="plain", rtl=False)
            pen.text(middle, y + SYMBOL + 35, shown, align="centre")
        serial = Paragraph(f"№ {certificate.serial}", SERIAL, setting="plain", rtl=False)
        pen.text(middle, y + SYMBOL + 15.5, serial, align="centre")


def _depth(blocks: Sequence[Block]) -> float:
    """From the first baseline of several texts to the last."""
    inner = sum(block.height - block.leading for block in blocks)
    return inner + sum(_step(blocks, place) for place in range(len(blocks)))


def _step(blocks: Sequence[Block], place: int) -> float:
    """From the last baseline of a text to the first of the next: less where that is smaller.

    Arabic letters reach further down.
    """
    if not place:
        return 0.0
    before, after = blocks[place - 1], blocks[place].leading
    return after + max(0.0, before.leading - after) * (0.55 if before.rtl else 0.3)
