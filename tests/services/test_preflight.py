from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from desktop.domain.coverage import Quotation
from desktop.domain.event import Event, Organiser
from desktop.domain.localized import Localized
from desktop.domain.organisation import Organisation, Picture
from desktop.domain.person import Consent, ConsentPurpose, ConsentState, Office, Person, PersonName
from desktop.domain.severity import ClashKind, ClashRule, Severity
from desktop.domain.slot import DataPoint, DataSet, Slot, SlotKind, SlotStatus
from desktop.domain.speaker import Speaker
from desktop.domain.venue import Room, Venue
from desktop.language import tags
from desktop.language.translation import fields_of
from desktop.services.findings import Finding
from desktop.services.preflight import check
from desktop.services.workspace import Workspace

TEN = datetime(2026, 3, 12, 10, tzinfo=UTC)


class Stage:
    """A small event in Spanish and Kazakh that is ready to be printed."""

    def __init__(self, ws: Workspace) -> None:
        self.ws = ws
        with ws.change("Set the stage") as work:
            self.photo = work.put(Picture(content=b"\x89PNG", media_type="image/png"))
            self.house = work.put(
                Organisation(name=Localized.of(es="Embajada", kk="Елшілік"), logo_id=self.photo.id)
            )
            self.venue = work.put(Venue(name=Localized.of(es="Universidad", kk="Университет")))
            self.event = work.put(
                Event(
                    slug="acto",
                    title=Localized.of(es="Acto", kk="Іс-шара"),
                    languages=("es", "kk"),
                    time_zone="Asia/Almaty",
                    venue_id=self.venue.id,
                    organisers=(Organiser(self.house.id),),
                )
            )
            self.room = work.put(
                Room(event_id=self.event.id, name=Localized.of(es="Sala", kk="Зал"), capacity=40)
            )
            self.person = work.put(
                Person(
                    names=(PersonName("Latn", "Muestra", "Elena"), PersonName("Cyrl", "Муэстра")),
                    offices=(Office(Localized.of(es="Profesora", kk="Профессор")),),
                )
            )
            self.slot = work.put(
                Slot(
                    event_id=self.event.id,
                    kind=SlotKind.LECTURE,
                    title=Localized.of(es="Apertura", kk="Ашылуы"),
                    start=TEN,
                    room_id=self.room.id,
                    speakers=(Speaker(self.person.id),),
                )
            )

    def put(self, *values: object) -> None:
        with self.ws.change("Change") as work:
            for value in values:
                work.put(value)

    def check(self, *languages: str) -> list[Finding]:
        return check(self.ws, self.event.id, languages or ("es", "kk"))

    def kinds(self, *languages: str) -> list[str]:
        return [finding.kind for finding in self.check(*languages)]


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    with Workspace.open(tmp_path / "stage.db", create=True) as ws:
        yield Stage(ws)


def test_a_complete_event_has_no_findings(stage: Stage):
    assert stage.check() == []


def test_every_missing_translation_is_named_with_its_fields(stage: Stage):
    without = Localized.of(es="Solo en español")
    stage.put(
        replace(
            stage.slot,
            subtitle=without,
            abstract=without,
            speakers=(Speaker(stage.person.id, topic=without),),
        ),
        replace(stage.person, biography=without),
        replace(stage.room, name=without),
    )
    found = stage.check("es", "kk")
    assert {finding.kind for finding in found} == {"missing_translation"}
    assert {str(finding.place): finding.facts["fields"] for finding in found} == {
        f"slot {stage.slot.id}": ("subtitle", "abstract", "topic"),
        f"person {stage.person.id}": ("biography",),
        f"room {stage.room.id}": ("name",),
    }
    slot = next(finding for finding in found if finding.place.kind == "slot")
    assert (slot.slots, slot.severity) == ((stage.slot.id,), Severity.WARN)
    assert slot.text("en") == (
        "“Apertura” is not translated (Kazakh): subtitle, abstract and topic"
    )
    assert stage.check("es") == []


def test_a_year_needs_no_translation_but_a_chart_s_title_does(stage: Stage):
    points = (DataPoint(Localized.of(und="2026"), 3),)
    data = DataSet(Localized.of(es="Cifras"), points)
    stage.put(replace(stage.slot, data_set=data))
    (finding,) = stage.check("es", "kk", "es-MX")
    assert finding.facts["fields"] == ("title",)
    assert finding.facts["language"] == "kk"


def test_what_is_cancelled_needs_nothing(stage: Stage):
    cancelled = replace(
        stage.slot, title=Localized.of(es="TBA"), status=SlotStatus.CANCELLED, minutes=0
    )
    stage.put(cancelled)
    assert stage.check() == []


@pytest.mark.parametrize(
    ("words", "is_found"),
    [
        ("Ponente por confirmar", True),
        ("TBA", True),
        ("Lorem ipsum dolor", True),
        ("Докладчик уточняется", True),
        ("???", True),
        ("Todo sobre la ciencia", False),
        ("Tbilisi: What? Why?", False),
    ],
)
def test_placeholders_are_found(stage: Stage, words: str, is_found: bool):
    stage.put(replace(stage.slot, title=Localized.of(es=words, kk="Дәріс")))
    assert stage.kinds() == ["placeholder"] * is_found


@pytest.mark.parametrize(
    ("change", "kind", "severity"),
    [
        (lambda slot: replace(slot, start=None), "unscheduled", Severity.WARN),
        (lambda slot: replace(slot, room_id=None), "no_room", Severity.NOTE),
        (lambda slot: replace(slot, minutes=0), "no_length", Severity.BLOCK),
        (lambda slot: replace(slot, expected_audience=41), "room_too_small", Severity.WARN),
        (lambda slot: replace(slot, status=SlotStatus.DRAFT), "draft", Severity.NOTE),
        (lambda slot: replace(slot, title=Localized()), "no_title", Severity.WARN),
        (
            lambda slot: replace(
                slot, speakers=(replace(slot.speakers[0], confirmed=False),)
            ),
            "unconfirmed_speaker",
            Severity.WARN,
        ),
    ],
)  # fmt: skip
def test_one_thing_wrong_with_a_slot(
    stage: Stage, change: Callable[[Slot], Slot], kind: str, severity: Severity
):
    stage.put(change(stage.slot))
    (finding,) = stage.check()
    assert (finding.kind, finding.severity, finding.slots) == (kind, severity, (stage.slot.id,))


def test_clashes_come_first_and_a_setting_makes_them_milder(stage: Stage):
    second = replace(stage.slot, id=0, abstract=Localized.of(es="Solo"), minutes=60)
    stage.put(replace(second, start=TEN + timedelta(minutes=10)))
    found = stage.check()
    assert [finding.kind for finding in found] == [
        "room_twice",
        "speaker_twice",
        "missing_translation",
    ]
    assert found[0].text("en") == "Sala is used twice, 12 March, 15:10: “Apertura”, “Apertura”"
    assert found[1].people == (stage.person.id,)
    mild = (
        ClashRule(ClashKind.ROOM_TWICE, Severity.NOTE),
        ClashRule(ClashKind.SPEAKER_TWICE, Severity.IGNORE),
    )
    stage.put(replace(stage.event, clash_rules=mild))
    weighed = stage.check("es")
    assert [(finding.kind, finding.severity) for finding in weighed] == [
        ("room_twice", Severity.NOTE)
    ]


@pytest.mark.parametrize(
    ("state", "severity"),
    [
        (ConsentState.UNKNOWN, Severity.WARN),
        (ConsentState.REFUSED, Severity.BLOCK),
        (ConsentState.WITHDRAWN, Severity.BLOCK),
        (ConsentState.GIVEN, None),
    ],
)
@pytest.mark.parametrize("purpose", [ConsentPurpose.PHOTOGRAPH, ConsentPurpose.QUOTATION])
def test_nobody_is_shown_or_quoted_unasked(
    stage: Stage, purpose: ConsentPurpose, state: ConsentState, severity: Severity | None
):
    person = replace(stage.person, consents=(Consent(purpose, state),))
    if purpose is ConsentPurpose.PHOTOGRAPH:
        stage.put(replace(person, photo_id=stage.photo.id))
    else:
        said = Localized.of(es="Sí", kk="Иә")
        stage.put(person, Quotation(event_id=stage.event.id, person_id=person.id, text=said))
    found = stage.check()
    assert [finding.severity for finding in found] == ([severity] if severity else [])
    assert all(finding.people == (person.id,) for finding in found)


def test_a_logo_and_a_readable_name_are_missed_gently(stage: Stage):
    stage.put(
        replace(stage.house, logo_id=None),
        replace(stage.person, names=(PersonName("Latn", "Muestra", "Elena"),)),
    )
    found = stage.check()
    assert {(finding.kind, finding.severity) for finding in found} == {
        ("no_logo", Severity.NOTE),
        ("missing_name", Severity.NOTE),
    }
    assert stage.kinds("es") == ["no_logo"]


def test_an_event_without_slots_says_so(stage: Stage):
    with stage.ws.change("Clear") as work:
        work.remove(Slot, stage.slot.id)
    (finding,) = stage.check()
    assert (finding.kind, str(finding.place)) == ("empty", f"event {stage.event.id}")


@pytest.mark.parametrize("language", [*tags.LANGUAGES, "fr"])
def test_every_message_can_be_said_in_every_language(stage: Stage, language: str):
    broken = replace(
        stage.slot, abstract=Localized.of(es="TBA"), minutes=0, speakers=(
            Speaker(stage.person.id, confirmed=False),
        ), expected_audience=99,
    )  # fmt: skip
    clash = replace(stage.slot, id=0, start=TEN + timedelta(minutes=5), status=SlotStatus.DRAFT)
    stage.put(broken, clash, replace(clash, start=None, room_id=None))
    found = stage.check()
    assert len({finding.kind for finding in found}) >= 7
    for finding in found:
        assert fields_of(finding.text(language)) == frozenset()
        assert "None" not in finding.text(language)
