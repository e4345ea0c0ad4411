"""The offices that a person holds, in the order of their rank; the first is the one printed."""

from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.localized import Localized
from desktop.domain.person import MissionClass, Office
from desktop.language.terms import term
from desktop.services.protocol import RANKS
from desktop.ui.fields import ChoiceField
from desktop.ui.kit import Kit
from desktop.ui.layout import col, frame, row
from desktop.ui.localized_field import LocalizedFields, Part


class OfficesBox(QWidget):
    """A card an office: title and organisation in every language."""

    edited = Signal(tuple)

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._offices: tuple[Office, ...] = ()
        self._cards: list[_Card] = []
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(8)

    def show_offices(self, offices: tuple[Office, ...], languages: tuple[str, ...]) -> None:
        """Show a person's offices."""
        self._offices = offices
        while len(self._cards) > len(offices):
            self._cards.pop().deleteLater()
        while len(self._cards) < len(offices):
            place = len(self._cards)
            card = _Card(self._kit, place)
            card.edited.connect(partial(self._take, place))
            card.removed.connect(partial(self._remove, place))
            card.raised.connect(partial(self._raise, place))
            self._cards.append(card)
            self._box.addWidget(card)
        for card, office in zip(self._cards, offices, strict=True):
            card.show_office(office, languages)

    def add(self) -> None:
        """Begin another office."""
        self.edited.emit((*self._offices, Office(Localized())))

    def _take(self, place: int, office: Office) -> None:
        self._offices = (*self._offices[:place], office, *self._offices[place + 1 :])
        self.edited.emit(self._offices)

    def _remove(self, place: int) -> None:
        self.edited.emit((*self._offices[:place], *self._offices[place + 1 :]))

    def _raise(self, place: int) -> None:
        every = list(self._offices)
        every[place - 1], every[place] = every[place], every[place - 1]
        self.edited.emit(tuple(every))


class _Card(QWidget):
    edited = Signal(object)
    removed = Signal()
    raised = Signal()

    def __init__(self, kit: Kit, place: int) -> None:
        super().__init__()
        self._office = Office(Localized())
        number = kit.text("Office {n}", n=place + 1)
        up = kit.tool("arrow-up", kit.text("Move {office} up", office=number))
        up.setEnabled(place > 0)
        up.clicked.connect(lambda: self.raised.emit())
        away = kit.tool("trash", kit.text("Delete {office}", office=number))
        away.clicked.connect(lambda: self.removed.emit())
        self.texts = LocalizedFields(
            kit,
            (
                Part("title", kit.text("Office"), 2),
                Part("organisation", kit.text("Organisation"), 2),
            ),
        )
        self.texts.edited.connect(self._tell)
        none, mission = kit.text("None"), kit.text("Head of mission")
        rank = kit.text("Rank in the scheme of precedence")
        self.mission: ChoiceField[str] = ChoiceField(
            f"{number}: {mission}",
            [("", none), *((one, term(one, kit.language)) for one in MissionClass)],
        )
        self.rank: ChoiceField[str] = ChoiceField(
            f"{number}: {rank}",
            [("", none), *((key, kit.text(name)) for key, name in RANKS.items())],
        )
        self.mission.edited.connect(self._tell_mission)
        self.rank.edited.connect(lambda: self._emit(rank=self.rank.value or ""))
        ranks = row(
            (col(kit.caption(mission), self.mission, gap=4), 1),
            (col(kit.caption(kit.text("Rank")), self.rank, gap=4), 1),
            gap=12,
        )
        head = row(kit.label(number, 12, 600, tone="muted"), None, up, away, gap=0)
        inside = col(head, self.texts, 8, ranks, gap=0, margins=(12, 4, 12, 12))
        self.setLayout(col(frame("card", inside)))

    def show_office(self, office: Office, languages: tuple[str, ...]) -> None:
        self._office = office
        texts = {"title": office.title, "organisation": office.organisation}
        self.texts.show_texts(texts, languages)
        self.mission.show_value(office.mission_class or "")
        self.rank.show_value(office.rank)

    def _tell(self, key: str) -> None:
        self._emit(**{key: self.texts.texts[key]})

    def _tell_mission(self) -> None:
        chosen = self.mission.value
        self._emit(mission_class=MissionClass(chosen) if chosen else None)

    def _emit(self, **fields: Any) -> None:
        self._office = replace(self._office, **fields)
        self.edited.emit(self._office)
