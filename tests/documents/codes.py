"""The QR symbols that a scanner reads off a page."""

import zxingcpp

from tests.documents.reading import Paper


def codes(paper: Paper, page: int = 0, dpi: int = 200) -> list[str]:
    """What the symbols of a page say, from the top down, then from the left."""
    found = zxingcpp.read_barcodes(paper.picture(page, dpi), formats=zxingcpp.BarcodeFormat.QRCode)
    found.sort(key=lambda code: (round(code.position.top_left.y, -2), code.position.top_left.x))
    return [code.text for code in found]
