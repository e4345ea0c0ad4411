"""A house's fonts: what they set, what helps them out, and what is said of those that cannot."""

import io
import os
import re
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from fontTools.subset import Subsetter
from fontTools.ttLib import TTFont
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop import paths
from desktop.documents import style_specimen, style_writer, styles
from desktop.documents.kinds import kind
from desktop.documents.request import Request, silent
from desktop.documents.typesetting import fonts, house_fonts
from desktop.domain.errors import BadInput
from tests.documents import sample
from tests.documents.reading import Paper

Cmap = Callable[[int], bool]


def latin(code: int) -> bool:
    return code < 0x370 or code > 0x2000


def russian(code: int) -> bool:
    return latin(code) or 0x401 <= code <= 0x451


def font(file: Path, has: Cmap = latin, cut: str = "Regular", rights: int = 0) -> Path:
    """A font of the house: one that comes with the program, with some of its letters."""
    made = TTFont(paths.resource("fonts", f"SourceSans3-{cut}.ttf"))
    subsetter = Subsetter()
    subsetter.populate(unicodes=[code for code in made.getBestCmap() if has(code)])
    subsetter.subset(made)
    made["name"].setName(f"House-{file.stem}", 6, 3, 1, 0x409)
    made["OS/2"].fsType = rights
    made.save(file)
    return file


def style(folder: Path, text: str) -> styles.HouseStyle:
    file = folder / "mine.toml"
    file.write_text(text, "utf-8")
    return styles.named(str(file))


def programme(worn: styles.HouseStyle, *languages: str) -> bytes:
    request = Request(languages or ("es", "kk"), style=worn)
    return kind("programme").make(sample.dossier(), request, silent)


def faces(pdf: bytes) -> set[str]:
    """The names of the fonts in a file, without the marks of subsets; all are in it."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        fonts = [one for one in document.objects if isinstance(one, pikepdf.Dictionary)]
        found = [one for one in fonts if one.get("/Type") == "/FontDescriptor"]
        assert all("/FontFile2" in one for one in found)
        names = [str(one["/FontName"]) for one in found]
    assert all(re.match("/[A-Z]{6}[+]", name) for name in names)
    return {name[8:] for name in names}


def test_text_and_titles_are_set_in_the_houses_fonts(tmp_path: Path) -> None:
    font(tmp_path / "text.ttf")
    font(tmp_path / "strong.ttf", cut="Bold")
    worn = style(
        tmp_path,
        '[fonts.text]\nregular = "text.ttf"\n[fonts.titles]\n'
        f'bold = "{(tmp_path / "strong.ttf").as_posix()}"\n',
    )
    pdf = programme(worn)
    assert {"House-text", "House-strong", "SourceSerif4-Regular"} <= faces(pdf)
    assert programme(worn) == pdf
    with Paper(pdf) as paper:
        for language in ("es", "kk"):
            assert sample.EVENT.title.get(language) in paper


@pytest.mark.parametrize(
    ("has", "languages"), [(latin, {"es", "en"}), (russian, {"es", "en", "ru"})]
)
def test_a_language_whose_letters_the_font_lacks_is_in_one_typeface(
    tmp_path: Path, has: Cmap, languages: set[str]
) -> None:
    font(tmp_path / "own.ttf", has)
    family = style(tmp_path, '[fonts.text]\nregular = "own.ttf"\n').making.typefaces.text
    for language in ("es", "en", "ru", "kk", "ar"):
        chain = fonts.chain(family, 400, False, language)
        own = "House-own" if language in languages else "SourceSerif4-Regular"
        assert {chain.first.name, chain.face("a").name} == {own}
    spanish = fonts.chain(family, 700, True, "es")
    assert [spanish.face(char).name for char in "ñқ"] == [
        "House-own",
        "SourceSerif4-SemiBoldItalic",
    ]
    assert fonts.missing("ñқ", [family]) == []


def test_arabic_is_set_by_what_comes_with_the_program(tmp_path: Path) -> None:
    font(tmp_path / "own.ttf")
    pdf = programme(style(tmp_path, '[fonts.text]\nregular = "own.ttf"\n'), "ar", "en")
    assert {"House-own", "Amiri-Regular"} <= faces(pdf)
    with Paper(pdf) as paper:
        assert sample.EVENT.title.get("ar") in paper


def test_a_copy_of_a_style_finds_the_fonts_from_anywhere(tmp_path: Path) -> None:
    font(tmp_path / "own.ttf")
    worn = style(tmp_path, '[fonts.text]\nbold-italic = "own.ttf"\n')
    (tmp_path / "copies").mkdir()
    copy = style(tmp_path / "copies", style_writer.written(worn, "es"))
    assert copy.fonts == worn.fonts
    assert copy.making.typefaces == worn.making.typefaces


def test_a_watched_style_follows_its_fonts(tmp_path: Path) -> None:
    file, own = tmp_path / "mine.toml", tmp_path / "own.ttf"
    file.write_text('[fonts.text]\nregular = "own.ttf"\n', "utf-8")
    assert "There is no font" in str(styles.worn(str(file)).error)
    font(own)
    first = styles.worn(str(file))
    assert first.error is None
    assert styles.worn(str(file)) is first
    font(own, cut="Bold")
    os.utime(own, (1, 1))
    assert style_specimen.make(styles.worn(str(file)).style) != style_specimen.make(first.style)
    own.unlink()
    gone = styles.worn(str(file))
    assert gone.error is not None
    assert gone.error.place == f"{file}:2"
    assert gone.style.fonts


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda file: None, "There is no font .*own.ttf”"),
        (lambda file: file.mkdir(), "There is no font"),
        (lambda file: file.write_bytes(b""), "no font that can be printed"),
        (lambda file: file.write_text("Dear printer"), "no font that can be printed"),
        (lambda file: file.write_bytes(b"wOF2" + bytes(99)), r"\.ttf or \.otf"),
        (lambda file: file.write_bytes(b"\0\1\0\0" + bytes(99)), "no font that can be printed"),
        (lambda file: file.write_bytes(b"ttcf" + bytes(99)), "one font in it"),
        (lambda file: font(file, rights=2), "licence"),
        (lambda file: font(file, rights=0x100), "licence"),
        (lambda file: file.write_bytes(bytes(house_fonts.LARGEST + 1)), "too large"),
        (lambda file: font(file, lambda code: False), "no font that can be printed"),
    ],
)
def test_a_font_that_cannot_be_printed_is_told_with_the_line(
    tmp_path: Path, make: Callable[[Path], object], said: str
) -> None:
    make(tmp_path / "own.ttf")
    with pytest.raises(BadInput, match=said) as caught:
        style(tmp_path, '[name]\nes = "Casa"\n[fonts.text]\nregular = "own.ttf"\n')
    assert caught.value.place == f"{tmp_path / 'mine.toml'}:4"


def test_a_variable_font_is_refused_and_preview_and_print_is_enough(tmp_path: Path) -> None:
    made = TTFont(font(tmp_path / "own.ttf", rights=4))
    assert style(tmp_path, '[fonts.text]\nregular = "own.ttf"\n').fonts
    made.reader.tables["fvar"] = made.reader.tables["gasp"]
    made.save(tmp_path / "own.ttf")
    with pytest.raises(BadInput, match="static files"):
        style(tmp_path, '[fonts.text]\nregular = "own.ttf"\n')


def test_a_name_that_would_break_a_document_does_not(tmp_path: Path) -> None:
    made = TTFont(font(tmp_path / "own.ttf"))
    made["name"].setName("House >>/Evil(%\n", 6, 3, 1, 0x409)
    made.save(tmp_path / "own.ttf")
    assert "HouseEvil" in faces(programme(style(tmp_path, '[fonts.text]\nregular = "own.ttf"\n')))


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return font(tmp_path_factory.mktemp("fonts") / "own.ttf", lambda code: 31 < code < 127)


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.tuples(st.integers(0, 4000), st.integers(0, 255)), max_size=12),
    st.integers(0, 20_000),
)
def test_a_spoilt_font_is_refused_or_prints(
    tmp_path: Path, sound: Path, spoilt: list[tuple[int, int]], lost: int
) -> None:
    data = bytearray(sound.read_bytes())
    for place, value in spoilt:
        data[place] = value
    (tmp_path / "own.ttf").write_bytes(data[: len(data) - max(lost - 10_000, 0)])
    own = "".join(f'[fonts.{role}]\nregular = "own.ttf"\n' for role in ("titles", "text"))
    try:
        worn = style(tmp_path, own)
    except BadInput as error:
        assert "own.ttf" in str(error)  # noqa: PT017
    else:
        assert style_specimen.make(worn).startswith(b"%PDF")
