from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest

from desktop.documents.dossier import Dossier
from desktop.documents.kinds import kind
from desktop.documents.request import Request, silent
from desktop.documents.sections import BODY
from desktop.documents.wording import Wording
from desktop.domain.attendee import Attendee, CheckIn, Reply
from desktop.domain.errors import Cancelled
from desktop.domain.localized import Localized
from desktop.domain.person import Consent, ConsentPurpose, ConsentState, Person, PersonName
from tests.documents import sample
from tests.documents.conftest import Print

SECTIONS = (
    "The programme as held",
    "Speakers",
    "What was said",
    "In the press",
    "Photographs",
    "Contacts between institutions",
    "Annex: guests",
)


def refusing(dossier: Dossier, person_id: int, purpose: ConsentPurpose) -> Dossier:
    consents = (Consent(purpose, ConsentState.GIVEN), Consent(purpose, ConsentState.WITHDRAWN))
    person = replace(dossier.people[person_id], consents=consents)
    return replace(dossier, people={**dossier.people, person_id: person})


def figures(pdf: bytes) -> list[str]:
    """Alternative texts of a document's figures."""
    found: list[str] = []

    def walk(node: pikepdf.Object) -> None:
        if isinstance(node, pikepdf.Array):
            for kid in node:
                walk(kid)
        elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
            if node["/S"] == "/Figure":
                found.append(str(node["/Alt"]))
            walk(node.get("/K", pikepdf.Array()))

    with pikepdf.open(BytesIO(pdf)) as read:
        walk(read.Root.StructTreeRoot.K)
    return found


def test_sections_follow_one_another(printed: Print) -> None:
    paper = printed("report", "en", "ru")
    places = [paper.place(title) for title in SECTIONS]
    assert [(place.page, place.y) for place in places] == sorted((p.page, p.y) for p in places)
    assert "FINAL REPORT" in paper
    assert sample.EVENT.summary.get("ru") in paper


def test_what_nobody_entered_is_left_out(printed: Print) -> None:
    bare = Dossier(sample.dossier().programme)
    paper = printed("report", "en", "ru", dossier=bare)
    for title in SECTIONS[2:]:
        assert title not in paper
    assert "PREPARATION REPORT" in paper
    assert "Opening" in paper


def test_before_the_event_a_report_speaks_of_replies(printed: Print) -> None:
    paper = printed("report", "en", dossier=sample.before())
    assert "PREPARATION REPORT" in paper
    assert "Expected by category" in paper
    assert "attended" not in paper
    assert "✓" not in paper


def test_key_figures_count_heads(printed: Print) -> None:
    held = sample.dossier()
    came = sum(one.attended for one in held.attendees)
    with_companions = (replace(held.attendees[0], party=2), *held.attendees[1:])
    paper = printed("report", "en", dossier=replace(held, attendees=with_companions))
    assert f"{came + 2}" in paper.texts[0].split()


def test_key_figures_keep_to_their_cells_on_small_paper(printed: Print) -> None:
    large, small = (printed("report", "es", "kk", paper=paper) for paper in ("A4", "A5"))
    assert large.size_of("%") == 27.0 > small.size_of("%")


def test_the_annex_is_sorted_as_the_language_sorts(printed: Print) -> None:
    families = ("Nz", "Ñuñez", "Oz", "de la Nava")
    people = {
        number: Person(number, (PersonName("Latn", family, "Ana"),))
        for number, family in enumerate(families, 1)
    }
    attendees = tuple(Attendee(id=n, person_id=n, reply=Reply.ACCEPTED) for n in people)
    held = Dossier(sample.dossier().programme, people=people, attendees=attendees)
    paper = printed("report", "es", dossier=held)
    heights = [paper.places(f"{family}, Ana")[-1].y for family in families]
    nz, nunez, oz, nava = heights
    assert nava < nz < nunez < oz


def test_every_guest_is_in_the_annex_in_both_languages(printed: Print) -> None:
    paper = printed("report", "es", "ru")
    for latin, cyrillic, *_ in sample.GUESTS:
        assert latin in paper
        assert cyrillic in paper
    assert len(paper.places("✓")) == sum(one.attended for one in sample.dossier().attendees)


def test_whoever_does_not_want_to_be_named_is_counted_and_not_named(printed: Print) -> None:
    held = refusing(sample.dossier(), 101, ConsentPurpose.PRINTED_NAME)
    held = replace(held, attendees=held.attendees[:8])
    paper = printed("report", "en", dossier=held)
    assert "Bektemirov" not in paper
    assert "1 guest is not named here." in paper


def test_whoever_does_not_want_to_be_quoted_or_pictured_is_not() -> None:
    held = sample.dossier()
    full = kind("report").make(held, Request(("en",)), silent)
    shy = refusing(held, 1, ConsentPurpose.PHOTOGRAPH)
    fewer = kind("report").make(shy, Request(("en",)), silent)
    portrait = sample.AMBASSADOR.name("en", "Latn").full
    assert portrait in figures(full)
    assert portrait not in figures(fewer)


def test_a_withdrawn_quotation_is_left_out(printed: Print) -> None:
    held = refusing(sample.dossier(), 4, ConsentPurpose.QUOTATION)
    paper = printed("report", "en", dossier=held)
    assert "will not vanish" not in paper
    assert "Diplomacy was always" in paper


def test_quotations_carry_the_marks_of_their_language(printed: Print) -> None:
    paper = printed("report", "es", "en")
    assert "sin interlocutor»." in paper
    assert "talk to.”" in paper
    assert "Original in Kazakh" in paper


def test_a_representative_is_named(printed: Print) -> None:
    held = sample.dossier()
    sent = replace(
        held.attendees[0], reply=Reply.REPRESENTATIVE, representative_id=101, check_ins=()
    )
    paper = printed("report", "en", dossier=replace(held, attendees=(sent, *held.attendees[1:])))
    assert "Represented by: Nurlan Bektemirov" in paper


def test_languages_of_a_section_stand_level(printed: Print) -> None:
    paper = printed("report", "es", "ru")
    pairs = (
        ("Lo que se dijo", "Что было сказано"),
        ("La conferencia reunió", "Конференция собрала"),
        ("«Una lengua", "«Язык, который"),
        ("Diplomática de carrera", "На дипломатической"),
    )
    for spanish, russian in pairs:
        one, other = paper.place(spanish), paper.place(russian)
        assert one.page == other.page
        assert one.y == pytest.approx(other.y, abs=0.1)


def test_charts_say_their_figures_in_words() -> None:
    pdf = kind("report").make(sample.dossier(), Request(("en", "ru")), silent)
    alternatives = " ".join(figures(pdf))
    assert "Joint publications a year. 2019: 14" in alternatives
    assert "Attendance by category. " in alternatives


def test_the_last_of_five_charts_stands_under_the_lower_of_two(printed: Print) -> None:
    held = sample.dossier()
    came = tuple(
        replace(one, check_ins=(CheckIn(sample.at(9, number)),))
        for number, one in enumerate(held.attendees)
    )
    paper = printed("report", "es", "kk", dossier=replace(held, attendees=came))
    replies, arrivals = paper.place("Respuestas"), paper.place("Llegadas por cuartos de hora")
    assert (arrivals.page, arrivals.x) == (replies.page, pytest.approx(replies.x))
    assert arrivals.y > replies.y


def test_a_report_is_a_tagged_file_with_an_outline() -> None:
    pdf = kind("report").make(sample.dossier(), Request(("en", "ru")), silent)
    with pikepdf.open(BytesIO(pdf)) as read:
        assert read.Root.MarkInfo.Marked
        assert read.Root.Lang == "en"
        with read.open_outline() as outline:
            assert tuple(item.title for item in outline.root) == SECTIONS


def test_the_same_dossier_gives_the_same_bytes() -> None:
    request = Request(("es", "ru"))
    assert kind("report").make(sample.dossier(), request, silent) == kind("report").make(
        sample.dossier(), request, silent
    )


def test_running_arabic_has_room_for_its_tails_and_latin_keeps_its_lines() -> None:
    arabic, english = Wording.each(sample.dossier(), ("ar", "en"))
    for wording, words, leading in (
        (arabic, "السؤال الجيد أطول عمرًا من الجواب الجاهز", 1.7 * BODY.size),
        (english, "A good question outlives a ready answer", BODY.leading),
    ):
        text = wording.paragraph(words, BODY)
        assert text is not None
        assert len(text.set(80).lines) > 1
        assert abs(text.set(80).leading - leading) < 1


def test_arabic_and_latin_lines_begin_level(printed: Print) -> None:
    held, told = sample.dossier(), Localized.of(ar="7531 سؤال " * 30, en="7531 words " * 30)
    event = replace(held.event, summary=told)
    paper = printed(
        "report", "ar", "en", dossier=replace(held, programme=replace(held.programme, event=event))
    )
    years = paper.places("7531")
    left, right = (min(at.y for at in years if (at.x > 300) is side) for side in (False, True))
    assert abs(left - right) < 0.1


def test_a_biography_stays_with_its_name(printed: Print) -> None:
    held = sample.dossier()
    people = {
        key: replace(one, biography=Localized.of(es=f"inicio{key} {'palabra ' * 80} fin{key}"))
        for key, one in held.people.items()
    }
    paper = printed("report", "es", "ru", dossier=replace(held, people=people))
    told = [key for key in people if paper.places(f"inicio{key}")]
    assert len({paper.place(f"inicio{key}").page for key in told}) > 1
    for key in told:
        assert paper.place(f"inicio{key}").page == paper.place(f"fin{key}").page


@pytest.mark.parametrize("count", [22, 28, 33])
def test_no_page_of_guests_has_but_a_line_or_two(printed: Print, count: int) -> None:
    held = sample.dossier()
    came = next(one.check_ins for one in held.attendees if one.check_ins)
    guests = tuple(replace(one, check_ins=came) for one in held.attendees[:count])
    paper = printed("report", "es", "ru", dossier=replace(held, attendees=guests))
    ticks = [text.count("✓") for text in paper.texts]
    assert sum(ticks) == count
    assert min(filter(None, ticks)) >= 5


def test_progress_counts_guests_and_can_cancel() -> None:
    seen: list[tuple[int, int]] = []
    kind("report").make(sample.dossier(), Request(("es",)), lambda *at: seen.append(at))
    assert seen[0] == (0, 40)
    assert seen[-1] == (40, 40)

    def stop(done: int, total: int) -> None:
        if done:
            raise Cancelled("Stopped.")

    with pytest.raises(Cancelled):
        kind("report").make(sample.dossier(), Request(("es",)), stop)


def test_user_text_is_data_here_too(printed: Print) -> None:
    held = sample.dossier()
    wild = replace(sample.QUOTATIONS[0], text=Localized.of(en='<img src="/x"/> & {n} <b>'))
    assert '<img src="/x"/> & {n} <b>' in printed(
        "report", "en", dossier=replace(held, quotations=(wild,))
    )
