"""Real processes at the door: each ticket opens it once, and what was said is kept."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.domain.attendee import Attendee
from desktop.services import backup, history
from desktop.services.workspace import Workspace
from tests.services import desk_processes
from tests.services.doors import guests
from tests.storage.databases import on_server
from tests.storage.killing import ROOT

DESKS, TICKETS, KILLS = 8, 1_000, 100


def started(work: str, *arguments: str) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", desk_processes.__name__, work, *arguments]
    return subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )


def test_eight_desks_admit_each_ticket_once(server: str) -> None:
    location = on_server(server)
    with Workspace.open(location) as ws:
        tickets = {one.ticket for one in guests(ws, TICKETS)}
        desks = [started("admit_all", location, f"desk {n}") for n in range(DESKS)]
        assert [desk.stdout and desk.stdout.readline() for desk in desks] == ["ready\n"] * DESKS
        for desk in desks:
            assert desk.stdin is not None
            desk.stdin.write("\n")
            desk.stdin.flush()
        said = [desk.communicate(timeout=300)[0].split() for desk in desks]
        assert [lines[-1] for lines in said] == ["done"] * DESKS
        admitted = [code for lines in said for code in lines[:-1]]
        assert sorted(admitted) == sorted(tickets), "each once, by one desk"
        there = ws.find(Attendee)
        assert {len(one.check_ins) for one in there} == {1}
        by_desk = {(one.ticket, one.check_ins[0].desk) for one in there}
        told = {(code, f"desk {n}") for n, lines in enumerate(said) for code in lines[:-1]}
        assert by_desk == told
        assert sum(len(lines) > 1 for lines in said) == DESKS, "they did work at the same time"
        assert len(history.entries(ws)) == TICKETS


@pytest.mark.skipif(os.name == "nt", reason="Windows cannot fork")
def test_a_hundred_kills_at_the_door_lose_and_double_nothing(location: Path) -> None:
    with Workspace.open(location) as ws:
        guests(ws, 5_000)
    with started("killed_again_and_again", str(location), str(KILLS)) as process:
        said = [line.split() for line in process.communicate(timeout=300)[0].splitlines()]
    assert {kind for _, kind in said} == {"welcome"}, "asked again, a lost answer is the same"
    with Workspace.open(location) as ws:
        came = [one for one in ws.find(Attendee) if one.check_ins]
        assert {len(one.check_ins) for one in came} == {1}
        assert [one.ticket for one in came[: len(said)]] == [code for code, _ in said]
        assert len(came) - len(said) <= 1, "one may be noted and not yet said"
        assert len(said) >= KILLS
        assert len(history.entries(ws)) == len(came), "each with its Change"
    assert backup.verify(location).sound
