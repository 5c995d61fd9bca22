"""A list of attendance waits in the database: sealed, of one size with every post, and as it was read."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import date, timedelta

from adapters.vault import material
from adapters.vault.vault import open_vault
from bot.domain.courses.cohort import Stage
from bot.domain.courses.matching import Matched
from bot.domain.zones import zone_of
from bot.ports.store import Unit
from bot.services.attendance import waiting
from bot.services.attendance.lists import beside
from bot.services.courses import pages as cohorts
from bot.services.gatherings.pages import Page
from bot.testing.keys import MemoryKeyStore
from tests.unit.courses.attendance_hands import BOTH, LIST, Hands
from tests.unit.courses.course_house import LENA, TESS, CourseHouse, course_world, turn_of
from tests.unit.small_house import card_of

_ROW = '"\u015atranger {n} of {code}",,12/08/2026 04:{minute:02}:11 PM,12/08/2026 05:12:{minute:02} PM,30\n'
LONG = LIST.replace("Doe, Lena", "Lena") + "".join(
    _ROW.format(n=n, code=n * n * 7919 % 1_000_003, minute=n % 60) for n in range(1_000)
)
"""A list that does not go into one post."""


@asynccontextmanager
async def attended() -> AsyncIterator[Hands]:
    """Open a running course with two learners, over a real vault, in its second session."""
    with course_world() as house:
        keys = MemoryKeyStore(today=lambda: date(2026, 11, 2))
        house.desk = replace(house.desk, vault=open_vault(material.create(), keys, "here"))
        await house.restart()
        hands = Hands(await CourseHouse.begin(house, stage=Stage.RUNNING, learners=BOTH))
        await hands.at(25)
        yield hands


async def test_a_press_that_lands_in_another_process_finds_the_list() -> None:
    """What the next process has is the database alone."""
    async with attended() as hands:
        card = card_of(await hands.bring(2, LIST.replace("Doe, Lena", "Lena")))
        await hands.house.restart()
        whose = card_of(await hands.press_on(card, "attend.whose"))
        await hands.choose_on(whose, "attend.choose", ["nobody"])
        await hands.house.restart()
        await hands.press_on(card, "attend.take")
        assert await hands.noted(LENA) == {2: (95, "file")}
        assert hands.house.tables.posts == {}


async def test_a_long_list_waits_as_it_was_read() -> None:
    """All of it comes back but the names that are known for sure; a shorter one takes its place whole."""
    async with attended() as hands:
        now = hands.house.clock.now()
        long, short = [await matched(hands, text) for text in (LONG, LIST)]
        assert all((long.found, long.left, long.broken))
        await kept(hands, long)
        sizes = [len(row.sealed) for row in hands.house.tables.posts.values()]
        assert len(sizes) > 1
        assert len(set(sizes)) == 1
        assert await held(hands) == without_known_names(long)
        await kept(hands, short)
        assert await held(hands) == without_known_names(short)
        assert len(hands.house.tables.posts) == 1
        await hands.house.until(now + timedelta(minutes=59))
        assert await held(hands) is not None
        await hands.house.until(now + timedelta(minutes=61))
        assert hands.house.tables.posts == {}


async def test_a_list_is_that_of_who_brought_it_in() -> None:
    """Somebody else finds none, and no row says whose one is."""
    async with attended() as hands:
        await kept(hands, await matched(hands, LIST))

        def of_another(unit: Unit, page: Page) -> Matched | None:
            return waiting.get(turn_of(hands.house, unit, LENA), page)

        assert await hands.course.run(of_another) is None
        tess = hands.house.desk.index(TESS)
        assert all(tess not in (each.id.bytes, each.sealed) for each in hands.house.tables.posts.values())


async def matched(hands: Hands, text: str) -> Matched:
    """Return a list beside the learners."""

    def work(unit: Unit, page: Page) -> Matched:
        course = cohorts.cohort_of(page).course
        [session] = [each for each in course.sessions if each.n == 2]
        return beside(hands.house.desk, unit, page, session, text=text, zone=zone_of(course.zone))

    return await hands.course.run(work)


async def kept(hands: Hands, found: Matched) -> None:
    """Let a list wait."""
    await hands.course.run(lambda unit, page: waiting.keep(turn_of(hands.house, unit, TESS), page, found))


async def held(hands: Hands) -> Matched | None:
    """Return what waits."""
    return await hands.course.run(lambda unit, page: waiting.get(turn_of(hands.house, unit, TESS), page))


def without_known_names(found: Matched) -> Matched:
    """Return it as it is kept."""
    return replace(
        found,
        found={who: tuple(replace(stay, name="") for stay in stays) for who, stays in found.found.items()},
    )
