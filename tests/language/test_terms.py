from enum import StrEnum

import pytest

from desktop.domain.attendee import CATEGORIES, Direction, Reply
from desktop.domain.event import EventKind, OrganiserRole
from desktop.domain.organisation import OrganisationKind
from desktop.domain.person import ConsentPurpose, ConsentState, Gender, MissionClass
from desktop.domain.slot import InterpretationMode, SlotKind, SlotStatus
from desktop.domain.speaker import SpeakerRole
from desktop.language.tags import LANGUAGES
from desktop.language.terms import category, category_group, label, term
from desktop.language.translation import translator
from desktop.storage.reading import called
from desktop.storage.tables import AGGREGATES

ENUMERATIONS: list[type[StrEnum]] = [
    *(Direction, Reply, EventKind, OrganiserRole, OrganisationKind, ConsentPurpose),
    *(ConsentState, Gender, MissionClass, InterpretationMode, SlotKind, SlotStatus, SpeakerRole),
]


@pytest.mark.parametrize("enumeration", ENUMERATIONS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_value_has_a_word_of_its_own(enumeration: type[StrEnum], language: str):
    words = [term(value, language) for value in enumeration]
    assert all(words)
    assert len(set(words)) == len(words)


def test_one_word_of_the_code_may_be_two_of_the_reader():
    assert term(SlotKind.LECTURE, "es") == "Conferencia"
    assert term(EventKind.CONFERENCE, "es") == "Congreso"
    assert term(MissionClass.MINISTER, "kk") == "Өкілетті министр"


def test_a_term_follows_the_gender_where_it_is_known():
    assert term(SpeakerRole.MODERATOR, "es", Gender.FEMININE) == "Moderadora"
    assert term(SpeakerRole.MODERATOR, "es", Gender.MASCULINE) == "Moderador"
    assert term(SpeakerRole.MODERATOR, "es") == "Moderador / Moderadora"
    assert term(SpeakerRole.SPEAKER, "kk", Gender.FEMININE) == "Баяндамашы"


def test_a_label_counts_whom_it_stands_before():
    assert label(SpeakerRole.MODERATOR, "es") == "Modera"
    assert label(SpeakerRole.MODERATOR, "es", 2) == "Moderan"
    assert label(SpeakerRole.PANELLIST, "ru", 21) == "Участники дискуссии"
    assert label(SpeakerRole.CHAIR, "kk") == "Төраға"


@pytest.mark.parametrize("role", SpeakerRole)
def test_every_role_has_a_label(role: SpeakerRole):
    assert all(label(role, language, count) for language in LANGUAGES for count in (1, 2, 5))


def test_categories_for_a_badge_and_for_a_heading():
    assert category("diplomat", "es", Gender.FEMININE) == "Diplomática"
    assert category_group("diplomat", "kk") == "Дипломатиялық корпус"
    assert all(category_group(name, "ar") != name for name in CATEGORIES)


def test_a_category_of_the_organiser_s_own_stays_as_it_is():
    assert category("Amigos de la casa", "kk") == "Amigos de la casa"
    assert category_group("Amigos de la casa", "kk") == "Amigos de la casa"


@pytest.mark.parametrize("kind", AGGREGATES)
def test_whatever_storage_may_miss_has_a_word(kind: type):
    word = called(kind)
    assert translator("kk").text(word) != word
