"""The lines of a pasted text: of a mail, a Word page, a table as text or as HTML."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser

LONGEST = 200_000
"""Letters beyond which a text is no agenda of an event."""

_INVISIBLE = dict.fromkeys(
    map(ord, "\u200b\u200c\u200e\u200f\u202a\u202b\u202c\u2066\u2067\u2068\u2069\ufeff\u00ad")
)
_SPACES = dict.fromkeys(map(ord, "\u00a0\u2007\u2009\u202f"), " ")
_BULLET = re.compile(
    r"^(?:[•·◦▪■●○‣⁃*✓►➢>–—-]|[oqØü§](?=\s+\d)|\(?\d{1,2}[.)](?=\s+(?:\D|\d{1,2}[:.h]\d\d)))\s*(?=\S)"
)
_RULE = re.compile(r"[\s|:+=_–—-]+")
_BLOCKS = frozenset(
    ("p", "div", "tr", "li", "br", "h1", "h2", "h3", "h4", "h5", "h6", "table", "ul", "ol")
)


@dataclass(frozen=True, slots=True)
class Line:
    """A line with its number from 1; a row of a table has several cells. Never empty."""

    number: int
    cells: tuple[str, ...]

    @property
    def text(self) -> str:
        """The whole of it."""
        return "\t".join(self.cells)


def plain(pasted: str) -> str:
    """The text of a page of HTML, a row of a table being a line with tabs; other text as it is."""
    if not re.search(r"<(?:table|p|div|li|br)\b", pasted, re.IGNORECASE):
        return pasted
    reader = _Html()
    reader.feed(pasted)
    reader.close()
    return reader.text


def lines(text: str) -> Iterator[Line]:
    """The lines that say something, in plain figures, without bullets and invisible marks."""
    for number, written in enumerate(text[:LONGEST].splitlines(), 1):
        line = _figures(written.translate(_SPACES).translate(_INVISIBLE))
        line = line.replace("**", "").strip(" \r")  # heavy letters in Markdown
        if not line.strip() or _RULE.fullmatch(line):
            continue
        yield Line(number, tuple(_cells(_BULLET.sub("", line.strip()))))


def _cells(line: str) -> list[str]:
    if line.count("|") > 1 and (line.startswith("|") or line.endswith("|")):
        line = line.strip("| ").replace("|", "\t")  # a table in Markdown
    elif "\t" not in line:
        line = re.sub(r"\s+\|\s+| {4,}", "\t", line)
    return [" ".join(cell.split()) for cell in line.strip("\t").split("\t")]


def _figures(text: str) -> str:
    """Arabic and other figures as 0 to 9."""
    if text.isascii():
        return text
    return "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in text)


class _Html(HTMLParser):
    """Keeps words, ends of blocks, and cells; scripts and styles say nothing."""

    def __init__(self) -> None:
        super().__init__()
        self._parts: list[str] = []
        self._silent = 0
        self._in_row = 0

    @property
    def text(self) -> str:
        found = re.sub(r" *\n[ \n]*", "\n", "".join(self._parts))
        return re.sub(r"\t+\n", "\n", found).strip("\n")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._silent += tag in ("style", "script")
        self._in_row += tag == "tr"
        if tag in _BLOCKS:
            self._end_line(tag)
            self._parts.append("• " if tag == "li" else "")

    def handle_endtag(self, tag: str) -> None:
        self._silent -= tag in ("style", "script") and self._silent > 0
        self._in_row -= tag == "tr" and self._in_row > 0
        if tag in ("td", "th"):
            self._parts.append("\t")
        elif tag in _BLOCKS:
            self._end_line(tag)

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self._parts.append(re.sub(r"\s+", " ", data))

    def _end_line(self, tag: str) -> None:
        """A paragraph within a cell ends no line of the table."""
        self._parts.append(" " if self._in_row and tag != "tr" else "\n")
