"""The printed word for a value of the domain.

What is said of a person is translated as a pair, masculine first: "Moderador / Moderadora".
`term` takes the one that fits; where the gender is not known it takes the whole pair. To print a
part beside a name use `label`: "Modera: Ana García" needs no gender and no case.
"""

from enum import StrEnum

from desktop.domain import invitation
from desktop.domain.attendee import Direction, Reply
from desktop.domain.event import EventKind, OrganiserRole, ReEntry, WaitingRule
from desktop.domain.mail_server import Security
from desktop.domain.message import Channel, Purpose
from desktop.domain.organisation import OrganisationKind
from desktop.domain.person import ConsentPurpose, ConsentState, Gender, MissionClass
from desktop.domain.slot import InterpretationMode, SlotKind, SlotStatus
from desktop.domain.speaker import SpeakerRole
from desktop.language.translation import context_msgid, msgid, plural_msgid, translator

_PAIR = " / "

_TERMS: dict[type[StrEnum], dict[str, str | tuple[str, str]]] = {
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
        SpeakerRole.LECTURER: context_msgid("person", "Lecturer"),
        SpeakerRole.SPEAKER: context_msgid("person", "Speaker"),
        SpeakerRole.PANELLIST: context_msgid("person", "Panellist"),
        SpeakerRole.MODERATOR: context_msgid("person", "Moderator"),
        SpeakerRole.CHAIR: context_msgid("person", "Chair"),
        SpeakerRole.DISCUSSANT: context_msgid("person", "Discussant"),
        SpeakerRole.HOST: context_msgid("person", "Host"),
        SpeakerRole.INTERPRETER: context_msgid("person", "Interpreter"),
    },
    Reply: {**invitation.WORDS},
    Purpose: {
        Purpose.INVITATION: msgid("Invitation"),
        Purpose.REMINDER: msgid("Reminder"),
        Purpose.TICKET: msgid("Ticket"),
        Purpose.THANKS: msgid("Thanks"),
    },
    Channel: {
        Channel.DRAFT: msgid("Draft for a mail program"),
        Channel.SMTP: msgid("By the mail server"),
        Channel.PAPER: msgid("On paper"),
    },
    Security: {
        Security.STARTTLS: msgid("STARTTLS"),
        Security.TLS: msgid("TLS from the start"),
        Security.NONE: msgid("None, on this computer"),
    },
    ReEntry: {
        ReEntry.NEVER: msgid("Not again"),
        ReEntry.AFTER_EXIT: msgid("Again after going out"),
        ReEntry.ALWAYS: msgid("Again at any time"),
    },
    WaitingRule: {
        WaitingRule.FIRST_COME: msgid("In the order of replies"),
        WaitingRule.PRECEDENCE: msgid("By precedence"),
        WaitingRule.BY_HAND: msgid("By hand"),
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
        MissionClass.AMBASSADOR: context_msgid("person", "Ambassador"),
        MissionClass.NUNCIO: context_msgid("person", "Nuncio"),
        MissionClass.ENVOY: context_msgid("person", "Envoy"),
        MissionClass.MINISTER: context_msgid("person", "Minister"),
        MissionClass.INTERNUNCIO: context_msgid("person", "Internuncio"),
        MissionClass.CHARGE_D_AFFAIRES: context_msgid("person", "Chargé d’affaires"),
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
    "authority": (context_msgid("person", "Authority"), msgid("Authorities")),
    "diplomat": (context_msgid("person", "Diplomat"), msgid("Diplomatic corps")),
    "scholar": (context_msgid("person", "Scholar"), msgid("Scholars")),
    "student": (context_msgid("person", "Student"), msgid("Students")),
    "press": (context_msgid("person", "Press"), msgid("Press")),
    "official": (context_msgid("person", "Official"), msgid("Officials")),
    "guest": (context_msgid("person", "Guest"), msgid("Guests")),
    "speaker": (context_msgid("person", "Speaker"), msgid("Speakers")),
    "staff": (context_msgid("person", "Staff"), msgid("Staff")),
    "volunteer": (context_msgid("person", "Volunteer"), msgid("Volunteers")),
    "companion": (context_msgid("person", "Accompanying person"), msgid("Accompanying persons")),
    "business": (context_msgid("person", "Business"), msgid("Business")),
}

# What storage calls a value in its errors: the class's name in small letters.
_KINDS = (
    msgid("accreditation"),
    msgid("attendee"),
    msgid("event"),
    msgid("institutional contact"),
    msgid("organisation"),
    msgid("person"),
    msgid("photo credit"),
    msgid("picture"),
    msgid("press item"),
    msgid("programme release"),
    msgid("quotation"),
    msgid("seating"),
    msgid("erasure"),
    msgid("room"),
    msgid("slot"),
    msgid("track"),
    msgid("venue"),
)

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
    t, source = translator(language), _TERMS[type(value)][value]
    return t.text(source) if isinstance(source, str) else _fitting(t.context(*source), gender)


def label(role: SpeakerRole, language: str, count: int = 1) -> str:
    """What stands before the names of those who have a role: `Modera`, `Moderan`."""
    return translator(language).plural(*_LABELS[role], min(count, 2))


def category(name: str, language: str, gender: Gender = Gender.UNSPECIFIED) -> str:
    """An attendee's category on a badge; an organiser's own word stays as it is."""
    if name not in _CATEGORIES:
        return name
    return _fitting(translator(language).context(*_CATEGORIES[name][0]), gender)


def category_group(name: str, language: str) -> str:
    """A category as a heading over many: `Cuerpo diplomático`."""
    return translator(language).text(_CATEGORIES[name][1]) if name in _CATEGORIES else name


def _fitting(text: str, gender: Gender) -> str:
    masculine, _, feminine = text.partition(_PAIR)
    by_gender = {Gender.MASCULINE: masculine, Gender.FEMININE: feminine or masculine}
    return by_gender.get(gender, text)
