"""Schedule XML as pentabarf, frab and pretalx write it, taken apart into raw fields.

Nothing outside the file is ever read: no entities, no external definitions, no network, and
libxml2's own limits of depth, text and amplification stay on.
"""

import re
from collections.abc import Mapping
from contextlib import suppress
from typing import TypeAlias

from lxml import etree

from desktop.domain.errors import BadInput
from desktop.exchange.entities import unescaped
from desktop.exchange.schedule_raw import RawDay, RawSchedule, RawTalk
from desktop.language.translation import msgid

_Notices: TypeAlias = tuple[tuple[str, str], ...]

_MENDED = msgid("Letters that XML does not allow were left out or mended.")
_XML_ENTITIES = frozenset({b"amp", b"lt", b"gt", b"quot", b"apos"})
_MENDABLE = re.compile(
    rb"[\x01-\x08\x0b\x0c\x0e-\x1f]|&(?!#?\w{1,31};)"
    rb"|&(?:([a-z][a-z0-9]{1,30})|#0*(?:[0-8]|1[124-9]|2\d|3[01])|#x0*(?:[0-8bcef]|1[0-9a-f]));",
    re.IGNORECASE,
)
_WIDE = (b"\xff\xfe", b"\xfe\xff", b"<\0", b"\0<")
_LISTS = frozenset(
    {"day", "event", "persons", "links", "attachments", "recording", "tracks", "rooms"}
)
_UNFINISHED = frozenset({40, 45, 47, 63, 73, 74, 77, 1549})
"""libxml2's codes of what the end of a file can leave open: tag, attribute, comment, CDATA."""
_REASONS = (
    (r"Document is empty|Start tag expected", msgid("There is no XML in it.")),
    (r"Extra content", msgid("Something stands after the end of the schedule.")),
    (
        r"Excessive depth",
        msgid(
            "Its elements stand one inside another more than 250 levels deep; no schedule does."
        ),
    ),
    (r"amplification|reference loop", msgid("Its entities unfold into endless text.")),
    (
        r"encoding|UTF-8",
        msgid("Its letters are not in the encoding that it names, or not in UTF-8."),
    ),
    (r"StartTag: invalid", msgid("A bare < stands in it, where &lt; should.")),
    (r"Text node too long|limit", msgid("A text in it is longer than any schedule.")),
)


def read_xml(data: bytes) -> RawSchedule:
    """Take a schedule in XML apart.

    Raises:
        BadInput: it is no well-formed XML, declares entities, or is no schedule.
    """
    root, notices = _root(data)
    if root.getroottree().docinfo.internalDTD and b"<!ENTITY" in data.replace(b"\0", b""):
        raise BadInput("It declares entities of its own, as no schedule does.", place="line 1")
    _without_namespaces(root)
    if root.tag != "schedule":
        raise BadInput(
            "This is XML, but no schedule: it begins with <{found}>, not <schedule>.",
            found=root.tag[:40],
            place=_line(root),
        )
    return _taken_apart(root, notices)


def _root(data: bytes) -> tuple[etree.Element, _Notices]:
    """The root element; a file that is not quite XML is mended."""
    notices: _Notices = ()
    if b"<!DOCTYPE" in data[:4096]:  # libxml2 drops entities that only a document type explains
        data, notices = _mended(data)
    try:
        return _parsed(data), notices
    except etree.XMLSyntaxError as error:
        mended, notices = _mended(data)
        if notices:
            with suppress(etree.XMLSyntaxError):
                return _parsed(mended), notices
        line, column = error.position
        raise _refusal(error, data).at(f"line {line}, column {column}") from None


def _parsed(data: bytes) -> etree.Element:
    parser = etree.XMLParser(
        resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False,
        remove_comments=True, remove_pis=True,
    )  # fmt: skip
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        if error.lineno:
            raise
        raise MemoryError from None  # libxml2 has no more to say where memory ran out


def _mended(data: bytes) -> tuple[bytes, _Notices]:
    """Letters that XML forbids left out, a bare & and HTML's entities spelt; and where first."""
    places: list[int] = []

    def mend(found: re.Match[bytes]) -> bytes:
        if found[1] in _XML_ENTITIES:
            return found[0]
        places.append(found.start())
        is_amp = found[0] == b"&"
        letters = unescaped(found[0].decode("ascii")) if found[1] or is_amp else ""
        return "".join(f"&#{ord(letter)};" for letter in letters).encode("ascii")

    mended = data if data.startswith(_WIDE) else _MENDABLE.sub(mend, data)
    if not places:
        return data, ()
    line = data.count(b"\n", 0, places[0]) + 1
    return mended, ((f"line {line}", _MENDED),)


def _refusal(error: etree.XMLSyntaxError, data: bytes) -> BadInput:
    """What libxml2 found, for somebody who only wants the programme."""
    for pattern, reason in _REASONS:
        if re.search(pattern, error.msg):
            return BadInput(reason)
    if mismatch := re.search(r"mismatch: (\S+) line (\d+) and (\S+?),", error.msg):
        opened, line, closed = mismatch.groups()
        return BadInput(
            "<{opened}> of line {line} is closed by </{closed}>.",
            opened=opened,
            line=line,
            closed=closed,
        )
    if _is_at_end(error, data):
        return BadInput("The file is cut short: it ends in the middle of the schedule.")
    finding = error.msg.partition("\n")[0].split(", line ")[0].strip()[:120]
    return BadInput("It is not well-formed XML ({finding}).", finding=finding)


def _is_at_end(error: etree.XMLSyntaxError, data: bytes) -> bool:
    """Whether an element was still open, or the text broke off, where the file ends."""
    *before, last = data.rstrip(b"\n\r\t \0").split(b"\n")
    line, column = error.position
    width = 2 if data.startswith(_WIDE) else 1
    return line > len(before) and (error.code in _UNFINISHED or column * width >= len(last))


def _without_namespaces(root: etree.Element) -> None:
    if "{" in root.tag:
        for element in root.iter("*"):
            element.tag = element.tag.rpartition("}")[2]


def _taken_apart(root: etree.Element, notices: _Notices) -> RawSchedule:
    conference = root.find("conference")
    days = {day: RawDay(dict(day.attrib), _line(day)) for day in root.iter("day")}
    rooms = {room: _named(room) for room in root.iter("room") if not _within_talk(room)}
    tracks = [_named(track) for track in root.iter("track") if not _within_talk(track)]
    return RawSchedule(
        conference={} if conference is None else _fields(conference),
        days=tuple(days.values()),
        rooms=tuple(rooms.values()),
        tracks=tuple(tracks),
        talks=tuple(_talk(talk, days, rooms) for talk in root.iter("event")),
        place=_line(root if conference is None else conference),
        version=root.findtext("version", ""),
        notices=notices,
    )


def _talk(
    talk: etree.Element,
    days: Mapping[etree.Element, RawDay],
    rooms: Mapping[etree.Element, Mapping[str, str]],
) -> RawTalk:
    lines = {child.tag: _line(child) for child in talk}
    own = _line(talk)
    return RawTalk(
        fields=_fields(talk),
        persons=tuple(
            {"name": _words(person), **_fields(person)}
            for person in talk.iter("person", "speaker")
        ),
        place=lambda field: lines.get(field, own),
        day=next((days[day] for day in talk.iterancestors("day")), None),
        room=next((rooms[room]["name"] for room in talk.iterancestors("room")), ""),
    )


def _fields(element: etree.Element) -> dict[str, str]:
    """Attributes and children by name; of several children of one name the first with words."""
    fields = dict(element.attrib)
    for child in element:
        if child.tag not in _LISTS and not fields.get(child.tag, "").strip():
            fields[child.tag] = _words(child)
    return fields


def _words(element: etree.Element) -> str:
    """An element's text; markup that was not escaped is kept as markup."""
    if not len(element):
        return element.text or ""
    inner = (etree.tostring(child, encoding=str, method="html") for child in element)
    return (element.text or "") + "".join(inner)


def _named(element: etree.Element) -> dict[str, str]:
    """A room's or track's fields; its name is an attribute, a child, or its text."""
    fields = _fields(element)
    return {"name": (element.text or "").strip(), **fields}


def _within_talk(element: etree.Element) -> bool:
    return any(True for _ in element.iterancestors("event"))


def _line(element: etree.Element) -> str:
    return f"line {element.sourceline}"
