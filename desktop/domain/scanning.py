"""What a scanner typed, whatever the keyboard's layout was when it did.

A scanner is a keyboard that presses the keys of a code; what appears depends on the layout. A
guest with a good ticket must not be turned away because somebody wrote a name in Kazakh before.
"""

import unicodedata

_LATIN = "QWERTYUIOPASDFGHJKLZXCVBNM"
_CYRILLIC = "ЙЦУКЕНГШЩЗФЫВАПРОЛДЯЧСМИТЬ"
"""The same keys in the layouts for Russian and Kazakh."""

_KAZAKH_FIGURES = dict(zip('"ӘІҢҒ,.ҮҰҚ', "1234567890", strict=True))
"""In the layout for Kazakh letters and signs stand where others have figures."""

_KEYS = str.maketrans({**dict(zip(_CYRILLIC, _LATIN, strict=True)), **_KAZAKH_FIGURES})


_MISTAKEN = str.maketrans("OIL", "011")
"""Codes have none of these (`base32`): whoever types one has read a figure."""


def scanned(text: str) -> str:
    """A code in capitals and figures, as printed.

    Spaces and line ends are the scanner's, hyphens and invisible marks come from where the code
    was copied.
    """
    pressed = unicodedata.normalize("NFKC", text).upper().translate(_KEYS).translate(_MISTAKEN)
    return "".join(filter(str.isalnum, pressed))
