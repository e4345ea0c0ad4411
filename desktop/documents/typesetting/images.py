"""Pictures into the file, as ReportLab writes them; it is loaded by the first picture.

ReportLab keeps a whole document in memory and formats it at the end. Here its canvas draws
nothing but pictures, and these go to the file with the page that shows them first.
"""
# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false
# pyright: reportUnknownVariableType=false, reportUnknownArgumentType=false
# pyright: reportAttributeAccessIssue=false, reportIncompatibleVariableOverride=false

from weakref import WeakKeyDictionary

from reportlab import rl_config
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

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
        while self._file.count < value:
            self._file.number()

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


class Images(Canvas):
    """A ReportLab canvas that draws images and writes them to a File."""

    def __init__(self, file: File) -> None:
        super().__init__("", invariant=1)
        self._doc: _Registry = _Registry(file)
        self._names = WeakKeyDictionary[ImageReader, str]()

    def _make_preamble(self) -> None:
        self._preamble = ""

    def draw(self, reader: ImageReader, x: float, y: float, width: float, height: float) -> str:
        """The operators that show an image.

        ReportLab would digest all of its pixels every time to know it again.
        """
        name = self._names.get(reader)
        if name is None:
            self.drawImage(reader, 0, 0, 1, 1, mask="auto")
            name = self._names[reader] = self._formsinuse.pop()
            self._code: list[str] = []
        self._formsinuse.append(name)
        shown = pdfdoc.xObjectName(name)
        return f"{width:.6g} 0 0 {height:.6g} {x:.6g} {y:.6g} cm /{shown} Do"

    def end_page(self) -> dict[str, int]:
        """Write what is new on a page; names and object numbers of all that it shows."""
        self._doc.write_images()
        names = dict.fromkeys(map(pdfdoc.xObjectName, self._formsinuse))
        self._formsinuse: list[str] = []
        return {name: self._doc.number_of(name) for name in names}
