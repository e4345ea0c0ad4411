import json
from pathlib import Path


def test_tickets_badges_and_what_is_left_to_print(estrado, db: Path, tmp_path: Path) -> None:
    pdf = tmp_path / "badges.pdf"
    ask = ("print", db, "badges", "--languages", "es,kk", "-o", pdf)
    issued = estrado("issue-tickets", db)
    assert issued.code == 0
    assert "Tickets of" in issued.out
    assert estrado(*ask, "--set", "range=1-20").code == 0
    assert pdf.read_bytes().startswith(b"%PDF-")
    assert estrado(*ask, "--set", "printed=no", "--mark-printed").code == 0
    nobody = estrado(*ask, "--set", "printed=no")
    assert nobody.code == 2
    assert "nobody" in nobody.err
    assert "Print badges" in json.loads(estrado("history", db, "--json").out)[0]["name"]


def test_only_badges_are_marked_as_printed(estrado, db: Path, tmp_path: Path) -> None:
    before = db.read_bytes()
    pdf = tmp_path / "programme.pdf"
    asked = ("print", db, "programme", "--languages", "es", "-o", pdf, "--mark-printed")
    refused = estrado(*asked)
    assert (refused.code, pdf.exists()) == (2, False)
    assert "Only badges" in refused.err
    assert db.read_bytes() == before
