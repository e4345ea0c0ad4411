"""Letters to guests: the texts that come with the program, and filling in their merge fields.

The texts are `resources/locale/letters.toml`, which an office may edit.
"""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from typing import Any

from desktop import paths
from desktop.domain.errors import BadInput
from desktop.domain.localized import Localized
from desktop.domain.message import Letter, Purpose

FIELDS = (
    "salutation",
    "name",
    "category",
    "seat",
    "companions",
    "kind",
    "event",
    "subtitle",
    "date",
    "time",
    "venue",
    "address",
    "hosts",
    "interpretation",
    "signature",
    "reply_until",
    "reply_code",
    "ticket",
)
"""What a letter may say of a guest and of the event, each as `{field}`."""

_FIELD = re.compile(r"\{([^{}\n]*)\}")
_BLANK_LINES = re.compile(r"\n{3,}")


def standard(purpose: Purpose) -> Letter:
    """The program's own letter for a purpose, in all its languages."""
    texts = _table()[purpose]
    return Letter(
        purpose,
        Localized.of({tag: text["subject"].strip() for tag, text in texts.items()}),
        Localized.of({tag: text["body"].strip() for tag, text in texts.items()}),
    )


def check(text: str, place: str = "") -> None:
    """Look whether every `{field}` of a text is known.

    Raises:
        BadInput: one is not; the message names it.
    """
    for field in _FIELD.findall(text):
        if field.strip() not in FIELDS:
            raise BadInput(
                "There is no field {field}. Fields are: {fields}.",
                field=f"{{{field}}}",
                fields=", ".join(f"{{{name}}}" for name in FIELDS),
                place=place,
            )


def filled(text: str, facts: Mapping[str, str], place: str = "") -> str:
    """A text with its fields filled in; a line all of whose fields are empty is left out.

    What is filled in is never read for fields again, and nothing else in braces means anything.

    Raises:
        BadInput: there is no such field; the message names it.
    """
    check(text, place)
    lines = (_line(line, facts) for line in text.splitlines())
    return _BLANK_LINES.sub("\n\n", "\n".join(line for line in lines if line is not None)).strip()


def _line(line: str, facts: Mapping[str, str]) -> str | None:
    values = [facts.get(field.strip(), "") for field in _FIELD.findall(line)]
    if values and not any(values):
        return None
    text = _FIELD.sub(lambda found: facts.get(found[1].strip(), ""), line).rstrip()
    return text[:1].upper() + text[1:] if line.startswith("{") else text


@cache
def _table() -> dict[str, Any]:
    file = paths.resource("locale", "letters.toml")
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadInput(
            "The letters cannot be read ({error}). "
            "Mend that line, or put the program’s own file back.",
            error=error,
            place=str(file),
        ) from error
