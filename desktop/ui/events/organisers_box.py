"""Who organises an event, with which part, in the order of the logos."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage, QPixmap
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop.domain.event import Organiser, OrganiserRole
from desktop.domain.organisation import Organisation
from desktop.language.terms import term
from desktop.ui.fields import ChoiceField
from desktop.ui.kit import Kit
from desktop.ui.layout import row
from desktop.ui.page import Page
from desktop.ui.picture_field import picture_file, thumbnail

WELL = 36
"""Pixels of a logo beside its organisation."""


class OrganisersBox(QWidget):
    """A line an organisation; a logo is dropped on its line, a new organiser's on the foot."""

    edited = Signal(tuple)
    logo_dropped = Signal(int, str)
    """The id of the organisation (0: a new one), and the file."""

    def __init__(self, kit: Kit, page: Page) -> None:
        super().__init__()
        self._kit, self._page = kit, page
        foot = _Line(0)
        foot.dropped.connect(self.logo_dropped)
        foot.setLayout(row(kit.note(kit.text("Drop a logo here to add whose it is.")), gap=0))
        self._organisers: tuple[Organiser, ...] = ()
        self._lines: list[QWidget] = []
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(6)
        self._box.addWidget(foot)

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
            line = self._line(place, organiser, name, found.logo_id if found else None)
            self._lines.append(line)
            self._box.insertWidget(place, line)

    def _line(self, place: int, organiser: Organiser, name: str, logo_id: int | None) -> QWidget:
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
        made = _Line(organiser.organisation_id)
        made.dropped.connect(self.logo_dropped)
        made.setToolTip(kit.text("Drop a logo here."))
        made.setLayout(row(self._logo(logo_id), (label, 1), role, up, away, gap=4))
        return made

    def _logo(self, picture_id: int | None) -> QLabel:
        well = self._kit.label("")
        well.setProperty("look", "well")
        well.setFixedSize(WELL, WELL)
        well.setAlignment(Qt.AlignmentFlag.AlignCenter)
        well.setPixmap(self._kit.pixmap("photo", "muted", 18))
        if picture_id is not None:
            self._page.desk.read(
                well,
                lambda ws: thumbnail(ws, picture_id, WELL),
                lambda image: _show(well, image),
            )
        return well

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


class _Line(QWidget):
    """Takes a picture file that is dropped on it."""

    dropped = Signal(int, str)

    def __init__(self, organisation_id: int) -> None:
        super().__init__()
        self._id = organisation_id
        self.setAcceptDrops(True)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if picture_file(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if name := picture_file(event.mimeData()):
            event.acceptProposedAction()
            self.dropped.emit(self._id, name)


def _show(well: QLabel, image: QImage) -> None:
    pixmap = QPixmap.fromImage(image)
    pixmap.setDevicePixelRatio(2)
    well.setPixmap(pixmap)
