"""What may be chosen about papers that bear one person's name: badges, certificates, envelopes."""

from dataclasses import replace

from desktop.documents.guests import CATEGORY, RANGE, WHO, WHOM
from desktop.documents.label_sheets import LABEL_SHEETS
from desktop.documents.options import NO, YES, Choice, Option
from desktop.language.translation import msgid

BADGES = (
    Option(
        "format",
        msgid("Format"),
        (
            Choice("id-1", msgid("86 × 54 mm, to be cut (ISO ID-1)")),
            Choice("a7", msgid("A7, eight to an A4 sheet")),
            Choice("a6", msgid("A6, upright")),
            Choice("butterfly", msgid("A6, upright, printed twice and folded")),
            Choice("labels", msgid("Sheets of labels")),
        ),
    ),
    Option(
        "sides",
        msgid("Sides"),
        (Choice("one", msgid("One side")), Choice("two", msgid("Both sides"))),
    ),
    Option(
        "flag",
        msgid("Flag of the country"),
        (YES, NO),
        where=("format", ("id-1", "a7", "a6", "butterfly")),
    ),
    *WHOM,
    Option(
        "printed",
        msgid("Badges that were printed before"),
        (Choice("yes", msgid("Printed again")), Choice("no", msgid("Left out"))),
    ),
    *(replace(option, where=("format", ("labels",))) for option in LABEL_SHEETS),
)
CERTIFICATES = (
    Option(
        "what",
        msgid("What is certified"),
        (
            Choice("attendance", msgid("Taking part")),
            Choice("speaking", msgid("A part in the programme, with its title")),
        ),
    ),
    Option("hours", msgid("Length in hours"), hint=msgid("what it counts for: 4.5")),
    replace(
        WHO,
        choices=(WHO.choices[2], *WHO.choices[:2]),
        where=("what", ("attendance",)),
    ),
    CATEGORY,
    RANGE,
)
ADDRESSES = Option(
    "addresses",
    msgid("Guests without an address"),
    (
        Choice("all", msgid("Name and house, to be delivered by hand")),
        Choice("only", msgid("Left out")),
    ),
)
_INVITED = replace(WHO, choices=(WHO.choices[1], WHO.choices[0], WHO.choices[2]))
ENVELOPES = (_INVITED, CATEGORY, RANGE, ADDRESSES)
LABELS = (
    Option(
        "what",
        msgid("What stands on a label"),
        (Choice("address", msgid("The address")), Choice("name", msgid("The name"))),
    ),
    *ENVELOPES,
    *LABEL_SHEETS,
)
