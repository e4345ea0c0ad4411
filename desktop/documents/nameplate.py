"""Names set large: on badges, cards and signs that stand beside one another.

A name breaks first between given and family names, then at spaces, last at a hyphen; it is never
cut. What stands together shares one size: the largest at which nearly all names hold. Whoever
has a longer name takes the largest size below it that holds theirs.
"""

from collections.abc import Callable, Sequence

from desktop.documents.typesetting.paragraph import Fitted, Paragraph, fit

NEARLY_ALL = 0.9


Fits = Callable[[int, float], bool]
"""Whether a name (by its index) holds at a size."""


def shared_sizes(
    sizes: Sequence[float], count: int, fits: Fits, broken: Fits | None = None
) -> list[float]:
    """The size of each of `count` names.

    `sizes` are the steps, the largest first. A name that holds at none is broken by force at the
    largest size that holds it so (`broken`), else at the smallest.
    """
    every = range(len(sizes))

    def step(index: int) -> int:
        ways = (fits, broken) if broken else (fits,)
        held = (step for way in ways for step in every if way(index, sizes[step]))
        return next(held, len(sizes) - 1)

    steps = [step(index) for index in range(count)]
    common = sorted(steps)[max(0, int(count * NEARLY_ALL) - 1)] if steps else 0
    return [sizes[max(step, common)] for step in steps]


def fit_names(
    names: Sequence[Paragraph],
    width: float,
    sizes: Sequence[float],
    *,
    lines: int | Callable[[float], int],
    heights: Sequence[float] | None = None,
    leading: float = 1.2,
) -> list[Fitted]:
    """Names (`Wording.name_paragraph`) that share a size; the arguments are those of `fit`.

    `heights` has the room of each name; without it, one may take what it needs.
    """

    def at(index: int, size: float) -> Fitted:
        room = heights[index] if heights else None
        return fit([names[index]], width, [size], lines=lines, height=room, leading=leading)

    def fits(index: int, size: float) -> bool:
        return at(index, size).fits

    def broken(index: int, size: float) -> bool:
        return heights is not None and at(index, size).blocks[0].height <= heights[index]

    chosen = shared_sizes(sizes, len(names), fits, broken)
    return [at(index, size) for index, size in enumerate(chosen)]
