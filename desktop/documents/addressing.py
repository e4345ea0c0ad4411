"""How a person is named on formal paper: the organiser's own honorific, else the table's form."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from desktop.documents.typesetting.paragraph import Paragraph
from desktop.documents.typesetting.style import Span, Style
from desktop.documents.wording import Wording, spoken
from desktop.domain.localized import Localized
from desktop.domain.person import HAN, MissionClass, Office, Person, PersonName
from desktop.language import tags, tongues
from desktop.language.address import Addressee, Rank, Use, address

_AMBASSADORS = frozenset({MissionClass.AMBASSADOR, MissionClass.NUNCIO})
_RECTORS = frozenset({"rector", "rectora", "ректор", "rektor"})
_PROFESSORS = ("prof", "проф", "أ. د", "أ.د")
_EXCELLENCIES = (
    *("h.e.", "his exc", "her exc", "excm", "s.e.", "мәртебелі", "аса мәртебелі"),
    *("его прев", "её прев", "е. п.", "سعادة", "معالي"),
)
_TITLED = (
    (Rank.EXCELLENCY, _EXCELLENCIES),
    (Rank.DOCTOR, ("dr", "doctor", "د.", "الدكتور")),
)
"""How an honorific begins that says what somebody is, in the language that says it."""


@dataclass(frozen=True, slots=True)
class FormalName:
    """A name with what stands before it ("Excma. Sra. D.ª") kept apart.

    What follows a name («мырза») is part of `name`; `family` is where a long one parts first.
    """

    before: str
    name: str
    family: str
    language: str
    rtl: bool

    def paragraph(self, style: Style, *, whole: bool = False) -> Paragraph:
        """The name, the `whole` form or without what stands before it.

        It breaks first before the family name.
        """
        text = self.full if whole else self.name
        seam = text.find(self.family) if self.family else -1
        look = spoken(style, self.language)
        seams = [seam] if seam > 0 else []
        return Paragraph(text, look, setting="name", seams=seams, rtl=self.rtl)

    @property
    def full(self) -> str:
        """The whole form."""
        return f"{self.before}\u00a0{self.name}" if self.before else self.name


def formal_name(wording: Wording, person: Person, use: Use, *, office: bool = True) -> FormalName:
    """The name of a person for a use, in the language of a wording; never inflected.

    Without the `office` where that stands on a line of its own.
    """
    language = wording.language
    bare = wording.name(person, honorific=False)
    if person.honorific.get(language):
        full = wording.name(person)
    else:
        who = addressee(wording, person)
        who = who if office else replace(who, position="")
        full = address(who, rank(person, language), use, language, person.gender)
    before, found, after = full.partition(bare)
    family = person.name(language, tags.script_of(language)).family
    if not found:
        return FormalName("", full, family, language, wording.rtl)
    return FormalName(before.strip(" \u00a0"), bare + after, family, language, wording.rtl)


def salutation(wording: Wording, person: Person) -> str:
    """How a letter begins: "Señora Embajadora:"."""
    who = addressee(wording, person)
    held = rank(person, wording.language)
    return address(who, held, Use.SALUTATION, wording.language, person.gender)


def addressee(wording: Wording, person: Person) -> Addressee:
    """What the table of forms may say of a person: nothing that is not in the language itself."""
    language = wording.language
    name = person.name(language, tags.script_of(language))
    office = main_office(person)
    house = wording.dossier.organisations.get(person.organisation_id or 0)
    return Addressee(
        wording.name(person, honorific=False),
        name.family,
        f"{name.given} {name.patronymic}" if name.given and name.patronymic else "",
        position=office.title.within(language) if office else "",
        organisation=house.name.within(language) if house else "",
        country=tongues.territory_name(person.country, language) if person.country else "",
    )


def main_office(person: Person) -> Office | None:
    """A head of mission's office, else the first."""
    missions = [office for office in person.offices if office.mission_class]
    return next(iter([*missions, *person.offices]), None)


def office_spans(wording: Wording, person: Person, style: Style) -> list[Span]:
    """The main office with its house, else the organisation; empty where there is neither."""
    every = wording.offices(person, style)
    office = main_office(person)
    return every[person.offices.index(office) if office else 0] if every else []


def offices_on_paper(
    wordings: Sequence[Wording], person: Person, style: Style, second: Style, *, house: bool = True
) -> list[Paragraph]:
    """The main office in the first language and in each other that has it, the same words once.

    Where there is little room it is said without the `house`.
    """
    found: dict[str, Paragraph] = {}
    office = main_office(person)
    bare = (
        replace(person, offices=(replace(office, organisation=Localized()),)) if office else None
    )
    shown = bare if bare and not house else person
    for wording in wordings:
        look = second if found else style
        paragraph = wording.paragraph(office_spans(wording, shown, look), look, "title")
        if paragraph is not None and (not found or has_office(wording, person)):
            found.setdefault(tags.bare(paragraph.text), paragraph)
    return list(found.values())


def has_office(wording: Wording, person: Person) -> bool:
    """Whether a person's office, else their organisation, is there in the very language."""
    office = main_office(person)
    house = wording.dossier.organisations.get(person.organisation_id or 0)
    texts = (office.title, office.organisation) if office else (house.name,) if house else ()
    return any(text.within(wording.language) for text in texts)


def is_written(person: Person, language: str) -> bool:
    """Whether a name is there in the script of a language, not only in another."""
    script = tags.script_of(language)
    return is_in_script(person.name(language, script), script)


def is_in_script(name: PersonName, script: str) -> bool:
    """Whether a name says that it is in a script (ISO 15924)."""
    return script_of_name(name) in (script, HAN.get(script))


def script_of_name(name: PersonName) -> str:
    """The ISO 15924 code of the script that a name says it is in."""
    return name.tag if len(name.tag) == 4 else tags.script_of(name.tag)


def rank(person: Person, language: str) -> Rank:
    """Whose form of address a person has, to whoever reads it in a language."""
    if any(office.mission_class in _AMBASSADORS for office in person.offices):
        return Rank.AMBASSADOR
    if any(office.rank == "minister" for office in person.offices):
        return Rank.MINISTER
    if any(word in _RECTORS for word in _first_words(person)):
        return Rank.RECTOR
    honorifics = [text.casefold() for _, text in person.honorific]
    if any(sign in text for sign in _PROFESSORS for text in honorifics):
        return Rank.PROFESSOR
    own = person.honorific.within(language).casefold()
    return next((held for held, signs in _TITLED if own.startswith(signs)), Rank.GUEST)


def _first_words(person: Person) -> Iterator[str]:
    for office in person.offices:
        for _, title in office.title:
            yield title.casefold().split()[0]
