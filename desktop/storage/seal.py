"""The database's own seal, made by the first step of its schema."""

from sqlalchemy import bindparam, select, update

from desktop.domain.seal import Seal
from desktop.storage.reading import Reader
from desktop.storage.statements import fetched
from desktop.storage.tables import SECRETS

_SEAL = select(SECRETS.c.value).where(SECRETS.c.name == bindparam("name"))


def adopt(writer: Reader, other: Seal) -> None:
    """Let a copy of some of another database's values have that one's seal."""
    renewed = update(SECRETS).where(SECRETS.c.name == "seal").values(value=other.key.hex())
    writer.connection.execute(renewed)
    writer.connection.info.pop("seal", None)


def seal(reader: Reader) -> Seal:
    """The seal; a copy of the database has the same one. It never changes: it is read once."""
    memory = reader.connection.info
    if "seal" not in memory:
        [(key,)] = fetched(reader.connection, _SEAL, {"name": "seal"})
        memory["seal"] = Seal(bytes.fromhex(key))
    return memory["seal"]
