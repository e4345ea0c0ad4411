from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.errors import BadInput
from desktop.domain.localized import Localized
from desktop.domain.person import Accreditation, MissionClass, Office, Person
from desktop.domain.precedence import (
    SPANISH_RANKS,
    Occasion,
    Override,
    Ranked,
    Scheme,
    order,
    speaking_order,
)

DAY = datetime(2024, 1, 1, 9, tzinfo=UTC)


def head(
    number: int, mission: MissionClass | None, *accreditations: tuple[str, float], rank: str = ""
) -> Person:
    office = Office(Localized.of(en="Office"), mission_class=mission, rank=rank)
    return Person(
        id=number,
        offices=(Office(Localized.of(en="Author")), office),
        accreditations=tuple(
            Accreditation(country, DAY + timedelta(days=days)) for country, days in accreditations
        ),
    )


def ids(ranked: tuple[Ranked, ...]) -> list[int]:
    return [each.person.id for each in ranked]


def test_class_goes_before_date_and_date_before_name():
    charge = head(1, MissionClass.CHARGE_D_AFFAIRES, ("KZ", -900))
    later = head(2, MissionClass.AMBASSADOR, ("KZ", 10))
    envoy = head(3, MissionClass.ENVOY, ("KZ", -500))
    earlier = head(4, MissionClass.AMBASSADOR, ("KZ", 9.5))
    author = head(5, None)
    assert ids(order([author, charge, later, envoy, earlier], "KZ")) == [4, 2, 3, 1, 5]


def test_only_an_accreditation_to_the_host_counts():
    spain = head(1, MissionClass.AMBASSADOR, ("KG", -100), ("KZ", 5), ("TJ", -90))
    italy = head(2, MissionClass.AMBASSADOR, ("KZ", 1))
    visitor = head(3, MissionClass.AMBASSADOR, ("UZ", -1000))
    ranked = order([visitor, spain, italy], "KZ")
    assert ids(ranked) == [2, 1, 3]
    assert ranked[2].reason == "Head of a mission to another state (article 5)"
    assert ids(order([italy, spain], "KG")) == [1, 2]


def test_new_credentials_do_not_change_the_place():
    # Article 16, 2: the date of the first ones stays.
    renewed = head(1, MissionClass.AMBASSADOR, ("KZ", 0), ("KZ", 300))
    other = head(2, MissionClass.AMBASSADOR, ("KZ", 100))
    assert ids(order([other, renewed], "KZ")) == [1, 2]


def test_the_holy_see_stands_where_the_host_wants_it():
    nuncio = head(1, MissionClass.NUNCIO, ("ES", 50))
    dean = head(2, MissionClass.AMBASSADOR, ("ES", 0))
    assert ids(order([nuncio, dean], "ES")) == [2, 1]
    assert ids(order([dean, nuncio], "ES", occasion=Occasion(nuncio_first=True))) == [1, 2]


def test_spain_the_organiser_presides_and_ranks_follow_the_decree():
    mayor, minister = head(1, None, rank="mayor"), head(2, None, rank="minister")
    ambassador = head(3, MissionClass.AMBASSADOR, ("ES", 0))
    rector = head(4, None)
    ranked = order(
        [mayor, ambassador, minister, rector],
        "ES",
        Scheme.SPAIN,
        occasion=Occasion(president_id=4),
    )
    assert ids(ranked) == [4, 2, 3, 1]
    assert ranked[1].fields == {"place": "11", "rank": "minister"}


def test_spain_a_substitute_has_no_rank_but_the_king_s_and_the_premier_s():
    minister = head(1, None, rank="minister")
    substitute, envoy = head(2, None, rank="mayor"), head(3, None, rank="mayor")
    stand_ins = Occasion(represents={2: "president_of_senate", 3: "king_or_queen"})
    assert ids(order([substitute, minister, envoy], "ES", Scheme.SPAIN, (), stand_ins)) == [
        3,
        1,
        2,
    ]


def test_spain_between_equals_the_one_of_the_place_goes_first():
    mayors = [head(1, None, rank="mayor"), head(2, None, rank="mayor")]
    at_home = Occasion(residents=frozenset({2}))
    assert ids(order(mayors, "ES", Scheme.SPAIN, (), at_home)) == [2, 1]


PERSONS = st.lists(
    st.tuples(
        st.none() | st.sampled_from(MissionClass),
        st.lists(st.tuples(st.sampled_from(["KZ", "ES"]), st.integers(0, 9)), max_size=2),
        st.sampled_from(["", *SPANISH_RANKS]),
    ),
    max_size=9,
).map(lambda rows: [head(n, m, *a, rank=r) for n, (m, a, r) in enumerate(rows)])


@given(PERSONS, st.sampled_from(Scheme), st.data())
def test_everybody_has_one_place_and_a_reason(
    persons: list[Person], scheme: Scheme, data: st.DataObject
):
    plain = order(persons, "KZ", scheme)
    assert sorted(ids(plain)) == [person.id for person in persons]
    assert [each.place for each in plain] == list(range(1, len(persons) + 1))
    for each in plain:
        assert each.reason.format_map(dict(each.fields))
    assert order([each.person for each in plain], "KZ", scheme) == plain
    places = data.draw(st.permutations(range(1, len(persons) + 1)))
    chosen = data.draw(st.sets(st.sampled_from(range(len(persons))))) if persons else set[int]()
    overrides = [Override(number, places[number], "As agreed") for number in sorted(chosen)]
    decided = order(persons, "KZ", scheme, overrides)
    for override in overrides:
        assert decided[override.place - 1].person.id == override.person_id
        assert decided[override.place - 1].fields == {"why": "As agreed"}
    others = [number for number in ids(plain) if number not in chosen]
    assert [number for number in ids(decided) if number not in chosen] == others


@pytest.mark.parametrize(
    "overrides",
    [
        [Override(1, 1, " ")],
        [Override(1, 0, "why")],
        [Override(1, 1, "why"), Override(2, 1, "why")],
    ],
)
def test_an_override_must_make_sense(overrides: list[Override]):
    with pytest.raises(BadInput):
        order([head(1, None), head(2, None)], "KZ", overrides=overrides)


def test_the_highest_rank_speaks_last():
    assert speaking_order([1, 2, 3]) == (3, 2, 1)
