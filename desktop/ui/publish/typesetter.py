"""Sets a document in the background, again after every edit; the last wish counts."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.documents.dossier import Dossier
from desktop.documents.kinds import DocumentKind
from desktop.documents.request import Request
from desktop.services import house_styles, proofing, publishing
from desktop.services.findings import Finding
from desktop.ui.desk import Desk
from desktop.ui.kit import Kit
from desktop.ui.publish.rendering import Paper, measure
from desktop.ui.worker import Job, Progress

CALM = 250
"""Milliseconds of rest after an edit before a document is set again."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be set: which document of which event, and how."""

    kind: DocumentKind
    event_id: int
    languages: tuple[str, ...]
    paper: str = ""
    style: str = ""
    options: Mapping[str, str] = field(default_factory=dict[str, str])
    release: str = ""


class Typesetter(QObject):
    """Reads the dossier on the database's thread, sets it on the press's."""

    done = Signal(object, object)
    """The wish and the Paper."""
    found = Signal(object)
    """What is wrong with it, on its paper too: a list of Findings."""
    refused = Signal(object)

    def __init__(self, kit: Kit, desk: Desk) -> None:
        super().__init__()
        self._kit, self._desk = kit, desk
        self._wish: Wish | None = None
        self._job: Job[tuple[Paper, list[Finding]]] | None = None
        self._calm = QTimer(self, interval=CALM, singleShot=True)
        self._calm.timeout.connect(self._begin)

    def ask(self, wish: Wish, *, at_once: bool) -> None:
        """Set a document; what is being set for an earlier wish is given up."""
        self._wish = wish
        if self._job is not None:
            self._job.cancel()
        self._calm.start(0 if at_once else CALM)

    def _begin(self) -> None:
        wish = self._wish
        if wish is None:
            return

        self._desk.read(
            self,
            lambda workspace: publishing.dossier(workspace, wish.event_id, release=wish.release),
            partial(self._set, wish),
            self.refused.emit,
        )

    def _set(self, wish: Wish, dossier: Dossier) -> None:
        if wish is not self._wish:
            return

        def work(progress: Progress) -> tuple[Paper, list[Finding]]:
            style = house_styles.worn(wish.style)
            request = Request(wish.languages, wish.paper, wish.options, style)
            proofed = proofing.made(wish.kind, dossier, request, progress)
            return measure(proofed.pdf), proofed.findings

        document = self._kit.text(wish.kind.name)
        self._job = self._desk.press.do(
            self,
            work,
            partial(self._made, wish),
            self.refused.emit,
            name=self._kit.text("Setting {document}", document=document),
        )

    def _made(self, wish: Wish, made: tuple[Paper, list[Finding]]) -> None:
        paper, findings = made
        self.done.emit(wish, paper)
        self.found.emit(findings)
