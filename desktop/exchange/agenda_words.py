"""The words by which people announce a slot, say who speaks, and name rooms, in five languages."""

import re
from collections.abc import Mapping
from functools import cache

from desktop.domain.person import Gender
from desktop.domain.slot import SlotKind
from desktop.domain.speaker import SpeakerRole
from desktop.exchange import vocabulary
from desktop.language import terms
from desktop.language.folding import fold
from desktop.language.tags import LANGUAGES

_MORE_KINDS = {
    SlotKind.REGISTRATION: "check-in;registro de asistentes;сбор гостей;التسجيل;تسجيل",
    SlotKind.OPENING: "opening ceremony;inauguración;acto de apertura;церемония открытия;"
    "ашылу салтанаты;افتتاح;حفل الافتتاح",
    SlotKind.WELCOME: "welcome;bienvenida;saludo;құттықтау;كلمة الترحيب;ترحيب",
    SlotKind.COFFEE_BREAK: "break;tea;café;descanso;перерыв;үзіліс;استراحة;استراحة القهوة",
    SlotKind.LUNCH: "comida;غداء;استراحة الغداء;түскі үзіліс",
    SlotKind.DINNER: "gala dinner;عشاء",
    SlotKind.LECTURE: "conferencia magistral;المحاضرة;лекция;дәріс",
    SlotKind.PANEL: "panel;discussion;debate;coloquio;дискуссия;пікірталас;талқылау;"
    "панельдік талқылау;جلسة نقاش;حلقة نقاش;نقاش",
    SlotKind.ROUND_TABLE: "طاولة مستديرة",
    SlotKind.WORKSHOP: "seminario;семинар;ورشة",
    SlotKind.RECEPTION: "cocktail;vino español;cóctel;фуршет;استقبال;حفل الاستقبال",
    SlotKind.QUESTIONS: "questions;preguntas;coloquio con el público;вопросы;сұрақтар;أسئلة",
    SlotKind.SIGNING: "signing;firma;подписание;қол қою;توقيع",
    SlotKind.PERFORMANCE: "concert;concierto;концерт;حفل موسيقي",
    SlotKind.CLOSING: "closing remarks;cierre;clausura;заключительное слово;"
    "اختتام;الجلسة الختامية",
}
_BARE = frozenset(
    {
        *(SlotKind.REGISTRATION, SlotKind.COFFEE_BREAK, SlotKind.LUNCH, SlotKind.DINNER),
        *(SlotKind.OPENING, SlotKind.CLOSING, SlotKind.WELCOME, SlotKind.RECEPTION),
        *(SlotKind.QUESTIONS, SlotKind.SIGNING),
    }
)
"""What is announced without a colon: "Coffee break", "Opening ceremony"."""
_LONGEST = 6
"""Words of a title that is no more than an announcement."""

_MORE_ROLES = {
    SpeakerRole.SPEAKER: "speakers;speaker;with;by;ponentes;intervienen;interviene;con;спикер;"
    "спикеры;выступающий;выступают;докладчики;спикерлер;баяндамашылар;сөз сөйлейді;المتحدث;"
    "المتحدثة;المتحدثون;المتحدثين;بمشاركة",
    SpeakerRole.LECTURER: "lecturer;imparte;лектор;читает;المحاضر",
    SpeakerRole.PANELLIST: "panelists;panellists;participants;participan;participantes;panelistas;"
    "участники;қатысушылар;спикеры дискуссии;المشاركون;المشاركين",
    SpeakerRole.MODERATOR: "moderates;moderated by;modera;moderan;moderador;moderadora;модератор;"
    "модераторы;ведущий;ведущая;жүргізуші;модераторлар;"
    "المنسق;يدير الجلسة;إدارة الجلسة;مدير الجلسة",
    SpeakerRole.CHAIR: "chair;chaired by;preside;presidida por;председательствует;төрағалық етеді;"
    "يرأس الجلسة;رئيس الجلسة",
    SpeakerRole.DISCUSSANT: "discussants;comenta;comentan;оппонент",
    SpeakerRole.HOST: "host;presenta;anfitrión;ведёт",
}
_ROOM = re.compile(
    r"\b(?:room|hall|auditorium|foyer|lobby|lab|aula|sala|salón|auditorio|paraninfo|vestíbulo|"
    r"laboratorio|зал|зала|ауд|аудитория|холл|фойе|кабинет|каб|дәрісхана|залы|бөлме)\b|قاعة|مدرج|بهو",
    re.IGNORECASE,
)
_HEADS = {
    "time": "time;hour;hours;from;to;start;end;hora;inicio;fin;"
    "начало;конец;من;إلى;horario;время;уақыты;уақыт;الوقت;الساعة;التوقيت",
    "what": "title;topic;activity;session;event;programme;program;título;tema;actividad;"
    "actividades;acto;contenido;название;тема;мероприятие;программа;тақырыбы;тақырып;"
    "іс-шара;бағдарлама;العنوان;الموضوع;الفعالية;النشاط;البرنامج",
    "who": "speaker;speakers;who;ponente;ponentes;interviene;intervienen;quién;спикер;спикеры;"
    "докладчик;докладчики;выступающие;баяндамашы;баяндамашылар;спикерлер;المتحدث;المتحدثون;المتحدثين",
    "where": "room;place;venue;location;sala;lugar;место;зал;место проведения;орны;өтетін орны;"
    "залы;المكان;القاعة",
    "length": "duration;length;duración;длительность;продолжительность;ұзақтығы;المدة",
}


@cache
def _kinds() -> Mapping[str, SlotKind]:
    """Kinds by their folded names, the longest first."""
    found: dict[str, SlotKind] = {}
    for kind in SlotKind:
        words = [terms.term(kind, tag) for tag in LANGUAGES] if kind is not SlotKind.OTHER else []
        words += _MORE_KINDS.get(kind, "").split(";")
        found |= {fold(word): kind for word in words if word}
    return dict(sorted(found.items(), key=lambda pair: -len(pair[0])))


@cache
def _roles() -> Mapping[str, SpeakerRole]:
    found: dict[str, SpeakerRole] = {}
    for role in SpeakerRole:
        for tag in LANGUAGES:
            for count in (1, 2):
                found[fold(terms.label(role, tag, count))] = role
            for gender in Gender:
                found[fold(terms.term(role, tag, gender))] = role
        found |= {fold(word): role for word in _MORE_ROLES.get(role, "").split(";") if word}
    return found


@cache
def _heads() -> Mapping[str, str]:
    return {fold(word): head for head, words in _HEADS.items() for word in words.split(";")}


def announced(label: str) -> SlotKind | None:
    """The kind that a label says: what stands before a colon, or in a cell of its own."""
    folded = fold(label)
    for words, kind in _kinds().items():
        if folded == words or folded.startswith(f"{words} "):
            return kind
    kind = vocabulary.kind(label)
    return None if kind is SlotKind.OTHER or len(folded.split()) > _LONGEST else kind


def bare(title: str) -> SlotKind | None:
    """The kind of a slot that is announced by its title alone: "Pausa café"."""
    kind = announced(title)
    return kind if kind in _BARE and len(title.split()) <= _LONGEST else None


def leading(title: str) -> tuple[SlotKind | None, str]:
    """The kind that a title begins with, and the title that follows it in quotation marks."""
    head, mark, rest = title.partition(next((one for one in title if one in '«“„"‘'), "\0"))
    kind = announced(head) if mark and head.strip() else None
    return (kind, mark + rest) if kind else (None, title)


def role(label: str) -> SpeakerRole | None:
    """The role that a label says: "Modera", "Спикеры"."""
    return _roles().get(fold(label))


def is_room(text: str) -> bool:
    """Whether a text names a room, and no more."""
    return bool(_ROOM.search(text)) and len(text) <= 60


def head(cell: str) -> str:
    """What a column is headed: time, what, who, where, length; blank for none of these."""
    return _heads().get(fold(cell), "")
