"""Backups that can be trusted, and the way back from one.

A backup is made in one step of SQLite's backup API, checked, and only then given its name, with
its SHA-256 beside it: a file of that name is whole and sound. `integrity_check` finds half of the
bits that flip on a disk, the SHA-256 all of them.
"""

import hashlib
import os
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from desktop import paths
from desktop.domain.errors import BadInput, DatabaseRefused
from desktop.storage import header
from desktop.storage.driver import connected, driver
from desktop.storage.failures import meaning

STAMP = "%Y-%m-%d %H-%M-%S"
"""How the time (UTC) stands in the name of a backup."""

_KEPT = {"%Y-%m-%d %H": 10, "%Y-%m-%d": 10, "%Y-%m": 10}
"""How many hours, days and months keep their latest backup: 30 files at the most."""


@dataclass(frozen=True, slots=True)
class Report:
    """What `verify` found: `problems` in words, empty where the file is sound."""

    path: Path
    schema: int
    problems: tuple[str, ...] = ()
    digest: str = ""

    @property
    def sound(self) -> bool:
        """Whether the file can be trusted."""
        return not self.problems


def backup(source: Path, target: Path) -> Report:
    """Copy a database, open or not, into a checked file with its SHA-256 beside it.

    Raises:
        BadInput: the target is the database itself.
        DatabaseRefused: the database is damaged; the target cannot be written, or is something
            else than a database of ours. What was there before is left as it was.
    """
    if target.exists():
        if target.samefile(source):
            raise BadInput("{file} is the database itself; choose another name.", file=target)
        header.schema_of(target)
    with draft(target) as new:
        copy(source, new)
        found = next(problems(new), None)
        if found:
            raise DatabaseRefused(
                "{file} is damaged; no backup was made. {found}", file=source, found=found
            )
        digest = digest_of(new)
        digest_file(target).unlink(missing_ok=True)  # one that is not of this file
    with _writing(digest_file(target)):
        digest_file(target).write_text(f"{digest}  {target.name}\n", "utf-8")
    return Report(target, header.schema_of(target), digest=digest)


def rotate(source: Path, *, now: datetime | None = None) -> Report:
    """Back up into the folder beside the database, and thin out what is there.

    Raises:
        DatabaseRefused: as `backup`; then nothing is thinned out.
    """
    folder = paths.backup_folder(source)
    with _writing(folder):
        folder.mkdir(parents=True, exist_ok=True)
    moment = (now or datetime.now(UTC)).strftime(STAMP)
    report = backup(source, folder / f"{moment}.db")
    for old in _superfluous(folder):
        old.unlink()
        digest_file(old).unlink(missing_ok=True)
    return report


def verify(path: Path) -> Report:
    """Look for damage: SQLite's own check, references, and the SHA-256 where there is one.

    Raises:
        DatabaseRefused: there is no such file, it is not ours, or newer than the program.
    """
    schema = header.schema_of(path)
    found = list(problems(path))
    digest = ""
    if digest_file(path).exists():
        digest = digest_of(path)
        if digest != _noted(path):
            found.append("Its SHA-256 is not the one that was noted when it was made.")
    return Report(path, schema, tuple(found), digest)


def digest_file(path: Path) -> Path:
    """The file beside a backup that holds its SHA-256, as `sha256sum` writes it."""
    return path.with_name(f"{path.name}.sha256")


def copy(source: Path, target: Path) -> None:
    """Copy a database, with what a log beside it has to add, into an empty file.

    Raises:
        DatabaseRefused: it cannot be read to the end.
    """
    try:
        with connected(source, "ro") as old, connected(target, "rwc") as new:
            old.backup(new)
            new.execute("PRAGMA journal_mode = DELETE")
    except driver().DatabaseError as error:
        raise DatabaseRefused(
            "{file} cannot be copied: {error}.", file=source, error=error
        ) from None


def problems(path: Path) -> Iterator[str]:
    """What SQLite finds wrong with a file, in words.

    Raises:
        DatabaseRefused: its folder is write-protected.
    """
    try:
        with connected(path, "ro") as connection:
            for (line,) in connection.execute("PRAGMA integrity_check(20)"):
                if line != "ok":
                    yield f"SQLite says: {line}."
            for table, _, parent, _ in connection.execute("PRAGMA foreign_key_check"):
                yield f"A row of {table} refers to {parent} that is not there."
    except driver().DatabaseError as error:
        if "readonly" in str(
            error
        ):  # SQLite needs files beside it, which the folder does not take
            raise meaning(str(error), str(path)) from None
        yield f"SQLite says: {error}."


@contextmanager
def draft(target: Path) -> Generator[Path]:
    """A file beside the target that takes its place, safe on the disk, when all went well.

    Raises:
        DatabaseRefused: it cannot be written.
    """
    new = target.with_name(f".{target.name}.part")
    try:
        with _writing(target):
            new.write_bytes(b"")
            yield new
            with new.open("r+b") as file:
                os.fsync(file.fileno())
            new.replace(target)
    finally:
        new.unlink(missing_ok=True)


def digest_of(path: Path) -> str:
    """The SHA-256 of a file, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


@contextmanager
def _writing(path: Path) -> Generator[None]:
    try:
        yield
    except OSError as error:
        raise DatabaseRefused(
            "{file} cannot be written: {reason}.", file=path, reason=error.strerror
        ) from None


def _noted(path: Path) -> str:
    return digest_file(path).read_text("utf-8").partition(" ")[0]


def _superfluous(folder: Path) -> Iterator[Path]:
    """Backups that a newer one stands for: the latest of an hour, a day, a month are kept.

    One goes only where the next newer that stays is sound, so that a file which was damaged on the
    disk never displaces a good one.
    """
    every = sorted(
        (path for path in folder.glob("*.db") if digest_file(path).exists()), reverse=True
    )
    kept: set[Path] = set()
    for pattern, count in _KEPT.items():
        latest = {_moment(path).strftime(pattern): path for path in reversed(every)}
        kept |= set(sorted(latest.values(), reverse=True)[:count])
    newer: Path | None = None
    sound = False
    for path in every:
        if path in kept:
            newer, sound = path, False
        elif newer is not None:
            sound = sound or digest_of(newer) == _noted(newer)
            if sound:
                yield path


def _moment(path: Path) -> datetime:
    return datetime.strptime(path.stem, STAMP).replace(tzinfo=UTC)
