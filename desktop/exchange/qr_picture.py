"""A code as a QR symbol in a picture, for a message; on paper it is drawn (`documents.qr`)."""

import io

_PIXELS, _QUIET = 6, 4
"""Of a module's side, and modules that stay white around the symbol (ISO/IEC 18004)."""
_MASK = 0  # any is read; trying all eight takes longer than the rest of the message


def qr_picture(code: str) -> bytes:
    """A PNG; the same for the same code."""
    import segno

    stream = io.BytesIO()
    segno.make(code, error="m", micro=False).save(stream, kind="png", scale=_PIXELS, border=_QUIET)
    return stream.getvalue()
