from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.documents.dossier import Dossier
from desktop.documents.kinds import kind
from desktop.documents.request import PAPERS, Request, silent
from desktop.domain.errors import Cancelled, CannotPrint
from desktop.domain.localized import Localized
from desktop.domain.programme import Programme
from desktop.domain.slot import Slot, SlotKind, SlotStatus
from desktop.domain.venue import Room
from tests.documents import sample
from tests.documents.conftest import Print
from tests.documents.reading import Paper

LEVEL = 0.1
"""Points by which two baselines may differ and still stand level."""


def with_slots(*slots: Slot, rooms: tuple[Room, ...] | None = None) -> Dossier:
    held = sample.dossier()
    programme = Programme(held.event, slots, held.rooms if rooms is None else rooms)
    return replace(held, programme=programme)


@pytest.mark.parametrize(
    "languages", [("es", "kk"), ("en", "ru"), ("kk", "ru", "en"), ("en",), ("ar", "en")]
)
def test_every_title_name_and_office_is_printed(
    printed: Print, languages: tuple[str, ...]
) -> None:
    paper = printed("programme", *languages)
    for language in languages:
        if language == "ar":
            continue
        for slot in sample.SLOTS:
            assert slot.title.get(language) in paper
            assert slot.abstract.get(language) in paper
            for speaker in slot.speakers:
                person = next(one for one in sample.SPEAKERS if one.id == speaker.person_id)
                script = "Latn" if language in {"es", "en"} else "Cyrl"
                assert person.name(language, script).family in paper
                for office in person.offices[:1]:
                    assert office.title.get(language) in paper
        assert sample.EVENT.title.get(language) in paper
        assert sample.EVENT.footer.get(language) in paper


@given(
    titles=st.lists(
        st.text(st.characters(categories=["Lu", "Ll", "Nd"], max_codepoint=0x4FF), min_size=3),
        min_size=1,
        max_size=8,
    )
)
@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow])
def test_no_title_is_lost(titles: list[str]) -> None:
    slots = [
        replace(sample.SLOTS[0], id=number, title=Localized.of(es=title, kk=title))
        for number, title in enumerate(titles, 1)
    ]
    pdf = kind("programme").make(with_slots(*slots), Request(("es", "kk")), silent)
    with Paper(pdf) as paper:
        for title in titles:
            assert title in paper


def test_languages_stand_level(printed: Print) -> None:
    paper = printed("programme", "es", "kk", "ru")
    pairs = (
        ("Apertura", "Ашылу рәсімі", "Открытие"),
        ("«Ciencia, diplomacia", "«Ғылым, дипломатия", "«Наука, дипломатия"),
        ("Prof.ª Beatriz", "Проф. Беатрис", "Проф. Беатрис"),
        ("La cooperación científica como", "Ғылыми ынтымақтастық —", "Научное сотрудничество как"),
    )
    for spanish, kazakh, russian in pairs:
        first = paper.places(spanish)[0]
        for other in (kazakh, russian):
            level = [place for place in paper.places(other) if place.page == first.page]
            assert any(abs(place.y - first.y) < LEVEL for place in level), (spanish, other)


def test_lines_stand_on_one_grid(printed: Print) -> None:
    paper = printed("programme", "es", "kk")
    rows = ("Acreditación y café", "10:00", "10:30", "11:15")
    tops = [paper.place(text).y for text in rows]
    steps = [below - above for above, below in pairwise(tops)]
    ladder = (12.0, 11.5, 11.0, 10.75, 10.5)
    grid = [g for g in ladder if all(abs(s / (g / 2) - round(s / (g / 2))) < 0.02 for s in steps)]
    assert grid


def test_a_right_to_left_language_mirrors_the_page(printed: Print) -> None:
    paper = printed("programme", "ar", "en")
    hour, english = paper.place("10:30"), paper.place("Opening")
    assert hour.x > 500 > english.x
    assert printed("programme", "en", "ar").place("10:30").x < 100


def test_a_missing_translation_is_marked(printed: Print) -> None:
    slot = replace(sample.SLOTS[1], title=Localized.of(es="Solo en español"))
    paper = printed("programme", "es", "kk", dossier=with_slots(slot))
    assert len(paper.places("Solo en español")) == 2
    assert "[ES]" in paper
    assert "[ES]" not in printed("programme", "es", "ru")


def test_what_is_missing_is_taken_from_the_column_beside_it(printed: Print) -> None:
    slot = replace(sample.SLOTS[2], title=Localized.of(es="Ciencia", en="Science as such"))
    paper = printed("programme", "ar", "en", dossier=with_slots(slot))
    assert len(paper.places("Science as such")) == 2
    assert "Ciencia" not in paper


def test_what_is_in_none_of_the_languages_stands_there_once(printed: Print) -> None:
    held = with_slots(replace(sample.SLOTS[2], abstract=Localized.of(es="Un resumen largo")))
    event = replace(held.event, title=Localized.of(es="Ciencia sin fronteras"))
    held = replace(held, programme=replace(held.programme, event=event))
    paper = printed("programme", "en", "ru", dossier=held)
    assert len(paper.places("Un resumen largo")) == 1
    assert "Только на испанском языке" in paper
    assert len(paper.places("Ciencia sin fronteras")) == 1
    assert len(printed("booklet", "en", "ru", dossier=held).places("Ciencia sin fronteras")) > 1


def test_a_cancelled_slot_is_left_out(printed: Print) -> None:
    kept, cancelled = sample.SLOTS[1], replace(sample.SLOTS[4], status=SlotStatus.CANCELLED)
    paper = printed("programme", "en", dossier=with_slots(kept, cancelled))
    assert "Opening" in paper
    assert "Questions from the audience" not in paper
    assert "Joint publications" not in paper


def test_a_slot_without_a_time_stands_at_the_end_under_a_heading(printed: Print) -> None:
    waiting = replace(sample.SLOTS[1], start=None)
    paper = printed("programme", "en", dossier=with_slots(waiting, sample.SLOTS[5]))
    heading = paper.place("Time to be confirmed")
    assert paper.place("Closing and reception").y < heading.y < paper.place("Opening").y


def test_a_slot_without_a_title_is_called_by_its_kind(printed: Print) -> None:
    untitled = replace(sample.SLOTS[0], title=Localized(), kind=SlotKind.COFFEE_BREAK)
    assert "Coffee break" in printed("programme", "en", dossier=with_slots(untitled))


def test_rooms_are_named_where_talks_run_in_parallel(printed: Print) -> None:
    one, other = sample.SLOTS[1], replace(sample.SLOTS[4], room_id=2, start=sample.at(10))
    paper = printed("programme", "en", dossier=with_slots(one, other))
    assert "Great Hall" in paper
    assert "Library" in paper
    assert "Great Hall, Astana" not in paper


def test_many_rooms_are_grouped_by_room_and_go_on_under_their_heading(printed: Print) -> None:
    rooms = tuple(
        Room(number, 1, 1, Localized.of(en=f"Room {number}"), position=number)
        for number in range(1, 10)
    )
    slots = tuple(
        replace(
            sample.SLOTS[2],
            id=1 + 12 * room.id + hour,
            room_id=room.id,
            start=sample.at(9) + timedelta(hours=hour),
        )
        for room in rooms
        for hour in range(8)
    )
    paper = printed("programme", "en", dossier=with_slots(*slots, rooms=rooms))
    places = [min(paper.places(f"Room {room.id}")) for room in rooms]
    assert places == sorted(places)
    assert "(continued)" in paper
    by_time = printed("programme", "en", dossier=with_slots(*slots, rooms=rooms), grouping="time")
    assert by_time.place("Room 9").page < paper.place("Room 9").page


def test_each_day_has_its_heading(printed: Print) -> None:
    tomorrow = replace(sample.SLOTS[2], start=sample.at(10, day=13), id=99)
    paper = printed("programme", "en", "ru", dossier=with_slots(*sample.SLOTS, tomorrow))
    assert "Thursday, 12 March 2026" in paper
    assert "Пятница, 13 марта 2026 г." in paper


def test_a_short_programme_stands_on_one_page(printed: Print) -> None:
    assert len(printed("programme", "en", "ru", dossier=with_slots(*sample.SLOTS[:3])).pages) == 1


def test_abstracts_can_be_left_out(printed: Print) -> None:
    paper = printed("programme", "en", abstracts="no")
    assert "twenty-five years of shared projects" not in paper
    assert "Science, diplomacy and artificial intelligence" in paper


def test_a_long_abstract_runs_on_in_a_second_column(printed: Print) -> None:
    words = " ".join(f"word{number}" for number in range(300))
    slot = replace(sample.SLOTS[2], abstract=Localized.of(en=words))
    paper = printed("programme", "en", dossier=with_slots(slot))
    first, last = paper.place("word0"), paper.place("word299")
    assert words in paper
    assert last.x > first.x + 200
    assert last.page == 0


def test_a_text_taller_than_a_page_goes_on_level_in_both_languages(printed: Print) -> None:
    words = " ".join(f"word{number}" for number in range(2500))
    other = " ".join(f"слово{number}" for number in range(2500))
    slot = replace(sample.SLOTS[2], abstract=Localized.of(en=words, ru=other))
    paper = printed("programme", "en", "ru", dossier=with_slots(slot))
    assert len(paper.pages) > 3
    assert words in paper or all(f"word{number}" in paper for number in range(2500))
    for page in range(1, len(paper.pages)):
        assert "“Science, diplomacy and artificial intelligence” (continued)" in paper.texts[page]
        assert "«Наука, дипломатия и искусственный интеллект» (продолжение)" in paper.texts[page]
    for page in range(1, len(paper.pages) - 1):
        tops = [
            min(p.y for p in paper.places(stem) if p.page == page) for stem in ("word", "слово")
        ]
        assert abs(tops[0] - tops[1]) < LEVEL


def test_what_users_write_is_text_and_nothing_else(printed: Print) -> None:
    title = '<b>AT&T</b> <img src="/etc/passwd"> & 100 % {name} \\n'
    slot = replace(sample.SLOTS[1], title=Localized.of(en=title))
    assert title in printed("programme", "en", dossier=with_slots(slot))


@pytest.mark.parametrize("paper", ["A4", "A5", "Letter"])
@pytest.mark.parametrize("languages", [("es",), ("es", "kk"), ("kk", "ru", "en")])
def test_nothing_leaves_the_paper(printed: Print, paper: str, languages: tuple[str, ...]) -> None:
    read = printed("programme", *languages, paper=paper)
    width, height = PAPERS[paper]
    for page in read.pages:
        for index in range(page.count_rects()):
            left, bottom, right, top = page.get_rect(index)
            assert 20 < left < right < width - 20
            assert 15 < bottom < top < height - 15


def test_the_same_dossier_gives_the_same_bytes() -> None:
    first, second = (
        kind("programme").make(sample.dossier(), Request(("es", "kk")), silent) for _ in range(2)
    )
    assert first == second


def test_progress_counts_slots_and_can_cancel() -> None:
    seen: list[tuple[int, int]] = []
    kind("programme").make(sample.congress(90), Request(("es", "kk")), lambda *at: seen.append(at))
    assert seen[0] == (0, 90)
    assert seen[-1] == (90, 90)
    assert seen == sorted(seen)

    def stop(done: int, total: int) -> None:
        if done:
            raise Cancelled("Stopped.")

    with pytest.raises(Cancelled):
        kind("programme").make(sample.congress(90), Request(("es", "kk")), stop)


@pytest.mark.parametrize("languages", [(), ("es", "es"), ("es", "kk", "ru", "en")])
def test_too_few_or_too_many_languages_are_refused(languages: tuple[str, ...]) -> None:
    with pytest.raises(CannotPrint):
        kind("programme").make(sample.dossier(), Request(languages), silent)


def test_a_congress_of_300_slots_is_printed_whole(printed: Print) -> None:
    paper = printed("programme", "es", "kk", dossier=sample.congress(300))
    assert len(paper.places("Wallershausen-Tiefenbronn")) == 150
    assert len(paper.places("Goikoetxea-Urrutia")) == 150


def test_an_event_without_slots_still_has_a_page(printed: Print) -> None:
    paper = printed("programme", "en", "ru", dossier=with_slots())
    assert len(paper.pages) == 1
    assert sample.EVENT.title.get("ru") in paper


def test_a_missing_logo_is_set_as_a_name(printed: Print) -> None:
    held = sample.dossier()
    paper = printed("programme", "es", "kk", dossier=replace(held, pictures={}))
    assert sample.EMBASSY.name.get("es") in paper
    assert sample.UNIVERSITY.name.get("kk") in paper
