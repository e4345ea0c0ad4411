"""The words with which schedules name kinds of talks and languages."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from desktop.domain.slot import SlotKind
from desktop.domain.speaker import SpeakerRole

# In order: of several words in one type ("Keynote talk", "Talk 30 min + 10 min Q&A") the first
# that stands here decides. A star takes the rest of the word, an underscore is any space.
_KINDS = {
    SlotKind.KEYNOTE: "keynote* plenary plenar* ponencia_magistral пленар*",
    SlotKind.ROUND_TABLE: "round_table* roundtable* mesa_redonda bof birds* круглый_стол",
    SlotKind.PANEL: "panel* podium* discussion* debate* diskussion* дискусси* панель*",
    SlotKind.WORKSHOP: "workshop* hands_on tutorial* training taller* мастер* семинар* практик*",
    SlotKind.OPENING: "opening eröffnung* apertura inaugura* открыти* ашылу*",
    SlotKind.CLOSING: "closing abschluss* clausura закрыти* жабылу*",
    SlotKind.WELCOME: "welcome begrüßung* bienvenida* приветстви*",
    SlotKind.REGISTRATION: "registration anmeldung acreditación registro регистраци* тіркеу*",
    SlotKind.LUNCH: "lunch* mittag* almuerzo comida обед түскі*",
    SlotKind.DINNER: "dinner* abendessen cena ужин кешкі_ас",
    SlotKind.COFFEE_BREAK: "coffee* kaffee* café break breaks pause pausa перерыв* кофе* үзіліс*",
    SlotKind.RECEPTION: "reception* empfang* recepción cóctel фуршет* приём прием қабылдау*",
    SlotKind.PERFORMANCE: "performance* concert* konzert* concierto* show film* концерт*",
    SlotKind.PRESENTATION: "presentation* präsentation* presentación* demo demos презентаци*",
    SlotKind.REMARKS: "remarks address grußwort* palabras выступлени*",
    SlotKind.LECTURE: "lecture* vorlesung* conferencia* ponencia* лекци* дәріс* maintrack",
    SlotKind.TALK: "talk* lightning* vortrag* charla* devroom доклад* баяндама* session*",
    SlotKind.QUESTIONS: "q&a questions preguntas вопрос*",
}


def _pattern(words: str) -> re.Pattern[str]:
    either = words.replace("*", r"\w*").replace("_", r"\W+").replace(" ", "|")
    return re.compile(rf"(?<!\w)(?:{either})(?!\w)")


_PATTERNS = {kind: _pattern(words) for kind, words in _KINDS.items()}

_ROLES = {
    SlotKind.LECTURE: SpeakerRole.LECTURER,
    SlotKind.PANEL: SpeakerRole.PANELLIST,
    SlotKind.ROUND_TABLE: SpeakerRole.PANELLIST,
}

_LANGUAGES = {
    "ar": "arabic العربية",
    "cs": "czech čeština",
    "de": "german deutsch deu ger alemán немецкий",
    "en": "english englisch eng inglés английский ағылшын",
    "es": "spanish español espanol castellano spa испанский испан",
    "fr": "french français francais fra fre französisch francés французский",
    "it": "italian italiano ita",
    "kk": "kazakh қазақ қазақша kaz kazajo казахский",
    "nl": "dutch nederlands nld",
    "pl": "polish polski pol",
    "pt": "portuguese português por",
    "ru": "russian русский rus ruso орыс",
    "uk": "ukrainian українська ukr",
    "zh": "chinese 中文 zho",
}
_LANGUAGE_OF = {word: tag for tag, words in _LANGUAGES.items() for word in words.split()}
_ISO_639_1 = re.compile(
    "a[abefkmnrsvyz]|b[aeghimnors]|c[aehorsuvy]|d[aevz]|e[elnostu]|f[afijory]|g[adlnuv]|h[aeiortuyz]|"
    "i[adegikostu]|j[av]|k[agijklmnorsuvwy]|l[abginotuv]|m[ghiklnorsty]|n[abdeglnorvy]|o[cjmrs]|p[ailst]|"
    "qu|r[mnouw]|s[acdegiklmnoqrstuvw]|t[aeghiklnorstwy]|u[gkrz]|v[eio]|w[ao]|xh|y[io]|z[ahu]"
)
_TAG = re.compile(r"([a-z]{2,3})(?:[-_]([a-z]{4}))?(?:[-_]\w+)*\Z", re.IGNORECASE)
_BETWEEN = re.compile(r"\s*(?:[,;/&+|]|\band\b|\bund\b|\by\b)\s*")


def kind(type_of_talk: str) -> SlotKind | None:
    """The kind of slot that a type says; None where it says nothing."""
    words = type_of_talk.casefold().strip()
    if not words:
        return None
    return next((kind for kind, found in _PATTERNS.items() if found.search(words)), SlotKind.OTHER)


def role(kind: SlotKind | None) -> SpeakerRole:
    """What those who are named without a role do in a slot of that kind."""
    return _ROLES.get(kind or SlotKind.TALK, SpeakerRole.SPEAKER)


class Languages(NamedTuple):
    """Languages by their BCP 47 tags, and the words that name none."""

    known: tuple[str, ...]
    unknown: tuple[str, ...]


def languages(written: str) -> Languages:
    """The languages that somebody wrote.

    Regions and variants (`de-formal`, `en_US`) tell nothing on paper and are dropped.
    """
    words = [word for word in _BETWEEN.split(written.strip()) if word]
    tags = {word: _tag(word) for word in words}
    known = dict.fromkeys(tag for tag in tags.values() if tag)
    return Languages(tuple(known), tuple(word for word, tag in tags.items() if not tag))


def _tag(word: str) -> str:
    named = _LANGUAGE_OF.get(word.casefold())
    found = _TAG.match(word)
    if named or not found:
        return named or ""
    base, script = found[1].lower(), (found[2] or "").title()
    base = _LANGUAGE_OF.get(base, base)
    if not _ISO_639_1.fullmatch(base):
        return ""
    return f"{base}-{script}" if script else base


def most_frequent(tags: Iterable[str]) -> tuple[str, ...]:
    """Every tag once, the most frequent first, equal ones in their order."""
    counts: dict[str, int] = {}
    for tag in tags:
        counts[tag] = counts.get(tag, 0) + 1
    return tuple(sorted(counts, key=lambda tag: -counts[tag]))
