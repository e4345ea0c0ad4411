"""What a report says to somebody who has one minute: the talks that mattered, a word or two."""

from collections.abc import Iterator

from desktop.documents import coverage
from desktop.documents.sections import SMALL, Spread
from desktop.documents.tokens import NAVY
from desktop.documents.typesetting.entries import Text
from desktop.documents.typesetting.frames import Item
from desktop.documents.typesetting.rows import aligned
from desktop.documents.typesetting.style import Style
from desktop.domain.slot import Slot, SlotKind, SlotStatus
from desktop.language.translation import msgid

TALK = Style("serif", 600, size=9.8, leading=12, colour=NAVY)
_WEIGHT = (
    *(SlotKind.KEYNOTE, SlotKind.ROUND_TABLE, SlotKind.PANEL, SlotKind.SIGNING),
    *(SlotKind.LECTURE, SlotKind.OPENING, SlotKind.CLOSING, SlotKind.WORKSHOP),
)
"""The kinds of slot that a summary names, those that matter most first."""
TALKS, QUOTATIONS = 6, 2
"""The most that it names."""


def highlights(spread: Spread, room: float) -> Iterator[Item]:
    """Talks and quotations under their headings, as many as stand in `room` points."""
    quotations = list(coverage.quotations(spread))[:QUOTATIONS]
    talks = [item for slot in _talks(spread) if (item := _talk(spread, slot))]
    for head, items in (
        (spread.head(msgid("The programme in brief")), talks),
        (spread.heads(msgid("What was said")), quotations),
    ):
        room -= head.height
        waiting: list[Item] = [head]
        for item in items:
            if item.height > room:
                break
            room -= item.height
            yield from (*waiting, item)
            waiting = []
        room += head.height if waiting else 0


def _talks(spread: Spread) -> list[Slot]:
    """The talks that matter most, in the order of the programme."""
    found = [
        slot
        for slot in spread.dossier.slots
        if slot.kind in _WEIGHT and slot.speakers and slot.status is not SlotStatus.CANCELLED
    ]
    chosen = sorted(found, key=lambda slot: _WEIGHT.index(slot.kind))[:TALKS]
    return [slot for slot in found if slot in chosen]


def _talk(spread: Spread, slot: Slot) -> Item | None:
    """Title and names in every language."""
    style = spread.look(TALK)
    titles = [[w.paragraph(w.heading(slot), style, "title")] for w in spread.wordings]
    people = [spread.dossier.people.get(one.person_id) for one in slot.speakers]
    names = [[w.names_paragraph(filter(None, people), SMALL)] for w in spread.wordings]
    rows = (aligned(titles, spread.columns, role="H3"), aligned(names, spread.columns))
    found = tuple(row for row in rows if row is not None)
    return Text(found, spread.columns, 7) if found else None
