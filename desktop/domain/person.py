"""Somebody in the directory: one person, many events."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from desktop.domain.localized import Localized
from desktop.domain.postal import PostalAddress


class Gender(StrEnum):
    """Grammatical gender for forms of address and titles of offices."""

    FEMININE = "feminine"
    MASCULINE = "masculine"
    UNSPECIFIED = "unspecified"


class MissionClass(StrEnum):
    """Classes of heads of mission.

    Vienna Convention on Diplomatic Relations (1961), article 14.
    """

    AMBASSADOR = "ambassador"
    NUNCIO = "nuncio"
    ENVOY = "envoy"
    MINISTER = "minister"
    INTERNUNCIO = "internuncio"
    CHARGE_D_AFFAIRES = "charge_d_affaires"


class ConsentPurpose(StrEnum):
    """What a consent is for."""

    PHOTOGRAPH = "photograph"
    QUOTATION = "quotation"
    PRINTED_NAME = "printed_name"
    RECORDING = "recording"


class ConsentState(StrEnum):
    """What was answered."""

    UNKNOWN = "unknown"
    GIVEN = "given"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name as it is written in one script or one language, its parts kept apart.

    `tag` is an ISO 15924 script (`Latn`, `Cyrl`, `Arab`) or, where two languages of one script
    spell it differently, a BCP 47 language (`kk`, `ru`). `patronymic` follows the given name.
    """

    tag: str
    family: str = ""
    given: str = ""
    patronymic: str = ""

    @property
    def full(self) -> str:
        """Given name, patronymic, family name, as most languages write them."""
        return " ".join(filter(None, (self.given, self.patronymic, self.family)))


HAN = {"Hans": "Hani", "Hant": "Hani"}
"""ISO 15924: what Chinese letters are called where nobody said whether they are simplified."""


def written(names: Sequence[PersonName], language: str, script: str = "") -> PersonName:
    """Which of a person's names a reader is shown; see `Person.name`."""
    for wanted in (language, script, HAN.get(script), script and "Latn"):
        for name in names:
            if name.tag == wanted:
                return name
    return names[0] if names else PersonName("und")


@dataclass(frozen=True, slots=True)
class Office:
    """A post that somebody holds: its title, and where; both as printed.

    `mission_class` is for heads of mission; `rank` is the post's key in a national scheme of
    precedence (`precedence.SPANISH_RANKS`).
    """

    title: Localized
    organisation: Localized = Localized()
    organisation_id: int | None = None
    mission_class: MissionClass | None = None
    rank: str = ""


@dataclass(frozen=True, slots=True)
class Accreditation:
    """A head of mission's accreditation to a state (articles 5, 13 and 16 of the convention).

    `country` is ISO 3166-1 alpha-2 of the receiving state; `taken_up` is aware: date and time of
    taking up functions decide precedence within a class.
    """

    country: str
    taken_up: datetime


@dataclass(frozen=True, slots=True)
class Consent:
    """A consent for one purpose: the answer, the wording that was agreed to, and when."""

    purpose: ConsentPurpose
    state: ConsentState = ConsentState.UNKNOWN
    wording: str = ""
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Contact:
    """Ways to reach a person; nothing of it is ever printed unasked."""

    email: str = ""
    phone: str = ""
    address: PostalAddress = PostalAddress()


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in the directory.

    `honorific` is per language, as it stands before (or after) the name: `Excmo. Sr. D.`, `Dr.`.
    `country` is the person's or the sending state's ISO 3166-1 alpha-2 code. `pronunciation` is a
    hint for the moderator. `source` is the identifier in the file that the person came from.
    `distinct_from` are the ids of those who look like the same person and are not; `former_ids`
    those of entries that were merged into this one, under which printed papers know the person,
    and `former_sources` the identifiers under which files do.
    """

    id: int = 0
    names: tuple[PersonName, ...] = ()
    gender: Gender = Gender.UNSPECIFIED
    honorific: Localized = Localized()
    offices: tuple[Office, ...] = ()
    accreditations: tuple[Accreditation, ...] = ()
    organisation_id: int | None = None
    country: str = ""
    languages: tuple[str, ...] = ()
    contact: Contact = Contact()
    photo_id: int | None = None
    biography: Localized = Localized()
    pronunciation: Localized = Localized()
    consents: tuple[Consent, ...] = ()
    notes: str = ""
    source: str = ""
    distinct_from: tuple[int, ...] = ()
    former_ids: tuple[int, ...] = ()
    former_sources: tuple[str, ...] = ()
    version: int = field(default=0, compare=False)

    def name(self, language: str, script: str = "") -> PersonName:
        """The name as written for a reader: of that language, else of its script, else the first.

        `script` is the ISO 15924 code of the language's script (`language.script_of`). For
        whoever reads it, Latin letters come before others: most can read them.
        """
        return written(self.names, language, script)

    def consent(self, purpose: ConsentPurpose) -> ConsentState:
        """The latest answer for a purpose."""
        answers = [consent for consent in self.consents if consent.purpose == purpose]
        return answers[-1].state if answers else ConsentState.UNKNOWN
