"""Guests as rows that were copied from a spreadsheet: cells with tabs between them."""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass

from desktop.domain.errors import BadInput
from desktop.domain.person import PersonName
from desktop.exchange.naming import person_name, script
from desktop.language.folding import fold

_HEADINGS = {
    "name": "name, full name, guest, nombre, nombre completo, invitado, аты-жөні, аты, қонақ,"
    " имя, фио, гость, الاسم, الاسم الكامل",
    "given": "given name, first name, nombre de pila, есімі, имя отчество, الاسم الأول",
    "family": "family name, surname, last name, apellido, apellidos, тегі, фамилия, اسم العائلة",
    "office": "office, position, title, job title, cargo, puesto, лауазымы, должность, المنصب",
    "organisation": "organisation, organization, company, institution, organización, institución,"
    " entidad, ұйым, ұйымы, организация, учреждение, المؤسسة, الجهة",
    "category": "category, categoría, санаты, санат, категория, الفئة",
    "email": "e-mail, email, mail, correo, correo electrónico, эл. пошта, почта, эл. почта,"
    " البريد الإلكتروني",
    "phone": "telephone, phone, mobile, teléfono, móvil, телефон, الهاتف",
    "seat": "seat, table, asiento, mesa, орын, место, المقعد",
    "notes": "notes, note, notas, observaciones, ескертпе, примечание, ملاحظات",
}
_FIELDS = {fold(word): field for field, words in _HEADINGS.items() for word in words.split(",")}
_WITHOUT_HEADINGS = ("name", "organisation", "office")
"""What the columns are where the first row names none; e-mail addresses are known by their @."""


@dataclass(frozen=True, slots=True)
class GuestRow:
    """A guest as a row has it; texts are empty where it says nothing."""

    name: PersonName
    office: str = ""
    organisation: str = ""
    category: str = ""
    email: str = ""
    phone: str = ""
    seat: str = ""
    notes: str = ""


@dataclass(frozen=True, slots=True)
class GuestRows:
    """What was read: guests, the headings that say nothing here, the lines without a name."""

    guests: tuple[GuestRow, ...]
    unknown: tuple[str, ...] = ()
    nameless: tuple[int, ...] = ()


def read(text: str) -> GuestRows:
    """Read rows; the first one may name the columns, in any of the program's languages.

    Raises:
        BadInput: there is nobody in it.
    """
    rows = [[cell.strip() for cell in row] for row in csv.reader(io.StringIO(text), "excel-tab")]
    lines = [(number, row) for number, row in enumerate(rows, 1) if any(row)]
    if not lines:
        raise BadInput("The clipboard holds no rows. Copy them in the spreadsheet first.")
    headings = lines[0][1]
    fields = [_FIELDS.get(fold(cell), "") for cell in headings]
    named = {"name", "family", "given"}.intersection(fields)
    unknown = tuple(
        cell for cell, field in zip(headings, fields, strict=True) if cell and not field
    )
    if named:
        lines = lines[1:]
    else:
        fields, unknown = _guessed([row for _, row in lines]), ()
    told = [(number, dict(zip(fields, row, strict=False))) for number, row in lines]
    known = [(number, _guest(cells)) for number, cells in told]
    guests = tuple(guest for _, guest in known if guest is not None)
    if not guests:
        raise BadInput("There is nobody in these rows. One column has to hold the names.")
    return GuestRows(guests, unknown, tuple(number for number, guest in known if guest is None))


def _guessed(rows: Sequence[Sequence[str]]) -> list[str]:
    fields, left = list[str](), iter(_WITHOUT_HEADINGS)
    for place in range(max(map(len, rows))):
        mail = any("@" in row[place] for row in rows if place < len(row))
        fields.append("email" if mail else next(left, ""))
    return fields


def _guest(cells: dict[str, str]) -> GuestRow | None:
    family, given = cells.pop("family", ""), cells.pop("given", "")
    whole = cells.pop("name", "")
    if family or given:
        name = PersonName(script(f"{given} {family}"), family, given or whole)
    elif whole:
        name = person_name(whole)
    else:
        return None
    cells.pop("", None)
    return GuestRow(name, **cells)
