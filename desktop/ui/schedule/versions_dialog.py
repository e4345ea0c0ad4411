"""Versions of the programme: publish one, see what changed since, compare two, go back to one."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from desktop.domain.change import Change
from desktop.domain.localized import Localized
from desktop.domain.programme import Differences, Revision, differences
from desktop.domain.release import ProgrammeRelease
from desktop.domain.slot import Slot
from desktop.language import dates
from desktop.services import releases
from desktop.ui import actions
from desktop.ui.dialog import Dialog
from desktop.ui.fields import ChoiceField, TextField
from desktop.ui.kit import Kit
from desktop.ui.layout import col, row, rule
from desktop.ui.localized_field import LocalizedFields, Part
from desktop.ui.page import Page
from desktop.ui.schedule.snapshot import Snapshot
from desktop.ui.wording import clock

NOW = 0
"""Stands for the programme as it is."""


class VersionsDialog(Dialog):
    """On the left the versions, beside them what is different."""

    def __init__(self, page: Page, shown: Snapshot) -> None:
        super().__init__(page.window())
        self._page, self._shown = page, shown
        self.kit = kit = page.kit
        text = kit.text
        self.setWindowTitle(text("Versions of the programme"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(920, 620)
        self._releases: list[ProgrammeRelease] = []
        self.versions = self._list(text("Versions"), "found")
        self.versions.currentRowChanged.connect(self._compare)
        self.other: ChoiceField[int] = ChoiceField(text("Compared with"))
        self.other.edited.connect(self._compare)
        self.changes = self._list(text("What changed"))
        self.state = kit.label("", 13, 600)
        self.name = TextField(text("Name of the version"), text("Name, or its number"))
        self.note = LocalizedFields(kit, (Part("note", text("What is new"), 3),))
        self.note.show_texts({"note": Localized()}, shown.programme.event.languages)
        self.publish = kit.button(text("Publish version"), "primary", "send")
        self.publish.clicked.connect(self._publish)
        self.restore = kit.button(text("Restore this version"), "", "arrow-back-up")
        self.restore.clicked.connect(self._restore)
        close = kit.button(text("Close"))
        close.clicked.connect(self.accept)
        left = col((self.versions, 1), rule(), self.name, self.note, self.publish, gap=8)
        head = row(
            self.state, None, kit.label(text("Compared with"), 12, tone="muted"), self.other
        )
        self.said = kit.note("", px=13, tone="text")
        right = col(head, self.said, (self.changes, 1), row(self.restore, None, close), gap=8)
        body = row((left, 2), 8, (right, 3), gap=8)
        title = kit.label(text("Versions of the programme"), 20, 600, tone="navy", serif=True)
        self.setLayout(col(title, (body, 1), gap=12, margins=(24, 20, 24, 16)))
        self.other.setMinimumWidth(240)
        self._read()

    def _list(self, name: str, look: str = "list") -> QListWidget:
        made = QListWidget()
        made.setAccessibleName(name)
        made.setProperty("look", look)
        made.setWordWrap(True)
        return made

    # reading ----------------------------------------------------------------------------------

    def _read(self) -> None:
        event = self._shown.programme.event
        self._page.desk.read(self, lambda ws: releases.releases(ws, event.id), self._show)

    def _show(self, found: list[ProgrammeRelease]) -> None:
        kit, event = self.kit, self._shown.programme.event
        self._releases = found
        self.versions.clear()
        for one in found:
            when = clock(one.at, event) if one.at else None
            day = dates.long_date(when.date(), kit.language, weekday=False) if when else ""
            hour = dates.time_of_day(when, kit.language) if when else ""
            self.versions.addItem(QListWidgetItem(f"{self._called(one)}\n{day}, {hour}"))
        now = (NOW, kit.text("The programme as it is"))
        self.other.offer([now, *((one.id, self._called(one)) for one in found)])
        self.other.show_value(NOW)
        self.restore.setEnabled(bool(found))
        self.versions.setCurrentRow(0 if found else -1)
        (self.versions if found else self.name).setFocus()
        self._compare()

    def _called(self, release: ProgrammeRelease) -> str:
        number = self.kit.text("Version {n}", n=release.number)
        named = release.name and release.name != str(release.number)
        return f"{number} · {release.name}" if named else number

    @property
    def _chosen(self) -> ProgrammeRelease | None:
        place = self.versions.currentRow()
        return self._releases[place] if 0 <= place < len(self._releases) else None

    def _compare(self, _value: int = 0) -> None:
        kit, chosen = self.kit, self._chosen
        self.changes.clear()
        said = kit.local(chosen.note, self._shown.programme.event.languages) if chosen else ""
        self.said.setText(said)
        self.said.setVisible(bool(said))
        if chosen is None:
            self.state.setText(kit.text("Nothing is published yet"))
            self.said.setText(
                kit.text(
                    "A version keeps the programme as you give it out. Here you see later what "
                    "has changed since."
                )
            )
            self.said.show()
            return
        other = next((one for one in self._releases if one.id == self.other.value), None)
        slots = other.slots if other else self._shown.programme.slots
        lines = list(difference_lines(kit, self._shown, differences(chosen.slots, slots)))
        for icon, tone, words in lines:
            self.changes.addItem(QListWidgetItem(kit.icon(icon, tone), words))
        count = kit.plural("{n} difference", "{n} differences", len(lines))
        self.state.setText(count if lines else kit.text("Nothing is different"))

    # deeds ------------------------------------------------------------------------------------

    def _publish(self) -> None:
        event = self._shown.programme.event
        self.publish.setFocus()  # a text counts when it is left

        def done(_change: Change) -> None:
            self.name.clear()
            self.note.show_texts({"note": Localized()}, event.languages)
            self._read()

        name, note = self.name.text(), self.note.texts["note"]
        actions.publish_version(self._page, event.id, name, note, done)

    def _restore(self) -> None:
        if self._chosen is not None:
            actions.restore_version(self._page, self._chosen.id)
        self.accept()


def difference_lines(
    kit: Kit, shown: Snapshot, found: Differences
) -> Iterator[tuple[str, str, str]]:
    """What changed: an icon, its colour's name, words."""

    def title(slot: Slot) -> str:
        words = kit.local(slot.title, shown.programme.event.languages)
        return words or kit.text("Untitled")

    for slot in found.new:
        words = kit.text("New: {slot}, {place}", slot=title(slot), place=_place(kit, shown, slot))
        yield "plus", "green", words
    for slot in found.cancelled:
        yield "x", "red", kit.text("No longer: {slot}", slot=title(slot))
    for pair in found.moved:
        yield "clock", "ochre_text", _moved(kit, shown, pair, title(pair.after))
    for pair in found.changed:
        yield "pencil", "navy", kit.text("Changed: {slot}", slot=title(pair.after))


def _moved(kit: Kit, shown: Snapshot, pair: Revision, title: str) -> str:
    before, after = (_place(kit, shown, slot) for slot in (pair.before, pair.after))
    return kit.text(
        "Moved: {slot}, from {before} to {after}", slot=title, before=before, after=after
    )


def _place(kit: Kit, shown: Snapshot, slot: Slot) -> str:
    """When and where, for a sentence: `12 March, 10:00–10:45, Aula Magna`."""
    programme = shown.programme
    start, end = programme.local_start(slot), programme.local_end(slot)
    room = programme.room(slot.room_id)
    parts = [
        dates.day_and_month(start.date(), kit.language) if start else "",
        dates.time_interval(start, end, kit.language) if start and end else "",
        kit.local(room.name, programme.event.languages) if room else "",
    ]
    return kit.listed(parts)
