"""What a card of the grid says about its slot."""

from datetime import datetime, timedelta

from desktop.domain.clashes import Clash
from desktop.domain.slot import Slot, SlotStatus
from desktop.language import dates
from desktop.language.terms import term
from desktop.ui.kit import Kit
from desktop.ui.schedule.clash_words import clash_words
from desktop.ui.schedule.columns import Row, speakers, track_color
from desktop.ui.schedule.model import is_band
from desktop.ui.schedule.slot_card import Face
from desktop.ui.schedule.snapshot import Snapshot
from desktop.ui.wording import code


def face(kit: Kit, shown: Snapshot, slot: Slot, clashes: tuple[Clash, ...] | None = None) -> Face:
    """The face of a slot; `clashes` are those it would have where it is held now."""
    programme = shown.programme
    found = shown.clashing(slot) if clashes is None else clashes
    start = programme.local_start(slot)
    return Face(
        times=times(kit, start, slot.minutes),
        start=dates.time_of_day(start, kit.language) if start else "",
        title=kit.local(slot.title, programme.event.languages) or _untitled(kit, slot),
        who=speakers(kit, Row(slot, shown)),
        codes=tuple(code(tag) for tag in slot.floor_languages),
        missing=tuple(code(tag) for tag in shown.missing(slot)),
        reason=clash_words(kit, shown, found[0], slot) if found else "",
        hue=track_color(kit.theme, shown, slot) or kit.theme.grey,
        cancelled=slot.status is SlotStatus.CANCELLED,
        rest=slot.kind.is_break,
        everywhere=is_band(slot),
    )


def _untitled(kit: Kit, slot: Slot) -> str:
    """What a slot without a title is called: a break needs none."""
    return term(slot.kind, kit.language) if is_band(slot) else kit.text("Untitled")


def times(kit: Kit, start: datetime | None, minutes: int) -> str:
    """From when to when."""
    if start is None:
        return ""
    end = start + timedelta(minutes=minutes)
    return dates.time_interval(start, end, kit.language)
