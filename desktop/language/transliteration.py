"""One alphabet's letters for another's.

Kazakh in Latin letters is Kazakh: everything that the program says in Kazakh is spelt by the
alphabet of 2021 for a reader of `kk-Latn`. For the names of persons there are only suggestions,
never taken unasked: how a person spells the own name is for the person to say.
"""

from desktop.language import tags

_LATIN_KAZAKH = {
    **dict(
        zip(
            "абвгғдеёжзийкқлмнңоөпрстуұүфхһшыіэ", "abvgğde_jziikqlmnñoöprstuūüfhhşyıe", strict=True
        )
    ),
    **{"ё": "io", "ц": "ts", "ч": "tş", "щ": "ştş", "ъ": "", "ь": "", "ю": "iu", "я": "ia"},
    "ә": "ä",
}


def _capital(latin: str) -> str:
    """Capitals keep the dot: İ is the capital of i, I that of ı."""
    return latin[:1].replace("i", "İ").upper() + latin[1:]


_TO_LATIN_KAZAKH = str.maketrans(
    _LATIN_KAZAKH | {letter.upper(): _capital(latin) for letter, latin in _LATIN_KAZAKH.items()}
)


def latin_kazakh(text: str) -> str:
    """Kazakh in the Latin alphabet of 2021 (decree draft of January 2021): «ә» is "ä"."""
    return text.translate(_TO_LATIN_KAZAKH)


def spelt(text: str, language: str) -> str:
    """Text in the alphabet that the tag asks for: as it is, but for Kazakh in Latin letters."""
    return latin_kazakh(text) if tags.is_latin_kazakh(language) else text
