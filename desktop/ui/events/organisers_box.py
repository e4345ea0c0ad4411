"""Who organises an event, with which part, in the order of the logos."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.event import Organiser, OrganiserRole
from desktop.domain.organisation import Organisation
from desktop.language.terms import term
from desktop.ui.fields import ChoiceField
from desktop.ui.kit import Kit
from desktop.ui.layout import row


class OrganisersBox(QWidget):
    """A line an organisation."""

    edited = Signal(tuple)

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._organisers: tuple[Organiser, ...] = ()
        self._lines: list[QWidget] = []
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(6)

    def show_organisers(
        self,
        organisers: tuple[Organiser, ...],
        organisations: Mapping[int, Organisation],
        languages: tuple[str, ...],
    ) -> None:
        """Show organisers by name."""
        for line in self._lines:
            line.deleteLater()
        self._organisers = organisers
        self._lines = []
        for place, organiser in enumerate(organisers):
            found = organisations.get(organiser.organisation_id)
            name = self._kit.local(found.name, languages) if found else "…"
            line = self._line(place, organiser, name)
            self._lines.append(line)
            self._box.addWidget(line)

    def _line(self, place: int, organiser: Organiser, name: str) -> QWidget:
        kit = self._kit
        label = kit.elided(name)
        role: ChoiceField[OrganiserRole] = ChoiceField(
            kit.text("Part of {organisation}", organisation=name),
            [(one, term(one, kit.language)) for one in OrganiserRole],
        )
        role.show_value(organiser.role)
        role.edited.connect(lambda: self._give(place, role.value))
        role.setFixedWidth(150)
        up = kit.tool("arrow-up", kit.text("Move {organisation} up", organisation=name))
        up.setEnabled(place > 0)
        up.clicked.connect(partial(self._raise, place))
        away = kit.tool("x", kit.text("Take {organisation} out", organisation=name))
        away.clicked.connect(partial(self._remove, place))
        made = QWidget()
        made.setLayout(row((label, 1), role, up, away, gap=4))
        return made

    def _give(self, place: int, role: OrganiserRole | None) -> None:
        every = list(self._organisers)
        every[place] = replace(every[place], role=role or OrganiserRole.ORGANISER)
        self.edited.emit(tuple(every))

    def _remove(self, place: int, _on: bool = False) -> None:
        self.edited.emit((*self._organisers[:place], *self._organisers[place + 1 :]))

    def _raise(self, place: int, _on: bool = False) -> None:
        every = list(self._organisers)
        every[place - 1], every[place] = every[place], every[place - 1]
        self.edited.emit(tuple(every))
