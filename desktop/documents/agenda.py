"""The programme as a stream of items: days, rooms, slots and charts, in the order of the paper."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from desktop.documents.data_figure import DataFigure
from desktop.documents.dossier import Dossier
from desktop.documents.headings import ColumnHeads, Heading, Rank
from desktop.documents.rooms import main_room
from desktop.documents.slots import SlotSetter
from desktop.documents.typesetting.frames import Chunk, Item
from desktop.documents.wording import DOT, capital
from desktop.domain.localized import Localized
from desktop.domain.programme import Day
from desktop.domain.slot import Slot, SlotStatus
from desktop.language import dates

MANY_ROOMS = 6
"""With more rooms than these on one day, a reader looks up a room first and then an hour."""


class Agenda:
    """A dossier's slots in printing order, set by a `SlotSetter`.

    `alone` says that the programme is a document of its own: with `heads` of columns and
    `charts` unless they are not wanted. `grouping` is by "time", "room", "track", or as suits.
    """

    def __init__(
        self,
        dossier: Dossier,
        setter: SlotSetter,
        grouping: str = "",
        *,
        alone: bool = True,
        heads: bool = True,
        charts: bool = True,
    ) -> None:
        self.dossier, self.setter = dossier, setter
        self.alone, self.heads, self.charts = alone, alone and heads, alone and charts
        self.wordings, self.columns = setter.wordings, setter.columns
        self.days = dossier.programme.days()
        self.waiting = tuple(
            slot
            for slot in dossier.programme.unscheduled
            if slot.status is not SlotStatus.CANCELLED
        )
        self._rooms = {room.id: room.name for room in dossier.rooms}
        self._tracks = {track.id: track.name for track in dossier.tracks}
        main = main_room(dossier.programme)
        self._room_said = main.id if main is not None else None
        crowded = any(len(day.rooms) > MANY_ROOMS for day in self.days)
        suits = "room" if crowded else "time"
        self.grouping = grouping if grouping in ("time", "room", "track") else suits
        self._has_day_heads = len(self.days) > 1 or bool(self.waiting)

    def chunks(self) -> Iterator[Chunk]:
        """Everything in order; headings in one chunk with the first slot under them."""
        for place, day in enumerate(self.days):
            yield from self._day(day, first=place == 0)
        yield from self._unscheduled()
        for slot in self.dossier.slots:
            if (
                self.charts
                and slot.data_set is not None
                and slot.status is not SlotStatus.CANCELLED
            ):
                yield Chunk(
                    (
                        DataFigure.of(
                            slot.data_set, self.wordings, self.columns, self.setter.scale.chart
                        ),
                    )
                )

    # -- sections ------------------------------------------------------------------------------

    def _day(self, day: Day, *, first: bool) -> Iterator[Chunk]:
        heads: list[Item] = []
        words = [capital(dates.long_date(day.date, w.language)) for w in self.wordings]
        if self._has_day_heads:
            heads.append(self._heading("day", words))
        elif first and self.heads and len(self.wordings) == 2:
            heads.append(ColumnHeads(self.wordings, self.columns))
        if self.grouping == "time":
            yield from self._section(heads, words if self._has_day_heads else [], day.slots)
            return
        for slots in self._groups(day):
            yield from self._group(heads, words, slots)
            heads = []

    def _groups(self, day: Day) -> Iterator[tuple[Slot, ...]]:
        """A day's slots room by room or track by track; those in none, for everybody, first."""
        every = self.dossier.tracks if self.grouping == "track" else day.rooms
        places: dict[int | None, int] = {one.id: place for place, one in enumerate(every)}

        def place(slot: Slot) -> int:
            return places.get(slot.track_id if self.grouping == "track" else slot.room_id, -1)

        for _, slots in groupby(sorted(day.slots, key=place), key=place):
            yield tuple(slots)

    def _group(
        self, heads: list[Item], words: list[str], slots: tuple[Slot, ...]
    ) -> Iterator[Chunk]:
        """A room or track of a day; a room's heading says its track where it has but one."""
        tracks = {slot.track_id for slot in slots}
        track = self._tracks.get(tracks.pop() or 0) if len(tracks) == 1 else None
        name = self._rooms.get(slots[0].room_id or 0) if self.grouping == "room" else None
        texts: list[str] = []
        for wording in self.wordings:
            said = [wording.plain(text) for text in (name, track) if text]
            texts.append(DOT.join(dict.fromkeys(said)))
        if not any(texts):
            yield from self._section(heads, words, slots)
            return
        level = int(self._has_day_heads)
        heads = [*heads, self._heading("room", texts, level)]
        titles = [DOT.join((day, text)) for day, text in zip(words, texts, strict=True)]
        yield from self._section(heads, titles, slots, track_said=track is not None)

    def _section(
        self,
        heads: list[Item],
        titles: list[str],
        slots: tuple[Slot, ...],
        *,
        track_said: bool = False,
    ) -> Iterator[Chunk]:
        continued = self._continued(titles) if titles else None
        depth = int(self._has_day_heads) + int(self.grouping != "time" and len(titles) > 0)
        for place, slot in enumerate(slots):
            track = None if track_said else self._tracks.get(slot.track_id or 0)
            level = depth if self.alone else None
            entry = self.setter.entry(slot, self._room_of(slot), track, level)
            if place == 0:
                yield Chunk((*heads, entry), continued, opens=bool(heads))
            else:
                yield Chunk((entry,), continued)

    def _unscheduled(self) -> Iterator[Chunk]:
        if self.waiting:
            texts = [w.words.text("Time to be confirmed") for w in self.wordings]
            yield from self._section([self._heading("day", texts)], texts, self.waiting)

    def _room_of(self, slot: Slot) -> Localized | None:
        """The room, where neither a heading nor the head of the programme names it."""
        if self.grouping == "room" or slot.room_id == self._room_said:
            return None
        return self._rooms.get(slot.room_id or 0)

    # -- headings ------------------------------------------------------------------------------

    def _heading(self, rank: Rank, texts: Sequence[str], level: int = 0) -> Heading:
        return Heading.of(rank, texts, self.wordings, self.columns, level)

    def _continued(self, titles: list[str]) -> Heading:
        said = [w.words.text("continued") for w in self.wordings]
        texts = [f"{title} ({word})" for title, word in zip(titles, said, strict=True)]
        return self._heading("continued", texts)
