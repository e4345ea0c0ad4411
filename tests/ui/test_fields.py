from collections.abc import Iterator
from datetime import date, time

import pytest
from PySide6.QtCore import QDate, QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QCalendarWidget, QPushButton, QTextEdit
from pytestqt.qtbot import QtBot

from desktop.domain.localized import Localized
from desktop.domain.person import PersonName
from desktop.ui.appearance import Appearance
from desktop.ui.day_field import DayField, read_day
from desktop.ui.fields import ChoiceField, NumberField, TextField, TimeField
from desktop.ui.kit import Kit
from desktop.ui.layout import col, scrolled
from desktop.ui.localized_field import LocalizedFields, Part
from desktop.ui.names_field import NamesField
from desktop.ui.theme import LIGHT

KIT = Kit("en", LIGHT)


def test_arrow_keys_move_a_time_by_five_minutes(qtbot: QtBot, appearance: Appearance):
    field = TimeField("Begins")
    qtbot.addWidget(field)
    field.show_time(time(9, 58))
    field.setSelectedSection(TimeField.Section.MinuteSection)
    field.stepUp()
    assert field.value_time == time(10, 3)
    field.setSelectedSection(TimeField.Section.HourSection)
    field.stepDown()
    assert field.value_time == time(9, 3)


def test_showing_a_value_is_silent(qtbot: QtBot, appearance: Appearance):
    number, moment, day = NumberField("Length", 0, 600), TimeField("Begins"), DayField(KIT, "Day")
    for field in (number, moment, day):
        qtbot.addWidget(field)
    told: list[str] = []
    for field in (number, moment, day):
        field.edited.connect(lambda: told.append("edited"))
    number.show_number(45)
    moment.show_time(time(8))
    day.show_day(date(2026, 3, 12))
    assert told == []
    assert day.day == date(2026, 3, 12)
    day.show_day(None)
    assert day.day is None


def test_what_is_being_typed_survives_a_new_snapshot(qtbot: QtBot, appearance: Appearance):
    number, moment, day = NumberField("Length", 0, 600), TimeField("Begins"), DayField(KIT, "Day")
    for field, typed in ((number, "45"), (moment, "08:00"), (day, "12 Mar 2026")):
        qtbot.addWidget(field)
        with qtbot.waitExposed(field):
            field.show()
        field.activateWindow()
        field.setFocus()
        qtbot.waitUntil(field.hasFocus)
        (field if isinstance(field, DayField) else field.lineEdit()).setText(typed)
        number.show_number(30)
        moment.show_time(time(9))
        day.show_day(None)
        assert field.text() == typed
        qtbot.keyClick(field, Qt.Key.Key_Return)
    number.show_number(60)
    moment.show_time(time(10))
    assert (number.value(), moment.value_time, day.day) == (60, time(10), date(2026, 3, 12))


def test_a_choice_keeps_its_value_when_others_are_offered(qtbot: QtBot, appearance: Appearance):
    field: ChoiceField[int] = ChoiceField("Room", [(1, "Hall"), (2, "Foyer")])
    qtbot.addWidget(field)
    field.show_value(2)
    field.offer([(2, "Foyer"), (3, "Library")])
    assert field.value == 2
    field.offer([(3, "Library")])
    assert field.value is None


def fields_of(texts: LocalizedFields) -> dict[str, QTextEdit]:
    return {field.accessibleName(): field for field in texts.findChildren(QTextEdit)}


def localized(qtbot: QtBot) -> LocalizedFields:
    texts = LocalizedFields(KIT, (Part("title", "Title"), Part("abstract", "Abstract", 4)))
    qtbot.addWidget(texts)
    texts.resize(420, 300)
    texts.show()
    texts.activateWindow()
    qtbot.waitUntil(texts.isActiveWindow)
    return texts


def test_languages_stand_side_by_side_and_what_is_missing_is_marked(
    qtbot: QtBot, appearance: Appearance
):
    texts = localized(qtbot)
    title = Localized.of(es="Apertura")
    texts.show_texts({"title": title, "abstract": Localized()}, ("es", "kk"))
    fields = fields_of(texts)
    assert fields["Title, Español"].toPlainText() == "Apertura"
    assert fields["Title, Қазақша"].property("look") == "missing"
    assert fields["Abstract, Қазақша"].property("look") in (None, ""), "nothing to translate"


def test_a_text_is_stored_when_it_is_left(qtbot: QtBot, appearance: Appearance):
    texts = localized(qtbot)
    texts.show_texts({"title": Localized.of(es="Apertura")}, ("es", "kk"))
    fields = fields_of(texts)
    fields["Title, Қазақша"].setFocus()
    fields["Title, Қазақша"].insertPlainText("Ашылуы")
    with qtbot.waitSignal(texts.edited) as told:
        fields["Title, Español"].setFocus()
    assert told.args == ["title"]
    assert texts.texts["title"] == Localized.of(es="Apertura", kk="Ашылуы")


def test_what_is_being_written_survives_a_new_snapshot(qtbot: QtBot, appearance: Appearance):
    texts = localized(qtbot)
    texts.show_texts({"title": Localized.of(es="Apertura")}, ("es", "kk"))
    field = fields_of(texts)["Title, Español"]
    field.setFocus()
    field.insertPlainText("Gran ")
    texts.show_texts({"title": Localized.of(es="Apertura", kk="Ашылуы")}, ("es", "kk"))
    assert field.toPlainText() == "Gran Apertura"


def test_a_text_can_be_copied_from_the_original(qtbot: QtBot, appearance: Appearance):
    texts = localized(qtbot)
    texts.show_texts({"title": Localized.of(es="IA")}, ("es", "kk"))
    copy = next(
        button
        for button in texts.findChildren(QPushButton)
        if button.isVisible() and "Copy from Español" in button.text()
    )
    with qtbot.waitSignal(texts.edited):
        qtbot.mouseClick(copy, Qt.MouseButton.LeftButton)
    assert texts.texts["title"] == Localized.of(es="IA", kk="IA")


def test_a_third_language_takes_the_place_of_the_earlier_one(qtbot: QtBot, appearance: Appearance):
    texts = localized(qtbot)
    texts.show_texts({"title": Localized.of(es="Apertura")}, ("es", "kk", "ru"))
    chips = {chip.text(): chip for chip in texts.findChildren(QPushButton) if chip.isCheckable()}
    chips["Русский"].click()
    shown = [name for name, field in fields_of(texts).items() if field.isVisible()]
    assert shown == [
        *("Title, Қазақша", "Abstract, Қазақша"),
        *("Title, Русский", "Abstract, Русский"),
    ]


def test_a_spelling_is_offered_and_never_taken_unasked(qtbot: QtBot, appearance: Appearance):
    field = NamesField(KIT)
    qtbot.addWidget(field)
    told: list[tuple[PersonName, ...]] = []
    field.edited.connect(told.append)
    ana = PersonName("Latn", family="López", given="Ana")
    field.show_names((ana,), ("es", "kk"))
    field.show()
    assert told == []
    offer = next(button for button in field.findChildren(QPushButton) if button.isVisible())
    assert offer.text().startswith("Take “")
    offer.click()
    assert [name.tag for name in told[0]] == ["Latn", "Cyrl"]
    assert told[0][0] == ana


def test_the_calendar_opens_on_this_month_where_no_day_is_set(
    qtbot: QtBot, appearance: Appearance
):
    day = DayField(KIT, "Day")
    qtbot.addWidget(day)
    day.show()
    qtbot.keyClick(day, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    calendar = day.findChild(QCalendarWidget)
    assert isinstance(calendar, QCalendarWidget)
    assert calendar.yearShown() == QDate.currentDate().year()
    assert day.day is None
    calendar.clicked.emit(QDate(2027, 3, 12))
    assert day.day == date(2027, 3, 12)


@pytest.mark.parametrize(
    "typed",
    [
        *("12.3.2027", "12/03/27", "2027-03-12", "12 3 2027", "12.3."),
        *("12 March 2027", "12 de marzo de 2027", "12 марта", "12 наурыз 2027", "12 مارس 2027"),
    ],
)
def test_a_day_is_typed_as_people_write_it(typed: str):
    assert read_day(typed, date(2027, 1, 20)) == date(2027, 3, 12)


def test_a_day_without_a_year_is_the_nearest_one():
    assert read_day("12.3", date(2026, 11, 24)) == date(2027, 3, 12)
    assert read_day("12.12", date(2027, 1, 5)) == date(2026, 12, 12)


def test_what_is_no_day_stays_and_changes_nothing(qtbot: QtBot, appearance: Appearance):
    day, told = DayField(KIT, "Day"), list[date | None]()
    qtbot.addWidget(day)
    day.edited.connect(lambda: told.append(day.day))
    qtbot.keyClicks(day, "31.2.2027\r")
    assert (told, day.day, day.text()) == ([], None, "31.2.2027")
    assert day.accessibleDescription().startswith("This is no day.")
    day.selectAll()
    qtbot.keyClicks(day, "28.2.2027\r")
    qtbot.keyClick(day, Qt.Key.Key_Up)
    assert told == [date(2027, 2, 28), date(2027, 3, 1)]
    assert day.text() == "1 Mar 2027"
    assert not day.toolTip()
    day.clear()
    day.finish()
    assert day.day is None


@pytest.fixture
def arabic(qapp: QApplication, appearance: Appearance) -> Iterator[Kit]:
    """The window's kit after it has turned to Arabic."""
    kit = Kit("ar", LIGHT)
    appearance.wear(kit)
    yield kit
    appearance.wear(KIT)


def test_figures_and_dates_of_arabic_fields_are_those_of_the_window(arabic: Kit, qtbot: QtBot):
    day, number = DayField(arabic, "Day"), NumberField("Length", 0, 600, unit="د")
    for field in (day, number):
        qtbot.addWidget(field)
    day.show_day(date(2026, 3, 12))
    number.show_number(45)
    assert day.text() == "12 مارس 2026"
    assert number.text() == "45\u00a0د"


def ink(field: TextField) -> int:
    """How far down the text of a field reaches."""
    image = field.grab().toImage()
    inside = range(4, field.width() - 4)
    return max(
        y
        for y in range(3, field.height() - 3)
        if any(image.pixelColor(x, y).lightness() < 120 for x in inside)
    )


def test_arabic_letters_stand_no_higher_than_others(qtbot: QtBot, appearance: Appearance):
    field = TextField("Name")
    qtbot.addWidget(field)
    field.resize(200, 32)
    field.show()
    field.clearFocus()
    field.setText("15")
    latin = ink(field)
    field.setText("ا15")  # alef and figures stand on the line
    assert ink(field) == pytest.approx(latin, abs=1)


def test_languages_that_are_missing_never_push_the_fields_out_of_sight(
    qtbot: QtBot, appearance: Appearance
):
    """Their chips have a sign, and find another line where they find no room in the first."""
    fields = LocalizedFields(KIT, (Part("title", "Title"),))
    area = scrolled(col(fields, None))
    qtbot.addWidget(area)
    area.resize(394, 400)
    area.show()
    fields.show_texts({"title": Localized.of(es="Agua")}, ("es", "kk", "ru", "en", "ar"))
    QApplication.processEvents()
    inside = area.viewport().rect()
    parts = [*fields.findChildren(QPushButton), *fields.findChildren(QTextEdit)]
    shown = [part for part in parts if part.isVisible()]
    assert len(shown) > 6
    for part in shown:
        place = QRect(part.mapTo(area.viewport(), QPoint()), part.size())
        assert inside.left() <= place.left() <= place.right() <= inside.right(), part
    assert len({part.y() for part in fields.findChildren(QPushButton) if part.isVisible()}) > 1
