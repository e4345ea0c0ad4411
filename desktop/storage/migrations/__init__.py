"""How one schema becomes the next. A step is never changed once a version with it is out."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Protocol

from desktop.storage.migrations import m0001_initial

if TYPE_CHECKING:
    from alembic.operations import Operations


class Step(Protocol):
    """A module with one function."""

    def upgrade(self, op: "Operations") -> None:
        """Turn the schema before into this one, on SQLite and PostgreSQL."""


STEPS: Mapping[int, Step] = {1: m0001_initial}
"""Each step under the number of the schema that it leads to."""
