"""What remains of an event, for its report: quotations, press, photographs, contacts."""

from collections.abc import Iterator
from dataclasses import replace

from desktop.documents.profiles import WITHHELD
from desktop.documents.sections import BODY, SMALL, Spread
from desktop.documents.tokens import GREY, HAIRLINE, INK, NAVY, OCHRE
from desktop.documents.typesetting.document import Document, mm
from desktop.documents.typesetting.entries import Text
from desktop.documents.typesetting.frames import Item, Solid
from desktop.documents.typesetting.page import Page
from desktop.documents.typesetting.paragraph import Paragraph
from desktop.documents.typesetting.rows import Piece, Row, aligned, draw_cell
from desktop.documents.typesetting.style import Style
from desktop.documents.wording import Wording, capital
from desktop.domain.coverage import InstitutionalContact, PhotoCredit, PressItem, Quotation
from desktop.domain.localized import Localized
from desktop.domain.organisation import Picture
from desktop.domain.person import ConsentPurpose
from desktop.language import dates, tags, tongues

QUOTE = Style("serif", 400, italic=True, size=11.2, leading=14.5, colour=INK)
SAID_BY = Style("sans", 600, size=8.2, leading=11, colour=NAVY)
OUTLET = Style("sans", 600, size=7.8, leading=10.9, colour=INK)
HEADLINE = Style("serif", 400, size=9, leading=10.9, colour=INK)
CREDIT = Style("sans", 400, size=7, leading=9.2, colour=GREY)
INDENT = 14.0
DATES, PRESS_GUTTER = mm(40), mm(6)
PICTURE, BESIDE = (mm(34), mm(22.5)), mm(4)
_QUOTES = {"es": "«»", "kk": "«»", "ru": "«»", "ar": "«»", "it": "«»", "de": "„“"}


# -- quotations -----------------------------------------------------------------------------------


def quotations(spread: Spread) -> Iterator[Item]:
    """What was said, behind an ochre rule; left out where the speaker does not want it printed."""
    for quotation in spread.dossier.quotations:
        person = spread.dossier.people.get(quotation.person_id or 0)
        withheld = person and person.consent(ConsentPurpose.QUOTATION) in WITHHELD
        if quotation.text and not withheld:
            yield _quotation(spread, quotation)


def _quotation(spread: Spread, quotation: Quotation) -> Item:
    columns = spread.columns
    words = [
        tuple(
            Piece(paragraph.set(columns.width(index) - INDENT))
            for paragraph in (
                _quoted(wording, quotation.text, spread.look(QUOTE)),
                *_said_by(wording, quotation),
            )
            if paragraph is not None
        )
        for index, wording in enumerate(spread.wordings)
    ]
    quoted = max((cell[0].height for cell in words if cell), default=0.0)
    said_by = max((sum(piece.height for piece in cell[1:]) for cell in words), default=0.0)

    def paint(document: Document, page: Page, top: float) -> None:
        for index, (wording, cell) in enumerate(zip(spread.wordings, words, strict=True)):
            left, width = columns.x(index), columns.width(index)
            rule, x = (left + width, left) if wording.rtl else (left, left + INDENT)
            with document.artifact():
                page.rule(rule, top + 1, rule, top + quoted + 1, OCHRE, 1.4)
            with document.tag("BlockQuote"):
                for piece in cell[:1]:
                    with document.tag("P", language=piece.block.language):
                        page.block(x, top + 11, piece.block, hang=0.92)
                draw_cell(page, x, top + quoted + 14, cell[1:])

    return Solid(quoted + said_by + 20, paint)


def _quoted(wording: Wording, text: Localized, style: Style) -> Paragraph | None:
    """The words in the quotation marks of their language, unless they have some already.

    A full stop stands outside of « » (Real Academia Española; Russian and Kazakh alike).
    """
    found = wording.find(text)
    if found is None:
        return None
    opening, closing = _QUOTES.get(tags.base(found.language), "“”")
    words = found.text.strip()
    if words[:1] not in ("«", "“", "„", '"'):
        outside = "." if closing == "»" and words.endswith(".") and words[-2:-1] != "." else ""
        words = f"{opening}{words.removesuffix(outside)}{closing}{outside}"
    quoted = wording.paragraph(Localized.of({found.language: words}), style, "title")
    return wording.aired(quoted) if quoted else None


def _said_by(wording: Wording, quotation: Quotation) -> list[Paragraph | None]:
    """Who said it, and in what language where it was another."""
    person = wording.dossier.people.get(quotation.person_id or 0)
    name = wording.name_paragraph(person, SAID_BY, honorific=False) if person else None
    original = ""
    if quotation.language and quotation.language != wording.language:
        phrase = tongues.in_languages((quotation.language,), wording.language)
        original = wording.words.text("Original {in_language}", in_language=phrase)
    return [name, wording.paragraph(original, SMALL.but(colour=GREY), "title")]


# -- press ----------------------------------------------------------------------------------------


def press(spread: Spread) -> Iterator[Item]:
    """Day and outlet beside the headline in every language."""
    columns = replace(spread.whole, aside=DATES, gutter=PRESS_GUTTER)
    for item in spread.dossier.press:
        style = spread.look(HEADLINE)
        row = aligned([[_quoted(w, item.title, style)] for w in spread.wordings], columns)
        aside = _outlet(spread, item)
        height = max(row.height if row else 0.0, sum(piece.height for piece in aside)) + 9

        def paint(
            document: Document,
            page: Page,
            top: float,
            row: Row | None = row,
            aside: tuple[Piece, ...] = aside,
            height: float = height,
        ) -> None:
            edge = columns.right - DATES + PRESS_GUTTER if columns.rtl else columns.left
            draw_cell(page, edge, top + 9, aside, columns.rtl)
            for index, cell in enumerate(row.cells if row else ()):
                draw_cell(page, columns.x(index), top + 9, cell)
            with document.artifact():
                y = top + height - 3
                page.rule(columns.left, y, columns.right, y, HAIRLINE)

        yield Solid(height + 3, paint)


def _outlet(spread: Spread, item: PressItem) -> tuple[Piece, ...]:
    """The day, the outlet in every language that names it differently, where to find it."""
    width = DATES - PRESS_GUTTER
    first, style = spread.wordings[0], OUTLET
    day = dates.short_date(item.published, first.language) if item.published else ""
    grey = OUTLET.but(weight=400, colour=GREY, features=("tnum",))
    found = {"": first.paragraph(day, grey, "plain")}
    for wording in spread.wordings:
        found.setdefault(
            wording.plain(item.outlet), wording.paragraph(item.outlet, style, "title")
        )
        style = style.but(weight=400)
    return tuple(Piece(paragraph.set(width)) for paragraph in found.values() if paragraph)


# -- photographs ----------------------------------------------------------------------------------


def photographs(spread: Spread) -> Iterator[Item]:
    """Pictures two by two with caption and credit; a credit without a picture still stands."""
    credits = spread.dossier.photo_credits
    for start in range(0, len(credits), 2):
        yield _photograph_pair(spread, credits[start : start + 2])


def _photograph_pair(spread: Spread, credits: tuple[PhotoCredit, ...]) -> Item:
    whole = spread.whole
    width = (spread.width - mm(8)) / 2
    cells: list[tuple[Picture | None, str, tuple[Piece, ...]]] = []
    for credit in credits:
        picture = spread.dossier.picture(credit.picture_id)
        room = width - (PICTURE[0] + BESIDE if picture else 0.0)
        alt = spread.wordings[0].plain(picture.alt or credit.caption) if picture else ""
        cells.append((picture, alt, _caption(spread, credit, picture, room)))
    tall = max(
        max(PICTURE[1] if picture else 0.0, sum(piece.height for piece in cell))
        for picture, _, cell in cells
    )

    def paint(document: Document, page: Page, top: float) -> None:
        for place, (picture, alt, cell) in enumerate(cells):
            x = whole.right - width if (place == 1) != whole.rtl else whole.left
            text = x
            if picture is not None:
                left = x + width - PICTURE[0] if whole.rtl else x
                with document.tag("Figure", alt=alt):
                    page.image(left, top, *PICTURE, picture.content, crop=True)
                text = x if whole.rtl else x + PICTURE[0] + BESIDE
            draw_cell(page, text, top + 7.5, cell, whole.rtl)

    return Solid(tall + 14, paint)


def _caption(
    spread: Spread, credit: PhotoCredit, picture: Picture | None, width: float
) -> tuple[Piece, ...]:
    """The caption in every language, and once who is to be credited."""
    style, pieces = SMALL, list[Piece]()
    for wording in spread.wordings:
        paragraph = wording.paragraph(credit.caption, style, "title")
        if paragraph is not None:
            pieces.append(Piece(paragraph.set(width)))
        style = SMALL.but(colour=GREY)
    who = credit.credit or (picture.credit if picture else Localized())
    if who:
        first = spread.wordings[0]
        labels = dict.fromkeys(w.words.text("Photograph") for w in spread.wordings)
        label = first.spans(f"{' · '.join(labels)}: ", CREDIT.but(weight=600))
        said = first.paragraph([*label, *first.spans(who, CREDIT)], CREDIT, "plain")
        pieces += [Piece(said.set(width), 1.5)] if said else []
    return tuple(pieces)


# -- contacts -------------------------------------------------------------------------------------


def contacts(spread: Spread) -> Iterator[Item]:
    """Meetings between institutions that led up to the event: day, what it was, who took part."""
    for contact in spread.dossier.contacts:
        parts = [_contact(wording, contact, spread.look(BODY)) for wording in spread.wordings]
        rows = [
            aligned([[said] for said in part], spread.columns, solid=place != 1)
            for place, part in enumerate(zip(*parts, strict=True))
        ]
        found = tuple(row for row in rows if row is not None)
        if found:
            yield Text(found, spread.columns, 9)


def _contact(
    wording: Wording, contact: InstitutionalContact, body: Style
) -> list[Paragraph | None]:
    day = ""
    if contact.day is not None:
        day = capital(dates.long_date(contact.day, wording.language, weekday=False))
    people = [wording.dossier.people.get(id) for id in contact.person_ids]
    names = wording.comma.join(wording.name(person) for person in people if person)
    return [
        wording.paragraph(day, SMALL.but(colour=GREY, leading=12), "plain"),
        wording.paragraph(contact.text, body),
        wording.paragraph(names, SMALL.but(weight=600, leading=12), "plain"),
    ]
