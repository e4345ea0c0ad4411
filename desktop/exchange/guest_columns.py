"""What the columns of a guest list are, by the words that people write over them."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from desktop.domain.errors import BadInput
from desktop.language.folding import fold

_WORDS = {
    "en": {
        "name": "name, full name, guest, invitee, participant, attendee, person, names,"
        " participants, attendees, invitees, display name, first and last name, name in full",
        "given": "given name, given names, first name, forename, firstname, christian name",
        "family": "family name, surname, last name, lastname, family names, surnames",
        "patronymic": "patronymic, middle name, father's name",
        "honorific": "honorific, form of address, salutation, courtesy title, prefix, mr/ms,"
        " mr/mrs, mr/mrs/ms",
        "office": "office, position, post, title, job title, job, role, function, occupation,"
        " designation, rank",
        "organisation": "organisation, organization, company, institution, affiliation, employer,"
        " institute, university, embassy, entity, organisation name, company name,"
        " organization name, mission, ministry, delegation, agency, workplace, work place,"
        " place of work",
        "category": "category, type, group, kind, type of guest",
        "country": "country, nationality, state, country of origin, country code,"
        " country of residence, citizenship",
        "email": "e-mail, email, mail, e-mail address, email address",
        "phone": "telephone, phone, mobile, cell, phone number, telephone number, mobile phone,"
        " tel, cell phone, contact number, contact no, mobile number, whatsapp",
        "language": "language, preferred language, languages, language of correspondence",
        "seat": "seat, table, place, seat number, table number, seating",
        "reply": "reply, status, rsvp, response, answer, attendance, confirmation, confirmed,"
        " rsvp status, attending",
        "replied": "replied, reply date, date of reply, replied on, rsvp date, answered on",
        "party": "companions, party, guests, plus ones, plus one, number of companions,"
        " additional guests, accompanying persons, extra guests, number of guests, no of guests",
        "tags": "tags, tag, labels, label, keywords",
        "needs": "needs, dietary needs, access needs, dietary requirements, diet, allergies,"
        " special needs, accessibility",
        "notes": "notes, note, remarks, comments, comment, observations",
        "street": "address, street, street address, postal address, address line 1",
        "postal_code": "postal code, postcode, zip, zip code",
        "city": "city, town, locality",
        "region": "region, province, county, state or province, oblast",
    },
    "es": {
        "name": "nombre completo, nombre y apellidos, apellidos y nombre, invitado, invitada,"
        " asistente, participante, persona, invitados, asistentes, participantes,"
        " nombre apellidos",
        "given": "nombre, nombre de pila, nombres, primer nombre",
        "family": "apellido, apellidos, primer apellido",
        "patronymic": "patronímico",
        "honorific": "tratamiento, fórmula de tratamiento, trato, sr/sra",
        "office": "cargo, puesto, título, función, profesión, rango, empleo, oficio, rol",
        "organisation": "organización, institución, entidad, empresa, organismo, embajada,"
        " universidad, centro, compañía, medio, afiliación, delegación, ministerio, misión",
        "category": "categoría, tipo, grupo, clase, tipo de invitado",
        "country": "país, nacionalidad, país de origen",
        "email": "correo, correo electrónico, correo-e, dirección de correo, e-mail,"
        " dirección de correo electrónico",
        "phone": "teléfono, móvil, teléfono móvil, celular, tel., número de teléfono, tfno.",
        "language": "idioma, lengua, idioma preferido, idiomas",
        "seat": "asiento, mesa, lugar, puesto en la mesa, número de mesa, ubicación",
        "reply": "respuesta, estado, confirmación, asistencia, asiste, confirmado",
        "replied": "fecha de respuesta, respondió el, fecha respuesta",
        "party": "acompañantes, número de acompañantes, nº de acompañantes, acompañante,"
        " n.º de acompañantes, nº acompañantes",
        "tags": "etiquetas, etiqueta, palabras clave",
        "needs": "necesidades, dieta, alergias, necesidades alimentarias, accesibilidad,"
        " requisitos dietéticos",
        "notes": "notas, nota, observaciones, comentarios, comentario",
        "street": "dirección, calle, domicilio, dirección postal",
        "postal_code": "código postal, c.p., cp",
        "city": "ciudad, localidad, población, municipio",
        "region": "provincia, región, comunidad, comunidad autónoma, estado o provincia",
    },
    "kk": {
        "name": "аты-жөні, толық аты, аты-жөні тегі, тегі аты, қонақ, қатысушы, т.а.ә., таә,"
        " толық аты-жөні, қонақтар, қатысушылар, тегі аты әкесінің аты",
        "given": "аты, есімі, ат, есім",
        "family": "тегі, тек, фамилиясы",
        "patronymic": "әкесінің аты, әке аты",
        "honorific": "құрмет атауы, қаратпа сөз, құрметті атауы",
        "office": "лауазымы, лауазым, қызметі, қызмет, атағы",
        "organisation": "ұйым, ұйымы, мекеме, мекемесі, жұмыс орны, ұйым атауы, елшілік,"
        " университет, университеті",
        "category": "санат, санаты, тобы, түрі, топ",
        "country": "ел, елі, мемлекет, мемлекеті, азаматтығы",
        "email": "электрондық пошта, эл. пошта, пошта, электронды пошта, эл. мекенжайы",
        "phone": "телефон, телефоны, ұялы телефон, байланыс телефоны, тел., байланыс,"
        " байланыс нөмірі",
        "language": "тіл, тілі, хат алмасу тілі",
        "seat": "орын, орны, үстел, үстелі, орын нөмірі",
        "reply": "жауап, жауабы, мәртебе, мәртебесі, қатысуы, растауы",
        "replied": "жауап күні, жауап берген күні",
        "party": "ілеспе адамдар, ілеспелер, бірге келетіндер, ілеспе адамдар саны",
        "tags": "белгілер, белгі, тегтер",
        "needs": "қажеттіліктер, тағам талаптары, диета, аллергия",
        "notes": "ескертпе, ескертпелер, ескерту, түсініктеме, қосымша",
        "street": "мекенжай, мекенжайы, көше, пошталық мекенжай",
        "postal_code": "пошта индексі, индекс, индексі",
        "city": "қала, қаласы, елді мекен",
        "region": "облыс, облысы, өңір, аймақ",
    },
    "ru": {
        "name": "фио, ф.и.о., полное имя, имя и фамилия, фамилия и имя, фамилия имя отчество,"
        " гость, участник, приглашённый, фамилия имя, гости, участники, приглашённые,"
        " фамилия и инициалы, фамилия и.о., имя фамилия",
        "given": "имя",
        "family": "фамилия",
        "patronymic": "отчество",
        "honorific": "обращение, форма обращения, г-н/г-жа",
        "office": "должность, пост, звание, титул, профессия",
        "organisation": "организация, учреждение, место работы, компания, посольство, вуз,"
        " университет, ведомство, название организации, организации, делегация, министерство,"
        " орган",
        "category": "категория, тип, группа, вид",
        "country": "страна, гражданство, государство",
        "email": "эл. почта, почта, электронная почта, эл. адрес, электронный адрес, емейл, имейл,"
        " адрес электронной почты",
        "phone": "телефон, мобильный, мобильный телефон, тел., номер телефона, контактный телефон,"
        " сотовый, сотовый телефон, контактный номер, контакт",
        "language": "язык, предпочитаемый язык, язык общения",
        "seat": "место, стол, номер места, номер стола, рассадка",
        "reply": "ответ, статус, подтверждение, участие, присутствие, подтверждение участия",
        "replied": "дата ответа, когда ответил",
        "party": "сопровождающие, количество сопровождающих, число сопровождающих, спутники,"
        " кол-во сопровождающих",
        "tags": "метки, метка, теги, ключевые слова",
        "needs": "потребности, питание, диета, аллергия, особые потребности",
        "notes": "примечание, примечания, заметки, комментарий, комментарии",
        "street": "адрес, улица, почтовый адрес",
        "postal_code": "индекс, почтовый индекс",
        "city": "город, населённый пункт",
        "region": "область, регион, край",
    },
    "ar": {
        "name": "الاسم, الاسم الكامل, اسم الضيف, الضيف, المدعو, المشارك, الاسم الثلاثي",
        "given": "الاسم الأول, الاسم الشخصي",
        "family": "اسم العائلة, اللقب, الاسم الأخير, الكنية, اسم الأسرة",
        "patronymic": "اسم الأب",
        "honorific": "صيغة المخاطبة, لقب التشريف, المخاطبة",
        "office": "المنصب, الوظيفة, المسمى الوظيفي, الصفة",
        "organisation": "المؤسسة, الجهة, المنظمة, الشركة, السفارة, الجامعة, جهة العمل",
        "category": "الفئة, النوع, المجموعة, التصنيف",
        "country": "الدولة, البلد, الجنسية",
        "email": "البريد الإلكتروني, البريد, الإيميل, عنوان البريد الإلكتروني",
        "phone": "الهاتف, رقم الهاتف, الجوال, الهاتف المحمول, رقم الجوال",
        "language": "اللغة, اللغة المفضلة",
        "seat": "المقعد, الطاولة, رقم الطاولة, رقم المقعد, مكان الجلوس",
        "reply": "الرد, الحالة, التأكيد, الحضور",
        "replied": "تاريخ الرد",
        "party": "المرافقون, عدد المرافقين, المرافقين",
        "tags": "الوسوم, العلامات",
        "needs": "الاحتياجات, الاحتياجات الغذائية, الحساسية",
        "notes": "ملاحظات, الملاحظات, ملاحظة, تعليقات",
        "street": "العنوان, الشارع, العنوان البريدي",
        "postal_code": "الرمز البريدي",
        "city": "المدينة",
        "region": "المنطقة, المحافظة, الإقليم",
    },
}
FIELDS = tuple(_WORDS["en"])
"""What a column can be; `name` is the whole name in one cell."""

NAMES = frozenset({"name", "given", "family"})
"""One of these columns there has to be."""

_OF_NAMES = NAMES | {"patronymic"}
_OFFICES = frozenset({"office", "organisation"})
_TWO = 2

_UNASKED = frozenset({"needs"})
"""What is sensitive is never taken over unless somebody says so."""

WITHOUT_HEADINGS = ("name", "organisation", "office")
"""What columns are where no row names any; e-mail addresses are known by their @."""

_LONGEST = 200
_PLACE = re.compile(r"column \d+", re.IGNORECASE)
_BRACKETS = re.compile(r"\([^)]*\)|\[[^\]]*\]|\*|№|#")
_PARTS = re.compile(r"[/|,;&+]|\b(?:and|y|и|және|мен)\b", re.IGNORECASE)
"""What stands between two names of one column: “E-mail / Correo”, “Surname and first name”."""

_ASIDE_WORDS = (
    "guest's guest participant attendee invitee contact work of no nr number num "
    "invitado invitada participante asistente del de la contacto trabajo nº n.º "
    "гостя участника участников гостей приглашённого моб сот контактный рабочий "
    "қонақтың қатысушының ұялы"
)
_ASIDE = frozenset(map(fold, _ASIDE_WORDS.split()))
"""Words that say no more of a column: “Guest e-mail”, “Table No.”, «ФИО участника»."""

_LISTED = [
    (word.strip(), (field, language))
    for language, words in _WORDS.items()
    for field, listed in words.items()
    for word in listed.split(",")
]
_EXACT = dict(reversed(_LISTED)) | {"+1": ("party", "en")}
_FOLDED = {fold(word): told for word, told in reversed(_LISTED)}
"""«Теги» are tags and «Тегі» is a family name; folded, both are the latter, which is commoner."""


def field_of(heading: str) -> str:
    """The field that a heading names, in whatever language; empty where it names none."""
    return _told(heading)[0]


def _told(heading: str) -> tuple[str, str]:
    """The field and the language of a heading."""
    if len(heading) > _LONGEST:
        return ("", "")
    bare = _BRACKETS.sub(" ", heading)
    exact = _EXACT.get(heading.strip().casefold())
    known = exact or _FOLDED.get(fold(heading)) or _short(bare)
    return known or _of_parts([_short(part) for part in _PARTS.split(bare)]) or ("", "")


def _short(text: str) -> tuple[str, str] | None:
    """What a heading names, with or without the words that say no more."""
    folded = fold(text)
    bare = " ".join(word for word in folded.split() if word not in _ASIDE)
    return _FOLDED.get(folded) or _FOLDED.get(bare)


def _of_parts(parts: Sequence[tuple[str, str] | None]) -> tuple[str, str] | None:
    """What several names of a column come to: all the same, the parts of a name, or nothing."""
    known = [part for part in parts if part is not None]
    fields = {field for field, _ in known}
    if len(known) < len(parts) or len(parts) < _TWO:
        return None
    if fields <= _OF_NAMES and "family" in fields:
        return "name", known[0][1]
    return known[0] if len(fields) == 1 or fields <= _OFFICES else None


def family_first(headings: Sequence[str], fields: Sequence[str]) -> bool:
    """Whether the column of whole names says that the family name stands first: «Фамилия, имя»."""
    named = (head for head, field in zip(headings, fields, strict=True) if field == "name")
    heading = _BRACKETS.sub(" ", next(named, ""))
    words = [word for word in fold(heading).split() if word not in _ASIDE]
    first = (_short(_PARTS.split(heading)[0]), _FOLDED.get(" ".join(words[:1])))
    return any(told and told[0] == "family" for told in first)


def language_of(headings: Sequence[str]) -> str:
    """The language of most headings that are known; empty where none is."""
    counts = Counter(language for _, language in map(_told, headings) if language)
    return counts.most_common(1)[0][0] if counts else ""


def proposed(headings: Sequence[str], chosen: Mapping[str, str]) -> list[str]:
    """The field of each column: as it was chosen by the heading, else as the heading says.

    A column without a heading is chosen by its place: "Column 3". `name` beside a family name is
    the given one: Spanish and Russian lists call it so.

    Raises:
        BadInput: a choice names a column that is not there, or a field that does not exist.
    """
    names = called(headings)
    wanted = _wanted(names, chosen)
    said = [_told(heading)[0] for heading in headings]
    fields = [
        wanted.get(fold(heading), "" if field in _UNASKED else field)
        for heading, field in zip(names, said, strict=True)
    ]
    if "family" in fields and "given" not in fields:
        fields = ["given" if field == "name" else field for field in fields]
    elif "given" in fields and not {"family", "patronymic", "name"}.intersection(fields):
        place = fields.index("given")
        if fold(headings[place]) not in wanted:  # «Nombre», «Аты» alone hold the whole name
            fields[place] = "name"
    return fields


def called(headings: Sequence[str]) -> list[str]:
    """What the columns are called: by their headings, else by their places."""
    return [heading or f"Column {place}" for place, heading in enumerate(headings, 1)]


def by_place(chosen: Mapping[str, str]) -> bool:
    """Whether columns are chosen by their places, as those without headings are."""
    return any(_PLACE.fullmatch(heading.strip()) for heading in chosen)


def _wanted(headings: Sequence[str], chosen: Mapping[str, str]) -> dict[str, str]:
    there = {fold(heading) for heading in headings}
    wanted: dict[str, str] = {}
    for heading, field in chosen.items():
        if fold(heading) not in there:
            raise BadInput(
                "There is no column “{column}”. The file has: {columns}.",
                column=heading,
                columns=", ".join(headings),
            )
        known = field if field in ("", *FIELDS) else field_of(field)
        if field and not known:
            raise BadInput(
                "There is no field “{field}”. A column can be: {fields}.",
                field=field,
                fields=", ".join(FIELDS),
            )
        wanted[fold(heading)] = known
    return wanted


def guessed(rows: Sequence[Sequence[str]]) -> list[str]:
    """The fields of columns without headings: e-mail by its @, then name, organisation, office."""
    left = iter(WITHOUT_HEADINGS)
    return [
        "email" if any("@" in row[place] for row in rows if place < len(row)) else next(left, "")
        for place in range(max(map(len, rows), default=0))
    ]


def heading_row(rows: Sequence[Sequence[str]], chosen: Mapping[str, str]) -> int | None:
    """Which of the first rows holds the headings: the one that names most fields, and a name."""
    named = {fold(heading) for heading in chosen}

    def known(row: Sequence[str]) -> tuple[int, bool]:
        fields = [_told(cell)[0] or fold(cell) in named for cell in row if cell.strip()]
        names = NAMES.intersection(field for field in fields if isinstance(field, str))
        return sum(map(bool, fields)), bool(names) or True in fields

    best = max(range(len(rows)), key=lambda place: (known(rows[place])[0], -place), default=None)
    return best if best is not None and all(known(rows[best])) else None
