import base64
from pathlib import Path

import pytest

from desktop.domain.errors import BadInput
from desktop.domain.person import Gender, PersonName
from desktop.domain.postal import PostalAddress
from desktop.exchange.vcard_file import read
from desktop.exchange.vcard_lines import LARGEST_PHOTO

ANA = """BEGIN:VCARD
VERSION:4.0
UID:urn:uuid:4fbe8971
N;ALTID=1;LANGUAGE=es:Martínez Ortega;Ana;María;Excma. Sra. D.ª;
N;ALTID=1;LANGUAGE=kk:Мартинес Ортега;Ана;;;
FN:Ana María Martínez Ortega
ORG:Embajada de España\\, Astaná;Cultura
TITLE:Consejera
 cultural
EMAIL;TYPE=home:ana@example.org
EMAIL;TYPE=work;PREF=1:a.martinez@example.es
TEL;VALUE=uri;TYPE="voice,work":tel:+7-7172-20-15-35
ADR;TYPE=work:;;Calle Mayor\\, 5,2.º;Madrid;;28013;España
LANG:es
LANG;PREF=1:kk
GENDER:F
CATEGORIES:press,diplomat
NOTE:Dos líneas\\n\\; y una barra \\\\
END:VCARD
"""


def test_a_card_of_version_4_in_two_languages() -> None:
    (ana,) = read(ANA.replace("\n", "\r\n").encode(), "ana.vcf")
    assert ana.names == (
        PersonName("Latn", "Martínez Ortega", "Ana María"),
        PersonName("kk", "Мартинес Ортега", "Ана"),
    )
    assert (ana.honorific, ana.gender) == ("Excma. Sra. D.ª", Gender.FEMININE)
    assert (ana.organisation, ana.office) == ("Embajada de España, Astaná", "Consejeracultural")
    assert (ana.email, ana.phone) == ("a.martinez@example.es", "+7-7172-20-15-35")
    assert ana.address == PostalAddress("Calle Mayor, 5, 2.º", "28013", "Madrid", "", "España")
    assert (ana.languages, ana.categories) == (("kk", "es"), ("press", "diplomat"))
    assert ana.notes == "Dos líneas\n; y una barra \\"
    assert (ana.uid, ana.line) == ("urn:uuid:4fbe8971", 1)


def test_several_cards_of_old_versions_and_encodings() -> None:
    cards = (
        "BEGIN:VCARD\nVERSION:2.1\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:"
        "=D0=98=D0=B2=D0=B0=\n=D0=BD=D0=BE=D0=B2;=D0=9F=D1=91=D1=82=D1=80;"
        "=D0=98=D0=BB=D1=8C=D0=B8=D1=87\nTEL;WORK;VOICE:+7 701 000 00 01\nEND:VCARD\n"
        "\nBEGIN:VCARD\nVERSION:3.0\nitem1.EMAIL:nurlan@example.kz\nFN:Нұрлан Қасымов\n"
        "KIND:individual\nEND:VCARD\n"
        "BEGIN:VCARD\nVERSION:4.0\nKIND:group\nFN:Everybody\nEND:VCARD\n"
    )
    ivanov, nurlan = read(cards.encode("utf-16"))
    assert ivanov.names == (PersonName("Cyrl", "Иванов", "Пётр", "Ильич"),)
    assert ivanov.phone == "+7 701 000 00 01"
    assert nurlan.names == (PersonName("Cyrl", "Қасымов", "Нұрлан"),)
    assert (nurlan.email, nurlan.line) == ("nurlan@example.kz", 8)


@pytest.mark.parametrize("head", ["PHOTO;ENCODING=b;TYPE=JPEG:", "PHOTO:data:image/jpeg;base64,"])
def test_a_picture_is_handed_over_as_it_is(head: str, tmp_path: Path) -> None:
    picture = bytes(range(256)) * 900
    written = base64.encodebytes(picture).decode().strip().replace("\n", "\n ")
    path = tmp_path / "x.vcf"
    path.write_text(f"BEGIN:VCARD\nFN:Ana\n{head}{written}\nPHOTO:https://x.example/y\nEND:VCARD")
    assert read(path)[0].photo == picture


def test_without_a_name_the_nickname_or_the_house_stands_for_it() -> None:
    cards = "BEGIN:VCARD\nFN:\nN:;;;;\nNICKNAME:Lola\nORG:UNED\nEND:VCARD\n"
    assert read(cards.encode())[0].names[0].full == "Lola"


CARD = "BEGIN:VCARD\nVERSION:4.0\nFN:Ana\n{}\nEND:VCARD\n"
REFUSED = {
    "empty": ("", "x: There is nobody in this file: it holds no card (BEGIN:VCARD)."),
    "only a group": (
        CARD.format("KIND:group"),
        "x: There is nobody in this file: it holds no card (BEGIN:VCARD).",
    ),
    "cut short": (
        "BEGIN:VCARD\nFN:Ana\n",
        "x, line 1: The file is cut short: this card does not end (END:VCARD).",
    ),
    "a table": (
        "Name,Office\n",
        "x, line 1: This is no line of a card: NAME:VALUE is expected.",
    ),
    "a calendar": (
        "BEGIN:VCALENDAR\n",
        "x, line 1: A card begins with BEGIN:VCARD; this stands outside of any.",
    ),
    "nameless": (
        "BEGIN:VCARD\nEMAIL:a@example.org\nEND:VCARD",
        "x, line 1: This card has no name (N or FN).",
    ),
    "lines folded without end": (
        CARD.format("NOTE:a" + "\n " * 200_000),
        "x, line 4: A line of the card goes on without end, over more than 131072 letters.",
    ),
    "a note without end": (
        CARD.format("item1.NOTE:" + "a" * 200_000),
        "x, line 4: A line of the card goes on without end, over more than 131072 letters.",
    ),
    "quoted-printable without end": (
        CARD.format("NOTE;ENCODING=QUOTED-PRINTABLE:=\n" + "=\n" * 100_000),
        "x, line 4: A line of the card goes on without end, over more than 131072 letters.",
    ),
    "a huge picture": (
        CARD.format("PHOTO;ENCODING=b:" + "AAAA" * (LARGEST_PHOTO // 4)),
        "x, line 4: The picture in the card is larger than 8 MB. Take it out, or make it smaller.",
    ),
    "a picture that is none": (
        CARD.format("PHOTO;ENCODING=b:AAA"),
        "x, line 4: The picture in the card is broken: it is not in base64.",
    ),
    "an unheard-of encoding": (
        CARD.format("NOTE;ENCODING=QUOTED-PRINTABLE;CHARSET=utf-99:=D0"),
        "x, line 4: The letters are not in the encoding utf-99 that the card names.",
    ),
    "NUL": (
        CARD.format("NOTE:a\0b"),
        "x, line 4: This is no text: there is a NUL in it. Save the file anew as CSV in UTF-8.",
    ),
    "200,000 cards in one another": (
        "BEGIN:VCARD\n" * 200_000,
        "x, line 1: The file is cut short: this card does not end (END:VCARD).",
    ),
}


@pytest.mark.parametrize(("cards", "reason"), REFUSED.values(), ids=REFUSED)
def test_refused_with_line_and_reason(cards: str, reason: str) -> None:
    with pytest.raises(BadInput) as refusal:
        read(cards.encode(), "x")
    assert str(refusal.value) == reason
