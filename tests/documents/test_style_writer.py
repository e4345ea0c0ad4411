"""Files of house styles as they are written: explained, and read back as they were."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop import paths
from desktop.documents import style_specimen, style_writer, styles
from desktop.domain.localized import Localized
from tests.documents.reading import Paper

TEXTS = st.dictionaries(
    st.sampled_from(["es", "kk", "zh-Hant"]),
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30),
    max_size=3,
).map(Localized.of)
COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06X}")
PARTS = st.sampled_from(
    [{}, {"programme": {"abstracts": "no"}}, {"door-signs": {"day": "2026-12-03"}, "report": {}}]
)


def read_back(style: styles.HouseStyle, language: str = "en") -> styles.HouseStyle:
    with TemporaryDirectory() as folder:
        file = Path(folder, "mine.toml")
        file.write_bytes(style_writer.written(style, language).encode())
        return styles.named(str(file))


def test_the_embassys_file_is_written_as_every_other() -> None:
    text = paths.resource("styles", "embassy.toml").read_text("utf-8")
    written = style_writer.written(styles.named("embassy"), "en")
    assert text == written, "run: python -m desktop.documents.style_writer"


@pytest.mark.parametrize("language", ["en", "es", "kk", "ru", "ar"])
@pytest.mark.parametrize("name", ["embassy", "university", "plain"])
def test_a_copy_looks_as_its_model_and_is_explained_in_every_language(
    name: str, language: str
) -> None:
    text = style_writer.written(styles.named(name), language)
    assert read_back(styles.named(name), language) == styles.named(name)
    assert ("thin rules" in text) == (language == "en")


@given(TEXTS, TEXTS, TEXTS, COLOURS, st.sampled_from([6, 16.2, 40]), PARTS)
def test_whatever_is_written_is_read_back(
    name: Localized,
    heading: Localized,
    footer: Localized,
    colour: str,
    logos: float,
    parts: dict[str, dict[str, str]],
) -> None:
    own = dict.fromkeys(styles.ROLES, colour)
    style = styles.HouseStyle(
        name, own, heading=heading, footer=footer, report_logos=logos, parts=parts
    )
    found = read_back(style)
    said = {kind: options for kind, options in parts.items() if options}
    assert found == styles.HouseStyle(
        name, own, heading=heading, footer=footer, report_logos=logos, parts=said
    )


def test_a_style_is_known_by_its_small_sheet() -> None:
    pictures: set[bytes] = set()
    for name in styles.shipped():
        with Paper(style_specimen.make(styles.named(name))) as paper:
            assert len(paper.pages) == 1
            pictures.add(paper.colours(0, 40).tobytes())
    assert len(pictures) == len(styles.shipped())
