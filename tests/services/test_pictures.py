"""Pictures: what they are is told by their bytes."""

from io import BytesIO

import pytest
from PIL import Image

from desktop.domain.errors import BadInput
from desktop.domain.person import Person, PersonName
from desktop.services import people
from desktop.services.pictures import picture_of
from desktop.services.workspace import Workspace
from tests.services import photographs


def picture(kind: str = "PNG") -> bytes:
    file = BytesIO()
    Image.new("RGB", (3, 2)).save(file, kind)
    return file.getvalue()


def test_pictures_are_told_by_their_bytes(ws: Workspace) -> None:
    people.save(ws, Person(names=(PersonName("Latn", given="Ana"),)))
    people.set_photo(ws, 1, picture("JPEG"))
    found = people.picture(ws, 1)
    assert (found.media_type, found.width, found.height) == ("image/jpeg", 3, 2)
    assert found.content == picture("JPEG")


@pytest.mark.parametrize(
    "content", [b"", b"<svg/>", picture("GIF"), picture()[:40], picture("JPEG")[:20], b"\0" * 99]
)
def test_what_is_no_picture_is_refused(content: bytes) -> None:
    with pytest.raises(BadInput, match="JPEG or PNG"):
        picture_of(content)


def test_a_picture_of_monstrous_size_is_refused() -> None:
    with pytest.raises(BadInput, match="smaller"):
        picture_of(photographs.vast())
