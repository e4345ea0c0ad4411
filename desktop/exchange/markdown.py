"""Markdown and plain text of others, taken apart into blocks without their marks."""

import re
from itertools import pairwise
from typing import NamedTuple

from desktop.exchange.entities import unescaped

BULLET, NESTED = "• ", "– "


class Block(NamedTuple):
    """A paragraph, or one item of a list with its bullet or number."""

    text: str
    is_item: bool = False


_FENCE = re.compile(r"^[ \t]*(?:```|~~~).*$", re.MULTILINE)
_RULE = re.compile(r"\s*(?:(?:[-*_]\s*){3,}|=+)\Z")
_HEADING = re.compile(r"\s{0,3}#{1,6}\s+")
_QUOTE = re.compile(r"\A\s{0,3}(?:>\s?)+")
_ITEM = re.compile(r"\s*(?:[-*+•–]|(\d{1,3})[.)])\s+(?=\S)")
_SENTENCE_END = re.compile(r"[.!?:;…][\"'“”’»)\]]*\Z")
_WRAPPED = range(40, 101)
"""Lengths of the lines of a text that a mail program wrapped."""

_CODE = re.compile(r"(`+)(.+?)\1")
_PICTURE = re.compile(r"!\[[^\[\]]*\]\([^()]*\)")
_LINK = re.compile(r"\[([^\[\]]+)\]\((?:[^()]|\([^()]*\))*\)")
_ADDRESS = re.compile(r"<((?:https?|mailto):[^<>\s]+|[^<>\s@]+@[^<>\s@]+)>")
_EMPHASIS = (
    re.compile(r"(?<![\w*])\*\*(?=[^\s*])(.+?)(?<=[^\s*])\*\*(?![\w*])"),
    re.compile(r"(?<!\w)__(?=[^\s_])(.+?)(?<=[^\s_])__(?!\w)"),
    re.compile(r"(?<![\w*])\*(?=[^\s*])([^*]+?)(?<=\S)\*(?![\w*])"),
    re.compile(r"(?<!\w)_(?=[^\s_])([^_]+?)(?<=\S)_(?!\w)"),
    re.compile(r"~~(?=\S)([^~]+?)(?<=\S)~~"),
)
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+\-.!>~|])")
# Inside code a star is a star. Control letters can stand for it: `markup.sound` took them out.
_LITERAL, _HIDDEN = "*_~[]<>\\", "\x10\x11\x12\x13\x14\x15\x16\x17"
_HIDE, _SHOW = str.maketrans(_LITERAL, _HIDDEN), str.maketrans(_HIDDEN, _LITERAL)
_LONGEST = 20_000
"""Letters beyond which a paragraph is left as it is: nobody wrote it by hand."""


def blocks(text: str) -> list[Block]:
    """The blocks of a text that may be Markdown, a wrapped mail, or neither."""
    collector = _Collector()
    for number, part in enumerate(_FENCE.split(text)):
        if number % 2:
            collector.finish()
            collector.blocks.append(Block(part.strip("\n")))
        else:
            for line in part.split("\n"):
                collector.take(line)
            collector.finish()
    return collector.blocks


class _Collector:
    """Gathers lines into blocks."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._lines: list[str] = []
        self._lead = ""

    def take(self, line: str) -> None:
        line = _QUOTE.sub("", line)
        if not line.strip() or _RULE.match(line):
            self.finish()
        elif heading := _HEADING.match(line):
            self.finish()
            self._lines = [line[heading.end() :].rstrip("# ")]
            self.finish()
        elif item := self._item(line):
            self.finish()
            self._lines = [line[item.end() :].strip()]
            self._lead = f"{item[1]}. " if item[1] else BULLET
        else:
            self._lines.append(line.strip())

    def finish(self) -> None:
        if self._lines:
            text = words(_unwrapped(self._lines))
            self.blocks.append(Block(self._lead + text, bool(self._lead)))
        self._lines, self._lead = [], ""

    def _item(self, line: str) -> re.Match[str] | None:
        """A figure with a dot opens an item only where a list can begin or goes on."""
        item = _ITEM.match(line)
        if item and item[1] and item[1] != "1" and self._lines and not self._lead:
            return None
        return item


def _unwrapped(lines: list[str]) -> str:
    """Lines that a program broke run on; lines that the author ended stay lines."""
    wrapped = (
        len(lines) > 2
        and all(len(line) in _WRAPPED for line in lines[:-1])
        and not all(_SENTENCE_END.search(line) for line in lines[:-1])
    )
    text = lines[0]
    for before, line in pairwise(lines):
        text += ("\n" if not wrapped and _ends(before, line) else " ") + line
    return text


def _ends(line: str, following: str) -> bool:
    if _SENTENCE_END.search(line):
        return True
    return len(line) < _WRAPPED.start and not following[:1].islower()


def words(text: str) -> str:
    """A paragraph without the marks of Markdown: emphasis, links, pictures, code, escapes."""
    if len(text) <= _LONGEST:
        text = _CODE.sub(lambda code: code[2].translate(_HIDE), text)
        text = _ESCAPE.sub(lambda escape: escape[1].translate(_HIDE), text)
        text = _ADDRESS.sub(r"\1", _LINK.sub(r"\1", _PICTURE.sub("", text)))
        for mark in _EMPHASIS:
            text = mark.sub(r"\1", text)
    return unescaped(text.translate(_SHOW))
