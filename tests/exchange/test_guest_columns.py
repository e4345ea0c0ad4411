"""Headings as people write them over the columns of their guest lists."""

import pytest

from desktop.domain.attendee import Reply
from desktop.exchange.guest_columns import field_of, proposed
from desktop.exchange.guest_words import category_named, reply_named

WRITTEN = {
    "name": (
        "Аты-жөні|Аты - жөні|АТЫ-ЖӨНІ|Аты жөні|Фамилия, имя|Фамилия, имя, отчество|"
        "Фамилия Имя Отчество|Ф.И.О|ФИО|Ф. И. О.|ФИО участника|ФИО гостя|Имя и фамилия|"
        "Имя, фамилия|Apellidos y nombre|Apellidos, nombre|Nombre y apellidos|"
        "Apellidos y Nombres|Nombre y apellido|Nombre completo|Name|Full Name|"
        "Full name (as in passport)|Guest Name|Guest|Name and surname|Name, surname|"
        "Attendee name|Participant|Participants|First and last name|Last name, first name|"
        "Surname, name|Surname and name|Surname, first name|Т.А.Ә.|ТАӘ|Тегі, аты|"
        "Тегі, аты, әкесінің аты|Толық аты-жөні|Қонақтың аты-жөні|Қатысушының аты-жөні|"
        "الاسم الكامل|Display Name|Name:|Имя Фамилия|Invitados|Гости|Участники|Қонақтар|"
        "Nombre y Apellidos *|Фамилия и инициалы|Фамилия И.О.|Names|Invitee"
    ),
    "given": (
        "First name|First Name(s)|Firstname|FIRST_NAME|first_name|firstName|Given name|"
        "Given Name(s)|Forename(s)|Nombre|Nombre(s)|Nombres|Имя|Аты|Есімі"
    ),
    "family": (
        "Surname|Last name|LAST_NAME|last_name|lastName|Family name|Family Name(s)|"
        "Apellidos|Apellido|Apellido(s)|Primer apellido|Фамилия|Тегі|ТЕГІ|Family Name"
    ),
    "email": (
        "E-mail|Email|EMAIL|e-mail|Email Address|E-Mail Address|Mail|Correo electrónico|"
        "Correo Electronico|Correo|Correo-e|CORREO E|E-mail address|Электронная почта|"
        "Эл. почта|Эл.почта|Эл. адрес|Электронный адрес|Почта|E-mail адрес|"
        "Адрес электронной почты|Электрондық пошта|Электронды пошта|Эл. пошта|Эл.пошта|"
        "Email/Correo|Contact email|Work email|Email (work)|Почта (e-mail)|Имейл|"
        "Dirección de correo electrónico|E-mail / Correo"
    ),
    "organisation": (
        "Организация|Организации|Ұйым|Ұйымы|Organisation|Organization|Organización|"
        "Institución|Institution|Institución / Empresa|Organization/Company|Company|"
        "Empresa|Entidad|Affiliation|Afiliación|Embassy|Embajada|Мекеме|Учреждение|"
        "Место работы|Жұмыс орны|Компания|Company / Organization|"
        "Organisation / Institution|Mission|Organismo|Название организации|"
        "Organization Name|Ministry|Work place|Workplace|Employer|Delegation|Delegación|"
        "Делегация"
    ),
    "office": (
        "Должность|Лауазымы|Лауазым|Cargo|Puesto|Position|Title|Job Title|"
        "Job title / Position|Post|Cargo / Puesto|Position/Title|Rank|Designation|"
        "Должность / звание|Қызметі|Rol|Должность, место работы"
    ),
    "country": (
        "País|Pais|Country|Страна|Ел|Елі|Мемлекет|Nationality|Nacionalidad|Гражданство|"
        "País de origen|Country of residence|Country / Nationality"
    ),
    "phone": (
        "Teléfono|Telefono|Tel.|Tel|Tel:|Mobile|Mobile phone|Mobile number|Телефон|Тел.|"
        "Тел|Номер телефона|Моб. телефон|Моб. тел.|Мобильный телефон|Сотовый|Сот. тел.|"
        "Phone|Phone No.|Phone no|Phone Number|Telephone No.|Móvil|Celular|Ұялы телефон|"
        "Ұялы тел.|Contact phone|WhatsApp|Teléfono de contacto|Teléfono móvil|Contact No.|"
        "Телефон (моб.)|Байланыс|Контактный номер"
    ),
    "notes": (
        "Notes|Note|Notas|Observaciones|Comentarios|Примечание|Примечания|Комментарий|"
        "Ескерту|Ескертпе|Remarks|Comments|Comment"
    ),
    "category": (
        "Category|Categoría|Категория|Санат|Санаты|Guest type|Тип гостя|Tipo|"
        "Type of guest|Категория гостя"
    ),
    "reply": (
        "Status|Estado|Статус|RSVP|RSVP status|Reply|Respuesta|Ответ|Мәртебесі|Response|"
        "Attending?|¿Asiste?|Confirmación|Подтверждение участия|Attending|Жауабы"
    ),
    "party": (
        "Plus one|+1|Plus-one|Companions|Acompañantes|Nº acompañantes|N.º de acompañantes|"
        "No. of guests|Number of guests|Сопровождающие|Кол-во сопровождающих|"
        "Ілеспе адамдар"
    ),
    "language": "Language|Idioma|Язык|Тіл",
    "patronymic": "Отчество|Әкесінің аты|Middle name",
    "honorific": (
        "Honorific|Tratamiento|Обращение|Mr/Ms|Mr./Mrs.|Salutation|Prefix|Г-н/Г-жа|Sr./Sra."
    ),
    "postal_code": "C.P.|CP|Postal code|Индекс",
    "city": "City|Ciudad|Город|Қала",
    "street": "Address|Dirección|Адрес|Мекенжайы",
    "seat": "Table|Mesa|Стол|Seat No.|Table No.|Table no|Mesa nº",
}


@pytest.mark.parametrize("field", WRITTEN)
def test_a_column_is_known_by_what_people_write_over_it(field: str) -> None:
    headings = WRITTEN[field].split("|")
    assert {heading: field_of(heading) for heading in headings} == dict.fromkeys(headings, field)


def test_a_given_name_alone_is_the_whole_name() -> None:
    for heading in ("Имя гостя", "Nombre del invitado", "Nombre"):
        assert proposed([heading, "E-mail"], {}) == ["name", "email"]


@pytest.mark.parametrize(
    "heading",
    ["E-mail / Tel.", "Rector / Dean", "1", "No.", "№", "n/a", "", "de la", "Table / Seat / Room"],
)
def test_what_could_be_two_things_or_none_is_left_to_the_user(heading: str) -> None:
    assert field_of(heading) == ""


@pytest.mark.parametrize(
    ("written", "category"),
    [
        ("Periodistas", "press"),
        ("Пресса", "press"),
        ("баспасөз", "press"),
        ("Diplomáticos", "diplomat"),
        ("académica", "scholar"),
        ("Ресми тұлға", "official"),
        ("VIP", "VIP"),
        ("Coro", "Coro"),
    ],
)
def test_a_category_is_known_by_other_words_and_an_own_one_stays(
    written: str, category: str
) -> None:
    assert category_named(written) == category


@pytest.mark.parametrize(
    ("written", "reply"),
    [("Invitada", Reply.INVITED), ("не придёт", Reply.DECLINED), ("No responde", Reply.NO_REPLY)],
)
def test_a_reply_is_known_as_people_write_it(written: str, reply: Reply) -> None:
    assert reply_named(written) is reply
