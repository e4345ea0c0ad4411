"""What a file says laid over what is there: the file's own fields change, everything else stays.

A blank in the file never erases. Translations, interpretation, photographs and whatever else the
file does not carry are the organiser's, and survive every new version of it.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from desktop.domain.localized import Localized
from desktop.domain.person import Person, PersonName
from desktop.domain.slot import Slot, SlotKind
from desktop.domain.speaker import Speaker
from desktop.domain.venue import Room, Track
from desktop.exchange.schedule_draft import Talk
from desktop.exchange.vocabulary import role


@dataclass(frozen=True, slots=True)
class Ids:
    """The ids under which the schedule's rooms, tracks and persons are stored, by their key.

    `from_files` are the ids of persons that a file brought in: only such a person's part in a slot
    ends when the file does not name it any more.
    """

    rooms: Mapping[str, int]
    tracks: Mapping[str, int]
    persons: Mapping[str, int]
    from_files: Collection[int]


def said(there: Localized, told: Localized) -> Localized:
    """A text with what the file tells; other languages stay.

    The same words under another language were not a translation, but had the wrong tag.
    """
    words = dict(told.texts)
    kept = {tag: text for tag, text in there if tag in words or text not in words.values()}
    return Localized.of({**kept, **words})


def room(there: Room | None, told: Room) -> Room:
    """A room with what the file tells of it."""
    if there is None:
        return told
    return replace(
        there,
        name=there.name.completed(told.name),
        capacity=told.capacity or there.capacity,
        source=told.source,
    )


def track(there: Track | None, told: Track) -> Track:
    """A track with what the file tells of it."""
    if there is None:
        return told
    return replace(
        there,
        name=there.name.completed(told.name),
        colour=there.colour or told.colour,
        source=told.source,
    )


def person(there: Person | None, told: Person) -> Person:
    """A person with what the file tells; a name that reads the same keeps its parts."""
    if there is None:
        return told
    return replace(
        there,
        names=_names(there.names, told.names[0]),
        biography=said(there.biography, told.biography),
    )


def _names(there: tuple[PersonName, ...], told: PersonName) -> tuple[PersonName, ...]:
    if any(name.full == told.full for name in there):
        return there
    if any(name.tag == told.tag for name in there):
        return tuple(told if name.tag == told.tag else name for name in there)
    return (*there, told)


def slot(there: Slot | None, told: Talk, ids: Ids) -> Slot:
    """A slot with what the file tells of it."""
    base = there or Slot(source=told.key)
    kind = told.kind or base.kind
    return replace(
        base,
        kind=kind,
        title=said(base.title, told.title),
        subtitle=said(base.subtitle, told.subtitle),
        abstract=said(base.abstract, told.abstract),
        start=told.start or base.start,
        minutes=told.minutes or base.minutes,
        room_id=ids.rooms.get(told.room, base.room_id),
        track_id=ids.tracks.get(told.track, base.track_id),
        floor_languages=told.languages or base.floor_languages,
        speakers=_speakers(
            base.speakers, list(dict.fromkeys(ids.persons[key] for key in told.persons)), kind, ids
        ),
    )


def _speakers(
    there: tuple[Speaker, ...], told: list[int], kind: SlotKind, ids: Ids
) -> tuple[Speaker, ...]:
    """Whom the file names, in its order; then those whom the organiser added."""
    known = {speaker.person_id: speaker for speaker in there}
    named = [known.get(id) or Speaker(id, role(kind)) for id in told]
    added = (
        speaker
        for speaker in there
        if speaker.person_id not in told and speaker.person_id not in ids.from_files
    )
    return (*named, *added)
