"""When talks begin and how long they last, from whichever fields of a file tell it."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from desktop.exchange import schedule_times as times
from desktop.exchange.schedule_draft import Notices
from desktop.exchange.schedule_raw import RawDay, RawSchedule, RawTalk, first

_NIGHT_ENDS = timedelta(hours=4)
_NOON = timedelta(hours=12)


class TalkTimes:
    """Reads the times of talks; remembers how they lie to the days of the file."""

    def __init__(self, raw: RawSchedule, zone: ZoneInfo | None, notices: Notices) -> None:
        self._zone = zone
        self._notices = notices
        self._first_day = times.day(first(raw.conference, "start"))
        self._day_change = times.clock(first(raw.conference, "day_change"))
        self._offsets: list[timedelta] = []

    def date_of(self, day: RawDay | None) -> date | None:
        """The date of a day: its own, or that of the conference's start and its index."""
        if day is None:
            return None
        found = times.day(first(day.fields, "date")) or times.day(_starts(day))
        index = first(day.fields, "index")
        if found or self._first_day is None or not index.isdecimal() or len(index) > 3:
            return found
        return self._first_day + timedelta(days=int(index) - 1)

    def start(self, talk: RawTalk) -> datetime | None:
        """When a talk begins, aware where the file gives an offset; None where nothing tells."""
        date_field, start_field = first(talk.fields, "date"), first(talk.fields, "start")
        dated = times.moment(date_field) or times.moment(start_field)
        begins = dated or self._by_clock(talk, date_field, start_field)
        if begins is None:
            self._tell_unreadable(talk, date_field, start_field)
            return None
        clock = times.clock(start_field)
        local = self._local(begins)
        if dated and clock is not None and not _shows(clock, dated, local):
            self._notices.note(
                talk.place("start"),
                "The talk begins at {start} by its start, at {date} by its date: the date counts.",
                start=start_field,
                date=f"{dated:%H:%M}",
            )
        day = self.date_of(talk.day)
        if day:
            self._offsets.append(local - times.on(day, timedelta()))
        return begins

    def minutes(self, talk: RawTalk, start: datetime | None) -> int | None:
        """How long a talk lasts, by its duration or else its end; None where neither tells."""
        written = first(talk.fields, "duration")
        length = times.minutes(written) or self._until(first(talk.fields, "end"), start)
        if length is None and written:
            self._notices.note(
                talk.place("duration"),
                "The length “{duration}” cannot be read; 30 minutes are assumed.",
                duration=written,
            )
        elif length is None:
            self._notices.note(
                talk.place("duration"), "No length is given; 30 minutes are assumed."
            )
        return length

    def day_starts(self) -> int:
        """The hour at which a new day begins, so that most talks fall on the days of the file.

        Of equally good hours (0 to 11) the one next to four in the morning.
        """

        def strays(hour: int) -> int:
            begin = timedelta(hours=hour)
            return sum(not begin <= offset < begin + timedelta(days=1) for offset in self._offsets)

        return min(range(12), key=lambda hour: (strays(hour), abs(hour - 4)))

    def _local(self, start: datetime) -> datetime:
        """By the wall clock of the conference, without an offset."""
        if start.tzinfo and self._zone:
            start = start.astimezone(self._zone)
        return start.replace(tzinfo=None)

    def _by_clock(self, talk: RawTalk, date_field: str, start_field: str) -> datetime | None:
        clock = times.clock(start_field)
        if clock is None:
            return None
        own_date = times.day(date_field)
        if own_date:
            return times.on(own_date, clock)
        date = self.date_of(talk.day)
        if date is None or talk.day is None:
            return None
        return times.on(date, clock) + self._after_midnight(clock, talk.day)

    def _after_midnight(self, clock: timedelta, day: RawDay) -> timedelta:
        """A day where a talk's clock time falls into the night that ends the day, else nothing."""
        opens = times.moment(_starts(day))
        change = self._day_change
        if change is None and opens:
            change = timedelta(hours=opens.hour, minutes=opens.minute)
        change = _NIGHT_ENDS if change is None or change > _NOON else change
        closes, own = times.moment(_ends(day)), self.date_of(day)
        if clock >= change or own is None:
            return timedelta()
        if closes and times.on(own, clock) + timedelta(days=1) > closes.replace(tzinfo=None):
            return timedelta()
        return timedelta(days=1)

    def _until(self, written: str, start: datetime | None) -> int | None:
        end, clock = times.moment(written), times.clock(written)
        if start is None:
            return None
        if end is not None and bool(end.tzinfo) == bool(start.tzinfo):
            length = end - start
        elif clock is not None:
            length = (clock - timedelta(hours=start.hour, minutes=start.minute)) % timedelta(
                days=1
            )
        else:
            return None
        return times.minutes(str(int(length.total_seconds() // 60)))

    def _tell_unreadable(self, talk: RawTalk, date_field: str, start_field: str) -> None:
        written = " ".join(filter(None, (date_field, start_field)))
        field = "start" if start_field and times.clock(start_field) is None else "date"
        if written:
            self._notices.note(
                talk.place(field),
                "The time “{time}” cannot be read; the talk comes in unscheduled.",
                time=written,
            )
        else:
            self._notices.note(
                talk.place(field), "No time is given; the talk comes in unscheduled."
            )


def _starts(day: RawDay) -> str:
    return first(day.fields, "start", "day_start")


def _ends(day: RawDay) -> str:
    return first(day.fields, "end", "day_end")


def _shows(clock: timedelta, *moments: datetime) -> bool:
    """Whether a wall clock shows that time at one of the moments."""
    shown = clock % timedelta(days=1)
    return any(timedelta(hours=one.hour, minutes=one.minute) == shown for one in moments)
