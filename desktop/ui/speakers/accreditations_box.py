"""A head of mission's accreditations: to which state, and since when to the minute.

The time decides precedence within a class (Vienna Convention, article 16), so it is never guessed.
"""

from datetime import UTC, datetime, tzinfo
from functools import partial

from desktop.domain.person import Accreditation
from desktop.ui.countries import country_choices
from desktop.ui.day_field import DayField
from desktop.ui.fields import ChoiceField, TimeField
from desktop.ui.kit import Kit
from desktop.ui.layout import col, frame, row
from desktop.ui.lines import Line, Lines


class _Card(Line[Accreditation]):
    def __init__(self, kit: Kit, place: int) -> None:
        super().__init__(Accreditation("", datetime.now(UTC)))
        self._zone: tzinfo = UTC
        number = kit.text("Accreditation {n}", n=place + 1)
        state = kit.text("Receiving state")
        day, hour = kit.text("Day of taking up functions"), kit.text("Time of taking up functions")
        self.country: ChoiceField[str] = ChoiceField(f"{number}: {state}", country_choices(kit))
        self.day = DayField(kit, f"{number}: {day}")
        self.time = TimeField(f"{number}: {hour}")
        self.time.setFixedWidth(68)
        self.day.setFixedWidth(132)
        away = kit.tool("trash", kit.text("Delete {accreditation}", accreditation=number))
        away.clicked.connect(self.removed)
        self.country.edited.connect(lambda: self.tell(country=self.country.value or ""))
        self.day.edited.connect(self._tell_moment)
        self.time.edited.connect(self._tell_moment)
        line = row((self.country, 1), self.day, self.time, away, gap=6)
        self.setLayout(col(frame("card", col(line, gap=0, margins=(10, 8, 6, 8)))))

    def show_accreditation(self, one: Accreditation, zone: tzinfo) -> None:
        self.value, self._zone = one, zone
        local = one.taken_up.astimezone(zone)
        self.country.show_value(one.country)
        self.day.show_day(local.date())
        self.time.show_time(local.time())

    def _tell_moment(self) -> None:
        if (day := self.day.day) is not None:
            local = datetime.combine(day, self.time.value_time, self._zone)
            self.tell(taken_up=local.astimezone(UTC))


class AccreditationsBox(Lines[Accreditation, _Card]):
    """Tells by `edited(accreditations)` what they are now."""

    def __init__(self, kit: Kit) -> None:
        super().__init__(partial(_Card, kit), gap=8)
        self._kit = kit
        self._zone: tzinfo = UTC
        self._note = kit.note("")
        self.box.addWidget(self._note)

    def show_accreditations(
        self, accreditations: tuple[Accreditation, ...], zone: tzinfo, zone_name: str
    ) -> None:
        """Show a person's accreditations by the clocks of a time zone."""
        self._zone = zone
        for card, one in self.lined(accreditations):
            card.show_accreditation(one, zone)
        words = self._kit.text("Times are those of {zone}.", zone=zone_name)
        self._note.setText(words)
        self._note.setVisible(bool(accreditations))

    def add(self) -> None:
        """Begin another accreditation, from this minute."""
        now = datetime.now(self._zone).replace(second=0, microsecond=0)
        self.append(Accreditation("", now.astimezone(UTC)))
