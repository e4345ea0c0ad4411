"""Where resources, data and backups live.

The only file that knows a source checkout, an installed wheel and a frozen build apart.
"""

import os
import sys
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def resources() -> Path:
    """The folder of fonts, icons, catalogues and the reference event."""
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen is not None:
        return Path(frozen) / "resources"
    in_wheel = _PACKAGE / "resources"
    return in_wheel if in_wheel.is_dir() else _PACKAGE.parent / "resources"


def resource(*parts: str) -> Path:
    """A file that comes with the program, e.g. `resource("fonts", "SourceSans3-Regular.ttf")`."""
    return resources().joinpath(*parts)


def command() -> list[str]:
    """What starts the program from outside: its file and the arguments that lead to it."""
    frozen = getattr(sys, "_MEIPASS", None)
    return [sys.executable] if frozen is not None else [sys.executable, "-m", _PACKAGE.name]


def data_folder() -> Path:
    """The user's own folder for databases; `ESTRADO_HOME` moves it (tests, portable use)."""
    home = os.environ.get("ESTRADO_HOME")
    if home:
        return Path(home)
    from platformdirs import user_data_path

    return user_data_path("Estrado", appauthor=False)


def config_folder() -> Path:
    """The user's own folder for settings that belong to no database."""
    home = os.environ.get("ESTRADO_HOME")
    if home:
        return Path(home)
    from platformdirs import user_config_path

    return user_config_path("Estrado", appauthor=False)


def default_database() -> Path:
    """The database that opens where none is named."""
    return data_folder() / "estrado.db"


def backup_folder(database: Path) -> Path:
    """The folder beside a database that holds its backups."""
    return database.with_name(f"{database.stem} backups")


def log_folder() -> Path:
    """Where the program writes its log."""
    return data_folder() / "log"
