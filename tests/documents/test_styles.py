"""House styles: what they change on paper, and what is said about broken ones."""

from dataclasses import replace
from pathlib import Path

import pytest
from PIL import ImageStat

from desktop import paths
from desktop.documents import styles
from desktop.documents.kinds import kind
from desktop.documents.request import Request, silent
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


def test_what_a_file_leaves_out_is_the_embassys(tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_text('[colours]\ntitle = "#334455"\n', "utf-8")
    assert styles.named(str(file)) == styles.HouseStyle(colours={"title": "#334455"})


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ('[colours]\nink = "#000000"\ntitle = "navy"\n', 3, "#17365D"),
        ('[colours]\n\n# a remark\nheadline = "#000000"\n', 4, "Here there is ink"),
        ("[logos]\nreport = 400\n", 2, "6 to 40"),
        ("[logos]\nreport = true\n", 2, "millimetres"),
        ('[typefaces]\ntitles = "Comic Sans"\n', 2, "“serif”, “sans”"),
        ('[nothing]\nhere = "yes"\n', 2, r"\[colours\]"),
        ("[footer]\nes = 12\n", 2, "text in quotes"),
        ('[footer]\n"-" = "x"\n', 2, "no such language"),
        ('colour = "#000000"\n', 1, r"\[colours\]"),
        ("[colours]\nink = #000000\n", 2, "TOML"),
        ("[colours]\n[colours]\n", 2, "TOML"),
        ("[parts.report]\nsummary = 3\n", 2, "text in quotes"),
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


def test_a_file_that_is_not_there_or_no_text(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="embassy, plain, university"):
        styles.named("no-such-style")
    binary = tmp_path / "picture.toml"
    binary.write_bytes(b"\x89PNG\xff")
    with pytest.raises(BadInput, match="UTF-8"):
        styles.named(str(binary))


def test_a_watched_file_keeps_its_last_good_style(tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_text('[looks]\ncover = "open"\n', "utf-8")
    watched = styles.Watched(file)
    good = watched.now()
    assert (good.cover, watched.error) == ("open", None)
    file.write_text('[looks]\ncover = "transparent"\n', "utf-8")
    assert watched.now() == good
    assert watched.error is not None
    assert watched.error.place == f"{file}:2"
    file.unlink()
    assert watched.now() == good
    file.write_text('[looks]\ncover = "framed"\n', "utf-8")
    assert (watched.now().cover, watched.error) == ("framed", None)


def test_every_setting_that_can_be_written_is_told_in_the_embassys_file() -> None:
    text = paths.resource("styles", "embassy.toml").read_text("utf-8")
    for word in (*styles.ROLES, "titles", "furniture", "cover", "pictures", "letterhead.text"):
        assert word in text
