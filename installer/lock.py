"""`python3 installer/lock.py`: pins anew, by hash, what pyproject.toml asks for; needs `uv`.

One lock serves every system and Python from 3.11 on. `--upgrade` takes the newest versions; other
arguments go to `uv pip compile` as well.
"""

import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCKS: Mapping[str, tuple[str, ...]] = {
    "run.txt": ("pyproject.toml", "--extra=postgresql", "--group=install"),
    "test.txt": ("--group=test",),
    "benchmarks.txt": ("--group=benchmarks",),
}
_OPTIONS = (
    "--universal",
    "--python-version=3.11",
    "--generate-hashes",
    "--no-build",
    "--no-emit-index-url",
    "--no-annotate",
    "--no-header",
    "--quiet",
)


def main(arguments: Sequence[str]) -> int:
    """Write the locks in turn; what an earlier one pins holds for the later ones."""
    earlier: list[str] = []
    for name, what in LOCKS.items():
        lock = f"installer/requirements/{name}"
        command = ["uv", "pip", "compile", *_OPTIONS, *what, *earlier, f"--output-file={lock}"]
        if code := subprocess.run([*command, *arguments], cwd=ROOT, check=False).returncode:
            return code
        earlier.append(f"--constraints={lock}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
