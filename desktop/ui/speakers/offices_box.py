"""The offices that a person holds, in the order of their rank; the first is the one printed."""

from functools import partial

from desktop.domain.localized import Localized
from desktop.domain.person import MissionClass, Office
from desktop.language.terms import term
from desktop.services.protocol import RANKS
from desktop.ui.fields import ChoiceField
from desktop.ui.kit import Kit
from desktop.ui.layout import col, frame, row
from desktop.ui.lines import Line, Lines
from desktop.ui.localized_field import LocalizedFields, Part


class _Card(Line[Office]):
    def __init__(self, kit: Kit, place: int) -> None:
        super().__init__(Office(Localized()))
        number = kit.text("Office {n}", n=place + 1)
        up = kit.tool("arrow-up", kit.text("Move {office} up", office=number))
        up.setEnabled(place > 0)
        up.clicked.connect(self.raised)
        away = kit.tool("trash", kit.text("Delete {office}", office=number))
        away.clicked.connect(self.removed)
        self.texts = LocalizedFields(
            kit,
            (
                Part("title", kit.text("Office"), 2),
                Part("organisation", kit.text("Organisation"), 2),
            ),
        )
        self.texts.edited.connect(self._tell_text)
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
        self.rank.edited.connect(lambda: self.tell(rank=self.rank.value or ""))
        ranks = row(
            (col(kit.caption(mission), self.mission, gap=4), 1),
            (col(kit.caption(kit.text("Rank")), self.rank, gap=4), 1),
            gap=12,
        )
        head = row(kit.label(number, 12, 600, tone="muted"), None, up, away, gap=0)
        inside = col(head, self.texts, 8, ranks, gap=0, margins=(12, 4, 12, 12))
        self.setLayout(col(frame("card", inside)))

    def show_office(self, office: Office, languages: tuple[str, ...]) -> None:
        self.value = office
        texts = {"title": office.title, "organisation": office.organisation}
        self.texts.show_texts(texts, languages)
        self.mission.show_value(office.mission_class or "")
        self.rank.show_value(office.rank)

    def _tell_text(self, key: str) -> None:
        self.tell_one(key, self.texts.texts[key])

    def _tell_mission(self) -> None:
        chosen = self.mission.value
        self.tell(mission_class=MissionClass(chosen) if chosen else None)


class OfficesBox(Lines[Office, _Card]):
    """A card an office: title and organisation in every language."""

    def __init__(self, kit: Kit) -> None:
        super().__init__(partial(_Card, kit), gap=8)

    def show_offices(self, offices: tuple[Office, ...], languages: tuple[str, ...]) -> None:
        """Show a person's offices."""
        for card, office in self.lined(offices):
            card.show_office(office, languages)

    def add(self) -> None:
        """Begin another office."""
        self.append(Office(Localized()))
