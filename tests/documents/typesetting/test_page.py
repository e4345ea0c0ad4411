"""Where things stand on a page, as a reader of the page measures it."""

import io

import pypdfium2
import pytest
from PIL import Image

from desktop.documents.typesetting.document import Document, Page, mm
from desktop.documents.typesetting.page import Align
from desktop.documents.typesetting.paragraph import Paragraph
from desktop.documents.typesetting.style import Style

BODY = Style("sans", size=20, leading=24, language="es")
SIZE = (300.0, 200.0)


class Sheet:
    """A page to draw on; afterwards its picture at one pixel a point, and where its text is."""

    def __enter__(self) -> Page:
        self.stream = io.BytesIO()
        self.document = Document(self.stream, title="x", languages=["es"], size=SIZE)
        return self.document.page()

    def __exit__(self, *failure: object) -> None:
        self.document.close()
        opened = pypdfium2.PdfDocument(self.stream.getvalue())
        self.picture = opened[0].render(scale=2).to_pil().convert("RGB").resize((300, 200))
        text = opened[0].get_textpage()
        boxes = [text.get_charbox(at, loose=False) for at in range(text.count_chars())]
        self.inked = [box for box in boxes if box[2] - box[0] > 0.5 and box[3] - box[1] > 0.5]
        opened.close()

    @property
    def left(self) -> float:
        return min(box[0] for box in self.inked)

    @property
    def right(self) -> float:
        return max(box[2] for box in self.inked)


def test_text_stands_on_its_baseline():
    sheet = Sheet()
    with sheet as page:
        width = page.text(50, 100, "HHH", BODY)
    assert min(box[1] for box in sheet.inked) == pytest.approx(100, abs=0.3)  # from the bottom
    assert sheet.left == pytest.approx(50, abs=2.5)
    assert sheet.right == pytest.approx(50 + width, abs=2.5)


@pytest.mark.parametrize(("anchor", "edge"), [("left", 150), ("centre", None), ("right", 150)])
def test_anchors(anchor: str, edge: float | None):
    sheet = Sheet()
    with sheet as page:
        page.text(150, 100, "HHH", BODY, anchor=anchor)  # type: ignore[arg-type]
    if edge is None:
        assert (sheet.left + sheet.right) / 2 == pytest.approx(150, abs=1)
    else:
        assert (sheet.left if anchor == "left" else sheet.right) == pytest.approx(edge, abs=2.5)


@pytest.mark.parametrize(
    ("language", "align", "at_left"),
    [
        *(("es", "start", True), ("es", "end", False)),
        *(("ar", "start", False), ("ar", "end", True)),
    ],
)
def test_alignment_follows_the_direction(language: str, align: Align, at_left: bool):
    sheet = Sheet()
    text = "محاضرة" if language == "ar" else "HHH"
    with sheet as page:
        page.block(50, 100, Paragraph(text, BODY.but(language=language)).set(200), align=align)
    if at_left:
        assert sheet.left == pytest.approx(50, abs=3)
    else:
        assert sheet.right == pytest.approx(250, abs=3)


def test_lines_are_a_leading_apart():
    sheet = Sheet()
    with sheet as page:
        after = page.block(50, 50, Paragraph("HHH\nHHH\nHHH", BODY).set(200))
    assert after == 50 + 3 * 24
    feet = sorted({round(box[1]) for box in sheet.inked})
    assert feet == [200 - 98, 200 - 74, 200 - 50]


def test_an_opening_quotation_mark_hangs_out():
    lefts: list[float] = []
    for hang in (0.0, 1.0):
        sheet = Sheet()
        with sheet as page:
            page.block(100, 100, Paragraph("«HHH", BODY).set(150), hang=hang)
        lefts.append(sheet.left)
    assert lefts[0] - lefts[1] == pytest.approx(0.43 * 20, abs=1.5)  # the width of «


def test_shapes_are_where_they_are_said_to_be():
    sheet = Sheet()
    with sheet as page:
        page.rectangle(20, 30, 40, 20, fill="#A8772A")
        page.rectangles([(100, 30, 10, 10), (120, 30, 10, 10)], fill="#17365D")
        page.circle(200, 50, 15, fill="#FF0000")
        page.polygon([(240, 40), (280, 40), (260, 80)], fill="#00FF00")
        page.rule(20, 150, 280, 150, "#0000FF", 4)
    at = sheet.picture.getpixel
    assert at((40, 40)) == (168, 119, 42)
    assert at((40, 60)) == (255, 255, 255)
    assert at((105, 35)) == at((125, 35)) == (23, 54, 93)
    assert at((115, 35)) == (255, 255, 255)
    assert at((200, 50)) == (255, 0, 0)
    assert at((212, 62)) == (255, 255, 255)
    assert at((260, 55)) == (0, 255, 0)
    assert at((150, 150)) == (0, 0, 255)


@pytest.mark.parametrize("crop", [True, False])
def test_images_fill_their_box_or_stand_in_it(crop: bool):
    stream = io.BytesIO()
    Image.new("RGB", (100, 50), (10, 200, 10)).save(stream, "PNG")
    sheet = Sheet()
    with sheet as page:
        page.image(50, 50, 100, 100, stream.getvalue(), crop=crop)
    at = sheet.picture.getpixel
    assert at((100, 100)) == (10, 200, 10)
    assert at((100, 60)) == ((10, 200, 10) if crop else (255, 255, 255))
    assert at((100, 40)) == at((40, 100)) == (255, 255, 255)


def test_turning_and_clipping_end_with_their_block():
    sheet = Sheet()
    with sheet as page:
        with page.turned(150, 100, 180):
            page.rectangle(150, 100, 50, 20, fill="#FF0000")
        with page.clipped(20, 20, 10, 10):
            page.rectangle(0, 0, 100, 50, fill="#0000FF")
        page.rectangle(250, 150, 20, 20, fill="#00FF00")
    at = sheet.picture.getpixel
    assert at((130, 90)) == (255, 0, 0)
    assert at((170, 110)) == (255, 255, 255)
    assert at((25, 25)) == (0, 0, 255)
    assert at((50, 25)) == (255, 255, 255)
    assert at((260, 160)) == (0, 255, 0)


def test_millimetres():
    assert mm(25.4) == 72
