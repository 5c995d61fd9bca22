"""A course in a small house, by the base's own functions: its trainer, and learners with notebooks.

Tess is its trainer and an admin where she acts. Learners are named as a test wishes, in zones of their own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from typing import TypeVar

from bot.domain.courses.cohort import Cohort, Stage
from bot.domain.courses.course import Course
from bot.domain.courses.learners import Learner
from bot.domain.people import Account, Person
from bot.ports.store import Unit
from bot.services.courses import learners as kept
from bot.services.courses import pages as cohorts
from bot.services.courses.standing import look_after
from bot.services.desk import Turn
from bot.services.gatherings import members
from bot.services.gatherings.members import Member
from bot.services.gatherings.pages import Page
from bot.services.organisations import rules
from bot.surface.capabilities import Capabilities
from bot.surface.card import Card
from bot.surface.inbound import CommandInvoked
from bot.surface.refs import ActionRef
from bot.testing.courses import FOUR_SESSIONS
from tests.unit.small_house import HOSTED
from tests.unit.world import World, world

R = TypeVar("R")
HERE = "chat/team"
CODE = "ABCD2345"
LINK = "https://read.example/1"
TESS = Account(surface="chat", workspace="team", user="tess")
LENA = Account(surface="chat", workspace="team", user="lena")
MIRO = Account(surface="chat", workspace="team", user="miro")
IN_NOVEMBER = datetime(2026, 11, 2, 9, tzinfo=UTC)
"""Four weeks before the first session."""


class CourseHouse:
    """A course that `TESS` runs, in a world of its own."""

    def __init__(self, house: World, page: Page) -> None:
        """Stand in `house`; use `begin`."""
        self.house = house
        self.id = page.id

    @classmethod
    async def begin(
        cls,
        house: World,
        *,
        course: Course = FOUR_SESSIONS.course,
        stage: Stage = Stage.OPEN,
        learners: Mapping[Account, str] | None = None,
        code: str = CODE,
    ) -> CourseHouse:
        """Begin a course on the second of November 2026, with these learners and the zone of each.

        Everything that it needs was entered. It is set to `stage`; nothing is planned by that.
        """
        house.organisation = HERE
        house.managers[TESS] = True
        await house.begin()
        await house.until(IN_NOVEMBER)
        ready = tuple(
            replace(each, readings=tuple(replace(one, link=LINK) for one in each.readings))
            for each in course.sessions
        )
        linked = tuple(
            replace(each, items=tuple(replace(one, link=LINK) for one in each.items)) for each in course.units
        )
        cohort = Cohort(
            template="four_sessions",
            template_version=1,
            course=replace(course, sessions=ready, units=linked),
            stage=stage,
            code=code,
            made_for=HERE,
            disclosures="Nothing to disclose.",
            approvals="Approved by an invented board.",
            contact="course@school.example",
            where="https://meet.example/1",
        )

        def work(unit: Unit) -> Page:
            turn = turn_of(house, unit, TESS)
            page = cohorts.begin(house.desk, unit, rules.make(turn).id, cohort)
            look_after(turn, page)
            return page

        one = cls(house, await house.store.run(work))
        for who, zone in (learners or {}).items():
            await one.enrol(who, zone)
        return one

    async def enrol(self, who: Account, zone: str = "America/New_York") -> None:
        """Let somebody be a learner: with a notebook, in a zone; nothing is planned by that."""
        await self.house.arrive(who)

        def work(unit: Unit) -> None:
            turn = turn_of(self.house, unit, who)
            found = unit.people.by_index(turn.index)
            assert found is not None
            unit.people.save(replace(found[0], zone=zone))
            page = cohorts.get(self.house.desk, unit, self.id)
            assert page is not None
            member = members.add(turn, page)
            kept.keep_learner(self.house.desk, unit, member, Learner(agreed_at=turn.now))

        await self.house.store.run(work)

    async def run(self, work: Callable[[Unit, Page], R]) -> R:
        """Do something with the page as it is now, in a unit, and let what is due now happen."""

        def within(unit: Unit) -> R:
            page = cohorts.get(self.house.desk, unit, self.id)
            assert page is not None
            return work(unit, page)

        done = await self.house.store.run(within)
        self.house.engine.wake()
        await self.house.engine.settle()
        return done

    async def cohort(self) -> Cohort:
        """Return the course as it is run now."""
        return await self.run(lambda _unit, page: cohorts.cohort_of(page))

    async def change(self, change: Callable[[Cohort], Cohort]) -> None:
        """Write the course as a function makes it; nothing else follows from that."""
        await self.run(
            lambda unit, page: cohorts.keep(self.house.desk, unit, page, change(cohorts.cohort_of(page)))
        )

    async def member(self, who: Account) -> Member:
        """Return somebody as a member."""
        found = await self.run(lambda unit, page: members.every(self.house.desk, unit, page))
        return next(each for each in found if each.account == who)

    async def learner(self, who: Account) -> Learner:
        """Return what the course keeps of somebody."""
        return kept.learner_of(await self.member(who))

    async def person(self, who: Account) -> Person:
        """Return whose account that is."""
        found = await self.run(lambda unit, _page: unit.people.by_index(self.house.desk.index(who)))
        assert found is not None
        return found[0]

    def told(self, who: Account) -> Sequence[Card]:
        """Return what came to somebody by the lane, the oldest first."""
        return [letter.card for letter in self.house.chat.letters if letter.to == who]


@contextmanager
def course_world(capabilities: Capabilities = HOSTED) -> Iterator[World]:
    """Open a world for a course."""
    with world(capabilities=capabilities) as house:
        yield house


def turn_of(house: World, unit: Unit, who: Account) -> Turn:
    """Return a turn in which somebody says `course` in their own conversation."""
    event = CommandInvoked(
        event_id="by hand",
        account=who,
        organisation=HERE,
        manages=house.managers.get(who, False),
        called=who.user.title(),
        text="course",
    )
    index = house.desk.index(who)
    found = unit.people.by_index(index)
    return Turn(
        desk=house.desk,
        unit=unit,
        event=event,
        now=house.clock.now(),
        index=index,
        visitor=found[0] if found else None,
        ref=ActionRef(action="none"),
    )
