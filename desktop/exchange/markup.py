"""Text of others to plain text: HTML, Markdown or a mixture becomes clean paragraphs.

Conferences publish abstracts as HTML, as Markdown, as wrapped mail, often all three in one file.
What comes out is what paper needs: paragraphs parted by an empty line, lines within them by a
line feed, list items begun by a bullet or a number. A link leaves its words, a picture nothing.
"""

import re
import unicodedata

from desktop.exchange import markdown
from desktop.exchange.entities import unescaped
from desktop.exchange.markdown import BULLET, NESTED, Block

_CONTROLS: dict[int, int | None] = {
    **dict.fromkeys((*range(32), *range(0x7F, 0xA0), 0xFEFF, 0xFFFE, 0xFFFF)),
    **dict.fromkeys(range(0xD800, 0xE000), 0xFFFD),
    **dict.fromkeys((0x0A, 0x0B, 0x0C, 0x85, 0x2028, 0x2029), ord("\n")),
    ord("\t"): ord(" "),
}
_INVISIBLE = re.compile(
    r"<!--.*?(?:-->|\Z)|<(script|style)\b[^>]*>.*?(?:</\1\s*>|\Z)", re.DOTALL | re.IGNORECASE
)
# Only known tags: elsewhere a “<” is a letter of the text (List<String>, a < b, <3).
_HOLDERS = "p|li|dt|dd|pre|blockquote|h[1-6]|caption|figcaption"
_DIVIDERS = "div|section|article|header|footer|ul|ol|dl|hr|table|thead|tbody|tr|figure"
_INLINE = (
    "a|abbr|acronym|b|big|center|cite|code|del|em|font|i|img|ins|kbd|mark|q|s|samp|small|span|"
    "strike|strong|sub|sup|td|th|tt|u|var|wbr"
)
_TAG = re.compile(rf"<(/?)(?:({_HOLDERS})|({_DIVIDERS})|(br)|{_INLINE})\b[^<>]*>", re.IGNORECASE)
_BREAK = "\x0e"
"""A line break of HTML: a control letter, free since `sound` took all of them out."""
_BREAKS = re.compile(rf"(?<!\s)\s*{_BREAK}\s*")
_TWO_BREAKS = re.compile(rf"(?<!\s)(?:\s*{_BREAK}){{2,}}\s*")


def sound(text: str) -> str:
    """Text that every other part can take: composed, without control letters or half pairs."""
    if text.isascii() and text.isprintable():
        return text
    flat = text.replace("\r\n", "\n").replace("\r", "\n").translate(_CONTROLS)
    return unicodedata.normalize("NFC", flat)


def line(text: str) -> str:
    """A title or name on one line; entities that were escaped twice are letters again."""
    return " ".join(sound(unescaped(text)).split())


def paragraphs(text: str) -> str:
    """Clean paragraphs of an abstract, however it was written."""
    text = sound(text)
    blocks = _Html().read(_INVISIBLE.sub("", text)) if "<" in text else markdown.blocks(text)
    clean = ""
    item_before = False
    for block in blocks:
        words = sound(block.text).strip(" \n\u200b")
        if words:
            together = item_before and block.is_item
            clean += ("\n" if together else "\n\n" if clean else "") + words
            item_before = block.is_item
    return clean


def joined(short: str, long: str) -> str:
    """An abstract and a description as one text, without saying the same thing twice."""
    if not short or long.startswith(short):
        return long
    return short if short.endswith(long) else f"{short}\n\n{long}"


class _Html:
    """Takes HTML apart. Text outside of every element that holds text is read as Markdown."""

    def __init__(self) -> None:
        self._blocks: list[Block] = []
        self._text = ""
        self._holders: list[str] = []
        self._lists: list[int | None] = []
        self._lead = ""

    def read(self, text: str) -> list[Block]:
        position = 0
        for tag in _TAG.finditer(text):
            self._text += text[position : tag.start()]
            position = tag.end()
            if tag[4]:
                self._text += _BREAK
            elif tag[2] or tag[3]:
                self._flush()
                self._turn(bool(tag[1]), (tag[2] or tag[3]).lower(), is_holder=bool(tag[2]))
        self._text += text[position:]
        self._flush()
        return self._blocks

    def _turn(self, closing: bool, name: str, *, is_holder: bool) -> None:
        if name in ("ul", "ol"):
            self._turn_list(closing, name)
        elif is_holder and not closing:
            self._enter(name)
        elif name in self._holders:
            while self._holders.pop() != name:
                pass

    def _enter(self, name: str) -> None:
        """A paragraph or item that is still open ends where the next begins."""
        if self._holders[-1:] in (["p"], [name]):
            self._holders.pop()
        self._holders.append(name)
        if name == "li":
            self._lead = self._bullet()

    def _turn_list(self, closing: bool, name: str) -> None:
        if not closing:
            self._lists.append(0 if name == "ol" else None)
        elif self._lists:
            self._lists.pop()

    def _bullet(self) -> str:
        number = self._lists[-1] if self._lists else None
        if number is None:
            return BULLET if len(self._lists) < 2 else NESTED
        self._lists[-1] = number + 1
        return f"{number + 1}. "

    def _flush(self) -> None:
        text, self._text = self._text, ""
        text = text.strip(" \n" + _BREAK) if "pre" not in self._holders else text
        if not text:
            return
        if "pre" in self._holders:
            self._blocks.append(Block(unescaped(text.replace(_BREAK, "\n").strip("\n"))))
        elif self._holders or self._lead:
            self._held(text)
        else:
            for block in markdown.blocks(_TWO_BREAKS.sub("\n\n", text)):
                self._blocks.append(Block(_BREAKS.sub("\n", block.text), block.is_item))

    def _held(self, text: str) -> None:
        for part in re.split(r"\n\s*\n", text):
            lines = (" ".join(line.split()) for line in part.split(_BREAK))
            words = "\n".join(filter(None, lines))
            if words:
                self._blocks.append(Block(self._lead + unescaped(words), bool(self._lead)))
                self._lead = ""
