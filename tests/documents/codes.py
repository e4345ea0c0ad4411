"""The QR symbols that a scanner reads off a page."""

import zxingcpp
from PIL import Image

from desktop.documents import qr
from tests.documents.reading import Paper


def codes(paper: Paper, page: int = 0, dpi: int = 200) -> list[str]:
    """What the symbols of a page say, from the top down, then from the left."""
    found = zxingcpp.read_barcodes(paper.picture(page, dpi), formats=zxingcpp.BarcodeFormat.QRCode)
    found.sort(key=lambda code: (round(code.position.top_left.y, -2), code.position.top_left.x))
    return [code.text for code in found]


def crowded(paper: Paper, page: int = 0, dpi: int = 300) -> list[str]:
    """The symbols of a page around which less than four modules stay white."""
    picture = paper.picture(page, dpi)
    found = zxingcpp.read_barcodes(picture, formats=zxingcpp.BarcodeFormat.QRCode)
    return [code.text for code in found if not _is_clear(picture, code.text, code.position)]


def _is_clear(picture: Image.Image, text: str, at: zxingcpp.Position) -> bool:
    corners = (at.top_left, at.top_right, at.bottom_left, at.bottom_right)
    xs, ys = [corner.x for corner in corners], [corner.y for corner in corners]
    box = (min(xs), min(ys), max(xs), max(ys))
    quiet = qr.symbol(text).quiet(box[2] - box[0]) - 2  # the edges are blurred
    slip = 3
    around = picture.crop(
        (
            round(box[0] - quiet),
            round(box[1] - quiet),
            round(box[2] + quiet),
            round(box[3] + quiet),
        )
    )
    inside = round(quiet) - slip
    around.paste(255, (inside, inside, around.width - inside, around.height - inside))
    return around.getextrema()[0] > 200
