"""Who takes part in the sample conference. Nobody here exists."""

from desktop.domain.organisation import Organisation, OrganisationKind
from desktop.domain.person import Gender, Office, Person, PersonName
from tests.documents.sample_pictures import text


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
