from collections import Counter

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton
from pytestqt.qtbot import QtBot

from desktop.services.lists import Filter
from desktop.ui.appearance import Appearance
from desktop.ui.attendees.filters import choices
from desktop.ui.attendees.page import GuestsPage
from desktop.ui.filter_bar import FilterBar
from desktop.ui.kit import Kit
from desktop.ui.organisations.page import OrganisationsPage
from desktop.ui.speakers.page import SpeakersPage
from desktop.ui.theme import LIGHT
from desktop.ui.window import Window
from tests.ui.conftest import Go, settle

PRESS = Filter("Attendee.category", ("press",))
STUDENTS = Filter("Attendee.category", ("student",))
NO_EMAIL = Filter("Person.contact.email")


@pytest.fixture
def bar(qtbot: QtBot, appearance: Appearance) -> FilterBar:
    kit = Kit("en", LIGHT)
    made = FilterBar(kit, choices(kit), "Tested")
    qtbot.addWidget(made)
    made.resize(900, 24)
    made.show()
    made.suggest(12, [(PRESS, "Press 3", None), (STUDENTS, "Students 9", None)])
    return made


def chips(bar: FilterBar) -> list[str]:
    return [one.text().strip() for one in bar.line.findChildren(QPushButton) if one.isVisible()]


def entry(menu: QMenu, *names: str) -> QAction:
    actions = menu.actions()
    for name in names:
        found = next(one for one in actions if one.text().partition("\t")[0] == name)
        actions = found.menu().actions() if found.menu() else []
    return found


def test_values_of_a_field_widen_what_is_let_through_and_fields_narrow_it(bar: FilterBar):
    assert chips(bar) == ["All 12", "Press 3", "Students 9"]
    bar.add(PRESS)
    bar.add(NO_EMAIL)
    bar.add(STUDENTS)
    assert bar.filters == (Filter("Attendee.category", ("press", "student")), NO_EMAIL)
    assert chips(bar) == ["All 12", "Category: Press, Students", "No e-mail"]
    bar.remove(PRESS)
    assert bar.filters == (STUDENTS, NO_EMAIL)
    assert chips(bar) == ["All 12", "Category: Students", "No e-mail", "Press 3"]


def test_a_chip_takes_its_filter_away_and_says_so(bar: FilterBar, qtbot: QtBot):
    bar.choose([PRESS, NO_EMAIL])
    chip = next(
        one for one in bar.line.findChildren(QPushButton) if one.text().strip() == "No e-mail"
    )
    assert chip.accessibleName() == "Take away the filter No e-mail"
    with qtbot.waitSignal(bar.changed):
        chip.click()
    assert bar.filters == (PRESS,)


def test_the_menu_counts_values_and_ticks_the_chosen_ones(bar: FilterBar):
    counts = {"Attendee.category": Counter(press=3, student=9)}
    menu = bar.menu(counts)
    assert entry(menu, "Category", "Press").text() == "Press\t3"
    assert not entry(menu, "Reply").isEnabled()
    entry(menu, "Category", "Press").trigger()
    entry(menu, "What is missing", "No e-mail").trigger()
    assert bar.filters == (PRESS, NO_EMAIL)
    again = bar.menu(counts)
    assert entry(again, "Category", "Press").isChecked()
    entry(again, "Category", "Press").trigger()
    assert bar.filters == (NO_EMAIL,)


def test_filters_are_saved_under_a_name_and_chosen_again(bar: FilterBar):
    bar.choose([PRESS, NO_EMAIL])
    bar.save("Letters to the press")
    bar.choose([])
    entry(bar.menu({}), "Letters to the press").trigger()
    assert bar.filters == (PRESS, NO_EMAIL)
    entry(bar.menu({}), "Forget", "Letters to the press").trigger()
    assert "Letters to the press" not in [one.text() for one in bar.menu({}).actions()]


def test_what_was_saved_for_another_list_filters_nothing(bar: FilterBar):
    bar.choose([Filter("Organisation.kind", ("embassy",)), Filter("Person.gone")])
    assert bar.filters == ()


def test_guests_are_filtered_by_several_fields_and_words(window: Window, go: Go, qtbot: QtBot):
    page = go("guests")
    assert isinstance(page, GuestsPage)
    page.bar.button.click()

    def opened() -> list[QMenu]:
        return [menu for menu in page.bar.findChildren(QMenu) if menu.isVisible()]

    qtbot.waitUntil(lambda: bool(opened()))
    menu = opened()[0]
    first = entry(menu, "Category").menu().actions()[0]
    count = int(first.text().partition("\t")[2])
    first.trigger()
    menu.close()
    settle(qtbot, window)
    assert page.table.rows.rowCount() == count < page.shown.total
    name = page.shown.rows[0].person.names[0].family
    page.search.setText(name)
    qtbot.waitUntil(lambda: 0 < page.table.rows.rowCount() < count)
    page.bar.choose([])
    settle(qtbot, window)
    assert page.search.text() == name


def test_every_field_of_every_list_can_be_filtered_by(window: Window, go: Go, qtbot: QtBot):
    for key, kind in (
        ("guests", GuestsPage),
        ("speakers", SpeakersPage),
        ("organisations", OrganisationsPage),
    ):
        page = go(key)
        assert isinstance(page, kind)
        fields = [field.name for field in page.bar._choices.fields]
        counts: list[dict[str, Counter[str]]] = []
        roll = page.roll()
        window.desk.look(page, lambda lists: roll.counted(lists, fields), counts.append)  # noqa: B023
        settle(qtbot, window)
        for field in page.bar._choices.fields:
            for value, count in counts[0][field.name].items():
                assert field.word(value)
                page.bar.choose([Filter(field.name, (value,))])
                settle(qtbot, window)
                shown = page.table.rows.rowCount()
                assert shown == count or key == "speakers", (field.name, value)
                break
        for lacking, _ in page.bar._choices.lacking:
            page.bar.choose([Filter(lacking)])
            settle(qtbot, window)
            assert page.shown.ids is not None
        page.bar.choose([])
