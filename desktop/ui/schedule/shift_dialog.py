"""Everything from an hour on, so many minutes earlier or later."""

from datetime import date, datetime

from desktop.domain.slot import Slot
from desktop.services import planning
from desktop.ui import actions
from desktop.ui.fields import NumberField, TimeField
from desktop.ui.layout import row
from desktop.ui.page import Page
from desktop.ui.question import Question
from desktop.ui.schedule.geometry import STEP
from desktop.ui.schedule.snapshot import Snapshot
from desktop.ui.schedule.when_box import at
from desktop.ui.wording import day_name

FURTHEST = 12 * 60
USUAL = 15


class ShiftDialog(Question):
    """Says how many slots it concerns before anything moves."""

    def __init__(self, page: Page, shown: Snapshot, day: date, first: Slot | None) -> None:
        kit, text = page.kit, page.kit.text
        title, head = text("Shift what comes after"), day_name(kit, day)
        super().__init__(kit, page.window(), title, text("Shift"), head=head, icon="clock")
        self._page, self._shown, self._day = page, shown, day
        self.start = TimeField(text("From"))
        self.start.timeChanged.connect(self._count)
        self.by = NumberField(
            text("Minutes later"), -FURTHEST, FURTHEST, unit=text("min"), step=STEP
        )
        self.by.show_number(USUAL)
        self.by.valueChanged.connect(self._count)
        self.state = kit.note("", px=13)
        self.ok.clicked.connect(self._shift)
        fields = row(
            kit.field(text("From"), self.start), kit.field(text("Minutes later"), self.by), None
        )
        note = kit.note(text("A minus sign brings everything forward."))
        self.lay_out(fields, self.state, note, width=420)
        self.resize(420, 260)
        if first is None:
            first = next((one.slots[0] for one in shown.programme.days() if one.date == day), None)
        begin = shown.programme.local_start(first) if first else None
        if begin is not None:
            self.start.show_time(begin.time())
        self._count()

    @property
    def _after(self) -> datetime | None:
        return at(self._shown.programme, self._day, self.start.value_time)

    def _count(self) -> None:
        kit, after = self._page.kit, self._after
        found = planning.later(self._shown.programme, after) if after else ()
        words = kit.plural("{n} slot is shifted", "{n} slots are shifted", len(found))
        self.state.setText(words)
        self.ok.setEnabled(bool(found) and self.by.value() != 0)

    def _shift(self) -> None:
        if (after := self._after) is not None:
            event = self._shown.programme.event
            actions.shift_slots(self._page, event.id, after, self.by.value())
        self.accept()
