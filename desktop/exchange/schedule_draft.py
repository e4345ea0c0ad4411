"""A conference's schedule as one neutral value, whatever file it came in."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from desktop.domain.event import Event
from desktop.domain.localized import Localized
from desktop.domain.person import Person
from desktop.domain.slot import SlotKind
from desktop.domain.venue import Room, Track, Venue
from desktop.exchange import schedule_times as times

UNKNOWN = "und"
"""The BCP 47 tag of text whose language the file does not tell."""


@dataclass(frozen=True, slots=True)
class Notice:
    """Something in a file that was not taken as it stands, and where: a line, or a JSON path.

    `message` is a msgid with `{fields}`.
    """

    place: str
    message: str
    fields: Mapping[str, str] = field(default_factory=dict[str, str])

    @property
    def text(self) -> str:
        """The message in English, filled in."""
        return self.message.format_map(self.fields)


class Notices(list[Notice]):
    """The notices gathered while a file is read."""

    def note(self, place: str, message: str, **fields: str) -> None:
        """Add one; long values are cut, they only have to be recognised."""
        short = {
            name: f"{text[:59]}…" if len(text) > 60 else text for name, text in fields.items()
        }
        self.append(Notice(place, message, short))


@dataclass(frozen=True, slots=True)
class Talk:
    """An item of a schedule. What the file does not tell is None or blank.

    `key` stays the same from one version of the file to the next. `start` is aware where the file
    gives an offset from UTC, otherwise by the wall clock of the conference. `room`, `track` and
    `persons` are the `source` of the schedule's rooms, tracks and persons.
    """

    key: str
    title: Localized
    subtitle: Localized = Localized()
    abstract: Localized = Localized()
    kind: SlotKind | None = None
    start: datetime | None = None
    minutes: int | None = None
    room: str = ""
    track: str = ""
    languages: tuple[str, ...] = ()
    persons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Schedule:
    """A schedule as read: drafts without ids, each known by its `source`.

    Of `event` only those fields are set that the file tells: `time_zone` and `languages` may be
    empty, and text of unknown language has the tag `UNKNOWN`, until `settled`. `days` counts the
    days that the file lists. `scope` tells this conference's identifiers from any other's, `place`
    where in the file the conference stands.
    """

    scope: str
    event: Event
    venue: Venue | None
    days: int
    rooms: tuple[Room, ...]
    tracks: tuple[Track, ...]
    persons: tuple[Person, ...]
    talks: tuple[Talk, ...]
    place: str = ""
    version: str = ""
    notices: tuple[Notice, ...] = ()

    def guessed_zone(self) -> str:
        """The time zone that fits the city and the offsets; blank where nothing tells."""
        city = next((text for _, text in self.venue.city), "") if self.venue else ""
        return times.guess_zone(city, [talk.start for talk in self.talks if talk.start])

    def settled(self, time_zone: str, language: str) -> "Schedule":
        """The same with every start in UTC and every text in a language.

        `time_zone` (IANA) is that of wall clock times, `language` (BCP 47) that of texts which
        do not tell theirs.
        """
        zone = ZoneInfo(time_zone)
        event, venue = self.event, self.venue

        def tell(text: Localized) -> Localized:
            return Localized.of(
                {(language if tag == UNKNOWN else tag): words for tag, words in text}
            )

        return replace(
            self,
            event=replace(
                event,
                title=tell(event.title),
                subtitle=tell(event.subtitle),
                time_zone=time_zone,
                languages=event.languages or (language,),
            ),
            venue=venue and replace(venue, name=tell(venue.name), city=tell(venue.city)),
            rooms=tuple(replace(room, name=tell(room.name)) for room in self.rooms),
            tracks=tuple(replace(track, name=tell(track.name)) for track in self.tracks),
            persons=tuple(replace(one, biography=tell(one.biography)) for one in self.persons),
            talks=tuple(
                replace(
                    talk,
                    title=tell(talk.title),
                    subtitle=tell(talk.subtitle),
                    abstract=tell(talk.abstract),
                    start=talk.start and times.in_utc(talk.start, zone),
                )
                for talk in self.talks
            ),
        )
