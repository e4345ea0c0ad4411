"""People copied from a spreadsheet, looked at before they become entries of the directory."""

from collections.abc import Sequence
from pathlib import Path

from desktop.exchange.guest_rows import GuestRows, read
from desktop.services import cards
from desktop.services.cards import Proposal
from desktop.services.change import Change
from desktop.services.workspace import Workspace
from desktop.ui.speakers.cards_dialog import CardsDialog


class RowsDialog(CardsDialog):
    """A row is treated as a visiting card that says as much; the source are bytes of UTF-8."""

    _rows = GuestRows(())

    def called(self) -> str:
        """The title of the dialog."""
        return self.kit.text("People from a spreadsheet")

    def read(self, source: Path | bytes) -> None:
        """Read the rows."""
        self.state.setText(self.kit.text("Reading the rows…"))
        rows = source.decode() if isinstance(source, bytes) else source.read_text("utf-8")
        self.page.desk.hands.do(self, lambda _progress: read(rows), self._take, self.refuse)

    def missed(self) -> list[str]:
        """The columns and lines that say nothing here."""
        text, missed = self.kit.text, list[str]()
        if self._rows.unknown:
            columns = ", ".join(self._rows.unknown)
            missed.append(text("Left out, unknown columns: {columns}", columns=columns))
        if self._rows.nameless:
            lines = ", ".join(map(str, self._rows.nameless))
            missed.append(text("Left out, lines without a name: {lines}", lines=lines))
        return missed

    def store(self, ws: Workspace, proposals: Sequence[Proposal]) -> Change:
        """Add what was proposed, under a name of its own."""
        return cards.import_rows(ws, proposals)

    def _take(self, rows: GuestRows) -> None:
        self._rows = rows
        self.propose(cards.cards_of(rows))
