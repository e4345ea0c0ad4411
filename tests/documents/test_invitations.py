"""Invitations, on cards and in letters."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from desktop.documents.dossier import Dossier
from desktop.domain.attendee import Attendee, CheckIn, Reply
from desktop.domain.errors import CannotPrint
from desktop.domain.event import Signatory
from desktop.domain.localized import Localized
from desktop.domain.message import Letter, Purpose
from desktop.domain.person import Contact, MissionClass, Office
from desktop.domain.postal import PostalAddress
from tests.documents import sample
from tests.documents.codes import codes
from tests.documents.conftest import Print
from tests.documents.reading import packed

TICKET = "2C41NQ7F3K92QA5XW8T0JV6ZB1YH4DGRSEM3P9"


def held() -> Dossier:
    """The ambassador is invited with a ticket, at an address; the rector signs."""
    whole = sample.dossier()
    offices = (Office(sample.AMBASSADOR.offices[0].title, mission_class=MissionClass.AMBASSADOR),)
    home = PostalAddress("Calle de los Tilos, 17", "010000", "Astaná", country="KZ")
    ambassador = replace(sample.AMBASSADOR, offices=offices, contact=Contact(address=home))
    event = replace(whole.event, signatories=(Signatory(2),))
    return replace(
        whole,
        programme=replace(whole.programme, event=event),
        attendees=(Attendee(1, 1, 1, "authority", Reply.INVITED, ticket=TICKET),),
        people={**whole.people, 1: ambassador},
    )


def test_a_card_says_who_invites_whom_to_what_when_and_where_in_each_language(printed: Print):
    paper = printed("invitations", "es", "kk", dossier=held(), range="E", reply="+7 0000 00-00-00")
    assert len(paper.texts) == 1
    for text in (
        "Embajada de España en Kazajistán y Universidad de la Gran Estepa",
        "Excma. Sra. D.ª María del Carmen Echevarrieta-Lasagabaster Ruiz de Azagra",
        "Inteligencia artificial y cooperación científica",
        "Жасанды интеллект және ғылыми ынтымақтастық",
        "Aula Magna, Astaná",
        "09:30",
        "+7 0000 00-00-00",
    ):
        assert packed(text) in paper.words
    assert paper.place("Жасанды").x > paper.place("Inteligencia").x


def test_without_a_host_the_card_still_speaks_in_sentences(printed: Print):
    alone = replace(held().programme, event=replace(held().event, organisers=()))
    paper = printed("invitations", "en", "es", dossier=replace(held(), programme=alone))
    assert "We have the honour of inviting you" in paper
    assert "Tenemos el honor" in paper


def test_a_card_bears_the_ticket_that_was_issued(printed: Print):
    paper = printed("invitations", "es", dossier=held(), range="E")
    assert codes(paper) == [TICKET]
    assert "2C41-NQ7F" in paper.texts[0]


def test_no_name_is_cut_on_a_card(printed: Print):
    paper = printed("invitations", "kk", "ru", "en")
    for person in sample.SPEAKERS:
        assert packed(person.name("kk", "Cyrl").family) in paper.words


def test_cards_may_share_a_sheet(printed: Print):
    alone = printed("invitations", "es", "kk")
    shared = printed("invitations", "es", "kk", form="cut")
    assert len(shared.texts) == -(-len(alone.texts) // 2)


def test_a_letter_is_addressed_saluted_and_signed(printed: Print):
    paper = printed("invitations", "es", "en", dossier=held(), form="letter", range="E")
    assert "Calle de los Tilos, 17" in paper
    assert "010000 Astaná" in paper
    assert "Señora Embajadora:" in paper
    assert "Excellency," in paper
    assert paper.place("Yessenkulov").y > paper.place("Excellency").y
    assert "Prof. Dr." not in paper  # nobody signs with a form of address


def test_the_address_stands_in_the_window_of_the_envelope(printed: Print):
    paper = printed("invitations", "ar", "en", dossier=held(), form="letter", range="1")
    at = paper.place("Calle de los Tilos")
    millimetre = 72 / 25.4
    assert 20 * millimetre < at.x < 105 * millimetre
    assert 45 * millimetre < at.y < 90 * millimetre


@pytest.mark.parametrize(
    ("honorific", "salutations"),
    [
        (Localized.of(en="H.E.", es="Excma. Sra. D.ª"), ("Excellency,", "Excelentísima señora:")),
        (Localized.of(en="Dr", es="Dra."), ("Dear Dr Echevarrieta", "Estimada doctora")),
        (Localized.of(en="Ms", es="Sra. D.ª"), ("Dear Ms Echevarrieta", "Estimada señora")),
    ],
)
def test_whoever_is_called_so_is_saluted_so(
    printed: Print, honorific: Localized, salutations: tuple[str, str]
):
    titled = replace(sample.AMBASSADOR, honorific=honorific, offices=())
    whole = replace(held(), people={**held().people, 1: titled})
    paper = printed("invitations", "en", "es", dossier=whole, form="letter", range="E")
    assert all(text in paper for text in salutations)


def test_a_date_is_not_parted_on_a_narrow_card(printed: Print):
    paper = printed("invitations", "kk", "ru", "en", dossier=held(), range="1")
    assert paper.place("12 March").y == paper.place("March 2026").y


def test_a_letter_says_at_its_foot_where_the_hosts_are(printed: Print):
    house = replace(
        sample.UNIVERSITY,
        address=PostalAddress("Алматы к-сі, 9", "010000", "Астана", country="KZ"),
        website="estepa.example",
    )
    whole = replace(held(), organisations={**held().organisations, 2: house})
    paper = printed("invitations", "es", "en", dossier=whole, form="letter", range="E")
    assert paper.place("estepa.example").y == paper.place("Алматы").y > 280 * 72 / 25.4
    assert len(codes(paper)) == 1  # nothing stands in the white around it


def test_an_office_is_said_once_and_the_address_is_that_of_the_house(printed: Print):
    minister = replace(
        sample.AMBASSADOR,
        honorific=Localized(),
        offices=(Office(Localized.of(en="Minister of Science"), rank="minister"),),
    )
    house = replace(sample.EMBASSY, address=PostalAddress("Calle de los Tilos, 17", city="Astaná"))
    whole = replace(
        held(),
        people={**held().people, 1: minister},
        organisations={**held().organisations, 1: house},
    )
    paper = printed("invitations", "en", dossier=whole, form="letter", range="E")
    assert "Her Excellency" in paper
    assert paper.texts[0].count("Minister of Science") == 1
    assert paper.place("Calle de los Tilos").y > paper.place("Minister of Science").y


def test_original_and_translation_stand_level(printed: Print):
    paper = printed("invitations", "es", "en", dossier=held(), form="letter", range="E")
    assert paper.place("Señora Embajadora").y == pytest.approx(
        paper.place("Excellency").y, abs=0.1
    )


def test_the_day_of_the_reply_is_said(printed: Print):
    paper = printed("invitations", "es", dossier=held(), form="letter", until="2026-03-05")
    assert "5 de marzo de 2026" in paper


def test_a_letter_is_dated_beside_the_address(printed: Print):
    paper = printed("invitations", "es", "en", dossier=held(), form="letter", dated="2026-02-16")
    first, second = paper.place("Astaná, 16 de febrero"), paper.place("Astana, 16 February 2026")
    address = paper.place("Calle de los Tilos")
    assert second.y > first.y
    assert address.x + 82 * 72 / 25.4 < first.x == pytest.approx(second.x, abs=0.1)
    assert first.y == pytest.approx(56 * 72 / 25.4, abs=0.1)
    with pytest.raises(CannotPrint, match="is no day"):
        printed("invitations", "es", dossier=held(), form="letter", dated="soon")


def test_a_telephone_number_reads_from_the_left_in_arabic(printed: Print):
    for form in ("card", "letter"):
        paper = printed("invitations", "ar", dossier=held(), form=form, reply="+7 0000 00-00-99")
        assert paper.place("00-00-99").x > paper.place("+7").x


def test_a_foreign_address_keeps_its_order_in_an_arabic_letter(printed: Print):
    paper = printed("invitations", "ar", "en", dossier=held(), form="letter", range="1")
    assert paper.place("Astaná").x > paper.place("010000").x


def test_thanks_open_no_door(printed: Print):
    assert codes(printed("invitations", "es", dossier=thanked(), form="thanks")) == []
    assert codes(printed("invitations", "es", dossier=held(), form="letter", range="E"))


@pytest.mark.parametrize("day", ["tomorrow", "2026-02-30"])
def test_a_day_that_is_none_is_refused(printed: Print, day: str):
    with pytest.raises(CannotPrint, match="is no day"):
        printed("invitations", "es", until=day)


def test_a_letter_has_two_languages_at_most(printed: Print):
    with pytest.raises(CannotPrint, match="for courtesy"):
        printed("invitations", "es", "kk", "ru", form="letter")


def thanked(body: str = "") -> Dossier:
    """The ambassador came; the organiser may have a letter of thanks of their own."""
    whole = held()
    came = replace(whole.attendees[0], check_ins=(CheckIn(datetime(2026, 12, 3, 9, tzinfo=UTC)),))
    own = Letter(Purpose.THANKS, Localized.of(es="Gracias"), Localized.of(es=body))
    event = replace(whole.event, letters=(own,) if body else ())
    programme = replace(whole.programme, event=event)
    return replace(whole, programme=programme, attendees=(came,))


def test_whoever_came_is_thanked_in_a_letter(printed: Print):
    paper = printed("invitations", "es", "kk", dossier=thanked(), form="thanks")
    assert packed("Nuestro agradecimiento: Inteligencia artificial") in paper.words
    assert packed("por habernos honrado con su presencia") in paper.words
    assert packed("алғыс") in paper.words.lower()


def test_nobody_is_thanked_who_did_not_come(printed: Print):
    with pytest.raises(CannotPrint):
        printed("invitations", "es", dossier=held(), form="thanks")


def test_the_organiser_s_own_letter_is_printed_with_its_fields_filled(printed: Print):
    paper = printed(
        "invitations", "es", dossier=thanked("{salutation}\n\nFue {event}."), form="thanks"
    )
    assert packed("Fue Inteligencia artificial y cooperación científica.") in paper.words
    assert packed("honrado") not in paper.words
