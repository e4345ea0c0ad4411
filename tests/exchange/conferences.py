"""Conferences made up for tests, written in the shapes that frab publishes."""

import json
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from lxml import etree


@dataclass(frozen=True)
class MadePerson:
    name: str
    id: int | None = None


@dataclass(frozen=True)
class MadeTalk:
    """`wall` is the wall clock's time since the midnight that begins the day."""

    title: str
    day: int
    wall: timedelta
    minutes: int
    room: str
    persons: tuple[MadePerson, ...] = ()
    language: str = ""
    guid: str = ""


@dataclass(frozen=True)
class Conference:
    """`dated`: every talk has a date with its offset; otherwise only a clock time."""

    title: str
    first: date
    zone: str
    days: int
    talks: tuple[MadeTalk, ...]
    dated: bool

    def local(self, talk: MadeTalk) -> datetime:
        day = self.first + timedelta(days=talk.day)
        return datetime.combine(day, time()) + talk.wall

    def start(self, talk: MadeTalk) -> datetime:
        return self.local(talk).replace(tzinfo=ZoneInfo(self.zone)).astimezone(UTC)

    def fields(self, talk: MadeTalk) -> dict[str, str]:
        hours, minutes = divmod(talk.minutes, 60)
        shown = self.start(talk).astimezone(ZoneInfo(self.zone)) if self.dated else None
        return {
            "title": talk.title,
            "start": f"{shown or self.local(talk):%H:%M}",
            "duration": f"{hours:02}:{minutes:02}",
            "room": talk.room,
            "language": talk.language,
            **({"date": shown.isoformat()} if shown else {}),
        }

    def xml(self) -> bytes:
        root = etree.Element("schedule")
        conference = etree.SubElement(root, "conference")
        etree.SubElement(conference, "title").text = self.title
        etree.SubElement(conference, "time_zone_name").text = self.zone
        for index in range(self.days):
            day = self.first + timedelta(days=index)
            dated = etree.SubElement(root, "day", index=str(index + 1), date=day.isoformat())
            for name, talks in self.rooms(index).items():
                room = etree.SubElement(dated, "room", name=name)
                for talk in talks:
                    self._event(room, talk)
        return etree.tostring(root, encoding="utf-8", xml_declaration=True)

    def _event(self, room, talk: MadeTalk) -> None:
        event = etree.SubElement(room, "event", **({"guid": talk.guid} if talk.guid else {}))
        for name, words in self.fields(talk).items():
            etree.SubElement(event, name).text = words
        persons = etree.SubElement(event, "persons")
        for person in talk.persons:
            identity = {} if person.id is None else {"id": str(person.id)}
            etree.SubElement(persons, "person", **identity).text = person.name

    def json(self) -> bytes:
        days = [
            {
                "index": index + 1,
                "date": (self.first + timedelta(days=index)).isoformat(),
                "rooms": {
                    name: [self._object(talk) for talk in talks]
                    for name, talks in self.rooms(index).items()
                },
            }
            for index in range(self.days)
        ]
        conference = {"title": self.title, "time_zone_name": self.zone, "days": days}
        return json.dumps({"schedule": {"conference": conference}}).encode()

    def _object(self, talk: MadeTalk) -> dict[str, object]:
        persons = [
            {"public_name": person.name} | ({} if person.id is None else {"id": person.id})
            for person in talk.persons
        ]
        guid = {"guid": talk.guid} if talk.guid else {}
        return self.fields(talk) | guid | {"persons": persons}

    def rooms(self, day: int) -> dict[str, list[MadeTalk]]:
        found: dict[str, list[MadeTalk]] = {}
        for talk in self.talks:
            if talk.day == day:
                found.setdefault(talk.room, []).append(talk)
        return found
