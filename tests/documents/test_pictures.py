"""Pages as they look, against pictures that somebody has looked at.

After a change of design, look at the new pages and keep their pictures:
`ESTRADO_NEW_PICTURES=1 python -m pytest tests/documents/test_pictures.py`.
"""

import os
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageFilter, ImageStat

from tests.documents.conftest import Print

KEPT = Path(__file__).parent / "pictures"
DPI = 40
MEAN, WORST = 1.5, 60
"""Greys of 255 by which a page on the whole, and any spot of it, may differ."""


@pytest.mark.parametrize(
    ("kind", "languages", "page"),
    [
        ("programme", ("es", "kk"), 0),
        ("programme", ("kk", "ru", "en"), 0),
        ("programme", ("ar", "en"), 0),
        ("report", ("es", "ru"), 0),
        ("report", ("es", "ru"), 2),
        ("booklet", ("es", "kk"), 0),
        ("booklet", ("es", "kk"), 3),
        ("booklet", ("ar", "en"), 0),
    ],
)
def test_a_page_looks_as_it_did(
    printed: Print, kind: str, languages: tuple[str, ...], page: int
) -> None:
    found = printed(kind, *languages).picture(page, DPI)
    file = KEPT / f"{kind}-{'-'.join(languages)}-{page + 1}.png"
    if os.environ.get("ESTRADO_NEW_PICTURES"):
        file.parent.mkdir(exist_ok=True)
        found.save(file, optimize=True)
    with Image.open(file) as kept:
        assert kept.size == found.size
        soft = [one.filter(ImageFilter.GaussianBlur(1.2)) for one in (kept, found)]
        difference = ImageStat.Stat(ImageChops.difference(*soft))
    assert difference.mean[0] < MEAN
    assert difference.extrema[0][1] < WORST
