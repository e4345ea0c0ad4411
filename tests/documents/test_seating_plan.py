"""The seating plan: who sits where because of whom."""

from dataclasses import replace

import pytest

from desktop.documents.seating_plan import from_the_aisle, row_letter
from desktop.domain.errors import CannotPrint
from desktop.domain.person import MissionClass, Office
from tests.documents import sample
from tests.documents.conftest import Print
from tests.documents.reading import packed


def held():
    """Only the speakers; the rector hosts, the ambassador is head of a mission."""
    whole = sample.dossier()
    offices = (Office(sample.AMBASSADOR.offices[0].title, mission_class=MissionClass.AMBASSADOR),)
    ambassador = replace(sample.AMBASSADOR, offices=offices)
    return replace(whole, attendees=(), people={**whole.people, 1: ambassador})


def test_the_host_sits_in_the_middle_and_the_first_guest_at_the_right_hand(printed: Print):
    paper = printed("seating-plan", "es", "kk", dossier=held())
    middle = paper.place("Zhumagaliuly Yessenkulov").x
    assert 330 < middle < 430
    assert paper.place("Ruiz de Azagra").x < middle  # the host's right is the hall's left


def test_everybody_is_on_the_plan_and_in_the_list(printed: Print):
    paper = printed("seating-plan", "es", "kk")
    for person in sample.SPEAKERS:
        assert paper.words.count(packed(person.names[0].family)) >= 2
        assert packed(person.name("kk", "Cyrl").family) in paper.words


def test_the_table_has_as_many_seats_as_asked(printed: Print):
    paper = printed("seating-plan", "es", dossier=held(), table="3", row="4")
    assert "A4" in paper
    assert "B1" not in paper


def test_a_small_plan_stands_on_one_sheet(printed: Print):
    assert len(printed("seating-plan", "es", "kk", dossier=held()).texts) == 1


def test_many_guests_take_more_sheets_and_none_is_lost(printed: Print):
    whole = sample.dossier()
    paper = printed("seating-plan", "es", dossier=whole, row="2", who="invited")
    assert len(paper.texts) > 2
    for person in sample.SPEAKERS:
        assert packed(person.names[0].given) in paper.words


def test_precedence_runsfrom_the_aisle_outwards():
    assert from_the_aisle(6) == [2, 3, 1, 4, 0, 5]
    assert sorted(from_the_aisle(5)) == list(range(5))
    assert [row_letter(row) for row in (0, 25, 26, 52)] == ["A", "Z", "AA", "BA"]


@pytest.mark.parametrize("options", [{"table": "0"}, {"row": "many"}, {"row": "21"}])
def test_a_number_of_seats_that_makes_no_sense_is_refused(printed: Print, options: dict[str, str]):
    with pytest.raises(CannotPrint, match="number of seats"):
        printed("seating-plan", "es", **options)
