"""Any value of the domain, for property tests."""

import typing
from dataclasses import fields, is_dataclass, replace
from datetime import date, datetime, timedelta, timezone
from enum import StrEnum
from types import NoneType, UnionType
from typing import Any

from hypothesis import strategies as st

from desktop.domain.localized import Localized

texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=20)
tags = st.sampled_from(["es", "kk", "ru", "en", "ar", "kk-Latn", "und"])
localized = st.dictionaries(tags, texts, max_size=3).map(Localized.of)
numbers = st.integers(-(2**31) + 1, 2**31 - 1)
zones = st.integers(-12 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
instants = st.datetimes(
    datetime(1000, 1, 1),  # noqa: DTZ001 - hypothesis adds the zone
    datetime(9000, 1, 1),  # noqa: DTZ001
    timezones=zones,
)

_PLAIN = {
    str: texts,
    int: numbers,
    float: st.floats(allow_nan=False, allow_infinity=False),
    bool: st.booleans(),
    bytes: st.binary(max_size=50),
    date: st.dates(),
    datetime: instants,
    Localized: localized,
}


def any_of(hint: Any) -> st.SearchStrategy[Any]:
    """Any value that a type hint allows and a database can hold."""
    if hint in _PLAIN:
        return _PLAIN[hint]
    if typing.get_origin(hint) in (typing.Union, UnionType):
        return st.one_of(
            *(st.none() if part is NoneType else any_of(part) for part in typing.get_args(hint))
        )
    if typing.get_origin(hint) is tuple:
        return st.lists(any_of(typing.get_args(hint)[0]), max_size=3).map(tuple)
    if issubclass(hint, StrEnum):
        return st.sampled_from(hint)
    assert is_dataclass(hint)
    return st.builds(
        hint, **{name: any_of(part) for name, part in typing.get_type_hints(hint).items()}
    )


_EACH = {"person_ids": "person_id", "host_ids": "attendee_id"}


def stored(value: Any, ids: dict[str, int]) -> Any:
    """The value as one that could be stored: new, and what it refers to is there.

    `ids` has an id for each field that refers to something.
    """
    changes: dict[str, Any] = {"id": 0, "version": 0}
    for field in fields(value):
        known = getattr(value, field.name)
        if field.name in ids:
            changes[field.name] = known if known is None else ids[field.name]
        elif field.name in _EACH:
            changes[field.name] = (ids[_EACH[field.name]],) * len(known)
        elif isinstance(known, tuple):
            changes[field.name] = tuple(_item(item, ids) for item in known)
    for name, allowed in (("minutes", range(10_000)), ("day_starts", range(12))):
        if hasattr(value, name):
            changes[name] = allowed[getattr(value, name) % len(allowed)]
    return replace(value, **changes)


def _item(item: Any, ids: dict[str, int]) -> Any:
    if not is_dataclass(item) or isinstance(item, type):
        return item
    named = {field.name for field in fields(item)} & ids.keys()
    return replace(item, **{name: ids[name] for name in named if getattr(item, name) is not None})
