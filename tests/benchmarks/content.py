"""What both sides print: plain data, the same in every run, in Spanish and Kazakh."""

import random
from pathlib import Path
from typing import Any

from desktop.documents import ornaments
from desktop.documents.typesetting.document import Document, mm

_ES = (
    "la cooperación científica entre universidades abre nuevas líneas de investigación sobre "
    "energía agua salud lenguas datos abiertos movilidad estudiantil historia compartida "
    "pensamiento crítico bibliotecas archivos laboratorios traducción diplomacia cultura"
)
_KK = (
    "ғылыми ынтымақтастық университеттер арасындағы жаңа зерттеу бағыттарын ашады энергия су "
    "денсаулық тілдер ашық деректер студенттердің ұтқырлығы ортақ тарих сыни ойлау "
    "кітапханалар мұрағаттар зертханалар аударма дипломатия мәдениет"
)
_GIVEN = "Әсел Íñigo Сәуле María Ерлан Beatriz Тимур Guðrún Айгүл Jérôme Нұрлан Łucja"
_FAMILY = (
    "Қуанышбайқызы Etxeberria-Núñez Жүнісова Fernández-Peñalver Сейітқали Goikoetxea Ғалымұлы "
    "Þorsteinsdóttir Төлеген Lefèvre-Dubois Құдайберген Wiśniewska"
)
_HOUSES = (
    "Universidad del Duero",
    "Алатау техникалық университеті",
    "Instituto de Ciencia de Datos, Astaná",
    "Ғылым және жоғары білім министрлігі",
)


def _words(chance: random.Random, words: str, count: int) -> str:
    text = " ".join(chance.choices(words.split(), k=count))
    return text[0].upper() + text[1:]


def programme(slots: int) -> list[dict[str, Any]]:
    """Slots, thirty a day: day, hour, title, two speakers with offices, an abstract."""
    chance = random.Random(1961)
    return [
        {
            "day": n // 30,
            "minute": n % 30 * 20,
            "title": {
                "es": f"{_words(chance, _ES, 5)} {n}",
                "kk": f"{_words(chance, _KK, 5)} {n}",
            },
            "abstract": {
                "es": f"{_words(chance, _ES, 45)}.",
                "kk": f"{_words(chance, _KK, 40)}.",
            },
            "speakers": [
                {
                    "given": chance.choice(_GIVEN.split()),
                    "family": chance.choice(_FAMILY.split()),
                    "house": chance.choice(_HOUSES),
                }
                for _ in range(2)
            ],
        }
        for n in range(slots)
    ]


def guests(count: int) -> list[dict[str, Any]]:
    """Guests: name, organisation, category, and a ticket of 52 characters."""
    chance = random.Random(1963)
    return [
        {
            "given": chance.choice(_GIVEN.split()),
            "family": f"{chance.choice(_FAMILY.split())} {n:06}",
            "house": chance.choice(_HOUSES),
            "category": chance.choice(("diplomat", "scholar", "student", "press", "guest")),
            "ticket": "".join(chance.choices("ABCDEFGHJKMNPQRSTVWXYZ23456789", k=52)),
        }
        for n in range(count)
    ]


CERTIFIED = (
    "Certificado de asistencia",
    "Қатысушы сертификаты",
    "Se certifica la asistencia de",
    "Осы құжатпен расталады:",
    "al acto «Congreso de prueba»",
    "«Сынақ конгресі» іс-шарасына тыңдаушы ретінде қатысты",
    "2 de marzo de 2026",
    "2026 жылғы 2 наурыз",
)
"""What every certificate says besides the name."""


def rosette(target: Path) -> None:
    """The drawing behind the text of a certificate as a file, for the peer to place."""
    drawing = ornaments.rosette(mm(71))
    size = (drawing.width, drawing.height)
    document = Document(target, title="Rosette", languages=["en"], size=size)
    with document, document.artifact():
        document.page().drawing(0, 0, drawing)
