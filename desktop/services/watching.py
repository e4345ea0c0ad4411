"""What other desks do, heard within the second."""

from typing import TYPE_CHECKING

from desktop.domain.errors import EstradoError

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.services.change import Change
    from desktop.services.workspace import Workspace
    from desktop.storage.listening import Listener


def watch(ws: "Workspace", heard: "Callable[[Change | None], None]") -> "Listener":
    """Hear of every Change that another program makes in the same database, until `close`.

    `heard` is called on a thread of its own, with a Change whose edits say only which values are
    different; with None where some may have been missed (the server was away): read anew. Nothing
    is heard of a file, to which only one program writes.
    """
    from desktop.storage.change_log import ChangeLog
    from desktop.storage.listening import Listener

    def read(id: int | None) -> None:
        change = None
        if id is not None:
            try:
                with ws.read() as reader:
                    change = ChangeLog(reader).heard(id)
            except EstradoError:
                change = None  # the server went away at this moment; the listener tells so next
        heard(change)

    return Listener(ws.database.engine, read)
