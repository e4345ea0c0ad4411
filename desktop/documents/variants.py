"""What may be chosen about programme, booklet and report."""

from dataclasses import replace

from desktop.documents.options import NO, YES, Choice, Option
from desktop.language.translation import msgid

_GROUPING = Option(
    "grouping",
    msgid("Order"),
    (
        Choice("auto", msgid("As suits the programme")),
        Choice("time", msgid("By day and time")),
        Choice("room", msgid("By room")),
        Choice("track", msgid("By track")),
    ),
)
_ABSTRACTS = Option("abstracts", msgid("Abstracts"), (YES, NO))
_BIOGRAPHIES = msgid("Biographies")

PROGRAMME = (
    Option(
        "form",
        msgid("Form"),
        (
            Choice("full", msgid("Full programme")),
            Choice("summary", msgid("Summary on one page")),
            Choice("poster", msgid("Poster (A3)")),
        ),
    ),
    _GROUPING,
    replace(_ABSTRACTS, where=("form", ("full",))),
    Option("biographies", _BIOGRAPHIES, (NO, YES)),
)
BOOKLET = (
    Option(
        "form",
        msgid("Form"),
        (
            Choice("sheets", msgid("Sheets to print on both sides and fold")),
            Choice("pages", msgid("Single pages")),
            Choice("bleed", msgid("Pages with 3 mm bleed, for a printer")),
        ),
    ),
    Option("marks", msgid("Crop and fold marks"), (NO, YES)),
    Option(
        "paper-weight",
        msgid("Paper weight"),
        (
            Choice("80", msgid("80 g/m² (office paper)")),
            Choice("120", msgid("120 g/m²")),
            Choice("170", msgid("170 g/m²")),
        ),
        where=("form", ("sheets",)),
    ),
    _GROUPING,
    _ABSTRACTS,
    Option("biographies", _BIOGRAPHIES, (YES, NO)),
)
REPORT = (
    Option(
        "summary",
        msgid("Executive summary"),
        (
            NO,
            Choice("page", msgid("On a page before the report")),
            Choice("only", msgid("Nothing but the summary")),
        ),
    ),
    Option(
        "letterhead",
        msgid("Letterhead"),
        (
            Choice("style", msgid("As the house style says")),
            Choice("names", msgid("Logos and names")),
            Choice("logos", msgid("Logos")),
            Choice("none", msgid("None, for printed letter paper")),
        ),
    ),
    Option("guests", msgid("List of guests"), (YES, NO), where=("summary", ("no", "page"))),
)
