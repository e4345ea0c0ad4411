"""People as rows that were copied from a spreadsheet: cells with tabs between them."""

from dataclasses import dataclass

from desktop.domain.errors import BadInput
from desktop.exchange import guest_file
from desktop.exchange.guest_draft import GuestDraft
from desktop.exchange.guest_file import Choices


@dataclass(frozen=True, slots=True)
class GuestRows:
    """What was read: people, the headings that say nothing here, the lines that name nobody."""

    guests: tuple[GuestDraft, ...]
    unknown: tuple[str, ...] = ()
    nameless: tuple[int, ...] = ()


def read(text: str) -> GuestRows:
    """Read rows; the first one may name the columns, in any of the program's languages.

    Raises:
        BadInput: there is nobody in it.
    """
    if not text.strip():
        raise BadInput("The clipboard holds no rows. Copy them in the spreadsheet first.")
    batches = list(guest_file.guests(text, Choices()))
    guests = tuple(guest for batch in batches for guest in batch.guests)
    if not guests:
        raise BadInput("There is nobody in these rows. One column has to hold the names.")
    rejected = tuple(one.line for batch in batches for one in batch.rejected)
    return GuestRows(guests, batches[0].left_out, rejected)
