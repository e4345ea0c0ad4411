"""Text operators: lines of glyphs into a content stream, saying only what changes.

A text state (font, colour, spacing) lasts until it is changed; a line needs one position, since
every glyph moves the pen by what HarfBuzz said it should.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from desktop.documents.typesetting import making
from desktop.documents.typesetting.embedding import EmbeddedFace
from desktop.documents.typesetting.fonts import Face
from desktop.documents.typesetting.glyphs import Word
from desktop.documents.typesetting.lines import Line, Part
from desktop.documents.typesetting.style import Style

Placed = tuple[float, float, Line]
"""x and y (from the bottom) of a line's beginning, and the line."""
_NOTHING = dict[Word, str]()


def colour(value: str) -> str:
    """The operands of `rg` for a colour such as "#17365D", or what stands for it here."""
    return _operands(making.colour(value))


@lru_cache(500)
def _operands(value: str) -> str:
    return " ".join(f"{int(value[at : at + 2], 16) / 255:.3f}".rstrip("0") for at in (1, 3, 5))


@dataclass(slots=True)
class TextState:
    """What the page's graphics state holds of text."""

    font: EmbeddedFace | None = None
    size: float = 0.0
    fill: str = ""
    tracking: float = 0.0
    rise: float = 0.0


def shown(line: Line, language: str, fonts: Mapping[Face, EmbeddedFace]) -> str:
    """What shows a line from where it begins; "" where it leaves letters apart or raised."""
    operators: list[str] = []
    pen = Pen(operators, fonts)
    pen.write(line.parts, language)
    changed = line.bidirectional or pen.state.tracking or pen.state.rise
    return "" if changed else "\n".join(operators)


class Pen:
    """Writes lines of text into the operators of one page."""

    def __init__(self, operators: list[str], fonts: Mapping[Face, EmbeddedFace]) -> None:
        self.state = TextState()
        self._out, self._fonts = operators, fonts
        self._x = self._y = 0.0  # where the last line of the text object began
        self._inside: list[str] = []  # of the TJ array being gathered

    def remember(self) -> TextState:
        """The state before `q`, to be put back after `Q`."""
        return replace(self.state)

    def begin(self) -> None:
        """Begin a text object."""
        self._out.append("BT")
        self._x = self._y = 0.0

    def end(self) -> None:
        """End it."""
        self._out.append("ET")

    def ready(self, operators: str) -> None:
        """Operators of lines that say all they need but for `Tc` and `Ts`."""
        state = self.state
        self._track(0.0)
        if state.rise:
            self._out.append("0 Ts")
        self._out.append(operators)
        self.state = TextState()

    def lines(self, placed: Iterable[Placed], language: str) -> None:
        """Lines whose element has this language, inside a text object."""
        for x, y, line in placed:
            x, y = round(x, 2), round(y, 2)
            self._out.append(f"{x - self._x:.6g} {y - self._y:.6g} Td")
            self._x, self._y = x, y
            self.write(line.parts, language)

    def write(self, parts: tuple[Part, ...], language: str) -> None:
        """A line whose beginning is where the text object is."""
        spoken, like, plain = "", None, _NOTHING
        for part in parts:
            word, style, _ = part
            if style is like and (inside := plain.get(word)):
                self._inside.append(inside)  # the words of a line mostly follow their like
                continue
            like = None
            if style.language != language or word.reordered or style.tracking or spoken:
                spoken = self._say(part, language, spoken)
            font = self._word(word, style)
            if "ActualText" not in spoken and not self.state.rise:
                like, plain = style, font.plain
        self._flush()
        if spoken:
            self._out.append("EMC")

    def _say(self, part: Part, language: str, before: str) -> str:
        """Tell a reader of a part: another language, text its glyphs don't give."""
        word, style, level = part
        said = f"/Lang({style.language})" if style.language != language else ""
        if word.reordered or (style.tracking and not level):
            said += f"/ActualText<FEFF{word.text.encode('utf-16-be').hex()}>"
        if said != before or "ActualText" in said:
            self._flush()
            if before:
                self._out.append("EMC")
            if said:
                self._out.append(f"/Span<<{said}>>BDC")
        return said

    def _word(self, word: Word, style: Style) -> EmbeddedFace:
        state = self.state
        if style.colour != state.fill or style.tracking != state.tracking:
            self._flush()
            self.fill(style.colour)
            self._track(style.tracking)
        face = word.runs[0].face
        font, size = self._fonts[face], style.size * face.scale
        plain = font.plain.get(word) or font.code(word)
        if plain:
            self._use(font, size, 0.0)
            self._inside.append(plain)
            return font
        for run in word.runs:
            font, size = self._fonts[run.face], style.size * run.face.scale
            for rise, inside in font.encode(run):
                self._use(font, size, rise * size)
                self._inside.append(inside)
        return font

    def _track(self, tracking: float) -> None:
        if tracking != self.state.tracking:
            self.state.tracking = tracking
            self._out.append(f"{tracking:.4g} Tc")

    def _use(self, font: EmbeddedFace, size: float, rise: float) -> None:
        state = self.state
        if font is state.font and size == state.size and rise == state.rise:
            return
        self._flush()
        if font is not state.font or size != state.size:
            state.font, state.size = font, size
            self._out.append(f"/{font.name} {size:.6g} Tf")
        if rise != state.rise:
            state.rise = rise
            self._out.append(f"{rise:.4g} Ts")

    def _flush(self) -> None:
        if self._inside:
            inside = "".join(self._inside).replace("><", "")
            self._out.append(f"[{inside}]TJ")
            self._inside.clear()

    def fill(self, value: str) -> None:
        """Colour of text and areas from here on."""
        if value != self.state.fill:
            self.state.fill = value
            self._out.append(f"{colour(value)} rg")
