"""Tuples that only grow: check-ins and messages, which several programs add to at the same time.

An edit of their owner adds to them what is new and takes nothing away, whatever it had read; only
undo takes back what it added.
"""

from dataclasses import replace
from typing import Any

from desktop.storage.mapper import mapper


def grown(value: Any, there: Any) -> Any:
    """A value that keeps what has grown in the stored one, and adds what only itself has."""
    changes: dict[str, Any] = {}
    for field in mapper(value.__class__).growing:
        kept, wanted = getattr(there, field), getattr(value, field)
        if kept != wanted:
            changes[field] = (*kept, *(item for item in wanted if item not in kept))
    return replace(value, **changes) if changes else value


def bare(value: Any) -> Any:
    """A value without what grows, to be compared."""
    fields = mapper(value.__class__).growing
    return replace(value, **dict.fromkeys(fields, ())) if fields else value


def growth(value: Any, field: str, item: Any) -> tuple[Any, Any]:
    """What the log needs of an item that was added: before and after, without all the rest."""
    kind = value.__class__
    return kind(value.id), kind(value.id, **{field: (item,)})


def only_grew(before: Any, after: Any) -> bool:
    """Whether an edit did no more than to add, so that it can be turned whatever came since."""
    return before is not None and after is not None and bare(before) == bare(after)


def turned(there: Any, left: Any, wanted: Any) -> Any:
    """`wanted` in the place of `left`; what else grew in the stored one since stays."""
    changes: dict[str, Any] = {}
    base = there if only_grew(left, wanted) else wanted
    for field in mapper(wanted.__class__).growing:
        old, new = getattr(left, field), getattr(wanted, field)
        kept = (item for item in getattr(there, field) if item in new or item not in old)
        changes[field] = (*kept, *(item for item in new if item not in getattr(there, field)))
    return replace(base, **changes) if changes else base
