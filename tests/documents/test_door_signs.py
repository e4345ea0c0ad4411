"""Door signs, read from three metres."""

from dataclasses import replace

import pytest

from desktop.domain.errors import CannotPrint
from desktop.domain.localized import Localized
from desktop.domain.programme import Programme
from desktop.domain.slot import SlotStatus
from desktop.domain.venue import Room
from tests.documents import sample
from tests.documents.conftest import Print
from tests.documents.reading import packed


def held(count: int = 6, room: Room = sample.HALL):
    whole = sample.dossier()
    return replace(
        whole, programme=Programme(whole.event, sample.SLOTS[:count], (room, sample.LIBRARY))
    )


def test_a_sheet_says_room_day_hours_titles_and_speakers(printed: Print):
    paper = printed("door-signs", "es", "kk", dossier=held(3))
    assert len(paper.texts) == 1
    for text in (
        "Aula Magna",
        "Мәжіліс залы",
        "jueves · бейсенбі",
        "12/3/2026",
        "10:30",
        "– 11:15",
        "«Ciencia, diplomacia e inteligencia artificial»",
        "Ғылым, дипломатия және жасанды интеллект",
        "Dr. Maximilian Freiherr von und zu Wallershausen-Tiefenbronn",
    ):
        assert text in paper


def test_over_four_slots_a_second_sheet_and_nothing_is_lost(printed: Print):
    paper = printed("door-signs", "es", "kk")
    assert len(paper.texts) == 2
    assert "1 / 2" in paper.texts[0]
    for slot in sample.SLOTS[:5]:
        assert packed(slot.title.get("kk")) in paper.words


def test_hours_are_large_and_their_slots_follow_one_another(printed: Print):
    paper = printed("door-signs", "es", dossier=held(3))
    hours = [min(paper.places(hour), key=lambda at: at.x) for hour in ("09:30", "10:00", "10:30")]
    assert hours[0].y < hours[1].y < hours[2].y
    assert hours[0].x == pytest.approx(hours[2].x, abs=3)


def test_a_number_that_every_language_has_is_set_large(printed: Print):
    room = replace(sample.HALL, name=sample.text("Sala 2.14", "2.14-зал", "Зал 2.14", "Room 2.14"))
    paper = printed("door-signs", "es", "kk", dossier=held(3, room))
    assert len(paper.places("2.14")) == 3


def test_a_break_without_a_room_is_everywhere_a_reception_is_not(printed: Print):
    slots = (*sample.SLOTS[1:3], replace(sample.SLOTS[0], room_id=None), sample.SLOTS[5])
    whole = sample.dossier()
    paper = printed(
        "door-signs",
        "es",
        dossier=replace(whole, programme=Programme(whole.event, slots, whole.rooms)),
    )
    assert "Acreditación y café de bienvenida" in paper
    assert "Clausura y recepción" not in paper


def test_every_room_and_day_has_a_sheet_or_the_one_that_is_asked_for(printed: Print):
    congress = sample.congress(24)
    assert len(printed("door-signs", "es", dossier=congress).texts) == 6
    one = printed("door-signs", "es", dossier=congress, room="bibl", day="2026-03-13")
    assert all("Biblioteca" in text for text in one.texts)
    assert all("13/3/2026" in text for text in one.texts)


def test_an_arabic_sign_begins_at_the_right(printed: Print):
    paper = printed("door-signs", "ar", "en", dossier=held(3))
    assert paper.place("10:30").x > 600
    assert paper.place("2026").x < 200


@pytest.mark.parametrize("options", [{"room": "no such room"}, {"day": "2031-01-01"}])
def test_nothing_to_print_is_said(printed: Print, options: dict[str, str]):
    with pytest.raises(CannotPrint, match="no door sign"):
        printed("door-signs", "es", **options)


def test_a_cancelled_slot_is_not_on_the_door(printed: Print):
    slots = (sample.SLOTS[1], replace(sample.SLOTS[2], status=SlotStatus.CANCELLED))
    whole = sample.dossier()
    paper = printed(
        "door-signs",
        "es",
        dossier=replace(whole, programme=Programme(whole.event, slots, whole.rooms)),
    )
    assert "Apertura" in paper
    assert "diplomacia" not in paper


def test_the_hours_stand_clear_of_the_rule_under_a_short_slot(printed: Print):
    slot = replace(sample.SLOTS[1], speakers=())
    slots = tuple(
        replace(slot, id=at, start=sample.at(9 + at), title=Localized.of(es="Apertura"))
        for at in range(1, 5)
    )
    paper = printed("door-signs", "es", dossier=sample.dossier(slots=slots))
    ends = [paper.place(f"– {hour + 9}:30").y for hour in range(1, 5)]
    starts = [paper.place(f"{hour + 9}:00").y for hour in range(1, 5)]
    for end, following in zip(ends, starts[1:], strict=False):
        assert following - end > 37 * 0.66 + 14
