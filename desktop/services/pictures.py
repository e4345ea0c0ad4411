"""What a picture is, told from its bytes."""

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

    if len(content) > MOST_BYTES:
        raise BadInput(f"The picture is larger than {MOST_BYTES // 2**20} MB; make it smaller.")
    try:
        with Image.open(BytesIO(content), formats=tuple(_TYPES)) as image:
            width, height = image.size
            kind = _TYPES[image.format or ""]
            if width * height > MOST_PIXELS:
                raise BadInput(f"The picture has {width} × {height} pixels; make it smaller.")
            image.verify()
    except (OSError, SyntaxError, ValueError, KeyError, Image.DecompressionBombError):
        raise BadInput("This is not a picture that can be used. Choose a JPEG or PNG.") from None
    return Picture(content=content, media_type=kind, width=width, height=height)
