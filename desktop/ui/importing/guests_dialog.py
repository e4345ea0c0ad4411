"""Rows from a spreadsheet, looked at before they become guests."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from desktop.domain.errors import EstradoError
from desktop.services import guest_lists
from desktop.services.guest_lists import GuestImport, GuestRow, GuestRows
from desktop.services.workspace import Workspace
from desktop.ui.desk import Desk
from desktop.ui.kit import Kit
from desktop.ui.layout import col, row
from desktop.ui.table import Cell, Column
from desktop.ui.table_view import Table


class GuestsDialog(QDialog):
    """Shows what was understood and what is left out, rehearses the import, then asks."""

    def __init__(self, kit: Kit, desk: Desk, event_id: int, rows: str, window: QWidget) -> None:
        super().__init__(window)
        self.kit, self.desk, self._event = kit, desk, event_id
        self._read: GuestRows | None = None
        text = kit.text
        self.setWindowTitle(text("Invite guests from a spreadsheet"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(880, 520)
        self.state = kit.label(text("Reading the rows…"), 13, 600)
        self.left_out = kit.note("", px=13, tone="ochre_text")
        self.left_out.hide()
        self.table: Table[tuple[int, GuestRow]] = Table(
            kit, text("Guests"), _columns(kit), lambda one: one[0] + 1
        )
        self.accept_button = kit.button(text("Invite"), "primary", "table-import")
        self.accept_button.setEnabled(False)
        self.accept_button.clicked.connect(self._import)
        cancel = kit.button(text("Cancel"))
        cancel.clicked.connect(self.reject)
        title = kit.label(self.windowTitle(), 20, 600, tone="navy", serif=True)
        buttons = row(None, cancel, self.accept_button, gap=8)
        self.setLayout(
            col(
                *(title, self.state, (self.table, 1), self.left_out, buttons),
                gap=12,
                margins=(24, 20, 24, 16),
            )
        )
        desk.hands.do(self, lambda _progress: guest_lists.read(rows), self._rehearse, self._refuse)

    def _rehearse(self, found: GuestRows) -> None:
        self._read = found
        self.table.show_rows(list(enumerate(found.guests)))
        self.left_out.setText("\n".join(self._missed(found)))
        self.left_out.setVisible(bool(found.unknown or found.nameless))

        def work(ws: Workspace) -> GuestImport:
            return guest_lists.import_guests(
                ws, self._event, found.guests, self.kit.language, dry_run=True
            )

        self.desk.read(self, work, self._show, self._refuse)

    def _missed(self, found: GuestRows) -> list[str]:
        text, missed = self.kit.text, list[str]()
        if found.unknown:
            columns = ", ".join(found.unknown)
            missed.append(text("Left out, unknown columns: {columns}", columns=columns))
        if found.nameless:
            lines = ", ".join(map(str, found.nameless))
            missed.append(text("Left out, lines without a name: {lines}", lines=lines))
        return missed

    def _show(self, told: GuestImport) -> None:
        plural = self.kit.plural
        parts = [plural("{n} invitation", "{n} invitations", told.invited)]
        if told.people:
            parts.append(plural("{n} new person", "{n} new people", told.people))
        if told.known:
            parts.append(plural("{n} invited before", "{n} invited before", told.known))
        self.state.setText(" · ".join(parts))
        self.accept_button.setEnabled(told.invited > 0)
        self.accept_button.setFocus()

    def _refuse(self, error: EstradoError) -> None:
        self.state.setText(self.kit.error(error))
        self.state.setProperty("tone", "red")
        self.state.style().polish(self.state)

    def _import(self) -> None:
        if (found := self._read) is not None:
            event, language = self._event, self.kit.language
            self.desk.long(
                self.desk,
                lambda ws, progress: (
                    guest_lists.import_guests(
                        ws, event, found.guests, language, progress=progress
                    ).change
                ),
                name=self.kit.text("Inviting guests"),
            )
        self.accept()


def _columns(kit: Kit) -> tuple[Column[tuple[int, GuestRow]], ...]:
    text = kit.text
    return (
        Column(text("Name"), lambda one: Cell(one[1].name.full, bold=True)),
        Column(text("Organisation"), lambda one: Cell(one[1].organisation, tone="muted")),
        Column(text("Office"), lambda one: Cell(one[1].office, tone="muted")),
        Column(text("Category"), lambda one: Cell(one[1].category), 110),
        Column(text("E-mail"), lambda one: Cell(one[1].email, tone="muted"), 170),
        Column(text("Seat"), lambda one: Cell(one[1].seat), 64),
    )
