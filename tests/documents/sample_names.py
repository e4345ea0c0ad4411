"""The conference with the longest names that somebody may have. Nobody here exists."""

from dataclasses import replace
from itertools import count

from desktop.documents.dossier import Dossier
from desktop.domain.attendee import Attendee, CheckIn, Reply
from desktop.domain.person import Gender, Office, Person, PersonName
from desktop.domain.speaker import Speaker, SpeakerRole
from tests.documents import sample
from tests.documents.sample_coverage import at
from tests.documents.sample_people import name
from tests.documents.sample_pictures import text

NAMES: tuple[tuple[PersonName, ...], ...] = (
    (name("Latn", "Karl-Theodor Maria Nikolaus Johann Jacob Philipp", "von und zu Musterberg"),),
    (
        name("Latn", "María", "Fernández de Muestra y Álvarez de las Ejemplo-Bohórquez"),
        name("Cyrl", "Мария Инмакулада", "Фернандес де Муэстра-и-Альварес"),
        name("Arab", "ماريا إنماكولادا", "فرنانديث دي مويسترا"),
    ),
    (
        name("Cyrl", "Нұрсұлтанбек", "Мысалбекұлы-Мұхамеджанов", "Әбдірахманұлы"),
        name("Latn", "Nursultanbek", "Mysalbekuly-Mukhamedzhanov"),
    ),
    (
        name("Thai", "เฉลิมพงษ์พิพัฒนกุล", "ณ ตัวอย่าง สนิทวงศ์"),
        name("Latn", "Chaloempongphiphatthanakun", "Tuayang na Sanitwong"),
    ),
    (
        name("Arab", "عبد العزيز بن محمد", "بن عبد الرحمن آل المثال التميمي القرشي"),
        name("Latn", "Abdulaziz bin Muhammad", "bin Abdulrahman Al al-Mithal at-Tamimi"),
    ),
    (name("Latn", "Gwenllian", "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch"),),
)
OFFICE = Office(
    text(
        "Presidenta de la Comisión Mixta de Cooperación Científica, Técnica y Cultural",
        "Ғылыми, техникалық және мәдени ынтымақтастық жөніндегі аралас комиссияның төрағасы",
        "Председатель Смешанной комиссии по научному, техническому и культурному сотрудничеству",
        "President of the Joint Commission for Scientific, Technical and Cultural Cooperation",
        "رئيسة اللجنة المشتركة للتعاون العلمي والتقني والثقافي",
    ),
    text("Ministerio de Asuntos Exteriores"),
)


def dossier() -> Dossier:
    """They speak, they are guests, and they sit among the others."""
    held = sample.dossier()
    people = [
        Person(
            id,
            names,
            Gender.FEMININE,
            text("Excma. Sra. D.ª", "Аса мәртебелі", "Е. П.", "H.E.", "سعادة"),
            (OFFICE,),
            country="ES",
            biography=sample.AMBASSADOR.biography,
        )
        for id, names in zip(count(900), NAMES, strict=False)
    ]
    guests = [
        Attendee(one.id, 1, one.id, "authority", Reply.ACCEPTED, check_ins=(CheckIn(at(9, 40)),))
        for one in people
    ]
    opening, *others = held.slots
    panel = tuple(Speaker(one.id, SpeakerRole.PANELLIST) for one in people)
    slots = (replace(opening, speakers=panel), *others)
    return replace(
        held,
        programme=replace(held.programme, slots=slots),
        people={**held.people, **{one.id: one for one in people}},
        attendees=(*guests, *held.attendees),
    )
