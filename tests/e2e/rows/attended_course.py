"""The library's course on stance and relationship, attended in part, and the files that come of it."""

from __future__ import annotations

import csv
import io
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

from bot.domain.courses.cohort import Stage
from bot.domain.people import Account
from bot.surface.card import Card
from tests.e2e.rows.rows_library import course
from tests.unit.courses.attendance_hands import BOTH, Hands, files
from tests.unit.courses.course_house import LENA, MIRO, TESS, CourseHouse, course_world
from tests.unit.small_house import card_of

COURSE = course("act_relationship_4").course
RECORDING = "https://recordings.example/2"


@asynccontextmanager
async def ahead() -> AsyncIterator[Hands]:
    """All of its sessions are ahead; Lena and Miro are in it."""
    with course_world() as house:
        yield Hands(await CourseHouse.begin(house, course=COURSE, stage=Stage.RUNNING, learners=BOTH))


@asynccontextmanager
async def attended() -> AsyncIterator[Hands]:
    """Lena was there for 95 minutes of the second session and all of the others; Miro was not there live."""
    async with ahead() as hands:
        for n in (1, 3, 4):
            await hands.whole(n, LENA)
        await hands.confirm(2, LENA, 95)
        yield hands


async def table(hands: Hands) -> Sequence[Sequence[str]]:
    """Return the table of minutes, its head first."""
    which = await _which(hands)
    offered = card_of(await hands.press_on(which, "evidence.offer"))
    made = files(await hands.press_on(offered, "evidence.make"))
    return list(csv.reader(io.StringIO(made["csv"].decode("utf-8-sig"), newline="")))


async def for_accreditor(hands: Hands) -> str:
    """Return the file for an accreditor."""
    offered = card_of(await hands.press_on(await _which(hands), "evidence.accreditor"))
    return files(await hands.press_on(offered, "evidence.make"))["md"].decode()


async def own(hands: Hands, who: Account) -> str:
    """Return the file that a learner takes along."""
    mine = card_of(await hands.way(who, "attend.mine"))
    offered = card_of(await hands.press_on(mine, "evidence.own", who))
    return files(await hands.press_on(offered, "evidence.make", who))["md"].decode()


async def _which(hands: Hands) -> Card:
    return card_of(await hands.press_on(card_of(await hands.way(TESS, "attend.show")), "evidence.which"))


__all__ = ["COURSE", "LENA", "MIRO", "RECORDING", "attended", "for_accreditor", "own", "table"]
