"""Finding guests while one types, beside a scan by LIKE with SQLite's own module for Python.

Part of the benchmark `guests`. A keystroke at the door asks for the first guests with the words
typed so far: the program by its index of words, read into whole values; the peer by a scan for
their ids alone, over the same folded words in the same file. From the second letter on every
keystroke counts, for names that are on the list. Where all guests are told, both tell the same.
"""

import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from statistics import median
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from desktop.domain.attendee import Attendee  # noqa: E402 - a script finds the project first
from desktop.domain.event import Event  # noqa: E402
from desktop.domain.person import Person, PersonName  # noqa: E402
from desktop.services.workspace import Workspace  # noqa: E402
from desktop.storage.driver import driver  # noqa: E402
from desktop.storage.words import words_in  # noqa: E402
from tests.benchmarks.runs import table  # noqa: E402

COUNTS, FEW = (100_000, 1_000_000), 2_000
MEDIAN, SHARE = 1.0, 0.01
"""The goals: milliseconds, and the part of the scan's time (both at the larger count)."""

HEADINGS = ("search as one types", "ours p50, ms", "peer p50, ms", "ratio")
LIMIT = 20
NAMES, SCANNED = 40, 4
"""So many names are typed; the scan, which takes long, is asked for the first of them."""

_TOGETHER = 10_000
_DAY = date(2026, 5, 14)
_SYLLABLES = ("ба", "ғи", "да", "жұ", "ке", "лы", "мә", "но", "рү", "са", "те", "шә")
_SCAN = """
SELECT attendees.id FROM attendees JOIN persons ON persons.id = person_id
WHERE event_id = 1 AND {} LIMIT ?
"""


def main(times: int = 1, *, small: bool = False) -> str:
    """Type the same names on both sides; AssertionError where they find other guests."""
    rows = [_measured(count, times) for count in ((FEW,) if small else COUNTS)]
    return table(HEADINGS, rows)


def _measured(count: int, times: int) -> tuple[str, ...]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "guests.db"
        names = _make(path, count)
        with Workspace.open(path) as ws:
            ours = _timed(_finding(ws), names * times)
        connection = driver().connect(path)
        peer = _timed(_scanning(connection), names[:SCANNED])
        connection.close()
    for typed, (_, ids) in peer.items():
        found = ours[typed][1]
        assert len(found) == len(ids), f"{typed}: {len(found)} of {len(ids)} guests"
        assert len(ids) == LIMIT or found == ids, f"{typed}: other guests"
    quick = median(seconds for seconds, _ in ours.values()) * 1e3
    slow = median(seconds for seconds, _ in peer.values()) * 1e3
    return (
        f"{count:,} guests",
        f"{quick:.2f} (goal {MEDIAN:g})",
        f"{slow:.1f}",
        f"1/{slow / quick:.0f} (goal 1/{1 / SHARE:.0f})",
    )


def _make(path: Path, count: int) -> list[str]:
    """So many guests in a file; some of their names."""
    chance = random.Random(1961)
    names = [PersonName("Cyrl", _word(chance), _word(chance)) for _ in range(count)]
    with Workspace.open(path, create=True) as ws, ws.database.write() as writer:
        event = writer.put(Event(slug="bench", first_day=_DAY, last_day=_DAY))
        for start in range(0, count, _TOGETHER):
            block = [(name,) for name in names[start : start + _TOGETHER]]
            ids = writer.add_all(Person, {"names": block, "offices": [()] * len(block)})
            writer.add_all(Attendee, {"event_id": [event.id] * len(ids), "person_id": ids})
    return [f"{name.family} {name.given}" for name in chance.sample(names, NAMES)]


def _word(chance: random.Random) -> str:
    return "".join(chance.choices(_SYLLABLES, k=chance.randint(2, 4))).capitalize()


def _finding(ws: Workspace) -> Callable[[str], list[int]]:
    def find(typed: str) -> list[int]:
        with ws.read() as reader:
            return [one.id for one in reader.search(Attendee, typed, event_id=1, limit=LIMIT)]

    return find


def _scanning(connection: Any) -> Callable[[str], list[int]]:
    def find(typed: str) -> list[int]:
        words = words_in(typed)
        query = _SCAN.format(" AND ".join(["' ' || folded LIKE ?"] * len(words)))
        wanted = [f"% {word}%" for word in words]
        return [id for (id,) in connection.execute(query, (*wanted, LIMIT))]

    return find


def _timed(
    find: Callable[[str], list[int]], names: list[str]
) -> dict[str, tuple[float, list[int]]]:
    """How long each keystroke takes, in seconds, and whom it finds."""
    timed: dict[str, tuple[float, list[int]]] = {}
    find(names[0])
    for typed in _keystrokes(names):
        begun = time.perf_counter()
        ids = find(typed)
        timed[typed] = time.perf_counter() - begun, sorted(ids)
    return timed


def _keystrokes(names: list[str]) -> Iterator[str]:
    return (name[:end] for name in names for end in range(2, len(name) + 1))


if __name__ == "__main__":
    print(main(small="--small" in sys.argv))  # noqa: T201 - what it is for
