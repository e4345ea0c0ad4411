"""Arithmetic of cropping: a frame of a fixed ratio that stays within a picture. All in pixels."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Crop:
    """The part of a picture that is kept: its upper left corner, its width and height."""

    x: float
    y: float
    width: float
    height: float

    @property
    def box(self) -> tuple[int, int, int, int]:
        """Left, upper, right, lower edge in whole pixels."""
        left, top = round(self.x), round(self.y)
        return left, top, left + max(round(self.width), 1), top + max(round(self.height), 1)


@dataclass(frozen=True, slots=True)
class Field:
    """A picture of `width` × `height`, cropped to `ratio`: width by height, 0 for all of it."""

    width: int
    height: int
    ratio: float

    @property
    def largest(self) -> Crop:
        """The largest frame; where the picture is taller, a little above its middle."""
        if not self.ratio:
            return Crop(0, 0, self.width, self.height)
        width = min(self.width, self.height * self.ratio)
        height = width / self.ratio
        return Crop((self.width - width) / 2, (self.height - height) / 3, width, height)

    @property
    def least(self) -> float:
        """The smallest width of a frame."""
        return min(self.largest.width, max(self.largest.width / 10, 24))

    def moved(self, crop: Crop, right: float, down: float) -> Crop:
        """The frame moved, as far as the picture reaches."""
        x = min(max(crop.x + right, 0), self.width - crop.width)
        y = min(max(crop.y + down, 0), self.height - crop.height)
        return Crop(x, y, crop.width, crop.height)

    def resized(self, crop: Crop, factor: float) -> Crop:
        """The frame larger or smaller about its middle, and still within the picture."""
        if not self.ratio:
            return crop
        width = min(max(crop.width * factor, self.least), self.largest.width)
        height = width / self.ratio
        x = crop.x + (crop.width - width) / 2
        y = crop.y + (crop.height - height) / 2
        return self.moved(Crop(x, y, width, height), 0, 0)
