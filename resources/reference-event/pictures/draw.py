"""Draws the reference event's pictures: emblems, portraits and scenes of nobody in particular.

`python draw.py` writes them beside this file. All are ours; none is a coat of arms or a face.
"""

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

from PIL import Image, ImageDraw

NAVY, OCHRE, WHITE = "#17365D", "#A8772A", "#FFFFFF"
BLUE_TINT, OCHRE_TINT = ("#DAE2EB", "#9FB0C8"), ("#EAE2D1", "#C4AC7C")
SLATE_TINT, SAND_TINT = ("#D5DDE6", "#8A9FB8"), ("#EDE7DA", "#B3945A")
FINER = 4  # drawn larger, then reduced: smooth edges

Canvas = ImageDraw.ImageDraw


def picture(
    name: str, width: int, height: int, ground: str, draw: Callable[[Canvas], None]
) -> None:
    """Draw on a canvas `FINER` times as large as the picture, and save it."""
    transparent = not ground
    large = Image.new("RGBA", (width * FINER, height * FINER), ground or "#FFFFFF00")
    draw(ImageDraw.Draw(large))
    small = large.resize((width, height), Image.Resampling.LANCZOS)
    finished = small if transparent else small.convert("RGB")
    finished.save(Path(__file__).with_name(name), optimize=True, dpi=(600, 600))


def scaled(unit: float, points: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """Points of a drawing in its own units, in pixels of the canvas."""
    return [(x * unit, y * unit) for x, y in points]


def embassy(canvas: Canvas) -> None:
    """A house with columns in a double ring; 46 units wide."""
    unit = 480 * FINER / 46

    def ring(radius: float, **colours: str | int) -> None:
        box = scaled(unit, [(23 - radius, 23 - radius), (23 + radius, 23 + radius)])
        canvas.ellipse([*box[0], *box[1]], **colours)  # type: ignore[arg-type]

    ring(22.4, fill=NAVY)
    ring(21.4, fill=WHITE)
    ring(19.4, fill=NAVY)
    canvas.polygon(scaled(unit, [(23, 11), (10.6, 17.4), (35.4, 17.4)]), fill=WHITE)
    for left in (12.2, 18.4, 24.6, 30.8):
        canvas.rectangle(scaled(unit, [(left, 19), (left + 3, 28.4)]), fill=WHITE)
    canvas.rectangle(scaled(unit, [(11.4, 30), (34.6, 32.6)]), fill=OCHRE)


def university(canvas: Canvas) -> None:
    """An open book under a dot, in a shield; 46 units wide."""
    unit = 480 * FINER / 46
    for inset, colour in ((0.0, NAVY), (1.1, WHITE)):
        canvas.polygon(scaled(unit, shield(inset)), fill=colour)
    canvas.polygon(scaled(unit, [(23, 31), (10, 26), (10, 13), (23, 18)]), fill=NAVY)
    canvas.polygon(scaled(unit, [(23, 31), (36, 26), (36, 13), (23, 18)]), fill=OCHRE)
    top, bottom = scaled(unit, [(20.3, 7.8), (25.7, 13.2)])
    canvas.ellipse([*top, *bottom], fill=NAVY)


def shield(inset: float) -> list[tuple[float, float]]:
    """The outline of a shield, drawn in by `inset`: straight sides, then a curve to the point."""
    left, right, top, tip = 3 + inset, 43 - inset, 3 + inset, 44 - 1.2 * inset
    steps = [step / 24 for step in range(25)]

    def curve(side: float) -> list[tuple[float, float]]:
        corners = [
            (side, 25.0),
            (side, 36 - 0.7 * inset),
            (23 + (side - 23) * 0.55, 41 - 1.1 * inset),
            (23.0, tip),
        ]
        return [bezier(corners, step) for step in steps]

    return [(left, top), (right, top), *curve(right), *reversed(curve(left))]


def bezier(corners: list[tuple[float, float]], t: float) -> tuple[float, float]:
    """A point of a curve between its corners, 0 <= t <= 1."""
    while len(corners) > 1:
        corners = [
            (a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t) for a, b in pairwise(corners)
        ]
    return corners[0]


def bust(canvas: Canvas, centre: float, base: float, size: float, colour: str) -> None:
    """Head, neck and shoulders; `size` is the width of the shoulders, in pixels."""
    head, top = size * 0.25, base - size * 1.06
    canvas.ellipse([centre - head, top, centre + head, top + size * 0.62], fill=colour)
    canvas.rectangle(
        [centre - size * 0.11, base - size * 0.6, centre + size * 0.11, base - size * 0.3],
        fill=colour,
    )
    shoulders = [centre - size / 2, base - size * 0.46, centre + size / 2, base + size * 0.45]
    canvas.rounded_rectangle(shoulders, radius=size * 0.36, fill=colour)


def portrait(name: str, tint: tuple[str, str]) -> None:
    """A portrait of nobody: 18.5 × 23 mm at 600 dots an inch."""
    ground, colour = tint

    def draw(canvas: Canvas) -> None:
        bust(canvas, 218 * FINER, 488 * FINER, 372 * FINER, colour)

    picture(name, 437, 543, ground, draw)


def screen(canvas: Canvas, box: tuple[int, int, int, int]) -> None:
    """A screen with a heading and a rising chart."""
    left, top, right, bottom = (edge * FINER for edge in box)
    canvas.rectangle([left, top, right, bottom], fill=WHITE)
    width, height = right - left, bottom - top
    canvas.rectangle(
        [left + width * 0.1, top + height * 0.14, left + width * 0.6, top + height * 0.2],
        fill=SLATE_TINT[1],
    )
    for bar, share in enumerate((0.1, 0.16, 0.26, 0.38, 0.5)):
        at = left + width * (0.14 + 0.15 * bar)
        colour = OCHRE if bar == 4 else SLATE_TINT[1]
        canvas.rectangle(
            [at, bottom - height * (0.12 + share), at + width * 0.09, bottom - height * 0.12],
            fill=colour,
        )


def audience(canvas: Canvas, width: int, height: int) -> None:
    """Rows of heads seen from behind."""
    for row, colour in enumerate(("#6F87A6", "#4F6A8D", "#2F4E75")):
        size, base = (46 + 12 * row) * FINER, (height - 62 + 30 * row) * FINER
        step = size * 1.22
        start = -size / 2 + (step / 2 if row % 2 else 0)
        for place in range(int(width * FINER / step) + 2):
            bust(canvas, start + place * step, base + size * 0.3, size, colour)


def lecture(canvas: Canvas) -> None:
    """Somebody at a lectern beside a screen."""
    screen(canvas, (300, 70, 620, 270))
    bust(canvas, 185 * FINER, 290 * FINER, 92 * FINER, SAND_TINT[1])
    canvas.polygon(
        [(x * FINER, y * FINER) for x, y in ((128, 258), (242, 258), (230, 400), (140, 400))],
        fill=NAVY,
    )
    audience(canvas, 803, 532)


def panel(canvas: Canvas) -> None:
    """Three persons at a table."""
    screen(canvas, (282, 46, 522, 176))
    for place, colour in enumerate((SLATE_TINT[1], SAND_TINT[1], SLATE_TINT[1])):
        bust(canvas, (232 + 170 * place) * FINER, 300 * FINER, 96 * FINER, colour)
    canvas.rectangle([130 * FINER, 286 * FINER, 674 * FINER, 352 * FINER], fill=NAVY)
    canvas.rectangle([118 * FINER, 276 * FINER, 686 * FINER, 292 * FINER], fill=OCHRE)
    audience(canvas, 803, 532)


if __name__ == "__main__":
    picture("emblem-embassy.png", 480, 480, "", embassy)
    picture("emblem-university.png", 480, 480, "", university)
    tints = (BLUE_TINT, OCHRE_TINT, SLATE_TINT, SAND_TINT)
    for number, tint in enumerate(tints, start=1):
        portrait(f"portrait-{number}.png", tint)
    picture("scene-lecture.png", 803, 532, OCHRE_TINT[0], lecture)
    picture("scene-panel.png", 803, 532, BLUE_TINT[0], panel)
