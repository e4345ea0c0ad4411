"""The finished file: tagged, archival, the same every time, nothing foreign in it."""

import io
import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from PIL import Image

from desktop.documents.typesetting.document import A5, Document
from desktop.documents.typesetting.finish import Archival
from desktop.documents.typesetting.page import Page, Stamp
from desktop.documents.typesetting.paragraph import Paragraph
from desktop.documents.typesetting.style import Span, Style

BODY = Style("serif", size=10, leading=13, language="es")
MOMENT = datetime(2026, 3, 12, 9, 30, tzinfo=UTC)
JARS = Path("/usr/share/java")
PREFLIGHT = [
    JARS / f"{name}.jar"
    for name in (
        *("preflight", "pdfbox2", "fontbox2", "xmpbox"),
        *("commons-logging", "jaxb-api", "javax.activation"),
    )
]


def picture(mode: str, kind: str, size: tuple[int, int] = (60, 40)) -> bytes:
    stream = io.BytesIO()
    colour = {"RGBA": (200, 30, 30, 128), "RGB": (30, 120, 40), "L": 90, "CMYK": (0, 90, 80, 10)}
    Image.new(mode, size, colour[mode]).save(stream, kind)
    return stream.getvalue()


def furniture(page: Page) -> None:
    """What every page shows: words, a rule, a picture."""
    page.text(60, 30, "EN CADA PÁGINA", BODY.but(tracking=0.8))
    page.rule(60, 36, 400, 36)
    with page.turned(450, 30, 90):
        page.image(440, 20, 20, 20, picture("RGB", "PNG"))


def write(target: io.BytesIO | Path, archival: Archival = "2b") -> None:
    """A document with everything in it."""
    with Document(
        target,
        title="Programa — Бағдарлама (2026)",
        languages=["es", "kk"],
        author="Embajada",
        subject="Jornada",
        created=MOMENT,
        archival=archival,
    ) as document:
        stamp = Stamp(furniture)
        for number in range(1, 4):
            page = document.page()
            page.stamp(stamp)
            page.bookmark(f"Día {number}", 0)
            page.bookmark("Мәжіліс залы", 1, 300)
            heading = Paragraph("Título «grande»", BODY.but(size=20, leading=24), setting="title")
            with document.tag("H1"):
                page.block(60, 60, heading.set(300))
            with document.tag("Table"):
                with document.tag("TR"):
                    with document.tag("TH", scope="Column"):
                        page.text(60, 100, "PROGRAMA", BODY.but(tracking=1.2))
                    with document.tag("TH", scope="Column", language="kk"):
                        page.text(260, 100, "БАҒДАРЛАМА", BODY.but(language="kk"))
                with document.tag("TR"):
                    with document.tag("TD"):
                        page.block(60, 120, Paragraph("La cooperación " * 9, BODY).set(150))
                    with document.tag("TD"):
                        spans = [Span("Ғылым ", BODY.but(language="kk")), Span("y", BODY)]
                        page.block(260, 120, Paragraph(spans).set(150))
                page.rule(60, 300, 400, 300)
            for at, (mode, kind) in enumerate(
                (("RGBA", "PNG"), ("RGB", "JPEG"), ("CMYK", "JPEG"))
            ):
                with document.tag("Figure", alt=f"Dibujo {at}"):
                    page.image(60 + 90 * at, 320, 80, 80, picture(mode, kind), crop=at == 1)
            page.rectangle(60, 420, 60, 40, fill="#A8772A", stroke="#17365D", radius=8)
            with page.turned(300, 500, 180):
                page.text(300, 500, "Vuelto", BODY)
            with document.artifact():
                page.text(300, 800, str(number), BODY, anchor="centre")
        document.attach("event.ics", b"BEGIN:VCALENDAR", mime="text/calendar", description="Cita")


@pytest.fixture(scope="module", params=["2b", "1b"])
def pdf(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("documents") / f"{request.param}.pdf"
    write(path, request.param)
    return path


def test_has_no_fault_that_qpdf_knows(pdf: Path):
    with pikepdf.open(pdf) as opened:
        assert opened.check_pdf_syntax() == []
        assert len(opened.pages) == 3


def test_embeds_every_font_and_brings_none_of_its_own(pdf: Path):
    with pikepdf.open(pdf) as opened:
        for page in opened.pages:
            fonts = page.Resources.Font
            assert len(fonts) > 0
            for font in fonts.values():
                assert font.Subtype == "/Type0"
                assert str(font.BaseFont)[7] == "+"  # a subset
                assert "/FontFile2" in font.DescendantFonts[0].FontDescriptor
                assert "/ToUnicode" in font


def test_says_what_it_is(pdf: Path):
    with pikepdf.open(pdf) as opened:
        root = opened.Root
        assert str(root.Lang) == "es"
        assert root.MarkInfo.Marked
        assert root.ViewerPreferences.DisplayDocTitle
        assert str(opened.docinfo.Title) == "Programa — Бағдарлама (2026)"
        assert str(opened.docinfo.CreationDate) == "D:20260312093000+00'00'"
        packet = root.Metadata.read_bytes().decode()
        assert "Programa — Бағдарлама (2026)" in packet
        # PDF/A-2 takes no attached file that is not PDF/A itself.
        part = {"1b": 1, "2b": 3}[pdf.stem]
        assert f"<pdfaid:part>{part}</pdfaid:part>" in packet
        profile = root.OutputIntents[0].DestOutputProfile.read_bytes()
        assert profile[8] == 2  # an ICC profile of version 2
        assert int.from_bytes(profile[:4], "big") == len(profile)


def elements(node: pikepdf.Object, depth: int = 0):
    yield depth, node
    kids = node.get("/K")
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/StructElem":
            yield from elements(kid, depth + 1)


def test_is_tagged_in_reading_order(pdf: Path):
    with pikepdf.open(pdf) as opened:
        tree = opened.Root.StructTreeRoot
        found = list(elements(tree.K))
        roles = [str(node.S) for _, node in found]
        first = ["/Document", "/H1", "/Table", "/TR", "/TH", "/TH", "/TR", "/TD", "/TD"]
        assert roles[: len(first)] == first
        figures = [node for _, node in found if node.S == "/Figure"]
        assert [str(node.Alt) for node in figures[:3]] == ["Dibujo 0", "Dibujo 1", "Dibujo 2"]
        header = next(node for _, node in found if node.S == "/TH")
        assert header.A.Scope == "/Column"
        languages = {str(node.Lang) for _, node in found if "/Lang" in node}
        assert "kk" in languages


def test_every_marked_content_has_its_element(pdf: Path):
    with pikepdf.open(pdf) as opened:
        parents = opened.Root.StructTreeRoot.ParentTree.Nums
        for page in opened.pages:
            owners = parents[2 * int(page.StructParents) + 1]
            marked, depth = set[int](), 0
            for operands, operator in pikepdf.parse_content_stream(page):
                if str(operator) in ("BDC", "BMC"):
                    depth += 1
                    properties = operands[1] if len(operands) > 1 else {}
                    if "/MCID" in properties:
                        marked.add(int(properties["/MCID"]))
                elif str(operator) == "EMC":
                    depth -= 1
                elif str(operator) in ("TJ", "Tj", "Do", "f", "S", "B"):
                    assert depth > 0, "drawn outside of any mark"
            assert depth == 0
            assert marked == set(range(len(owners)))


def test_outline_leads_to_the_pages(pdf: Path):
    with pikepdf.open(pdf) as opened, opened.open_outline() as outline:
        assert [item.title for item in outline.root] == ["Día 1", "Día 2", "Día 3"]
        child = outline.root[1].children[0]
        assert child.title == "Мәжіліс залы"
        assert child.destination[0].objgen == opened.pages[1].objgen
        assert float(child.destination[3]) == pytest.approx(841.89 - 300)


def test_attachments_travel_where_the_level_allows_them(pdf: Path):
    with pikepdf.open(pdf) as opened:
        attached = {
            name: file.get_file().read_bytes() for name, file in opened.attachments.items()
        }
    expected = {"event.ics": b"BEGIN:VCALENDAR"} if pdf.stem == "2b" else {}
    assert attached == expected


def test_level_1b_has_no_transparency(pdf: Path):
    with pikepdf.open(pdf) as opened:
        images = [image for page in opened.pages for image in page.get_images().values()]
        assert images
        spaces = {str(image.ColorSpace) for image in images}
        assert spaces == {"/DeviceRGB"}
        assert any("/SMask" in image for image in images) == (pdf.stem == "2b")


@pytest.mark.skipif(
    not shutil.which("java") or not all(jar.exists() for jar in PREFLIGHT),
    reason="Apache PDFBox is not installed (libpdfbox2-java libjaxb-api-java libactivation-java)",
)
def test_pdfbox_finds_a_valid_archive(tmp_path: Path):
    path = tmp_path / "archive.pdf"
    write(path, "1b")
    classes = ":".join(map(str, PREFLIGHT))
    command = ["java", "-cp", classes, "org.apache.pdfbox.preflight.Validator_A1b", str(path)]
    said = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    assert "is a valid PDF/A-1b file" in said, said


def test_pdfua_finds_nothing(pdf: Path):
    pdfua = pytest.importorskip("pdfua")
    report = pdfua.validate(pdf)
    assert [str(finding) for finding in report.findings] == []


def test_same_input_same_bytes():
    first, second = io.BytesIO(), io.BytesIO()
    write(first)
    write(second)
    assert first.getvalue() == second.getvalue()


def test_a_failure_leaves_no_file_and_keeps_the_old_one(tmp_path: Path):
    path = tmp_path / "programme.pdf"
    path.write_bytes(b"old")

    def fail() -> None:
        with Document(path, title="x", languages=["es"]) as document:
            document.page().text(60, 60, "x", BODY)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert [each.name for each in tmp_path.iterdir()] == ["programme.pdf"]
    assert path.read_bytes() == b"old"


def test_pages_go_out_as_they_are_made():
    stream = io.BytesIO()
    sizes: list[int] = []
    with Document(stream, title="x", languages=["es"], size=A5) as document:
        for number in range(5):
            page = document.page()
            page.block(40, 60, Paragraph(f"Página {number}. " * 200, BODY).set(300))
            sizes.append(len(stream.getvalue()))
    assert sizes == sorted(set(sizes))


def test_an_empty_element_leaves_no_trace():
    stream = io.BytesIO()
    with Document(stream, title="x", languages=["es"]) as document:
        page = document.page()
        with document.tag("P"):
            page.block(40, 60, Paragraph("", BODY).set(300))
    with pikepdf.open(stream) as opened:
        assert [str(node.S) for _, node in elements(opened.Root.StructTreeRoot.K)] == ["/Document"]


def test_a_stamp_is_in_the_file_once_and_on_every_page(pdf: Path):
    with pikepdf.open(pdf) as opened:
        forms = [
            number.objgen
            for page in opened.pages
            for number in page.Resources.XObject.values()
            if number.Subtype == "/Form"
        ]
        assert len(forms) == 3
        assert len(set(forms)) == 1
    with pypdfium2.PdfDocument(pdf) as opened:
        for page in opened:
            assert "EN CADA PÁGINA" in page.get_textpage().get_text_range()


def test_a_stamp_does_not_go_on_with_the_state_of_its_page():
    stamp, widths = Stamp(lambda page: page.text(20, 60, "estampado", BODY)), []
    for tracking in (0.0, 9.0):
        stream = io.BytesIO()
        with Document(stream, title="x", languages=["es"]) as document:
            page = document.page()
            page.text(20, 30, "antes", BODY.but(tracking=tracking))
            page.stamp(stamp)
        with pypdfium2.PdfDocument(stream.getvalue()) as opened:
            text = opened[0].get_textpage()
            found = text.search("estampado").get_next()
            assert found
            first, last = (text.get_charbox(at) for at in (found[0], sum(found) - 1))
            widths.append(last[2] - first[0])
    assert widths[0] == pytest.approx(widths[1])
