"""The door on the command line."""

import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from desktop.domain.attendee import Attendee, CheckIn
from desktop.services.workspace import Workspace
from tests.cli.conftest import Estrado
from tests.services.doors import guests


@pytest.fixture
def today(empty: Path) -> tuple[Path, list[Attendee]]:
    """A database with an event that is held today, and its guests."""
    day = datetime.now(UTC).date()
    days = {"first_day": day - timedelta(1), "last_day": day + timedelta(1)}
    with Workspace.open(empty) as ws:
        return empty, guests(ws, 2, **days)


def test_a_ticket_opens_once(today: tuple[Path, list[Attendee]], estrado: Estrado) -> None:
    db, [guest, other] = today
    first = estrado("check-in", db, guest.ticket, "--desk", "1", "--json")
    assert first.code == 0
    welcome = json.loads(first.out)
    assert welcome["answer"] == "welcome"
    assert welcome["name"] == "Ana Guest 0000"
    assert welcome["desk"] == "1"
    again = estrado("check-in", db, guest.ticket, "--desk", "2", "--json")
    assert again.code == 1
    told = json.loads(again.out)
    assert (told["answer"], told["desk"], told["at"]) == ("already-in", "1", welcome["at"])
    assert estrado("check-in", db, guest.ticket, "--desk", "1", "--out").code == 0
    shown = estrado("check-in", db, other.ticket, "--desk", "2").out.split("\t")
    assert shown[:2] == ["welcome", "Ana Guest 0001"]
    listed = json.loads(estrado("list", db, "attendees", "--json").out)
    assert len(listed) == 2


def test_a_lost_ticket_is_revoked_and_a_new_one_given(
    today: tuple[Path, list[Attendee]], estrado: Estrado
) -> None:
    db, [guest, _] = today
    assert estrado("revoke-ticket", db, guest.id).code == 0
    refused = estrado("check-in", db, guest.ticket, "--desk", "1", "--json")
    assert (refused.code, json.loads(refused.out)["answer"]) == (1, "revoked")
    fresh = estrado("revoke-ticket", db, guest.id, "--reissue").out.strip().split("\t")[1]
    assert estrado("check-in", db, fresh, "--desk", "1").code == 0
    assert estrado("revoke-ticket", db, 99).code == 2


def test_the_same_nonce_is_the_same_scan(
    today: tuple[Path, list[Attendee]], estrado: Estrado
) -> None:
    db, [guest, _] = today
    asked = ("check-in", db, guest.ticket, "--desk", "1", "--nonce")
    assert [estrado(*asked, nonce).code for nonce in ("n", "n", "other")] == [0, 0, 1]


def test_what_is_unknown_is_said(today: tuple[Path, list[Attendee]], estrado: Estrado) -> None:
    db, [guest, _] = today
    wrong = estrado("check-in", db, "NONSENSE", "--desk", "1", "--json")
    assert wrong.code == 1
    assert json.loads(wrong.out)["answer"] == "unknown"
    refused = estrado("check-in", db, guest.ticket, "--desk", "1", "--list", "gala")
    assert refused.code == 2
    assert "“gala”" in refused.err
    assert estrado("check-in", db, guest.ticket).code == 2


def test_an_event_of_the_past_is_told(empty: Path, estrado: Estrado) -> None:
    with Workspace.open(empty) as ws:
        [guest] = guests(ws, 1)
    asked = ("check-in", empty, guest.ticket, "--desk", "1")
    told = json.loads(estrado(*asked, "--json").out)
    assert (told["answer"], told["day"]) == ("other-day", "2026-05-14")
    hint = estrado(*asked)
    assert hint.code == 1
    assert "--at 2026-05-14" in hint.err
    assert estrado(*asked, "--at", "2026-05-14").code == 0
    again = json.loads(estrado(*asked, "--at", "2026-05-14T23:59", "--json").out)
    assert again["answer"] == "already-in"
    assert again["at"].startswith("2026-05-14T")
    wrong = estrado(*asked, "--at", "tomorrow")
    assert wrong.code == 2
    assert "“tomorrow” is no time" in wrong.err


def test_doubles_are_listed(today: tuple[Path, list[Attendee]], estrado: Estrado) -> None:
    db, [guest, _] = today
    assert estrado("doubles", db, "--json").out == "[]\n"
    now = datetime.now(UTC)
    with Workspace.open(db) as ws, ws.change("Scan") as work:
        passages = (CheckIn(now, "1"), CheckIn(now, "2", doubled=True))
        work.put(replace(guest, check_ins=passages))
    listed = estrado("doubles", db)
    assert listed.code == 1
    assert [line.split("\t")[0] for line in listed.out.splitlines()] == ["Ana Guest 0000"] * 2
    [found] = json.loads(estrado("doubles", db, "--json").out)
    assert [one["doubled"] for one in found["check_ins"]] == [False, True]


def test_a_desk_waits_for_another_one_at_the_same_file(
    today: tuple[Path, list[Attendee]], process: Estrado
) -> None:

    db, [guest, _] = today

    def ask(desk: str) -> int:
        return process("check-in", db, guest.ticket, "--desk", desk).code

    with ThreadPoolExecutor(3) as desks:
        assert sorted(desks.map(ask, "123")) == [0, 1, 1]
