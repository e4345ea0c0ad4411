"""Order of precedence of an event, speeches, flags, forms of address."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from desktop.domain.attendee import Attendee, Reply
from desktop.domain.errors import BadInput, NotFound
from desktop.domain.event import Event, Organiser, Protocol
from desktop.domain.localized import Localized
from desktop.domain.organisation import Organisation, OrganisationKind
from desktop.domain.person import Accreditation, Gender, MissionClass, Office, Person, PersonName
from desktop.domain.precedence import SPANISH_RANKS, Scheme
from desktop.domain.slot import Slot
from desktop.domain.speaker import Speaker, SpeakerRole
from desktop.domain.venue import Venue
from desktop.language.address import Use
from desktop.language.translation import translator
from desktop.services import (
    address_forms,
    attendance,
    events,
    flags,
    history,
    people,
    planning,
    protocol,
    publishing,
    speeches,
)
from desktop.services.workspace import Workspace

DAY = datetime(2024, 1, 1, 9, tzinfo=UTC)


def guest(
    ws: Workspace,
    family: str,
    *,
    mission: MissionClass | None = None,
    since: int = 0,
    country: str = "",
    rank: str = "",
    reply: Reply = Reply.ACCEPTED,
    stands_for: int | None = None,
) -> int:
    """Somebody invited to the event; the invitation's and the person's id are the same."""
    number = len(people.people(ws)) + 1
    office = Office(Localized.of(en="Office"), mission_class=mission, rank=rank)
    accreditation = (Accreditation("KZ", DAY + timedelta(days=since)),) if mission else ()
    names = (PersonName("Latn", family=family, given="Ana"),)
    people.save(
        ws,
        Person(
            names=names,
            gender=Gender.FEMININE,
            offices=(office,) if mission or rank else (),
            accreditations=accreditation,
            country=country,
        ),
    )
    attendance.save(ws, Attendee(event_id=1, person_id=number, reply=reply))
    return number


@pytest.fixture
def held(ws: Workspace) -> Workspace:
    """An event in Kazakhstan with two ambassadors, an author, a mayor and one who declined."""
    events.save_venue(ws, Venue(country="KZ", city=Localized.of(en="Astana")))
    events.create(ws, Event(slug="gala", languages=("es", "kk"), venue_id=1))
    guest(ws, "Zorn", mission=MissionClass.AMBASSADOR, since=9, country="DE")
    guest(ws, "Author")
    guest(ws, "Alba", mission=MissionClass.AMBASSADOR, since=3, country="ES")
    guest(ws, "Mayor", rank="mayor")
    guest(ws, "Absent", reply=Reply.DECLINED)
    return ws


def order(ws: Workspace) -> list[str]:
    return [one.person.names[0].family for one in protocol.order(ws, 1)]


def test_the_host_country_is_that_of_the_venue_and_every_place_has_its_reason(held: Workspace):
    assert order(held) == ["Alba", "Zorn", "Author", "Mayor"]
    first, _, author, _ = protocol.order(held, 1)
    assert "2024-01-04" in first.why(translator("en"))
    assert author.why(translator("es")) != author.why(translator("en"))


def test_the_scheme_is_the_event_s(held: Workspace):
    change = protocol.set_protocol(held, 1, Protocol(Scheme.SPAIN))
    assert change.name == "Protocol of {event}"
    assert order(held) == ["Alba", "Zorn", "Mayor", "Author"]
    assert "Mayor" in protocol.order(held, 1)[2].why(translator("en"))
    protocol.set_president(held, 1, 4)
    assert order(held)[0] == "Mayor"
    history.undo(held)
    assert order(held)[0] == "Alba"
    protocol.set_president(held, 1, None)
    assert set(protocol.RANKS) == set(SPANISH_RANKS)


def test_between_equals_the_authority_of_the_place_goes_first(held: Workspace):
    """By the town of the house, or by its name; an ambassador's residence changes nothing."""
    there = Organisation(name=Localized.of(es="Ayuntamiento"), city=Localized.of(es="Astaná"))
    people.save_organisation(held, there)
    with held.change("Where they hold office") as work:
        work.put(replace(work.load(Venue, 1), city=Localized.of(es="Astaná", kk="Астана")))
        [house] = work.find(Organisation)
        zorn, mayor = work.load(Person, 1), work.load(Person, 4)
        work.put(replace(zorn, organisation_id=house.id))
        abroad = Localized.of(es="Ayuntamiento de Sevilla")
        work.put(replace(mayor, offices=(replace(mayor.offices[0], organisation=abroad),)))
    by_house, by_name = (guest(held, name, rank="mayor") for name in ("House", "Name"))
    with held.change("Where they hold office") as work:
        one, two = work.load(Person, by_house), work.load(Person, by_name)
        office = replace(one.offices[0], organisation_id=house.id)
        named = replace(
            office, organisation_id=None, organisation=Localized.of(kk="Астана әкімдігі")
        )
        work.put(replace(one, offices=(office,)))
        work.put(replace(two, offices=(named,)))
    protocol.set_protocol(held, 1, Protocol(Scheme.SPAIN))
    assert order(held) == ["Alba", "Zorn", "House", "Name", "Mayor", "Author"]
    reasons = [one.why(translator("en")) for one in protocol.order(held, 1)]
    assert ["of the place itself" in why for why in reasons] == [
        False,
        False,
        True,
        True,
        False,
        False,
    ]


def test_a_place_given_by_hand_needs_its_reason(held: Workspace):
    change = protocol.override(held, 1, 2, 1, " Receives the prize ")
    assert change.fields == {"person": "Ana Author", "place": "1"}
    assert order(held)[0] == "Author"
    first = protocol.order(held, 1)[0]
    assert first.override is not None
    assert first.why(translator("en")) == "Placed by hand: Receives the prize"
    for place, reason in ((1, "  "), (0, "why")):
        with pytest.raises(BadInput):
            protocol.override(held, 1, 2, place, reason)
    protocol.drop_override(held, 1, 2)
    assert order(held) == ["Alba", "Zorn", "Author", "Mayor"]
    with pytest.raises(NotFound):
        protocol.drop_override(held, 1, 2)


def test_who_was_given_the_place_before_makes_room(held: Workspace):
    protocol.override(held, 1, 2, 1, "prize")
    protocol.override(held, 1, 4, 2, "host of the city")
    protocol.override(held, 1, 3, 1, "dean")
    assert order(held) == ["Alba", "Author", "Mayor", "Zorn"]
    protocol.override(held, 1, 3, 4, "asked for it")
    assert order(held) == ["Zorn", "Author", "Mayor", "Alba"]


def test_a_representative_of_the_king_ranks_as_he_does_and_others_do_not(held: Workspace):
    king, envoy = guest(held, "King", rank="king_or_queen"), guest(held, "Envoy", rank="mayor")
    attendance.delete(held, envoy)
    attendance.edit_all(held, [king], reply=Reply.REPRESENTATIVE, representative_id=envoy)
    protocol.set_protocol(held, 1, Protocol(Scheme.SPAIN))
    first = protocol.order(held, 1)[0]
    assert first.person.names[0].family == "Envoy"
    assert "King or Queen" in first.why(translator("en"))


def test_the_highest_rank_is_suggested_to_speak_last(held: Workspace):
    speakers = (
        Speaker(3),
        Speaker(2, SpeakerRole.MODERATOR),
        Speaker(4),
        Speaker(1),
    )
    planning.save_slot(held, Slot(event_id=1, speakers=speakers))
    planning.save_slot(held, Slot(event_id=1, speakers=speakers[:2]))
    (found,) = speeches.speeches(held, 1)
    assert found.suggested == (2, 1, 3, 0)
    speeches.arrange(held, found.slot.id, found.suggested)
    (found,) = speeches.speeches(held, 1)
    assert [one.person_id for one in found.slot.speakers] == [4, 2, 1, 3]
    assert found.suggested == (0, 1, 2, 3)
    with pytest.raises(BadInput):
        speeches.arrange(held, found.slot.id, (0, 0, 1, 2))


def test_flags_hang_in_their_order(held: Workspace):
    for kind, country in (
        (OrganisationKind.INTERNATIONAL, "CH"),
        (OrganisationKind.UNIVERSITY, "KZ"),
        (OrganisationKind.EMBASSY, "FR"),
    ):
        people.save_organisation(
            held, Organisation(name=Localized.of(en=kind.value), kind=kind, country=country)
        )
    event = events.event(held, 1)
    parts = tuple(Organiser(number) for number in (2, 1, 3))
    events.save(held, Event(**{**_fields(event), "organisers": parts}))
    found = flags.flags(held, 1, "es")
    names = [flag.name for flag in found]
    assert names == [
        "Kazajistán",
        "Alemania",
        "España",
        "Francia",
        "international",
        "Astana",
        "university",
    ]
    assert [flag.name for flag in flags.flags(held, 1, "en")][1:4] == [
        "France",
        "Germany",
        "Spain",
    ]
    assert flags.as_seen(found, guest_right=True)[0].of is flags.FlagOf.HOST
    assert flags.as_seen(found, guest_right=False)[-1].of is flags.FlagOf.HOST


def _fields(event: Event) -> dict[str, object]:
    return {name: getattr(event, name) for name in Event.__dataclass_fields__}


def test_forms_of_address_are_those_of_the_papers(held: Workspace):
    dossier = publishing.dossier(held, 1)
    found = address_forms.forms_in(dossier, dossier.people[3], ("es", "en"))
    assert [(one.language, one.use) for one in found] == [
        (language, use) for language in ("es", "en") for use in Use
    ]
    envelope, salutation = found[0].text, found[1].text
    assert envelope.endswith("Ana Alba")
    assert "Embajadora" in salutation
