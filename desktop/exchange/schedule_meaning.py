"""What a schedule file says, understood: from raw fields to a `Schedule`."""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import PurePath
from typing import cast

from desktop.domain.event import Event
from desktop.domain.localized import Localized
from desktop.domain.venue import Room, Track, Venue
from desktop.exchange import markup, vocabulary
from desktop.exchange import schedule_times as times
from desktop.exchange.naming import slug
from desktop.exchange.schedule_draft import UNKNOWN, Notices, Schedule, Talk
from desktop.exchange.schedule_people import People
from desktop.exchange.schedule_raw import Fields, RawSchedule, RawTalk, first, text
from desktop.exchange.schedule_starts import TalkTimes

_COLOUR = re.compile(r"#[0-9a-f]{6}\Z", re.IGNORECASE)


def interpret(raw: RawSchedule, name: str) -> Schedule:
    """Understand a schedule; `name` is the file's, for a conference that has no title."""
    return _Interpreter(raw, name).schedule()


def localized(value: object, language: str, clean: Callable[[str], str]) -> Localized:
    """A text of the given language, or texts by language where the file has a mapping."""
    if not isinstance(value, dict):
        return Localized.of({language: clean(text(value))})
    by_language = cast("dict[object, object]", value)
    tags = {tag: vocabulary.languages(str(tag)).known for tag in by_language}
    return Localized.of(
        {found[0]: clean(text(by_language[tag])) for tag, found in tags.items() if found}
    )


class _Interpreter:
    """Goes through a raw schedule once, gathering rooms, tracks, persons and notices."""

    def __init__(self, raw: RawSchedule, name: str) -> None:
        self._raw = raw
        self._notices = Notices()
        for place, message in raw.notices:
            self._notices.note(place, message)
        self._title = localized(raw.conference.get("title"), UNKNOWN, markup.line)
        if not self._title:
            self._title = Localized.of({UNKNOWN: PurePath(name).stem or "Schedule"})
            self._notices.note(
                raw.place, "The conference has no title; it is named after the file."
            )
        acronym = slug(first(raw.conference, "acronym"))
        self._scope = acronym or slug(self._title.texts[0][1]) or "schedule"
        self._zone = self._named_zone()
        self._times = TalkTimes(raw, times.zone(self._zone), self._notices)
        self._people = People(self._scope, self._notices)
        self._rooms: dict[str, Room] = {}
        self._room_keys: set[str] = set()
        self._tracks: dict[str, Track] = {}
        self._slugs: dict[str, str] = {}
        self._keys: dict[str, int] = {}

    def schedule(self) -> Schedule:
        for room in self._raw.rooms:
            self._room(room)
        for track in self._raw.tracks:
            self._track(track)
        talks = tuple(map(self._talk, self._raw.talks))
        self._tell_rooms(talks)
        self._people.tell_namesakes(self._raw.place)
        return Schedule(
            scope=self._scope,
            event=self._event(talks),
            venue=self._venue(),
            days=len(self._raw.days) or len({talk.start.date() for talk in talks if talk.start}),
            rooms=tuple(self._rooms.values()),
            tracks=tuple(self._tracks.values()),
            persons=self._people.found,
            talks=talks,
            place=self._raw.place,
            version=markup.line(self._raw.version),
            notices=tuple(self._notices),
        )

    def _event(self, talks: Iterable[Talk]) -> Event:
        conference = self._raw.conference
        dates = [date for date in map(self._times.date_of, self._raw.days) if date]
        start, end = times.day(first(conference, "start")), times.day(first(conference, "end"))
        return Event(
            slug=self._scope,
            title=self._title,
            subtitle=localized(conference.get("subtitle"), UNKNOWN, markup.line),
            languages=vocabulary.most_frequent(tag for talk in talks for tag in talk.languages),
            time_zone=self._zone,
            first_day=min(dates) if dates else start,
            last_day=max(dates) if dates else end,
            day_starts=self._times.day_starts(),
            source=self._scope,
        )

    def _named_zone(self) -> str:
        named = first(self._raw.conference, "time_zone_name", "timezone", "time_zone")
        if named and times.zone(named) is None:
            self._notices.note(self._raw.place, "There is no time zone “{zone}”.", zone=named)
            return ""
        return named

    def _venue(self) -> Venue | None:
        name = localized(self._raw.conference.get("venue"), UNKNOWN, markup.line)
        city = localized(self._raw.conference.get("city"), UNKNOWN, markup.line)
        return Venue(name=name or city, city=city) if name or city else None

    def _room(self, fields: Fields) -> str:
        """The key of a room, gathered when it is first named."""
        name = localized(fields.get("name"), UNKNOWN, markup.line)
        if not name:
            return ""
        written = name.texts[0][1]
        known = self._rooms.get(written)
        if known is None:
            guid = markup.line(first(fields, "guid"))
            source = guid if guid and guid not in self._room_keys else written
            self._room_keys.add(source)
            known = Room(name=name, source=source, position=len(self._rooms))
        capacity = first(fields, "capacity")
        if capacity.isdecimal() and 0 < len(capacity) < 7 and int(capacity):
            known = replace(known, capacity=int(capacity))
        self._rooms[written] = known
        return known.source

    def _track(self, fields: Fields) -> str:
        """The key of a track, which talks name by its name or its slug."""
        name = localized(fields.get("name"), UNKNOWN, markup.line)
        if not name:
            return ""
        key = self._slugs.get(name.texts[0][1], name.texts[0][1])
        if key not in self._tracks:
            colour = first(fields, "color", "colour")
            self._tracks[key] = Track(
                name=name,
                colour=colour if _COLOUR.match(colour) else "",
                position=len(self._tracks),
                source=key,
            )
            if short := first(fields, "slug"):
                self._slugs[short] = key
        return key

    def _talk(self, raw: RawTalk) -> Talk:
        fields = raw.fields
        languages = self._languages(raw)
        language = languages[0] if languages else UNKNOWN
        title = self._talk_title(raw, language)
        start = self._times.start(raw)
        summary = localized(fields.get("abstract"), language, markup.paragraphs)
        details = localized(fields.get("description"), language, markup.paragraphs)
        return Talk(
            key=self._key(raw, title),
            title=title,
            subtitle=localized(fields.get("subtitle"), language, markup.line),
            abstract=_both(summary, details),
            kind=vocabulary.kind(_any(fields.get("type"))),
            start=start,
            minutes=self._times.minutes(raw, start),
            room=self._room({"name": fields.get("room")}) or self._room({"name": raw.room}),
            track=self._track({"name": fields.get("track")}),
            languages=languages,
            persons=self._people.meet(raw.persons, language, raw.place("persons")),
        )

    def _languages(self, raw: RawTalk) -> tuple[str, ...]:
        known, unknown = vocabulary.languages(first(raw.fields, "language"))
        for word in unknown:
            self._notices.note(
                raw.place("language"), "The language “{word}” is not known.", word=word
            )
        return known

    def _talk_title(self, raw: RawTalk, language: str) -> Localized:
        title = localized(raw.fields.get("title"), language, markup.line)
        if title:
            return title
        self._notices.note(raw.place("title"), "The talk has no title.")
        instead = markup.line(first(raw.fields, "subtitle", "slug", "id", "guid")) or "Untitled"
        return Localized.of({language: instead})

    def _key(self, raw: RawTalk, title: Localized) -> str:
        """A key that the next version of the file will give again; every talk has its own."""
        identifier = markup.line(first(raw.fields, "guid", "id", "code"))
        wanted = f"{self._scope}:{identifier or title.texts[0][1].casefold()}"
        key, count = wanted, self._keys.get(wanted, 0) + 1
        while key in self._keys:
            key = f"{wanted}#{count}"
            count += key in self._keys
        if identifier and count > 1:
            self._notices.note(
                raw.place("guid" if first(raw.fields, "guid") else "id"),
                "The identifier {identifier} stands at another talk too; both come in.",
                identifier=identifier,
            )
        self._keys[wanted] = count
        self._keys.setdefault(key, 1)
        return key

    def _tell_rooms(self, talks: tuple[Talk, ...]) -> None:
        if not self._rooms:
            self._notices.note(self._raw.place, "The file names no rooms.")
            return
        for raw, talk in zip(self._raw.talks, talks, strict=True):
            if not talk.room:
                self._notices.note(
                    raw.place("room"), "No room is given; the talk comes in without one."
                )


def _any(value: object) -> str:
    """Some text of a field: of several languages the first."""
    found = localized(value, UNKNOWN, str.strip)
    return found.texts[0][1] if found else ""


def _both(summary: Localized, details: Localized) -> Localized:
    tags = dict.fromkeys((*summary.languages, *details.languages))
    return Localized.of({tag: markup.joined(summary.get(tag), details.get(tag)) for tag in tags})
