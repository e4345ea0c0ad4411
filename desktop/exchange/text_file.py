"""Text files of unknown encoding: which one it is, and where a file is broken.

Unicode is told for sure: by its mark (BOM), or because all letters are well-formed UTF-8. Anything
else is a proposal, the encoding in which the letters make likely words in the program's languages;
whoever shows it lets the user choose another of `ENCODINGS`.
"""

import codecs
import io
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import BinaryIO, TextIO

from desktop.domain.errors import BadInput

ENCODINGS = (
    *("utf-8", "utf-16", "cp1252", "cp1251", "kz1048", "cp1256", "cp1254", "cp1250", "koi8-r"),
    *("cp866", "cp850", "mac-roman", "iso8859-5", "iso8859-6", "gb18030", "shift-jis", "euc-kr"),
)
"""Encodings that can be asked for, under Python's names."""

_GUESSED = ENCODINGS[2:14]
"""Those that are proposed unasked; of two that fit alike, the first."""

_MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF32_LE: "utf-32",  # before UTF-16, whose mark it begins with
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
_BLOCK = 1 << 18
_HEAD = 400
_NULS = 4
"""So many of them are no accident."""
_SAMPLE = 20_000

_LETTERS = frozenset(
    "áéíóúüñабвгдежзийклмнопрстуфхцчшщъыьэюяёәғқңөұүһіءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي"
)
"""What the program's languages are written with beyond ASCII."""

_NEIGHBOURS = frozenset("çàèìòùâêîôûäëïöãõåæøœßğşıýÿūşčšžłńśćęąőűžřťďňپچژگ")
_SIGNS = frozenset("«»“”‘’„–—…№¿¡ºª°·€\u00a0،؛؟ـ")


@dataclass(frozen=True, slots=True)
class Encoding:
    """An encoding by Python's name; `sure` where it cannot be another. `lines` were counted."""

    name: str
    sure: bool = True
    lines: int = 0


def examine(file: BinaryIO) -> Encoding:
    """Tell the encoding of a file that is open at its start; it is read to the end.

    Raises:
        BadInput: it is no text, or not of one encoding; `place` names the line.
    """
    head = file.read(_HEAD)
    file.seek(0)
    for mark, name in _MARKS.items():
        if head.startswith(mark):
            return Encoding(name)
    if wide := _without_mark(head):
        return Encoding(wide)
    found = _Lines()
    for lines in iter(lambda: file.readlines(_BLOCK), []):
        found.see(lines)
    return found.encoding()


def _without_mark(head: bytes) -> str:
    """UTF-16 that does not say so: separators and line ends have a NUL on the same side each."""
    high, low = head[::2].count(b"\0"), head[1::2].count(b"\0")
    if head[:2].count(b"\0") == 1 or (max(high, low) >= _NULS and not min(high, low)):
        return "utf-16-be" if high > low else "utf-16-le"
    return ""


def lines_of(data: bytes, encoding: str = "") -> Iterator[str]:
    """The lines of a file in memory with their ends; what is its encoding may be found out.

    Raises:
        BadInput: it is no text of one encoding; `place` names the line.
    """
    file = io.BytesIO(data)
    return lines(reader(file, encoding or examine(file).name))


def reader(file: BinaryIO, encoding: str) -> TextIO:
    """The file as text; a line ends where it says so, at a line feed, a return or both."""
    file.seek(0)
    return io.TextIOWrapper(file, encoding, errors="strict", newline="")


def lines(text: TextIO) -> Iterator[str]:
    """The lines of a text with their ends.

    Raises:
        BadInput: a line is not of the text's encoding, or holds a NUL; `place` names it.
    """
    number = 0
    try:
        for number, line in enumerate(text, 1):
            if "\0" in line:
                raise _no_text(number)
            yield line
    except UnicodeError:
        # Letters are decoded ahead of lines, so that only the line after the last one is sure.
        raise BadInput(
            "From here on there are letters that are not in the encoding {encoding}. "
            "Save the file as UTF-8, or choose the encoding that it has.",
            encoding=text.encoding,
            place=f"line {number + 1}",
        ) from None


class _Lines:
    """What the lines seen so far tell about their encoding."""

    def __init__(self) -> None:
        self._seen = 0
        self._bytes = set[int]()
        self._sample = bytearray()
        self._unicode = self._other = 0  # the first lines beyond ASCII that are, or are not, UTF-8
        self._unicodes = self._others = 0

    def see(self, lines: list[bytes]) -> None:
        block = b"".join(lines)
        if b"\0" in block:
            self._refuse_nul(lines)
        if not block.isascii():
            for number, line in enumerate(lines, self._seen + 1):
                if not line.isascii():
                    self._see(number, line)
        self._seen += len(lines)

    def encoding(self) -> Encoding:
        if not self._others:
            return Encoding("utf-8", lines=self._seen)
        if self._unicodes:
            odd = self._other if self._others <= self._unicodes else self._unicode
            raise BadInput(
                "The file mixes two encodings: this line is not in that of the others. "
                "Save all of it as UTF-8.",
                place=f"line {odd}",
            )
        guess = _guess(bytes(self._sample), bytes(self._bytes))
        return Encoding(guess, sure=False, lines=self._seen)

    def _refuse_nul(self, lines: list[bytes]) -> None:
        raise _no_text(next(n for n, line in enumerate(lines, self._seen + 1) if b"\0" in line))

    def _see(self, number: int, line: bytes) -> None:
        try:
            line.decode()
        except UnicodeDecodeError:
            self._other = self._other or number
            self._others += 1
            self._bytes.update(line)
            if len(self._sample) < _SAMPLE:
                self._sample += line[:_SAMPLE]
        else:
            self._unicode = self._unicode or number
            self._unicodes += 1


def _no_text(line: int) -> BadInput:
    return BadInput(
        "This is no text: there is a NUL in it. Save the file anew as CSV in UTF-8.",
        place=f"line {line}",
    )


def _guess(sample: bytes, every: bytes) -> str:
    """The encoding in which a sample makes the likeliest words, and that has all the bytes."""
    fitting = [name for name in _GUESSED if _decodes(every, name) and _decodes(sample, name)]
    return max(fitting, key=lambda name: _likelihood(sample.decode(name)))


def _decodes(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _likelihood(text: str) -> float:
    """How far letters beyond ASCII look like words: known ones, in the company of their like."""
    return sum(
        _fits(before, letter, after)
        for before, letter, after in _neighbours(text)
        if not letter.isascii()
    )


def _neighbours(text: str) -> Iterable[tuple[str, str, str]]:
    return zip(" " + text, text, text[1:] + " ", strict=False)


def _fits(before: str, letter: str, after: str) -> float:
    if letter in _SIGNS:
        return 0.2
    known = (letter.lower() in _LETTERS) + 0.8 * (letter.lower() in _NEIGHBOURS)
    if not known:
        return -2
    score = known - 1.5 * (letter.isupper() and before.islower())
    beside = [other for other in (before, after) if other.isalpha()]
    if any(_is_latin(other) != _is_latin(letter) for other in beside):
        return score - 3
    # Two accents stand side by side now and then, three hardly ever.
    between = len(beside) == 2 and not any(map(str.isascii, beside))
    return score - 2 * (between and _is_latin(letter))


def _is_latin(letter: str) -> bool:
    return unicodedata.name(letter, "").startswith("LATIN")
