"""Files that are written whole or not at all."""

from pathlib import Path

import pytest

from desktop.domain.errors import CannotPrint
from desktop.services import files


def test_a_file_is_written_whole(tmp_path: Path) -> None:
    files.write(tmp_path / "a.pdf", b"first")
    files.write(tmp_path / "a.pdf", b"second")
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"second"]


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(CannotPrint, match="nowhere"):
        files.write(tmp_path / "nowhere" / "a.pdf", b"")
