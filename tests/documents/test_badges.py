"""Badges as a reader, a scanner and a guillotine find them."""

import io
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.documents import proof, styles
from desktop.documents.badge_face import BadgeFace
from desktop.documents.badge_measures import format_of
from desktop.documents.dossier import Dossier
from desktop.documents.guests import Guest
from desktop.documents.kinds import kind
from desktop.documents.proof import Defect
from desktop.documents.request import Request, silent
from desktop.documents.typesetting.document import Document, mm
from desktop.documents.wording import Wording
from desktop.domain import ticket
from desktop.domain.attendee import CATEGORIES, Attendee, Reply
from desktop.domain.errors import Cancelled, CannotPrint
from desktop.domain.localized import Localized
from desktop.domain.person import Person, PersonName
from desktop.domain.seal import Seal
from desktop.language import terms
from tests.documents import sample
from tests.documents.codes import codes
from tests.documents.reading import Paper

SEAL = Seal(bytes(32))
CHINESE = Person(
    20,
    (
        PersonName("Latn", "Ouyang", "Jingyi"),
        PersonName("Cyrl", "Оуян", "Цзинъи"),
        PersonName("Hans", "欧阳", "静怡"),
    ),
    country="CN",
    organisation_id=2,
)
FROM_A_LIST = replace(
    CHINESE, names=(PersonName("Hani", "欧阳", "静怡"), PersonName("Latn", "Ouyang", "Jingyi"))
)
"""A list of guests does not say whether Chinese letters are simplified."""
GUESTS = (*sample.SPEAKERS, CHINESE)


def invited(*people: Person, category: str = "guest") -> Dossier:
    """An event to which these are coming, each with a ticket; nobody speaks."""
    held = sample.dossier(slots=())
    attendees = tuple(
        Attendee(number, 1, person.id, category, Reply.ACCEPTED, ticket=ticket.issue(SEAL))
        for number, person in enumerate(people, 1)
    )
    return replace(held, people={one.id: one for one in people}, attendees=attendees)


FORMATS = ["id-1", "a7", "a6", "butterfly", "labels"]


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("languages", [("es", "kk"), ("ar", "en"), ("kk", "ru"), ("en",)])
def test_every_name_is_on_paper_whole(printed, languages: tuple[str, ...], form: str) -> None:
    paper = printed("badges", *languages, dossier=invited(*GUESTS), format=form)
    wording = Wording(sample.dossier(), languages[0])
    for person in GUESTS:
        for word in wording.name(person).replace("\u00a0", " ").split():
            assert word in paper


def test_every_ticket_is_read_off_the_sheet(printed) -> None:
    held = invited(*GUESTS)
    expected = {one.ticket for one in held.attendees}
    for form in ("id-1", "a7", "labels"):
        paper = printed("badges", "es", "kk", dossier=held, format=form)
        assert set(codes(paper)) == expected
        for one in held.attendees:
            assert ticket.short(one.ticket) in paper


def test_without_a_ticket_there_is_no_symbol(printed) -> None:
    held = invited(sample.THAI)
    held = replace(held, attendees=(replace(held.attendees[0], ticket=""),))
    assert codes(printed("badges", "es", dossier=held)) == []


def test_badges_lie_in_the_order_of_the_alphabet(printed) -> None:
    people = sample.guests()[0][:8]
    paper = printed("badges", "es", dossier=invited(*people))
    families = [
        *("Abdrakhmanova", "Bektemirov", "de la Fuente", "Kim"),
        *("Müller", "Nieto", "Ñuñez", "Қасымова"),
    ]
    places = [paper.place(family) for family in families[:-1]]
    assert places == sorted(places, key=lambda place: (round(place.y, -1), place.x))


def test_an_arabic_badge_is_mirrored(printed) -> None:
    held = invited(sample.AMBASSADOR)
    left, right = printed("badges", "es", dossier=held), printed("badges", "ar", dossier=held)
    short = ticket.short(held.attendees[0].ticket)
    sheet = format_of(kind("badges").completed(Request(("es",))), rtl=False).sheet
    first = sheet.cell(0)
    middle = first.x + first.width / 2
    assert left.place(short).x > middle
    mirrored = sheet.cell(1)
    assert mirrored.x < right.place(short).x < mirrored.x + mirrored.width / 2


def test_the_back_lies_behind_the_front(printed) -> None:
    paper = printed("badges", "es", dossier=invited(CHINESE), sides="two")
    front, back = paper.places("Ouyang")
    sheet = format_of(kind("badges").completed(Request(("es",))), rtl=False).sheet
    assert (front.page, back.page) == (0, 1)
    assert back.y == pytest.approx(front.y, abs=0.1)
    inside = front.x - sheet.cell(0).x
    assert back.x == pytest.approx(sheet.cell(0, back=True).x + inside, abs=0.1)


def test_a_butterfly_says_everything_twice_head_to_head(printed) -> None:
    paper = printed("badges", "es", dossier=invited(CHINESE), format="butterfly")
    upper, lower = sorted(paper.places("Ouyang"), key=lambda place: place.y)
    assert upper.y < mm(148.5) < lower.y
    assert upper.y + lower.y == pytest.approx(mm(297), abs=0.5)
    assert len(set(codes(paper))) == 1
    assert len(codes(paper)) == 2


def test_the_category_stands_in_words(printed) -> None:
    paper = printed("badges", "es", "kk", dossier=invited(sample.AMBASSADOR, category="press"))
    assert "PRENSA" in paper
    assert "БАҚ" in paper
    own = printed("badges", "es", "kk", dossier=invited(sample.AMBASSADOR, category="Jurado"))
    assert len(own.places("JURADO")) == 1


@pytest.mark.parametrize(
    ("person", "languages", "other"),
    [
        (CHINESE, ("es", "kk"), "欧阳静怡"),
        (FROM_A_LIST, ("es", "kk"), "欧阳静怡"),
        (FROM_A_LIST, ("zh-Hant", "en"), "Jingyi Ouyang"),
        (CHINESE, ("ru", "en"), "Jingyi Ouyang"),
        (sample.RECTOR, ("es",), "Мұхаметқали Жұмағалиұлы Есенқұлов"),
        (sample.RECTOR, ("es", "ru"), "Мухаметкали Жумагалиевич Есенкулов"),
        (sample.RECTOR, ("ar", "en"), "Mukhametkali Zhumagaliuly Yessenkulov"),
    ],
)
def test_a_name_is_there_in_another_script(
    printed, person: Person, languages: tuple[str, ...], other: str
) -> None:
    assert other in printed("badges", *languages, dossier=invited(person))


def test_a_flag_is_there_unless_it_is_not_wanted(printed) -> None:
    held = invited(CHINESE)
    with_flag, without = (
        printed("badges", "es", dossier=held, flag=flag).picture(0, 72) for flag in ("yes", "no")
    )
    sheet = format_of(kind("badges").completed(Request(("es",))), rtl=False).sheet
    x, y, width, _ = sheet.cell(0)
    box = tuple(
        round(at) for at in (x + width - mm(12), y + mm(4.5), x + width - mm(6), y + mm(8))
    )
    assert with_flag.crop(box).getextrema()[0] < 120
    assert without.crop(box).getextrema()[0] == 255


def test_a_latin_name_under_arabic_stands_as_close_as_in_latin(printed) -> None:
    latin = Person(5, (PersonName("Latn", "Gil", "Ana"),))
    gaps = []
    for language in ("es", "ar"):
        paper = printed("badges", language, dossier=invited(latin))
        gaps.append(paper.place("Gil").y - paper.place("Ana").y)
    assert gaps[1] == pytest.approx(gaps[0], abs=0.5)


def test_no_other_name_where_there_is_none(printed) -> None:
    paper = printed("badges", "es", "kk", dossier=invited(Person(5, (PersonName("Latn", "Gil"),))))
    assert len(paper.places("Gil")) == 1


def test_of_many_only_those_who_are_wanted(printed) -> None:
    people = sample.guests()[0][:8]
    held = invited(*people)

    def families(**options: str) -> set[str]:
        paper = printed("badges", "es", dossier=held, **options)
        return {
            one.name("es", "Latn").family
            for one in people
            if one.name("es", "Latn").family in paper
        }

    assert families(range="1, 3-4") == {"Abdrakhmanova", "de la Fuente Íñiguez", "Nieto Nz"}
    assert families(range="b-k") == {"Bektemirov", "de la Fuente Íñiguez", "Kim"}
    assert families(range="Mü–N") == {"Müller-Lüdenscheidt", "Nieto Nz"}
    held = replace(
        held,
        attendees=tuple(
            replace(one, category="press") if one.id == 2 else one for one in held.attendees
        ),
    )
    assert families(category="press, student") == {"Bektemirov"}
    held = replace(
        held,
        attendees=tuple(
            replace(one, badge_printed=sample.at(9)) if one.id != 2 else one
            for one in held.attendees
        ),
    )
    assert families(printed="no") == {"Bektemirov"}


@pytest.mark.parametrize("text", ["A-", "1-M", "A-M-Z", "%"])
def test_what_is_no_range_is_refused(printed, text: str) -> None:
    with pytest.raises(CannotPrint, match="range of guests"):
        printed("badges", "es", range=text)


def test_nobody_to_print_for_is_said(printed) -> None:
    with pytest.raises(CannotPrint, match="nobody"):
        printed("badges", "es", dossier=invited(CHINESE), category="press")


def test_printing_starts_at_the_first_label_that_is_left(printed) -> None:
    held = invited(*sample.guests()[0][:3])
    start = printed("badges", "es", dossier=held, format="labels").place("Abdrakhmanova")
    later = printed("badges", "es", dossier=held, format="labels", start="20")
    assert later.place("Abdrakhmanova").y > start.y + mm(38.1) * 5
    assert len(later.pages) == 2


def test_a_measured_sheet_is_a_sheet_like_any_other(printed) -> None:
    held = invited(CHINESE)
    named = printed("badges", "es", dossier=held, format="labels")
    measured = printed(
        "badges", "es", dossier=held, format="labels", measures="3 7 63,5 38.1 7.25 15.15 66 38.1"
    )
    assert measured.place("Ouyang") == named.place("Ouyang")


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"measures": "3 7 63.5"}, "eight figures"),
        ({"measures": "3 7 63.5 38.1 7.25 15.15 66 nan"}, "eight figures"),
        ({"measures": "4 7 63.5 38.1 7.25 15.15 66 38.1"}, "reach"),
        ({"measures": "3 7 63.5 38.1 7.25 15.15 60 38.1"}, "overlap"),
        ({"labels": "letter-66.7x25.4"}, "come on Letter"),
        ({"start": "22"}, "1 to 21"),
        ({"start": "0"}, "1 to 21"),
    ],
)
def test_labels_that_cannot_be_are_refused(printed, options: dict[str, str], said: str) -> None:
    with pytest.raises(CannotPrint, match=said):
        printed("badges", "es", dossier=invited(CHINESE), format="labels", **options)


def test_the_same_badges_are_the_same_bytes() -> None:
    held = invited(*GUESTS)
    one, other = (kind("badges").make(held, Request(("ar", "en")), silent) for _ in range(2))
    assert one == other


def test_printing_can_be_stopped() -> None:
    done: list[tuple[int, int]] = []

    def progress(count: int, total: int) -> None:
        done.append((count, total))
        if count:
            raise Cancelled("enough")

    with pytest.raises(Cancelled):
        kind("badges").make(invited(*GUESTS, *sample.guests()[0]), Request(("es",)), progress)
    assert done == [(0, 48), (8, 48)]


# -- what holds for any name ------------------------------------------------------------------

words = st.text("abcdefghijklmnñopqrstuvwxyzçéÁŻß", min_size=1, max_size=34).map(str.title)
names = st.lists(words, min_size=1, max_size=5).map(" ".join)


@settings(max_examples=60)
@given(names, names, st.sampled_from(FORMATS), st.booleans())
def test_any_name_is_whole_and_keeps_away_from_the_ticket(
    family: str, given_name: str, form: str, has_ticket: bool
) -> None:
    person = Person(1, (PersonName("Latn", family, given_name),), country="ES")
    held = invited(person)
    attendee = replace(held.attendees[0], ticket=held.attendees[0].ticket if has_ticket else "")
    held = replace(held, attendees=(attendee,))
    request = kind("badges").completed(Request(("es",), options={"format": form}))
    format_ = format_of(request, rtl=False)
    face = BadgeFace([Wording(held, "es")], format_.measures)
    badge = face.badge(Guest(person, attendee))
    (size,) = face.sizes([badge])
    stream = io.BytesIO()
    with Document(stream, title="Badge", languages=["es"]) as document:
        face.draw(document, document.page(), (0, 0), badge, size)
    with Paper(stream.getvalue()) as paper:
        for word in f"{given_name} {family}".split():
            assert word in paper
        if has_ticket:
            assert codes(paper, dpi=300) == [attendee.ticket]


def test_a_proof_tells_of_names_that_no_size_holds() -> None:
    family = "Wolfeschlegelsteinhausenbergerdorff" * 3
    endless = Person(30, (PersonName("Latn", family, "Hubert"),))
    held = invited(endless, CHINESE)
    _, notes = proof.made(kind("badges"), held, Request(("es",)), silent)
    told = [note.words for note in notes if note.defect in (Defect.SHRUNK, Defect.BROKEN)]
    assert any(words.startswith("Wolfeschlegel") for words in told)
    assert not any("Ouyang" in words for words in told)


def test_a_name_without_end_is_broken_rather_than_made_small() -> None:
    endless = Person(21, (PersonName("Latn", "Llanfairpwllgwyngyll" * 3, "Gwenllian"),))
    request = kind("badges").completed(Request(("es",), options={"format": "id-1"}))
    wordings = [Wording(invited(endless), "es")]
    face = BadgeFace(wordings, format_of(request, rtl=False).measures)
    badge = face.badge(Guest(endless, Attendee(1, 1, 21)))
    (size,) = face.sizes([badge])
    assert size >= 12.5
    _, family = badge.name.at(size, face.measures.inner, face.measures.inner).parts
    assert len(family.block.lines) == 2


@pytest.mark.parametrize("form", ["id-1", "a6"])
def test_what_is_not_translated_stands_on_a_badge_once_and_unmarked(printed, form: str) -> None:
    held = invited(sample.JOURNALIST)
    title, agency = Localized.of(es="Ciencia sin fronteras"), Localized.of(es="Agencia Estepa")
    held = replace(
        held,
        programme=replace(held.programme, event=replace(held.event, title=title)),
        organisations={6: replace(held.organisations[6], name=agency)},
    )
    paper = printed("badges", "es", "kk", dossier=held, format=form)
    assert len(paper.places("Ciencia sin fronteras")) == 1
    assert len(paper.places("Agencia Estepa")) == 1
    assert "[ES]" not in printed("badges", "ar", "kk", dossier=held, format=form)


@pytest.mark.parametrize("languages", [("es", "kk"), ("en", "ru"), ("kk", "ru")])
def test_the_word_in_the_band_can_be_read_whoever_the_guest_is(
    printed, languages: tuple[str, str]
) -> None:
    """Both genders of an official are 50 letters in Russian."""
    held = replace(sample.dossier(slots=()), people={20: CHINESE})
    code = "2C41NQ7F3K92QA5XW8T0JV6ZB1YH4DGRSEM3P9"
    for category in CATEGORIES:
        one = Attendee(1, 1, 20, category, Reply.ACCEPTED, ticket=code)
        paper = printed("badges", *languages, dossier=replace(held, attendees=(one,)))
        own, group = (
            word.upper().split()[0]
            for word in (
                terms.category(category, languages[1]),
                terms.category_group(category, languages[1]),
            )
        )
        assert paper.size_of(own if own in paper else group) >= 5.5


@pytest.mark.parametrize("style", ["embassy", "university", "plain"])
def test_a_name_of_57_letters_is_broken_before_it_is_small(style: str) -> None:
    name = PersonName("Latn", "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch", "Gwen")
    held = replace(sample.dossier(slots=()), people={21: Person(21, (name,))})
    held = replace(held, attendees=(Attendee(1, 1, 21, reply=Reply.ACCEPTED),))
    request = Request(("es", "kk"), style=styles.named(style))
    with Paper(kind("badges").make(held, request, silent)) as paper:
        assert paper.size_of("Llanfair") >= 11
