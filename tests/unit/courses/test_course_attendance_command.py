"""`reststop course attendance`: a long list is noted from the data folder, after a yes."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TypeVar

import pytest
from click.testing import CliRunner, Result

from bot.app.bootstrap import open_house
from bot.app.cli import course_attendance
from bot.app.cli.course import course
from bot.app.cli.sim import story_settings
from bot.app.house import House
from bot.app.system import SystemChance
from bot.domain.courses.cohort import Cohort, Stage
from bot.domain.courses.learners import Learner
from bot.domain.people import Account
from bot.ports.chat import ChatPort
from bot.ports.store import Unit
from bot.services.courses import learners as kept
from bot.services.courses import pages as cohorts
from bot.services.desk import Desk, Turn
from bot.services.gatherings import members
from bot.services.organisations import rules
from bot.surface.inbound import CommandInvoked
from bot.surface.refs import ActionRef
from bot.testing.courses import FOUR_SESSIONS
from bot.testing.engine import SteppingEngine
from bot.testing.time import ManualClock
from tests.made_once import know_library
from tests.unit.courses.attendance_hands import LIST
from tests.unit.courses.course_house import CODE, HERE, LENA, MIRO
from tests.unit.small_house import HOSTED, MONDAY, ScriptedChat

R = TypeVar("R")
COHORT = Cohort(
    template="four_sessions", template_version=1, course=FOUR_SESSIONS.course, stage=Stage.RUNNING, code=CODE
)


def _turn(desk: Desk, unit: Unit, who: Account) -> Turn:
    event = CommandInvoked(
        event_id="1", account=who, organisation=HERE, called=who.user.title(), text="course"
    )
    index = desk.index(who)
    return Turn(
        desk=desk, unit=unit, event=event, now=MONDAY, index=index, visitor=None, ref=ActionRef(action="none")
    )


def _course(desk: Desk, unit: Unit) -> None:
    """Begin a course of Lena and Miro."""
    page = cohorts.begin(desk, unit, rules.make(_turn(desk, unit, LENA)).id, COHORT)
    for who in (LENA, MIRO):
        member = members.add(_turn(desk, unit, who), page)
        kept.keep_learner(desk, unit, member, Learner(agreed_at=MONDAY))


def _noted(desk: Desk, unit: Unit) -> dict[str, dict[int, int]]:
    page = cohorts.by_code(desk, unit, CODE)
    assert page is not None
    return {
        each.called: {n: noted.minutes for n, noted in kept.learner_of(each).attended.items()}
        for each in kept.learners(desk, unit, page)
    }


def _inside(data: Path, work: Callable[[House], Awaitable[R]]) -> R:
    async def run() -> R:
        clock, chance = ManualClock(MONDAY), SystemChance()
        house = await open_house(
            story_settings(data),
            clock=clock,
            chance=lambda _starts: chance,
            engine=SteppingEngine(clock),
            chats=dict[str, ChatPort](chat=ScriptedChat(HOSTED)),
        )
        try:
            return await work(house)
        finally:
            await house.stop()

    return asyncio.run(run())


@pytest.fixture(name="data")
def _data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    know_library(monkeypatch)
    data = tmp_path / "data"
    _inside(data, lambda house: house.at_desk(_course, writes=True))
    monkeypatch.setattr(course_attendance, "read_settings", lambda: story_settings(data))
    return data


def _file(data: Path, text: str, coding: str = "utf-16") -> str:
    file = data.with_name("list.csv")
    file.write_bytes(text.encode(coding))
    return str(file)


def _run(*words: str, typed: str = "") -> Result:
    return CliRunner().invoke(course, ["attendance", *words], input=typed)


def _minutes(data: Path) -> dict[str, dict[int, int]]:
    return _inside(data, lambda house: house.at_desk(_noted, writes=False))


def test_a_list_is_shown_and_noted_after_a_yes(data: Path) -> None:
    """Whose a name in doubt is may be said; addresses are not printed, and broken rows have their number."""
    long = LIST + "Late,,soon,later,5\n" * 20
    words = (_file(data, long), "--course", "abcd-2345", "--session", "2", "--is", "Somebody's iPad=Miro")
    asked = _run(*words, "--is", "Doe, Lena=lena", typed="n\n")
    assert asked.exit_code == 1
    assert "  Lena: 95 minutes\n  Miro: 120 minutes\n" in asked.stdout
    assert "  A stranger: 60 minutes\n" in asked.stdout
    assert "Row 5: the time of joining cannot be read." in asked.stdout
    assert "Row 25: the time of joining cannot be read." in asked.stdout
    assert "invented.example" not in asked.output
    assert _minutes(data) == {"Lena": {}, "Miro": {}}
    noted = _run(*words, "--yes")
    assert noted.exit_code == 0
    assert noted.stdout.endswith("Noted.\n")
    assert _minutes(data) == {"Lena": {}, "Miro": {2: 120}}


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("--course", "ZZZZZZZZ"), "No course has this code."),
        (("--session", "9"), "This course has no such session."),
        (("--zone", "Nowhere"), "That time zone is not known."),
        (("--is", "Nobody=Lena"), "A name that was given"),
        (("--is", "A stranger=Nobody"), "A learner that was named"),
        (("--is", "A stranger"), "NAME=LEARNER"),
    ],
)
def test_what_does_not_fit_gets_a_sentence(data: Path, change: tuple[str, str], said: str) -> None:
    """And nothing is noted."""
    done = _run(_file(data, LIST), "--course", CODE, "--session", "2", *change, "--yes")
    assert done.exit_code != 0
    assert said in str(done.exception)


def test_a_file_that_is_no_list_is_refused(data: Path) -> None:
    """So is one in which nobody is known."""
    words = ("--course", CODE, "--session", "2", "--yes")
    assert "no list of attendance" in str(_run(_file(data, "Viewer,Views\nLena,3"), *words).exception)
    done = _run(_file(data, LIST, "utf-8"), *words)
    assert done.exit_code == 1
    assert "Nothing to note." in done.stderr
