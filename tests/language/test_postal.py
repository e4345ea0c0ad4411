import re
import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop import paths
from desktop.domain.postal import PostalAddress
from desktop.language import tongues
from desktop.language.postal import address_lines

WHO = ("Ana Gil",)


def lines(*parts: str, sent_from: str = "", language: str = "es") -> list[str]:
    address = PostalAddress(*parts)
    return address_lines(address, WHO, sent_from=sent_from or address.country, language=language)


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        (
            "Calle de los Tilos, 17; 28001; Madrid; Madrid; ES",
            "Ana Gil | Calle de los Tilos, 17 | 28001 Madrid",
        ),
        ("Hauptstr. 5; 69117; Heidelberg; ; DE", "Ana Gil | Hauptstr. 5 | 69117 Heidelberg"),
        ("10 High Street; OX1 4BG; Oxford; ; GB", "Ana Gil | 10 High Street | Oxford | OX1 4BG"),
        ("12 Elm St; 20007; Washington; DC; US", "Ana Gil | 12 Elm St | Washington, DC 20007"),
        ("12 Elm St; 20007; Washington; ; US", "Ana Gil | 12 Elm St | Washington, 20007"),
        ("ул. Ленина, 1; 101000; Москва; Москва; RU", "Ana Gil | ул. Ленина, 1 | Москва | 101000"),
        ("Кенесары к-сі, 4; 010000; Астана; ; KZ", "010000 | Астана | Кенесары к-сі, 4 | Ana Gil"),
        ("Fő utca 3; 1011; Budapest; ; HU", "Ana Gil | Budapest | Fő utca 3 | 1011"),
        (
            "霞が関1-1; 100-0013; 千代田区; 東京都; JP",
            "〒100-0013 | 東京都千代田区 | 霞が関1-1 | Ana Gil",
        ),
        (
            "1-1 Kasumigaseki; 100-0013; Chiyoda-ku; Tokyo; JP",
            "Ana Gil | 1-1 Kasumigaseki | Chiyoda-ku, Tokyo 100-0013",
        ),
        (
            "Rua A, 3; 70000-000; Brasília; DF; BR",
            "Ana Gil | Rua A, 3 | Brasília – DF | 70000-000",
        ),
        ("Rua A, 3; ; Brasília; ; BR", "Ana Gil | Rua A, 3 | Brasília"),
        ("Casa 1 + 2.º A; 28001; Madrid; ; ", "Ana Gil | Casa 1 | 2.º A | 28001 Madrid"),
    ],
)
def test_each_country_orders_its_addresses(parts: str, expected: str):
    found = lines(*(part.strip().replace(" + ", "\n") for part in parts.split(";")))
    assert " | ".join(found) == expected


def test_abroad_the_country_is_named_for_the_post_that_takes_it_in():
    madrid = ("Tilos 1", "28001", "Madrid", "", "ES")
    assert lines(*madrid, sent_from="KZ")[-1] == "ESPAÑA"
    assert lines(*madrid, sent_from="KZ", language="ru")[-1] == "ИСПАНИЯ / SPAIN"
    assert lines(*madrid, sent_from="ES")[-1] == "28001 Madrid"


parts = st.text(st.characters(categories=["L", "Nd"]), max_size=12)


@given(parts, parts, parts, parts, st.sampled_from([*tongues.countries(), ""]))
def test_no_part_is_lost_in_any_country(
    street: str, code: str, city: str, region: str, country: str
):
    found = "\n".join(lines(street, code, city, region, country))
    for part in (*WHO, street, code, city, region):
        assert part in found
    assert all(line.strip() == line != "" for line in found.split("\n"))


def test_the_table_is_of_countries_each_once_a_script():
    table = tomllib.loads(paths.resource("locale", "postal.toml").read_text("utf-8"))["order"]
    placed = [(c, o.get("script")) for o in table[1:] for c in o["countries"].split()]
    assert len(placed) == len(set(placed))
    for order in table:
        assert sorted(re.findall(r"{(\w+)}", order["lines"])) == sorted(
            ("recipient", "street", "postal_code", "city", "region")
        )
    assert {country for country, _ in placed} <= {*tongues.countries(), "AC", "TA", "HM", "UM"}
