"""A hand-built dossier: an invented conference in Astana. Nobody in it exists."""

from dataclasses import replace
from datetime import date

from desktop.documents.dossier import Dossier
from desktop.domain.event import Event, EventKind, Organiser, OrganiserRole
from desktop.domain.localized import Localized
from desktop.domain.programme import Programme
from desktop.domain.slot import (
    DataPoint,
    DataSet,
    Interpretation,
    InterpretationMode,
    Slot,
    SlotKind,
)
from desktop.domain.speaker import Speaker, SpeakerRole
from desktop.domain.venue import Room, Track, Venue
from tests.documents.sample_coverage import (
    CONTACTS,
    GUESTS,
    PHOTOS,
    PRESS,
    QUOTATIONS,
    at,
    guests,
)
from tests.documents.sample_people import (
    AMBASSADOR,
    BASQUE,
    EMBASSY,
    JOURNALIST,
    LINGUIST,
    ORGANISATIONS,
    PHILOSOPHER,
    RECTOR,
    SPEAKERS,
    THAI,
    UNIVERSITY,
    name,
)
from tests.documents.sample_pictures import pictures, text

__all__ = [
    "AMBASSADOR",
    "BASQUE",
    "EMBASSY",
    "GUESTS",
    "JOURNALIST",
    "LINGUIST",
    "PHILOSOPHER",
    "QUOTATIONS",
    "RECTOR",
    "SPEAKERS",
    "THAI",
    "UNIVERSITY",
    "at",
    "name",
    "text",
]

SIMULTANEOUS = InterpretationMode.SIMULTANEOUS


DATA_SET = DataSet(
    text(
        "Publicaciones conjuntas por año",
        "Бірлескен жарияланымдар саны",
        "Совместные публикации по годам",
        "Joint publications a year",
        "المنشورات المشتركة سنويًا",
    ),
    tuple(
        DataPoint(Localized.of(und=str(year)), value)
        for year, value in zip(range(2019, 2026), (14, 17, 23, 29, 38, 47, 61), strict=True)
    ),
    text(
        "Artículos con autores de ambos países",
        "Екі ел авторларының мақалалары",
        "Статьи авторов из обеих стран",
        "Papers with authors from both countries",
        "أبحاث لمؤلفين من البلدين",
    ),
    illustrative=True,
)

HALL = Room(
    1,
    1,
    1,
    text("Aula Magna", "Мәжіліс залы", "Актовый зал", "Great Hall", "القاعة الكبرى"),
    position=1,
)
LIBRARY = Room(2, 1, 1, text("Biblioteca", "Кітапхана", "Библиотека", "Library"), position=2)

SLOTS = (
    Slot(
        1,
        1,
        SlotKind.REGISTRATION,
        text(
            "Acreditación y café de bienvenida",
            "Тіркелу және қарсы алу кофесі",
            "Регистрация и приветственный кофе",
            "Registration and welcome coffee",
            "التسجيل واستقبال الضيوف",
        ),
        start=at(9, 30),
        minutes=30,
        room_id=1,
    ),
    Slot(
        2,
        1,
        SlotKind.OPENING,
        text("Apertura", "Ашылу рәсімі", "Открытие", "Opening", "الافتتاح"),
        start=at(10),
        minutes=30,
        room_id=1,
        floor_languages=("es", "kk", "ru"),
        speakers=(Speaker(2, SpeakerRole.HOST), Speaker(1)),
    ),
    Slot(
        3,
        1,
        SlotKind.KEYNOTE,
        text(
            "«Ciencia, diplomacia e inteligencia artificial»",
            "«Ғылым, дипломатия және жасанды интеллект»",
            "«Наука, дипломатия и искусственный интеллект»",
            "“Science, diplomacy and artificial intelligence”",
            "«العلم والدبلوماسية والذكاء الاصطناعي»",
        ),
        abstract=text(
            "La cooperación científica como lenguaje común: veinticinco años de proyectos "
            "compartidos, movilidad investigadora y retos éticos de los sistemas autónomos.",
            "Ғылыми ынтымақтастық — ортақ тіл: жиырма бес жылдық бірлескен жобалар, "
            "зерттеушілердің ұтқырлығы және дербес жүйелердің этикалық сын-қатерлері.",
            "Научное сотрудничество как общий язык: двадцать пять лет совместных проектов, "
            "мобильность исследователей и этические вызовы автономных систем.",
            "Scientific cooperation as a common language: twenty-five years of shared projects, "
            "mobility of researchers and the ethics of autonomous systems.",
            "خمسة وعشرون عامًا من المشاريع المشتركة (1999–2024)، و61 بحثًا مشتركًا في عام 2025، "
            "وأخلاقيات الأنظمة الذاتية التحكم.",
        ),
        start=at(10, 30),
        minutes=45,
        room_id=1,
        floor_languages=("en",),
        interpretation=(Interpretation("es", SIMULTANEOUS), Interpretation("kk", SIMULTANEOUS)),
        speakers=(Speaker(3, SpeakerRole.LECTURER),),
    ),
    Slot(
        4,
        1,
        SlotKind.ROUND_TABLE,
        text(
            "«Lenguas con pocos recursos y modelos de lenguaje»",
            "«Ресурсы аз тілдер және тілдік модельдер»",
            "«Малоресурсные языки и языковые модели»",
            "“Low-resource languages and language models”",
            "«اللغات قليلة الموارد ونماذج اللغة»",
        ),
        start=at(11, 15),
        minutes=75,
        room_id=1,
        floor_languages=("es",),
        interpretation=(Interpretation("kk", SIMULTANEOUS),),
        speakers=(
            Speaker(
                4,
                SpeakerRole.PANELLIST,
                text(
                    "Modelos de lenguaje para el kazajo",
                    "Қазақ тіліне арналған тілдік модельдер",
                    "Языковые модели для казахского",
                    "Language models for Kazakh",
                ),
            ),
            Speaker(5, SpeakerRole.PANELLIST),
            Speaker(6, SpeakerRole.PANELLIST),
            Speaker(7, SpeakerRole.MODERATOR),
        ),
    ),
    Slot(
        5,
        1,
        SlotKind.QUESTIONS,
        text(
            "Preguntas del público",
            "Сұрақ-жауап",
            "Вопросы аудитории",
            "Questions from the audience",
            "أسئلة الجمهور",
        ),
        start=at(12, 30),
        minutes=30,
        room_id=1,
        floor_languages=("es", "kk", "ru"),
        data_set=DATA_SET,
    ),
    Slot(
        6,
        1,
        SlotKind.RECEPTION,
        text(
            "Clausura y recepción",
            "Жабылу рәсімі және қабылдау",
            "Закрытие и приём",
            "Closing and reception",
            "الختام وحفل الاستقبال",
        ),
        start=at(13),
        minutes=60,
    ),
)

EVENT = Event(
    1,
    "inteligencia-artificial",
    text(
        "Inteligencia artificial y cooperación científica",
        "Жасанды интеллект және ғылыми ынтымақтастық",
        "Искусственный интеллект и научное сотрудничество",
        "Artificial intelligence and scientific cooperation",
        "الذكاء الاصطناعي والتعاون العلمي",
    ),
    kind=EventKind.CONFERENCE,
    languages=("es", "kk", "ru", "en"),
    time_zone="Asia/Almaty",
    first_day=date(2026, 3, 12),
    last_day=date(2026, 3, 12),
    venue_id=1,
    organisers=(Organiser(1), Organiser(2, OrganiserRole.CO_ORGANISER)),
    summary=text(
        "La conferencia reunió en Astaná a investigadores, traductores y responsables públicos "
        "para examinar qué pueden esperar las lenguas con pocos recursos de los nuevos modelos "
        "de lenguaje. Concluyó con un compromiso: un corpus abierto en kazajo y español.",
        "Конференция Астанада зерттеушілерді, аудармашыларды және мемлекеттік қызметкерлерді "
        "жинап, ресурсы аз тілдер жаңа тілдік модельдерден не күте алатынын талқылады.",
        "Конференция собрала в Астане исследователей, переводчиков и представителей органов "
        "власти, чтобы обсудить, чего малоресурсные языки могут ожидать от новых языковых "
        "моделей. Её итог — договорённость об открытом корпусе на казахском и испанском языках.",
        "The conference brought researchers, translators and public servants to Astana to ask "
        "what low-resource languages may expect of the new language models.",
    ),
    footer=text(
        "Entrada libre hasta completar aforo",
        "Кіру тегін, орын саны шектеулі",
        "Вход свободный, число мест ограничено",
        "Free admission while seats last",
        "الدخول مجاني حتى اكتمال المقاعد",
    ),
)
VENUE = Venue(
    1,
    UNIVERSITY.name,
    city=text("Astaná", "Астана", "Астана", "Astana", "أستانا"),
    country="KZ",
)


def dossier(event: Event = EVENT, slots: tuple[Slot, ...] = SLOTS) -> Dossier:
    """The conference as it was held: with guests, quotations and press."""
    people, attendees = guests()
    return Dossier(
        Programme(event, slots, (HALL, LIBRARY), ()),
        VENUE,
        {person.id: person for person in (*SPEAKERS, *people)},
        ORGANISATIONS,
        pictures(),
        attendees,
        QUOTATIONS,
        PRESS,
        PHOTOS,
        CONTACTS,
    )


def before() -> Dossier:
    """The same before anybody came."""
    held = dossier()
    return replace(
        held,
        attendees=tuple(replace(one, check_ins=()) for one in held.attendees),
        quotations=(),
        press=(),
        photo_credits=(),
    )


def congress(count: int = 300) -> Dossier:
    """Two days, three rooms, two tracks and as many slots as asked, with the longest names."""
    rooms = (HALL, LIBRARY, Room(3, 1, 1, text("Sala 3", "3-зал", "Зал 3", "Room 3"), position=3))
    tracks = (Track(1, 1, text("Lenguas", "Тілдер", "Языки", "Languages"), position=1),)
    slots = tuple(
        replace(
            SLOTS[2 + number % 2],
            id=number + 1,
            start=at(9, 0, 12 + number % 2),
            minutes=30,
            room_id=1 + number % 3,
            track_id=1 if number % 5 == 0 else None,
            data_set=None,
        )
        for number in range(count)
    )
    spread = tuple(
        replace(slot, start=at(9 + number // 6 % 9, number // 54 * 5 % 60, 12 + number % 2))
        for number, slot in enumerate(slots)
    )
    held = dossier(replace(EVENT, last_day=date(2026, 3, 13)), spread)
    return replace(held, programme=Programme(held.event, spread, rooms, tracks))
