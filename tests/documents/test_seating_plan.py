"""The seating plan: who sits where because of whom."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from desktop.documents.dossier import Dossier
from desktop.domain.attendee import Attendee, Reply
from desktop.domain.errors import CannotPrint
from desktop.domain.localized import Localized
from desktop.domain.person import MissionClass, Office
from desktop.domain.seating import Interpreter, Seat, Seating, Shape, Table
from tests.documents import sample
from tests.documents.conftest import Print
from tests.documents.reading import packed


def held():
    """Only the speakers; the rector hosts, the ambassador is head of a mission."""
    whole = sample.dossier()
    offices = (Office(sample.AMBASSADOR.offices[0].title, mission_class=MissionClass.AMBASSADOR),)
    ambassador = replace(sample.AMBASSADOR, offices=offices)
    return replace(whole, attendees=(), people={**whole.people, 1: ambassador})


def test_the_host_sits_in_the_middle_and_the_first_guest_at_the_right_hand(printed: Print):
    paper = printed("seating-plan", "es", "kk", dossier=held())
    middle = paper.place("Zhumagaliuly Yessenkulov").x
    assert 330 < middle < 430
    assert paper.place("Ruiz de Azagra").x < middle  # the host's right is the hall's left


def test_everybody_is_on_the_plan_and_in_the_list(printed: Print):
    paper = printed("seating-plan", "es", "kk")
    for person in sample.SPEAKERS:
        assert paper.words.count(packed(person.names[0].family)) >= 2
        assert packed(person.name("kk", "Cyrl").family) in paper.words


def test_the_table_has_as_many_seats_as_asked(printed: Print):
    paper = printed("seating-plan", "es", dossier=held(), table="3", row="4")
    assert "A4" in paper
    assert "B1" not in paper


def test_a_small_plan_stands_on_one_sheet(printed: Print):
    assert len(printed("seating-plan", "es", "kk", dossier=held()).texts) == 1


def test_many_guests_take_more_sheets_and_none_is_lost(printed: Print):
    whole = sample.dossier()
    paper = printed("seating-plan", "es", dossier=whole, row="2", who="invited")
    assert len(paper.texts) > 2
    for person in sample.SPEAKERS:
        assert packed(person.names[0].given) in paper.words


@pytest.mark.parametrize("options", [{"table": "0"}, {"row": "many"}, {"row": "21"}])
def test_a_number_of_seats_that_makes_no_sense_is_refused(printed: Print, options: dict[str, str]):
    with pytest.raises(CannotPrint, match="number of seats"):
        printed("seating-plan", "es", **options)


def test_a_plan_on_a3_is_the_same_larger_unless_its_rows_are_wide(printed: Print):
    small, large = (printed("seating-plan", "es", paper=paper) for paper in ("A4", "A3"))
    assert large.place("A10").x == pytest.approx(2**0.5 * small.place("A10").x, rel=0.01)
    wide = printed("seating-plan", "es", paper="A3", row="20")
    assert wide.place("A10").x < large.place("A10").x / 1.5


# a seating of the event -----------------------------------------------------------------------

GALA = Localized.of(es="Cena de gala", kk="Салтанатты ас", en="Gala dinner", ar="عشاء رسمي")
HEAD = Table(Localized.of(es="Presidencia", ar="الرئاسة"), Shape.HEAD, 3)
ROUND = Table(Localized.of(es="Almendro"), Shape.ROUND, 4)
ROWS = Table(Localized(), Shape.ROWS, 4, 2)


def dinner(
    seats: Sequence[Seat], tables: Sequence[Table] = (HEAD, ROUND, ROWS), presides: int = 2
) -> Dossier:
    """The speakers as guests 1 to 7, seated like this; the rector presides."""
    whole = sample.dossier()
    guests = tuple(
        Attendee(person.id, 1, person.id, "guest", Reply.ACCEPTED) for person in sample.SPEAKERS
    )
    seating = Seating(1, 1, GALA, tuple(tables), tuple(seats), interpreters=(Interpreter(7, 1),))
    event = replace(whole.event, president_id=presides)
    programme = replace(whole.programme, event=event)
    return replace(whole, programme=programme, attendees=guests, seatings=(seating,))


SEATED = (
    Seat(1, 0, 1),
    Seat(7, 0, 1, behind=True),
    Seat(2, 0, 3),
    Seat(3, 1, 2),
    Seat(4, 1, 4),
    Seat(5, 2, 3),
)


def test_a_seating_is_drawn_as_it_is(printed: Print):
    paper = printed("seating-plan", "es", "kk", dossier=dinner(SEATED))
    ambassador, rector = (paper.places(name)[0] for name in ("Ruiz de Azagra", "Yessenkulov"))
    assert ambassador.x < rector.x
    assert abs(ambassador.y - rector.y) < 60
    right, left = paper.places("Wallershausen")[0], paper.places("Zhumadildayeva")[0]
    assert left.x < right.x  # the second place of a round table is at the plan's right
    assert "Presidencia" in paper
    assert "Almendro" in paper
    assert "Cena de gala" in paper
    assert packed("Салтанатты ас") in paper.words
    for label in ("1-1", "1-3", "2-2", "2-4", "B1", "1-1b"):
        assert label in paper


def test_a_table_s_long_name_stands_over_it_and_in_one_piece(printed: Print):
    name = "Mesa de la Academia de Ciencias y de las Universidades hispano-kazajas"
    tables = HEAD, replace(ROUND, name=Localized.of(es=name)), ROWS
    paper = printed("seating-plan", "es", "kk", dossier=dinner(SEATED, tables))
    guests = [paper.place(guest) for guest in ("Wallershausen", "Zhumadildayeva")]
    assert paper.place(name).y < min(guest.y for guest in guests)
    short = printed("seating-plan", "es", "kk", dossier=dinner(SEATED))
    guests = [short.place(guest) for guest in ("Wallershausen", "Zhumadildayeva")]
    assert short.place("Almendro").y > min(guest.y for guest in guests) - 12


def test_the_interpreter_s_chair_is_behind_the_delegate(printed: Print):
    paper = printed("seating-plan", "es", dossier=dinner(SEATED))
    interpreter, delegate = paper.places("Intérprete")[0], paper.places("Ruiz de Azagra")[0]
    assert abs(interpreter.x - delegate.x) < 60
    assert interpreter.y < delegate.y


def test_left_and_right_are_the_hall_s_in_a_right_to_left_plan_too(printed: Print):
    paper = printed("seating-plan", "ar", "en", dossier=dinner(SEATED))
    first, third = paper.places("1-1")[0], paper.places("1-3")[0]
    assert first.x < third.x


def test_whoever_comes_and_has_no_seat_is_listed_without_one(printed: Print):
    paper = printed("seating-plan", "es", dossier=dinner(SEATED))
    assert "Goikoetxea" in paper
    assert "–" in paper


def test_the_list_goes_by_precedence_or_by_name(printed: Print):
    by_rank = printed("seating-plan", "es", dossier=dinner(SEATED))
    by_name = printed("seating-plan", "es", dossier=dinner(SEATED), order="alphabet")
    assert _listed(by_rank.texts, "Yessenkulov") < _listed(by_rank.texts, "Abdrakhmanov")
    assert _listed(by_name.texts, "Yessenkulov") > _listed(by_name.texts, "Abdrakhmanov")


def _listed(texts: Sequence[str], name: str) -> int:
    return "".join(texts).rindex(name)


def test_a_seating_is_found_by_part_of_its_title(printed: Print):
    held = dinner(SEATED)
    other = replace(held.seatings[0], id=2, title=Localized.of(es="Sala"), tables=(ROWS,))
    held = replace(held, seatings=(*held.seatings, replace(other, seats=(Seat(1, 0, 1),))))
    paper = printed("seating-plan", "es", dossier=held, seating="sal")
    assert "A1" in paper
    assert "Presidencia" not in paper
    with pytest.raises(CannotPrint, match="Cena de gala, Sala"):
        printed("seating-plan", "es", dossier=held, seating="picnic")


def test_fifteen_at_the_head_table_and_sixty_in_all_are_all_there(printed: Print):
    held = dinner(())
    people = dict(held.people)
    guests: list[Attendee] = []
    for number in range(1, 61):
        source = sample.SPEAKERS[number % 7]
        name = replace(source.names[0], family=f"{source.names[0].family} {number:02}")
        people[100 + number] = replace(source, id=100 + number, names=(name,))
        guests.append(Attendee(number, 1, 100 + number, "guest", Reply.ACCEPTED))
    tables = (
        replace(HEAD, places=15),
        *(replace(ROUND, places=count) for count in (1, 2, 9, 12, 8)),
        Table(Localized(), Shape.ROWS, 13, 2),
    )
    spots = [(at, place + 1) for at, table in enumerate(tables) for place in range(table.places)]
    seats = tuple(Seat(number, *spot) for number, spot in enumerate(spots, 1))
    seating = replace(held.seatings[0], tables=tables, seats=seats, interpreters=())
    held = replace(held, people=people, attendees=tuple(guests), seatings=(seating,))
    paper = printed("seating-plan", "es", dossier=held)
    for number in range(1, 61):
        assert paper.words.count(f"{number:02}") >= 2


def test_cards_have_the_seats_of_the_seating_and_its_order(printed: Print):
    held = dinner(SEATED)
    cards = printed("place-cards", "es", dossier=held)
    words = "".join(cards.texts)
    assert words.index("1-1") < words.index("1-3") < words.index("2-2") < words.index("B1")
    assert "1-1b" in words
    by_name = printed("place-cards", "es", dossier=held, order="alphabet")
    assert "1-1b" in by_name.texts[0]  # the interpreter's name begins with A


def test_a_seating_in_which_nobody_sits_yet_is_filled_as_a_proposal(printed: Print):
    paper = printed("seating-plan", "es", dossier=dinner(()))
    assert "Presidencia" in paper
    assert "Almendro" in paper
    for person in sample.SPEAKERS:
        assert paper.words.count(packed(person.names[0].family)) >= 2


def test_without_anybody_who_presides_nobody_is_h(printed: Print):
    held = dinner((Seat(1, 0, 1), Seat(3, 0, 2)))
    paper = printed("seating-plan", "es", dossier=held, category="student")
    assert "H preside" not in paper


def test_every_table_has_a_sign(printed: Print):
    paper = printed("table-signs", "es", dossier=dinner(SEATED), of="tables")
    assert len(paper.texts) == 2
    assert "Presidencia" in paper.texts[0]
    assert "2" in paper.texts[1]
    with pytest.raises(CannotPrint, match="there is no table"):
        printed("table-signs", "es", dossier=dinner((), ()), of="tables")
