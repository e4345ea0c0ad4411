from dataclasses import replace

from desktop.documents.guests import by_family_name, guests
from desktop.domain.attendee import Attendee, CheckIn, Reply
from desktop.domain.invitation import is_expected, may_come
from tests.documents import sample


def invited(*attendees: Attendee):
    return replace(sample.dossier(), attendees=attendees)


def test_speakers_come_though_nobody_invited_them():
    found = guests(invited(), is_expected)
    assert {guest.person.id for guest in found} == {one.id for one in sample.SPEAKERS}
    assert {guest.attendee.category for guest in found} == {"speaker"}


def test_a_speaker_who_was_invited_comes_once_under_the_category_of_the_invitation():
    found = guests(invited(Attendee(9, 1, 1, "authority", Reply.ACCEPTED)), is_expected)
    assert [guest.attendee.category for guest in found if guest.person.id == 1] == ["authority"]


def test_a_speaker_who_declined_does_not_come():
    found = guests(invited(Attendee(9, 1, 1, "authority", Reply.DECLINED)), may_come)
    assert 1 not in {guest.person.id for guest in found}


def test_the_representative_comes_instead():
    sent = Attendee(9, 1, 1, reply=Reply.REPRESENTATIVE, representative_id=102)
    assert [g.person.id for g in guests(invited(sent), is_expected) if g.attendee.id == 9] == [102]


def test_whoever_came_was_expected():
    came = Attendee(9, 1, 100, reply=Reply.DECLINED, check_ins=(CheckIn(sample.at(9)),))
    assert is_expected(came)
    assert may_come(came)


def test_the_order_is_that_of_the_language():
    people = [sample.PHILOSOPHER, sample.BASQUE, *sample.guests()[0][:8]]
    found = guests(
        invited(
            *(
                Attendee(n, 1, person.id, reply=Reply.ACCEPTED)
                for n, person in enumerate(people, 1)
            )
        ),
        lambda one: bool(one.id),
    )
    names = [guest.person.name("es", "Latn").family for guest in by_family_name(found, "es")]
    assert names.index("Nieto Nz") < names.index("Ñuñez Castro")
    assert names.index("Bektemirov") < names.index("Freiherr von und zu Wallershausen-Tiefenbronn")
    assert names.index("de la Fuente Íñiguez") < names.index(
        "Goikoetxea-Urrutia y Sáenz de Buruaga"
    )
    kazakh = [guest.person.name("kk", "Cyrl").family for guest in by_family_name(found, "kk")]
    assert kazakh.index("Абдрахманова") < kazakh.index("Касымова")
