"""A report's figures: the key figures in large type, and attendance as bars."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from desktop.documents.attendance import Attendance, Count, Moment
from desktop.documents.charts import Bar, BarChart
from desktop.documents.sections import NOTE, SUBHEADING, Say, Spread
from desktop.documents.tokens import GREY, HAIRLINE, INK, NAVY, OCHRE
from desktop.documents.typesetting.document import Document
from desktop.documents.typesetting.frames import Item, Solid
from desktop.documents.typesetting.lines import Block
from desktop.documents.typesetting.page import Page
from desktop.documents.typesetting.paragraph import Paragraph, fit
from desktop.documents.typesetting.style import Style
from desktop.documents.wording import Wording
from desktop.domain.attendee import Reply
from desktop.domain.slot import SlotStatus
from desktop.language import dates, figures, terms, tongues
from desktop.language.translation import msgid

APART = 18.0
"""Air under a chart."""
MOST_STACKED = 400.0
"""Points that charts under one another may take: less than the smallest page."""
FIGURE = Style("serif", 600, size=27, leading=30, colour=NAVY, features=("lnum",))
FIGURES = (27.0, 24.0, 21.0, 18.0, 15.0)
"""The sizes that are tried; all figures of a report have one."""
FIGURE_LABEL = Style("sans", 600, size=8.2, leading=10.6, colour=INK)
BAR_LABEL = Style("sans", 400, size=7.8, leading=9.6, colour=INK)
LARGEST = 6
"""So many organisations or countries have a bar of their own; the rest share one."""
LABEL_COLUMN, LABEL_SHARE, PANEL_GAP = 108.0, 0.48, 23.0
"""Width of the labels of bars, no more than a share of a chart."""

Label = Callable[[Count, Wording], str]
"""What a bar is called in a language."""


class KeyFigure(NamedTuple):
    """A figure as printed, and what it counts in the words of a language."""

    text: str
    label: Say


# -- key figures ----------------------------------------------------------------------------------


def key_figures(spread: Spread, attendance: Attendance) -> list[KeyFigure]:
    """The three to five figures that sum an event up; what is not known is left out."""
    found = _attended(spread, attendance) if attendance.held else _replied(spread, attendance)
    dossier = spread.dossier
    countries = len(attendance.by_country())
    speakers = {
        speaker.person_id
        for slot in dossier.slots
        if slot.status is not SlotStatus.CANCELLED
        for speaker in slot.speakers
    }
    found += _counted(
        spread, countries, lambda w: w.words.plural("country", "countries", countries)
    )
    found += _counted(
        spread, len(speakers), lambda w: w.words.plural("speaker", "speakers", len(speakers))
    )
    items = len(dossier.press)
    found += _counted(spread, items, lambda w: w.words.plural("press item", "press items", items))
    return found[:5]


def _attended(spread: Spread, attendance: Attendance) -> list[KeyFigure]:
    language = spread.wordings[0].language
    share = figures.percent(attendance.attended / attendance.expected, language)
    came = _counted(spread, attendance.attended, lambda w: w.words.text("attended"))
    return [*came, KeyFigure(share, _of_expected)]


def _of_expected(wording: Wording) -> str:
    return wording.words.text("of those expected")


def _replied(spread: Spread, attendance: Attendance) -> list[KeyFigure]:
    declined = attendance.replied(Reply.DECLINED)
    return [
        *_counted(spread, attendance.invited, lambda w: w.words.text("invited")),
        *_counted(spread, attendance.expected, lambda w: w.words.text("accepted")),
        *_counted(spread, declined, lambda w: w.words.text("declined")),
    ]


def _counted(spread: Spread, value: int, label: Say) -> list[KeyFigure]:
    """A figure that is left out where it is nought."""
    text = figures.number(value, spread.wordings[0].language)
    return [KeyFigure(text, label)] if value else []


def figures_band(spread: Spread, found: Sequence[KeyFigure]) -> Item:
    """The key figures between two hairlines, the first in ochre."""
    whole = spread.whole
    wide = spread.width / max(1, len(found))
    labels = [_labels(spread, one, wide - 16) for one in found]
    tall = max(sum(block.height for block in blocks) for blocks in labels)
    texts = [Paragraph(one.text, FIGURE, setting="plain", rtl=False) for one in found]
    size = fit(texts, wide - 16, FIGURES, lines=1).size
    height = 59 + tall

    def paint(document: Document, page: Page, top: float) -> None:
        with document.artifact():
            page.rule(whole.left, top, whole.right, top, HAIRLINE)
            page.rule(whole.left, top + height - 9, whole.right, top + height - 9, HAIRLINE)
            for place in range(1, len(found)):
                x = whole.left + place * wide
                page.rule(x, top + 12, x, top + height - 20, HAIRLINE)
        for place, (one, blocks) in enumerate(zip(found, labels, strict=True)):
            index = len(found) - 1 - place if whole.rtl else place
            left = whole.left + index * wide + (0 if index == 0 else 10)
            right = left + wide - 16
            style = FIGURE.but(size=size, colour=OCHRE if place == 0 else NAVY)
            with document.tag("P"):
                x, anchor = (right, "right") if whole.rtl else (left, "left")
                page.text(x, top + 36, one.text, style, anchor=anchor)
            y = top + 50
            for block in blocks:
                with document.tag("P", language=block.language):
                    align = "start" if block.rtl == whole.rtl else "end"
                    y = page.block(left, y, block, align=align)

    return Solid(height + 14, paint)


def _labels(spread: Spread, figure: KeyFigure, width: float) -> list[Block]:
    style, blocks = FIGURE_LABEL, list[Block]()
    for wording in spread.wordings:
        paragraph = wording.paragraph(figure.label(wording), style, "title")
        if paragraph is not None:
            blocks.append(paragraph.set(width))
        style = style.but(weight=400, colour=GREY)
    return blocks


# -- attendance -----------------------------------------------------------------------------------


class Panel(NamedTuple):
    """A chart with its headings and notes, as wide as a column."""

    heads: tuple[Block, ...]
    chart: BarChart

    @property
    def height(self) -> float:
        """Headings, notes, chart."""
        return sum(block.height for block in self.heads) + 10 + self.chart.height


def surveys(attendance: Attendance) -> tuple[tuple[str, Label, list[Count]], ...]:
    """What attendance is counted by: heading (a msgid), what a count is called, the counts."""
    held = attendance.held
    minutes, arrivals = attendance.by_time()
    by_quarter, by_hour = msgid("Arrivals by quarter of an hour"), msgid("Arrivals by hour")
    return (
        (
            msgid("Attendance by category") if held else msgid("Expected by category"),
            _category,
            attendance.by_category(),
        ),
        (
            msgid("Attendance by organisation") if held else msgid("Expected by organisation"),
            _organisation,
            attendance.by_organisation(),
        ),
        (
            msgid("Attendance by country") if held else msgid("Expected by country"),
            _country,
            attendance.by_country(),
        ),
        (msgid("Replies"), _reply, attendance.by_reply()),
        (by_quarter if minutes < 60 else by_hour, _time, arrivals),
    )


def attendance_charts(spread: Spread, attendance: Attendance) -> list[Item]:
    """By category, organisation, country, reply and time, two panels beside each other."""
    width = (spread.width - PANEL_GAP) / 2
    panels = [
        _panel(spread, title, label, counts, held=attendance.held)
        for title, label, counts in surveys(attendance)
        if len(counts) > 1
    ]
    return [_beside(spread, columns, width) for columns in _columns(panels)]


def _columns(panels: Sequence[Panel]) -> list[list[list[Panel]]]:
    """Two columns a row, a panel in each; the odd one goes under the lower of the last two."""
    found = [[[panel] for panel in panels[i : i + 2]] for i in range(0, len(panels), 2)]
    if len(found) > 1 and len(found[-1]) == 1:
        low = min(found[-2], key=_high)
        if _high([*low, panels[-1]]) <= MOST_STACKED:
            low += found.pop()[0]
    return found


def _high(column: Sequence[Panel]) -> float:
    """Height of panels under one another, each with its air."""
    return sum(panel.height + APART for panel in column)


def _beside(spread: Spread, columns: Sequence[Sequence[Panel]], width: float) -> Item:
    whole = spread.whole

    def paint(document: Document, page: Page, top: float) -> None:
        for place, panels in enumerate(columns):
            x = whole.right - width if (place == 1) != whole.rtl else whole.left
            y = top
            for panel in panels:
                _draw(document, page, x, y, panel, rtl=whole.rtl)
                y += panel.height + APART

    return Solid(max(map(_high, columns)), paint)


def _draw(document: Document, page: Page, x: float, y: float, panel: Panel, *, rtl: bool) -> None:
    y += 12
    for block in panel.heads:
        with document.tag("P", language=block.language):
            y = page.block(x, y, block, align="start" if block.rtl == rtl else "end")
    with document.tag("Figure", alt=panel.chart.described):
        panel.chart.draw(page, x, y + 2)


def _panel(
    spread: Spread, title: str, label: Label, counts: Sequence[Count], *, held: bool
) -> Panel:
    width = (spread.width - PANEL_GAP) / 2
    column = min(LABEL_COLUMN, LABEL_SHARE * width)
    shown, rest = _largest(counts)

    def bar(one: Count) -> Bar:
        return Bar(_bar_labels(spread, lambda w: label(one, w), column), one.value, one.of or None)

    bars = [bar(one) for one in shown]
    if rest:
        labels = _bar_labels(
            spread, lambda w: w.words.plural("{n} other", "{n} others", len(rest)), column
        )
        value, of = sum(one.value for one in rest), sum(one.of for one in rest)
        bars.append(Bar(labels, value, of, rest=True))
    legend = msgid("Bar: accepted · frame: invited")
    if held:
        legend = msgid("Bar: attended · frame: expected")
    style = spread.look(SUBHEADING)
    second = style.but(weight=400, size=10.6)
    heads = _stack(spread, lambda w: w.words.text(title), style, width, second=second)
    if any(one.of for one in counts):
        note = spread.look(NOTE)
        heads += _stack(spread, lambda w: w.words.text(legend), note, width, second=note)
    first = spread.wordings[0]
    values = "; ".join(f"{label(one, first)}: {one.value}" for one in counts)
    described = f"{first.words.text(title)}. {values}"
    chart = BarChart(tuple(bars), width, column, described, spread.whole.rtl)
    return Panel(tuple(heads), chart)


def _largest(counts: Sequence[Count]) -> tuple[Sequence[Count], Sequence[Count]]:
    """The largest, and the rest where it is more than one; of times, all."""
    if len(counts) <= LARGEST + 1 or isinstance(counts[0].key, Moment):
        return counts, ()
    return counts[:LARGEST], counts[LARGEST:]


def _bar_labels(spread: Spread, say: Say, width: float) -> tuple[Block, ...]:
    return tuple(_stack(spread, say, BAR_LABEL, width, second=BAR_LABEL.but(colour=GREY)))


def _stack(spread: Spread, say: Say, style: Style, width: float, *, second: Style) -> list[Block]:
    """What is said in each language, one under the other, the same words once."""
    blocks: dict[str, Block] = {}
    for wording in spread.wordings:
        text = say(wording)
        paragraph = wording.paragraph(text, second if blocks else style, "title")
        if paragraph is not None and text not in blocks:
            blocks[text] = paragraph.set(width)
    return list(blocks.values())


def _category(count: Count, wording: Wording) -> str:
    return terms.category_group(str(count.key), wording.language)


def _reply(count: Count, wording: Wording) -> str:
    return terms.term(Reply(str(count.key)), wording.language)


def _time(count: Count, wording: Wording) -> str:
    assert isinstance(count.key, Moment)
    start, language = count.key.start, wording.language
    hour = dates.time_of_day(start, language)
    return f"{dates.day_and_month(start, language)}, {hour}" if count.key.dated else hour


def _country(count: Count, wording: Wording) -> str:
    return tongues.territory_name(str(count.key), wording.language)


def _organisation(count: Count, wording: Wording) -> str:
    organisation = wording.dossier.organisations.get(int(str(count.key)))
    return wording.plain(organisation.name) if organisation is not None else ""
