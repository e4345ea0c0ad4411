"""What a picture is, told from its bytes."""

import warnings
from collections.abc import Generator
from contextlib import contextmanager
from io import BytesIO

from desktop.domain.errors import BadInput
from desktop.domain.organisation import Picture

MOST_BYTES = 30 * 1024 * 1024
MOST_PIXELS = 60_000_000
_TYPES = {"JPEG": "image/jpeg", "PNG": "image/png"}


def picture_of(content: bytes) -> Picture:
    """The picture in a file's bytes, with its kind and its size in pixels.

    The size is read before anything is unpacked.

    Raises:
        BadInput: it is neither JPEG nor PNG, damaged, or too large.
    """
    from PIL import Image

    too_large = BadInput("The picture is too large to be printed; make it smaller.")
    if len(content) > MOST_BYTES:
        raise too_large
    try:
        with _bombs_are_errors(), Image.open(BytesIO(content), formats=tuple(_TYPES)) as image:
            width, height = image.size
            if width * height > MOST_PIXELS:
                raise too_large
            image.verify()
            kind = _TYPES[image.format or ""]
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise too_large from None
    except (OSError, SyntaxError, ValueError):
        raise BadInput("This is not a picture that can be used. Choose a JPEG or PNG.") from None
    return Picture(content=content, media_type=kind, width=width, height=height)


def cropped(content: bytes, box: tuple[int, int, int, int]) -> bytes:
    """The part of a picture between left, upper, right and lower edge, in pixels, upright.

    A camera's note of how it was held is obeyed and gone; so is everything else that it noted,
    as where the picture was taken.

    Raises:
        BadInput: the bytes are not a picture of these kinds, or it is too large.
    """
    from PIL import Image, ImageOps

    kind = picture_of(content).media_type
    with _bombs_are_errors(), Image.open(BytesIO(content), formats=tuple(_TYPES)) as image:
        try:
            part = ImageOps.exif_transpose(image).crop(box)
        except (OSError, SyntaxError, ValueError):
            raise BadInput("The picture is damaged; choose another one.") from None
    file = BytesIO()
    if kind == _TYPES["JPEG"]:
        part.save(
            file, "JPEG", quality=92, subsampling=0, icc_profile=image.info.get("icc_profile")
        )
    else:
        part.save(file, "PNG", icc_profile=image.info.get("icc_profile"))
    return file.getvalue()


@contextmanager
def _bombs_are_errors() -> Generator[None]:
    from PIL import Image

    with warnings.catch_warnings():
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        yield
