"""What the inspector of a person stores besides names and texts."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QTime
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop.domain.person import ConsentPurpose, ConsentState, MissionClass, Person
from desktop.services import people
from desktop.ui.fields import TextField
from desktop.ui.speakers.detail import PersonDetail
from desktop.ui.window import Window
from tests.ui.conftest import Go, settle


@pytest.fixture
def detail(go: Go) -> PersonDetail:
    """The inspector, with the first speaker of the reference event."""
    page = go("speakers")
    page.table.go(page.table.rows.number(page.table.rows.value(0)))
    return page.inspector


def stored(window: Window, detail: PersonDetail, qtbot: QtBot) -> Person:
    found: list[Person] = []
    settle(qtbot, window)
    window.desk.read(window, lambda ws: people.person(ws, detail.number), found.append)
    qtbot.waitUntil(lambda: bool(found))
    return found[0]


def test_a_consent_is_given_then_withdrawn_and_both_are_remembered(
    window: Window, detail: PersonDetail, qtbot: QtBot
):
    line = detail.consents.lines[ConsentPurpose.RECORDING]
    before = len(stored(window, detail, qtbot).consents)
    line.state.show_value(ConsentState.GIVEN)
    line.state.edited.emit()
    settle(qtbot, window)
    line.wording.setText("I may be recorded")
    line.wording.editingFinished.emit()
    line.day.setText("2.3.2026")
    line.day.editingFinished.emit()
    settle(qtbot, window)
    line.state.show_value(ConsentState.WITHDRAWN)
    line.state.edited.emit()
    given, withdrawn = stored(window, detail, qtbot).consents[before:]
    assert (given.state, given.wording) == (ConsentState.GIVEN, "I may be recorded")
    assert given.at == datetime(2026, 3, 2, 12, tzinfo=UTC)
    assert withdrawn.state is ConsentState.WITHDRAWN
    assert stored(window, detail, qtbot).consent(ConsentPurpose.RECORDING) is withdrawn.state


def test_the_fields_of_an_address_stand_as_its_country_writes_them(
    window: Window, detail: PersonDetail, qtbot: QtBot
):
    address = detail.contact.address
    for country, order in (("KZ", ["postal_code", "region", "city", "street"]), ("GB", None)):
        address._country.show_value(country)
        address._country.edited.emit()
        settle(qtbot, window)
        shown = [key for line in address._order for key in line]
        assert (shown == order) if order else (shown[-1] == "postal_code")
    field = next(
        one for one in address.findChildren(TextField) if one.accessibleName() == "Postal code"
    )
    field.setText("SW1A 1AA")
    field.editingFinished.emit()
    kept = stored(window, detail, qtbot).contact.address
    assert (kept.country, kept.postal_code) == ("GB", "SW1A 1AA")


def test_an_accreditation_has_a_day_and_a_time_by_the_clocks_of_the_event(
    window: Window, detail: PersonDetail, qtbot: QtBot
):
    before = len(stored(window, detail, qtbot).accreditations)
    detail.accreditations.add()
    settle(qtbot, window)
    card = detail.accreditations.lines[-1]
    card.country.show_value("KZ")
    card.country.edited.emit()
    card.day.setText("18.9.2024")
    card.day.editingFinished.emit()
    card.time.setTime(QTime(11, 0))
    card.time.editingFinished.emit()
    fresh = stored(window, detail, qtbot).accreditations[before:]
    assert window.desk.current is not None
    assert window.desk.current.time_zone == "Asia/Almaty"
    assert [(one.country, one.taken_up) for one in fresh] == [
        ("KZ", datetime(2024, 9, 18, 6, tzinfo=UTC))
    ]


def test_an_office_says_the_class_of_a_head_of_mission(
    window: Window, detail: PersonDetail, qtbot: QtBot
):
    card = detail.offices.lines[0]
    card.mission.show_value(MissionClass.ENVOY)
    card.mission.edited.emit()
    card.rank.show_value("ambassador")
    card.rank.edited.emit()
    office = stored(window, detail, qtbot).offices[0]
    assert (office.mission_class, office.rank) == (MissionClass.ENVOY, "ambassador")


def test_where_somebody_takes_part_leads_there(window: Window, detail: PersonDetail, qtbot: QtBot):
    settle(qtbot, window)
    ways = detail.engagements.findChildren(QPushButton)
    assert ways
    with qtbot.waitSignal(detail.page.wanted) as wanted:
        ways[0].click()
    assert wanted.args[0] == "programme"
