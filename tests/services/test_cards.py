"""Visiting cards become people, with their photographs, in one change."""

import base64
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from desktop.domain.errors import BadInput
from desktop.domain.localized import Localized
from desktop.domain.organisation import Organisation, Picture
from desktop.domain.person import Contact, Office, Person, PersonName
from desktop.domain.postal import PostalAddress
from desktop.services import cards, history, people
from desktop.services.workspace import Workspace
from tests.services import photographs


def photo(size: tuple[int, int] = (30, 40)) -> str:
    file = BytesIO()
    Image.new("RGB", size).save(file, "JPEG")
    return base64.b64encode(file.getvalue()).decode()


def card(*lines: str) -> bytes:
    return "\r\n".join(("BEGIN:VCARD", "VERSION:4.0", *lines, "END:VCARD", "")).encode()


ANA = card(
    "N:Ruiz;Ana;;;",
    "ORG:Universidad Complutense",
    "TITLE:Rectora",
    "EMAIL:ana@example.org",
    "TEL:+34 600 123 456",
    "ADR:;;Calle Mayor 1;Madrid;;28013;España",
    "LANG:es",
    "UID:urn:uuid:1",
    f"PHOTO:data:image/jpeg;base64,{photo()}",
)


def take(ws: Workspace, written: bytes) -> None:
    cards.import_cards(ws, cards.propose(ws, cards.read(written), "es"))


def test_a_card_is_a_new_person_with_their_photograph(ws: Workspace):
    house = Organisation(name=Localized.of(es="Universidad Complutense"))
    people.save_organisation(ws, house)
    take(ws, ANA)
    (one,) = people.people(ws)
    assert one.names == (PersonName("Latn", "Ruiz", "Ana"),)
    assert one.offices == (
        Office(Localized.of(es="Rectora"), Localized.of(es="Universidad Complutense"), 1),
    )
    assert one.organisation_id == 1
    where = PostalAddress("Calle Mayor 1", "28013", "Madrid", "", "ES")
    assert one.contact == Contact("ana@example.org", "+34 600 123 456", where)
    assert one.photo_id is not None
    assert ws.load(Picture, one.photo_id).width == 30
    history.undo(ws)
    assert people.people(ws) == ws.find(Picture) == []


@pytest.mark.parametrize(
    "there",
    [
        Person(names=(PersonName("Latn", "Ruiz", "Ana"),), notes="Met in May"),
        Person(names=(PersonName("Cyrl", "Руиз", "Ана"),), notes="Met in May"),
    ],
)
def test_who_is_there_already_is_filled_up(ws: Workspace, there: Person):
    people.save(ws, there)
    (proposal,) = cards.propose(ws, cards.read(ANA), "es")
    assert proposal.known is not None
    cards.import_cards(ws, [proposal])
    (one,) = people.people(ws)
    assert one.notes == "Met in May"
    assert one.names[0] == there.names[0]
    assert one.contact.email == "ana@example.org"


def test_the_same_card_once_more_changes_nothing(ws: Workspace):
    take(ws, ANA)
    before = people.people(ws)
    take(ws, ANA)
    assert people.people(ws) == before


def test_a_photograph_that_cannot_be_used_is_left_out_and_named(ws: Workspace):
    broken = base64.b64encode(b"no picture at all").decode()
    written = card("FN:Ana Ruiz", f"PHOTO:data:image/jpeg;base64,{broken}")
    (proposal,) = cards.propose(ws, cards.read(written), "es")
    assert proposal.refused is not None
    cards.import_cards(ws, [proposal])
    assert people.people(ws)[0].photo_id is None


def test_a_picture_of_too_many_pixels_is_refused_before_it_is_unpacked(ws: Workspace):
    written = base64.b64encode(photographs.vast()).decode()
    found = cards.read(card("FN:Ana Ruiz", f"PHOTO:data:image/png;base64,{written}"))
    (proposal,) = cards.propose(ws, found, "es")
    assert proposal.photo is None
    assert "too large" in str(proposal.refused)


def test_a_broken_file_is_refused_with_its_line(tmp_path: Path):
    file = tmp_path / "cards.vcf"
    file.write_bytes(ANA + b"BEGIN:VCARD\r\nFN:Half")
    with pytest.raises(BadInput) as refused:
        cards.read(file)
    assert "line 13" in refused.value.place
