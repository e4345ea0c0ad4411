"""Who organises an event, with which part, in the order of the logos."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage, QPixmap

from desktop.domain.event import Organiser, OrganiserRole
from desktop.domain.organisation import Organisation
from desktop.language.terms import term
from desktop.ui.fields import ChoiceField
from desktop.ui.kit import Kit
from desktop.ui.layout import row
from desktop.ui.lines import Line, Lines
from desktop.ui.page import Page
from desktop.ui.picture_field import picture_file, thumbnail

WELL = 36
"""Pixels of a logo beside its organisation."""


class _Line(Line[Organiser]):
    def __init__(self, kit: Kit, page: Page, place: int) -> None:
        super().__init__(Organiser(0))
        self._kit, self._page = kit, page
        self._logo_id: int | None = None
        self._logo = kit.label("")
        self._logo.setProperty("look", "well")
        self._logo.setFixedSize(WELL, WELL)
        self._logo.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._logo.setPixmap(kit.pixmap("photo", "muted", 18))
        self._name = kit.elided("")
        self._role: ChoiceField[OrganiserRole] = ChoiceField(
            kit.text("Role"), [(one, term(one, kit.language)) for one in OrganiserRole]
        )
        self._role.edited.connect(lambda: self.tell(role=self._role.value))
        self._role.setFixedWidth(150)
        self._up = kit.tool("arrow-up", kit.text("Move up"))
        self._up.setEnabled(place > 0)
        self._up.clicked.connect(self.raised)
        self._away = kit.tool("x", kit.text("Take out"))
        self._away.clicked.connect(self.removed)
        self.setToolTip(kit.text("Drop a logo here."))
        self.setLayout(row(self._logo, (self._name, 1), self._role, self._up, self._away, gap=4))

    def show_organiser(self, organiser: Organiser, name: str, logo_id: int | None) -> None:
        kit, self.value = self._kit, organiser
        self._name.say(name)
        self._role.show_value(organiser.role)
        self._role.setAccessibleName(kit.text("Part of {organisation}", organisation=name))
        for tool, words in (
            (self._up, kit.text("Move {organisation} up", organisation=name)),
            (self._away, kit.text("Take {organisation} out", organisation=name)),
        ):
            tool.setAccessibleName(words)
            tool.setToolTip(words)
        if logo_id != self._logo_id:
            self._show_logo(logo_id)

    def _show_logo(self, logo_id: int | None) -> None:
        self._logo_id = logo_id
        self._logo.setPixmap(self._kit.pixmap("photo", "muted", 18))
        if logo_id is not None:
            self._page.desk.read(
                self, lambda ws: thumbnail(ws, logo_id, WELL), partial(self._take_logo, logo_id)
            )

    def _take_logo(self, logo_id: int, image: QImage) -> None:
        if logo_id == self._logo_id:
            pixmap = QPixmap.fromImage(image)
            pixmap.setDevicePixelRatio(2)
            self._logo.setPixmap(pixmap)


class OrganisersBox(Lines[Organiser, _Line]):
    """A line an organisation; a logo is dropped on its line, a new organiser's below."""

    logo_dropped = Signal(int, str)
    """The id of the organisation (0: a new one), and the file."""

    def __init__(self, kit: Kit, page: Page) -> None:
        super().__init__(partial(_Line, kit, page))
        self._kit = kit
        self.box.addWidget(kit.note(kit.text("Drop a logo here to add whose it is.")))
        self.setAcceptDrops(True)

    def show_organisers(
        self,
        organisers: tuple[Organiser, ...],
        organisations: Mapping[int, Organisation],
        languages: tuple[str, ...],
    ) -> None:
        """Show organisers by name."""
        for line, organiser in self.lined(organisers):
            found = organisations.get(organiser.organisation_id)
            name = self._kit.local(found.name, languages) if found else "…"
            line.show_organiser(organiser, name, found.logo_id if found else None)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if picture_file(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if name := picture_file(event.mimeData()):
            event.acceptProposedAction()
            there = event.position().toPoint()
            under = (line.value for line in self.lines if line.geometry().contains(there))
            self.logo_dropped.emit(next((one.organisation_id for one in under), 0), name)
