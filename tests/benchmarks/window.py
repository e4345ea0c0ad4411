"""The window beside plain Qt: how soon it is there, and how it bears long lists.

`python3 installer/test.py --benchmarks window`; a number behind it is how often each side runs,
`--small` takes a few rows. Figures are medians of fresh processes run in turn, without a screen.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from tests.benchmarks.runs import table  # noqa: E402 - a script finds the project first

HERE = ROOT / "tests" / "benchmarks"
ROWS, FEW = 100_000, 2_000
FRAME = 16
"""Milliseconds for which the window's thread may be away."""
HEADINGS = ("window", "ours, ms", "peer, ms", "ratio", "longest pause, ms (work in it)")
Told = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Goal:
    """What is asked of a figure: at most this part of the peer's."""

    key: str
    name: str
    ratio: float | None


OPENING = (
    Goal("painted", "start to painted window, beside a bare QMainWindow", 1.3),
    Goal("rows", "start to the programme painted, beside the same", 3.0),
)
LISTING = (
    Goal("show", "{rows:,} guests, shown; beside a proxy model in Python", None),
    Goal("scroll", "  scrolled, a frame", None),
    Goal("sort", "  sorted in the language's order", 0.05),
    Goal("filter", "  filtered, a letter typed", 0.05),
    Goal("memory", "  memory, MB in place of ms", None),
)
PLANNING = (
    Goal("first", "{slots:,} slots on the grid, first paint; beside a full repaint", None),
    Goal("drag", "  one of them dragged, a frame", 0.05),
)
SLOTS, SOME = 1_000, 600


def main(times: int = 5, *, small: bool = False) -> str:
    """Run it all; the table. AssertionError where the two sides end with other rows."""
    return table(
        HEADINGS,
        [
            *_open(times),
            *_list(FEW if small else ROWS, times),
            *_plan(SOME if small else SLOTS, times),
        ],
    )


def _open(times: int) -> list[Sequence[str]]:
    with tempfile.TemporaryDirectory() as home:
        file = Path(home) / "event.db"
        make = (
            "import sys; from desktop.services import reference, workspace;"
            "ws = workspace.Workspace.open(sys.argv[1], create=True);"
            "reference.create_reference_event(ws); ws.close()"
        )
        subprocess.run([sys.executable, "-c", make, str(file)], env=_around(home), check=True)
        script = str(HERE / "opening.py")
        told = _in_turn(
            {
                "ours": lambda: [script, "ours", str(time.time()), str(file)],
                "peer": lambda: [script, "bare", str(time.time())],
            },
            times,
            home,
        )
    peer = _median(told["peer"], "painted")
    return [_row(goal, goal.name, _median(told["ours"], goal.key), peer, "") for goal in OPENING]


def _list(count: int, times: int) -> list[Sequence[str]]:
    script = str(HERE / "listing.py")
    with tempfile.TemporaryDirectory() as home:
        file = str(Path(home) / "guests.db")
        make = [sys.executable, script, "make", file, str(count)]
        subprocess.run(make, env=_around(home), stderr=subprocess.DEVNULL, check=True)
        told = _in_turn(
            {
                "ours": lambda: [script, "ours", file],
                "peer": lambda: [script, "proxy", file],
            },
            times,
            home,
        )
    listed = [one["rows"] for side in told.values() for one in side]
    assert listed[0], "nothing was found"
    assert all(rows == listed[0] for rows in listed), "the two sides list other rows"
    return [
        _row(
            goal,
            goal.name.format(rows=count),
            _median(told["ours"], goal.key),
            _median(told["peer"], goal.key),
            _pause(told["ours"], goal.key),
        )
        for goal in LISTING
    ]


def _pause(told: Sequence[Told], key: str) -> str:
    if f"{key} pause" not in told[0]:
        return ""
    pause, work = (_median(told, f"{key} {what}") * 1000 for what in ("pause", "work"))
    return f"{pause:.0f} ({work:.0f}, goal {FRAME})"


def _plan(count: int, times: int) -> list[Sequence[str]]:
    script = str(HERE / "planning.py")
    with tempfile.TemporaryDirectory() as home:
        told = _in_turn({"ours": lambda: [script, str(count)]}, times, home)["ours"]
    full = _median(told, "full")
    pauses = {
        "first": max(_median(told, "first pause"), _median(told, "zoom pause")),
        "drag": _median(told, "longest"),
    }
    return [
        _row(
            goal,
            goal.name.format(slots=count),
            _median(told, goal.key),
            full,
            f"{pauses[goal.key] * 1000:.0f} (goal {FRAME})",
        )
        for goal in PLANNING
    ]


def _row(goal: Goal, name: str, ours: float, peer: float, pause: str) -> Sequence[str]:
    ratio = f"{ours / peer:.3f}" if ours < peer / 10 else f"{ours / peer:.2f}"
    if goal.ratio is not None:
        ratio += f" (goal {goal.ratio:g})"
    return [name, f"{ours * 1000:.1f}", f"{peer * 1000:.1f}", ratio, pause]


def _in_turn(
    sides: Mapping[str, Callable[[], list[str]]], times: int, home: str
) -> dict[str, list[Told]]:
    """Run every side `times` times, A B A B ..., after one run of each that does not count."""
    told: dict[str, list[Told]] = {side: [] for side in sides}
    for turn in range(times + (times > 1)):
        for side, command in sides.items():
            done = subprocess.run(
                [sys.executable, *command()],
                cwd=ROOT,
                env=_around(home),
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                check=True,
            )
            if turn or times == 1:
                told[side].append(json.loads(done.stdout))
    return told


def _around(home: str) -> dict[str, str]:
    """No screen, a home of its own, and compiled modules kept, as where the program was used."""
    kept = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    ours = {"PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen", "ESTRADO_HOME": home}
    return {**kept, **ours}


def _median(told: Sequence[Told], key: str) -> float:
    return median(one[key] for one in told)


if __name__ == "__main__":
    numbers = [int(argument) for argument in sys.argv[1:] if argument.isdecimal()]
    print(main(*numbers[:1], small="--small" in sys.argv))  # noqa: T201 - what it is for
