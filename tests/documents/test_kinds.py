"""What may be asked of a kind of document, and what is said about the rest."""

import pytest

from desktop.documents.kinds import KINDS, DocumentKind, kind
from desktop.documents.options import Choice, Option
from desktop.documents.request import PAPERS, Request, silent
from desktop.domain.errors import CannotPrint
from tests.documents import sample

LEAFLET = DocumentKind(
    "leaflet",
    "Leaflet",
    module="programme",
    papers=("A6", "A5"),
    options=(
        Option("fold", "Fold", (Choice("none", "None"), Choice("two", "In two"))),
        Option("motto", "Motto"),
    ),
)


def test_what_is_not_chosen_is_the_first_choice():
    request = LEAFLET.completed(Request(("es",)))
    assert request.paper == "A6"
    assert request.options == {"fold": "none", "motto": ""}


def test_what_is_chosen_is_kept():
    request = LEAFLET.completed(Request(("es",), "A5", {"motto": "Ñandú", "fold": "two"}))
    assert request.paper == "A5"
    assert request.options == {"fold": "two", "motto": "Ñandú"}


@pytest.mark.parametrize(
    ("request_", "said"),
    [
        (Request(("es",), "A4"), "A6, A5"),
        (Request(("es",), options={"fold": "three"}), "none, two"),
        (Request(("es",), options={"crease": "two"}), "fold, motto"),
        (Request(("es", "kk", "ru")), "one to 2"),
        (Request(()), "one to 2"),
    ],
)
def test_what_is_not_had_is_refused_with_what_there_is(request_: Request, said: str):
    with pytest.raises(CannotPrint, match=said):
        LEAFLET.completed(request_)


def test_a_kind_without_options_says_so():
    with pytest.raises(CannotPrint, match="options: —"):
        DocumentKind("leaflet", "Leaflet").completed(Request(("es",), options={"fold": "two"}))


def test_an_option_reaches_the_paper():
    held = sample.dossier()
    full = kind("programme").make(held, Request(("es",)), silent)
    short = kind("programme").make(held, Request(("es",), options={"abstracts": "no"}), silent)
    assert len(short) < len(full)


def test_kinds_are_told_apart_and_well_declared():
    assert len({each.key for each in KINDS}) == len(KINDS)
    for each in KINDS:
        assert set(each.papers) <= set(PAPERS)
        assert len({option.key for option in each.options}) == len(each.options)
        for option in each.options:
            values = [choice.value for choice in option.choices]
            assert len(set(values)) == len(values)
            assert option.checked(option.default) == option.default


@pytest.mark.parametrize("shown", KINDS, ids=lambda one: one.key)
def test_an_option_that_is_not_asked_would_change_nothing(shown: DocumentKind):
    held, languages = sample.dossier(), ("es", "kk")
    controls = {option.key: option for option in shown.options}
    for option in shown.options:
        if option.where is None:
            continue
        control = controls[option.where[0]]
        for other in (one.value for one in control.choices if one.value not in option.where[1]):
            try:
                usual = shown.make(held, Request(languages, options={control.key: other}), silent)
            except CannotPrint:  # there is nothing of that kind to print
                continue
            value = option.choices[-1].value if option.choices else "2026-12-03"
            asked = {control.key: other, option.key: value}
            assert not option.applies(shown.completed(Request(languages, options=asked)).options)
            assert shown.make(held, Request(languages, options=asked), silent) == usual
