"""The benchmarks run, on a handful of rows: nothing here is timed."""

import shutil

import pytest

pytest.importorskip("typst", reason="the peers are not installed")

from tests.benchmarks import documents, door, guests, search, window


def test_both_sides_print_the_same_content() -> None:
    printed = documents.main(1, small=True)
    assert all(load.name in printed for load in documents.LOADS)
    assert all(name in printed for name in documents.PEERS.values())


def test_both_lists_end_with_the_same_rows_and_both_windows_are_painted() -> None:
    printed = window.main(1, small=True)
    assert all(goal.name in printed for goal in window.OPENING)
    assert f"{window.FEW:,} guests" in printed


@pytest.mark.skipif(shutil.which("sqlite3") is None, reason="the shell is not installed")
def test_both_sides_bring_in_the_same_guests() -> None:
    assert f"{guests.FEW:,} rows of CSV" in guests.main(1, small=True)


def test_both_sides_note_the_same_check_ins() -> None:
    assert f"{door.FEW:,} check-ins" in door.main(1, small=True)


def test_an_index_and_a_scan_find_the_same_guests() -> None:
    assert f"{search.FEW:,} guests" in search.main(1, small=True)
