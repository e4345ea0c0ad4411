"""A conference's schedule: reading one from a file, whichever of its shapes it has.

The format is frab's (pentabarf, frab and pretalx write it), as XML and as JSON. Real files keep
to no schema, so everything is read leniently: what cannot be understood is left open and noted,
and no talk is ever left out.
"""

from pathlib import Path

from desktop.domain.errors import BadInput
from desktop.exchange.schedule_draft import UNKNOWN, Notice, Schedule, Talk
from desktop.exchange.schedule_meaning import interpret
from desktop.exchange.schedule_raw import RawSchedule
from desktop.language.translation import msgid

__all__ = ["LARGEST", "UNKNOWN", "Notice", "Schedule", "Talk", "check", "read"]

LARGEST = 32_000_000
"""Bytes that a schedule has at most; the largest conferences publish a tenth of it."""

MOST_TALKS = 50_000

_OTHERS = (
    (b"PK\x03\x04", msgid("a ZIP archive or an office document")),
    (b"%PDF", msgid("a PDF")),
    (b"\x1f\x8b", msgid("a gzip archive; unpack it first")),
    (b"\xd0\xcf\x11\xe0", msgid("an old office document")),
    (b"\x89PNG", msgid("a picture")),
    (b"\xff\xd8\xff", msgid("a picture")),
    (b"SQLite format 3", msgid("a database")),
    (b"BEGIN:VCALENDAR", msgid("a calendar (iCalendar)")),
    (b"<!doctype html", msgid("a web page; save the schedule itself, its XML or JSON")),
    (b"<html", msgid("a web page; save the schedule itself, its XML or JSON")),
)
_UNICODE = {
    b"\xef\xbb\xbf": "utf-8-sig",
    b"\xff\xfe": "utf-16",
    b"\xfe\xff": "utf-16",
    b"<\0": "utf-16-le",
    b"{\0": "utf-16-le",
    b"\0<": "utf-16-be",
    b"\0{": "utf-16-be",
}


def read(source: Path | bytes, name: str = "") -> Schedule:
    """Read a schedule; XML and JSON are told apart by content.

    `name` stands for the file in errors. This reads in the calling process: a file from outside
    goes through `sandbox.read_file`, which holds the work to limits of time and memory.

    Raises:
        BadInput: it cannot be read, is cut short, is no schedule or has no talk in it.
    """
    if isinstance(source, Path):
        name = name or source.name
        source = _load(source)
    try:
        raw = _raw(source)
        if not raw.talks:
            raise BadInput("There is no talk in this schedule, nothing to import.")
        if len(raw.talks) > MOST_TALKS:
            raise BadInput(
                "It has {count} talks; no conference has as many.", count=len(raw.talks)
            )
        return interpret(raw, name)
    except BadInput as error:
        place = ", ".join(filter(None, (name, error.place)))
        raise error.at(place) from None


def check(path: Path) -> None:
    """See whether a file may be a schedule, before it is opened.

    Raises:
        BadInput: it is no file, or larger than any schedule.
    """
    try:
        size = path.stat().st_size
        if not path.is_file():
            raise BadInput("This is no file.", place=str(path))
    except (OSError, ValueError) as error:
        raise _unreadable(path, error) from None
    if size > LARGEST:
        megabytes = size // 1_000_000
        raise BadInput(
            "It has {count} MB; no schedule has more than 32.", count=megabytes, place=path.name
        )


def _load(path: Path) -> bytes:
    check(path)
    try:
        return path.read_bytes()
    except OSError as error:
        raise _unreadable(path, error) from None


def _unreadable(path: Path, error: OSError | ValueError) -> BadInput:
    reason = getattr(error, "strerror", None) or "its name is not valid"
    return BadInput("The file cannot be read: {reason}.", reason=reason, place=str(path))


def _raw(data: bytes) -> RawSchedule:
    wide = next((codec for sign, codec in _UNICODE.items() if data.startswith(sign)), "")
    head = (data[:2048].decode(wide, "replace").encode() if wide else data[:2048]).lstrip()
    if not head.strip(b"\0"):
        raise BadInput("The file is empty.")
    for sign, what in _OTHERS:
        if head[: len(sign)].lower() == sign.lower():
            raise BadInput("This is no schedule: it is {what}.", what=what)
    if not wide.startswith("utf-16") and b"\0" in data:
        line = data.count(b"\n", 0, data.index(b"\0")) + 1
        raise BadInput("This is no text: there is a NUL in it.", place=f"line {line}")
    if head.startswith(b"<"):
        from desktop.exchange.schedule_xml import read_xml

        return read_xml(data if wide else data.lstrip())
    if head.startswith((b"{", b"[")):
        from desktop.exchange.schedule_json import read_json

        return read_json(data)
    raise BadInput("This is no schedule: it is neither XML nor JSON.", place="line 1")
