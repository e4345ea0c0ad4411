"""Drawings of many lines, which a file holds once though every page may show them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from desktop.documents.typesetting import ink

Line = Sequence[tuple[float, float]]


class Layer(NamedTuple):
    """Lines through points (x, y), of one colour and thickness."""

    lines: Sequence[Line]
    colour: str
    thickness: float


@dataclass(frozen=True, slots=True, eq=False)
class Drawing:
    """Lines on an area of `width` by `height`, in points from its upper left corner."""

    width: float
    height: float
    layers: Sequence[Layer]

    def operators(self) -> str:
        """What draws it from its lower left corner."""
        return "\n".join(self._layer(layer) for layer in self.layers)

    def _layer(self, layer: Layer) -> str:
        pen = f"{ink.colour(layer.colour)} RG {layer.thickness:.4g} w 1 j"
        return "\n".join([pen, *map(self._path, layer.lines), "S"])

    def _path(self, line: Line) -> str:
        points = [f"{x:.2f} {self.height - y:.2f}" for x, y in line]
        return f"{points[0]} m " + " ".join([f"{point} l" for point in points[1:]])
