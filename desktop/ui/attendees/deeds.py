"""What can be done with an event's guests beyond editing them.

To add a deed, add a line to `deeds`: its name, an icon of `resources/icons`, what it does. A deed
finds there what it needs: `page.chosen_ids()` (the selected guests), `page.listed_ids()` (all that
the filters let through, in the order of the list), `page.desk` (its `current` event; `act` and
`long` run a verb), `page.window()` (for a dialog).
"""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from desktop.services import door, invitations
from desktop.ui.deeds import Deed

if TYPE_CHECKING:
    from desktop.domain.change import Change
    from desktop.services.workspace import Workspace
    from desktop.ui.attendees.page import GuestsPage


def deeds(page: "GuestsPage") -> tuple[Deed, ...]:
    """The page's own deeds, in the order of the menu."""
    text, count = page.kit.text, len(page.chosen_ids())
    whom = page.kit.plural("Write to {n} guest…", "Write to {n} guests…", count)
    return (
        Deed(text("Invite guests from a list…"), "table-import", page.lists.choose, "Ctrl+I"),
        Deed(text("Paste rows from a spreadsheet"), "clipboard", page.paste, "Ctrl+V"),
        Deed(text("Seating and protocol"), "armchair", lambda: page.wanted.emit("seating", 0)),
        Deed(
            whom if count else text("Write to guests…"), "mail", partial(write, page), apart=True
        ),
        Deed(text("Note who has not replied in time"), "clock", partial(note_silence, page)),
        Deed(text("Revoke the ticket"), "ban", _of_ticket(page, door.revoke), apart=True),
        Deed(text("Give a new ticket"), "id-badge-2", _of_ticket(page, door.reissue)),
        Deed(text("Take off the list"), "trash", page.delete if count else None, "Del"),
    )


def write(page: "GuestsPage") -> None:
    """Write to the guests that are selected, else to those whom a letter is for."""
    from desktop.ui.letters.write_dialog import write_to

    chosen = page.chosen_ids()
    write_to(page, chosen if len(chosen) > 1 else ())


def _of_ticket(
    page: "GuestsPage", verb: "Callable[[Workspace, int], Change]"
) -> Callable[[], None] | None:
    """What is done about the ticket of the one guest who is selected; None where none is."""
    chosen = page.chosen_ids()
    if len(chosen) != 1:
        return None
    return lambda: page.desk.act(page, lambda ws: verb(ws, chosen[0]))


def note_silence(page: "GuestsPage") -> None:
    """Note no reply from those who were to answer by a day that is past."""
    event = page.desk.current
    if event is not None:
        today = datetime.now(ZoneInfo(event.time_zone)).date()
        page.desk.act(page, lambda ws: invitations.note_silence(ws, event.id, today))
