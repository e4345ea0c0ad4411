"""What the window remembers from one day to the next: language, look, recent files, last event."""

from collections.abc import Collection
from pathlib import Path

from PySide6.QtCore import QByteArray, QLocale, QSettings

from desktop import paths
from desktop.language import tags

_MANY = 8


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
    def look(self) -> str:
        """`light`, `dark`, or empty: as the computer does."""
        return self._get("look")

    @look.setter
    def look(self, look: str) -> None:
        self._settings.setValue("look", look)

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

    def hidden_columns(self, table: str) -> frozenset[int]:
        """The columns that are put away in a list, by their places."""
        return frozenset(
            int(one) for one in self._get(f"hidden/{table}").split() if one.isdecimal()
        )

    def hide_columns(self, table: str, places: Collection[int]) -> None:
        """Note which columns are put away."""
        self._settings.setValue(f"hidden/{table}", " ".join(map(str, sorted(places))))

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
