"""Envelopes and labels: the right order, the right place, nothing lost."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.documents.dossier import Dossier
from desktop.documents.kinds import kind
from desktop.documents.request import PAPERS, Request, silent
from desktop.documents.typesetting.document import mm
from desktop.domain.attendee import Attendee, Reply
from desktop.domain.errors import CannotPrint
from desktop.domain.person import Contact, Office, Person, PersonName
from desktop.domain.postal import PostalAddress
from tests.documents import sample
from tests.documents.reading import Paper

HEIDELBERG = PostalAddress("Im Neuenheimer Feld 205", "69120", "Heidelberg", "", "DE")
ASTANA = PostalAddress("Кенесары к-сі, 4", "010000", "Астана", "", "KZ")
WITH_ADDRESS = replace(sample.PHILOSOPHER, contact=Contact("m@example.org", "+49", HEIDELBERG))


def invited(*people: Person, house: PostalAddress = ASTANA) -> Dossier:
    held = sample.dossier(slots=())
    attendees = tuple(
        Attendee(number, 1, one.id, reply=Reply.INVITED) for number, one in enumerate(people, 1)
    )
    houses = {**held.organisations, 2: replace(sample.UNIVERSITY, address=house)}
    known = {person.id: person for person in people}
    return replace(held, people=known, attendees=attendees, organisations=houses)


def order(paper: Paper, *texts: str) -> list[float]:
    return [paper.place(text).y for text in texts]


@pytest.mark.parametrize("size", ["DL", "C5", "C6"])
def test_an_envelope_has_the_size_and_the_fields_of_its_kind(printed, size: str) -> None:
    paper = printed("envelopes", "es", "kk", dossier=invited(WITH_ADDRESS), paper=size)
    width, height = PAPERS[size]
    name, street = paper.place("Dr. Maximilian"), paper.place("Im Neuenheimer")
    last = paper.place("ALEMANIA")
    assert width * 0.4 < name.x == pytest.approx(street.x, abs=1)
    assert height * 0.4 < name.y < street.y < last.y < height - mm(15)
    sender = paper.place("Embajada de España en Kazajistán")
    assert sender.x < width / 2
    assert sender.y < mm(25)
    picture = paper.picture(0, 72)
    stamp = (round(width - mm(74)), round(mm(3)), round(width - mm(3)), round(mm(40)))
    assert picture.crop(stamp).getextrema()[0] == 255


def test_each_guest_has_an_envelope_by_family_name(printed) -> None:
    people = sample.guests()[0][:4]
    paper = printed("envelopes", "es", dossier=invited(*people), paper="DL")
    families = ["Abdrakhmanova", "Bektemirov", "de la Fuente", "Nieto Nz"]
    assert [paper.place(family).page for family in families] == [0, 1, 2, 3]


def test_lines_stand_in_the_order_of_the_country_they_go_to(printed) -> None:
    here = printed("envelopes", "kk", dossier=invited(sample.RECTOR), paper="C5")
    lines = order(here, "010000", "Астана", "Кенесары", "Ұлы дала", "Ректор", "Мұхаметқали")
    assert lines == sorted(lines)
    assert "ҚАЗАҚСТАН" not in here
    abroad = printed("envelopes", "kk", dossier=invited(WITH_ADDRESS), paper="C5")
    lines = order(abroad, "Максимилиан", "Feld 205", "69120 Heidelberg", "/ GERMANY")
    assert lines == sorted(lines)


def test_the_second_language_names_whoever_is_written_in_it(printed) -> None:
    latin = replace(sample.THAI, names=sample.THAI.names[:1])
    paper = printed("envelopes", "es", "kk", dossier=invited(latin, sample.BASQUE), paper="DL")
    assert paper.words.count("Suphawat") == 1
    assert "Беатрис" in paper


def test_forms_of_address_are_those_of_an_envelope(printed) -> None:
    guest = replace(sample.AMBASSADOR, honorific=sample.text())
    paper = printed("envelopes", "es", dossier=invited(guest), paper="DL")
    assert "María del Carmen" in paper
    with_title = printed("envelopes", "en", dossier=invited(sample.AMBASSADOR), paper="DL")
    assert "H.E. Ms María del Carmen" in with_title
    assert "Ambassador of Spain to the Republic of Kazakhstan" in with_title


def test_nothing_private_is_printed(printed) -> None:
    for what in ("envelopes", "labels"):
        paper = printed(what, "es", dossier=invited(WITH_ADDRESS), paper="")
        assert "example.org" not in paper
        assert "+49" not in paper


def test_without_an_address_a_guest_is_named_or_left_out(printed) -> None:
    dossier = invited(sample.THAI, WITH_ADDRESS)
    by_hand = printed("envelopes", "es", dossier=dossier, paper="C6")
    assert len(by_hand.pages) == 2
    assert "Universidad Rama Suvarna" in by_hand
    only = printed("envelopes", "es", dossier=dossier, paper="C6", addresses="only")
    assert len(only.pages) == 1
    with pytest.raises(CannotPrint, match="nobody"):
        printed("envelopes", "es", dossier=invited(sample.THAI), paper="C6", addresses="only")


def test_whoever_declined_gets_nothing(printed) -> None:
    dossier = invited(sample.THAI, WITH_ADDRESS)
    first, second = dossier.attendees
    dossier = replace(dossier, attendees=(replace(first, reply=Reply.DECLINED), second))
    assert len(printed("envelopes", "es", dossier=dossier, paper="C6").pages) == 1


def test_labels_lie_where_the_sheet_has_them(printed) -> None:
    people = sample.guests()[0][:23]
    dossier = invited(*people)
    paper = printed("labels", "es", dossier=dossier)
    assert len(paper.pages) == 2
    first = paper.place("Abdrakhmanova")
    assert mm(7.25) < first.x < mm(7.25 + 63.5)
    assert mm(15.15) < first.y < mm(15.15 + 38.1)
    moved = printed("labels", "es", dossier=dossier, start="21")
    assert moved.place("Abdrakhmanova").x == pytest.approx(first.x + mm(132), abs=1)
    assert len(moved.pages) == 3


def test_labels_may_bear_names_alone(printed) -> None:
    paper = printed("labels", "es", dossier=invited(WITH_ADDRESS), what="name")
    assert "Instituto Europeo de Ética Digital" in paper
    assert "Heidelberg" not in paper


def test_arabic_labels_begin_at_the_right(printed) -> None:
    people = sample.guests()[0][:2]
    left = printed("labels", "es", dossier=invited(*people)).place("010000")
    right = printed("labels", "ar", "en", dossier=invited(*people)).place("010000")
    assert right.x > left.x + mm(140)


words = st.text("abcdefghijklmnñopqrstuvwxyzçéÁŻß", min_size=1, max_size=28).map(str.title)
lines = st.lists(words, min_size=1, max_size=6).map(" ".join)


@settings(max_examples=40)
@given(lines, lines, lines, lines, st.sampled_from(["envelopes", "labels"]))
def test_any_address_is_there_whole_and_within_its_field(
    family: str, street: str, city: str, given_name: str, what: str
) -> None:
    address = PostalAddress(street, "28001", city, "", "ES")
    person = Person(1, (PersonName("Latn", family, given_name),), contact=Contact(address=address))
    pdf = kind(what).make(invited(person), Request(("es",)), silent)
    with Paper(pdf) as paper:
        for word in f"{given_name} {family} {street} 28001 {city} ESPAÑA".split():
            assert word in paper


def test_the_same_envelopes_are_the_same_bytes() -> None:
    request = Request(("ar", "en"), "C6")
    one, other = (
        kind("envelopes").make(invited(*sample.SPEAKERS), request, silent) for _ in range(2)
    )
    assert one == other


def test_an_address_too_long_for_its_label_is_said_in_brief(printed) -> None:
    home = PostalAddress("Calle del Ejemplo, 117, escalera B, 4.º izquierda", "28006", "Madrid")
    long = Office(sample.text("Presidenta de la Comisión Mixta de Cooperación " * 4))
    guest = replace(
        sample.AMBASSADOR, offices=(long,), contact=Contact(address=replace(home, country="ES"))
    )
    dossier = invited(guest)
    paper = printed(
        "labels", "es", "kk", dossier=dossier, labels="letter-66.7x25.4", paper="Letter"
    )
    assert "Presidenta" not in paper
    assert paper.place("ESPAÑA").y < mm(12.7 + 25.4)
    roomy = printed("labels", "es", "kk", dossier=dossier, labels="a4-99.1x67.7")
    assert "Presidenta" in roomy
    assert "Мария" in roomy


def test_long_addresses_make_no_other_smaller(printed) -> None:
    long = replace(WITH_ADDRESS, names=(PersonName("Latn", "Ejemplo-Muestra " * 4, "Ana"),))
    paper = printed("labels", "es", "kk", dossier=invited(sample.THAI, *[long] * 8))
    assert paper.size_of("Dr. Suphawat") == 11
    assert paper.size_of("Im Neuenheimer") < 11


def test_a_family_name_has_a_line_of_its_own_before_it_is_parted(printed) -> None:
    name = PersonName("Latn", "Muestra de la Rosa", "Álvaro Luis Francisco")
    paper = printed("labels", "es", dossier=invited(replace(sample.THAI, names=(name,))))
    assert paper.place("Muestra de la").y > paper.place("Álvaro Luis").y
