"""Whole processes run in turn, so that a ratio holds when the machine's speed drifts."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[2]
MEASURED = Path(__file__).with_name("measured.py")


@dataclass(frozen=True, slots=True)
class Run:
    """One finished process: processor seconds (user and system) and peak memory in MB."""

    seconds: float
    memory: float


def in_turn(commands: Mapping[str, Sequence[str]], times: int) -> dict[str, Run]:
    """Run every command `times` times, A B A B ..., after one run of each that does not count.

    Returns the medians. Fresh processes each time; a command that fails ends the benchmark.
    """
    runs: dict[str, list[Run]] = {name: [] for name in commands}
    for turn in range(times + (times > 1)):
        for name, command in commands.items():
            run = _run(command)
            if turn or times == 1:
                runs[name].append(run)
    return {
        name: Run(median(r.seconds for r in done), median(r.memory for r in done))
        for name, done in runs.items()
    }


def _run(command: Sequence[str]) -> Run:
    # Compiled modules are kept, as on the machine of somebody who prints twice.
    kept = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    with tempfile.NamedTemporaryFile() as figures:
        measured = [sys.executable, "-S", str(MEASURED), figures.name, *command]
        subprocess.run(measured, cwd=ROOT, env={**kept, "PYTHONPATH": str(ROOT)}, check=True)
        seconds, memory = figures.read().split()
    return Run(float(seconds), int(memory) / (1024 if sys.platform == "darwin" else 1) / 1024)


def table(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Rows as columns of text: the first to the left, figures to the right."""
    widths = [max(map(len, column)) for column in zip(headings, *rows, strict=True)]
    lines = [
        "  ".join(
            cell.ljust(width) if n == 0 else cell.rjust(width)
            for n, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in (headings, *rows)
    ]
    return "\n".join([lines[0], "-" * len(lines[0]), *lines[1:]])
