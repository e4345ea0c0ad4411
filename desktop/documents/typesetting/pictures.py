"""Pictures as paper needs them: upright, in sRGB, no larger than a press can show."""
# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false

import io
from functools import lru_cache

from PIL import Image, ImageCms, ImageOps
from reportlab.lib.utils import ImageReader

from desktop.documents.typesetting.colours import srgb_profile

_DPI = 300  # what a press shows; twice as many are reduced to it
_ORIENTATION = 0x0112  # the EXIF tag that says how the camera was held
_QUALITY = 90  # of a JPEG that has to be made anew


@lru_cache(32)
def prepared(
    data: bytes, width: float, height: float, opaque: bool, grey: bool = False
) -> ImageReader:
    """A PNG or JPEG for a place of this size in points, as ReportLab draws it.

    One that needs no change keeps its own bytes. `opaque` lays it on white: PDF/A-1 knows no
    transparency. `grey` takes the colours from it.
    """
    picture = Image.open(io.BytesIO(data))
    kind = picture.format
    changed = _in_srgb(_upright(picture))
    changed = _reduced(_simple(changed, opaque=opaque), width, height)
    if grey and changed.mode != "L":
        changed = (
            changed.convert("LA").convert("RGBA") if "A" in changed.mode else changed.convert("L")
        )
    if changed is picture and kind == "JPEG":
        return ImageReader(io.BytesIO(data))
    if kind == "JPEG":
        stream = io.BytesIO()
        changed.save(stream, "JPEG", quality=_QUALITY)
        return ImageReader(io.BytesIO(stream.getvalue()))
    return ImageReader(changed)


def _upright(picture: Image.Image) -> Image.Image:
    held = picture.getexif().get(_ORIENTATION, 1)
    return picture if held == 1 else ImageOps.exif_transpose(picture)


def _simple(picture: Image.Image, *, opaque: bool) -> Image.Image:
    """Grey, RGB or RGBA, whatever it was."""
    mode = picture.mode
    if mode in ("RGBA", "LA", "PA") or "transparency" in picture.info:
        clear = picture if mode == "RGBA" else picture.convert("RGBA")
        if not opaque:
            return clear
        paper = Image.new("RGBA", clear.size, "white")
        paper.alpha_composite(clear)
        return paper.convert("RGB")
    return picture if mode in ("RGB", "L") else picture.convert("L" if mode == "1" else "RGB")


def _reduced(picture: Image.Image, width: float, height: float) -> Image.Image:
    """The picture with as many pixels as its place can show, where it has far more."""
    share = max(width / picture.width, height / picture.height) * _DPI / 72
    if share > 1 / 2:
        return picture
    size = max(round(picture.width * share), 1), max(round(picture.height * share), 1)
    return picture.resize(size, Image.Resampling.LANCZOS)


def _in_srgb(picture: Image.Image) -> Image.Image:
    """The picture in sRGB; telephones save theirs in wider colours."""
    profile = picture.info.get("icc_profile")
    if not profile or picture.mode not in ("RGB", "CMYK"):
        return picture
    try:
        own = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        if "sRGB" in ImageCms.getProfileDescription(own):
            return picture
        paper = ImageCms.ImageCmsProfile(io.BytesIO(srgb_profile()))
        changed = ImageCms.profileToProfile(picture, own, paper, outputMode="RGB")
    except (ImageCms.PyCMSError, OSError):
        return picture  # a profile that can't be read says nothing
    return changed or picture
