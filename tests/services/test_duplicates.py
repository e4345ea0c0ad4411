"""Who is likely to stand in the directory twice."""

import pytest

from desktop.domain.errors import Cancelled
from desktop.domain.localized import Localized
from desktop.domain.person import Contact, Gender, Office, Person, PersonName
from desktop.services import duplicates
from desktop.services.duplicates import Sign


def person(
    written: str,
    tag: str = "Latn",
    *,
    house: str = "",
    email: str = "",
    phone: str = "",
    gender: Gender = Gender.UNSPECIFIED,
) -> Person:
    given, _, family = written.rpartition(" ")
    offices = (Office(Localized(), Localized.of(es=house)),) if house else ()
    return Person(
        names=(PersonName(tag, family, given),),
        gender=gender,
        offices=offices,
        contact=Contact(email, phone),
    )


def signs(*people: Person) -> list[set[Sign]]:
    from dataclasses import replace

    numbered = [replace(one, id=number) for number, one in enumerate(people, 1)]
    return [set(likely.signs) for likely in duplicates.find(numbered)]


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        (person("José Pérez"), person("Pérez José"), {Sign.NAME}),
        (person("Данат Мұсаев", "Cyrl"), person("Danat Mussayev"), {Sign.NAME}),
        (person("Юлия Ким", "Cyrl"), person("Yuliya Kim"), {Sign.NAME}),
        (person("محمد الأحمد", "Arab"), person("Mohammed Al-Ahmad"), {Sign.SPELLING}),
        (
            person("Luis Francisco Martínez", house="Embajada"),
            person("Luis Martínez", house="embajada"),
            {Sign.SPELLING, Sign.ORGANISATION},
        ),
        (
            person("Luis Martínez", phone="+34 600 123 456"),
            person("L. Martínez", phone="600123456"),
            {Sign.SPELLING, Sign.PHONE},
        ),
        (
            person("Aliya Nurlanova", email="a@example.org"),
            person("Aliya Nurlanowa", email="A@example.org"),
            {Sign.NAME, Sign.EMAIL},
        ),
    ],
)
def test_one_person_spelt_in_two_ways_is_proposed(one: Person, other: Person, why: set[Sign]):
    assert signs(one, other) == [why]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (person("Ana Ruiz", email="office@x.org"), person("Pedro Gil", email="office@x.org")),
        (person("Ana García", house="UCM"), person("Ana García", house="UAM")),
        (person("Luis Francisco Martínez"), person("Luis Martínez")),
        (person("Nurlan Omar"), person("Nurlan Omer")),
        (person("Yerlan Mysal", house="KazNU"), person("Yernar Mysal", house="KazNU")),
        (
            person("Sasha Kim", gender=Gender.FEMININE),
            person("Sasha Kim", gender=Gender.MASCULINE),
        ),
    ],
)
def test_two_people_are_left_in_peace(one: Person, other: Person):
    assert signs(one, other) == []


def test_a_name_that_everybody_has_tells_nothing():
    assert signs(*[person("Ana García")] * (duplicates.MOST_OF_A_KEY + 1)) == []


def test_looking_for_them_can_be_stopped():
    def stop(_done: int, _total: int) -> None:
        raise Cancelled("Stopped.")

    with pytest.raises(Cancelled):
        duplicates.find([person("Ana García")], stop)
