"""ReportLab's canvas, made to write every page as soon as it is done.

ReportLab keeps a whole document in memory and formats it at the end, and its first font slips
Helvetica in. Here its canvas collects operators and images, and a page goes to the file at once.
"""
# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false
# pyright: reportUnknownVariableType=false, reportUnknownArgumentType=false
# pyright: reportAttributeAccessIssue=false, reportIncompatibleVariableOverride=false

from reportlab import rl_config
from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from desktop.documents.typesetting import making, pictures
from desktop.documents.typesetting.drawing import Drawing
from desktop.documents.typesetting.pdffile import File

rl_config.invariant = 1
rl_config.useA85 = 0


class _Registry(pdfdoc.PDFDocument):
    """ReportLab's register of images, which numbers them in a File and writes them there."""

    def __init__(self, file: File) -> None:
        self._file = file
        self._formatted = 0
        super().__init__(compression=1, invariant=1)

    @property
    def objectcounter(self) -> int:
        return self._file.count

    @objectcounter.setter
    def objectcounter(self, value: int) -> None:
        self._file.count = max(value, self._file.count)

    def write_images(self) -> None:
        """Write what pages have used for the first time; keep only what is asked for again."""
        for name in list(self.idToObject)[self._formatted :]:
            thing = self.idToObject[name]
            if isinstance(thing, pdfdoc.PDFImageXObject):
                number: int = self.idToObjectNumberAndVersion[name][0]
                self._file.put_formatted(number, pdfdoc.format(thing, self, toplevel=1))
                thing.streamContent = b""
        self._formatted = len(self.idToObject)

    def number_of(self, name: str) -> int:
        """The object number of an image."""
        return self.idToObjectNumberAndVersion[name][0]


class PageCanvas(Canvas):
    """A ReportLab canvas whose pages go to a File as they are shown."""

    def __init__(self, file: File, size: tuple[float, float], *, opaque: bool) -> None:
        self._opaque = opaque
        super().__init__("", pagesize=size, invariant=1)
        self._doc: _Registry = _Registry(file)
        self.file = file
        self.fonts, self.tree = file.number(), file.number()
        self.page_numbers: list[int] = []
        self.current = file.number()  # the page being drawn
        self._drawings: dict[int, tuple[str, int]] = {}  # name and number, by identity
        self._shown: dict[str, int] = {}  # of the page being drawn

    def _make_preamble(self) -> None:
        self._preamble = ""

    @property
    def sheet(self) -> tuple[float, float]:
        """Width and height of the page being drawn, in points."""
        return self._pagesize

    @property
    def operators(self) -> list[str]:
        """The content stream of the page being drawn."""
        return self._code

    def showPage(self, entries: bytes = b"") -> None:  # noqa: N802
        """Write the page with further entries of its dictionary."""
        file = self.file
        self._doc.write_images()
        content = file.number()
        file.put_stream(content, b"", "\n".join(self._code).encode("latin-1"))
        names = dict.fromkeys(map(pdfdoc.xObjectName, self._formsinuse))
        things = {name: self._doc.number_of(name) for name in names} | self._shown
        self._shown = {}
        images = b"".join(b"/%b %d 0 R" % (name.encode(), at) for name, at in things.items())
        file.put(
            self.current,
            b"<</Type/Page/Parent %d 0 R/MediaBox[0 0 %b %b]/Contents %d 0 R"
            b"/Resources<</Font %d 0 R%b>>%b>>"
            % (
                self.tree,
                b"%.3f" % self._pagesize[0],
                b"%.3f" % self._pagesize[1],
                content,
                self.fonts,
                b"/XObject<<%b>>" % images if images else b"",
                entries,
            ),
        )
        self.page_numbers.append(self.current)
        self.current = file.number()
        self._startPage()

    def picture(self, box: tuple[float, float, float, float], data: bytes, *, crop: bool) -> None:
        """An image in a box (left, bottom, width, height): whole, or filling it (crop)."""
        left, bottom, width, height = box
        grey = making.current().grey
        reader = pictures.prepared(data, width, height, self._opaque, grey)
        own_width, own_height = reader.getSize()
        scale = (max if crop else min)(width / own_width, height / own_height)
        wide, high = own_width * scale, own_height * scale
        self.saveState()
        self._code.append(f"{left:.2f} {bottom:.2f} {width:.2f} {height:.2f} re W n")
        x, y = left + (width - wide) / 2, bottom + (height - high) / 2
        self.drawImage(reader, x, y, wide, high, mask="auto")
        self.restoreState()

    def drawing(self, x: float, bottom: float, drawing: Drawing) -> None:
        """A drawing, written at its first place and shown at every other."""
        known = self._drawings.get(id(drawing))
        if known is None:
            number = self.file.number()
            box = b"/Type/XObject/Subtype/Form/BBox[0 0 %.2f %.2f]"
            code = drawing.operators().encode("ascii")
            self.file.put_stream(number, box % (drawing.width, drawing.height), code)
            known = self._drawings[id(drawing)] = f"Dr{number}", number
        self._shown[known[0]] = known[1]
        self._code.append(f"q 1 0 0 1 {x:.2f} {bottom:.2f} cm /{known[0]} Do Q")

    def close(self, font_numbers: dict[str, int]) -> None:
        """Write the fonts that pages name and the page tree."""
        fonts = b"".join(b"/%b %d 0 R" % (n.encode(), at) for n, at in font_numbers.items())
        self.file.put(self.fonts, b"<<%b>>" % fonts)
        kids = b" ".join(b"%d 0 R" % number for number in self.page_numbers)
        count = len(self.page_numbers)
        self.file.put(self.tree, b"<</Type/Pages/Count %d/Kids[%b]>>" % (count, kids))
