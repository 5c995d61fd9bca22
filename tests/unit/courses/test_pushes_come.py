"""What a course sends: each push once, in order, in each learner's own hours, and never two on one day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, time, timedelta

from bot.domain.agenda import AgendaKind
from bot.domain.people import Account
from bot.domain.zones import zone_of
from bot.services.pushes import plans
from bot.surface.card import Card
from bot.testing.courses import FOUR_SESSIONS
from tests.unit.courses.course_house import LENA, MIRO, CourseHouse, course_world
from tests.unit.world import World

NEW_YORK = "America/New_York"
AUCKLAND = "Pacific/Auckland"
AFTER_ALL = datetime(2027, 1, 20, tzinfo=UTC)
ALL = [push.id for push in FOUR_SESSIONS.course.pushes]


async def launched(house: World, **learners: str) -> CourseHouse:
    """A course that was launched, with learners by their names and zones."""
    who = {Account(surface="chat", workspace="team", user=name): zone for name, zone in learners.items()}
    one = await CourseHouse.begin(house, learners=who)
    await launch(one)
    return one


async def launch(one: CourseHouse) -> None:
    """Launch a course now."""
    await one.run(lambda unit, page: plans.launch(one.house.desk, unit, page))


def asked(cards: Sequence[Card]) -> list[str]:
    """Return which questions came, by the ids in their texts."""
    return [_id(card.text) for card in cards if card.text_id == "push"]


def _id(text: str) -> str:
    return text.partition("Question ")[2].partition("?")[0]


def came(one: CourseHouse, who: Account) -> list[str]:
    """Return which questions came to somebody."""
    return asked(one.told(who))


async def days_of(one: CourseHouse, until: datetime) -> list[datetime]:
    """Let time pass; return when each question came to whoever is alone in a course."""
    found: list[datetime] = []
    while one.house.clock.now() < until:
        at = one.house.clock.now() + timedelta(minutes=30)
        found += [at for _ in asked(await one.house.until(min(at, until)))]
    return found


async def test_each_push_comes_once_and_in_order_to_a_learner_who_is_there_from_the_start() -> None:
    """Twelve of them, in her own zone, and none in her quiet hours."""
    with course_world() as house:
        one = await launched(house, lena=AUCKLAND)
        at = await days_of(one, AFTER_ALL)
        assert came(one, LENA) == ALL
        hours = [each.astimezone(zone_of(AUCKLAND)) for each in at]
        assert all(time(8) <= each.time() <= time(20) for each in hours)
        assert len({each.date() for each in hours}) == len(ALL)


async def test_a_second_launch_and_planning_again_change_nothing() -> None:
    """The rows are the very same."""
    with course_world() as house:
        one = await launched(house, lena=NEW_YORK)
        before = {row for row in house.tables.agenda.values() if row.kind is AgendaKind.COURSE_PUSH}
        assert len(before) == len(ALL) + 1
        await launch(one)
        await one.run(lambda unit, page: plans.plan_again(house.desk, unit, page, house.clock.now()))
        after = {row for row in house.tables.agenda.values() if row.kind is AgendaKind.COURSE_PUSH}
        assert after == before


async def test_nothing_comes_before_a_launch() -> None:
    """Who joins a course that is open waits with everybody else."""
    with course_world() as house:
        one = await CourseHouse.begin(house, learners={LENA: NEW_YORK})
        member = await one.member(LENA)
        await one.run(
            lambda unit, page: plans.plan_learner(house.desk, unit, page, member, house.clock.now())
        )
        await house.until(datetime(2026, 12, 20, tzinfo=UTC))
        assert came(one, LENA) == []


async def test_a_late_joiner_gets_what_prepares_the_next_session_and_what_comes_after() -> None:
    """No pile: what was out before is let be."""
    with course_world() as house:
        one = await launched(house, lena=NEW_YORK)
        await house.until(datetime(2026, 12, 8, 19, tzinfo=UTC))  # an hour after pre2 was out
        await one.enrol(MIRO, NEW_YORK)
        member = await one.member(MIRO)
        await one.run(
            lambda unit, page: plans.plan_learner(house.desk, unit, page, member, house.clock.now())
        )
        await house.until(AFTER_ALL)
        assert came(one, MIRO) == ALL[ALL.index("pre2") :]
        assert came(one, LENA) == ALL
