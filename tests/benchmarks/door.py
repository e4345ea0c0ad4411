"""Checking guests in, each on the disk before the answer: beside SQLite's own module for Python.

Part of the benchmark `guests`. The peer writes the same rows into tables of the program's making
(the passage, the change, its edit) in transactions of its own, as durable as the program's, and
nothing more: it verifies no ticket, knows no rule and no day, and makes no value of what it reads.
"""

import json
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from desktop.domain import ticket  # noqa: E402 - a script finds the project first
from desktop.domain.attendee import Attendee, Reply  # noqa: E402
from desktop.domain.door import Scan  # noqa: E402
from desktop.domain.event import Event  # noqa: E402
from desktop.domain.person import Person, PersonName  # noqa: E402
from desktop.services import door  # noqa: E402
from desktop.services.workspace import Workspace  # noqa: E402
from desktop.storage.driver import driver, journal_mode  # noqa: E402
from desktop.storage.seal import seal  # noqa: E402
from tests.benchmarks.runs import table  # noqa: E402

GUESTS, FEW = 2_000, 30
SCANS = 1_000
RATIO = 2.0
"""The goal: the median scan as a multiple of the peer's."""

HEADINGS = ("door", "ours p50, ms", "peer p50, ms", "ratio")
DAY = date(2026, 5, 14)
NOON = datetime(2026, 5, 14, 12, tzinfo=UTC)

_PRAGMAS = (
    f"journal_mode = {journal_mode()}",
    "synchronous = FULL",
    "foreign_keys = ON",
    "secure_delete = ON",
)
_GUEST = """
SELECT attendees.id, persons.names FROM attendees
JOIN persons ON persons.id = person_id WHERE ticket = ?
"""
_PASSAGES = "SELECT at, desk, direction FROM check_ins WHERE owner_id = ? ORDER BY position"
_PASSAGE = "INSERT INTO check_ins VALUES (?, ?, ?, '1', 'entrance', 'in', ?, 0)"
_CHANGE = """
INSERT INTO changes (at, who, name, fields, standing)
VALUES (?, 'bench', 'Check in {person}', ?, 'done') RETURNING id
"""
_EDIT = """
INSERT INTO edits (change_id, kind, entity_id, last_id, before, after)
VALUES (?, 'Attendee', ?, ?, ?, ?)
"""


def main(times: int = 5, *, small: bool = False) -> str:
    """Scan on both sides in turn, each in a fresh process; AssertionError where they differ."""
    count = FEW if small else GUESTS
    medians: dict[str, list[float]] = {"ours": [], "peer": []}
    with tempfile.TemporaryDirectory() as folder:
        empty = Path(folder) / "empty.db"
        _make(empty, count)
        ended: dict[str, object] = {}
        for _ in range(times):
            for side, found in medians.items():
                copy = Path(shutil.copy(empty, Path(folder) / f"{side}.db"))
                command = [sys.executable, __file__, side, str(copy)]
                told = subprocess.run(command, check=True, capture_output=True, text=True)
                found.append(json.loads(told.stdout))
                ended[side] = _rows(copy)
    assert ended["ours"] == ended["peer"], "the two sides noted other passages"
    ours, peer = median(medians["ours"]) * 1e3, median(medians["peer"]) * 1e3
    row = (
        f"{min(count, SCANS):,} check-ins of {count:,}",
        f"{ours:.3f}",
        f"{peer:.3f}",
        f"{ours / peer:.1f} (goal {RATIO:g})",
    )
    return table(HEADINGS, [row])


def _make(path: Path, count: int) -> None:
    with Workspace.open(path, create=True) as ws, ws.database.write() as writer:
        key = seal(writer)
        event = writer.put(Event(slug="bench", first_day=DAY, last_day=DAY))
        people = writer.put_all(
            [Person(names=(PersonName("Latn", f"Guest {n}", "Ana"),)) for n in range(count)]
        )
        invitation = Attendee(event_id=event.id, reply=Reply.ACCEPTED)
        writer.put_all(
            [replace(invitation, person_id=one.id, ticket=ticket.issue(key)) for one in people]
        )


def _ours(path: Path, codes: list[str]) -> Iterator[float]:
    with Workspace.open(path, who="bench") as ws:
        for code in codes:
            begun = time.perf_counter()
            answer, _ = door.check_in(ws, Scan("1", code, nonce=code[:16], at=NOON))
            yield time.perf_counter() - begun
            assert answer.admits


def _peer(path: Path, codes: list[str]) -> Iterator[float]:
    connection = driver().connect(path, isolation_level=None)
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    for code in codes:
        begun = time.perf_counter()
        connection.execute("BEGIN IMMEDIATE")
        id, names = connection.execute(_GUEST, (code,)).fetchone()
        passages = connection.execute(_PASSAGES, (id,)).fetchall()
        assert not passages
        connection.execute(_PASSAGE, (id, len(passages), NOON.isoformat(), code[:16]))
        now, fields = datetime.now(UTC).isoformat(), json.dumps({"person": names[:20]})
        [change] = connection.execute(_CHANGE, (now, fields)).fetchone()
        before = f'{{"id":{id},"event_id":1,"person_id":{id},"reply":"accepted","ticket":"{code}"'
        after = f'{before},"check_ins":[{{"at":"{NOON.isoformat()}","desk":"1"}}]'
        connection.execute(_EDIT, (change, id, id, before, after))
        connection.execute("COMMIT")
        yield time.perf_counter() - begun
    connection.close()


def _rows(path: Path) -> object:
    connection = driver().connect(path)
    query = (
        "SELECT owner_id, position, check_ins.at, desk, list, nonce FROM check_ins "
        "JOIN edits ON entity_id = owner_id JOIN changes ON changes.id = change_id ORDER BY 1, 2"
    )
    found = connection.execute(query).fetchall()
    connection.close()
    return found


def _codes(path: Path) -> list[str]:
    connection = driver().connect(path)
    found = [code for (code,) in connection.execute("SELECT ticket FROM attendees ORDER BY id")]
    connection.close()
    return found[:SCANS]


if __name__ == "__main__":
    side, location = sys.argv[1], Path(sys.argv[2])
    scans = {"ours": _ours, "peer": _peer}[side](location, _codes(location))
    print(median(scans))  # noqa: T201 - what it is for
