"""House styles: how all papers of one house look, kept in small TOML files.

    named(name or path) -> HouseStyle    one that comes with the program, or a file of the user's
    worn(name or path) -> Worn           the same, where the file is being worked on
    shipped() -> names                   those that come with the program

What can be said in such a file is told in `resources/styles/embassy.toml`; `style_file` reads it,
`style_writer` writes it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from desktop import paths
from desktop.domain.errors import BadInput
from desktop.domain.localized import Localized

if TYPE_CHECKING:
    from desktop.documents.typesetting.making import Making
    from desktop.documents.typesetting.style import Family, FontFile, Shipped

Cover = Literal["filled", "framed", "open"]
Head = Literal["names", "logos", "none"]

ROLES: Mapping[str, tuple[str, ...]] = {
    "ink": ("#1B1F24",),
    "title": ("#17365D",),
    "bar": ("#17365C",),
    "title-light": ("#8FA3BC",),
    "accent": ("#A8772A",),
    "accent-text": ("#8A5F1A",),
    "second": ("#5F6772",),
    "hairline": ("#C9CED6",),
    "rosette": ("#EFE9DB",),
    "sign-accent": ("#E8C88E",),
    "sign-text": ("#DCE4EE",),
    "cover-accent": ("#E3BE7C",),
    "cover-text": ("#E6ECF3",),
    "cover-dot": ("#3F6090",),
    "authority": ("#7A2233",),
    "diplomat": ("#6E3A17",),
    "scholar": ("#2B5C7D",),
    "official": ("#3F5530",),
    "volunteer": ("#6B5A12",),
    "press": ("#1D6A66",),
    "student": ("#5A3E7A",),
    "business": ("#34495E",),
    "guest": ("#4A525C",),
}
"""What each colour is for; the embassy's own, as `tokens` and `categories` name them, stand for
it in the program. Speakers have the colour of titles, staff that of accents in text."""


BANDS = ("title", "accent-text", *tuple(ROLES)[tuple(ROLES).index("authority") :])
"""The colours of bands with text on them."""


@dataclass(frozen=True, slots=True)
class HouseStyle:
    """How a house's papers look; what is not said is the embassy's.

    `colours` are by role (`ROLES`) as "#RRGGBB". `titles`, `text` and `furniture` are the
    typefaces of titles, running text and the rest; `fonts` are the house's own for these, by
    cut ("regular", "bold"...). Logos and margins are millimetres. `parts` are options that
    documents have without being asked, by kind of document. `heading` is a text of the house
    under its letterhead, `footer` one for the foot of a page where the event has none of its own.
    """

    name: Localized = Localized()
    colours: Mapping[str, str] = field(default_factory=dict[str, str])
    titles: Literal["serif", "sans"] = "serif"
    text: Literal["serif", "sans"] = "serif"
    furniture: Literal["serif", "sans"] = "sans"
    fonts: Mapping[str, Mapping[str, "FontFile"]] = field(
        default_factory=dict[str, Mapping[str, "FontFile"]]
    )
    pictures: Literal["colour", "grey"] = "colour"
    areas: Literal["filled", "framed"] = "filled"
    cover: Cover = "filled"
    programme_logos: float = 16.2
    report_logos: float = 17.0
    booklet_logos: float = 17.0
    programme_margin: float = 17.0
    report_margin: float = 20.0
    letterhead: Head = "names"
    heading: Localized = Localized()
    footer: Localized = Localized()
    parts: Mapping[str, Mapping[str, str]] = field(default_factory=dict[str, Mapping[str, str]])

    @property
    def palette(self) -> dict[str, str]:
        """What is printed for each of the program's own colours, where it is another."""
        said = self.colours
        if self.areas == "framed":  # what is meant for a filled band is too pale on paper
            dark = {"sign-text": "ink", "sign-accent": "title"}
            said = {**said, **{role: said.get(to, ROLES[to][0]) for role, to in dark.items()}}
        return {own: colour for role, colour in said.items() for own in ROLES[role]}

    @property
    def framed(self) -> frozenset[str]:
        """The program's own colours whose areas are framed instead of filled."""
        roles = BANDS if self.areas == "framed" else ()
        return frozenset(own for role in roles for own in ROLES[role])

    @property
    def making(self) -> "Making":
        """How documents are made in this style, watched by whoever watches now."""
        from desktop.documents.typesetting import making

        return making.current().but(
            colours=self.palette,
            typefaces=making.Typefaces(
                self._family("titles", self.titles),
                self._family("text", self.text),
                self._family("furniture", self.furniture),
            ),
            grey=self.pictures == "grey",
            framed=self.framed,
        )

    def _family(self, role: str, shipped: "Shipped") -> "Family":
        from desktop.documents.typesetting.style import HouseFamily

        own = self.fonts.get(role)
        return HouseFamily(tuple(sorted(own.items())), shipped) if own else shipped


EMBASSY = HouseStyle()
"""What is printed where no style is asked for."""


def shipped() -> list[str]:
    """The names of the styles that come with the program, the formal one first."""
    return sorted(file.stem for file in paths.resource("styles").glob("*.toml"))


def named(name: str) -> HouseStyle:
    """A style by its name or by the path of its file; without a name, the embassy's.

    Raises:
        BadInput: there is none, or its file is broken (place: file and line).
    """
    if not name:
        return EMBASSY
    if name in shipped():
        return _shipped(name)
    if not Path(name).is_file():
        raise BadInput(
            "There is no house style “{style}”. Choose one of {known}, or a file of your own.",
            style=name,
            known=", ".join(shipped()),
        )
    return _read(Path(name))


@cache
def _shipped(name: str) -> HouseStyle:
    return _read(paths.resource("styles", f"{name}.toml"))


def _read(file: Path) -> HouseStyle:
    from desktop.documents import style_file

    return style_file.read(file)


@dataclass(frozen=True, slots=True)
class Worn:
    """The style that prints now, and what is wrong with its file; None where nothing is."""

    style: HouseStyle
    error: BadInput | None = None


def worn(name: str) -> Worn:
    """A style by its name or the path of its file, which may be broken or gone for the moment.

    The last style that this process read from the file remains; before the first, the embassy's.
    """
    return Worn(named(name)) if not name or name in shipped() else _watched(Path(name)).now()


class Watched:
    """A style file that somebody is working on: it and its fonts are read when they changed."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._worn = Worn(EMBASSY)
        self._seen: list[tuple[int, int] | None] = [None]

    def now(self) -> Worn:
        """The file's style; the last good one while the file is broken or gone."""
        seen = self._stamps()
        # What is wrong may be mended in a font that the style names.
        if None in seen or seen != self._seen or self._worn.error:
            try:
                self._worn = Worn(_read(self._file))
            except BadInput as error:
                self._worn = Worn(self._worn.style, error)
            self._seen = self._stamps()
        return self._worn

    def _stamps(self) -> list[tuple[int, int] | None]:
        """When the style and its fonts were written, and how large they are; None for none."""
        fonts = [font.path for own in self._worn.style.fonts.values() for font in own.values()]
        return [_stamp(Path(file)) for file in (self._file, *fonts)]


def _stamp(file: Path) -> tuple[int, int] | None:
    try:
        stat = file.stat()
    except OSError:
        return None
    return stat.st_mtime_ns, stat.st_size


_watched = cache(Watched)
