"""`python tests/pictures/pages.py`: prints every kind of document and takes its picture.

The reference event in Spanish and Kazakh, first page of each kind: small pictures for a chooser in
`resources/pictures/kinds`, all of them on one contact sheet, and the README's page. Needs what the
tests need.
"""

import os
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from PIL.Image import Image

ROOT = Path(__file__).resolve().parents[2]
PICTURES = ROOT / "resources" / "pictures"
LANGUAGES = ("es", "kk")
PAGE = 827
"""Pixels that the README's page is wide: A4 at 100 dpi."""
SMALL, GAP, IN_A_ROW = (300, 300), 24, 5
DESK, EDGE = "#EEEBE4", "#CDC6BA"


def main() -> int:
    """Take the pictures."""
    sys.path.insert(0, str(ROOT))
    with TemporaryDirectory() as home:
        os.environ["ESTRADO_HOME"] = home
        pages = {key: _first_page(pdf) for key, pdf in _printed(Path(home))}
    (PICTURES / "kinds").mkdir(parents=True, exist_ok=True)
    small = {key: _small(page) for key, page in pages.items()}
    for key, picture in small.items():
        _save(picture, PICTURES / "kinds" / f"{key}.png")
    _save(_contact_sheet(small), PICTURES / "kinds.png")
    _save(_framed(_scaled(pages["programme"], (PAGE, 2 * PAGE))), PICTURES / "page.png")
    return 0


def _printed(home: Path) -> Iterator[tuple[str, bytes]]:
    """Every kind of document of the reference event as PDF."""
    from desktop.documents.kinds import KINDS
    from desktop.services import events, publishing, reference
    from desktop.services.workspace import Workspace

    workspace = Workspace.open(home / "estrado.db", create=True)
    reference.create_reference_event(workspace)
    event = events.only_event(workspace)
    for kind in KINDS:
        print(kind.key, flush=True)
        yield kind.key, publishing.print_document(workspace, kind.key, event.id, LANGUAGES)
    workspace.close()


def _first_page(pdf: bytes) -> "Image":
    """The first page at 150 dpi."""
    import pypdfium2

    document: Any = pypdfium2.PdfDocument(pdf)
    picture: Image = document[0].render(scale=150 / 72).to_pil()
    document.close()
    return picture


def _small(page: "Image") -> "Image":
    return _framed(_scaled(page, SMALL))


def _scaled(page: "Image", most: tuple[int, int]) -> "Image":
    from PIL.Image import Resampling

    factor = min(most[0] / page.width, most[1] / page.height)
    size = (round(page.width * factor), round(page.height * factor))
    plain: Any = page.convert("RGB")
    return plain.resize(size, Resampling.LANCZOS)


def _framed(page: "Image") -> "Image":
    from PIL import ImageOps

    return ImageOps.expand(page, border=1, fill=EDGE)


def _contact_sheet(pictures: Mapping[str, "Image"]) -> "Image":
    """All kinds on one sheet, each in the middle of its field."""
    from PIL import Image

    field = (SMALL[0] + GAP, SMALL[1] + GAP)
    rows = -(-len(pictures) // IN_A_ROW)
    sheet = Image.new("RGB", (field[0] * IN_A_ROW + GAP, field[1] * rows + GAP), DESK)
    for place, picture in enumerate(pictures.values()):
        row, column = divmod(place, IN_A_ROW)
        left = GAP + column * field[0] + (SMALL[0] - picture.width) // 2
        sheet.paste(picture, (left, GAP + row * field[1] + (SMALL[1] - picture.height) // 2))
    return sheet


def _save(picture: "Image", file: Path) -> None:
    picture.quantize(128).save(file, optimize=True)


if __name__ == "__main__":
    sys.exit(main())
