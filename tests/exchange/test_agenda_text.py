"""Agendas as people send them: mails, tables, bullets, in five languages."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.slot import SlotKind
from desktop.domain.speaker import SpeakerRole
from desktop.exchange import agenda_times
from desktop.exchange.agenda_text import Agenda, Item, language_of, read
from desktop.language import dates

DAYS = (date(2026, 3, 12), date(2026, 3, 13))
LANGUAGES = ("en", "es", "kk", "ru", "ar")


def one(text: str) -> Item:
    """The only item of a text that is understood whole."""
    agenda = read(text, DAYS)
    assert not agenda.unread
    assert len(agenda.items) == 1, agenda.items
    return agenda.items[0]


def names(item: Item) -> list[str]:
    return [speaker.name for speaker in item.speakers]


@pytest.mark.parametrize(
    ("written", "start", "minutes"),
    [
        ("10:00 – 10:45 Lecture", "10:00", 45),
        ("10:00-10:45: Lecture", "10:00", 45),
        ("10.00—10.45 h. Conferencia", "10:00", 45),
        ("10h30 Taller", "10:30", None),
        ("1000-1045 Lecture", "10:00", 45),
        ("1800 to 2000 Reception", "18:00", 120),
        ("0900 Coffee", "09:00", None),
        ("1400 hrs Talk", "14:00", None),
        ("10 h 30 – 11 h 15 Taller", "10:30", 45),
        ("9:30 a.m. Opening", "09:30", None),
        ("9:30 AM - 1:00 PM Workshop", "09:30", 210),
        ("11:30–1 p.m. Lunch", "11:30", 90),
        ("9–10 am Talk", "09:00", 60),
        ("9-10:30 Talk", "09:00", 90),
        ("from 10:00 to 10:45 Talk", "10:00", 45),
        ("de 10:00 a 10:45 Charla", "10:00", 45),
        ("De 10:00 h a 10:45 h: Charla", "10:00", 45),
        ("с 10.00 до 10.45 Доклад", "10:00", 45),
        ("10:00-ден 10:45-ке дейін Дәріс", "10:00", 45),
        ("сағат 10:00 Дәріс", "10:00", None),
        ("من 10:00 إلى 10:45 محاضرة", "10:00", 45),
        ("الساعة ١٠:٠٠ محاضرة", "10:00", None),
        ("2:30 م – 3:00 م محاضرة", "14:30", 30),
        ("[10:00–10:45] Talk", "10:00", 45),
        ("• 10:00 – Talk", "10:00", None),
        ("3) 10:00 Talk", "10:00", None),
        ("10:00 Talk (45 min)", "10:00", 45),
        ("10:00 Доклад (1 ч 15 мин)", "10:00", 75),
        ("23:00–01:00 Concert", "23:00", 120),
        ("10:00\t10:45\tTalk", "10:00", 45),
        ("| 10:00 | Talk | 45 min |", "10:00", 45),
    ],
)
def test_times_are_read_as_they_are_written(written: str, start: str, minutes: int | None):
    item = one(written)
    hour, minute = map(int, start.split(":"))
    assert (item.start, item.minutes) == (hour * 60 + minute, minutes)
    assert item.title in written
    assert not item.title[:1].isdigit()


@pytest.mark.parametrize("line", ["2020–2030 The new strategy", "1936-1939 The war", "2026"])
def test_years_are_no_hours(line: str):
    assert agenda_times.span(line) is None


@pytest.mark.parametrize(
    "heading",
    [
        *("Thursday, 12 March 2026", "March 12th, 2026", "12 March", "2026-03-12", "Day 1"),
        *("jueves, 12 de marzo de 2026", "12 de marzo", "Día 1", "JUEVES 12 DE MARZO", "Jueves"),
        *("2026 жылғы 12 наурыз, бейсенбі", "12 наурыз", "1-күн"),
        *("12 марта 2026 г. (четверг)", "12.03.2026", "День 1", "Четверг, 12 марта"),
        *("الخميس 12 مارس 2026", "١٢ مارس", "12 آذار 2026", "اليوم 1"),
    ],
)
def test_headings_say_the_day(heading: str):
    assert one(f"{heading}\n10:00 Talk").day == DAYS[0]


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.sampled_from(LANGUAGES))
def test_every_date_is_read_as_the_program_writes_it(day: date, language: str):
    assert agenda_times.day(dates.long_date(day, language), ()) == day


@pytest.mark.parametrize(
    ("line", "kind", "title", "name", "office"),
    [
        (
            "Lecture: Spanish science today — María López, Embassy of Spain",
            *(SlotKind.LECTURE, "Spanish science today", "María López", "Embassy of Spain"),
        ),
        (
            "Conferencia inaugural: «El agua», Dra. Ana Gil (Universidad de Cádiz)".replace(
                ", Dra", " – Dra"
            ),
            *(SlotKind.KEYNOTE, "El agua", "Dra. Ana Gil", "Universidad de Cádiz"),
        ),
        (
            "Лекция «Корпусы и словари» – Ерлан Сейітқали, Евразийский университет",
            *(SlotKind.LECTURE, "Корпусы и словари", "Ерлан Сейітқали", "Евразийский университет"),
        ),
        (
            "Дәріс: Қазақ тілінің корпусы — Сәуле Жүнісова, ЕҰУ профессоры",
            *(SlotKind.LECTURE, "Қазақ тілінің корпусы", "Сәуле Жүнісова", "ЕҰУ профессоры"),
        ),
        (
            "محاضرة: العلم والدبلوماسية — د. ليلى حسن، جامعة القاهرة",
            *(SlotKind.LECTURE, "العلم والدبلوماسية", "د. ليلى حسن", "جامعة القاهرة"),
        ),
        (
            "Robots at home by Luis Paz",
            *(SlotKind.TALK, "Robots at home", "Luis Paz", ""),
        ),
        (
            "José Ortega y Gasset (Madrid): La técnica",
            *(SlotKind.TALK, "La técnica", "José Ortega y Gasset", "Madrid"),
        ),
    ],
)
def test_a_line_says_what_and_who(line: str, kind: SlotKind, title: str, name: str, office: str):
    item = one(f"10:00 – 10:45 {line}")
    assert (item.kind, item.title) == (kind, title)
    assert [(speaker.name, speaker.office) for speaker in item.speakers] == [(name, office)]


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        *(("Coffee break", SlotKind.COFFEE_BREAK), ("Lunch", SlotKind.LUNCH)),
        *(("Pausa café", SlotKind.COFFEE_BREAK), ("Acto de apertura", SlotKind.OPENING)),
        *(("Түскі ас", SlotKind.LUNCH), ("Кофе үзілісі", SlotKind.COFFEE_BREAK)),
        *(
            ("Кофе-брейк", SlotKind.COFFEE_BREAK),
            ("Регистрация участников", SlotKind.REGISTRATION),
        ),
        *(("استراحة قهوة", SlotKind.COFFEE_BREAK), ("حفل الافتتاح", SlotKind.OPENING)),
        *(("Вопросы и ответы", SlotKind.QUESTIONS), ("Clausura", SlotKind.CLOSING)),
    ],
)
def test_what_needs_no_speaker_is_known_by_its_title(title: str, kind: SlotKind):
    item = one(f"11:00 {title}")
    assert (item.kind, item.title, item.speakers) == (kind, title, ())


def test_a_panel_has_a_moderator_and_panellists():
    item = one(
        "11:30 Mesa redonda: «IA y cooperación»\n"
        "Modera: Тимур Ғалымұлы\n"
        "Participan: Ana Gil, Luis Paz y Әсел Қуанышбайқызы\n"
    )
    assert (item.kind, item.title) == (SlotKind.ROUND_TABLE, "IA y cooperación")
    assert [speaker.role for speaker in item.speakers] == [
        SpeakerRole.MODERATOR,
        *[SpeakerRole.PANELLIST] * 3,
    ]
    assert names(item)[1:] == ["Ana Gil", "Luis Paz", "Әсел Қуанышбайқызы"]


def test_a_table_of_a_word_page_is_read_by_its_headings():
    table = (
        "<html><style>p {color: red}</style><table>"
        "<tr><th>Hora</th><th>Actividad</th><th>Ponente</th><th>Sala</th></tr>"
        "<tr><td><p>09:00</p></td><td>Inauguración</td><td>&nbsp;</td><td>Aula Magna</td></tr>"
        "<tr><td>09:30–10:00</td><td><p>Ponencia:</p><p>El agua</p></td>"
        "<td>Ana Gil, Universidad de Cádiz</td><td>2.14</td></tr></table>"
    )
    opening, talk = read(table, DAYS).items
    assert (opening.kind, opening.room, opening.minutes) == (SlotKind.OPENING, "Aula Magna", 30)
    assert opening.speakers == ()
    assert (talk.title, names(talk), talk.room) == ("El agua", ["Ana Gil"], "2.14")


def test_a_row_that_ends_early_keeps_its_columns():
    agenda = read("Time\tTitle\tSpeaker\tRoom\n10:00\tCoffee break\n10:30\tTalk\tAna Gil\tHall 2")
    pause, talk = agenda.items
    assert (pause.title, pause.room) == ("Coffee break", "")
    assert (names(talk), talk.room) == (["Ana Gil"], "Hall 2")


def test_lengths_alone_follow_one_another():
    first, second = read("09:00\t15 min\tOpening\n30 min\tLecture: Water\tAna Gil").items
    assert (first.start, first.minutes) == (540, 15)
    assert (second.start, second.minutes, names(second)) == (555, 30, ["Ana Gil"])


def test_a_time_without_morning_or_afternoon_follows_the_one_before():
    starts = [item.start for item in read("9:00 A\n12:00 B\n1:30 C\n3:00 D").items]
    assert starts == [540, 720, 810, 900]


def test_what_is_not_understood_stays_visible_with_its_line():
    agenda = read(
        "Dear colleagues, here is the programme.\n\n10:00 Talk\nBring your own cup!\n"
        "Speaker: Ana Gil\n11:00 Lunch",
        DAYS,
    )
    assert [(one.line, one.text) for one in agenda.unread] == [
        (1, "Dear colleagues, here is the programme."),
        (4, "Bring your own cup!"),
        (5, "Speaker: Ana Gil"),
    ], "what follows a line that is not understood may belong to it"
    assert [item.title for item in agenda.items] == ["Talk", "Lunch"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("10:00 Opening of the exhibition", "en"),
        ("10:00 Inauguración de la exposición", "es"),
        ("10:00 Көрменің ашылуы", "kk"),
        ("10:00 Открытие выставки", "ru"),
        ("10:00 افتتاح المعرض", "ar"),
    ],
)
def test_the_language_is_seen(text: str, language: str):
    assert language_of(text) == language


@given(st.text(max_size=300))
def test_no_text_is_refused_and_no_word_is_lost(text: str):
    agenda: Agenda = read(text)
    assert all(0 <= (item.start or 0) <= 48 * 60 for item in agenda.items)


@given(
    st.lists(
        st.tuples(st.integers(0, 23), st.integers(0, 11), st.text("abcdefg ", min_size=3)),
        min_size=1,
        max_size=8,
    )
)
def test_every_line_with_a_time_becomes_an_item(rows: list[tuple[int, int, str]]):
    text = "\n".join(f"{hour:02}:{minute * 5:02} – {title}x" for hour, minute, title in rows)
    agenda = read(text)
    assert [item.line for item in agenda.items] == list(range(1, len(rows) + 1))


@pytest.mark.parametrize(
    ("line", "kind", "title", "names"),
    [
        (
            "11:15 a 12:00 h. Mesa redonda: Retos. Modera: Luis Paz. Participan: Ana G., Eva Gil",
            SlotKind.ROUND_TABLE,
            "Retos",
            ["Luis Paz", "Ana G.", "Eva Gil"],
        ),
        (
            "11:00 Panel discussion: Futures. Moderator: Jane Doe; Panelists: A. Brown, B. Green",
            SlotKind.PANEL,
            "Futures",
            ["Jane Doe", "A. Brown", "B. Green"],
        ),
        (
            "10.00 – 11.00 Лекция «Вода и степь». Докладчик: Петрова А.Б., профессор",
            SlotKind.LECTURE,
            "Вода и степь",
            ["Петрова А.Б."],
        ),
        (
            "9:30 Открытие. Приветственное слово: Иванов Иван Иванович, ректор",
            SlotKind.OPENING,
            "Открытие. Приветственное слово",
            ["Иванов Иван Иванович"],
        ),
        (
            "10:45-12:00 Панельдік талқылау. Модератор: Ерлан Қасым",
            SlotKind.PANEL,
            "Панельдік талқылау",
            ["Ерлан Қасым"],
        ),
        ("10:00 Lecture: Water Wars", SlotKind.LECTURE, "Water Wars", []),
        ("10:00-10:30 **Lecture: Water**", SlotKind.LECTURE, "Water", []),
    ],
)
def test_a_title_keeps_its_words_beside_those_for_people(
    line: str, kind: SlotKind, title: str, names: list[str]
):
    (item,) = read(line).items
    assert (item.kind, item.title) == (kind, title)
    assert [one.name for one in item.speakers] == names


@pytest.mark.parametrize(
    ("line", "start", "minutes"),
    [
        ("11 am to noon Talk", 11 * 60, 60),
        ("10:45 صباحًا حلقة نقاش: المستقبل", 10 * 60 + 45, None),
        ("4:30 مساءً استراحة قهوة", 16 * 60 + 30, None),
        ("5:30 de la tarde Clausura", 17 * 60 + 30, None),
        ("6:00 вечера Фуршет", 18 * 60, None),
    ],
)
def test_the_half_of_the_day_is_told_in_words(line: str, start: int, minutes: int | None):
    (item,) = read(line).items
    assert (item.start, item.minutes) == (start, minutes)
    assert item.title


def test_a_room_on_a_line_of_its_own_is_nobody():
    (item,) = read("10:00\nOpening ceremony\nHall A\nJane Doe").items
    assert item.room == "Hall A"
    assert [one.name for one in item.speakers] == ["Jane Doe"]


@pytest.mark.parametrize(
    ("line", "start", "minutes", "title"),
    [
        ("10.45-11.00. Перерыв", 645, 15, "Перерыв"),
        ("o 10:00 – 10:30 Opening", 600, 30, "Opening"),
        ("10:00→10:45 Opening", 600, 45, "Opening"),
        ("Opening (10:00 – 10:30)", 600, 30, "Opening"),
        ("Sesión 2 (10:45-11:30): Retos", 645, 45, "Sesión 2: Retos"),
    ],
)
def test_shapes_of_word_pages_and_mails(line: str, start: int, minutes: int, title: str):
    (item,) = read(line).items
    assert (item.start, item.minutes, item.title) == (start, minutes, title)


def test_an_office_on_a_line_of_its_own_in_a_cell_is_no_name():
    page = (
        "<table><tr><td><p>9:00&nbsp;–&nbsp;9:30</p></td><td><p>Inauguración</p></td>"
        "<td><p>Excma. Sra. D.ª María López</p><p>Embajadora de España</p></td></tr></table>"
    )
    (item,) = read(page).items
    (speaker,) = item.speakers
    assert (speaker.name, speaker.office) == (
        "Excma. Sra. D.ª María López",
        "Embajadora de España",
    )
