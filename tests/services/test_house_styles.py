"""House styles as they are chosen: what is offered, begun, broken, and goes on printing."""

from pathlib import Path

import pytest

from desktop.domain.errors import CannotPrint
from desktop.services import house_styles
from desktop.services.house_styles import Offer


def own(file: Path, language: str = "en") -> Offer:
    return house_styles.offered([str(file)], language)[-1]


def test_those_that_come_along_are_offered_before_ones_own(tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_text('[name]\nen = "Our house"\n[parts.programme]\nabstracts = "no"\n', "utf-8")
    offers = house_styles.offered([str(file)], "en")
    assert [offer.key for offer in offers] == ["embassy", "plain", "university", str(file)]
    assert [offer.title for offer in offers] == ["Embassy", "Plain", "University", "Our house"]
    assert [offer.own for offer in offers] == [False, False, False, True]
    assert not any(offer.trouble for offer in offers)
    assert offers[-1].style.parts == {"programme": {"abstracts": "no"}}
    assert house_styles.offered([str(file)], "en") == offers


def test_a_file_without_a_title_has_its_own_name(tmp_path: Path) -> None:
    file = tmp_path / "Spring.toml"
    file.write_text("", "utf-8")
    assert own(file).title == "Spring"


@pytest.mark.parametrize("like", ["university", "plain", ""])
@pytest.mark.parametrize("language", ["kk", "ar"])
def test_ones_own_begins_as_a_copy_with_its_own_name(
    tmp_path: Path, like: str, language: str
) -> None:
    file = tmp_path / "Our “new” house.toml"
    house_styles.begin(file, like, language)
    begun, model = own(file, language), house_styles.worn(like)
    assert (begun.title, begun.trouble) == ("Our “new” house", "")
    assert begun.style.palette == (model.palette or house_styles.worn("embassy").palette)
    assert (begun.style.titles, begun.style.cover) == (model.titles, model.cover)


def test_a_file_that_cannot_be_begun_is_told(tmp_path: Path) -> None:
    with pytest.raises(CannotPrint, match="cannot be written"):
        house_styles.begin(tmp_path / "nowhere" / "mine.toml", "plain", "en")


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "mine.toml, line 2: “looks.cover” is one of “filled”, “framed”, “open”."),
        ("ru", "mine.toml, строка 2: "),
        ("ar", "\u2066mine.toml\u2069، السطر 2: "),
    ],
)
def test_while_a_file_is_broken_the_last_good_style_prints(
    tmp_path: Path, language: str, line: str
) -> None:
    file = tmp_path / "mine.toml"
    file.write_text('[looks]\ncover = "open"\n', "utf-8")
    good = own(file, language)
    file.write_text('[looks]\ncover = "transparent"\n', "utf-8")
    broken = own(file, language)
    assert (broken.style, broken.trouble.startswith(line)) == (good.style, True)
    assert house_styles.worn(str(file)) == good.style
    file.unlink()
    gone = own(file, language)
    assert gone.style == good.style
    assert gone.trouble not in ("", broken.trouble)
    file.write_text('[looks]\ncover = "open"\n', "utf-8")
    assert own(file, language) == good


def test_where_no_style_was_ever_read_the_usual_one_prints(tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_text("[looks\n", "utf-8")
    assert own(file).trouble == (
        "mine.toml, line 1: “[looks” cannot be read. "
        'Write each setting on a line of its own, as key = "value".'
    )
    assert own(file).title == "mine"
    assert house_styles.worn(str(file)) == house_styles.worn("")


def test_a_small_sheet_of_a_style_is_a_pdf() -> None:
    assert house_styles.picture(house_styles.worn("plain")).startswith(b"%PDF")
