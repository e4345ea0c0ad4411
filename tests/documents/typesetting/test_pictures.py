"""Pictures as people have them: from telephones, with colours of their own, far too large."""

import io

import pytest
from PIL import Image

from desktop.documents.typesetting.colours import srgb_profile
from desktop.documents.typesetting.pictures import prepared

RED, GREEN = (200, 10, 10), (10, 200, 10)


def saved(picture: Image.Image, kind: str = "JPEG", **options: object) -> bytes:
    stream = io.BytesIO()
    picture.save(stream, kind, **options)
    return stream.getvalue()


def shown(data: bytes, width: float = 300, height: float = 300, *, opaque: bool = False):
    """The picture that is printed."""
    return prepared(data, width, height, opaque)._image


def test_an_ordinary_photograph_keeps_its_bytes():
    data = saved(Image.new("RGB", (90, 60), RED))
    reader = prepared(data, 90, 60, opaque=False)
    assert reader.jpeg_fh().read() == data


def test_a_telephone_held_upright():
    picture = Image.new("RGB", (90, 60), RED)
    exif = picture.getexif()
    exif[0x0112] = 6  # turned a quarter
    assert shown(saved(picture, exif=exif)).size == (60, 90)


def test_far_more_pixels_than_paper_shows_are_reduced():
    data = saved(Image.new("RGB", (4000, 3000), RED))
    assert shown(data, 72, 54).size == (300, 225)  # an inch wide: 300 dots
    assert shown(data, 72 * 10, 54 * 10).size == (4000, 3000)


def test_colours_of_another_profile_become_srgb():
    swapped = srgb_profile().replace(b"sRGB", b"Mine")
    swapped = swapped.replace(b"rXYZ", b"tXYZ", 1).replace(b"gXYZ", b"rXYZ", 1)
    swapped = swapped.replace(b"tXYZ", b"gXYZ", 1)
    picture = shown(saved(Image.new("RGB", (30, 30), RED), icc_profile=swapped))
    assert picture.getpixel((15, 15)) == pytest.approx(GREEN, abs=12)
    assert shown(saved(Image.new("RGB", (9, 9), RED), icc_profile=srgb_profile()[:50]))


@pytest.mark.parametrize(
    ("mode", "opaque", "expected"),
    [
        *(("RGBA", False, "RGBA"), ("RGBA", True, "RGB"), ("LA", False, "RGBA")),
        *(("P", False, "RGB"), ("1", False, "L"), ("L", False, "L"), ("CMYK", False, "RGB")),
    ],
)
def test_every_kind_becomes_a_simple_one(mode: str, opaque: bool, expected: str):
    kind = "JPEG" if mode == "CMYK" else "PNG"
    data = saved(Image.new(mode, (30, 30)), kind)
    assert shown(data, opaque=opaque).mode == expected


def test_what_is_clear_turns_white_where_it_must_be_opaque():
    data = saved(Image.new("RGBA", (30, 30), (0, 0, 0, 0)), "PNG")
    assert shown(data, opaque=True).getpixel((3, 3)) == (255, 255, 255)
