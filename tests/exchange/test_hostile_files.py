"""Files that are no schedule, are broken, or mean harm: each is refused with its own reason."""

import json
import random
from pathlib import Path

import pytest

from desktop.domain.errors import BadInput
from desktop.exchange import sandbox
from desktop.exchange.schedule import LARGEST, read

EVENT = b"<event id='1'><start>10:00</start><duration>0:30</duration><title>Talk</title></event>"
XML = (
    b"<schedule>\n<day date='2024-05-02'>\n<room name='A'>\n" + EVENT + b"</room></day></schedule>"
)
JSON = json.dumps(
    {"schedule": {"conference": {"days": [{"rooms": {"A": [{"title": "Talk"}]}}]}}}, indent=1
).encode()
LAUGHS = b"".join(b"<!ENTITY l%d '%s'>" % (i, b"&l%d;" % (i - 1) * 10) for i in range(1, 10))
BOMB = b"<!DOCTYPE x [<!ENTITY l0 'ha'>" + LAUGHS + b"]>"
NO_ENTITIES = "x, line 1: It declares entities of its own, as no schedule does."
TOO_DEEP = "x: Its lists stand one inside another thousands of levels deep; no schedule does."
CUT = "The file is cut short: it ends in the middle of the schedule."
NO_DAYS = "This is JSON, but no schedule: there is no list of days at schedule.conference.days."
ENCODING = "Its letters are not in the encoding that it names, or not in UTF-8."

REFUSED = {
    "empty": (b"", "x: The file is empty."),
    "blank": (b" \r\n\t ", "x: The file is empty."),
    "archive": (
        b"PK\x03\x04xx",
        "x: This is no schedule: it is a ZIP archive or an office document.",
    ),
    "packed": (b"\x1f\x8b\x08", "x: This is no schedule: it is a gzip archive; unpack it first."),
    "pdf": (b"%PDF-1.7", "x: This is no schedule: it is a PDF."),
    "picture": (b"\x89PNG\r\n", "x: This is no schedule: it is a picture."),
    "database": (b"SQLite format 3\0", "x: This is no schedule: it is a database."),
    "calendar": (b"BEGIN:VCALENDAR", "x: This is no schedule: it is a calendar (iCalendar)."),
    "web page": (
        b"<!DOCTYPE HTML><p>",
        "x: This is no schedule: it is a web page; save the schedule itself, its XML or JSON.",
    ),
    "table": (b"a;b\n1;2", "x, line 1: This is no schedule: it is neither XML nor JSON."),
    "other xml": (
        b"<?xml version='1.0'?>\n<rss/>",
        "x, line 2: This is XML, but no schedule: it begins with <rss>, not <schedule>.",
    ),
    "other json": (
        b"[1, 2]",
        "x: This is JSON, but no schedule: it does not begin with “schedule”.",
    ),
    "json without days": (b'{"schedule": {}}', f"x: {NO_DAYS}"),
    "days that are none": (b'{"schedule": {"days": "7"}}', f"x: {NO_DAYS}"),
    "no talk in xml": (
        XML.replace(EVENT, b""),
        "x: There is no talk in this schedule, nothing to import.",
    ),
    "no talk in json": (
        b'{"conference": {"days": [{"rooms": {"A": []}}]}}',
        "x: There is no talk in this schedule, nothing to import.",
    ),
    "xml cut in an element": (XML[:120], f"x, line 4, column 70: {CUT}"),
    "xml cut between elements": (XML[:-11], f"x, line 4, column 100: {CUT}"),
    "json cut": (JSON[:-30], f"x, line 11, column 5: {CUT}"),
    "json cut in a word": (JSON[: JSON.index(b"alk")], f"x, line 9, column 18: {CUT}"),
    "json with a slip": (
        JSON.replace(b'"title":', b'"title"'),
        "x, line 9, column 17: It is not well-formed JSON (expecting ':' delimiter).",
    ),
    "elements that cross": (
        XML.replace(b"</room>", b"</day>"),
        "x, line 4, column 93: <room> of line 3 is closed by </day>.",
    ),
    "two roots": (
        XML * 2,
        "x, line 4, column 111: Something stands after the end of the schedule.",
    ),
    "bare <": (
        XML.replace(b"Talk", b"1 < 2"),
        "x, line 4, column 70: A bare < stands in it, where &lt; should.",
    ),
    "a billion laughs": (BOMB + XML.replace(b"Talk", b"&l9;"), NO_ENTITIES),
    "a billion laughs in an attribute": (
        BOMB + XML.replace(b"'A'", b"'&l9;'"),
        NO_ENTITIES,
    ),
    "an entity of 100 KB, 10,000 times": (
        b"<!DOCTYPE x [<!ENTITY a '" + b"a" * 100_000 + b"'>]>"
        b"<schedule a='" + b"&a;" * 10_000 + b"'/>",
        "x, line 1, column 100072: Its entities unfold into endless text.",
    ),
    "somebody's file": (
        b"<!DOCTYPE x [<!ENTITY f SYSTEM 'file:///etc/passwd'>]>" + XML.replace(b"Talk", b"&f;"),
        NO_ENTITIES,
    ),
    "somebody's address": (
        b"<!DOCTYPE x [<!ENTITY % p SYSTEM 'http://127.0.0.1:9/x.dtd'>%p;]>" + XML,
        NO_ENTITIES,
    ),
    "200,000 levels of xml": (
        b"<schedule>" + b"<a>" * 200_000 + b"</a>" * 200_000 + b"</schedule>",
        "x, line 1, column 778: "
        "Its elements stand one inside another more than 250 levels deep; no schedule does.",
    ),
    "200,000 levels of lists": (b'{"days": ' + b"[" * 200_000 + b"]" * 200_000 + b"}", TOO_DEEP),
    "200,000 levels of objects": (b'{"days": ' * 200_000, TOO_DEEP),
    "a word of 11 MB": (
        XML.replace(b"Talk", b"x" * 11_000_000),
        "x, line 4, column 10003950: A text in it is longer than any schedule.",
    ),
    "a figure of 10,000 digits": (
        b'{"days": ' + b"9" * 10_000 + b"}",
        "x: A figure in it has thousands of digits; no schedule does.",
    ),
    "latin letters in utf-8": (
        XML.replace(b"Talk", b"Caf\xe9"),
        f"x, line 4, column 70: {ENCODING}",
    ),
    "latin letters in json": (
        JSON.replace(b"Talk", b"Caf\xe9"),
        "x, line 9: The letters are not in UTF-8. Save the file as UTF-8.",
    ),
    "an unheard-of encoding": (
        b"<?xml version='1.0' encoding='utf-99'?>" + XML,
        f"x, line 1, column 38: {ENCODING}",
    ),
    "utf-16 cut": (XML.decode().encode("utf-16")[:101], f"x, line 3, column 15: {CUT}"),
    "NUL in xml": (
        XML.replace(b"Talk", b"Ta\0k"),
        "x, line 4: This is no text: there is a NUL in it.",
    ),
    "NUL in json": (
        JSON.replace(b"Talk", b"Ta\0k"),
        "x, line 9: This is no text: there is a NUL in it.",
    ),
    "noise": (
        random.Random(1).randbytes(100_000),
        "x, line 1: This is no text: there is a NUL in it.",
    ),
    "more talks than any conference": (
        XML.replace(EVENT, b"<event/>" * 50_001),
        "x: It has 50001 talks; no conference has as many.",
    ),
}


@pytest.mark.parametrize(("data", "reason"), REFUSED.values(), ids=REFUSED)
def test_refused_with_place_and_reason(data: bytes, reason: str) -> None:
    with pytest.raises(BadInput) as refusal:
        read(data, "x")
    assert str(refusal.value) == reason


@pytest.mark.parametrize("data", [XML, JSON])
def test_what_these_files_are_made_from_is_read(data: bytes) -> None:
    assert len(read(data, "x").talks) == 1


def refusal_by_sandbox(path: Path) -> str:
    with pytest.raises(BadInput) as refusal:
        sandbox.read_file(path)
    return str(refusal.value)


def test_a_hundred_megabytes_are_not_even_opened(tmp_path: Path) -> None:
    path = tmp_path / "nonsense.xml"
    with path.open("wb") as file:
        file.truncate(100_000_000)
    assert refusal_by_sandbox(path) == "nonsense.xml: It has 100 MB; no schedule has more than 32."


@pytest.mark.parametrize(
    "data",
    [
        b'{"days": [' + b"[]," * 10_000_000 + b"[]]}",
        b"<schedule>" + b"<event/>" * 3_900_000 + b"</schedule>",
    ],
    ids=["json", "xml"],
)
def test_what_takes_more_memory_than_allowed_is_stopped(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "small things"
    path.write_bytes(data)
    assert len(data) < LARGEST
    assert refusal_by_sandbox(path) == (
        "small things: Reading it took more memory than any schedule needs, so it was stopped."
    )


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    assert refusal_by_sandbox(tmp_path) == f"{tmp_path}: This is no file."
    missing = tmp_path / "missing.xml"
    reason = f"{missing}: The file cannot be read: No such file or directory."
    assert refusal_by_sandbox(missing) == reason
    with pytest.raises(BadInput, match="its name is not valid"):
        sandbox.read_file(Path("a\0b"))
