"""A hundred thousand guests out of one CSV file, beside the `.import` of the sqlite3 shell.

`python3 installer/test.py --benchmarks guests`; a number behind it is how often each side runs,
`--small` takes a few rows. Both sides end with the same people, organisations and invitations in
tables of the program's own making, as durable and with what is deleted overwritten: the same
constraints, indexes and index of words. What `.import` reads goes into them by one statement a
table, which is the shell's best. It neither checks an address nor looks for duplicates, folds no
name for the search and records nothing that could be undone. Its tickets are mere chance: they
have no mark, and lie scattered in their index.

Processor time is counted of the program and of the child that reads the file; memory is that of
the larger of the two, with SQLAlchemy in it: an open database alone takes 50 MB.
"""

import csv
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from tests.benchmarks import door, search  # noqa: E402 - a script finds the project first
from tests.benchmarks.runs import in_turn, table  # noqa: E402

ROWS, FEW = 100_000, 1_500
RATIO, MEMORY = 3.0, 60
"""The goals: processor time as a multiple of the shell's, and megabytes at the peak."""

HEADINGS = ("guests", "ours, s", "peer, s", "ratio", "ours, MB", "peer, MB")
COLUMNS = (
    *("Given name", "Surname", "Position", "Organisation", "Category", "E-mail", "Phone"),
    "Country",
)
_GIVEN = ("Әсел", "Íñigo", "Сәуле", "María", "Ерлан", "Beatriz", "Тимур", "Guðrún", "Айгүл")
_FAMILY = ("Қуаныш", "Etxeberria", "Жүніс", "Fernández", "Сейіт", "Goikoetxea", "Ғалым", "Ortega")
_HOUSES = ("Universidad del Duero", "Алатау университеті", "Instituto de Datos", "Ministerio")
_OFFICES = ("Profesora", "Директор", "Researcher", "")

SHELL = """
.bail on
PRAGMA foreign_keys = ON;
PRAGMA journal_mode = WAL;
PRAGMA synchronous = FULL;
PRAGMA secure_delete = ON;
CREATE TEMP TABLE rows (given, family, office, house, category, email, phone, country);
.import --csv --skip 1 {file} rows
BEGIN;
INSERT INTO organisations
  (name, short_name, kind, country, city, address, website, source, version, folded)
SELECT DISTINCT json_object('es', house), '{{}}', 'other', '', '{{}}', '{{}}', '', '', 1, house
  FROM rows;
INSERT INTO persons
  (names, gender, honorific, offices, accreditations, organisation_id, country, languages,
   contact, biography, pronunciation, consents, notes, source, distinct_from, former_ids,
   former_sources, version, folded)
SELECT json_array(json_object('tag', 'Latn', 'family', family, 'given', given)), 'unspecified',
  '{{}}', json_array(json_object('title', json_object('es', office))), '[]', houses.id,
  rows.country, '[]', json_object('email', email, 'phone', phone), '{{}}', '{{}}', '[]', '', '',
  '[]', '[]', '[]', 1, given || ' ' || family || ' ' || office
  FROM rows JOIN (SELECT id, name ->> '$.es' AS name FROM organisations) AS houses
  ON houses.name = house;
INSERT INTO attendees
  (event_id, person_id, category, reply, party, seat, ticket, ticket_revoked, former_tickets,
   tags, needs, notes, version)
SELECT 1, id, 'guest', 'to_invite', 0, '', hex(randomblob(19)), 0, '[]', '[]', '', '', 1
  FROM persons;
COMMIT;
"""


def main(times: int = 5, *, small: bool = False) -> str:
    """Import the file on both sides; the table. AssertionError where they end differently."""
    count = FEW if small else ROWS
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        write(home / "guests.csv", count)
        _make(home / "empty.db")
        (home / "shell.sql").write_text(SHELL.format(file=home / "guests.csv"), "utf-8")
        runs = in_turn({"ours": _ours(home), "peer": _peer(home)}, times)
        _compare(home, count)
    ours, peer = runs["ours"], runs["peer"]
    row = (
        f"{count:,} rows of CSV",
        f"{ours.seconds:.2f}",
        f"{peer.seconds:.2f}",
        f"{ours.seconds / peer.seconds:.1f} (goal {RATIO:g})",
        f"{ours.memory:.0f} (goal {MEMORY})",
        f"{peer.memory:.0f}",
    )
    return table(HEADINGS, [row])


def write(path: Path, count: int) -> None:
    """A list of so many guests, the same in every run."""
    chance = random.Random(1961)
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(COLUMNS)
        rows.writerows(_row(chance, number) for number in range(count))


def _row(chance: random.Random, number: int) -> Sequence[str]:
    return (
        chance.choice(_GIVEN),
        f"{chance.choice(_FAMILY)} {number:06}",
        chance.choice(_OFFICES),
        chance.choice(_HOUSES),
        "guest",
        f"guest{number}@example.org",
        f"+7 701 {number % 1000:03} {number // 1000:02} 11",
        chance.choice(("ES", "KZ", "DE")),
    )


def _make(path: Path) -> None:
    make = (
        "import sys; from desktop.services import events, workspace;"
        "from desktop.domain.event import Event; from desktop.domain.localized import Localized;"
        "ws = workspace.Workspace.open(sys.argv[1], create=True);"
        "events.create(ws, Event(title=Localized.of(es='Foro'), languages=('es',))); ws.close()"
    )
    subprocess.run([sys.executable, "-c", make, str(path)], cwd=ROOT, check=True)


def _ours(home: Path) -> Sequence[str]:
    run = f"exec {sys.executable} -m desktop import ours.db guests.csv --as guests > ours.txt"
    return _fresh(home, "ours.db", f"PYTHONPATH={ROOT} ESTRADO_HOME={home} {run}")


def _peer(home: Path) -> Sequence[str]:
    shell = shutil.which("sqlite3")
    assert shell, "the sqlite3 shell is not installed"
    return _fresh(home, "peer.db", f"exec {shell} peer.db < shell.sql > peer.txt")


def _fresh(home: Path, file: str, run: str) -> Sequence[str]:
    """A command that begins with an empty database each time."""
    return ("sh", "-ec", f"cd {home}; rm -f {file}*; cp empty.db {file}; {run}")


def _compare(home: Path, count: int) -> None:
    query = (
        "SELECT names ->> '$[0].given', names ->> '$[0].family', contact ->> '$.email', "
        "organisations.name ->> '$', persons.country, category, reply FROM attendees "
        "JOIN persons ON persons.id = person_id "
        "JOIN organisations ON organisations.id = organisation_id ORDER BY 3"
    )
    told: list[list[tuple[str, ...]]] = []
    for name in ("ours.db", "peer.db"):
        with sqlite3.connect(home / name) as connection:
            found = connection.execute(query).fetchall()
        connection.close()
        told.append([(*row[:3], *row[4:]) for row in found])
    assert len(told[0]) == count, f"{len(told[0])} of {count} guests came in"
    assert told[0] == told[1], "the two sides end with other guests"


if __name__ == "__main__":
    numbers = [int(word) for word in sys.argv[1:] if word.isdigit()]
    for part in (main, search.main, door.main):
        print(part(*numbers[:1], small="--small" in sys.argv))  # noqa: T201 - what it is for
