"""What people write into the cells of a guest list: replies, categories, figures, days."""

import re
from collections.abc import Iterable
from datetime import date
from functools import cache, lru_cache

from desktop.domain.attendee import CATEGORIES, Reply
from desktop.domain.person import Gender
from desktop.language import tags
from desktop.language.folding import fold
from desktop.language.terms import category, category_group, term

_REPLIES = {
    Reply.TO_INVITE: "to invite, por invitar, пригласить, шақыру керек, не приглашён",
    Reply.INVITED: "sent, pending, pendiente, enviada, отправлено, ожидает, күтілуде,"
    " приглашён, приглашена, шақырылды, invitado, invitada",
    Reply.REMINDED: "recordado, напомнено, ескертілді",
    Reply.ACCEPTED: "attended, asistió, пришёл, пришла, келді, حضر, yes, y, ok,"
    " confirmed, coming, attending, will attend, going, sí, si,"
    " confirma, confirmado, confirmada, acepta, aceptado, aceptada, asiste, asistirá, да, будет,"
    " придёт, подтвердил, подтвердила, подтверждено, принял, приняла, иә, иа, келеді,"
    " растады, қатысады, نعم, مؤكد, سيحضر, قبل",
    Reply.DECLINED: "no, n, declines, regret, regrets, not coming, not attending, can't come,"
    " rechaza, rechazado, rechazada, no asiste, no asistirá, declina, excusa, нет, не будет,"
    " не придёт, отказ, отказался, отказалась, жоқ, келмейді, бас тартты, لا, معتذر, اعتذر",
    Reply.REPRESENTATIVE: "representative, sends representative, representante, envía"
    " representante, представитель, өкіл, өкіл жібереді, ممثل",
    Reply.NO_REPLY: "no response, no answer, sin respuesta, no responde, без ответа,"
    " жауап жоқ, لا رد",
    Reply.WAITING: "waiting, waitlist, waitlisted, lista de espera, en espera, лист ожидания,"
    " күту тізімі, قائمة الانتظار",
    Reply.CANCELLED: "canceled, anulado, anulada, cancelado, cancelada, отменено, отменил, күші"
    " жойылды, ملغى",
}
_CATEGORIES = {
    "press": "media, journalist, journalists, periodista, periodistas, medios,"
    " medios de comunicación, пресса, журналист, журналисты, баспасөз, журналистер, إعلام, صحفي",
    "diplomat": "diplomáticos, diplomáticas, diplomatic corps, дипломаты, дипкорпус, дипломаттар",
    "scholar": "academic, academics, académico, académica, académicos, researcher, researchers,"
    " investigador, investigadora, investigadores, исследователь, исследователи",
    "student": "alumno, alumna, alumnos",
    "official": "funcionario, funcionaria, funcionarios, government official, чиновник, чиновники,"
    " госслужащий, госслужащие, ресми, ресми тұлға",
    "speaker": "спикер, спикеры, спикерлер, panelist, panellist",
}
_COURTESIES = (
    "mr mrs ms miss mx sir dame lord lady dr prof professor rev excellency h.e. honourable hon the"
    " sr sra srta d dña don doña dra profa excmo excma ilmo ilma s.e. г-н г-жа господин госпожа"
    " д-р доктор проф профессор академик мырза ханым"
    " السيد السيدة الدكتور الدكتورة د أ.د معالي سعادة"
)
_DAY = re.compile(r"(\d{1,4})[./\-\s]+(\d{1,2})[./\-\s]+(\d{1,4})(?:[T\s].*)?")
_ORDERS = {"dmy": (2, 1, 0), "mdy": (2, 0, 1), "ymd": (0, 1, 2)}


def reply_named(written: str) -> Reply | None:
    """The reply that a word means; None where it means none."""
    return _replies().get(fold(written))


def are_courtesies(cells: Iterable[str]) -> bool:
    """Whether a column holds forms of address, such as “Prof. Dr.”, and nothing else."""
    words = {word for cell in cells for word in fold(cell).split()}
    return bool(words) and words <= _courtesies()


@lru_cache(maxsize=1_000)
def category_named(written: str) -> str:
    """The program's category that a word means in any language; else the word as it is."""
    return written if written in CATEGORIES else _categories().get(fold(written), written)


@cache
def _replies() -> dict[str, Reply]:
    named = {fold(reply): reply for reply in Reply}
    named |= {fold(term(reply, tag)): reply for tag in tags.LANGUAGES for reply in Reply}
    listed = {fold(word): reply for reply, words in _REPLIES.items() for word in words.split(",")}
    return listed | named


@cache
def _courtesies() -> frozenset[str]:
    return frozenset(fold(_COURTESIES.replace("-", " ")).split())


@cache
def _categories() -> dict[str, str]:
    listed = {fold(word): name for name, words in _CATEGORIES.items() for word in words.split(",")}
    return listed | {
        fold(word): name
        for name in CATEGORIES
        for tag in ("", *tags.LANGUAGES)
        for word in (
            *((category_group(name, tag),) if tag else (name, f"{name}s")),
            *(category(name, tag, one) for one in Gender if tag),
        )
    }


def day(written: str, order: str) -> date | None:
    """A day out of figures in an order (`dmy`, `mdy`, `ymd`); a year of four stands where it may.

    Years of two figures are of this century.
    """
    found = _DAY.fullmatch(written.strip())
    if found is None:
        return None
    parts = found.groups()
    year, month, of_month = (int(parts[place]) for place in _ORDERS[_sure_order(parts) or order])
    try:
        return date(year + 2000 if year < 100 else year, month, of_month)
    except ValueError:
        return None


def _sure_order(parts: tuple[str, ...]) -> str:
    return "ymd" if len(parts[0]) == 4 else ""


def date_order(days: list[str], otherwise: str = "dmy") -> str:
    """The order in which most of the days make sense; of two alike, `otherwise`."""

    def sense(order: str) -> int:
        return sum(day(one, order) is not None for one in days)

    return max((otherwise, *_ORDERS), key=sense)
