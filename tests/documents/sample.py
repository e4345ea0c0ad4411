"""A hand-built dossier: an invented conference in Astana. Nobody in it exists."""

import io
from dataclasses import replace
from datetime import UTC, date, datetime

from PIL import Image, ImageDraw

from desktop.documents.dossier import Dossier
from desktop.domain.attendee import Attendee, CheckIn, Reply
from desktop.domain.coverage import InstitutionalContact, PhotoCredit, PressItem, Quotation
from desktop.domain.event import Event, EventKind, Organiser, OrganiserRole
from desktop.domain.localized import Localized
from desktop.domain.organisation import Organisation, OrganisationKind, Picture
from desktop.domain.person import Gender, Office, Person, PersonName
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

NAVY, OCHRE, WHITE = (23, 54, 93), (168, 119, 42), (255, 255, 255)


def text(es: str = "", kk: str = "", ru: str = "", en: str = "", ar: str = "") -> Localized:
    return Localized.of(es=es, kk=kk, ru=ru, en=en, ar=ar)


# -- pictures ---------------------------------------------------------------------------------


def png(image: Image.Image) -> bytes:
    stream = io.BytesIO()
    image.save(stream, "PNG")
    return stream.getvalue()


def seal() -> Image.Image:
    image = Image.new("RGBA", (480, 480), (255, 255, 255, 0))
    draw = ImageDraw.Draw(image)
    draw.ellipse((6, 6, 474, 474), outline=NAVY, width=11)
    draw.ellipse((42, 42, 438, 438), fill=NAVY)
    draw.polygon(((240, 120), (120, 180), (360, 180)), fill=WHITE)
    for left in (142, 198, 254, 310):
        draw.rectangle((left, 194, left + 28, 292), fill=WHITE)
    draw.rectangle((120, 310, 360, 334), fill=OCHRE)
    return image


def wordmark() -> Image.Image:
    """A wide logo, as many have."""
    image = Image.new("RGBA", (1200, 300), (255, 255, 255, 0))
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 40, 220, 260), fill=NAVY)
    draw.polygon(((110, 80), (30, 220), (190, 220)), fill=OCHRE)
    for row, width in enumerate((860, 640)):
        draw.rectangle((280, 80 + row * 90, 280 + width, 130 + row * 90), fill=NAVY)
    return image


def portrait(ground: tuple[int, int, int], bust: tuple[int, int, int]) -> Image.Image:
    image = Image.new("RGB", (370, 460), ground)
    draw = ImageDraw.Draw(image)
    draw.ellipse((35, 300, 335, 640), fill=bust)
    draw.rounded_rectangle((152, 230, 218, 340), 20, fill=bust)
    draw.ellipse((115, 95, 255, 275), fill=bust)
    return image


def hall() -> Image.Image:
    image = Image.new("RGB", (1020, 675), (217, 224, 232))
    draw = ImageDraw.Draw(image)
    draw.rectangle((290, 80, 730, 330), fill=(246, 248, 250))
    draw.rectangle((100, 380, 920, 430), fill=(180, 193, 208))
    for row in range(3):
        for seat in range(12 - row):
            left = 20 + (seat + 0.5 * (row % 2)) * 90
            draw.ellipse((left, 480 + row * 65, left + 74, 554 + row * 65), fill=(70, 98, 127))
    return image


def picture(number: int, image: Image.Image, alt: Localized, credit: Localized) -> Picture:
    width, height = image.size
    return Picture(number, png(image), "image/png", width, height, alt, credit)


PHOTO_TONES = (
    ((221, 227, 234), (159, 176, 196)),
    ((235, 227, 211), (198, 174, 131)),
    ((214, 222, 231), (140, 160, 184)),
)


def pictures() -> dict[int, Picture]:
    found = [
        picture(1, seal(), text(es="Sello de la Embajada", en="Seal of the Embassy"), text()),
        picture(2, wordmark(), text(es="Logotipo de la Universidad"), text()),
        picture(
            3,
            hall(),
            text(es="El público en el Aula Magna", ru="Публика в актовом зале"),
            text(es="Aigerim Nurlankyzy Sultanbekova / Agencia Estepa"),
        ),
    ]
    for number in range(6):
        ground, bust = PHOTO_TONES[number % 3]
        found.append(picture(11 + number, portrait(ground, bust), text(en="Portrait"), text()))
    return {one.id: one for one in found}


# -- people and organisations ------------------------------------------------------------------


def name(tag: str, given: str, family: str, patronymic: str = "") -> PersonName:
    return PersonName(tag, family, given, patronymic)


EMBASSY = Organisation(
    1,
    text(
        "Embajada de España en Kazajistán",
        "Испанияның Қазақстандағы Елшілігі",
        "Посольство Испании в Казахстане",
        "Embassy of Spain in Kazakhstan",
        "سفارة إسبانيا في كازاخستان",
    ),
    kind=OrganisationKind.EMBASSY,
    country="ES",
    logo_id=1,
)
UNIVERSITY = Organisation(
    2,
    text(
        "Universidad de la Gran Estepa",
        "Ұлы дала университеті",
        "Университет Великой степи",
        "Great Steppe University",
        "جامعة السهوب الكبرى",
    ),
    kind=OrganisationKind.UNIVERSITY,
    country="KZ",
    logo_id=2,
)
INSTITUTE = Organisation(
    3,
    text(
        "Instituto Europeo de Ética Digital",
        "Еуропалық цифрлық этика институты",
        "Европейский институт цифровой этики",
        "European Institute for Digital Ethics",
        "المعهد الأوروبي لأخلاقيات العالم الرقمي",
    ),
    kind=OrganisationKind.RESEARCH,
    country="DE",
)
CENTRE = Organisation(
    4,
    text(
        "Centro Vasco de Lingüística Computacional",
        "Баск компьютерлік лингвистика орталығы",
        "Баскский центр компьютерной лингвистики",
        "Basque Centre for Computational Linguistics",
        "مركز الباسك للسانيات الحاسوبية",
    ),
    kind=OrganisationKind.RESEARCH,
    country="ES",
)
RAMA = Organisation(
    5,
    text(
        "Universidad Rama Suvarna",
        "Рама Суварна университеті",
        "Университет Рамы Суварны",
        "Rama Suvarna University",
        "جامعة راما سوفارنا",
    ),
    kind=OrganisationKind.UNIVERSITY,
    country="TH",
)
AGENCY = Organisation(
    6,
    text(
        "Agencia de Noticias Estepa",
        "«Дала» ақпарат агенттігі",
        "Информагентство «Степь»",
        "Steppe News Agency",
    ),
    kind=OrganisationKind.PRESS,
    country="KZ",
)
ORGANISATIONS = {o.id: o for o in (EMBASSY, UNIVERSITY, INSTITUTE, CENTRE, RAMA, AGENCY)}

AMBASSADOR = Person(
    1,
    (
        name("Latn", "María del Carmen", "Echevarrieta-Lasagabaster Ruiz de Azagra"),
        name("Cyrl", "Мария дель Кармен", "Эчеваррьета-Ласагабастер Руис де Асагра"),
        name("Arab", "ماريا ديل كارمن", "إتشيفاريتا-لاساغاباستر رويث دي أثاغرا"),
    ),
    Gender.FEMININE,
    text("Excma. Sra. D.ª", "Мәртебелі ханым", "Е. П. г-жа", "H.E. Ms", "سعادة السيدة"),
    (
        Office(
            text(
                "Embajadora de España en la República de Kazajistán",
                "Испанияның Қазақстан Республикасындағы Төтенше және Өкілетті Елшісі",
                "Чрезвычайный и Полномочный Посол Испании в Республике Казахстан",
                "Ambassador of Spain to the Republic of Kazakhstan",
                "سفيرة إسبانيا لدى جمهورية كازاخستان",
            ),
            organisation_id=1,
        ),
    ),
    organisation_id=1,
    country="ES",
    photo_id=11,
    biography=text(
        "Diplomática de carrera desde 1994. Ha dirigido la cooperación científica en tres "
        "misiones y enseña historia de la traducción.",
        "1994 жылдан бері дипломатиялық қызметте. Үш өкілдікте ғылыми ынтымақтастықты басқарған, "
        "аударма тарихынан дәріс береді.",
        "На дипломатической службе с 1994 года. Руководила научным сотрудничеством в трёх "
        "представительствах, преподаёт историю перевода.",
        "A career diplomat since 1994, she has led scientific cooperation in three missions and "
        "teaches the history of translation.",
    ),
)
RECTOR = Person(
    2,
    (
        name("Latn", "Mukhametkali", "Yessenkulov", "Zhumagaliuly"),
        name("kk", "Мұхаметқали", "Есенқұлов", "Жұмағалиұлы"),
        name("ru", "Мухаметкали", "Есенкулов", "Жумагалиевич"),
        name("Arab", "محمد قالي", "يسنقولوف", "جوماغالي أولي"),
    ),
    Gender.MASCULINE,
    text("Prof. Dr.", "Проф., д-р", "Проф., д-р", "Prof.", "أ. د."),
    (
        Office(
            text("Rector", "Ректор", "Ректор", "Rector", "رئيس الجامعة"),
            UNIVERSITY.name,
            2,
        ),
    ),
    organisation_id=2,
    country="KZ",
    photo_id=12,
    biography=text(
        "Físico de formación, dirige la universidad desde 2019.",
        "Мамандығы физик, 2019 жылдан бері университетті басқарады.",
        "Физик, возглавляет университет с 2019 года.",
        "A physicist, he has led the university since 2019.",
    ),
)
PHILOSOPHER = Person(
    3,
    (
        name("Latn", "Maximilian", "Freiherr von und zu Wallershausen-Tiefenbronn"),
        name("Cyrl", "Максимилиан", "фрайхерр фон унд цу Валлерсхаузен-Тифенбронн"),
        name("Arab", "ماكسيميليان", "فرايهر فون أند تسو فالرسهاوزن-تيفنبرون"),
    ),
    Gender.MASCULINE,
    text("Dr.", "Д-р", "Д-р", "Dr", "د."),
    (
        Office(
            text(
                "Director de investigación",
                "Ғылыми директор",
                "Директор по исследованиям",
                "Director of Research",
                "مدير الأبحاث",
            ),
            INSTITUTE.name,
            3,
        ),
    ),
    organisation_id=3,
    country="DE",
    photo_id=13,
    biography=text(
        "Autor de dos libros sobre la responsabilidad de los sistemas autónomos.",
        "Дербес жүйелердің жауапкершілігі туралы екі кітаптың авторы.",
        "Автор двух книг об ответственности автономных систем.",
        "The author of two books on the responsibility of autonomous systems.",
    ),
)
LINGUIST = Person(
    4,
    (
        name("Latn", "Gulbarshyn", "Zhumadildayeva", "Serikkalikyzy"),
        name("kk", "Гүлбаршын", "Жұмаділдаева", "Серікқалиқызы"),
        name("ru", "Гульбаршын", "Жумадильдаева", "Серккалиевна"),
        name("Arab", "غولبارشين", "جوماديلداييفا", "سيريكالي قيزي"),
    ),
    Gender.FEMININE,
    text("Dra.", "Д-р", "Д-р", "Dr", "د."),
    (
        Office(
            text("Profesora", "Профессор", "Профессор", "Professor", "أستاذة"),
            UNIVERSITY.name,
            2,
        ),
        Office(
            text(
                "Académica",
                "Академик",
                "Академик",
                "Member",
            ),
            text(
                "Academia de la Lengua Kazaja",
                "Қазақ тілі академиясы",
                "Академия казахского языка",
                "Kazakh Language Academy",
            ),
        ),
    ),
    organisation_id=2,
    country="KZ",
    photo_id=14,
)
THAI = Person(
    5,
    (
        name("Latn", "Suphawat", "Wongprasertsuksawat"),
        name("Cyrl", "Супхават", "Вонгпрасертсуксават"),
        name("Arab", "سوفاوات", "وونغبراسيرتسوكساوات"),
    ),
    Gender.MASCULINE,
    text("Dr.", "Д-р", "Д-р", "Dr", "د."),
    organisation_id=5,
    country="TH",
    photo_id=15,
)
BASQUE = Person(
    6,
    (
        name("Latn", "Beatriz", "Goikoetxea-Urrutia y Sáenz de Buruaga"),
        name("Cyrl", "Беатрис", "Гойкоэчеа-Уррутиа-и-Саэнс де Буруага"),
        name("Arab", "بياتريث", "غويكوتشيا-أوروتيا إي ساينث دي بورواغا"),
    ),
    Gender.FEMININE,
    text("Prof.ª", "Проф.", "Проф.", "Prof.", "أ. د."),
    organisation_id=4,
    country="ES",
    photo_id=16,
)
JOURNALIST = Person(
    7,
    (
        name("Latn", "Temirlan", "Abdrakhmanov", "Galymuly"),
        name("kk", "Темірлан", "Әбдірахманов", "Ғалымұлы"),
        name("ru", "Темирлан", "Абдрахманов", "Галымович"),
        name("Arab", "تيميرلان", "عبد الرحمنوف", "غالم أولي"),
    ),
    Gender.MASCULINE,
    text("D.", "мырза", "г-н", "Mr", "السيد"),
    (
        Office(
            text(
                "Periodista científico",
                "Ғылыми журналист",
                "Научный журналист",
                "Science journalist",
                "صحفي علمي",
            ),
        ),
    ),
    organisation_id=6,
    country="KZ",
)
SPEAKERS = (AMBASSADOR, RECTOR, PHILOSOPHER, LINGUIST, THAI, BASQUE, JOURNALIST)

# -- the programme -----------------------------------------------------------------------------

SIMULTANEOUS = InterpretationMode.SIMULTANEOUS


def at(hour: int, minute: int = 0, day: int = 12) -> datetime:
    """A moment in Astana (UTC+5) as UTC."""
    return datetime(2026, 3, day, hour - 5, minute, tzinfo=UTC)


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

# -- who came, and what remained ----------------------------------------------------------------

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
