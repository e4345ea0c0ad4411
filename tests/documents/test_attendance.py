from dataclasses import replace
from datetime import timedelta

from desktop.documents.attendance import Attendance, Moment
from desktop.documents.dossier import Dossier
from desktop.domain.attendee import Attendee, CheckIn, Direction, Reply
from desktop.domain.event import Statistic
from desktop.domain.person import Office, Person
from tests.documents import sample

NINE = sample.at(9)
CAME = (CheckIn(sample.at(9)),)


def of(*attendees: Attendee, people: tuple[Person, ...] = ()) -> Attendance:
    known = {person.id: person for person in people}
    return Attendance(Dossier(sample.dossier().programme, people=known, attendees=attendees))


def test_companions_count() -> None:
    counted = of(
        Attendee(reply=Reply.ACCEPTED, party=2, check_ins=CAME),
        Attendee(reply=Reply.ACCEPTED),
        Attendee(reply=Reply.DECLINED, party=1),
        Attendee(reply=Reply.TO_INVITE),
    )
    assert (counted.invited, counted.expected, counted.attended) == (6, 4, 3)


def test_whoever_comes_uninvited_was_expected_after_all() -> None:
    counted = of(Attendee(reply=Reply.DECLINED, check_ins=CAME))
    assert (counted.invited, counted.expected, counted.attended) == (1, 1, 1)


def test_going_out_is_not_coming() -> None:
    assert not of(Attendee(check_ins=(CheckIn(sample.at(9), direction=Direction.OUT),))).held


def test_groups_are_counted_from_the_largest() -> None:
    people = (Person(1, country="ES"), Person(2, country="KZ"), Person(3, country="KZ"))
    attendees = tuple(Attendee(person_id=n, reply=Reply.ACCEPTED) for n in (1, 2, 3))
    before = of(*attendees, people=people)
    assert [(c.key, c.value, c.of) for c in before.by_country()] == [("KZ", 2, 2), ("ES", 1, 1)]
    held = of(replace(attendees[0], check_ins=CAME), *attendees[1:], people=people)
    assert [(c.key, c.value, c.of) for c in held.by_country()] == [("ES", 1, 1), ("KZ", 0, 2)]


def test_an_organisation_may_be_that_of_an_office() -> None:
    person = Person(1, offices=(Office(sample.text("Rector"), organisation_id=7),))
    (count,) = of(Attendee(person_id=1, reply=Reply.ACCEPTED), people=(person,)).by_organisation()
    assert count.key == 7


def test_arrivals_are_counted_by_quarter_as_long_as_there_is_room_for_it() -> None:
    def came(*hours: float) -> tuple[Attendee, ...]:
        moments = [sample.at(9) + timedelta(hours=hour - 9) for hour in hours]
        return tuple(Attendee(party=1, check_ins=(CheckIn(moment),)) for moment in moments)

    minutes, quarters = of(*came(9, 9.1, 9.6)).by_time()
    assert minutes == 15
    assert [count.value for count in quarters] == [4, 0, 2]
    minutes, hours = of(*came(9, 14)).by_time()
    assert (minutes, len(hours)) == (60, 6)
    assert hours[0].key == Moment(NINE, dated=False)
    _, days = of(*came(9, 33)).by_time()
    assert [count.key for count in days] == [
        Moment(NINE, dated=True),
        Moment(NINE + timedelta(days=1), dated=True),
    ]
    assert of(*came(5, 23)).by_time() == (60, [])


def test_numbers_that_are_left_of_forgotten_guests_count() -> None:
    programme = sample.dossier().programme
    event = replace(programme.event, statistics=(Statistic("press", 9, 5, 4),))
    attendees = (Attendee(category="press", reply=Reply.ACCEPTED),)
    counted = Attendance(Dossier(replace(programme, event=event), attendees=attendees))
    assert counted.held
    assert (counted.invited, counted.expected, counted.attended) == (10, 6, 4)
    assert counted.by_category() == [("press", 4, 5)]
