"""Which files are lists of guests."""

KINDS = "*.csv *.tsv *.txt *.xlsx *.ods *.vcf *.vcard"
"""What is offered to be chosen; what a file really is its content tells."""


def is_list(name: str) -> bool:
    """Whether a file is one, by its name."""
    return name.lower().endswith(tuple(kind.removeprefix("*") for kind in KINDS.split()))
