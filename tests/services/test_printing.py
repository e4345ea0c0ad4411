"""What is printed from the database: a published version, a folder for the printer."""

import csv
from pathlib import Path

import pytest

from desktop.documents import kinds
from desktop.documents.request import Request
from desktop.domain.errors import Cancelled, CannotPrint, NotFound
from desktop.domain.localized import Localized
from desktop.language.translation import translator
from desktop.services import events, planning, print_folder, publishing, reference, releases
from desktop.services.workspace import Workspace
from tests.documents.reading import Paper


@pytest.fixture
def event_id(ws: Workspace) -> int:
    reference.create_reference_event(ws)
    return events.only_event(ws).id


@pytest.mark.parametrize("kind", ["programme", "booklet"])
def test_a_published_version_is_printed_as_it_was_frozen(ws: Workspace, event_id: int, kind: str):
    slot = planning.slots(ws, event_id)[1]
    releases.publish(ws, event_id, "Imprenta")
    planning.retitle(ws, slot.id, Localized.of(es="Zarzuela"))
    with Paper(publishing.print_document(ws, kind, event_id, ["es"])) as draft:
        assert "Zarzuela" in draft
        assert "Versión Imprenta" not in draft
    frozen = publishing.print_document(ws, kind, event_id, ["es"], release="Imprenta")
    with Paper(frozen) as paper:
        assert "Zarzuela" not in paper
        assert slot.title.get("es") in paper
        assert "Versión Imprenta" in paper


def test_a_version_that_is_not_there_is_named_with_those_that_are(ws: Workspace, event_id: int):
    releases.publish(ws, event_id, "Imprenta")
    with pytest.raises(NotFound, match=r"“2”.*Imprenta"):
        publishing.print_document(ws, "programme", event_id, ["es"], release="2")


def listed(folder: Path) -> list[dict[str, str]]:
    text = (folder / "contents.csv").read_text(encoding="utf-8-sig")
    return list(csv.DictReader(text.splitlines()))


def wanted(*keys: str) -> list[tuple[kinds.DocumentKind, Request]]:
    found = [kinds.kind(key) for key in keys]
    return [(kind, kind.completed(Request(("es",)))) for kind in found]


def test_a_folder_holds_every_document_and_a_list_of_them(
    ws: Workspace, event_id: int, tmp_path: Path
):
    target = print_folder.free_folder(tmp_path, "printing")
    told: list[tuple[int, int]] = []
    print_folder.save_folder(
        target,
        publishing.dossier(ws, event_id),
        wanted("programme", "booklet"),
        translator("en"),
        lambda done, total: told.append((done, total)),
    )
    names = sorted(path.name for path in target.iterdir())
    assert names == ["01-programme-es.pdf", "02-booklet-es.pdf", "contents.csv"]
    assert [path.name for path in tmp_path.iterdir() if "part" in path.name] == []
    rows = listed(target)
    assert [row["File"] for row in rows] == names[:2]
    programme, booklet = rows
    with Paper((target / names[0]).read_bytes()) as paper:
        assert int(programme["Pages"]) == int(programme["Sheets"]) == len(paper.pages)
    assert programme["Paper"] == "A4, 210 × 297 mm"
    assert booklet["Printed on"] == "both sides"
    assert int(booklet["Sheets"]) * 2 == int(booklet["Pages"])
    assert told[0] == (0, 2)
    assert print_folder.free_folder(tmp_path, "printing").name == "printing-2"


def test_what_cannot_be_printed_is_left_out_and_said(ws: Workspace, event_id: int, tmp_path: Path):
    kind = kinds.kind("badges")
    nobody = kind.completed(Request(("es",), options={"category": "nobody-at-all"}))
    dossier, target = publishing.dossier(ws, event_id), tmp_path / "out"
    saved = print_folder.save_folder(
        target, dossier, [*wanted("programme"), (kind, nobody)], translator("en")
    )
    assert [bool(one.file) for one in saved] == [True, False]
    rows = listed(target)
    assert rows[1]["Document"] == "Badges"
    assert rows[1]["Remark"]
    with pytest.raises(CannotPrint, match="None of these"):
        print_folder.save_folder(tmp_path / "no", dossier, [(kind, nobody)], translator("en"))
    assert not (tmp_path / "no").exists()


def test_a_folder_that_is_given_up_leaves_nothing(ws: Workspace, event_id: int, tmp_path: Path):
    def stop(done: int, _total: int) -> None:
        if done:
            raise Cancelled("Stopped.")

    with pytest.raises(Cancelled):
        print_folder.save_folder(
            tmp_path / "out",
            publishing.dossier(ws, event_id),
            wanted("programme", "report"),
            translator("en"),
            stop,
        )
    assert not any("out" in path.name for path in tmp_path.iterdir())


def test_a_place_that_cannot_be_written_is_told(ws: Workspace, event_id: int, tmp_path: Path):
    (tmp_path / "out").mkdir()
    dossier = publishing.dossier(ws, event_id)
    for target in (tmp_path / "nowhere" / "out", tmp_path / "out"):
        with pytest.raises(CannotPrint, match="out"):
            print_folder.save_folder(target, dossier, wanted("programme"), translator("en"))
