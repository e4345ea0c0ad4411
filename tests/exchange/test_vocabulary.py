import pytest

from desktop.domain.slot import SlotKind
from desktop.exchange import vocabulary
from desktop.exchange.naming import person_name, slug


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("lecture", SlotKind.LECTURE),
        ("Talk 30 min + 10min Q&A", SlotKind.TALK),
        ("LightningTalk 15min", SlotKind.TALK),
        ("Keynote talk", SlotKind.KEYNOTE),
        ("podium", SlotKind.PANEL),
        ("discussion", SlotKind.PANEL),
        ("Workshop 110min", SlotKind.WORKSHOP),
        ("hands-on", SlotKind.WORKSHOP),
        ("Mesa redonda", SlotKind.ROUND_TABLE),
        ("Круглый стол", SlotKind.ROUND_TABLE),
        ("Lunch break", SlotKind.LUNCH),
        ("Breakout", SlotKind.OTHER),
        ("keysigning", SlotKind.OTHER),
        ("", None),
    ],
)
def test_kinds(written: str, kind: SlotKind | None) -> None:
    assert vocabulary.kind(written) is kind


@pytest.mark.parametrize(
    ("written", "tags"),
    [
        ("en", ("en",)),
        ("de-formal", ("de",)),
        ("pt_BR", ("pt",)),
        ("English", ("en",)),
        ("de/en", ("de", "en")),
        ("Kazakh and Russian", ("kk", "ru")),
        ("kk-Latn", ("kk-Latn",)),
        ("ger", ("de",)),
        ("", ()),
    ],
)
def test_languages(written: str, tags: tuple[str, ...]) -> None:
    assert vocabulary.languages(written) == (tags, ())


def test_a_word_that_names_no_language_is_told() -> None:
    assert vocabulary.languages("en, tlh, xx") == (("en",), ("tlh", "xx"))


@pytest.mark.parametrize(
    ("written", "tag", "given", "family"),
    [
        ("Geraldine de Bastion", "Latn", "Geraldine", "de Bastion"),
        ("Daniel van der Berg", "Latn", "Daniel", "van der Berg"),
        ("José Ortega y Gasset", "Latn", "José", "Ortega y Gasset"),
        ("erdgeist", "Latn", "", "erdgeist"),
        ("Anna & Bert", "Latn", "", "Anna & Bert"),
        ("Әлия Қасымова", "Cyrl", "Әлия", "Қасымова"),
        ("王 小明", "Hani", "", "王 小明"),
    ],
)
def test_names_are_told_apart_and_kept_letter_by_letter(
    written: str, tag: str, given: str, family: str
) -> None:
    name = person_name(written)
    assert (name.tag, name.given, name.family) == (tag, given, family)
    assert name.full == written


def test_slugs() -> None:
    assert slug("31. Chaos Communication Congress") == "31-chaos-communication-congress"
    assert slug("Café «Été»") == "cafe-ete"
    assert slug("!?") == ""
