"""Who speaks, as an agenda says it: `Dr. Ana Gil, Universidad de Cádiz; Ерлан Сейітқали`."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from desktop.domain.speaker import SpeakerRole
from desktop.exchange import agenda_words

_TITLES = re.compile(
    r"^(?:(?:dr|dra|prof|profa|sr|sra|d|dña|mr|mrs|ms|excmo|excma|ilmo|ilma|h\.?\s?e|s\.?\s?e|д-р|проф|г-н|"
    r"г-жа|акад|канд|доц|د|أ\.?\s?د|أ)\.\s*|(?:don|doña|professor|profesora?|doctora?|mr|mrs|ms|dr|prof|"
    r"профессор|доктор|академик|господин|госпожа|мырза|ханым|سعادة|معالي|الدكتورة?|الأستاذة?|السيدة?)\s+)+",
    re.IGNORECASE,
)
_PARTICLE = (
    r"(?:de|del|de la|de los|la|y|da|dos|van|von|der|bin|ibn|al|el|ben|бен|ибн|оглы|ұлы|қызы|кызы)"
)
_WORD = r"(?:[^\W\d_a-zа-яәғқңөұүіһё][\w'’ʼ`-]*|[^\W\d_]\.)"
_NAME = re.compile(rf"(?:{_WORD}\.?)(?:\s+(?:{_PARTICLE}\s+)*{_WORD}\.?){{1,4}}")
_OFFICE = re.compile(
    r"\b(?:univers|embaj|embass|minist|profes|direct|rector|decan|dean|presiden|institut|academ|agenc|cent(?:er|re|ro)|"
    r"compañ|company|museo|museum|fundaci|foundat|consej|council|secretar|ambassad|consul|cónsul|head|jef|school|facult|"
    r"универс|посол|посоль|министер|министр|директ|ректор|декан|президент|институт|академи|агентств|центр|заведующ|кафедр|"
    r"елші|министрліг|басшы|меңгеруші|орталы|جامعة|سفير|سفارة|وزار|وزير|مدير|رئيس|معهد|مركز|أستاذ|عميد|كلية)",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\s*[;؛·/]\s*")
_COMMA = re.compile(r"\s*[,،]\s*")
_ALONE = frozenset({SpeakerRole.MODERATOR, SpeakerRole.CHAIR, SpeakerRole.HOST})
"""Roles of one person: who is named after a semicolon has another."""
_AND = re.compile(r"\s+(?:and|&|y|e|и|және|мен)\s+|\s+و\s*(?=\w)")
_LABEL = re.compile(r"^([^:.\d]{2,40}?)\s*:\s*(.+)$")


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody as written: name, office and institution in one text, role where it is told."""

    name: str
    office: str = ""
    role: SpeakerRole | None = None


def people(text: str) -> tuple[Named, ...]:
    """The people that a text names, if it does nothing else; otherwise none."""
    found: list[Named] = []
    role: SpeakerRole | None = None
    for part in _BETWEEN.split(text.strip(" .,")):
        label = _LABEL.match(part)
        role = None if role in _ALONE else role
        if label and (told := agenda_words.role(label[1])):
            role, part = told, label[2]
        several = _several(part)
        if not several:
            return ()
        found += (Named(one.name, one.office, role) for one in several)
    return tuple(found)


def labelled(text: str) -> tuple[Named, ...]:
    """People behind the word for what they do: "Moderator: Ana Gil". Names may be of any shape."""
    label = _LABEL.match(text)
    role = agenda_words.role(label[1]) if label else None
    if label is None or role is None:
        return ()
    known = people(text)
    if known:
        return known
    parts = _BETWEEN.split(label[2].strip(" ."))
    return tuple(Named(*_halves(part), role) for part in parts if part)


def surely(text: str) -> tuple[Named, ...]:
    """People who cannot be a title: their office or how they are addressed says so."""
    found = people(text)
    named = any(_TITLES.match(one.name) or _OFFICE.search(one.office) for one in found)
    return found if named else ()


def written(people: Iterable[Named]) -> str:
    """People as `people` reads them again."""
    return "; ".join(", ".join(filter(None, (one.name, one.office))) for one in people)


def _several(part: str) -> list[Named]:
    """One person with an office, or several by name alone."""
    flat = [one for piece in _COMMA.split(part) if piece for one in _AND.split(piece)]
    if len(flat) > 1 and all(_is_name(one) for one in flat):
        return [Named(one) for one in flat]
    name, office = _halves(part)
    if _is_name(name):
        return [Named(name, office)]
    found = _OFFICE.search(part)  # on a line of its own in the cell of a table
    name = part[: found.start()].strip() if found else ""
    return [Named(name, part[len(name) :].strip())] if name and _is_name(name) else []


def _halves(part: str) -> tuple[str, str]:
    """A name and the office that follows it, after a comma or in brackets."""
    found = re.match(r"(.+?)\s*(?:\((.+)\)|[,،]\s*(.+))$", part.strip())
    if found is None:
        return part.strip(), ""
    return found[1].strip(), (found[2] or found[3]).strip()


def _is_name(text: str) -> bool:
    bare = _TITLES.sub("", text.strip())
    if _OFFICE.search(bare) or len(bare) > 60:
        return False
    return bool(_NAME.fullmatch(bare)) and agenda_words.bare(bare) is None
