"""One writer for a file: a lock beside it, which the system frees when its program dies."""

import os
import socket
from contextlib import suppress
from pathlib import Path
from typing import IO

from desktop.domain.errors import DatabaseRefused


class Lock:
    """The right to write to a database file."""

    def __init__(self, database: Path) -> None:
        self._database = database
        self.path = database.with_name(f".{database.name}.lock")
        self._file: IO[bytes] | None = None
        self._barred = False

    def take(self) -> bool:
        """Take the lock, if it is free or already ours; False where another program has it."""
        if self._file is not None:
            return True
        try:
            file = self.path.open("a+b", buffering=0)
        except OSError:
            self._barred = True
            return False
        if not _lock(file):
            file.close()
            return False
        if not self._names(file):  # its holder took it away in the meantime
            file.close()
            return self.take()
        with suppress(
            OSError
        ):  # on a full disk the lock holds, though it does not say whose it is
            file.truncate(0)
            file.write(f"{os.getpid()} {socket.gethostname()}".encode())
        self._file = file
        return True

    def release(self) -> None:
        """Let another program write."""
        if self._file is not None:
            with suppress(OSError):  # Windows deletes no open file: then it stays
                self.path.unlink()
            self._file.close()
            self._file = None

    def refusal(self) -> DatabaseRefused:
        """The error that says why the lock could not be taken, and who has it."""
        if self._barred:
            return DatabaseRefused(
                "{file} cannot be changed: its folder is write-protected.", file=self._database
            )
        try:
            number, _, machine = self.path.read_text("utf-8").partition(" ")
        except (OSError, UnicodeDecodeError):
            number = machine = ""
        if not machine:
            return DatabaseRefused(
                "{file} is open in another window; close it there.", file=self._database
            )
        return DatabaseRefused(
            "{file} is open in another window (process {number} on {machine}); close it there.",
            file=self._database,
            number=number,
            machine=machine,
        )

    def _names(self, file: IO[bytes]) -> bool:
        try:
            return os.path.samestat(os.fstat(file.fileno()), self.path.stat())
        except FileNotFoundError:
            return False


try:
    import fcntl

    def _lock(file: IO[bytes]) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True

except ImportError:  # Windows
    import msvcrt

    def _lock(file: IO[bytes]) -> bool:
        try:
            file.seek(0x7FFF_FFFF)  # far behind the text, which others may then still read
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)  # pyright: ignore
        except OSError:
            return False
        return True
