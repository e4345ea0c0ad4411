"""A clash in words, as it concerns one of its slots: who or what, and the other place."""

from desktop.domain.clashes import Clash, ClashKind
from desktop.domain.slot import Slot
from desktop.language import dates, tags
from desktop.language.translation import msgid
from desktop.ui.kit import Kit
from desktop.ui.schedule.snapshot import Snapshot
from desktop.ui.wording import person_name

_WORDS = {
    ClashKind.NO_LENGTH: msgid("This slot takes no time"),
    ClashKind.ROOM_TWICE: msgid("{room} is taken: “{other}”, {time}"),
    ClashKind.SPEAKER_TWICE: msgid("{person} is also in {room}, {time}"),
    ClashKind.ROOM_CHANGE: msgid("{person} has {left} min to come to or from {room}"),
    ClashKind.BREAK_OVERLAP: msgid("Overlaps with “{other}”, {time}"),
    ClashKind.ROOM_TOO_SMALL: msgid("{expected} people expected, {seats} seats"),
    ClashKind.OUTSIDE_EVENT: msgid("Outside the days of the event"),
    ClashKind.UNSCHEDULED: msgid("No time yet"),
    ClashKind.NO_ROOM: msgid("No room yet"),
    ClashKind.UNCONFIRMED_SPEAKER: msgid("{person} has not confirmed yet"),
}


def clash_words(kit: Kit, shown: Snapshot, clash: Clash, slot: Slot) -> str:
    """Why `slot` cannot be as it is."""
    programme = shown.programme
    other = next(
        (one for one in programme.slots if one.id in clash.slot_ids and one.id != slot.id), slot
    )
    fields = {
        "other": _isolated(kit, kit.local(other.title, programme.event.languages)),
        "person": _isolated(kit, _person(kit, shown, clash)),
        "room": _isolated(kit, _room(kit, shown, other)),
        "time": _time(kit, shown, other),
        **{name: str(figure) for name, figure in clash.fields.items()},
    }
    return kit.text(_WORDS[clash.kind]).format_map(fields)


def _isolated(kit: Kit, text: str) -> str:
    return tags.isolate(text) if kit.rtl else text


def _person(kit: Kit, shown: Snapshot, clash: Clash) -> str:
    person = shown.speakers.get(clash.person_ids[0]) if clash.person_ids else None
    return person_name(kit, person) if person else ""


def _room(kit: Kit, shown: Snapshot, slot: Slot) -> str:
    room = shown.programme.room(slot.room_id)
    if room is None:
        return kit.local(slot.title, shown.programme.event.languages)
    return kit.local(room.name, shown.programme.event.languages)


def _time(kit: Kit, shown: Snapshot, slot: Slot) -> str:
    start, end = shown.programme.local_start(slot), shown.programme.local_end(slot)
    return dates.time_interval(start, end, kit.language) if start and end else ""
