"""Lists of guests in every shape that people send them in."""

from pathlib import Path
from zipfile import ZipFile

import pytest
from xlsxwriter import Workbook

from desktop.domain.errors import BadInput
from desktop.domain.person import PersonName
from desktop.domain.postal import PostalAddress
from desktop.exchange import guest_file
from desktop.exchange.guest_draft import GuestDraft
from desktop.exchange.guest_file import Choices
from desktop.exchange.table_file import Shape
from desktop.exchange.table_writer import csv_bytes


def read(source: Path | str, **choices) -> list[GuestDraft]:
    return [one for batch in guest_file.guests(source, Choices(**choices)) for one in batch.guests]


def written(path: Path, text: str, encoding: str = "utf-8") -> Path:
    path.write_bytes(text.encode(encoding))
    return path


LISTS = {
    "en": "First name,Surname,Job title,Organisation,Category,Country,E-mail,Phone,RSVP\n"
    "Ana,Núñez,Rector,UNED,Press,Spain,ana@example.org,+34 910 000 001,yes\n",
    "es": "Nombre;Apellidos;Cargo;Institución;Categoría;País;Correo;Teléfono;Respuesta\n"
    "Ana;Núñez;Rectora;UNED;Prensa;España;ana@example.org;+34 910 000 001;Sí\n",
    "kk": "Аты\tТегі\tЛауазымы\tҰйым\tСанаты\tЕлі\tЭл. пошта\tТелефон\tЖауабы\n"
    "Ana\tNúñez\tРектор\tUNED\tБАҚ өкілі\tИспания\tana@example.org\t+34 910 000 001\tиә\n",
    "ru": "Имя|Фамилия|Должность|Организация|Категория|Страна|Эл. почта|Телефон|Ответ\n"
    "Ana|Núñez|Ректор|UNED|press|Испания|ana@example.org|+34 910 000 001|подтвердила\n",
    "ar": "الاسم الأول,اسم العائلة,المنصب,المؤسسة,الفئة,الدولة,البريد الإلكتروني,الهاتف,الرد\n"
    "Ana,Núñez,رئيسة,UNED,press,إسبانيا,ana@example.org,+34 910 000 001,نعم\n",
}


@pytest.mark.parametrize("language", LISTS)
def test_columns_are_known_as_people_call_them(language: str, tmp_path: Path) -> None:
    path = written(tmp_path / "guests.csv", LISTS[language])
    told = guest_file.preview(path, Choices())
    assert told.unknown == ()
    assert told.language == language
    (ana,) = read(path)
    assert ana.name == PersonName("Latn", "Núñez", "Ana")
    assert (ana.organisation, ana.country, ana.email) == ("UNED", "ES", "ana@example.org")
    assert (ana.phone, ana.reply, ana.line) == ("+34 910 000 001", "accepted", 2)
    assert ana.category in ("press", "БАҚ өкілі")


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Фамилия;Имя;Город\nИванов;Пётр;Алматы\n", "cp1251"),
        ("Фамилия;Имя;Город\nИванов;Пётр;Алматы\n", "koi8-r"),
        ("Фамилия;Имя;Город\nИванов;Пётр;Алматы\n", "utf-16"),
        ("Фамилия;Имя;Город\nИванов;Пётр;Алматы\n", "utf-16-le"),
        ("Фамилия;Имя;Город\nИванов;Пётр;Алматы\n", "utf-16-be"),
        ("Тегі;Аты;Қаласы\nҚасымов;Әлихан;Шымкент\n", "kz1048"),
        ("Apellidos;Nombre;Ciudad\nIbáñez;Íñigo;Logroño\n", "cp1252"),
        ("Apellidos;Nombre;Ciudad\nIbáñez;Íñigo;Logroño\n", "mac-roman"),
        ("Apellidos;Nombre;Ciudad\nIbáñez;Íñigo;Logroño\n", "utf-8-sig"),
        ("اسم العائلة;الاسم الأول;المدينة\nالمصري;أحمد;عمّان\n", "cp1256"),
    ],
)
def test_whatever_encoding_the_letters_are_the_same(
    text: str, encoding: str, tmp_path: Path
) -> None:
    (guest,) = read(written(tmp_path / "guests.csv", text, encoding))
    assert [guest.family, guest.given, guest.city] == text.splitlines()[1].split(";")


def test_an_encoding_that_was_chosen_holds(tmp_path: Path) -> None:
    path = written(tmp_path / "x.csv", "Name\nЁлка\n", "cp1251")
    assert guest_file.preview(path, Choices()).sure is False
    assert read(path, shape=Shape("cp1252"))[0].family == "¨ëêà"


@pytest.mark.parametrize(
    ("text", "separator"),
    [
        ("sep=;\nName;Notes\nAna;a, b, c\n", ";"),
        ('Name,Notes\n"Ortega, Ana","1; 2; 3; 4"\n', ","),
        ("Name\tNotes\nAna\ta,b;c\n", "\t"),
        ("\n\nName|Notes\nAna|x\n", "|"),
    ],
)
def test_the_separator_is_what_divides_lines_alike(
    text: str, separator: str, tmp_path: Path
) -> None:
    path = written(tmp_path / "x.csv", text)
    assert guest_file.preview(path, Choices()).shape.separator == separator
    assert read(path)[0].given in ("", "Ana")
    assert read(path)[0].line == text.count("\n")


@pytest.mark.parametrize(
    ("whole", "headings", "family", "given", "patronymic"),
    [
        ("Luis Francisco Martínez Montes", "Invitado", "Martínez Montes", "Luis Francisco", ""),
        ("Ana García", "Invitado", "García", "Ana", ""),
        ("José Ortega y Gasset", "Guest", "Ortega y Gasset", "José", ""),
        ("García López, Ana", "Guest", "García López", "Ana", ""),
        ("Иванов Пётр Ильич", "ФИО", "Иванов", "Пётр", "Ильич"),
        ("Пётр Ильич Иванов", "ФИО", "Иванов", "Пётр", "Ильич"),
        ("Қасымов Әлихан", "Аты-жөні", "Қасымов", "Әлихан", ""),
        ("Мария Лопес", "ФИО", "Лопес", "Мария", ""),
        ("أحمد المصري", "الاسم", "المصري", "أحمد", ""),
        ("Ёлкина Анна", "Фамилия, имя", "Ёлкина", "Анна", ""),
        ("Пётр Иванов", "Фамилия, имя", "Иванов", "Пётр", ""),
        ("Нұрлан Айгүл", "Тегі, аты", "Нұрлан", "Айгүл", ""),
        ("García Pérez Ana María", "Apellidos y nombre", "García Pérez", "Ana María", ""),
        ("De la Fuente Gómez Ana", "Apellidos, nombre", "De la Fuente Gómez", "Ana", ""),
        ("Stone Bob", "Last name, first name", "Stone", "Bob", ""),
        ("Bob Stone", "Name and surname", "Stone", "Bob", ""),
    ],
)
def test_a_whole_name_is_divided_as_its_language_does(
    whole: str, headings: str, family: str, given: str, patronymic: str
) -> None:
    (guest,) = read(f"{headings}\tE-mail\n{whole}\t\n")
    assert (guest.family, guest.given, guest.patronymic) == (family, given, patronymic)


def test_what_is_chosen_for_a_column_goes_before_what_it_is_called(tmp_path: Path) -> None:
    path = written(tmp_path / "x.csv", "Persona 1,Office,Diet\nAna Gil,Berlin,vegan\n")
    with pytest.raises(BadInput, match="The columns are: Persona 1, Office, Diet"):
        read(path)
    columns = {"persona 1": "name", "Office": "City", "diet": "needs"}
    (ana,) = read(path, columns=columns)
    assert (ana.family, ana.office, ana.city, ana.needs) == ("Gil", "", "Berlin", "vegan")
    with pytest.raises(BadInput, match="no column “Cargo”"):
        read(path, columns={"Cargo": "office"})
    with pytest.raises(BadInput, match="no field “shoe size”"):
        read(path, columns={"Office": "shoe size"})


def test_a_title_is_an_office_or_a_form_of_address_by_what_it_holds() -> None:
    ana, olga = read("Name\tTitle\tPosition\nAna Gil\tProf. Dr.\tRector\nОльга Ли\tг-жа\t\n")
    assert (ana.honorific, ana.office, olga.honorific) == ("Prof. Dr.", "Rector", "г-жа")
    (ana,) = read("Name\tTitle\nAna Gil\tDr. Ing., Rector\n")
    assert (ana.honorific, ana.office) == ("", "Dr. Ing., Rector")
    (ana,) = read("Name\tTitle\nAna Gil\tDr.\n", columns={"Title": "Position"})
    assert (ana.honorific, ana.office) == ("", "Dr.")


def test_needs_are_not_taken_over_unasked() -> None:
    told = guest_file.preview("Name\tDietary requirements\nAna\tvegan\n", Choices())
    assert told.unknown == ("Dietary requirements",)


def test_rows_without_headings_are_name_organisation_and_office() -> None:
    (ana,) = read("Ana María Ortega\tana@example.org\tUNESCO\tDirectora\n")
    assert (ana.family, ana.email) == ("Ortega", "ana@example.org")
    assert (ana.organisation, ana.office) == ("UNESCO", "Directora")


def test_columns_without_headings_are_chosen_by_their_places(tmp_path: Path) -> None:
    path = written(tmp_path / "x.csv", "UNED,Gil,ana@example.org\nMIT,Ruiz,eva@example.org\n")
    assert guest_file.preview(path, Choices()).headings == ("", "", "")
    columns = {"Column 1": "organisation", "Column 2": "family", "column 3": "email"}
    ana, _ = read(path, columns=columns)
    assert (ana.family, ana.organisation, ana.email) == ("Gil", "UNED", "ana@example.org")
    assert len(read(written(path, "UNED,Gil\nMIT,Ruiz\n"), columns={"Column 2": "name"})) == 2


def test_headings_that_say_nothing_are_no_guests(tmp_path: Path) -> None:
    path = written(tmp_path / "x.csv", "Column A,Column B\nAna,UNED\n")
    with pytest.raises(BadInput, match="No column holds the names"):
        read(path)


def test_lines_that_cannot_be_used_are_told_with_their_reason() -> None:
    rows = (
        "Name\tE-mail\tPhone\tCountry\tReply\tCompanions\n"
        "\tnobody@example.org\n"
        "1234\n"
        "Ana\tana@@example.org\n"
        "Eva\tmailto:eva@example.org; e@example.org\t12\tAtlantis\tmaybe\tmany\n"
        f"{'x' * 600}\n"
    )
    (batch,) = guest_file.guests(rows, Choices())
    assert [(one.line, one.text) for one in batch.rejected] == [
        (2, "There is no name in this line."),
        (3, "“1234” is no name: there is no letter in it."),
        (4, "“ana@@example.org” is no e-mail address. Correct it, or leave the cell blank."),
        (6, "A cell of this line has 600 letters; at most 500 make sense."),
    ]
    assert [one.text for one in batch.doubts] == [
        "There is no country “Atlantis”; it is left out.",
        "Of several e-mail addresses the first is taken.",
        "“12” is hardly a telephone number.",
        "“maybe” is no reply; it is left out.",
        "“many” is no number of companions; it is left out.",
    ]
    assert batch.guests[0].email == "eva@example.org"


@pytest.mark.parametrize(
    ("cell", "order", "day"),
    [
        ("03/04/2026", "dmy", "2026-04-03"),
        ("03/04/2026", "mdy", "2026-03-04"),
        ("2026-04-03 10:00", "dmy", "2026-04-03"),
        ("3.4.26", "dmy", "2026-04-03"),
    ],
)
def test_days_are_read_in_the_order_that_is_chosen(cell: str, order: str, day: str) -> None:
    assert read(f"Name\tReplied\nAna\t{cell}\n", shape=Shape(dates=order))[0].replied in (day, "")
    path_free = guest_file.preview(f"Name\tReplied\nAna\t{cell}\nEva\t25/12/2026\n", Choices())
    assert path_free.shape.dates == "dmy"


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    path = tmp_path / "guests.xlsx"
    with Workbook(path) as book:
        hidden = book.add_worksheet("Old")
        hidden.write_row(0, 0, ["Name", "Office"])
        hidden.write_row(1, 0, ["Nobody", "None"])
        cover = book.add_worksheet("Cover")
        cover.write(0, 0, "Reception, 12 March")
        cover.activate()
        hidden.hide()
        sheet = book.add_worksheet("Invitados")
        sheet.merge_range("A1:D1", "Lista de invitados")
        sheet.write_row(2, 0, ["Nombre", "Entidad", "Teléfono", "Fecha de respuesta", "Notas"])
        sheet.write(3, 0, "Ana Gil Ruiz")
        sheet.merge_range("B4:B5", "UNED")
        sheet.write_number(3, 2, 34910000001)
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        sheet.write_number(3, 3, 46085, day)
        sheet.write_formula(3, 4, '=HYPERLINK("http://x.example")', None, "shown")
        sheet.write_string(4, 0, "Eva Sanz")
        sheet.write_string(4, 2, "+34 910 000 002")
    return path


def test_a_workbook_is_read_as_it_is_seen(workbook: Path) -> None:
    told = guest_file.preview(workbook, Choices())
    assert (told.kind, told.shape.sheet) == ("xlsx", "Invitados")
    assert told.sheets == ("Cover", "Invitados")
    ana, eva = read(workbook)
    assert (ana.family, ana.line, ana.phone) == ("Gil Ruiz", 4, "34910000001")
    assert (ana.replied, ana.notes) == ("2026-03-04", "shown")
    assert (eva.organisation, eva.phone) == ("UNED", "+34 910 000 002")
    with pytest.raises(BadInput, match="It has: Cover, Invitados"):
        read(workbook, shape=Shape(sheet="Old"))


def test_an_open_document_is_read_too(tmp_path: Path) -> None:
    path = tmp_path / "guests.ods"
    names = "urn:oasis:names:tc:opendocument:xmlns"
    rows = "".join(
        "<table:table-row>"
        + "".join(
            f'<table:table-cell office:value-type="string"><text:p>{cell}</text:p>'
            "</table:table-cell>"
            for cell in row
        )
        + "</table:table-row>"
        for row in (("Фамилия", "Имя"), ("Иванов", "Пётр"))
    )
    with ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr(
            "content.xml",
            f'<office:document-content xmlns:office="{names}:office:1.0" '
            f'xmlns:table="{names}:table:1.0" xmlns:text="{names}:text:1.0"><office:body>'
            f'<office:spreadsheet><table:table table:name="Лист1">{rows}</table:table>'
            "</office:spreadsheet></office:body></office:document-content>",
        )
        archive.writestr(
            "META-INF/manifest.xml",
            f'<manifest:manifest xmlns:manifest="{names}:manifest:1.0"/>',
        )
    assert guest_file.preview(path, Choices()).kind == "ods"
    assert read(path)[0].name == PersonName("Cyrl", "Иванов", "Пётр")


def test_cards_are_a_list_as_well(tmp_path: Path) -> None:
    card = (
        "BEGIN:VCARD\r\nVERSION:4.0\r\nN:Ruiz;Ana;;Dra.;\r\nORG:UNED;Física\r\nTITLE:Rectora\r\n"
        "EMAIL:ana@example.org\r\nADR:;;Calle 1;Madrid;;28015;España\r\nCATEGORIES:a,b\r\n"
        "END:VCARD\r\n"
    )
    (ana,) = read(written(tmp_path / "ana.txt", card))
    assert (ana.family, ana.honorific, ana.office) == ("Ruiz", "Dra.", "Rectora")
    assert ana.address == PostalAddress("Calle 1", "28015", "Madrid", "", "ES")
    assert (ana.tags, ana.line) == (("a", "b"), 1)


def test_what_nobody_sees_is_no_part_of_a_name() -> None:
    (guest,) = read("Name\n\u202eAna\u200b\u00a0 \x07Gil\t \n")
    assert (guest.given, guest.family) == ("Ana", "Gil")


@pytest.mark.parametrize("first", ["=", "+", "-", "@", "＝", "＠"])
def test_what_went_out_harmless_comes_in_as_it_was(first: str, tmp_path: Path) -> None:
    cell = f"{first}1+1"
    path = tmp_path / "out.csv"
    path.write_bytes(csv_bytes([("Name", "Phone", "Notes"), ("Ana O'Brien", "+34 600", cell)]))
    assert f"'{cell}" in path.read_text("utf-8-sig")
    (ana,) = read(path)
    assert (ana.family, ana.phone, ana.notes) == ("O'Brien", "+34 600", cell)


def test_nothing_is_left_out_without_a_word(tmp_path: Path) -> None:
    text = (
        "Name,,ФИО,E-mail\nAna,Gil,Анна,Ana Gil <a@x.org>\nLi,,Li,l@x.org,Oslo, Norway\n,,Мин,\n"
    )
    path = written(tmp_path / "guests.csv", text)
    assert guest_file.preview(path, Choices()).unknown == ("Column 2",)
    (batch,) = guest_file.guests(path, Choices())
    assert [(one.name.full, one.email) for one in batch.guests] == [
        *(("Ana", "a@x.org"), ("Li", "l@x.org"), ("Мин", "")),
    ]
    assert [(one.line, one.text) for one in batch.doubts] == [
        (2, "“Анна” is left out: another column says “Ana”."),
        (3, "“Oslo” stands behind the last column and is left out."),
        (3, "“Norway” stands behind the last column and is left out."),
    ]


@pytest.mark.parametrize("separator", ["ab", '"', "\n"])
def test_what_cannot_divide_cells_is_refused(separator: str) -> None:
    with pytest.raises(BadInput, match="divides no cells"):
        read("Name\nAna\n", shape=Shape(separator=separator))
