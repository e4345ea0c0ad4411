"""Certificates: who gets one, what it says, what a scanner reads off it."""

import io
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from desktop.documents.kinds import kind
from desktop.documents.request import Request, silent
from desktop.documents.typesetting.document import mm
from desktop.domain.attendee import Attendee, CheckIn, Reply
from desktop.domain.certificate import Certificate, read
from desktop.domain.errors import Cancelled, CannotPrint
from desktop.domain.event import Signatory
from desktop.domain.localized import Localized
from desktop.domain.organisation import Picture
from desktop.domain.person import Person, PersonName
from desktop.domain.seal import Seal
from desktop.domain.speaker import SpeakerRole
from tests.documents import sample
from tests.documents.codes import codes
from tests.documents.reading import Paper

SEAL = Seal(bytes(32))
CAME = (CheckIn(sample.at(9, 40)),)


def held(*people: Person, signatories: tuple[Signatory, ...] = (Signatory(1), Signatory(2))):
    """The sample conference, to which these came; the ambassador and the rector sign."""
    found = sample.dossier(replace(sample.EVENT, signatories=signatories))
    attendees = tuple(
        Attendee(number, 1, person.id, reply=Reply.ACCEPTED, check_ins=CAME)
        for number, person in enumerate(people, 1)
    )
    known = {**found.people, **{person.id: person for person in people}}
    return replace(found, people=known, attendees=attendees, seal=SEAL)


def said(paper: Paper, page: int = 0) -> Certificate | None:
    (code,) = codes(paper, page)
    assert code in paper
    return read(code, SEAL)


def test_whoever_came_gets_a_sheet_by_family_name(printed) -> None:
    people = sample.guests()[0][:4]
    dossier = held(*people)
    away = replace(dossier.attendees[1], check_ins=())
    dossier = replace(dossier, attendees=(dossier.attendees[0], away, *dossier.attendees[2:]))
    paper = printed("certificates", "es", "kk", dossier=dossier)
    families = ["Abdrakhmanova", "de la Fuente Íñiguez", "Nieto Nz"]
    assert [paper.place(family).page for family in families] == [0, 1, 2]
    assert len(paper.pages) == 3
    assert "Bektemirov" not in paper
    asked = printed("certificates", "es", dossier=dossier, who="expected", range="B")
    assert "Bektemirov" in asked


def test_the_symbol_says_who_attended_what(printed) -> None:
    paper = printed("certificates", "es", "kk", dossier=held(sample.THAI, sample.BASQUE))
    assert said(paper, 0) == Certificate(1, sample.BASQUE.id)
    assert said(paper, 1) == Certificate(1, sample.THAI.id)
    assert f"№ 001-{sample.THAI.id:03}" in paper


def test_it_says_what_when_where_and_who_signs(printed) -> None:
    paper = printed("certificates", "es", "kk", dossier=held(sample.THAI), hours="4,5")
    for text in (
        "Certificado de asistencia",
        "Suphawat Wongprasertsuksawat",
        "Супхават Вонгпрасертсуксават",
        "«Inteligencia artificial y cooperación científica»",
        "«Жасанды интеллект және ғылыми ынтымақтастық»",
        "Astaná, 12 de marzo de 2026",
        "4,5",
        "Echevarrieta-Lasagabaster",
        "Embajadora de España en la República de Kazajistán",
        "Испанияның Қазақстан Республикасындағы Төтенше және Өкілетті Елшісі",
        "Rector, Universidad de la Gran Estepa",
    ):
        assert text in paper
    assert "Excma." not in paper  # nobody signs with a form of address


def test_a_part_in_the_programme_is_certified_with_its_title(printed) -> None:
    paper = printed("certificates", "es", "kk", dossier=held(), what="speaking")
    parts = {
        (slot.id, speaker.person_id)
        for slot in sample.SLOTS
        for speaker in slot.speakers
        if speaker.role is not SpeakerRole.HOST
    }
    found = {said(paper, page) for page in range(len(paper.pages))}
    assert found == {Certificate(1, person, slot) for slot, person in parts}
    assert "«Modelos de lenguaje para el kazajo»" in paper
    assert "Participante en la mesa: «Lenguas con pocos recursos y modelos de lenguaje»" in paper


def test_names_are_written_as_each_language_orders_them(printed) -> None:
    paper = printed("certificates", "ru", "es", dossier=held(sample.RECTOR))
    assert "Есенкулов Мухаметкали Жумагалиевич" in paper
    assert "Mukhametkali Zhumagaliuly Yessenkulov" in paper


def test_an_arabic_certificate_is_mirrored(printed) -> None:
    left = printed("certificates", "en", dossier=held(sample.THAI))
    right = printed("certificates", "ar", "en", dossier=held(sample.THAI))
    office = "Ambassador of Spain to the Republic of Kazakhstan"
    assert left.place(office).x < mm(297) / 2 < right.place(office).x


def test_a_line_runs_as_its_language_whatever_it_begins_with(printed) -> None:
    paper = printed("certificates", "he", dossier=held(sample.THAI))
    city, day, month = map(paper.place, ("Astan", "12", "במרץ"))
    assert city.y == pytest.approx(month.y, abs=2)
    assert day.y == pytest.approx(month.y, abs=2)
    assert month.x < day.x < city.x
    assert paper.place("at the event").x < paper.place("Inteligencia artificial").x


@pytest.mark.parametrize("count", [0, 1, 2, 3])
def test_signatures_and_symbol_keep_apart(printed, count: int) -> None:
    signing = (Signatory(1), Signatory(2), Signatory(3))[:count]
    for languages in (("es", "kk"), ("kk", "ru", "en"), ("ar", "en")):
        paper = printed("certificates", *languages, dossier=held(sample.THAI, signatories=signing))
        assert said(paper) == Certificate(1, sample.THAI.id)
        assert len(paper.pages) == 1


def test_more_than_three_signatures_are_refused(printed) -> None:
    signing = tuple(Signatory(number) for number in (1, 2, 3, 4))
    with pytest.raises(CannotPrint, match="three signatures"):
        printed("certificates", "es", dossier=held(sample.THAI, signatories=signing))


def test_a_picture_of_a_signature_stands_on_its_rule(printed) -> None:
    image = Image.new("RGB", (300, 100), (200, 30, 40))
    stream = io.BytesIO()
    image.save(stream, "PNG")
    dossier = held(sample.THAI, signatories=(Signatory(1, 0, 99), Signatory(2)))
    plain = printed("certificates", "es", dossier=dossier).picture(0, 72)
    pictures = {**dossier.pictures, 99: Picture(99, stream.getvalue(), "image/png", 300, 100)}
    signed = printed("certificates", "es", dossier=replace(dossier, pictures=pictures))
    box = (round(mm(35)), round(mm(160)), round(mm(95)), round(mm(172)))
    darkest = [picture.crop(box).getextrema()[0] for picture in (plain, signed.picture(0, 72))]
    assert darkest[0] > 200 > darkest[1]


@pytest.mark.parametrize(
    ("options", "text"),
    [
        ({"hours": "many"}, "number of hours"),
        ({"hours": "0"}, "hours"),
        ({"range": "x"}, "nobody"),
    ],
)
def test_what_makes_no_sense_is_refused(printed, options: dict[str, str], text: str) -> None:
    with pytest.raises(CannotPrint, match=text):
        printed("certificates", "es", dossier=held(sample.THAI), **options)


def test_a_thousand_are_made_one_by_one_and_can_be_stopped() -> None:
    guests = sample.guests()[0]
    people = [replace(guests[n % 40], id=1000 + n) for n in range(1000)]
    done: list[int] = []

    def progress(count: int, total: int) -> None:
        assert total == 1000
        done.append(count)
        if count == 25:
            raise Cancelled("enough")

    with pytest.raises(Cancelled):
        kind("certificates").make(held(*people), Request(("es", "kk")), progress)
    assert done == list(range(26))


def test_what_pages_share_is_in_the_file_once() -> None:
    sizes = [
        len(
            kind("certificates").make(held(*sample.guests()[0][:n]), Request(("es", "kk")), silent)
        )
        for n in (1, 11)
    ]
    assert sizes[1] - sizes[0] < 10 * 8_000


def test_the_same_certificates_are_the_same_bytes() -> None:
    request = Request(("ar", "en"))
    one, other = (kind("certificates").make(held(*sample.SPEAKERS), request, silent) for _ in "12")
    assert one == other


# -- what holds for any name and title ---------------------------------------------------------

words = st.text("abcdefghijklmnñopqrstuvwxyzçéÁŻß", min_size=1, max_size=30).map(str.title)
lines = st.lists(words, min_size=1, max_size=8).map(" ".join)


@settings(max_examples=40)
@given(lines, lines, st.lists(words, min_size=1, max_size=30).map(" ".join), st.integers(1, 3))
def test_any_name_and_title_are_there_whole_and_in_order(
    family: str, given_name: str, title: str, count: int
) -> None:
    person = Person(50, (PersonName("Latn", family, given_name),))
    dossier = held(person)
    event = replace(dossier.event, title=Localized.of(es=title, en=title, kk=title))
    dossier = replace(dossier, programme=replace(dossier.programme, event=event))
    request = Request(("es", "en", "kk")[:count])
    with Paper(kind("certificates").make(dossier, request, silent)) as paper:
        for word in f"{given_name} {family} {title}".split():
            assert word in paper
        assert said(paper) == Certificate(1, 50)
        heights = [paper.place(text).y for text in ("Certificado", given_name.split()[0], "№")]
        assert heights == sorted(heights)


@pytest.mark.parametrize("what", ["attendance", "speaking"])
def test_an_arabic_name_keeps_clear_of_what_is_over_and_under_it(printed, what: str) -> None:
    dossier = held(sample.LINGUIST, sample.THAI)
    paper = printed("certificates", "ar", "en", dossier=dossier, what=what)
    name, other = paper.place("غولبارشين"), paper.place("Gulbarshyn")
    opening = next(at for at in paper.places("This is to certify") if at.page == name.page)
    size = paper.size_of("غولبارشين")
    assert name.y - opening.y > 0.88 * size + mm(4)
    assert other.y - name.y > 0.5 * size + 10


@pytest.mark.parametrize("languages", [("es", "ru"), ("ar", "en")])
def test_each_language_stands_in_the_middle_of_its_half(printed, languages) -> None:
    event = replace(sample.EVENT, title=Localized.of(es="Luz", en="Light", ru="Свет", ar="نور"))
    dossier = held(sample.THAI)
    dossier = replace(dossier, programme=replace(dossier.programme, event=event))
    paper = printed("certificates", *languages, dossier=dossier)
    dpi = 144
    first = paper.place("Luz" if "es" in languages else "Light").y / 72 * dpi
    for middle in (91.5, 205.5):
        left, right = ((middle + side) / 25.4 * dpi for side in (-55, 55))
        line = paper.picture(0, dpi).crop((int(left), int(first - 9), int(right), int(first)))
        ink = line.point(lambda value: 255 if value < 128 else 0).getbbox()
        assert ink is not None
        assert (ink[0] + ink[2]) / 2 == pytest.approx(55 / 25.4 * dpi, abs=6)


def test_a_name_is_said_only_in_the_languages_it_is_written_in(printed) -> None:
    latin = replace(sample.THAI, names=sample.THAI.names[:1], honorific=Localized.of(kk="мырза"))
    paper = printed("certificates", "es", "kk", dossier=held(latin))
    assert paper.words.count("Suphawat") == 1
    assert "мырза" not in paper


def test_a_house_without_a_translation_signs_once(printed) -> None:
    dossier = held(sample.THAI, signatories=())
    only = {1: replace(sample.EMBASSY, name=Localized.of(es="Embajada de España"), logo_id=None)}
    dossier = replace(dossier, organisations={**dossier.organisations, **only})
    low = printed("certificates", "ar", "en", dossier=dossier).places("Embajada")
    assert len([at for at in low if at.y > mm(150)]) == 1


def test_a_long_name_parts_before_the_family_name(printed) -> None:
    name = PersonName("Latn", "Muestra de la Rosa y Ejemplo de Velasco-Sotomayor Ruiz", "José")
    paper = printed("certificates", "es", dossier=held(replace(sample.THAI, names=(name,))))
    first, last = paper.place("José"), paper.place("Muestra")
    assert last.y > first.y
    assert paper.place("Sotomayor").y == last.y
