"""The database's own seal, made by the first step of its schema."""

from sqlalchemy import select

from desktop.domain.seal import Seal
from desktop.storage.reading import Reader
from desktop.storage.tables import SECRETS


def seal(reader: Reader) -> Seal:
    """The seal; a copy of the database has the same one."""
    query = select(SECRETS.c.value).where(SECRETS.c.name == "seal")
    return Seal(bytes.fromhex(reader.connection.execute(query).scalar_one()))
