"""The way back from a backup."""

import shutil
from contextlib import suppress
from datetime import UTC, datetime
from itertools import chain, count
from pathlib import Path

from desktop.domain.errors import BadInput, DatabaseRefused
from desktop.storage import backup, erasing, header, schema
from desktop.storage.database import Database
from desktop.storage.driver import connected, driver
from desktop.storage.engines import file_engine
from desktop.storage.lock import Lock

_BESIDE = ("-wal", "-shm", "-journal")


def restore(source: Path, target: Path) -> Path | None:
    """Put a backup in the place of a database; the database that was there is kept.

    A log beside the database (`-wal`) belongs to the old one: read together with the backup it
    would give wrong data without a word. So it is written into the old file, or goes with it.
    Whoever was erased from the database since the backup is erased from what is restored.

    Returns:
        Where the old database is now; None where there was none.

    Raises:
        DatabaseRefused: the backup is damaged, foreign or newer, or somebody has the database
            open. Nothing was changed.
    """
    if target.exists() and target.samefile(source):
        raise BadInput("{file} is the database itself; name a backup of it.", file=target)
    report = backup.verify(source)
    if not report.sound:
        raise DatabaseRefused(
            "{file} is damaged; nothing was restored. {problem}",
            file=source,
            problem=report.problems[0],
        )
    lock = Lock(target)
    if not lock.take():
        raise lock.refusal()
    try:
        return _swap(source, target)
    finally:
        lock.release()


def _swap(source: Path, target: Path) -> Path | None:
    with backup.draft(target) as new:
        backup.copy(source, new)
        _erase_again(target, new)
        if any(backup.problems(new)):
            raise DatabaseRefused(
                "{file} cannot be written soundly; nothing was restored.", file=target
            )
        return _set_aside(target)


def _erase_again(old: Path, new: Path) -> None:
    """Erase from a backup whom the database that it replaces had erased, where it is its copy."""
    gone, key = _erased(old)
    if not gone or key != _erased(new)[1]:
        return
    schema.upgrade_file(new)
    database = Database(file_engine(new), str(new))
    try:
        with database.write() as writer:
            erasing.forget_again(writer, gone)
        erasing.compact(database.engine)
    finally:
        database.close()
    with connected(new, "rw") as connection:
        connection.execute("PRAGMA journal_mode = DELETE")


def _erased(path: Path) -> tuple[dict[int, str], str]:
    """Who was erased from a database and when, and the key of its seal, which its copies share."""
    gone: dict[int, str] = {}
    with suppress(driver().DatabaseError, DatabaseRefused):
        header.schema_of(path)
        with connected(path, "ro") as connection:
            gone = dict(connection.execute("SELECT person_id, at FROM erasures").fetchall())
            key = connection.execute("SELECT value FROM secrets WHERE name = 'seal'").fetchone()
            return gone, key[0]
    return gone, ""


def _set_aside(target: Path) -> Path | None:
    """Give the old database, and what lies beside it, a second name; the backup gets the first."""
    kept = _free_name(target)
    there = target.exists()
    if there:
        _finish_log(target)
        try:
            kept.hardlink_to(target)
        except OSError:  # a file system without links
            shutil.copyfile(target, kept)
    for suffix in _BESIDE:
        beside = target.with_name(target.name + suffix)
        if beside.exists():
            beside.rename(kept.with_name(kept.name + suffix))
    return kept if there else None


def _free_name(target: Path) -> Path:
    stamp = datetime.now(UTC).strftime(backup.STAMP)
    base = f"{target.stem} before restore {stamp}"
    names = chain([base], (f"{base} {number}" for number in count(2)))
    every = (target.with_name(name + target.suffix) for name in names)
    return next(path for path in every if not path.exists())


def _finish_log(path: Path) -> None:
    """Write a log into its database, unless that is too damaged for it."""
    with suppress(driver().DatabaseError, DatabaseRefused):
        header.schema_of(path)
        with connected(path, "rw") as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
