"""`reststop admin`: an organisation is looked after from the data folder; nothing of a person is in reach."""

from __future__ import annotations

import asyncio
import re
from functools import partial
from pathlib import Path
from subprocess import CompletedProcess

from tests.e2e.shell import command
from tests.e2e.terminal import reststop, visit
from tests.e2e.test_doctor_slack import NAMED, tokens
from tests.sim.slack import SlackSim

TEAM = "slack/T0123"


def sit(data: Path, organisation: str, *lines: str) -> str:
    """Open the card of an organisation, type lines, and leave; return the whole screen."""
    named = (organisation,) if organisation else ()
    done = reststop(data, "admin", *named, typed="".join(f"{line}\n" for line in lines).encode())
    assert done.returncode == 0, done.stderr
    return done.stdout.decode()


def refused(data: Path, *words: str) -> CompletedProcess[bytes]:
    """Run the command where it cannot do what was asked."""
    done = command(data, "admin", *words)
    assert done.returncode != 0
    assert done.stdout == b""
    return done


def test_an_organisation_is_set_up_by_pipe(data: Path) -> None:
    """The card comes first; what was set stands there the next time, and the name may be left out then."""
    lines = ("https://example.org/law", "555 0100", "Union desk 555 0102", ".")
    screen = sit(data, TEAM, "Links and lines", *lines)
    assert screen.index("Looking after Reststop here") < screen.index(
        "Your own page: https://example.org/law"
    )
    again = sit(data, "", "What was changed")
    assert "On-call line: 555 0100" in again
    assert "by the operator" in " ".join(again.split())


def test_a_name_that_is_none_gets_a_sentence(data: Path) -> None:
    """And none is needed only where one is known alone."""
    for name in ("T0123", "slack", "slack/", "smoke/T1", "slack/T 1", "slack/../x"):
        done = refused(data, name)
        assert done.returncode == 2
        assert b"like `reststop admin slack/T0123`" in done.stderr
    assert b"Please name one" in refused(data).stderr
    for name in (TEAM, "discord/8138"):
        sit(data, name, "Links and lines", "https://example.org", "", "", ".")
    assert b"Please name one: discord/8138, slack/T0123." in refused(data).stderr


def test_without_data_there_is_nothing_to_look_after(tmp_path: Path) -> None:
    """And looking makes none."""
    assert b"There are no data" in refused(tmp_path / "data", TEAM).stderr
    assert not (tmp_path / "data").exists()


def test_an_operator_reads_nothing_of_anybody_there(data: Path) -> None:
    """Every word but those of the card leads back to it; who to call is there for them, too."""
    words = (
        "journal",
        "start",
        "write a few words",
        "what-data",
        "export",
        "link ABCD-EFGH",
        "erase",
        "stop",
    )
    screen = sit(data, TEAM, *words)
    assert "one entry" not in screen
    assert screen.count("Looking after Reststop here") == 1 + len(words)
    assert "Help now" in sit(data, TEAM, "help now")
    assert "one entry" in visit(data, "journal last")


async def test_the_doctor_prints_the_code_of_the_first_admin(data: Path) -> None:
    """The same each time, in the shape in which it is typed, with a platform or without."""
    alone = (await asyncio.to_thread(partial(command, data, "doctor"))).stdout.decode()
    async with SlackSim() as slack:
        look = partial(command, data, "doctor", typed=b"", **NAMED | tokens(slack))
        said = [(await asyncio.to_thread(look)).stdout.decode() for _ in range(2)]
    found = [line for each in (alone, *said) for line in each.splitlines() if line.startswith("admin")]
    assert len(found) == 3
    assert len(set(found)) == 1
    assert re.search(r"`admin [2-9A-Z]{4}-[2-9A-Z]{4}`", found[0])


async def test_before_the_first_start_the_doctor_has_no_code(tmp_path: Path) -> None:
    """It says when it will, and makes nothing; where no platform is set up, it says nothing of it."""
    alone = (await asyncio.to_thread(partial(command, tmp_path / "data", "doctor"))).stdout.decode()
    assert not re.search("^admin", alone, re.MULTILINE)
    async with SlackSim() as slack:
        look = partial(command, tmp_path / "data", "doctor", typed=b"", **NAMED | tokens(slack))
        said = (await asyncio.to_thread(look)).stdout.decode()
    assert "the first start makes the code of the first admin" in said
    assert not (tmp_path / "data").exists()
