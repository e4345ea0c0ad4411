"""The directory from the command line."""

import json
from dataclasses import replace
from pathlib import Path

from desktop.domain.person import Contact, PersonName
from desktop.services import people
from desktop.services.workspace import Workspace

CARD = "BEGIN:VCARD\nVERSION:4.0\nFN:Zoe Prueba\nTITLE:Rectora\nEND:VCARD\n"


def twin(db: Path) -> tuple[int, int]:
    """Somebody of the reference event once more, under a shorter name; both ids."""
    with Workspace.open(db) as ws:
        one = next(each for each in people.people(ws) if each.accreditations)
        short = PersonName("Latn", one.names[0].family, one.names[0].given.split()[0])
        fresh = replace(one, id=0, version=0, names=(short,), contact=Contact("x@example.org"))
        people.save(ws, fresh)
        return one.id, people.people(ws)[-1].id


def test_entries_of_one_person_are_found_and_merged(estrado, db: Path):
    keep, gone = twin(db)
    (found,) = json.loads(estrado("duplicates", db, "--json").out)
    assert (found["keep"], found["gone"]) == (keep, gone)
    merged = estrado("merge", db, keep, gone, "--take", "names.Latn")
    assert merged.out.startswith("Merge ")
    with Workspace.open(db) as ws:
        one = people.person(ws, keep)
    assert one.names[0].full == found["other"]
    assert one.contact.email == "x@example.org"
    assert estrado("duplicates", db).out == ""
    assert estrado("undo", db).code == 0
    assert found["other"] in estrado("duplicates", db).out


def test_what_the_entry_does_not_say_cannot_be_taken(estrado, db: Path):
    keep, gone = twin(db)
    refused = estrado("merge", db, keep, gone, "--take", "names.Arab,phone")
    assert refused.code == 2
    assert "phone" in refused.err


def test_visiting_cards_are_read(estrado, db: Path, tmp_path: Path):
    file = tmp_path / "cards.vcf"
    file.write_text(CARD)
    assert estrado("import-cards", db, file).out == "Zoe Prueba\tadded\n"
    assert estrado("import-cards", db, file).out == "Zoe Prueba\tfilled up\n"
    file.write_text(CARD[:-11])
    assert "cut short" in estrado("import-cards", db, file).err
