"""What the arguments of a command name: a database, an event, languages, a file to write.

Each raises BadInput, in words for whoever typed them, where there is no such thing.
"""

import re
from collections.abc import Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.domain.errors import BadInput

if TYPE_CHECKING:
    from desktop.domain.event import Event
    from desktop.services.workspace import Workspace

_LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def offer_event(parser: Any) -> None:
    """Let a command be told which event it is about."""
    parser.add_argument("--event", metavar="SLUG", help="not needed where there is one event")


def offer_json(parser: Any) -> None:
    """Let a command be asked for JSON."""
    parser.add_argument("--json", action="store_true", help="as JSON")


def opened(location: str, *, create: bool = False) -> AbstractContextManager["Workspace"]:
    """The database of that path or URL, in the name of whoever is logged in."""
    from desktop.services.workspace import Workspace

    if not location.strip():
        raise BadInput("Name a database: a file, or the URL of a PostgreSQL database.")
    return Workspace.open(location, create=create)


def event_of(ws: "Workspace", slug: str | None) -> "Event":
    """The event of that short name; without one, the only event that there is."""
    from desktop.services import events

    return events.event(ws, slug) if slug else events.only_event(ws)


def options_of(settings: Sequence[str]) -> dict[str, str]:
    """What `--set sides=two` says, by option; BadInput for what says nothing."""
    found: dict[str, str] = {}
    for setting in settings:
        key, equals, value = setting.partition("=")
        if not (key and equals):
            raise BadInput(f"“{setting}” sets nothing. Write it as --set option=value.")
        found[key.strip()] = value.strip()
    return found


def languages_of(text: str) -> tuple[str, ...]:
    """The tags of a list such as `es,kk`.

    Raises:
        BadInput: one of them is no language.
    """
    tags = tuple(tag.strip().replace("_", "-") for tag in text.split(","))
    for tag in tags:
        if not _LANGUAGE_TAG.fullmatch(tag) or not _is_known(tag):
            raise BadInput(f"There is no language “{tag}”. Use tags such as es,kk,ru,en.")
    return tags


def _is_known(tag: str) -> bool:
    from desktop.language import tags, tongues

    return tag in tags.LANGUAGES or tongues.language_name(tag, "en") != tags.base(tag)


def writable(output: str, database: str) -> Path:
    """The file to write, where it can be one and is not the database itself."""
    target = Path(output)
    if target.is_dir():
        raise BadInput(f"{target} is a folder; name a file in it.")
    if target.exists() and not target.is_file():  # what is written takes its place: /dev/null too
        raise BadInput(f"{target} is no file that can be written anew; name one that is.")
    if not target.absolute().parent.is_dir():
        raise BadInput(f"There is no folder {target.parent} to write {target.name} into.")
    if target.exists() and Path(database).exists() and target.samefile(database):
        raise BadInput(f"{target} is the database; choose another name.")
    return target
