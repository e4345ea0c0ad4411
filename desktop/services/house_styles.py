"""House styles to choose from: those that come with the program, and files of the user's own.

    offered(files, language) -> [Offer]    what can be chosen, and what is wrong with it now
    worn(key) -> HouseStyle                the style that prints now
    begin(file, like, language)            a file of one's own, to begin with
    picture(style) -> PDF                  a small sheet by which one knows a style

Where a file is broken or gone, the last style that was read from it goes on printing; the command
line (`publishing.print_document`) refuses it instead. Files are read again when they have changed.
All of this is asked from one thread, that which sets documents.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.domain.errors import BadInput
from desktop.language import tags
from desktop.language.translation import Translator, translator
from desktop.services import files as disk

if TYPE_CHECKING:
    from desktop.documents.styles import HouseStyle


@dataclass(frozen=True, slots=True)
class Offer:
    """A style that can be chosen.

    `key` is the name of one that comes with the program, or the path of a file. `title` and
    `trouble` are told to a reader; `trouble` is empty where nothing is wrong with the file.
    """

    key: str
    title: str
    style: "HouseStyle"
    own: bool = False
    trouble: str = ""


def offered(files: Iterable[str], language: str) -> list[Offer]:
    """What a reader of `language` can choose: the formal style first, files of one's own last."""
    from desktop.documents import styles

    words = translator(language)
    return [
        *(_shipped(key, words) for key in styles.shipped()),
        *(_own(file, words) for file in files),
    ]


def worn(key: str) -> "HouseStyle":
    """The style that prints now."""
    from desktop.documents import styles

    return styles.worn(key).style


def begin(file: Path | str, like: str, language: str) -> None:
    """Write a file in which every setting of a style is explained to a reader of `language`.

    `like` is the style to begin from. The new one has the file's name.

    Raises:
        CannotPrint: the file cannot be written; one that was there before is as it was.
    """
    from dataclasses import replace

    from desktop.documents import style_writer
    from desktop.domain.localized import Localized

    named = replace(worn(like), name=Localized.of({language: Path(file).stem}))
    disk.write(file, style_writer.written(named, language).encode())


def picture(style: "HouseStyle") -> bytes:
    """A small sheet in a style, as PDF."""
    from desktop.documents import style_specimen

    return style_specimen.make(style)


def _shipped(key: str, words: Translator) -> Offer:
    from desktop.documents import styles

    style = styles.named(key)
    return Offer(key, _title(style, key, words), style)


def _own(file: str, words: Translator) -> Offer:
    from desktop.documents import styles

    now = styles.worn(file)
    trouble = _told(now.error, Path(file), words) if now.error else ""
    return Offer(file, _title(now.style, Path(file).stem, words), now.style, True, trouble)


def _title(style: "HouseStyle", otherwise: str, words: Translator) -> str:
    return style.name.words(words.language) or otherwise


def _told(error: BadInput, file: Path, words: Translator) -> str:
    """One line: which file, which line of it, what is wrong, what to do."""
    rtl = tags.direction(words.language) == "rtl"
    name = tags.isolate(file.name, "ltr") if rtl else file.name
    number = error.place.removeprefix(f"{file}:")
    what = words.error(_in_order(error) if rtl else error.at(""))
    if not number.isdecimal():
        return words.text("{file}: {what}", file=name, what=what)
    return words.text("{file}, line {line}: {what}", file=name, line=number, what=what)


def _in_order(error: BadInput) -> BadInput:
    """The same for a line from the right: what it quotes from the file does not turn round."""
    quoted = {name: tags.isolate(str(value), "ltr") for name, value in error.fields.items()}
    return BadInput(error.source, **quoted)
