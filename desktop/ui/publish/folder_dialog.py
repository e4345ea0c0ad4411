"""All that goes to the printer as one folder: which documents, into which place."""

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QFileDialog

from desktop.documents.dossier import Dossier
from desktop.documents.request import Request
from desktop.domain.event import Event
from desktop.language.translation import translator
from desktop.services import house_styles, print_folder, publishing
from desktop.services.print_folder import Saved
from desktop.ui.layout import col, scrolled
from desktop.ui.page import Page
from desktop.ui.publish.typesetter import Wish
from desktop.ui.question import Question
from desktop.ui.worker import Progress

USUAL = frozenset({"programme", "booklet", "badges", "place-cards", "door-signs"})
"""The kinds that are chosen to begin with."""


class FolderDialog(Question):
    """Each kind is printed as its card says: with its own options, in the chosen languages."""

    def __init__(self, page: Page, event: Event, wishes: Sequence[Wish]) -> None:
        text = page.kit.text
        title = text("Save all as a folder for the printer")
        deed = text("Choose a place and save…")
        super().__init__(page.kit, page.window(), title, deed, icon="folder")
        self._page, self._event = page, event
        self.resize(440, 560)
        self.boxes: Mapping[str, QCheckBox] = {
            wish.kind.key: QCheckBox(text(wish.kind.name)) for wish in wishes
        }
        self._wishes = wishes
        for key, box in self.boxes.items():
            box.setChecked(key in USUAL)
            box.toggled.connect(self._count)
        note = self.kit.note(
            text("Each document becomes a PDF; a list says how many sheets of which size it has."),
            px=13,
        )
        self.ok.clicked.connect(self.ask)
        body = scrolled(col(*self.boxes.values(), None, gap=10, margins=(2, 4, 12, 4)))
        self.lay_out(note, (body, 1), width=440)
        self._count()

    def ask(self) -> None:
        """Choose where the folder is to be."""
        parent = QFileDialog.getExistingDirectory(self, self.windowTitle())
        if parent:
            self.save_into(parent)

    def save_into(self, parent: str) -> None:
        """Print everything that is chosen into a new folder there, in the background."""
        chosen = [wish for wish in self._wishes if self.boxes[wish.kind.key].isChecked()]
        event, desk = self._event, self._page.desk
        purpose = self.kit.text("for printing")
        target = print_folder.free_folder(parent, f"{event.slug}-{purpose}")
        desk.read(
            self._page,
            lambda ws: publishing.dossier(ws, event.id, release=chosen[0].release),
            partial(self._print, target, chosen),
        )
        self.accept()

    def _count(self, _on: bool = False) -> None:
        self.ok.setEnabled(any(box.isChecked() for box in self.boxes.values()))

    def _print(self, target: Path, chosen: Sequence[Wish], dossier: Dossier) -> None:
        desk, kit = self._page.desk, self._page.kit

        def work(progress: Progress) -> list[Saved]:
            wanted = [(wish.kind, _request(wish)) for wish in chosen]
            words = translator(kit.language)
            return print_folder.save_folder(target, dossier, wanted, words, progress)

        def done(saved: list[Saved]) -> None:
            made = sum(bool(one.file) for one in saved)
            told = kit.plural(
                "{n} document saved in {folder}",
                "{n} documents saved in {folder}",
                made,
                folder=target.name,
            )
            left = ", ".join(kit.text(one.document.name) for one in saved if not one.file)
            if left:
                told += ". " + kit.text("Left out: {documents}", documents=left)
            desk.told.emit(told)

        desk.press.do(self._page, work, done, name=kit.text("Printing into a folder"))


def _request(wish: Wish) -> Request:
    kind = wish.kind
    languages = wish.languages[: kind.most_languages]
    paper = wish.paper if wish.paper in kind.papers else ""
    style = house_styles.worn(wish.style)
    return kind.completed(Request(languages, paper, wish.options, style))
