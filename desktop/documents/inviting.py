"""What every invitation says, in words into which no name has to be inflected."""

import re
from collections.abc import Iterator
from datetime import date, datetime

from desktop.documents.logos import organisers
from desktop.documents.request import Request
from desktop.documents.tokens import NBSP
from desktop.documents.typesetting.paragraph import Paragraph
from desktop.documents.typesetting.style import Style
from desktop.documents.wording import Wording, capital
from desktop.domain.errors import CannotPrint
from desktop.domain.slot import SlotStatus
from desktop.language import dates, figures, tags, tongues

_WITHIN = re.compile(r"(?<![,،]) ")
"""A space within a date, but not after the day of the week."""
_NUMBER = re.compile(r"\+?\d[\d ()./-]{3,}\d")


def hosts(wording: Wording) -> str:
    """The organisers by name: "Embajada de España y Universidad de la Gran Estepa"."""
    return figures.joined(_names(wording), wording.language)


def hosts_paragraph(wording: Wording, style: Style) -> Paragraph | None:
    """The same, on lines that part between two of them first."""
    text = hosts(wording)
    ends = (text.find(name) + len(name) for name in _names(wording)[:-1])
    seams = [text.find(" ", end) + 1 for end in ends]
    spans = wording.spans(text, style)
    return Paragraph(spans, setting="name", seams=seams, rtl=wording.rtl) if spans else None


def _names(wording: Wording) -> list[str]:
    names = (wording.plain(one.name) for one in organisers(wording.dossier))
    return [name for name in names if name]


def honour(wording: Wording) -> str:
    """What they do; the name that follows stands for itself."""
    count = len(organisers(wording.dossier))
    if not count:
        return wording.words.text("We have the honour of inviting you")
    return wording.words.plural(
        "has the honour of inviting you", "have the honour of inviting you", count
    )


def when(wording: Wording) -> str:
    """Day or days, and the hour at which the first begins; a date stays on one line."""
    day = _WITHIN.sub(NBSP, wording.dates())
    return wording.comma.join(filter(None, (day, hour(wording))))


def hour(wording: Wording) -> str:
    """The hour at which the first day begins; empty while nothing has one."""
    start = _begins(wording)
    return dates.time_of_day(start, wording.language) if start else ""


def heard(wording: Wording) -> str:
    """The languages into which anything is interpreted; empty where nothing is."""
    slots = wording.dossier.slots
    found = dict.fromkeys(one.language for slot in slots for one in slot.interpretation)
    return wording.comma.join(tongues.language_name(tag, wording.language) for tag in found)


def interpreted(wording: Wording) -> str:
    """The same as a line of its own."""
    languages = heard(wording)
    return wording.words.text("Interpretation: {languages}", languages=languages) * bool(languages)


def reply_to(wording: Wording, request: Request) -> str:
    """Where to reply; a telephone number reads from the left in every language."""
    said = request.options["reply"]
    if not wording.rtl:
        return said
    return _NUMBER.sub(lambda found: tags.isolate(found[0], "ltr"), said)


def reply_by(wording: Wording, until: date | None) -> str:
    """Until when an answer is awaited; empty where no day is set."""
    if until is None:
        return ""
    day = dates.long_date(until, wording.language, weekday=False)
    return wording.words.text("Reply by: {date}", date=day)


def occasion(wording: Wording) -> Iterator[str]:
    """Kind of event, title, when, where; what is not known is left out."""
    yield from filter(
        None,
        (
            capital(wording.kind()),
            wording.plain(wording.dossier.event.title),
            when(wording),
            wording.place(),
        ),
    )


def until(request: Request) -> date | None:
    """The day that the option `until` names; CannotPrint for what is none."""
    return _day(request.options["until"])


def dated(wording: Wording, request: Request) -> str:
    """Place and day of a letter: "Astaná, 5 de marzo de 2026"; empty where no day is said."""
    day, venue = _day(request.options["dated"]), wording.dossier.venue
    if day is None:
        return ""
    city = wording.plain(venue.city) if venue else ""
    return wording.comma.join(
        filter(None, (city, dates.long_date(day, wording.language, weekday=False)))
    )


def _day(said: str) -> date | None:
    try:
        return date.fromisoformat(said) if said else None
    except ValueError:
        raise CannotPrint("“{text}” is no day. Write it as 2026-12-03.", text=said) from None


def _begins(wording: Wording) -> datetime | None:
    programme = wording.dossier.programme
    slots = [s for s in programme.slots if s.start and s.status is not SlotStatus.CANCELLED]
    first = min(slots, key=lambda slot: (slot.start, slot.id), default=None)
    return programme.local_start(first) if first else None
