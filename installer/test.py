"""`python3 installer/test.py`: everything that has to hold, on a fresh machine as on an old one.

What it doesn't know itself is passed on, to pytest (paths, `-k`, `-x` ...) or to the benchmark
(how often, `--small`).
"""

import argparse
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from installer.environment import PYTHON, ROOT, command, prepare
from installer.progress import Progress, SetUpError
from installer.system import FOR_TESTS

BENCHMARKS = ("documents", "window", "guests")
LOCKS = ("run.txt", "test.txt", "benchmarks.txt")
"""The peers of the benchmarks too: the tests run every benchmark once, on a handful of rows."""
_CHECKS = {
    "format": ("ruff", "format", "--check"),
    "lint": ("ruff", "check"),
    "types": ("pyright",),
    "imports": ("lint-imports",),
}


def main(arguments: Sequence[str]) -> int:
    """Check and test the project, or measure it; 0 only where everything holds."""
    options, for_pytest = _parser().parse_known_args(arguments)
    try:
        if options.benchmarks is not None:
            return _measure(options.benchmarks, for_pytest)
        prepare(LOCKS, FOR_TESTS, Progress())
        failed = [name for name, parts in _CHECKS.items() if not _holds(name, parts)]
        if failed:
            print(f"To mend before all else: {', '.join(failed)}.", flush=True)
        return _run_tests(for_pytest) or int(bool(failed))
    except SetUpError as error:
        print(error, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        description="Format, lint, types, imports, then the tests.",
        epilog="Other arguments are passed to pytest: paths, -k EXPRESSION, -x ...",
        allow_abbrev=False,
    )
    parser.add_argument(
        "--benchmarks",
        nargs="?",
        const="",
        metavar="|".join(BENCHMARKS),
        choices=["", *BENCHMARKS],
        help="measure against the peers instead of testing",
    )
    return parser


def _holds(name: str, parts: Sequence[str]) -> bool:
    program, *rest = parts
    started = time.monotonic()
    done = subprocess.run(
        [command(program), *rest],
        cwd=ROOT,
        env=_environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    verdict = "does not hold" if done.returncode else "holds"
    print(f"{name:8} {verdict} ({time.monotonic() - started:.1f} s)", flush=True)
    if done.returncode:
        sys.stdout.buffer.write(done.stdout)
    return done.returncode == 0


def _run_tests(arguments: Sequence[str]) -> int:
    # A few tests by name start sooner in one process than in two.
    workers = () if arguments else ("-n", "2")
    return subprocess.run(
        [PYTHON, "-m", "pytest", *workers, *arguments],
        cwd=ROOT,
        env=_environment(),
        check=False,
    ).returncode


def _measure(which: str, rest: Sequence[str]) -> int:
    prepare(LOCKS, FOR_TESTS, Progress())
    for name in [which] if which else BENCHMARKS:
        script = ROOT / "tests" / "benchmarks" / f"{name}.py"
        if not script.exists():
            print(f"There is no benchmark {script.relative_to(ROOT)} yet.", file=sys.stderr)
            return 2
        code = subprocess.run([PYTHON, script, *rest], cwd=ROOT, check=False).returncode
        if code:
            return code
    return 0


def _environment() -> dict[str, str]:
    """The surroundings of every check: letters as UTF-8, and no look-up of newer versions."""
    return {**os.environ, "LC_ALL": "C.UTF-8", "PYRIGHT_PYTHON_IGNORE_WARNINGS": "1"}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
