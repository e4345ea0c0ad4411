"""What can be done with an event's guests beyond editing them.

To add a deed, add a line to `deeds`: its name, an icon of `resources/icons`, what it does. A deed
finds there what it needs: `page.chosen_ids()` (the selected guests), `page.listed_ids()` (all that
the filters let through, in the order of the list), `page.desk` (its `current` event; `act` and
`long` run a verb), `page.window()` (for a dialog).
"""

from typing import TYPE_CHECKING

from desktop.ui.deeds import Deed

if TYPE_CHECKING:
    from desktop.ui.attendees.page import GuestsPage


def deeds(page: "GuestsPage") -> tuple[Deed, ...]:
    """The page's own deeds, in the order of the menu."""
    text = page.kit.text
    return (Deed(text("Paste rows from a spreadsheet"), "table-import", page.paste, "Ctrl+V"),)
