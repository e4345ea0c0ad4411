"""Who came to the sample conference, and what remained of it."""

from datetime import UTC, date, datetime

from desktop.domain.attendee import Attendee, CheckIn, Reply
from desktop.domain.coverage import InstitutionalContact, PhotoCredit, PressItem, Quotation
from desktop.domain.person import Person
from tests.documents.sample_people import name
from tests.documents.sample_pictures import text


def at(hour: int, minute: int = 0, day: int = 12) -> datetime:
    """A moment in Astana (UTC+5) as UTC."""
    return datetime(2026, 3, day, hour - 5, minute, tzinfo=UTC)


GUESTS = (
    ("Abdrakhmanova", "Абдрахманова", "Aizhan", "Айжан", "student", 2, "KZ"),
    ("Bektemirov", "Бектемиров", "Nurlan", "Нурлан", "scholar", 2, "KZ"),
    ("de la Fuente Íñiguez", "де ла Фуэнте Иньигес", "Álvaro", "Альваро", "diplomat", 1, "ES"),
    ("Nieto Nz", "Ньето Нс", "Pilar", "Пилар", "scholar", 4, "ES"),
    ("Ñuñez Castro", "Нуньес Кастро", "Inés", "Инес", "press", 6, "ES"),
    ("Қасымова", "Касымова", "Әлия", "Алия", "student", 2, "KZ"),
    ("Kim", "Ким", "Dmitri", "Дмитрий", "student", 2, "KZ"),
    ("Müller-Lüdenscheidt", "Мюллер-Люденшайдт", "Käthe", "Кете", "scholar", 3, "DE"),
)


def guests() -> tuple[tuple[Person, ...], tuple[Attendee, ...]]:
    people: list[Person] = []
    attendees: list[Attendee] = []
    for number in range(40):
        latin, cyrillic, given, given_ru, category, organisation, country = GUESTS[number % 8]
        mark = "" if number < 8 else f" {number // 8 + 1}"
        people.append(
            Person(
                100 + number,
                (name("Latn", given, latin + mark), name("Cyrl", given_ru, cyrillic + mark)),
                organisation_id=organisation,
                country=country,
            )
        )
        came = number % 4 != 3
        attendees.append(
            Attendee(
                number + 1,
                1,
                100 + number,
                category,
                Reply.ACCEPTED if came or number % 8 == 3 else Reply.DECLINED,
                check_ins=(CheckIn(at(9, 40)),) if came else (),
            )
        )
    return tuple(people), tuple(attendees)


QUOTATIONS = (
    Quotation(
        1,
        1,
        4,
        4,
        text(
            "Una lengua que no entra en las máquinas no desaparece, "
            "pero se queda sin interlocutor.",
            "Машинаға енбеген тіл жоғалмайды, бірақ тілдесерсіз қалады.",
            "Язык, который не попадает в машины, не исчезает, но остаётся без собеседника.",
            "A language that does not enter the machines will not vanish, "
            "but it is left without anybody to talk to.",
        ),
        "kk",
    ),
    Quotation(
        2,
        1,
        3,
        3,
        text(
            "La diplomacia siempre fue una tecnología de la traducción. Ahora debemos enseñarla.",
            ru="Дипломатия всегда была искусством перевода. Теперь мы должны этому учить.",
            en="Diplomacy was always a technology of translation. Now we have to teach it.",
        ),
        "en",
    ),
)
PRESS = (
    PressItem(
        1,
        1,
        text(es="Diario de la Estepa", ru="Степная газета"),
        text(es="El kazajo ya habla con las máquinas", ru="Казахский уже говорит с машинами"),
        date(2026, 3, 13),
        "es",
        "https://example.org/kazajo",
    ),
    PressItem(
        2,
        1,
        text(es="Estudios Eurasiáticos", ru="Евразийский вестник"),
        text(
            es="Lenguas pequeñas, preguntas grandes: crónica de un encuentro en Astaná",
            ru="Малые языки, большие вопросы: хроника встречи в Астане",
        ),
        date(2026, 3, 16),
        "ru",
    ),
)
PHOTOS = (
    PhotoCredit(
        1,
        1,
        3,
        text(
            "La mesa redonda, en el Aula Magna",
            "Мәжіліс залындағы дөңгелек үстел",
            "Круглый стол в актовом зале",
            "The panel in the Great Hall",
        ),
        text(es="Aigerim Nurlankyzy Sultanbekova / Agencia Estepa"),
    ),
)
CONTACTS = (
    InstitutionalContact(
        1,
        1,
        date(2025, 11, 20),
        text(
            "Reunión preparatoria de la Embajada con el Rectorado.",
            "Елшіліктің ректоратпен дайындық кездесуі.",
            "Подготовительная встреча посольства с ректоратом.",
            "A preparatory meeting of the Embassy with the Rectorate.",
        ),
        (1, 2),
    ),
)
