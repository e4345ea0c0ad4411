import json
import os
import sqlite3
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pikepdf
import pytest

from desktop.domain.localized import Localized
from desktop.services import events, planning, releases
from desktop.services.workspace import Workspace
from tests.documents.reading import Paper


def move(db: Path, minutes: int) -> None:
    """Move the second slot of the programme."""
    with Workspace.open(db) as ws:
        _, lecture, *_ = planning.slots(ws, events.only_event(ws).id)
        assert lecture.start
        planning.move(ws, lecture.id, lecture.start + timedelta(minutes=minutes), lecture.room_id)


def test_the_reference_event_is_ready_to_be_printed(estrado, db: Path):
    assert estrado("check", db) == (0, "", "")
    assert estrado("check", db, "--languages", "es,kk", "--json") == (0, "[]\n", "")


def test_a_clash_blocks(estrado, db: Path):
    move(db, 60)
    found = json.loads(estrado("check", db, "--json").out)
    assert {each["kind"] for each in found if each["severity"] == "block"} == {"room_twice"}
    (clash,) = (each for each in found if each["kind"] == "room_twice")
    titles = {slot["id"]: slot for slot in json.loads(estrado("list", db, "slots", "--json").out)}
    assert {titles[id]["kind"] for id in clash["slots"]} == {"lecture", "panel"}
    assert "Great Hall" in clash["message"]
    blocked = estrado("check", db)
    assert blocked.code == 1
    assert blocked.out.startswith("block\t")


def test_a_missing_translation_is_named_and_does_not_block(estrado, db: Path):
    with Workspace.open(db) as ws:
        slot = planning.slots(ws, events.only_event(ws).id)[1]
        planning.save_slot(ws, replace(slot, abstract=slot.abstract.put("kk", "")))
    assert estrado("check", db, "--languages", "es,ru").out == ""
    checked = estrado("check", db, "--languages", "es,kk", "--json")
    (finding,) = json.loads(checked.out)
    assert checked.code == 0
    assert (finding["kind"], finding["slots"]) == ("missing_translation", [slot.id])
    assert "abstract" in finding["message"]
    assert "Kazakh" in finding["message"]


@pytest.mark.parametrize("document", ["programme", "report"])
def test_a_document_is_printed_whole(estrado, db: Path, tmp_path: Path, document: str):
    pdf = tmp_path / f"{document}.pdf"
    printed = estrado("print", db, document, "--languages", "es,kk", "-o", pdf)
    assert (printed.code, printed.err) == (0, "")
    assert pdf.read_bytes().startswith(b"%PDF-")
    assert sorted(path.name for path in tmp_path.iterdir() if "pdf" in path.name) == [pdf.name]


def test_a_document_is_printed_as_it_is_set(estrado, db: Path, tmp_path: Path):
    sizes: list[int] = []
    for settings in ([], ["--set", "abstracts=no", "--set", "grouping=room"]):
        pdf = tmp_path / "programme.pdf"
        assert (
            estrado("print", db, "programme", "--languages", "es", *settings, "-o", pdf).code == 0
        )
        sizes.append(pdf.stat().st_size)
    assert sizes[1] < sizes[0]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["leaflet", "--languages", "es"], "programme, booklet, report"),
        (["programme", "--languages", "es,qq"], "qq"),
        (["programme", "--languages", "español"], "español"),
        (["programme", "--languages", ""], "language"),
        (["programme", "--languages", "es,es"], "different"),
        (["programme", "--languages", "es,kk,ru,en"], "languages"),
        (["programme", "--languages", "es", "--paper", "B7"], "B7"),
        (["programme", "--languages", "es", "--event", "none"], "none"),
        (["programme", "--languages", "es", "--set", "abstracts=some"], "yes, no"),
        (["programme", "--languages", "es", "--set", "colour=red"], "grouping, abstracts"),
        (["programme", "--languages", "es", "--set", "abstracts"], "option=value"),
    ],
)
def test_what_cannot_be_printed_is_said(
    estrado, db: Path, tmp_path: Path, arguments: list[str], said: str
):
    pdf = tmp_path / "out.pdf"
    pdf.write_bytes(b"what was there")
    refused = estrado("print", db, *arguments, "-o", pdf)
    assert refused.code == 2
    assert said in refused.err
    assert len(refused.err.splitlines()) <= 4
    assert pdf.read_bytes() == b"what was there"


def test_a_document_goes_only_where_it_can(estrado, db: Path, tmp_path: Path):
    before = db.read_bytes()
    for target, said in [
        (tmp_path, "folder"),
        (tmp_path / "no" / "such.pdf", "no folder"),
        (db, "is the database"),
    ]:
        refused = estrado("print", db, "programme", "--languages", "es", "-o", target)
        assert refused.code == 2
        assert said in refused.err
    assert db.read_bytes() == before


def test_the_title_of_an_empty_programme_can_still_be_checked(estrado, empty: Path):
    with Workspace.open(empty) as ws:
        from desktop.domain.event import Event

        events.create(ws, Event(title=Localized.of(en="To come"), languages=("en",)))
    checked = estrado("check", empty)
    assert checked.code == 0
    assert "no slots" in checked.out


def test_what_is_no_database_is_left_alone(estrado, tmp_path: Path):
    foreign = tmp_path / "foreign.db"
    connection = sqlite3.connect(foreign)
    connection.execute("CREATE TABLE other (x)")
    connection.close()
    text = tmp_path / "text.db"
    text.write_text("not a database at all, but long enough to look at " * 20)
    for path in (foreign, text):
        before = path.read_bytes()
        for command in (["list", path, "events"], ["undo", path], ["new", path], ["check", path]):
            refused = estrado(*command)
            assert (refused.code, refused.out) == (2, "")
            assert len(refused.err.splitlines()) <= 4
        assert path.read_bytes() == before


def test_a_document_is_looked_at_on_paper(estrado, db: Path, tmp_path: Path):
    plain = estrado("check", db, "--languages", "es,kk")
    proofed = estrado("check", db, "--languages", "es,kk", "--document", "booklet")
    assert (plain.err, proofed.err) == ("", "")
    assert set(plain.out.splitlines()) <= set(proofed.out.splitlines())
    refused = estrado("check", db, "--paper", "A5")
    assert (refused.code, refused.out) == (2, "")
    assert "--document" in refused.err
    refused = estrado("check", db, "--document", "leaflet")
    assert refused.code == 2
    assert "booklet" in refused.err


def test_a_house_style_by_name_or_by_file(estrado, db: Path, tmp_path: Path):
    def printed(style: str) -> bytes:
        target = tmp_path / "programme.pdf"
        asked = ("print", db, "programme", "--languages", "es,kk", "-o", target)
        done = estrado(*asked, "--style", style)
        assert (done.code, done.err) == (0, "")
        return target.read_bytes()

    mine = tmp_path / "mine.toml"
    mine.write_text('[looks]\npictures = "grey"\n', "utf-8")
    assert len({printed("embassy"), printed("plain"), printed(str(mine))}) == 3
    mine.write_text('[colours]\nink = "black"\n', "utf-8")
    target = tmp_path / "broken.pdf"
    asked = ("print", db, "programme", "--languages", "es,kk", "-o", target)
    refused = estrado(*asked, "--style", mine)
    assert refused.code == 2
    assert f"{mine}:2: “colours.ink” is no colour" in refused.err
    assert not target.exists()


@pytest.mark.parametrize(("level", "part"), [("1b", 1), ("2b", 3)])
def test_the_archival_level_is_what_is_asked_for(estrado, db, tmp_path, level, part):
    pdf = tmp_path / "programme.pdf"
    ask = ("print", db, "programme", "--languages", "es", "--archival", level, "-o", str(pdf))
    assert estrado(*ask).code == 0
    with pikepdf.open(pdf) as opened:
        assert f"<pdfaid:part>{part}<" in opened.Root.Metadata.read_bytes().decode()
        assert list(opened.attachments) == ([] if level == "1b" else ["event.ics"])


def test_a_published_version_is_printed_by_its_name(estrado, db: Path, tmp_path: Path):
    with Workspace.open(db) as ws:
        event = events.only_event(ws)
        releases.publish(ws, event.id, "Imprenta")
        planning.retitle(ws, planning.slots(ws, event.id)[1].id, Localized.of(es="Zarzuela"))
    pdf, look = tmp_path / "programme.pdf", ("--languages", "es", "-o")
    assert estrado("print", db, "programme", *look, pdf).code == 0
    with Paper(pdf.read_bytes()) as paper:
        assert "Zarzuela" in paper
    assert estrado("print", db, "programme", "--release", "Imprenta", *look, pdf).code == 0
    with Paper(pdf.read_bytes()) as paper:
        assert "Zarzuela" not in paper
        assert "Versión Imprenta" in paper
    refused = estrado("print", db, "programme", "--release", "9", *look, pdf)
    assert refused.code == 2
    assert "Imprenta" in refused.err


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes have no names on this system")
def test_a_device_is_not_written_over(estrado, db: Path, tmp_path: Path):
    pipe = tmp_path / "pipe.pdf"
    os.mkfifo(pipe)
    refused = estrado("print", db, "programme", "--languages", "es", "-o", pipe)
    assert (refused.code, pipe.is_fifo()) == (2, True)
