"""What a verb changed: the unit of undo and of the audit trail."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any


@dataclass(frozen=True, slots=True)
class Edit:
    """One value before and after: `before` is None for a new one, `after` for a deleted one.

    `kind` is the name of the value's class. In a Change of more than a thousand edits both are
    None: only the log has the values. There `count` new values with ids one after another may be
    one edit.
    """

    kind: str
    id: int
    before: Any = None
    after: Any = None
    count: int = 1

    @property
    def ids(self) -> range:
        """The ids of the values."""
        return range(self.id, self.id + self.count)


@dataclass(frozen=True, slots=True)
class Change:
    """What one verb changed, in one transaction: who, when (aware, UTC), what.

    `name` is an English source text with {fields}, to be translated and filled in by whoever shows
    it. `undoes` is the change that this one took back, `redoes` the one that it did again;
    `undone` says that this one holds no more. `id` 0: nothing was different, nothing was recorded.
    In the history a Change comes without its edits.
    """

    id: int = 0
    at: datetime | None = None
    who: str = ""
    name: str = ""
    fields: Mapping[str, str] = field(default_factory=dict[str, str])
    edits: tuple[Edit, ...] = ()
    undoes: int | None = None
    redoes: int | None = None
    undone: bool = False

    def touched(self, kind: type[Any]) -> frozenset[int]:
        """The ids of the values of one class that are different now."""
        name = kind.__name__
        return frozenset(id for edit in self.edits if edit.kind == name for id in edit.ids)
