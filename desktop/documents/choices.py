"""What may be chosen about the cards, signs and sheets of a hall."""

from dataclasses import replace

from desktop.documents.guests import CATEGORY, RANGE, WHO, WHOM
from desktop.documents.options import NO, YES, Choice, Option
from desktop.language.translation import msgid

PRECEDENCE = Choice("precedence", msgid("By precedence"))
ALPHABET = Choice("alphabet", msgid("By family name"))
ORDER = Option(
    "order",
    msgid("Order"),
    (
        Choice("seat", msgid("By seat, else by precedence")),
        PRECEDENCE,
        ALPHABET,
    ),
)
SEATING = Option(
    "seating",
    msgid("Seating"),
    hint=msgid("the event’s first, or part of a title"),
    asks="seating",
)
PLACE_CARDS = (
    Option(
        "format",
        msgid("Format"),
        (
            Choice("a7", msgid("A7 when folded, four to an A4 sheet")),
            Choice("89x51", msgid("89 × 51 mm when folded")),
            Choice("102x64", msgid("102 × 64 mm when folded")),
        ),
    ),
    Option(
        "show",
        msgid("What is set large"),
        (Choice("name", msgid("The name")), Choice("office", msgid("The office"))),
    ),
    Option(
        "faces",
        msgid("Faces"),
        (
            Choice("same", msgid("All languages on both")),
            Choice("each", msgid("One language in front, others behind")),
        ),
    ),
    ORDER,
    SEATING,
    *WHOM,
)
DOOR_SIGNS = (
    Option("room", msgid("Room"), hint=msgid("every room, or part of a name"), asks="room"),
    Option("day", msgid("Day"), hint=msgid("every day, or one: 2026-12-03"), asks="day"),
)
SIGN_IN_SHEETS = (
    Option(
        "by",
        msgid("Order"),
        (
            Choice("alphabet", msgid("By family name")),
            Choice("category", msgid("By category, each on sheets of its own")),
        ),
    ),
    Option("blank", msgid("Blank rows"), hint=msgid("how many at least; four if nothing is said")),
    Option(
        "purpose",
        msgid("Purpose and retention"),
        hint=msgid("what the signatures are for and how long they are kept"),
    ),
    *WHOM,
)
SEATING_PLAN = (
    SEATING,
    Option("order", msgid("Order of the list"), (PRECEDENCE, ALPHABET)),
    Option(
        "table",
        msgid("Seats at the head table"),
        hint=msgid("of a proposal, with the host; otherwise seven"),
    ),
    Option(
        "row",
        msgid("Seats in a row"),
        hint=msgid("of a proposal, on both sides of the aisle; otherwise ten"),
    ),
    *WHOM,
)
INVITATIONS = (
    Option(
        "form",
        msgid("Form"),
        (
            Choice("card", msgid("Card, 146 × 114 mm")),
            Choice("cut", msgid("Cards on sheets, to be cut")),
            Choice("letter", msgid("Letter for a window envelope")),
            Choice("reminder", msgid("Reminder, as a letter")),
            Choice("thanks", msgid("Letter of thanks to those who came")),
        ),
    ),
    Option(
        "reply",
        msgid("Where to reply"),
        hint=msgid("telephone or e-mail address"),
        where=("form", ("card", "cut", "letter")),
    ),
    Option(
        "until",
        msgid("Reply by"),
        hint=msgid("a day: 2026-12-03"),
        asks="date",
        where=("form", ("card", "cut", "letter", "reminder")),
    ),
    Option(
        "dated",
        msgid("Date of the letter"),
        hint=msgid("a day: 2026-12-03"),
        asks="date",
        where=("form", ("letter", "reminder", "thanks")),
    ),
    Option(
        "dress",
        msgid("Dress"),
        hint=msgid("in the first language"),
        where=("form", ("card", "cut")),
    ),
    replace(WHO, choices=(WHO.choices[1], WHO.choices[0], *WHO.choices[2:])),
    CATEGORY,
    RANGE,
)
SPEAKERS = Option(
    "who",
    msgid("For whom"),
    hint=msgid("all, or part of a name or of a title"),
    asks="speaker",
)
TABLE_SIGNS = (
    Option(
        "of",
        msgid("Signs of"),
        (Choice("speakers", msgid("Those who speak")), Choice("tables", msgid("Tables"))),
    ),
    replace(SPEAKERS, where=("of", ("speakers",))),
    Option("offices", msgid("Offices"), (YES, NO), where=("of", ("speakers",))),
    replace(SEATING, where=("of", ("tables",))),
)
SPEAKER_CARDS = (SPEAKERS, Option("biography", msgid("Biographies"), (YES, NO)))
