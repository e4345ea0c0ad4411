"""Place cards as they are cut, folded and set on a table."""

from dataclasses import replace

import pytest

from desktop.documents.kinds import kind
from desktop.documents.request import Request
from desktop.domain.attendee import Attendee, Reply
from desktop.domain.errors import Cancelled, CannotPrint
from desktop.domain.localized import Localized
from desktop.domain.person import MissionClass, Office, PersonName
from desktop.domain.precedence import Override
from tests.documents import sample
from tests.documents.conftest import Print
from tests.documents.reading import packed

HALF = 148.5 * 72 / 25.4


def head_of_mission():
    """A student with a seat, and the ambassador, as head of a mission."""
    held = sample.dossier()
    ambassador = replace(
        sample.AMBASSADOR,
        offices=(
            Office(sample.AMBASSADOR.offices[0].title, mission_class=MissionClass.AMBASSADOR),
        ),
    )
    attendees = (
        Attendee(1, 1, 100, "student", Reply.ACCEPTED, seat="B7"),
        Attendee(2, 1, 1, "authority", Reply.ACCEPTED),
    )
    return replace(held, attendees=attendees, people={**held.people, 1: ambassador})


def test_every_name_stands_on_both_faces_head_to_head(printed: Print):
    paper = printed("place-cards", "es", "kk", range="W")
    found = paper.places("Suphawat")
    assert len(found) == 2
    fold = HALF / 2
    assert abs((found[0].y - fold) + (found[1].y - fold)) < 1


def test_a_name_is_never_cut_however_long(printed: Print):
    for form in ("a7", "89x51", "102x64"):
        paper = printed("place-cards", "es", "kk", format=form)
        for person in sample.SPEAKERS:
            assert paper.words.count(packed(person.names[0].family)) >= 2
            assert packed(person.name("kk", "Cyrl").family) in paper.words


def test_the_order_is_that_of_precedence_or_of_the_alphabet(printed: Print):
    held = head_of_mission()
    ranked = printed("place-cards", "es", dossier=held)
    sorted_ = printed("place-cards", "es", dossier=held, order="alphabet")
    assert "María del Carmen" in ranked.texts[0].replace("\r\n", " ")
    assert "Aizhan" in sorted_.texts[0]
    assert "Aizhan" not in ranked.texts[0]


def test_a_place_given_by_hand_wins(printed: Print):
    held = head_of_mission()
    event = replace(held.event, overrides=(Override(100, 1, "receives a prize"),))
    held = replace(held, programme=replace(held.programme, event=event))
    assert "Aizhan" in printed("place-cards", "es", dossier=held).texts[0]


def test_the_seat_stands_on_the_card(printed: Print):
    assert "B7" in printed("place-cards", "es", dossier=head_of_mission())


def test_a_face_may_have_a_language_of_its_own(printed: Print):
    paper = printed("place-cards", "es", "kk", faces="each", range="W")
    assert packed(paper.texts[0]).count(packed("Wongprasertsuksawat")) == 1
    assert packed(paper.texts[0]).count(packed("Вонгпрасертсуксават")) == 1


def test_the_office_may_stand_for_the_name(printed: Print):
    paper = printed("place-cards", "es", "kk", show="office", dossier=head_of_mission())
    assert paper.places("Embajadora")[0].y < paper.places("Excma.")[0].y  # on the upright face


def test_an_arabic_card_says_the_name_in_arabic(printed: Print):
    assert sample.AMBASSADOR.names[2].given in printed("place-cards", "ar", "en")


def test_nobody_chosen_is_said(printed: Print):
    with pytest.raises(CannotPrint, match="nobody is chosen"):
        printed("place-cards", "es", category="astronaut")


@pytest.mark.parametrize("key", ["place-cards", "invitations", "sign-in-sheets", "table-signs"])
def test_a_batch_is_counted_and_can_be_stopped(key: str):
    seen: list[tuple[int, int]] = []

    def stop(done: int, total: int) -> None:
        seen.append((done, total))
        if done > 4:
            raise Cancelled("Cancelled")

    with pytest.raises(Cancelled):
        kind(key).make(sample.dossier(), Request(("es",)), stop)
    assert seen[0][0] == 0
    assert 4 < seen[-1][0] <= seen[-1][1]


def test_what_is_under_a_name_gives_way_before_the_name_is_small(printed: Print):
    """No line of a card comes near another, however long the office is."""
    long = "Comisión Mixta de Cooperación Científica, Técnica y Cultural con los Países de Asia"
    house = Localized.of(es="Ministerio de Asuntos Exteriores", kk="Сыртқы істер министрлігі")
    office = Office(Localized.of(es=f"Presidenta de la {long}", kk=f"Төрағасы: {long}"), house)
    person = replace(sample.AMBASSADOR, offices=(office,))
    held = sample.dossier(slots=())
    held = replace(
        held,
        people={1: person},
        attendees=(Attendee(1, 1, 1, "authority", Reply.ACCEPTED),),
    )
    for form in ("a7", "89x51", "102x64"):
        paper = printed("place-cards", "es", "kk", dossier=held, format=form)
        scale = {"a7": 1.0, "89x51": 51 / 74.25, "102x64": 64 / 74.25}[form]
        name, other, title = (
            paper.places(text)[0].y for text in ("Ruiz de", "Мария дель", "Presidenta")
        )
        assert paper.size_of("Ruiz de") >= 14 * scale - 0.1
        assert name + 11 * scale < other < title - 7
        assert ("Ministerio" in paper) == (form != "89x51")


def test_the_second_language_of_an_office_is_as_large_as_the_first(printed: Print):
    paper = printed("place-cards", "es", "kk", range="E")
    assert paper.size_of("Embajadora de España") == paper.size_of("Испанияның Қазақстан")


def test_a_name_in_another_script_is_no_name_in_the_second_language(printed: Print):
    held = sample.dossier(slots=())
    thai = replace(
        sample.THAI,
        names=(*sample.THAI.names[:1], PersonName("Thai", "ศรีสุข", "สมชาย")),
        honorific=Localized.of(kk="мырза"),
    )
    held = replace(held, people={5: thai}, attendees=(Attendee(1, 1, 5),))
    paper = printed("place-cards", "es", "kk", dossier=held, who="invited")
    assert "мырза" not in paper
    assert paper.words.count("Suphawat") == 2


@pytest.mark.parametrize("form", ["a7", "89x51", "102x64"])
def test_a_name_of_57_letters_can_be_read_at_the_table(printed: Print, form: str):
    """At 1.5 m 14 points are the least; the name is broken over lines before it is smaller."""
    name = PersonName("Latn", "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch", "Gwen")
    long = replace(sample.AMBASSADOR, names=(name,))
    held = replace(
        sample.dossier(slots=()), people={1: long}, attendees=(Attendee(1, 1, 1, "authority"),)
    )
    paper = printed("place-cards", "es", "kk", dossier=held, format=form, who="invited")
    assert paper.size_of("Gwen") >= 14
    assert paper.words.count(packed(name.family)) == 2
