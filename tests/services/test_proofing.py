"""A document looked at on paper: what was forced or cannot be printed, and where to mend it."""

import io
from dataclasses import replace

import pytest
from PIL import Image

from desktop.documents.dossier import Dossier
from desktop.documents.kinds import kind
from desktop.documents.request import Request, silent
from desktop.documents.typesetting import system_fonts
from desktop.domain.localized import Localized
from desktop.domain.programme import Programme
from desktop.domain.severity import Severity
from desktop.domain.slot import Slot
from desktop.services import preflight, proofing, reference
from desktop.services.findings import Finding, Place
from desktop.services.workspace import Workspace
from tests.documents import sample


def with_slots(*slots: Slot) -> Dossier:
    held = sample.dossier()
    return replace(held, programme=Programme(held.event, slots, held.rooms))


def findings(
    dossier: Dossier, key: str = "programme", languages: tuple[str, ...] = ("es", "kk")
) -> list[Finding]:
    document = kind(key)
    return proofing.made(
        document, dossier, document.completed(Request(languages)), silent
    ).findings


def of_kind(found: list[Finding], name: str) -> list[Finding]:
    return [finding for finding in found if finding.kind == name]


@pytest.fixture
def no_system_fonts(monkeypatch: pytest.MonkeyPatch) -> None:
    """A computer with no fonts but the program's own."""
    monkeypatch.setattr(system_fonts, "find", lambda *_, **__: [])


def test_a_sound_document_has_nothing_wrong_on_paper() -> None:
    found = findings(sample.dossier())
    assert found == preflight.findings(sample.dossier(), ("es", "kk"))


def test_a_word_broken_by_force_leads_to_its_slot() -> None:
    endless = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
    slot = replace(sample.SLOTS[2], title=Localized.of(es=endless * 2, kk="Қысқа"))
    (broken,) = of_kind(findings(with_slots(*sample.SLOTS[:2], slot)), "broken_word")
    assert (broken.severity, broken.place, broken.slots) == (
        Severity.WARN,
        Place("slot", slot.id),
        (slot.id,),
    )
    assert broken.text("en").startswith("Page 1: “Donaudampf")


def test_characters_that_no_face_has_stop_the_press(no_system_fonts: None) -> None:
    slot = replace(sample.SLOTS[1], title=Localized.of(es="Jeroglífico 𓁹", kk="Иероглиф"))
    (missing,) = of_kind(findings(with_slots(slot)), "no_glyph")
    assert missing.severity is Severity.BLOCK
    assert missing.place == Place("slot", slot.id)
    assert "𓁹 (U+13079)" in missing.text("en")


def test_a_title_that_no_size_holds_is_told_with_its_event() -> None:
    held = sample.dossier()
    title = Localized.of(es="Palabras y más palabras " * 14, kk="Сөз")
    event = replace(held.event, title=title)
    dossier = replace(held, programme=Programme(event, held.slots, held.rooms))
    (shrunk,) = of_kind(findings(dossier), "shrunk")
    assert shrunk.place == Place("event", event.id)
    assert "smallest size" in shrunk.text("en")


def test_a_coarse_picture_leads_to_whom_it_shows() -> None:
    held = sample.dossier()
    stream = io.BytesIO()
    Image.new("RGB", (37, 46), "teal").save(stream, "PNG")
    person = next(one for one in sample.SPEAKERS if one.photo_id)
    picture = replace(held.pictures[person.photo_id or 0], content=stream.getvalue())
    dossier = replace(held, pictures={**held.pictures, picture.id: picture})
    (coarse,) = of_kind(findings(dossier, "report"), "coarse_picture")
    assert coarse.place == Place("person", person.id)
    assert coarse.people == (person.id,)
    assert coarse.facts["dpi"] == 51
    assert not of_kind(findings(dossier, "programme"), "coarse_picture")


def test_what_is_forced_is_still_printed_in_full() -> None:
    from tests.documents.reading import Paper

    endless = "x" * 300
    slot = replace(sample.SLOTS[2], title=Localized.of(es=endless, kk="Қысқа"))
    document = kind("programme")
    made = proofing.made(
        document, with_slots(slot), document.completed(Request(("es", "kk"))), silent
    )
    with Paper(made.pdf) as paper:
        assert endless in paper


def test_the_worst_comes_first_and_paper_stands_beside_words(no_system_fonts: None) -> None:
    slot = replace(sample.SLOTS[1], title=Localized.of(es="Jeroglífico 𓁺"))
    found = findings(with_slots(slot, sample.SLOTS[2]))
    kinds = [finding.kind for finding in found]
    assert {"no_glyph", "missing_translation"} <= set(kinds)
    order = [list(Severity).index(finding.severity) for finding in found]
    assert order == sorted(order)


def test_the_reference_event_is_proofed_from_its_database(ws: Workspace) -> None:
    reference.create_reference_event(ws)
    for key in ("programme", "booklet", "report"):
        made = proofing.proof(ws, key, 1, ("es", "kk"), style="plain")
        assert made.pdf.startswith(b"%PDF")
        assert not [one for one in made.findings if one.kind in ("no_glyph", "off_paper")]
