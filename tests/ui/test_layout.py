"""Layouts are read in order, and nothing of them is kept that Qt deletes."""

from PySide6.QtWidgets import QGridLayout, QLabel, QWidget, QWidgetItem
from pytestqt.qtbot import QtBot
from shiboken6 import getAllValidWrappers

from desktop.ui.layout import Turning, col, holder, parts, reading_order, row


def items() -> int:
    return sum(isinstance(one, QWidgetItem) for one in getAllValidWrappers())


def test_a_layout_is_read_in_its_order_whatever_was_made_first(qtbot: QtBot):
    last, second, third, first = (QLabel(name) for name in ("last", "2", "3", "first"))
    grid = QGridLayout()
    grid.addWidget(third, 0, 0)
    whole = holder(col(first, row(8, second, None, grid), None, holder(row(last)), gap=0))
    qtbot.addWidget(whole)
    read = [one.text() for one in reading_order(whole) if isinstance(one, QLabel)]
    assert read == ["first", "2", "3", "last"]


def test_no_item_that_qt_deletes_is_known_to_python(qtbot: QtBot):
    labels = [QLabel(name) for name in ("one", "two")]
    turning = Turning(*labels, gap=8)
    whole = holder(col(turning, row(QLabel("three")), gap=0))
    qtbot.addWidget(whole)
    before = items()
    assert len(list(reading_order(whole))) == 5
    layout = whole.layout()
    assert layout is not None
    assert parts(layout)[0] is turning
    assert turning.minimumSizeHint().width() >= max(
        one.minimumSizeHint().width() for one in labels
    )
    assert items() == before


def test_what_is_not_in_the_layout_is_no_part_of_it(qtbot: QtBot):
    whole = holder(row(QLabel("in it")))
    qtbot.addWidget(whole)
    QWidget(whole)
    assert len(list(reading_order(whole))) == 2
