import tomllib
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from desktop import paths
from desktop.domain.errors import BadInput
from desktop.domain.person import Gender
from desktop.language import address as forms
from desktop.language.address import FIELDS, Addressee, Rank, Use, address
from desktop.language.tags import LANGUAGES
from desktop.language.translation import fields_of

M, F, U = Gender.MASCULINE, Gender.FEMININE, Gender.UNSPECIFIED
MONTES = Addressee("Luis Francisco Martínez Montes", surname="Martínez Montes")
AIDA = Addressee("Аида Кабибулатова", surname="Кабибулатова")


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("rank", "use", "language", "gender", "expected"),
    [
        ("ambassador", "envelope", "es", M, "Excmo. Sr. D. Luis Francisco Martínez Montes"),
        ("ambassador", "salutation", "es", F, "Señora Embajadora:"),
        ("ambassador", "salutation", "ru", M, "Ваше Превосходительство господин Посол!"),
        ("ambassador", "salutation", "en", U, "Excellency,"),
        ("ambassador", "salutation", "kk", M, "Құрметті Елші мырза!"),
        ("guest", "place_card", "kk", M, "Luis Francisco Martínez Montes мырза"),
        ("guest", "salutation", "es", M, "Estimado señor Martínez Montes:"),
        ("rector", "salutation", "es", U, "Estimado/a Luis Francisco Martínez Montes:"),
        ("guest", "envelope", "fr", M, "Luis Francisco Martínez Montes"),
        ("guest", "envelope", "ar-EG", M, "السيد Luis Francisco Martínez Montes المحترم"),
        ("professor", "envelope", "es", F, "Prof.ª D.ª Luis Francisco Martínez Montes"),
    ],
)
def test_forms(rank: Rank, use: Use, language: str, gender: Gender, expected: str):
    assert plain(address(MONTES, rank, use, language, gender)) == expected


def test_a_form_that_lacks_something_gives_way_to_the_next():
    asked = (Rank.GUEST, Use.SALUTATION, "ru", F)
    assert plain(address(AIDA, *asked)) == "Уважаемая госпожа Кабибулатова!"
    known = Addressee("Аида Кабибулатова", given_patronymic="Аида Ермековна")
    assert plain(address(known, *asked)) == "Уважаемая Аида Ермековна!"


def test_a_dative_is_used_when_typed_and_never_made():
    typed = Addressee("Аида Кабибулатова", name_dative="Аиде Кабибулатовой")
    asked = (Rank.GUEST, Use.ENVELOPE, "ru", F)
    assert plain(address(typed, *asked)) == "Госпоже Аиде Кабибулатовой"
    assert address(AIDA, *asked) == "Аида Кабибулатова"


def test_the_spaces_that_must_not_break():
    name = "Luis Francisco Martínez Montes"
    es = address(MONTES, Rank.AMBASSADOR, Use.PLACE_CARD, "es", M)
    assert es == f"Excmo.\u00a0Sr.\u00a0D.\u00a0{name}"
    kk = address(MONTES, Rank.GUEST, Use.PLACE_CARD, "kk", M)
    assert kk == f"{name}\u00a0мырза"


def every_form() -> Iterator[tuple[str, dict[str, Any]]]:
    table = tomllib.loads(paths.resource("locale", "address.toml").read_text(encoding="utf-8"))
    for rank, uses in table.items():
        for use, languages in uses.items():
            for language, entry in languages.items():
                yield f"{rank}.{use}.{language}", entry


def test_every_rank_has_every_use_in_every_language():
    """But whoever is called so by their honorific has that on paper, and needs a salutation."""
    called = {Rank.EXCELLENCY, Rank.DOCTOR}
    wanted = {".".join(key) for key in product(set(Rank) - called, Use, LANGUAGES)}
    wanted |= {f"{Rank.EXCELLENCY}.salutation.{language}" for language in LANGUAGES}
    wanted |= {f"{Rank.DOCTOR}.salutation.{language}" for language in ("en", "es", "ar")}
    assert {key for key, _ in every_form()} == wanted


@pytest.mark.parametrize(("key", "entry"), list(every_form()))
def test_every_form_is_complete_and_names_only_known_fields(key: str, entry: dict[str, Any]):
    assert set(entry) - {"proofread", "unknown"} in ({"both"}, {"m", "f"})
    for form in [text for texts in entry.values() if texts is not True for text in texts]:
        assert fields_of(form) <= FIELDS


def test_a_table_spoilt_by_an_edit_is_told_with_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    spoilt = tmp_path / "address.toml"
    spoilt.write_text("[guest.envelope.es]\nm = [unclosed", encoding="utf-8")
    monkeypatch.setattr(paths, "resource", lambda *parts: spoilt)
    forms._table.cache_clear()
    with pytest.raises(BadInput, match="line 2") as caught:
        address(MONTES, Rank.GUEST, Use.ENVELOPE, "es", M)
    assert caught.value.place == str(spoilt)
    forms._table.cache_clear()
