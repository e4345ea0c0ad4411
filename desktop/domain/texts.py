"""Source texts that the domain keeps for the window and the paper to say."""


def msgid(text: str) -> str:
    """Mark an English source text for the translators where it is stored, not yet said."""
    return text
