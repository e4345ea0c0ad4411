"""What the window remembers from one day to the next: language, look, recent files, last event."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, QLocale, QSettings

from desktop import paths
from desktop.language import tags

_MANY = 8


Conditions = Sequence[tuple[str, tuple[str, ...]]]
"""A saved filter: fields, each with the values of which it has one (none: it is empty)."""


@dataclass(frozen=True, slots=True)
class ColumnPlace:
    """A column of a list by its name: pixels (0: a share of what is left over), whether shown."""

    name: str
    width: int = 0
    shown: bool = True


class Memory:
    """Settings in a file of the user's own folder; everything has a sensible value without it."""

    def __init__(self) -> None:
        file = paths.data_folder() / "window.ini"
        self._settings = QSettings(str(file), QSettings.Format.IniFormat)

    def _get(self, key: str) -> str:
        found = self._settings.value(key, "")
        return found if isinstance(found, str) else ""

    @property
    def language(self) -> str:
        """The window's language: the chosen one, else the computer's, else English."""
        for wanted in (self._get("language"), tags.base(QLocale.system().name())):
            if wanted in tags.LANGUAGES:
                return wanted
        return "en"

    @language.setter
    def language(self, language: str) -> None:
        self._settings.setValue("language", language)

    @property
    def desk(self) -> str:
        """What this computer is called at the door; empty until it was named."""
        return self._get("desk")

    @desk.setter
    def desk(self, desk: str) -> None:
        self._settings.setValue("desk", desk)

    @property
    def look(self) -> str:
        """`light`, `dark`, or empty: as the computer does."""
        return self._get("look")

    @look.setter
    def look(self, look: str) -> None:
        self._settings.setValue("look", look)

    @property
    def text_size(self) -> int:
        """How large the window is shown, in percent of the usual size."""
        size = self._get("text_size")
        return min(max(int(size), 100), 200) if size.isdecimal() else 100

    @text_size.setter
    def text_size(self, percent: int) -> None:
        self._settings.setValue("text_size", str(percent))

    @property
    def recent(self) -> tuple[str, ...]:
        """Databases opened lately, the last one first; files that are gone are left out."""
        every = self._get("recent").split("\n")
        return tuple(one for one in every if one and ("://" in one or Path(one).exists()))

    def opened(self, location: str) -> None:
        """Note that a database was opened."""
        others = [one for one in self.recent if one != location]
        self._settings.setValue("recent", "\n".join([location, *others][:_MANY]))

    def last_event(self, location: str) -> int:
        """The event that was chosen in this database when it was last open; 0 where unknown."""
        number = self._get(f"event/{_key(location)}")
        return int(number) if number.isdecimal() else 0

    def chose_event(self, location: str, event_id: int) -> None:
        """Note the event that is being worked on."""
        self._settings.setValue(f"event/{_key(location)}", str(event_id))

    @property
    def styles(self) -> tuple[str, ...]:
        """Files of house styles of the user's own."""
        return tuple(filter(None, self._get("styles").split("\n")))

    def keep_styles(self, files: Iterable[str]) -> None:
        """Note which files of house styles can be chosen."""
        self._settings.setValue("styles", "\n".join(files))

    def style(self, location: str, event_id: int) -> str:
        """The house style of an event, else that which was chosen last; empty where none was."""
        found = self._get(f"style/{_key(location)}/{event_id}") or self._get("style/last")
        return "" if Path(found).is_absolute() and found not in self.styles else found

    def chose_style(self, location: str, event_id: int, style: str) -> None:
        """Note the house style of an event: a name, or a file."""
        self._settings.setValue(f"style/{_key(location)}/{event_id}", style)
        self._settings.setValue("style/last", style)

    def columns(self, table: str) -> list[ColumnPlace]:
        """How the columns of a list stand; nothing where nobody has moved them."""
        found = _read(self._get(f"columns/{table}"))
        return [ColumnPlace(str(one[0]), int(one[1]), shown=bool(one[2])) for one in found]

    def keep_columns(self, table: str, columns: Iterable[ColumnPlace]) -> None:
        """Note how the columns of a list stand."""
        every = [(one.name, one.width, one.shown) for one in columns]
        self._settings.setValue(f"columns/{table}", json.dumps(every))

    def filters(self, table: str) -> dict[str, Conditions]:
        """The filters of a list that were saved, by their names."""
        return {
            str(name): [(str(field), tuple(map(str, values))) for field, values in conditions]
            for name, conditions in _read(self._get(f"filters/{table}"))
        }

    def keep_filters(self, table: str, filters: Mapping[str, Conditions]) -> None:
        """Note the filters of a list."""
        self._settings.setValue(f"filters/{table}", json.dumps([*filters.items()]))

    @property
    def geometry(self) -> QByteArray:
        """Where the window stood."""
        found = self._settings.value("geometry", QByteArray())
        return found if isinstance(found, QByteArray) else QByteArray()

    @geometry.setter
    def geometry(self, geometry: QByteArray) -> None:
        self._settings.setValue("geometry", geometry)


def _key(location: str) -> str:
    return location.replace("/", "|").replace("\\", "|")


def _read(text: str) -> list[Any]:
    """A list as it was written down; an empty one where somebody spoilt the file."""
    try:
        found = json.loads(text or "[]")
        return [*found]
    except (TypeError, ValueError):
        return []
