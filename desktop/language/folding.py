"""One spelling for searching, so that a name is found however it is typed.

`fold` turns a text into a Latin skeleton: no capitals, no accents, no double letters, and one
letter for what the usual romanisations of Kazakh and Russian write in different ways.
«Қасымов», "Qasymov" and "Kassimov" become the same word; so do «Фёдор», «федор» and "Fyodor".
Text and query are folded alike; a skeleton is never shown.

Most rules look back, not forward, so that what is typed so far folds to the start of the whole:
a search finds "Tokayev" from "Tok", "Toka", "Tokay" on. Whoever changes a rule raises `VERSION`,
and indexes made by an older one are rebuilt.
"""

import re
import unicodedata
from functools import lru_cache

VERSION = 1

_LONG = 200
"""Letters of a text that is hardly folded again."""

_LETTERS = {
    # Cyrillic by sound; й and ё have lost their marks when they come here.
    **dict(zip("абвгдеизйклмнопрстуфчшыэ", "abvgdeiziklmnoprstufcsie", strict=True)),
    **{"ж": "z", "х": "kh", "ц": "ts", "щ": "sc", "ъ": "", "ь": "", "ю": "iu", "я": "ia"},
    # What Kazakh, its neighbours and the other Cyrillic alphabets add.
    **dict(zip("әғқңөұүіґєјљњћђҷҳӣӯҡҙҫҝҥ", "agknouuigeilnccckiukzskn", strict=True)),
    **{"һ": "kh", "ҳ": "kh", "ђ": "dz", "џ": "dz"},
    # Latin letters without a decomposition, and those that stand for another.
    **dict(zip("ıəøłđðŋjwyqħ", "iaolddnzvikh", strict=True)),
    **{"ß": "s", "þ": "t", "æ": "ae", "œ": "oe", "x": "ks"},
    # Arabic and Persian: one alef, one yeh, one kaf, one heh; no hamza, no lengthening stroke.
    **dict(zip("ٱىیةەہھک", "اييههههك", strict=True)),
    **dict.fromkeys("ءـ", ""),
    # Apostrophes and invisible marks join what they stand between.
    **dict.fromkeys("'’‘ʼʹʻʺ`\u00ad\u200b\u200c\u200d\u200e\u200f\u2066\u2067\u2068\u2069", ""),
    **dict(zip("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "0123456789" * 2, strict=True)),
}
_TABLE = str.maketrans(_LETTERS)

_SEPARATORS = re.compile(r"[\s!\"#$%&()*+,\-./:;<=>?@\[\\\]^_{|}~¡¿«»·–—‐‑…“”„،؛؟、。・]+")
# A mark that stands alone, as in O´Brien, decomposes to a space and a mark.
_MARKS = re.compile(" ?[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed]+")
_SOFT_BEFORE_VOWEL = re.compile("[ьъ](?=[аеиоуэюя])")
_YO = re.compile("(?<=[b-df-hj-np-tvwxz])yo")  # Fyodor, as Fedor
_RULES = (
    (re.compile("(?<=[szcgtpdb])h|(?<=n)g"), ""),  # sh, zh, ch, gh... and the Kazakh ң
    (re.compile("dz"), "z"),  # Dzhalilov, as Jalilov
    (re.compile("(?<!k)h"), "kh"),  # Ahmet, as Akhmet
    (re.compile("^e|(?<=[aeou])e"), "ie"),  # Erlan, as Yerlan; Tokaev, as Tokayev
    (re.compile(r"([a-z])\1+"), r"\1"),
)


def fold(text: str) -> str:
    """The skeleton of a text: its words, folded, with one space between."""
    return " ".join(folded_words(text))


def folded_words(text: str) -> tuple[str, ...]:
    """The words of a text, folded."""
    return _words(text) if len(text) <= _LONG else _words.__wrapped__(text)


@lru_cache(maxsize=2_000)
def _words(text: str) -> tuple[str, ...]:
    return tuple([word for piece in text.split() for word in _words_of(piece)])


@lru_cache(maxsize=5_000)
def _words_of(piece: str) -> list[str]:
    """What stands between two spaces: a word, or several with other signs between them."""
    if piece.isdecimal() and piece.isascii():
        return [piece]
    if not piece.isascii():
        piece = _MARKS.sub("", unicodedata.normalize("NFKD", piece))
    return [*filter(None, map(_fold_word, _SEPARATORS.split(piece)))]


def _fold_word(word: str) -> str:
    letters = word.casefold()
    if not letters.isascii():
        letters = _SOFT_BEFORE_VOWEL.sub("i", letters)
    letters = _YO.sub("e", letters).translate(_TABLE)
    for rule, replacement in _RULES:
        letters = rule.sub(replacement, letters)
    return letters
