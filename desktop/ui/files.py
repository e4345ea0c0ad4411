"""The file menu behind the program's mark: databases, import, backup, about."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QProcess, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QInputDialog, QMenu, QMessageBox, QToolButton, QWidget

from desktop import __version__, paths
from desktop.ui.importing.kinds import KINDS
from desktop.ui.kit import Kit
from desktop.ui.memory import Memory

Open = Callable[[str], None]


class FileMenu:
    """Asks for files; what happens with them is the window's affair."""

    def __init__(
        self,
        kit: Kit,
        window: QWidget,
        *,
        open_file: Open,
        new_file: Open,
        import_file: Open,
        back_up: Open,
        help: Callable[[], None],
    ) -> None:
        self._kit, self._window = kit, window
        self._location: list[str] = []
        self._open, self._new = open_file, new_file
        self._import, self._back_up, self._help = import_file, back_up, help

    def attach(self, button: QToolButton, location: str, recent: tuple[str, ...]) -> None:
        """Hang the menu on a button."""
        kit, menu = self._kit, QMenu(button)
        self._location = [location]
        for text, keys, deed in (
            (kit.text("New database…"), "", self.ask_new),
            (kit.text("Open…"), "Ctrl+O", self.ask_open),
            (kit.text("Work with others on a server…"), "", self.ask_server),
        ):
            menu.addAction(text, keys, deed) if keys else menu.addAction(text, deed)
        others = [one for one in recent if one != location]
        if others:
            lately = menu.addMenu(kit.text("Recent"))
            lately.setToolTipsVisible(True)
            for one in others:
                name = one if "://" in one else Path(one).name
                action = lately.addAction(name)
                action.setToolTip(one)
                action.triggered.connect(lambda _on=False, one=one: self._open(one))
        menu.addSeparator()
        menu.addAction(kit.text("Import a schedule or a list…"), self.ask_import)
        menu.addAction(kit.text("Back up…"), lambda: self.ask_backup(location))
        if "://" not in location:
            menu.addAction(kit.text("Show in folder"), lambda: _show(Path(location).parent))
        menu.addAction(kit.text("Open the log folder"), self.show_log)
        menu.addSeparator()
        menu.addAction(kit.text("Help") + "\tF1", self._help)
        menu.addAction(kit.text("About Estrado"), self.about)
        button.setMenu(menu)

    def resize(self, percent: int) -> None:
        """Remember how large everything shall be, and offer to start again with it."""
        memory, kit = Memory(), self._kit
        if percent == memory.text_size:
            return
        memory.text_size = percent
        box = QMessageBox(self._window)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setWindowTitle(kit.text("Text size"))
        box.setText(kit.text("Letters of this size are shown when Estrado is started anew."))
        again = box.addButton(kit.text("Start again now"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(kit.text("Later"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(again)
        box.accepted.connect(self.start_again)
        box.open()

    def start_again(self) -> None:
        """Close the window, and when its database is free start the program with it."""
        program, *arguments = paths.command()
        if self._window.window().close():
            QProcess.startDetached(program, [*arguments, *self._location])

    def ask_open(self) -> None:
        """Choose a database and open it."""
        name, _ = QFileDialog.getOpenFileName(
            self._window,
            self._kit.text("Open a database"),
            str(paths.data_folder()),
            self._kinds(),
        )
        if name:
            self._open(name)

    def ask_server(self) -> None:
        """Type the address of a database on a server, which several computers work on."""
        kit = self._kit
        url, given = QInputDialog.getText(
            self._window,
            kit.text("Work with others on a server"),
            kit.text(
                "Address of a PostgreSQL database, as whoever looks after the server gave it to "
                "you. An empty database becomes one of Estrado."
            ),
            text="postgresql://",
        )
        if given and (address := url.strip()) not in ("", "postgresql://"):
            self._open(address)

    def ask_new(self) -> None:
        """Name a new database and create it."""
        name = self._save_name(self._kit.text("New database"), "estrado.db", self._kinds())
        if name:
            self._new(name)

    def ask_import(self) -> None:
        """Choose a schedule, or a list of guests."""
        kit = self._kit
        known = kit.text("Schedules and lists ({kinds})", kinds=f"*.xml *.json {KINDS}")
        kinds = f"{known};;{kit.text('All files (*)')}"
        name, _ = QFileDialog.getOpenFileName(
            self._window, kit.text("Import a schedule or a list"), "", kinds
        )
        if name:
            self._import(name)

    def ask_backup(self, location: str) -> None:
        """Name the copy."""
        stem = Path(location).stem if "://" not in location else "estrado"
        name = self._save_name(
            self._kit.text("Back up"), f"{stem} backup.estrado", self._kit.text("All files (*)")
        )
        if name:
            self._back_up(name)

    def show_log(self) -> None:
        """Show where the program notes what went wrong."""
        folder = paths.log_folder()
        folder.mkdir(parents=True, exist_ok=True)
        _show(folder)

    def about(self) -> None:
        """What the program is."""
        kit = self._kit
        QMessageBox.about(
            self._window,
            kit.text("About Estrado"),
            kit.text(
                "Estrado prepares events with guests of honour: programmes in two languages, "
                "reports, and everything that stands on paper. All data stays on this computer."
            )
            + f"\n\n{kit.text('Version {version}', version=__version__)}\n"
            + kit.text("Typefaces: Source, Noto, Amiri (OFL). Icons: Tabler (MIT)."),
        )

    def _kinds(self) -> str:
        kit = self._kit
        return kit.text("Estrado databases (*.db)") + ";;" + kit.text("All files (*)")

    def _save_name(self, title: str, name: str, kinds: str) -> str:
        start = paths.data_folder() / name
        chosen, _ = QFileDialog.getSaveFileName(self._window, title, str(start), kinds)
        return chosen


def _show(folder: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
