"""The operators of pages, each of which goes to the file as soon as it is done."""

from collections.abc import Callable
from math import cos, radians, sin
from typing import TYPE_CHECKING

from desktop.documents.typesetting import making
from desktop.documents.typesetting.drawing import Drawing
from desktop.documents.typesetting.pdffile import File

if TYPE_CHECKING:
    from desktop.documents.typesetting.images import Images


class PageCanvas:
    """Collects the operators of a page; `sheet` is its width and height in points.

    `operators` are the content stream so far, `current` the object number of the page.
    """

    def __init__(self, file: File, size: tuple[float, float], *, opaque: bool) -> None:
        self.file, self.sheet, self._opaque = file, size, opaque
        self.fonts, self.tree = file.number(), file.number()
        self.page_numbers: list[int] = []
        self.operators: list[str] = []
        self.current = file.number()
        self._forms: dict[object, tuple[str, int]] = {}  # name and number of what is shown again
        self._shown: dict[str, int] = {}  # of the page being drawn
        self._images: Images | None = None

    def end_page(self, entries: bytes = b"") -> None:
        """Write the page with further entries of its dictionary."""
        file = self.file
        content = file.number()
        things = _named(self._things())
        file.put_stream(content, b"", "\n".join(self.operators).encode("latin-1"))
        file.put(
            self.current,
            b"<</Type/Page/Parent %d 0 R/MediaBox[0 0 %.3f %.3f]/Contents %d 0 R"
            b"/Resources<</Font %d 0 R%b>>%b>>"
            % (self.tree, *self.sheet, content, self.fonts, things, entries),
        )
        self.page_numbers.append(self.current)
        self.current, self.operators, self._shown = file.number(), [], {}

    def save(self) -> None:
        """Keep the graphics state until it is restored."""
        self.operators.append("q")

    def restore(self) -> None:
        """Go back to the graphics state that was kept last."""
        self.operators.append("Q")

    def translate(self, x: float, y: float) -> None:
        """Move what follows to the right and up."""
        self.operators.append(f"1 0 0 1 {x:.6g} {y:.6g} cm")

    def rotate(self, degrees: float) -> None:
        """Turn what follows counter-clockwise about the origin."""
        along, up = cos(radians(degrees)), sin(radians(degrees))
        self.operators.append(f"{along:.6f} {up:.6f} {-up:.6f} {along:.6f} 0 0 cm")

    def scale(self, by: float) -> None:
        """Magnify what follows."""
        self.operators.append(f"{by:.6g} 0 0 {by:.6g} 0 0 cm")

    def picture(self, box: tuple[float, float, float, float], data: bytes, *, crop: bool) -> None:
        """An image in a box (left, bottom, width, height): whole, or filling it (crop)."""
        from desktop.documents.typesetting import pictures
        from desktop.documents.typesetting.images import Images

        left, bottom, width, height = box
        grey = making.current().grey
        reader = pictures.prepared(data, width, height, self._opaque, grey)
        own_width, own_height = reader.getSize()
        scale = (max if crop else min)(width / own_width, height / own_height)
        wide, high = own_width * scale, own_height * scale
        x, y = left + (width - wide) / 2, bottom + (height - high) / 2
        self._images = self._images or Images(self.file)
        shown = self._images.draw(reader, x, y, wide, high)
        clip = f"{left:.2f} {bottom:.2f} {width:.2f} {height:.2f} re W n"
        self.operators += ["q", clip, shown, "Q"]

    def drawing(self, x: float, bottom: float, drawing: Drawing) -> None:
        """A drawing, written at its first place and shown at every other."""
        known = self._forms.get(drawing)
        if known is None:
            number = self.file.number()
            box = b"/Type/XObject/Subtype/Form/BBox[0 0 %.2f %.2f]"
            code = drawing.operators().encode("ascii")
            self.file.put_stream(number, box % (drawing.width, drawing.height), code)
            known = self._forms[drawing] = f"Dr{number}", number
        self._shown[known[0]] = known[1]
        self.operators.append(f"q 1 0 0 1 {x:.2f} {bottom:.2f} cm /{known[0]} Do Q")

    def stamp(self, key: object, size: tuple[float, float], paint: Callable[[], object]) -> None:
        """What `paint` draws on an area of a size, written once for each key."""
        known = self._forms.get(key)
        if known is None:
            known = self._forms[key] = self._stamped(size, paint)
        self._shown[known[0]] = known[1]
        # A form goes on with the state of the page, but was painted as if nothing were set.
        self.operators.append(f"q 0 Tc 0 Ts /{known[0]} Do Q")

    def _stamped(self, size: tuple[float, float], paint: Callable[[], object]) -> tuple[str, int]:
        page = self.operators, self._things()
        self.operators, self._shown = [], {}
        paint()
        number, things = self.file.number(), _named(self._things())
        entries = b"/Type/XObject/Subtype/Form/BBox[0 0 %.3f %.3f]/Resources<</Font %d 0 R%b>>"
        code = "\n".join(self.operators).encode("latin-1")
        self.file.put_stream(number, entries % (*size, self.fonts, things), code)
        self.operators, self._shown = page
        return f"St{number}", number

    def _things(self) -> dict[str, int]:
        """Names and numbers of what was shown so far on the page or in the form being drawn."""
        if self._images is not None:
            self._shown |= self._images.end_page()
        return self._shown

    def close(self, font_numbers: dict[str, int]) -> None:
        """Write the fonts that pages name and the page tree."""
        fonts = b"".join(b"/%b %d 0 R" % (n.encode(), at) for n, at in font_numbers.items())
        self.file.put(self.fonts, b"<<%b>>" % fonts)
        kids = b" ".join(b"%d 0 R" % number for number in self.page_numbers)
        count = len(self.page_numbers)
        self.file.put(self.tree, b"<</Type/Pages/Count %d/Kids[%b]>>" % (count, kids))


def _named(things: dict[str, int]) -> bytes:
    """The entry of a resource dictionary for drawings and images."""
    named = b"".join([b"/%b %d 0 R" % (name.encode(), at) for name, at in things.items()])
    return b"/XObject<<%b>>" % named if named else b""
