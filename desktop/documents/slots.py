"""A slot of the programme as an entry of aligned rows."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, partial
from itertools import pairwise
from typing import Literal

from desktop.documents.scale import Scale
from desktop.documents.tokens import GREY, INK
from desktop.documents.typesetting.columns import Columns
from desktop.documents.typesetting.entries import Aside, Bookmark, Entry
from desktop.documents.typesetting.paragraph import Paragraph
from desktop.documents.typesetting.rows import Cell, Piece, Row, Stack, aligned, flowing
from desktop.documents.typesetting.style import Span
from desktop.documents.wording import DOT, Wording, spoken
from desktop.domain.localized import Localized
from desktop.domain.slot import Slot, SlotKind
from desktop.domain.speaker import Speaker
from desktop.language import figures

SMALLEST = 7.0
"""Points under which nothing is set."""
MINUTES_IN_FULL = 180
"""Up to here a length is printed in minutes, as programmes do."""
Detail = Literal["full", "names", "titles"]
_BULLETS = frozenset("•–—-*")
WORTH_FLOWING = 8
"""With fewer lines an abstract does not run on from one column to the next."""


@dataclass(frozen=True, slots=True)
class SlotSetter:
    """Sets slots into columns.

    `beside` puts the speakers next to the text, where there is one language and two columns.
    `abstracts` and `tongues` say whether abstracts and languages are printed; `unsaid` is the
    kind that goes without saying. `detail` leaves out offices ("names"), or all but hour, title
    and room ("titles").
    Languages that stand `apart`, each on a page of its own, have their hours there too.
    """

    wordings: Sequence[Wording]
    columns: Columns
    scale: Scale
    beside: bool = False
    abstracts: bool = True
    tongues: bool = True
    unsaid: SlotKind | None = None
    detail: Detail = "full"
    apart: bool = False

    def entry(
        self,
        slot: Slot,
        room: Localized | None = None,
        track: Localized | None = None,
        level: int | None = None,
    ) -> Entry:
        """The slot, with its room and track where no heading says them.

        `level` is the slot's in the file's outline, None where it has no place there.
        """
        if self.detail == "titles":
            return self._compact(slot, room, level)
        subtitle = self.scale.subtitle
        heads = [
            self._row([[self._title(w, slot)] for w in self.wordings], "H3"),
            self._row([[w.paragraph(slot.subtitle, subtitle, "title")] for w in self.wordings]),
            self._row([[self._line(w, slot, room, track)] for w in self.wordings]),
        ]
        text = [row for row in heads if row is not None]
        speakers, abstract = self._speakers(slot), self._abstract(slot)
        rows = text + speakers + abstract
        if self.beside:
            rows = self._side_by_side(text, speakers, abstract)
        asides = [self.wordings] if not self.apart else [[wording] for wording in self.wordings]
        return Entry(
            tuple(self._aside(slot, wordings) for wordings in asides),
            tuple(rows),
            self.columns,
            self.scale.leading,
            self._bookmark(slot, level),
            key=slot.id,
            heads=len(text),
            again=partial(self._again, slot),
        )

    def _compact(self, slot: Slot, room: Localized | None, level: int | None) -> Entry:
        """Hour, title and room, on one line where they hold."""
        title, small = self.scale.title, self.scale.line
        small = small.but(colour=INK, size=max(SMALLEST, small.size))
        stacks: list[Stack] = []
        for wording in self.wordings:
            parts = [wording.spans(wording.heading(slot), title)]
            parts += [wording.spans(room, small)] if room else []
            spans = wording.joined(parts, DOT, small)
            stacks.append([wording.paragraph(spans, title, "title")])
        row = self._row(stacks, "H3")
        aside = self._aside(slot, self.wordings)._replace(notes=())
        rows = (row,) if row is not None else ()
        mark, leading = self._bookmark(slot, level), self.scale.leading
        return Entry((aside,), rows, self.columns, leading, mark, key=slot.id, compact=True)

    # -- rows ----------------------------------------------------------------------------------

    def _row(self, stacks: list[Stack], role: str = "P") -> Row | None:
        return aligned(stacks, self.columns, role=role)

    def _title(self, wording: Wording, slot: Slot) -> Paragraph | None:
        style = self.scale.naskh_title if wording.rtl else self.scale.title
        return wording.paragraph(wording.heading(slot), style, "title")

    def _again(self, slot: Slot) -> Row | None:
        """What goes on at the top of a page."""
        style = self.scale.line.but(colour=GREY)
        stacks: list[Stack] = []
        for wording in self.wordings:
            title = wording.spans(wording.heading(slot), style)
            said = wording.spans(f"({wording.words.text('continued')})", style)
            spans = wording.joined([title, said], " ", style)
            stacks.append([wording.paragraph(spans, style, "title")])
        return self._row(stacks)

    def _speakers(self, slot: Slot) -> list[Row]:
        """A row a speaker; those who are no more than a name follow closely."""
        half = self.scale.leading / 2
        if self.detail == "names":
            stacks = [[self._names(w, slot)] for w in self.wordings]
            row = aligned(stacks, self.columns, column=int(self.beside))
            return [row] if row else []
        rows: list[Row] = []
        for speaker in slot.speakers:
            stacks = [self._speaker(w, speaker) for w in self.wordings]
            row = aligned(stacks, self.columns, gap=half, column=int(self.beside))
            if row is not None:
                bare = all(len(cell) < 2 for cell in row.cells)
                rows.append(row._replace(gap=0.0) if bare and rows else row)
        return rows

    def _abstract(self, slot: Slot) -> list[Row]:
        """The abstract, half a line between its paragraphs."""
        if not (self.abstracts and slot.abstract):
            return []
        style, half = self.scale.abstract, self.scale.leading / 2
        stacks = [
            [w.paragraph(part, style) for part in _parts(w.told(slot.abstract, style))]
            for w in self.wordings
        ]
        row = aligned(stacks, self.columns, gap=half, solid=False)
        return (
            [row._replace(cells=tuple(_spaced(cell, half) for cell in row.cells))] if row else []
        )

    def _side_by_side(
        self, text: list[Row], speakers: list[Row], abstract: list[Row]
    ) -> list[Row]:
        """Speakers beside the text; the abstract under both where that is lower."""
        beside = Row((_stacked(text + abstract), _stacked(speakers)), solid=False)
        if (
            sum(len(piece.block.lines) for row in abstract for piece in row.cells[0])
            < WORTH_FLOWING
        ):
            return [beside]
        heads = Row((_stacked(text), _stacked(speakers)))
        under = flowing(abstract[0].cells[0], self.columns.count, abstract[0].gap)
        return [heads, under] if heads.height + under.height < beside.height else [beside]

    # -- cells ---------------------------------------------------------------------------------

    def _line(
        self, wording: Wording, slot: Slot, room: Localized | None, track: Localized | None
    ) -> Paragraph | None:
        """Room, kind, track, floor languages and interpretation, on one line if it holds them."""
        style = self.scale.line
        strong = style.but(weight=600)
        parts = [wording.spans(room, strong.but(colour=INK))] if room else []
        if slot.kind is not self.unsaid:
            parts.append(wording.spans(wording.slot_kind(slot), strong))
        parts += [wording.spans(track, style)] if track else []
        if self.tongues:
            parts += [wording.spans(phrase, style) for phrase in wording.floor(slot)]
        spans = wording.joined(parts, DOT, style)
        return wording.paragraph(spans, style, "plain")

    def _speaker(self, wording: Wording, speaker: Speaker) -> Stack:
        person = wording.dossier.people.get(speaker.person_id)
        if person is None:
            return []
        label = wording.role_label(speaker.role)
        office = wording.office(person, speaker, self.scale.office)
        topic = wording.spans(speaker.topic, self.scale.office.but(italic=True))
        return [
            wording.name_paragraph(person, self.scale.name, label=label),
            wording.paragraph(
                wording.joined([office, topic], " — ", self.scale.office),
                self.scale.office,
                "title",
            ),
        ]

    def _names(self, wording: Wording, slot: Slot) -> Paragraph | None:
        """Everybody who speaks, on as few lines as hold them."""
        people = wording.dossier.people
        known = [people[one.person_id] for one in slot.speakers if one.person_id in people]
        return wording.names_paragraph(known, self.scale.name.but(weight=400))

    def _aside(self, slot: Slot, wordings: Sequence[Wording]) -> Aside:
        first, scale = wordings[0], self.scale
        hour, note = (spoken(look, first.language) for look in (scale.hour, scale.note))
        return Aside(first.hour(slot), (_minutes(slot, wordings),), hour, note)

    def _bookmark(self, slot: Slot, level: int | None) -> Bookmark | None:
        """Hour and title."""
        if level is None:
            return None
        first = self.wordings[0]
        said = (first.hour(slot), first.plain(first.heading(slot)))
        return Bookmark(" ".join(filter(None, said)), level)


def _minutes(slot: Slot, wordings: Sequence[Wording]) -> str:
    """The figure once, its unit in every language that has another: "30 min · мин"."""
    first, *others = [w.language for w in wordings]
    if slot.minutes > MINUTES_IN_FULL:
        return figures.minutes(slot.minutes, first)
    units = dict.fromkeys(_unit(language) for language in (first, *others))
    return f"{figures.number(slot.minutes, first)} {' · '.join(units)}"


@cache
def _unit(language: str) -> str:
    """The abbreviation of minutes: "min", «мин»."""
    return figures.minutes(45, language).replace(figures.number(45, language), "").strip()


def _parts(spans: list[Span]) -> list[list[Span]]:
    """A text's paragraphs, which blank lines or line ends divide."""
    parts: list[list[Span]] = [[]]
    for text, style in spans:
        first, *others = [line.strip(" \t\r") for line in text.split("\n")]
        parts[-1].append(Span(first, style))
        parts += [[Span(line, style)] for line in others]
    return [part for part in parts if any(text for text, _ in part)]


def _spaced(cell: Cell, gap: float) -> Cell:
    """Paragraphs with a gap between them; the items of a list follow closely."""
    kinds = [_is_item(piece) for piece in cell]
    close = [True, *(before and here for before, here in pairwise(kinds))]
    return tuple(
        piece._replace(gap=0.0 if is_close else gap)
        for piece, is_close in zip(cell, close, strict=bool(cell))
    )


def _is_item(piece: Piece) -> bool:
    return piece.block.lines[0].text[:1] in _BULLETS if piece.block.lines else False


def _stacked(rows: list[Row]) -> Cell:
    """The cells of rows of one column as one cell, which starts without a gap."""
    pieces: list[Piece] = []
    for row in rows:
        gap = row.gap if pieces else 0.0
        for piece in row.cells[-1]:
            pieces.append(piece._replace(gap=piece.gap + gap))
            gap = 0.0
    return tuple(pieces)
