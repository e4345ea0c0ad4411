"""Writes a house style as a file that explains itself: every setting, and what it is for.

    written(style, language) -> the text of the file, with remarks in that language

What is written is read back as the same style. `python -m desktop.documents.style_writer` writes
`resources/styles/embassy.toml` anew, where an option or a remark is another one.
"""

import json
import textwrap
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from desktop import paths
from desktop.documents import style_rules
from desktop.documents.kinds import KINDS, DocumentKind
from desktop.documents.styles import ROLES, HouseStyle, named
from desktop.domain.localized import Localized
from desktop.language.translation import Translator, msgid, translator

if TYPE_CHECKING:
    from desktop.documents.typesetting.style import FontFile

WIDTH = 90
"""Letters of a line of remarks."""

_Settings = Mapping[str, str]
"""The keys of a table, each with a remark: an English msgid."""

_HEAD = msgid(
    "A house style says how all papers of one house look. Change what stands between the quotes, "
    "and save the file: the preview in the window shows it at once. What you take out is as the "
    "embassy has it. Lines that begin with # are remarks; take the # away from an example to use "
    "it. Nothing here can harm your data."
)
_COLOURS: _Settings = {
    "ink": msgid("text where nothing else is said"),
    "title": msgid("titles, strong rules, speakers’ badges"),
    "bar": msgid("bars of charts"),
    "title-light": msgid("bars of the rest, frames in charts"),
    "accent": msgid("areas, rules and large figures"),
    "accent-text": msgid("small text in the accent’s colour, staff’s badges"),
    "second": msgid("text of second rank"),
    "hairline": msgid("thin rules"),
    "rosette": msgid("behind the text of certificates"),
    "sign-accent": msgid("day on the band of a door sign"),
    "sign-text": msgid("other text on that band"),
    "cover-accent": msgid("rule and small capitals on a filled cover"),
    "cover-text": msgid("text on a filled cover"),
    "cover-dot": msgid("seats drawn on a filled cover"),
    "authority": msgid("from here on: bands of badges by category, under white text"),
}
_TYPEFACES: _Settings = {
    "titles": msgid("titles"),
    "text": msgid("running text"),
    "furniture": msgid("names, hours, headings of tables, feet of pages"),
}
_FONTS = msgid(
    "Fonts of your own go before these typefaces. Take the # away from the lines of those you "
    "have, and write the names of their files (.ttf or .otf) and where they lie as seen from "
    "this file, with / between folders. One is enough. A language of which a font lacks letters "
    "is set in the typeface above."
)
_LOOKS: _Settings = {
    "areas": msgid("bands of badges and signs"),
    "cover": msgid("cover of a booklet"),
    "pictures": msgid("photos and logos"),
    "letterhead": msgid("head of a report or letter: logos with names, logos, nothing"),
}
_CHOICES = {
    "areas": ("filled", "framed"),
    "cover": ("filled", "framed", "open"),
    "pictures": ("colour", "grey"),
    "letterhead": ("names", "logos", "none"),
}
_EXAMPLES = {"letterhead.text": "Calle Mayor 1 · 28013 Madrid", "footer": "www.example.org"}


def written(style: HouseStyle, language: str) -> str:
    """The text of a style's file."""
    return "\n".join(_lines(style, translator(language))) + "\n"


def _lines(style: HouseStyle, words: Translator) -> Iterator[str]:
    text = words.text
    yield from _remark(text(_HEAD))
    yield "#     estrado print DB programme --style mine.toml …"
    yield from _table("name", text("what it is called when you choose it, by language"))
    yield from (f"{tag} = {_quoted(name)}" for tag, name in style.name)
    about = text('"#RRGGBB"; text on white paper reads well from a contrast of 4.5 to 1')
    yield from _table("colours", about)
    yield from _aligned(
        (role, _quoted(style.colours.get(role, ROLES[role][0])), _said(_COLOURS.get(role), words))
        for role in ROLES
    )
    about = text(
        "“serif” (Source Serif) or “sans” (Source Sans); other scripts have theirs to match"
    )
    yield from _table("typefaces", about)
    yield from _aligned(
        (key, _quoted(getattr(style, key)), text(said)) for key, said in _TYPEFACES.items()
    )
    yield ""
    yield from _remark(text(_FONTS))
    for role in style_rules.ROLES_OF_TYPE:
        yield from _fonts(role, style.fonts.get(role, {}))
    yield from _table("looks")
    yield from _aligned(
        (key, _quoted(getattr(style, key)), f"{text(said)}: {_listed(_CHOICES[key])}")
        for key, said in _LOOKS.items()
    )
    yield from _table("logos", text("height in millimetres, from 6 to 40"))
    for kind in ("programme", "report", "booklet"):
        yield f"{kind} = {getattr(style, f'{kind}_logos'):g}"
    yield from _table("margins", text("beside the text on A4, in millimetres, from 10 to 45"))
    for kind in ("programme", "report"):
        yield f"{kind} = {getattr(style, f'{kind}_margin'):g}"
    yield from _texts("letterhead.text", text("below the letterhead, by language"), style.heading)
    about = text("at the foot of a page, where the event has no text of its own for it")
    yield from _texts("footer", about, style.footer)
    yield ""
    yield from _remark(
        text(
            "What documents show without being asked; a choice made when printing goes before it."
        )
    )
    for kind in KINDS:
        yield from _parts(kind, style.parts.get(kind.key, {}), words)


def _fonts(role: str, own: Mapping[str, "FontFile"]) -> Iterator[str]:
    """The house's own fonts; the cuts it has not, as examples."""
    yield from _table(f"fonts.{role}")
    for cut in style_rules.CUTS:
        if cut in own:
            yield f"{cut} = {_quoted(Path(own[cut].path).as_posix())}"
        else:
            yield f"# {cut} = {_quoted(f'fonts/House-{cut}.ttf')}"


def _parts(kind: DocumentKind, said: Mapping[str, str], words: Translator) -> Iterator[str]:
    """What is said about a kind's options; the others as examples, where they have choices."""
    shown = [option for option in kind.options if option.choices or option.key in said]
    if not shown:
        return
    yield from _table(f"parts.{kind.key}")
    yield from _aligned(
        (
            option.key if option.key in said else f"# {option.key}",
            _quoted(said.get(option.key, option.default)),
            f"{words.text(option.name)}: {_listed(choice.value for choice in option.choices)}",
        )
        for option in shown
    )


def _texts(table: str, about: str, texts: Localized) -> Iterator[str]:
    yield from _table(table, about)
    yield from (f"{tag} = {_quoted(words)}" for tag, words in texts)
    if not texts:
        yield f"# es = {_quoted(_EXAMPLES[table])}"


def _table(name: str, about: str = "") -> Iterator[str]:
    yield ""
    yield f"[{name}]  # {about}" if about else f"[{name}]"


def _aligned(rows: Iterable[tuple[str, str, str]]) -> Iterator[str]:
    """Settings with their remarks below one another."""
    settings = [(f"{key} = {value}", about) for key, value, about in rows]
    wide = max(len(setting) for setting, _ in settings)
    return (f"{setting:{wide}}  # {about}" if about else setting for setting, about in settings)


def _said(remark: str | None, words: Translator) -> str:
    return words.text(remark) if remark else ""


def _remark(words: str) -> Iterator[str]:
    return (f"# {line}" for line in textwrap.wrap(words, WIDTH, break_long_words=False))


def _listed(choices: Iterable[str]) -> str:
    return ", ".join(_quoted(choice) for choice in choices)


def _quoted(words: str) -> str:
    """A text as TOML writes it; what JSON has to escape, TOML has to as well."""
    return json.dumps(words, ensure_ascii=False).replace("\x7f", "\\u007f")


if __name__ == "__main__":
    paths.resource("styles", "embassy.toml").write_text(written(named("embassy"), "en"), "utf-8")
