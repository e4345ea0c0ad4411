"""House styles: what they change on paper, and what is said about broken ones."""

import io
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import ImageStat

from desktop import paths
from desktop.documents import styles
from desktop.documents.kinds import kind
from desktop.documents.request import Request, silent
from desktop.documents.typesetting import ink
from desktop.documents.typesetting.document import mm
from desktop.domain.errors import BadInput, CannotPrint
from desktop.domain.localized import Localized
from tests.documents import sample
from tests.documents.reading import Paper

NAVY, BLACK, GREEN = (23, 54, 93), (0, 0, 0), (11, 79, 74)


def printed(key: str, style: styles.HouseStyle, **options: str) -> Paper:
    request = Request(("es", "kk"), options=options, style=style)
    return Paper(kind(key).make(sample.dossier(), request, silent))


def colours(paper: Paper) -> set[tuple[int, int, int]]:
    """Those of large areas on the first two pages."""
    found: set[tuple[int, int, int]] = set()
    for page in (0, 1):
        picture = paper.colours(page, 50)
        counts = picture.getcolors(picture.width * picture.height) or []
        found |= {colour for count, colour in counts if count > 40}
    return found


def test_the_embassys_file_says_what_the_program_has_anyway() -> None:
    written, own = styles.named("embassy"), styles.EMBASSY
    assert all(colour == to for colour, to in written.palette.items())
    for field in ("titles", "text", "furniture", "areas", "cover", "pictures", "letterhead"):
        assert getattr(written, field) == getattr(own, field)
    for field in ("programme_logos", "report_logos", "programme_margin", "report_margin"):
        assert getattr(written, field) == getattr(own, field)


@pytest.mark.parametrize("name", ["embassy", "university", "plain"])
def test_styles_that_come_with_the_program(name: str) -> None:
    assert name in styles.shipped()
    style = styles.named(name)
    assert set(style.colours) == set(styles.ROLES)
    assert {"en", "es", "kk", "ru", "ar"} <= set(style.name.languages)
    with printed("report", style) as paper:
        assert sample.EVENT.title.get("es") in paper


def test_colours_come_from_the_style() -> None:
    with printed("programme", styles.EMBASSY) as paper:
        assert NAVY in colours(paper) or (23, 54, 92) in colours(paper)
    with printed("programme", styles.named("university")) as paper:
        assert GREEN in colours(paper)


def operators(pdf: bytes) -> bytes:
    """What is drawn on the pages of a document, and on what is placed on them."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        streams = [one for one in document.objects if isinstance(one, pikepdf.Stream)]
        drawn = [one for one in streams if one.get("/Subtype") != "/Image"]
        return b"\n".join(one.read_bytes() for one in drawn if one.get("/Type") != "/XRef")


def test_every_colour_that_can_be_set_is_printed_somewhere() -> None:
    own = {
        role: f"#{40 + 7 * place:02X}{200 - 6 * place:02X}{60 + 5 * place:02X}"
        for place, role in enumerate(styles.ROLES)
    }
    held, categories = sample.dossier(), list(styles.ROLES)[-9:]
    guests = tuple(
        replace(one, category=categories[place % len(categories)])
        for place, one in enumerate(held.attendees * 3)
    )
    held = replace(held, attendees=guests)
    request = Request(("es", "kk"), style=styles.HouseStyle(colours=own))
    missing = set(own)
    for key in ("programme", "booklet", "report", "badges", "door-signs", "certificates"):
        drawn = operators(kind(key).make(held, request, silent))
        missing -= {role for role in missing if ink.colour(own[role]).encode() in drawn}
    assert not missing


@pytest.mark.parametrize(
    ("key", "changed"),
    [
        ("programme", {"titles": "sans"}),
        ("programme", {"text": "sans"}),
        ("programme", {"furniture": "serif"}),
        ("programme", {"programme_logos": 30.0}),
        ("programme", {"programme_margin": 30.0}),
        ("programme", {"pictures": "grey"}),
        ("report", {"report_logos": 30.0}),
        ("report", {"report_margin": 30.0}),
        ("report", {"letterhead": "logos"}),
        ("report", {"letterhead": "none"}),
        ("report", {"heading": Localized.of(kk="Қабанбай батыр 47")}),
        ("report", {"footer": Localized.of(kk="Қабанбай батыр 47")}),
        ("booklet", {"booklet_logos": 10.0}),
        ("booklet", {"cover": "framed"}),
        ("badges", {"areas": "framed"}),
        ("badges", {"parts": {"badges": {"format": "a6"}}}),
    ],
)
def test_everything_else_that_can_be_set_changes_the_paper(
    key: str, changed: dict[str, Any]
) -> None:
    usual = kind(key).make(sample.dossier(), Request(("es", "kk")), silent)
    request = Request(("es", "kk"), style=styles.HouseStyle(**changed))
    assert operators(kind(key).make(sample.dossier(), request, silent)) != operators(usual)


def test_the_plain_style_is_black_and_white() -> None:
    with printed("report", styles.named("plain")) as paper:
        for page in range(len(paper.pages)):
            red, green, blue = paper.colours(page, 40).split()
            assert red.tobytes() == green.tobytes() == blue.tobytes()


def test_framed_areas_save_toner_and_stay_legible() -> None:
    def darkness(style: styles.HouseStyle) -> float:
        with printed("booklet", replace(style, cover="filled"), form="pages") as paper:
            grey = paper.picture(0, 40)
            assert sample.EVENT.title.get("kk") in paper
        return 1 - ImageStat.Stat(grey).mean[0] / 255

    filled, framed = (darkness(styles.HouseStyle(areas=areas)) for areas in ("filled", "framed"))
    assert filled > 0.4
    assert 0.02 < framed < 0.1


def test_what_stands_on_a_framed_band_is_legible_whatever_the_filled_one_had() -> None:
    style = styles.HouseStyle(areas="framed", colours={"sign-text": "#DCE4EE"})
    with printed("door-signs", style) as paper:
        assert not {(220, 228, 238), (232, 200, 142)} & {
            colour for _, colour in paper.colours(0, 100).getcolors(1_000_000) or []
        }


def test_one_document_does_not_dress_the_next() -> None:
    request = Request(("es", "kk"))
    before = kind("programme").make(sample.dossier(), request, silent)
    printed("programme", styles.named("plain")).close()
    assert kind("programme").make(sample.dossier(), request, silent) == before


def test_the_house_speaks_where_the_event_is_silent() -> None:
    style = styles.HouseStyle(heading=Localized.of(es="Calle Mayor 1"))
    with printed("report", style) as paper:
        assert "Calle Mayor 1" in paper


def test_parts_of_a_style_are_options_until_somebody_chooses() -> None:
    style = styles.HouseStyle(parts={"programme": {"abstracts": "no"}})
    abstract = sample.SLOTS[2].abstract.get("es")
    with printed("programme", style) as paper:
        assert abstract not in paper
    with printed("programme", style, abstracts="yes") as paper:
        assert abstract in paper
    with pytest.raises(CannotPrint, match="grouping"):
        printed("programme", styles.HouseStyle(parts={"programme": {"abstract": "no"}}))


@pytest.mark.parametrize("largest", [6.0, 40.0])
def test_a_letter_has_its_houses_text_in_both_languages_above_the_window(largest: float) -> None:
    heading = Localized.of(es="Calle Mayor 1", kk="Қабанбай батыр 47")
    for head in ("names", "logos"):
        style = styles.HouseStyle(letterhead=head, heading=heading, report_logos=largest)
        with printed("invitations", style, form="letter") as paper:
            found = [paper.places(text)[0] for _, text in heading]
            assert found[0].x < found[1].x
            assert all(place.y < mm(56) for place in found), "where the address begins"


def test_what_a_file_leaves_out_is_the_embassys(tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_text('[colours]\ntitle = "#334455"\n', "utf-8")
    assert styles.named(str(file)) == styles.HouseStyle(colours={"title": "#334455"})


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ('[colours]\nink = "#000000"\ntitle = "navy"\n', 3, "#17365D"),
        ('[colours]\n\n# a remark\nhead = "#000000"\n', 4, "Here there is ink"),
        ("[logos]\nreport = 400\n", 2, "6 to 40"),
        ("[logos]\nreport = true\n", 2, "millimetres"),
        ('[typefaces]\ntitles = "Comic Sans"\n', 2, "“serif”, “sans”"),
        ('[nothing]\nhere = "yes"\n', 1, r"\[colours\]"),
        ("[footer]\nes = 12\n", 2, "text in quotes"),
        ('[footer]\n"-" = "x"\n', 2, "no such language"),
        ('colour = "#000000"\n', 1, r"\[colours\]"),
        ("[colours]\nink = #000000\n", 2, "“ink = #000000” cannot be read"),
        ('[colours]\nink = "#000000\n\n[logos]\n', 2, "on a line of its own"),
        ('[colours]\nink = """#000000\n', 2, "cannot be read"),
        ("[colours]\n[colours]\n", 2, "twice"),
        ('[colours]\nink = "#000000"\nink = "#111111"\n', 3, "twice"),
        ('[colours]\ntitel = "#000000"\n', 2, "Here there is title"),
        ('colours = "#000000"\n', 1, r"Write \[colours\] on a line of its own"),
        ("[[colours]]\n", 1, "heading"),
        ("[color]\n", 1, r"Here there is \[colours\]"),
        ("[parts.report]\nsummary = 3\n", 2, "“no”, “page”, “only”"),
        ('[parts.report]\nsummary = "yes"\n', 2, "“no”, “page”, “only”"),
        ('[parts.report]\nsumary = "page"\n', 2, "Here there is summary"),
        ("[parts.programme]\nabstracts = false\n", 2, "“yes”, “no”"),
        ('[parts.program]\nabstracts = "no"\n', 1, r"Here there is \[parts.programme\]"),
        ('[name]\nes = "a"\n[colours]\n' + "a." * 900 + "b = 1\n", 4, "not known"),
        ('[name]\nes = "a"\nen = ' + "[" * 5000 + "\n", 3, "cannot be read"),
        ('[name]\nes = "a"\n[logos]\nreport = ' + "9" * 5000 + "\n", 4, "cannot be read"),
        ("[logos]\nreport = nan\n", 2, "6 to 40"),
        ("[logos]\nreport = 1979-05-27\n", 2, "millimetres"),
        ('[name]\nes = "a\x00b"\n', 2, "cannot be read"),
    ],
)
def test_a_broken_file_names_the_line_and_what_to_write(
    tmp_path: Path, text: str, line: int, said: str
) -> None:
    file = tmp_path / "mine.toml"
    file.write_text(text, "utf-8")
    with pytest.raises(BadInput, match=said) as caught:
        styles.named(str(file))
    assert caught.value.place == f"{file}:{line}"


def test_a_file_that_is_not_there_or_no_style(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="embassy, plain, university"):
        styles.named("no-such-style")
    latin = tmp_path / "latin.toml"
    latin.write_bytes('[footer]\nes = "España"\n'.encode("latin-1"))
    with pytest.raises(BadInput, match="UTF-8") as caught:
        styles.named(str(latin))
    assert caught.value.place == f"{latin}:2"
    latin.write_bytes("[looks]\n".encode("utf-16"))
    with pytest.raises(BadInput, match="UTF-8"):
        styles.named(str(latin))
    huge = tmp_path / "huge.toml"
    huge.write_bytes(b"#" * 3_000_000)
    with pytest.raises(BadInput, match="too large"):
        styles.named(str(huge))
    with pytest.raises(BadInput, match="There is no house style"):
        styles.named(str(tmp_path))
    assert "no file" in str(styles.worn(str(tmp_path)).error)


def test_a_file_as_the_editors_of_windows_save_it(tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_bytes('\ufeff[footer]\r\nes = "España"\r\n'.encode())
    assert styles.named(str(file)).footer == Localized.of(es="España")


@given(st.binary(max_size=200) | st.text(alphabet='[]=".#\\\n\t aelouxp{}1-', max_size=80))
def test_whatever_stands_in_a_file_is_a_style_or_one_clear_error(written: bytes | str) -> None:
    with TemporaryDirectory() as folder:
        file = Path(folder, "mine.toml")
        file.write_bytes(written if isinstance(written, bytes) else written.encode())
        try:
            styles.named(str(file))
        except BadInput as error:
            assert error.place.removeprefix(f"{file}:").isdecimal()  # noqa: PT017
            assert "\n" not in str(error)  # noqa: PT017


def test_a_watched_file_keeps_its_last_good_style(tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    assert styles.worn(str(file)).style == styles.EMBASSY
    file.write_text('[looks]\ncover = "open"\n', "utf-8")
    good = styles.worn(str(file))
    assert (good.style.cover, good.error) == ("open", None)
    assert styles.worn(str(file)) is good
    file.write_text('[looks]\ncover = "transparent"\n', "utf-8")
    broken = styles.worn(str(file))
    assert broken.style == good.style
    assert broken.error is not None
    assert broken.error.place == f"{file}:2"
    file.unlink()
    gone = styles.worn(str(file))
    assert gone.style == good.style
    assert "gone" in str(gone.error)
    file.write_text('[looks]\ncover = "framed"\n', "utf-8")
    assert styles.worn(str(file)) == styles.Worn(styles.HouseStyle(cover="framed"))


def test_styles_that_come_with_the_program_are_worn_as_they_are() -> None:
    assert styles.worn("") == styles.Worn(styles.EMBASSY)
    assert styles.worn("plain") == styles.Worn(styles.named("plain"))


def test_every_setting_that_can_be_written_is_told_in_the_embassys_file() -> None:
    text = paths.resource("styles", "embassy.toml").read_text("utf-8")
    for word in (*styles.ROLES, "titles", "furniture", "cover", "pictures", "letterhead.text"):
        assert word in text
