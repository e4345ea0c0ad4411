"""Run a command and tell what it took: `measured.py FIGURES COMMAND...`.

Linux counts in a process's peak memory what the one that started it had; this one has little.
"""

import os
import sys


def main(figures: str, *command: str) -> int:
    """Write seconds (user and system) and kilobytes into a file; the command's exit code."""
    pid = os.spawnvp(os.P_NOWAIT, command[0], command)
    _, status, usage = os.wait4(pid, 0)
    with open(figures, "w", encoding="ascii") as file:  # noqa: PTH123 - pathlib is not small
        file.write(f"{usage.ru_utime + usage.ru_stime} {usage.ru_maxrss}")
    return os.waitstatus_to_exitcode(status)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
