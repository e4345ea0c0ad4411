"""Estrado's papers beside the same content by Typst: time and memory as ratios.

`python3 installer/test.py --benchmarks documents`; a number behind it is how often each side
runs, `--small` takes a handful of rows. Figures are medians of whole processes run in turn.
"""

import json
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from tests.benchmarks import content  # noqa: E402 - a script finds the project first
from tests.benchmarks.runs import Run, in_turn, table  # noqa: E402

HERE = ROOT / "tests" / "benchmarks"


@dataclass(frozen=True, slots=True)
class Load:
    """A document of one kind with so many rows, and what is asked of it beside Typst's figures."""

    name: str
    key: str
    rows: int
    few: int
    time: float | None
    memory: float | None


LOADS = (
    Load("programme, bilingual", "programme", 300, 6, 0.6, 0.25),
    Load("attendee list", "sign-in-sheets", 10_000, 40, 0.35, 0.1),
    Load("badges with QR", "badges", 1_000, 9, 1.0, None),
    Load("certificates", "certificates", 1_000, 3, 1.0, None),
)
PEERS = {"simple": "  Typst, lines as they come", "optimized": "  Typst, lines by cost as ours"}
GROWTH = ("attendee list", 10)
"""Ten times the rows of this load should take ten to eleven times as long, in hardly more memory
than the guests themselves and the finished file."""
HEADINGS = ("document", "rows", "pages", "KB", "seconds", "MB", "of the time", "of the memory")


def main(times: int = 5, *, small: bool = False) -> str:
    """Run every load; the table. AssertionError where one side leaves something out."""
    with tempfile.TemporaryDirectory() as folder:
        content.rosette(Path(folder, "rosette.pdf"))
        rows = [row for load in LOADS for row in _compare(load, Path(folder), times, small=small)]
        rows += _grow(Path(folder), 1 if small else min(times, 3), small=small)
    return table(HEADINGS, rows)


def _compare(load: Load, folder: Path, times: int, *, small: bool) -> list[Sequence[str]]:
    count = load.few if small else load.rows
    data = _written(load, folder, count)
    sides = ("ours", *PEERS) if load.key == "programme" else ("ours", "simple")
    targets = {side: folder / f"{load.key}-{side}.pdf" for side in sides}
    runs = in_turn(
        {s: _command(s, load.key, data, target) for s, target in targets.items()}, times
    )
    for target in targets.values():
        _holds_all(target, _texts(load.key, json.loads(data.read_bytes())))
    rows: list[Sequence[str]] = [
        [load.name, *_figures(count, targets["ours"], runs["ours"]), "", ""]
    ]
    for side in sides[1:]:
        time = runs["ours"].seconds / runs[side].seconds
        memory = runs["ours"].memory / runs[side].memory
        goals = (load.time, load.memory) if side == "simple" else (None, None)
        ratios = (_ratio(time, goals[0]), _ratio(memory, goals[1]))
        rows.append([PEERS[side], *_figures(count, targets[side], runs[side]), *ratios])
    return rows


def _grow(folder: Path, times: int, *, small: bool) -> list[Sequence[str]]:
    name, factor = GROWTH
    load = next(load for load in LOADS if load.name == name)
    count = load.few if small else load.rows
    once, more = _written(load, folder, count), _written(load, folder, count * factor)
    target = folder / "grown.pdf"
    sides = {"given": ("nothing", more), "once": (load.key, once), "more": (load.key, more)}
    runs = in_turn({n: _command("ours", *side, target) for n, side in sides.items()}, times)
    beyond = runs["more"].memory - runs["given"].memory
    return [
        [
            f"{name}, {factor} times the rows",
            *_figures(count * factor, target, runs["more"]),
            f"{runs['more'].seconds / runs['once'].seconds:.1f} × (10 to 11)",
            f"{beyond:.0f} MB beyond the guests",
        ]
    ]


def _written(load: Load, folder: Path, count: int) -> Path:
    rows = content.programme(count) if load.key == "programme" else content.guests(count)
    path = folder / f"{load.key}-{count}.json"
    lines = ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    path.write_text(f"[\n{lines}\n]\n", encoding="utf-8")  # a row a line, to be read one by one
    return path


def _command(side: str, key: str, data: Path, target: Path) -> list[str]:
    script = "ours" if side == "ours" else "peer"
    lines = [] if side == "ours" else [side]
    return [sys.executable, str(HERE / f"{script}.py"), key, str(data), str(target), *lines]


def _figures(count: int, target: Path, run: Run) -> list[str]:
    import pypdfium2

    with pypdfium2.PdfDocument(target) as pdf:
        pages = len(pdf)
    size = target.stat().st_size // 1024
    return [f"{count:,}", f"{pages:,}", f"{size:,}", f"{run.seconds:.2f}", f"{run.memory:.0f}"]


def _ratio(ratio: float, goal: float | None) -> str:
    return f"{ratio:.2f}" if goal is None else f"{ratio:.2f} (goal {goal:g})"


def _holds_all(target: Path, texts: Sequence[str]) -> None:
    """Every letter of every name, title and abstract stands in the file, as often as given."""
    import pypdfium2

    printed: Counter[str] = Counter()
    with pypdfium2.PdfDocument(target) as pdf:
        for page in pdf:
            printed.update(page.get_textpage().get_text_bounded())
            page.close()
    short = {
        letter: (count, printed[letter])
        for letter, count in Counter("".join(texts)).items()
        if letter.isalnum() and printed[letter] < count
    }
    assert not short, f"{target.name} leaves letters out (wanted, printed): {short}"


def _texts(key: str, rows: list[dict[str, Any]]) -> list[str]:
    if key == "certificates":
        said = "".join(content.CERTIFIED)
        return [said + row["given"] + row["family"] for row in rows]
    if key != "programme":
        return [row[part] for row in rows for part in ("given", "family", "house")]
    texts: list[str] = []
    for row in rows:
        people = [who[part] for who in row["speakers"] for part in ("given", "family", "house")]
        # The names stand in both columns.
        texts += [*row["title"].values(), *row["abstract"].values(), *people, *people]
    return texts


if __name__ == "__main__":
    numbers = [int(argument) for argument in sys.argv[1:] if argument.isdecimal()]
    print(main(*numbers[:1], small="--small" in sys.argv))  # noqa: T201 - what it is for
