"""The inspector of a slot: what, when, where, in which languages, who."""

from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop.domain.localized import Localized
from desktop.domain.slot import Slot, SlotKind, SlotStatus
from desktop.domain.speaker import Speaker, SpeakerRole
from desktop.language.terms import term
from desktop.ui import actions
from desktop.ui.detail import Detail
from desktop.ui.fields import ChoiceField
from desktop.ui.kit import Kit
from desktop.ui.layout import col, frame, row, rule
from desktop.ui.localized_field import LocalizedFields, Part
from desktop.ui.page import Page
from desktop.ui.schedule.clash_words import clash_words
from desktop.ui.schedule.languages_box import LanguagesBox
from desktop.ui.schedule.snapshot import Snapshot
from desktop.ui.schedule.speakers_box import SpeakersBox
from desktop.ui.schedule.when_box import WhenBox

_ROLE_OF_KIND = {
    SlotKind.LECTURE: SpeakerRole.LECTURER,
    SlotKind.KEYNOTE: SpeakerRole.LECTURER,
    SlotKind.PANEL: SpeakerRole.PANELLIST,
    SlotKind.ROUND_TABLE: SpeakerRole.PANELLIST,
}
NO_TRACK = 0


class SlotDetail(Detail[Slot]):
    """Edits one slot of the programme that is shown."""

    def __init__(self, kit: Kit, page: Page) -> None:
        super().__init__(kit, page)
        self._shown: Snapshot | None = None

    def furnish(self) -> None:
        kit, text = self.kit, self.kit.text
        self._kind: ChoiceField[SlotKind] = ChoiceField(
            text("Kind"), [(kind, term(kind, kit.language)) for kind in SlotKind]
        )
        self._status: ChoiceField[SlotStatus] = ChoiceField(
            text("Status"), [(status, term(status, kit.language)) for status in SlotStatus]
        )
        self._track: ChoiceField[int] = ChoiceField(text("Track"))
        self.texts = LocalizedFields(
            kit,
            (
                Part("title", text("Title"), 3, bold=True),
                Part("subtitle", text("Subtitle"), 1),
                Part("abstract", text("Abstract"), 7),
            ),
        )
        self._clashes = kit.note("", px=12, tone="red")
        self._clash_box = self._warning()
        self.when = WhenBox(kit)
        self.speakers = SpeakersBox(kit)
        self.languages = LanguagesBox(kit)
        self._wire()
        self._lay_out()

    def _warning(self) -> QWidget:
        sign = self.kit.picture("alert-triangle", "red", 16)
        line = row(col(sign, None, gap=0), (self._clashes, 1), gap=8, margins=(10, 8, 10, 8))
        return frame("error", line)

    def _wire(self) -> None:
        self._kind.edited.connect(lambda: self.change(kind=self._kind.value))
        self._status.edited.connect(lambda: self.change(status=self._status.value))
        self._track.edited.connect(lambda: self.change(track_id=self._track.value or None))
        self.texts.edited.connect(self._text_edited)
        self.when.edited.connect(self.change_all)
        self.speakers.edited.connect(partial(self.change_one, "speakers"))
        self.speakers.person_wanted.connect(partial(self.page.wanted.emit, "speakers"))
        self.languages.floor_edited.connect(partial(self.change_one, "floor_languages"))
        self.languages.interpretation_edited.connect(partial(self.change_one, "interpretation"))

    def _text_edited(self, key: str) -> None:
        self.change(**{key: self.texts.texts[key]})

    def _lay_out(self) -> None:
        kit, text = self.kit, self.kit.text
        copy = kit.tool("copy", text("Duplicate this slot"))
        copy.clicked.connect(self.duplicate)
        delete = kit.tool("trash", text("Delete this slot"), "Del")
        delete.clicked.connect(self.delete)
        close = kit.tool("x", text("Close"), "Esc")
        close.clicked.connect(self.closed)
        add = kit.button(text("Add speaker"), "link", "plus")
        add.clicked.connect(self.add_speaker)
        self._kind.setMinimumWidth(180)
        kinds = row(
            (kit.field(text("Track"), self._track), 1),
            (kit.field(text("Status"), self._status), 1),
        )
        self.build(
            ((self._kind, 1), 8, copy, delete, close),
            self._clash_box,
            self.when,
            rule(),
            self.texts,
            rule(),
            kit.section(text("Speakers"), add),
            self.speakers,
            rule(),
            kit.section(text("Language and interpretation")),
            self.languages,
            rule(),
            kinds,
        )

    # the value --------------------------------------------------------------------------------

    def show_slot(self, shown: Snapshot, slot: Slot | None) -> None:
        """Show a slot of a snapshot."""
        self._shown = shown
        self.show_value(slot)

    def rehearse(self) -> None:
        if self._shown is not None:
            self.fill(draft(self._shown.programme.event.id))

    def fill(self, value: Slot) -> None:
        shown, kit = self._shown, self.kit
        assert shown is not None
        programme = shown.programme
        event = programme.event
        self._kind.show_value(value.kind)
        self._status.show_value(value.status)
        tracks = [(track.id, kit.local(track.name, event.languages)) for track in programme.tracks]
        self._track.offer([(NO_TRACK, kit.text("No track")), *tracks])
        self._track.show_value(value.track_id or NO_TRACK)
        self.when.show_slot(programme, value, shown.dates)
        texts = {"title": value.title, "subtitle": value.subtitle, "abstract": value.abstract}
        self.texts.show_texts(texts, event.languages)
        self.speakers.show_speakers(value.speakers, shown.speakers, event)
        self.languages.show_slot(value, event.languages)
        found = shown.clashing(value)
        self._clash_box.setVisible(bool(found))
        self._clashes.setText("\n".join(clash_words(kit, shown, one, value) for one in found))

    def is_ready(self, value: Slot) -> bool:
        return bool(value.title)

    def store(self, value: Slot) -> None:
        actions.save_slot(self.page, value, lambda change: self.created_as(change, Slot))

    def edit(self, number: int, fields: dict[str, Any]) -> None:
        actions.edit_slot(self.page, number, fields)

    # deeds ------------------------------------------------------------------------------------

    def add_speaker(self) -> None:
        """Choose somebody who speaks in this slot."""
        from desktop.ui.directory_picker import PersonPicker

        picker = PersonPicker(
            self.kit,
            self.page.desk,
            self.kit.text("Who speaks? Type a name"),
            self.page.window(),
            self._take_speaker,
        )
        picker.open()

    def _take_speaker(self, number: int) -> None:
        slot = self.value
        if slot is None or any(speaker.person_id == number for speaker in slot.speakers):
            return
        role = _ROLE_OF_KIND.get(slot.kind, SpeakerRole.SPEAKER)
        self.change(speakers=(*slot.speakers, Speaker(number, role)))

    def duplicate(self) -> None:
        """Add the same slot once more, without a time."""
        if self.value is not None and self.value.id:
            twin = replace(self.value, id=0, start=None, source="", version=0)
            actions.save_slot(self.page, twin, lambda change: self.created_as(change, Slot))

    def remove(self, number: int) -> None:
        actions.delete_slots(self.page, (number,))

    def begin(self) -> None:
        self.texts.setFocus()


def draft(event_id: int, **fields: Any) -> Slot:
    """A slot that is not stored yet."""
    return Slot(event_id=event_id, title=Localized(), **fields)
