"""Search finds whatever has words that begin as those that are typed, and nothing else."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.domain.attendee import Attendee
from desktop.domain.event import Event
from desktop.domain.localized import Localized
from desktop.domain.organisation import Organisation
from desktop.domain.person import Office, Person, PersonName
from desktop.domain.slot import Slot
from desktop.domain.speaker import Speaker
from desktop.language.folding import VERSION, fold
from desktop.services.search import search
from desktop.services.workspace import Workspace
from desktop.storage import refolding

SPELLINGS = (
    "Қасымов Ержан",
    "Kassymov Yerzhan",
    "Фёдор Łukasz",
    "Núñez de Balboa",
    "O’Brien-Smith 2",
    "محمد الأمين",
    "Ana",
    "ana maría",
    "'\"*:()^-+ OR NOT NEAR",
    "",
)
names = st.sampled_from(SPELLINGS) | st.text(st.characters(exclude_categories=["Cs", "Cc"]))


def called(name: str) -> Person:
    return Person(names=(PersonName("Latn", given=name),))


def has(name: str, typed: str) -> bool:
    """What search promises, said plainly."""
    words, wanted = fold(name).split(), fold(typed).split()
    return bool(wanted) and all(any(word.startswith(part) for word in words) for part in wanted)


@pytest.fixture
def ws(new_workspace: Callable[[], Workspace]) -> Workspace:
    return new_workspace()


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    first=st.lists(names, min_size=1, max_size=6),
    second=st.lists(names, min_size=1, max_size=6),
    typed=names,
    data=st.data(),
)
def test_search_finds_what_begins_alike(
    ws: Workspace, first: list[str], second: list[str], typed: str, data: st.DataObject
) -> None:
    with ws.database.write() as writer:
        writer.remove_all(Person, writer.ids(Person))
        people = writer.put_all([called(name) for name in first])
        # some are called otherwise later, some are deleted
        renamed = [
            replace(person, names=called(name).names)
            for person, name in zip(people, second, strict=False)
        ]
        people = writer.put_all(renamed) + people[len(second) :]
        writer.remove(Person, people.pop().id)
        there = {person.id: person.name("").full for person in people}
    parts = fold(data.draw(st.sampled_from([*first, *second]))).split()
    shuffled = data.draw(st.permutations(parts)) if parts else []
    shortened = " ".join(word[: data.draw(st.integers(1, len(word)))] for word in shuffled)
    with ws.read() as reader:
        for text in (typed, shortened):
            found = {person.id for person in reader.search(Person, text)}
            assert found == {id for id, name in there.items() if has(name, text)}


def test_everything_is_found_by_its_own_words(ws: Workspace) -> None:
    with ws.database.write() as writer:
        event = writer.put(Event(slug="dia-del-libro", title=Localized.of(es="Fiesta")))
        other = writer.put(Event(slug="otro"))
        office = Office(Localized.of(ru="Посол"), Localized.of(es="Embajada"))
        ana = writer.put(replace(called("Ana"), offices=(office,)))
        writer.put(
            Organisation(name=Localized.of(es="Ministerio"), short_name=Localized.of(es="MEC"))
        )
        title = Localized.of(kk="Ашылу салтанаты")
        talk = writer.put(Slot(event_id=event.id, title=title, speakers=(Speaker(ana.id),)))
        writer.put(Slot(event_id=other.id, title=title))
        writer.put(Attendee(event_id=event.id, person_id=ana.id))
    found = {
        text: {(hit.kind, hit.title) for hit in search(ws, text)}
        for text in ("libro", "fiest", "posol emb", "mec", "ashylu", "an pos")
    }
    assert found["libro"] == found["fiest"] == {("Event", "Fiesta")}
    assert found["mec"] == {("Organisation", "Ministerio")}
    assert found["ashylu"] == {("Slot", "Ашылу салтанаты")}
    assert ("Person", "Ana") in found["posol emb"] & found["an pos"]
    assert {hit.id for hit in search(ws, "ashylu", event.id)} == {talk.id}
    assert {hit.kind for hit in search(ws, "ana", event.id)} == {"Person", "Slot"}
    with ws.read() as reader:
        assert len(reader.search(Attendee, "ana", event_id=event.id)) == 1
        assert reader.search(Attendee, "ana", event_id=other.id) == []


def test_search_stops_at_its_limit(ws: Workspace) -> None:
    with ws.database.write() as writer:
        writer.put_all([called(f"Ana {number}") for number in range(60)])
    assert len(search(ws, "ana", limit=7)) == 7
    assert search(ws, " * ") == []


def test_what_was_folded_by_older_rules_is_folded_anew(
    new_location: Callable[[], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    place = new_location()
    with Workspace.open(place) as ws, ws.database.write() as writer:
        writer.put_all([called("Ana"), called("Berik")])
        writer.connection.exec_driver_sql("UPDATE persons SET folded = 'otherwise'")
    with Workspace.open(place) as ws:
        assert search(ws, "ana") == []
    monkeypatch.setattr(refolding, "VERSION", VERSION + 1)
    for _ in range(2):
        with Workspace.open(place) as ws:
            assert [hit.title for hit in search(ws, "ana")] == ["Ana"]
            assert search(ws, "otherwise") == []


@pytest.mark.parametrize(
    "typed", ["ana\0", "\ud800 ana", "a\x01na", "ana\x7f", "x" * 5000 + " ana"]
)
def test_nothing_that_is_typed_is_an_error(ws: Workspace, typed: str) -> None:
    with ws.database.write() as writer:
        writer.put_all([called("Ana"), called("a\x01na"), called("x" * 3000 + " ana")])
    assert search(ws, typed)
