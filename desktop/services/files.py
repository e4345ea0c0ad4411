"""Files that are written whole or not at all."""

import os
from pathlib import Path

from desktop.domain.errors import CannotPrint

_LONGEST = 60


def write(path: Path | str, content: bytes) -> None:
    """Put a file in its place once it is safe on the disk.

    Raises:
        CannotPrint: the file cannot be written; one that was there before is as it was.
    """
    target = Path(path)
    draft = target.with_name(f".{target.name}.part")
    try:
        with draft.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(target)
    except OSError as error:
        raise CannotPrint(
            "{file} cannot be written: {reason}.", file=target, reason=error.strerror
        ) from None
    finally:  # stopped by whoever waited, too
        draft.unlink(missing_ok=True)


def named(text: str) -> str:
    """A text as every system takes it in the name of a file: its letters, figures and hyphens."""
    kept = "".join(letter if letter.isalnum() or letter == "-" else " " for letter in text)
    return " ".join(kept.split())[:_LONGEST].strip()
