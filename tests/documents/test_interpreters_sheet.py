"""What lies in the booth."""

from dataclasses import replace

from desktop.domain.localized import Localized
from desktop.domain.person import Office
from desktop.domain.slot import Interpretation, InterpretationMode
from tests.documents import sample
from tests.documents.conftest import Print
from tests.documents.reading import packed

CONSECUTIVE = InterpretationMode.CONSECUTIVE


def held():
    whole = sample.dossier()
    keynote = replace(
        sample.SLOTS[2],
        interpretation=(
            Interpretation("es", channel=2, booth=1, headsets=80),
            Interpretation("kk", CONSECUTIVE),
        ),
    )
    philosopher = replace(sample.PHILOSOPHER, pronunciation=sample.text("VA-lers-jau-sen"))
    return replace(
        whole,
        programme=replace(whole.programme, slots=(*sample.SLOTS[:2], keynote, *sample.SLOTS[3:])),
        people={**whole.people, 3: philosopher},
    )


def test_a_slot_says_floor_target_mode_booth_and_channel(printed: Print):
    paper = printed("interpreters-sheet", "en", "es", dossier=held())
    assert packed("Spanish · simultaneous interpretation, booth 1, channel 2, 80 headsets") in (
        paper.words
    )
    assert packed("Kazakh · consecutive interpretation") in paper.words
    floor = paper.place("English")
    into = paper.place("Spanish · simultaneous")
    assert into.x > floor.x
    assert abs(into.y - floor.y) < 1


def test_a_break_is_not_on_the_sheet_but_a_slot_without_interpretation_is(printed: Print):
    paper = printed("interpreters-sheet", "es")
    assert "Acreditación" not in paper
    assert "Clausura y recepción" in paper


def test_names_stand_as_each_language_writes_them_with_the_way_to_say_them(printed: Print):
    paper = printed("interpreters-sheet", "es", "kk", "ru", dossier=held())
    assert packed("VA-lers-jau-sen") in paper.words
    for person in sample.SPEAKERS:
        for language, script in (("es", "Latn"), ("kk", "Cyrl"), ("ru", "Cyrl")):
            assert packed(person.name(language, script).family) in paper.words


def test_three_hundred_slots_are_all_there(printed: Print):
    congress = sample.congress(300)
    paper = printed("interpreters-sheet", "es", "kk", dossier=congress)
    assert paper.words.count(packed("y modelos de lenguaje»")) == 150


def test_an_arabic_sheet_runs_from_the_right(printed: Print):
    paper = printed("interpreters-sheet", "ar", "en")
    assert paper.place("10:30").x > 400


def test_no_page_is_spent_on_a_last_row(printed: Print):
    """These four slots and the names are one row too long for a page with full air."""
    paper = printed(
        "interpreters-sheet", "es", "kk", dossier=sample.dossier(slots=sample.SLOTS[:4])
    )
    assert len(paper.pages) == 1
    assert "Abdrakhmanov" in paper


def test_a_programme_without_slots_is_an_empty_sheet(printed: Print):
    assert len(printed("interpreters-sheet", "es", dossier=sample.dossier(slots=())).pages) == 1


def test_languages_of_the_floor_stand_under_one_another_where_a_line_is_too_short(printed: Print):
    paper = printed("interpreters-sheet", "kk", "ru", "en")
    first, second = paper.place("Ағылшын тілі"), paper.place("Английский")
    assert second.y > first.y + 5
    assert second.x == first.x


def test_what_is_not_translated_is_said_once(printed: Print):
    office = Office(Localized.of(es="Directora general"))
    person = replace(sample.LINGUIST, names=sample.LINGUIST.names[:1], offices=(office,))
    held = sample.dossier()
    held = replace(held, people={**held.people, 4: person})
    paper = printed("interpreters-sheet", "es", "kk", dossier=held)
    assert paper.words.count(packed("Directora general")) == 1
    assert paper.words.count("Gulbarshyn") == 2  # in the programme and among the names
