"""The printed word for a value of the domain.

A term that differs by gender is translated as a pair, masculine first: "Moderador / Moderadora".
`term` takes the one that fits; where the gender is not known it takes the whole pair. To print a
part beside a name use `label`: "Modera: Ana García" needs no gender and no case.
"""

from enum import StrEnum

from desktop.domain.attendee import Direction, Reply
from desktop.domain.event import EventKind, OrganiserRole
from desktop.domain.organisation import OrganisationKind
from desktop.domain.person import ConsentPurpose, ConsentState, Gender, MissionClass
from desktop.domain.slot import InterpretationMode, SlotKind, SlotStatus
from desktop.domain.speaker import SpeakerRole
from desktop.language.translation import msgid, plural_msgid, translator

_PAIR = " / "

_TERMS: dict[type[StrEnum], dict[str, str]] = {
    SlotKind: {
        SlotKind.REGISTRATION: msgid("Registration of participants"),
        SlotKind.OPENING: msgid("Opening"),
        SlotKind.WELCOME: msgid("Welcome address"),
        SlotKind.KEYNOTE: msgid("Keynote address"),
        SlotKind.LECTURE: msgid("Lecture"),
        SlotKind.TALK: msgid("Talk"),
        SlotKind.PRESENTATION: msgid("Presentation"),
        SlotKind.PANEL: msgid("Panel discussion"),
        SlotKind.ROUND_TABLE: msgid("Round table"),
        SlotKind.WORKSHOP: msgid("Workshop"),
        SlotKind.REMARKS: msgid("Remarks"),
        SlotKind.QUESTIONS: msgid("Q&A"),
        SlotKind.SIGNING: msgid("Signing ceremony"),
        SlotKind.PERFORMANCE: msgid("Performance"),
        SlotKind.COFFEE_BREAK: msgid("Coffee break"),
        SlotKind.LUNCH: msgid("Lunch"),
        SlotKind.DINNER: msgid("Dinner"),
        SlotKind.RECEPTION: msgid("Reception"),
        SlotKind.CLOSING: msgid("Closing"),
        SlotKind.OTHER: msgid("Other"),
    },
    SlotStatus: {
        SlotStatus.DRAFT: msgid("Draft"),
        SlotStatus.CONFIRMED: msgid("Confirmed"),
        SlotStatus.CANCELLED: msgid("Cancelled"),
    },
    EventKind: {
        EventKind.LECTURE: msgid("Lecture"),
        EventKind.PANEL: msgid("Panel discussion"),
        EventKind.CONFERENCE: msgid("Conference"),
        EventKind.SEMINAR: msgid("Seminar"),
        EventKind.CEREMONY: msgid("Ceremony"),
        EventKind.RECEPTION: msgid("Reception"),
        EventKind.OTHER: msgid("Other"),
    },
    OrganiserRole: {
        OrganiserRole.ORGANISER: msgid("Organised by"),
        OrganiserRole.CO_ORGANISER: msgid("Co-organised by"),
        OrganiserRole.HOST: msgid("Host institution"),
        OrganiserRole.PARTNER: msgid("In cooperation with"),
        OrganiserRole.SPONSOR: msgid("With the support of"),
    },
    OrganisationKind: {
        OrganisationKind.EMBASSY: msgid("Embassy"),
        OrganisationKind.MINISTRY: msgid("Ministry"),
        OrganisationKind.UNIVERSITY: msgid("University"),
        OrganisationKind.RESEARCH: msgid("Research institution"),
        OrganisationKind.INTERNATIONAL: msgid("International organisation"),
        OrganisationKind.COMPANY: msgid("Company"),
        OrganisationKind.PRESS: msgid("Press"),
        OrganisationKind.ASSOCIATION: msgid("Association"),
        OrganisationKind.OTHER: msgid("Other"),
    },
    InterpretationMode: {
        InterpretationMode.SIMULTANEOUS: msgid("Simultaneous interpretation"),
        InterpretationMode.CONSECUTIVE: msgid("Consecutive interpretation"),
        InterpretationMode.WHISPERED: msgid("Whispered interpretation"),
        InterpretationMode.SIGN_LANGUAGE: msgid("Sign language interpretation"),
    },
    SpeakerRole: {
        SpeakerRole.LECTURER: msgid("Lecturer"),
        SpeakerRole.SPEAKER: msgid("Speaker"),
        SpeakerRole.PANELLIST: msgid("Panel member"),
        SpeakerRole.MODERATOR: msgid("Moderator"),
        SpeakerRole.CHAIR: msgid("Chair"),
        SpeakerRole.DISCUSSANT: msgid("Discussant"),
        SpeakerRole.HOST: msgid("Host"),
        SpeakerRole.INTERPRETER: msgid("Interpreter"),
    },
    Reply: {
        Reply.TO_INVITE: msgid("To be invited"),
        Reply.INVITED: msgid("Invited"),
        Reply.REMINDED: msgid("Reminded"),
        Reply.ACCEPTED: msgid("Accepted"),
        Reply.DECLINED: msgid("Declined"),
        Reply.REPRESENTATIVE: msgid("Sends a representative"),
        Reply.NO_REPLY: msgid("No reply"),
        Reply.WAITING: msgid("Waiting list"),
        Reply.CANCELLED: msgid("Cancelled"),
    },
    Direction: {
        Direction.IN: msgid("In"),
        Direction.OUT: msgid("Out"),
    },
    Gender: {
        Gender.FEMININE: msgid("Feminine"),
        Gender.MASCULINE: msgid("Masculine"),
        Gender.UNSPECIFIED: msgid("Not specified"),
    },
    MissionClass: {
        MissionClass.AMBASSADOR: msgid("Ambassador"),
        MissionClass.NUNCIO: msgid("Nuncio"),
        MissionClass.ENVOY: msgid("Envoy"),
        MissionClass.MINISTER: msgid("Minister (head of mission)"),
        MissionClass.INTERNUNCIO: msgid("Internuncio"),
        MissionClass.CHARGE_D_AFFAIRES: msgid("Chargé d’affaires"),
    },
    ConsentPurpose: {
        ConsentPurpose.PHOTOGRAPH: msgid("Photograph"),
        ConsentPurpose.QUOTATION: msgid("Quotation"),
        ConsentPurpose.PRINTED_NAME: msgid("Name in the printed list"),
        ConsentPurpose.RECORDING: msgid("Recording"),
    },
    ConsentState: {
        ConsentState.UNKNOWN: msgid("Unknown"),
        ConsentState.GIVEN: msgid("Given"),
        ConsentState.REFUSED: msgid("Refused"),
        ConsentState.WITHDRAWN: msgid("Withdrawn"),
    },
}

_CATEGORIES = {
    "authority": (msgid("Authority"), msgid("Authorities")),
    "diplomat": (msgid("Diplomat"), msgid("Diplomatic corps")),
    "scholar": (msgid("Scholar"), msgid("Scholars")),
    "student": (msgid("Student"), msgid("Students")),
    "press": (msgid("Press"), msgid("Press")),
    "official": (msgid("Official"), msgid("Officials")),
    "guest": (msgid("Guest"), msgid("Guests")),
    "speaker": (msgid("Speaker"), msgid("Speakers")),
    "staff": (msgid("Staff"), msgid("Staff")),
    "volunteer": (msgid("Volunteer"), msgid("Volunteers")),
    "companion": (msgid("Accompanying person"), msgid("Accompanying persons")),
    "business": (msgid("Business"), msgid("Business")),
}

_LABELS = {
    SpeakerRole.LECTURER: plural_msgid("Lecture by", "Lecture by"),
    SpeakerRole.SPEAKER: plural_msgid("Talk by", "Talks by"),
    SpeakerRole.PANELLIST: plural_msgid("Panellist", "Panellists"),
    SpeakerRole.MODERATOR: plural_msgid("Moderated by", "Moderated by"),
    SpeakerRole.CHAIR: plural_msgid("Chaired by", "Chaired by"),
    SpeakerRole.DISCUSSANT: plural_msgid("Discussed by", "Discussed by"),
    SpeakerRole.HOST: plural_msgid("Hosted by", "Hosted by"),
    SpeakerRole.INTERPRETER: plural_msgid("Interpreted by", "Interpreted by"),
}


def term(value: StrEnum, language: str, gender: Gender = Gender.UNSPECIFIED) -> str:
    """The word for a value of one of the domain's enumerations."""
    return _fitting(translator(language).text(_TERMS[type(value)][value]), gender)


def label(role: SpeakerRole, language: str, count: int = 1) -> str:
    """What stands before the names of those who have a role: `Modera`, `Moderan`."""
    return translator(language).plural(*_LABELS[role], count)


def category(name: str, language: str, gender: Gender = Gender.UNSPECIFIED) -> str:
    """An attendee's category on a badge; an organiser's own word stays as it is."""
    if name not in _CATEGORIES:
        return name
    return _fitting(translator(language).text(_CATEGORIES[name][0]), gender)


def category_group(name: str, language: str) -> str:
    """A category as a heading over many: `Cuerpo diplomático`."""
    return translator(language).text(_CATEGORIES[name][1]) if name in _CATEGORIES else name


def _fitting(text: str, gender: Gender) -> str:
    masculine, _, feminine = text.partition(_PAIR)
    by_gender = {Gender.MASCULINE: masculine, Gender.FEMININE: feminine or masculine}
    return by_gender.get(gender, text)
