"""The benchmarks run, on a handful of rows: nothing here is timed."""

import pytest

pytest.importorskip("typst", reason="the peers are not installed")

from tests.benchmarks import documents


def test_both_sides_print_the_same_content() -> None:
    printed = documents.main(1, small=True)
    assert all(load.name in printed for load in documents.LOADS)
    assert all(name in printed for name in documents.PEERS.values())
