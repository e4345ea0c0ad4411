"""Names set large: on badges, cards and signs that stand beside one another.

A name breaks first between given and family names, then at spaces, last at a hyphen; it is never
cut. What stands together shares one size: the largest at which nearly all names hold. Whoever
has a longer name takes the largest size below it that holds theirs; a little smaller, where the
family name then has lines of its own.
"""

from collections.abc import Callable, Sequence
from enum import IntEnum
from typing import NamedTuple

from desktop.documents.typesetting.lines import Block
from desktop.documents.typesetting.paragraph import Fitted, Paragraph, fit

NEARLY_ALL = 0.9
KEPT = 0.75
"""How much smaller a name may be for the sake of its family name's own lines."""


class Hold(IntEnum):
    """How a name holds at a size."""

    NOT = 0
    """It has not the room, or needs too many lines."""
    BROKEN = 1
    """It has room, but a word is broken by force."""
    WHOLE = 2
    APART = 3
    """Whole, and what stands on several lines has the family name on lines of its own."""


Holds = Callable[[int, float], Hold]
"""How a name (by its index) holds at a size."""


class SetName(NamedTuple):
    """A name at a size."""

    block: Block
    size: float
    hold: Hold


def shared_sizes(sizes: Sequence[float], count: int, holds: Holds) -> list[float]:
    """The size of each of `count` names.

    `sizes` are the steps, the largest first. A name that holds whole at none is broken by force at
    the largest size that holds it so, else it takes the smallest.
    """
    steps = [_step(sizes, holds, index) for index in range(count)]
    common = sorted(steps)[max(0, int(count * NEARLY_ALL) - 1)] if steps else 0
    return [sizes[max(step, common)] for step in steps]


def _step(sizes: Sequence[float], holds: Holds, index: int) -> int:
    broken = len(sizes) - 1
    for step, size in enumerate(sizes):
        hold = holds(index, size)
        if hold is Hold.APART:
            return step
        if hold is Hold.WHOLE:
            lower = (at for at in range(step + 1, len(sizes)) if sizes[at] >= KEPT * size)
            return next((at for at in lower if holds(index, sizes[at]) is Hold.APART), step)
        if hold is Hold.BROKEN:
            broken = min(broken, step)
    return broken


def set_name(
    name: Paragraph,
    width: float,
    size: float,
    *,
    lines: int,
    room: float | None = None,
    leading: float = 1.2,
) -> SetName:
    """A name in at most so many lines; `room` is its height, without it it takes what it needs.

    Where one line is not enough the family name begins one, if that is not a line too many.
    """

    def at(text: Paragraph) -> Fitted:
        return fit([text], width, [size], lines=lines, height=room, leading=leading)

    whole = at(name)
    if len(whole.blocks[0].lines) == 1 or not name.seams:
        return SetName(whole.blocks[0], size, _held(whole, lines, room))
    apart = at(_apart(name))
    held = _held(apart, lines, room)
    if held is Hold.NOT:
        return SetName(whole.blocks[0], size, Hold.WHOLE if whole.fits else Hold.NOT)
    spaced = [line._replace(text=line.text.replace("\n", " ")) for line in apart.blocks[0].lines]
    return SetName(apart.blocks[0]._replace(lines=tuple(spaced)), size, held)


def set_names(
    names: Sequence[Paragraph],
    width: float,
    sizes: Sequence[float],
    *,
    lines: Callable[[float], int],
    rooms: Sequence[float] | None = None,
    leading: float = 1.2,
) -> list[SetName]:
    """Names (`Wording.name_paragraph`) that share a size, on which `lines` may depend.

    `rooms` has the height that each name has; without it one may take what it needs.
    """

    def at(index: int, size: float) -> SetName:
        most, room = lines(size), rooms[index] if rooms else None
        return set_name(names[index], width, size, lines=most, room=room, leading=leading)

    chosen = shared_sizes(sizes, len(names), lambda index, size: at(index, size).hold)
    return [at(index, size) for index, size in enumerate(chosen)]


def _held(fitted: Fitted, lines: int, room: float | None) -> Hold:
    """How a name holds that parts where it should, or has one part only."""
    (block,) = fitted.blocks
    if fitted.fits:
        return Hold.APART
    has_room = room is None or block.height <= room
    return Hold.BROKEN if block.overflows and has_room and len(block.lines) <= lines else Hold.NOT


def _apart(name: Paragraph) -> Paragraph:
    """The name with its family name on lines of its own."""
    at = name.seams[0]
    text = f"{name.text[:at].rstrip()}\n{name.text[at:]}"
    return Paragraph(text, name.style, setting="name", rtl=name.rtl)
