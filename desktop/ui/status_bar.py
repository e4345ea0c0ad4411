"""The status bar: what the page shows, the work that runs in the background, the page's keys."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QProgressBar

from desktop.ui.kit import Kit
from desktop.ui.layout import holder, row
from desktop.ui.worker import Job, Worker

PATIENCE = 300
"""Milliseconds before work is worth mentioning."""


class StatusBar(QFrame):
    """Never modal: work is counted and can be cancelled, and the page stays usable."""

    def __init__(self, kit: Kit, workers: tuple[Worker, ...]) -> None:
        super().__init__()
        self.setProperty("box", "foot")
        self.setFixedHeight(28)
        self._kit = kit
        self._job: Job[object] | None = None
        self._small = False
        self.left = kit.label("", 12, tone="muted")
        self.keys = kit.label("", 12, tone="muted")
        self.what = kit.label("", 12, 600)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(160)
        self.bar.setAccessibleName(kit.text("Progress"))
        self.cancel = kit.button(kit.text("Cancel"), "link")
        self.cancel.setFixedHeight(24)
        self.cancel.clicked.connect(self._cancel)
        self.work = holder(row(self.what, self.bar, self.cancel, gap=12))
        self.work.hide()
        self.setLayout(row(self.left, self.work, None, self.keys, gap=24, margins=(24, 0, 24, 0)))
        self._wait = QTimer(self, interval=PATIENCE, singleShot=True)
        self._wait.timeout.connect(self._show_work)
        for worker in workers:
            worker.started.connect(self._started)
            worker.progressed.connect(self._progressed)
            worker.ended.connect(self._ended)

    def shrink(self, *, small: bool) -> None:
        """Without the keys, which the help names too; work takes the place of the state."""
        self._small = small
        self.keys.setHidden(small)
        self._make_room()

    def _make_room(self) -> None:
        self.left.setHidden(self._small and not self.work.isHidden())

    def say(self, left: str, keys: str = "") -> None:
        """What the open page shows, and the keys that work on it."""
        self.left.setText(left)
        self.keys.setText(keys)

    def _started(self, job: Job[object]) -> None:
        if not job.name or self._job is not None:
            return
        self._job = job
        self.what.setText(job.name)
        self.bar.setRange(0, 0)
        self.cancel.setEnabled(True)
        self._wait.start()

    def _progressed(self, job: Job[object], done: int, total: int) -> None:
        if job is not self._job or not total:
            return
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        self.what.setText(
            self._kit.text("{work}, {done} of {total}", work=job.name, done=done, total=total)
        )

    def _ended(self, job: Job[object]) -> None:
        if job is self._job:
            self._job = None
            self._wait.stop()
            self.work.hide()
            self._make_room()

    def _show_work(self) -> None:
        self.work.show()
        self._make_room()

    def _cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self.cancel.setEnabled(False)
