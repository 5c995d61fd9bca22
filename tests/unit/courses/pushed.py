"""A course that sends: launched in a course house, and what came of it to whom."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from bot.domain.agenda import AgendaKind, AgendaRow
from bot.domain.courses.cohort import Cohort, Stage
from bot.domain.courses.course import Course
from bot.domain.courses.learners import Learner
from bot.domain.people import Account
from bot.ports.store import Unit
from bot.services.courses import learners
from bot.services.courses import pages as cohorts
from bot.services.courses.pages import cohort_of
from bot.services.courses.standing import look_after
from bot.services.gatherings import members
from bot.services.gatherings.pages import Page
from bot.services.organisations import rules
from bot.services.pushes import plans
from bot.surface.card import Card
from bot.surface.inbound import FormSubmitted
from bot.testing.courses import FOUR_SESSIONS
from tests.unit.courses.course_house import LENA, TESS, CourseHouse, turn_of
from tests.unit.world import World

NEW_YORK = "America/New_York"
AUCKLAND = "Pacific/Auckland"
AFTER_ALL = datetime(2027, 1, 20, tzinfo=UTC)
"""Everything that four sessions send is out by then."""
ALL = [push.id for push in FOUR_SESSIONS.course.pushes]


async def launched(
    house: World, zone: str = NEW_YORK, *, who: Account = LENA, course: Course = FOUR_SESSIONS.course
) -> CourseHouse:
    """Begin a course with one learner, and launch it."""
    one = await CourseHouse.begin(house, course=course, learners={who: zone})
    await launch(one)
    return one


async def launch(one: CourseHouse) -> None:
    """Launch a course now."""
    await one.run(lambda unit, page: plans.launch(one.house.desk, unit, page))


async def change(one: CourseHouse, how: Callable[[Course], Course]) -> None:
    """Change a course while it runs, as its trainer does: what is to come goes along."""

    def work(unit: Unit, page: Page) -> None:
        cohort = cohort_of(page)
        page = cohorts.keep(one.house.desk, unit, page, replace(cohort, course=how(cohort.course)))
        plans.plan_again(one.house.desk, unit, page, one.house.clock.now())

    await one.run(work)


async def join(one: CourseHouse, who: Account, zone: str = NEW_YORK) -> None:
    """Let somebody join a course that runs: what is to come to them is planned at once."""
    if await one.house.store.run(lambda unit: unit.people.by_index(one.house.desk.index(who))) is None:
        await one.house.arrive(who)

    def work(unit: Unit, page: Page) -> None:
        turn = turn_of(one.house, unit, who)
        unit.people.save(replace(turn.person, zone=zone))
        member = learners.keep_learner(
            one.house.desk, unit, members.add(turn, page), Learner(agreed_at=turn.now)
        )
        plans.plan_learner(one.house.desk, unit, page, member, turn.now)

    await one.run(work)


async def plan(one: CourseHouse, who: Account) -> None:
    """Lay anew what is to come to somebody."""
    member, desk = await one.member(who), one.house.desk
    await one.run(lambda unit, page: plans.plan_learner(desk, unit, page, member, desk.clock.now()))


async def another(house: World, course: Course, code: str = "WXYZ2345") -> CourseHouse:
    """Begin one more course in the same house."""
    cohort = Cohort(template="another", template_version=1, course=course, stage=Stage.OPEN, code=code)

    def work(unit: Unit) -> Page:
        turn = turn_of(house, unit, TESS)
        page = cohorts.begin(house.desk, unit, rules.make(turn).id, cohort)
        look_after(turn, page)
        return page

    return CourseHouse(house, await house.store.run(work))


async def settle(house: World, who: Account = LENA, **wish: str) -> None:
    """Let a learner choose an hour for check-ins: weekdays at nine, UTC, unless they wish otherwise."""
    values = {"days": "weekdays", "at": "09:00", "zone": "UTC", "quiet": "20-8", "region": "elsewhere"}
    form = house.desk.mint(who)("settings.save")
    await house.hear(FormSubmitted(**house.facts(who), ref=form, values=values | wish))


async def live(house: World, until: datetime, who: Account = LENA) -> None:
    """Let time pass with somebody who passes each check-in by."""
    while house.clock.now() < until:
        came = await house.until(min(until, house.clock.now() + timedelta(days=1)))
        for skip in (one for card in came for one in card.controls if one.name == "checkin.skip"):
            await house.press(skip, who)


async def moments(one: CourseHouse, until: datetime) -> list[datetime]:
    """Let time pass; return when each question came to whoever is alone in a house."""
    found: list[datetime] = []
    while one.house.clock.now() < until:
        at = min(one.house.clock.now() + timedelta(minutes=30), until)
        found += [at for _ in asked(await one.house.until(at))]
    return found


def asked(cards: Sequence[Card]) -> list[str]:
    """Return which questions came, by the ids in their texts."""
    texts = (card.text for card in cards if card.text_id == "push")
    return [text.partition("Question ")[2].partition("?")[0] for text in texts]


def came(one: CourseHouse, who: Account = LENA) -> list[str]:
    """Return which questions came to somebody, in order."""
    return asked(one.told(who))


def last(one: CourseHouse, who: Account = LENA) -> Card:
    """Return what came to somebody last."""
    return one.told(who)[-1]


def waiting(house: World) -> set[AgendaRow]:
    """Return the rows by which a course comes to anybody."""
    return {row for row in house.tables.agenda.values() if row.kind is AgendaKind.COURSE_PUSH}
