"""A course with learners in many zones, and a house that ends now and then: what came to whom, and when."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from functools import partial
from random import Random
from zoneinfo import ZoneInfo

from bot.domain.courses.cohort import Stage
from bot.domain.courses.course import Course
from bot.domain.courses.timetable import instant_of, moved_to, starts_at, with_session
from bot.domain.people import Account
from bot.ports.chat import Later, Letter, MaybeSent, Receipt, Sent
from bot.ports.faults import Point
from bot.ports.store import Unit
from bot.services.pushes import plans
from bot.surface.capabilities import Capabilities
from bot.surface.card import Card
from bot.testing.courses import FOUR_SESSIONS
from bot.testing.faults import Killed
from tests.unit.courses.course_house import CourseHouse
from tests.unit.small_house import ScriptedChat, control, form_of
from tests.unit.world import World

FIRST = date(2027, 3, 8)
"""Mondays in March and April 2027: clocks change in New York on the 14th, in Europe on the 28th, and in the
south on the fourth of April."""
ZONES = (
    "America/Los_Angeles",
    "America/New_York",
    "America/St_Johns",
    "America/Santiago",
    "Europe/London",
    "Europe/Berlin",
    "Africa/Casablanca",
    "Asia/Kolkata",
    "Asia/Tokyo",
    "Australia/Lord_Howe",
    "Pacific/Auckland",
    "Pacific/Chatham",
)
COURSE: Course = moved_to(FOUR_SESSIONS.course, FIRST)
POINTS: tuple[Point, ...] = ("before_commit", "after_commit", "after_send")
ENDED_IN, DOUBTED_IN = 12, 40
"""One hour of so many ends the house; one letter of so many is to wait, or nobody knows whether it came."""
QUIET_FROM, QUIET_TO = 20, 8
BEGINS = datetime(2027, 3, 1, 12, tzinfo=UTC)
"""When the course is launched: before anything of it comes."""
OVER = datetime(2027, 4, 20, tzinfo=UTC)
"""When all of it has come."""
ASKED_IN = 4
"""One learner of so many is asked by Reststop itself, too, each weekday."""
_PUSH = re.compile(r"Question (\w+)\?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Came:
    """A push that came to somebody."""

    to: Account
    push: str
    at: datetime


class BadDays(ScriptedChat):
    """A surface that writes down when each push came, and whose answer is lost now and then."""

    def __init__(self, capabilities: Capabilities, chance: Random, now: Callable[[], datetime]) -> None:
        """Be unlucky by `chance`."""
        super().__init__(capabilities)
        self.came: list[Came] = []
        self.checkins: list[tuple[Account, datetime, Card]] = []
        self._chance, self._now = chance, now

    async def send(self, letter: Letter) -> Receipt:
        """Send, or ask for a while, or lose the answer, whether it came or not."""
        luck = self._chance.randrange(DOUBTED_IN * 3)
        if luck == 0:
            return Later(wait=timedelta(seconds=50))
        if luck == 1:
            return MaybeSent()
        receipt = await self.surely(letter)
        return MaybeSent() if luck == 2 and isinstance(receipt, Sent) else receipt

    async def surely(self, letter: Letter) -> Receipt:
        """Send, and write down what came."""
        receipt = await super().send(letter)
        if isinstance(receipt, Sent):
            self.came += [
                Came(to=letter.to, push=push, at=self._now()) for push in _PUSH.findall(letter.card.text)
            ]
            if letter.card.text_id == "checkin":
                self.checkins.append((letter.to, self._now(), letter.card))
        return receipt


class CourseTown:
    """One course in a house, and its learners."""

    def __init__(self, house: World, chance: Random) -> None:
        """Stand in `house`."""
        self.house, self.chance, self.ends = house, chance, 0
        self.chat = BadDays(house.chat.capabilities, chance, house.clock.now)
        house.chat = self.chat
        house.open_to({"chat": self.chat})
        self.people: dict[Account, str] = {}
        self._passed = 0

    async def found(self, count: int) -> None:
        """Let so many join, in zones that take turns; nothing bad happens meanwhile."""
        self.people = {
            Account(surface="chat", workspace="team", user=f"l{number}"): ZONES[number % len(ZONES)]
            for number in range(count)
        }
        self.course = await CourseHouse.begin(
            self.house, course=COURSE, stage=Stage.OPEN, learners=self.people
        )

    async def are_asked(self) -> None:
        """Let one in so many have check-ins of their own from now on."""
        for who, zone in list(self.people.items())[::ASKED_IN]:
            wish = {"days": "weekdays", "at": "09:00", "zone": zone, "quiet": "20-8", "region": "elsewhere"}
            await self.house.submit_by(who, form_of(await self.house.command("settings", who)), wish)

    async def passes(self, to: datetime) -> None:
        """Let hours pass; where the house ends in one of them, the next one goes on at once."""
        while (now := self.house.clock.now()) < to:
            if self.chance.randrange(ENDED_IN) == 0:
                self.house.crash.arm(self.chance.choice(POINTS))
            await self.surely(partial(self.house.until, min(to, now + timedelta(hours=1))))
            await self._pass_by_checkins()
        for point in POINTS:  # what was to end it and did not
            with suppress(Killed):
                self.house.crash.passing(point)

    async def _pass_by_checkins(self) -> None:
        """Let whoever is asked every day say "not today", so that nobody is asked whether they are there."""
        while self._passed < len(self.chat.checkins):
            who, _, card = self.chat.checkins[self._passed]
            await self.surely(partial(self.house.press, control(card, "checkin.skip"), who))
            self._passed += 1

    async def surely(self, act: Callable[[], Awaitable[object]]) -> None:
        """Do something; where the house ends meanwhile, begin it again, and do it once more."""
        ended = 0
        while True:
            try:
                if ended:
                    await self.house.restart()
                await act()
            except Killed:
                ended += 1
            else:
                self.ends += ended
                return

    def came_to(self, who: Account) -> Sequence[Came]:
        """Return what came to somebody, in order."""
        return [each for each in self.chat.came if each.to == who]

    async def joins_late(self, who: Account, zone: str) -> None:
        """Let somebody join a course that runs."""
        await self.course.enrol(who, zone)
        member, now = await self.course.member(who), self.house.clock.now()
        await self.course.run(lambda unit, page: plans.plan_learner(self.house.desk, unit, page, member, now))

    async def puts_off(self, n: int, by: timedelta) -> None:
        """Let a session be later; what hangs on it follows."""
        await self.course.change(lambda cohort: replace(cohort, course=put_off(cohort.course, n, by)))
        now = self.house.clock.now()
        await self.course.run(lambda unit, page: plans.plan_again(self.house.desk, unit, page, now))

    async def is_away(self, who: Account, until: date) -> None:
        """Let somebody be on leave until a day."""

        def work(unit: Unit) -> None:
            found = unit.people.by_index(self.house.desk.index(who))
            assert found is not None
            unit.people.save(replace(found[0], away_until=until))

        await self.house.store.run(work)


def orderly(course: Course, zone: str, came: Sequence[Came]) -> None:
    """See that nothing came to a learner twice, that one came a day, in order, outside quiet hours.

    What prepares a session came before it began; nothing else before its time.
    """
    pushes, wished = {push.id: push for push in course.pushes}, wishes(course)
    assert max(Counter(each.push for each in came).values(), default=1) == 1
    local = [each.at.astimezone(ZoneInfo(zone)) for each in came]
    assert len({at.date() for at in local}) == len(came)
    assert all(QUIET_TO <= at.hour < QUIET_FROM for at in local)
    for each in came:
        push = pushes[each.push]
        session = course.session(push.when.session) if push.is_before else None
        if session is not None:
            assert wished[each.push] - timedelta(days=1) <= each.at < starts_at(course, session)
        else:
            assert each.at >= wished[each.push]
    after = [each.push for each in came if not pushes[each.push].is_before]
    assert after == sorted(after, key=lambda push: wished[push])


def whole(course: Course, came: Sequence[Came]) -> None:
    """See that every push came, each within some days."""
    wished = wishes(course)
    assert {each.push for each in came} == set(wished)
    assert all(each.at - wished[each.push] <= timedelta(days=3) for each in came)


def wishes(course: Course) -> Mapping[str, datetime]:
    """Return when the course has each push."""
    found = {push.id: instant_of(course, push.when) for push in course.pushes}
    return {push: at for push, at in found.items() if at is not None}


def put_off(course: Course, n: int, by: timedelta) -> Course:
    """Return the course with a session later."""
    session = course.session(n)
    assert session is not None
    return with_session(course, n, session.starts + by)


async def a_course_goes_by(house: World, chance: Random, learners: int) -> CourseTown:
    """Let a course go by from its launch to its last push, and see what came to whom.

    The third session is put off by a day when two are over. Of the learners one is on leave for a week, one
    pauses for a while, and one more joins when the second session is over.
    """
    town = CourseTown(house, chance)
    await town.found(learners)
    *others, away, pauses = town.people
    late, zone = Account(surface="chat", workspace="team", user="late"), ZONES[0]
    await town.surely(partial(house.until, BEGINS))
    await town.are_asked()
    await town.course.run(lambda unit, page: plans.launch(house.desk, unit, page) and None)
    await town.passes(BEGINS + timedelta(days=16))
    await town.puts_off(3, timedelta(days=1))
    await town.is_away(away, FIRST + timedelta(days=20))
    await house.command("pause", pauses)
    await town.joins_late(late, zone)
    await town.passes(BEGINS + timedelta(days=24))
    await house.command("resume", pauses)
    await town.passes(OVER)
    course = (await town.course.cohort()).course
    for who, where in {**town.people, late: zone}.items():
        orderly(course, where, town.came_to(who))
    for who in others:
        whole(course, town.came_to(who))
    joined = BEGINS + timedelta(days=16)
    for who, zone in town.people.items():
        days = Counter(at.astimezone(ZoneInfo(zone)).date() for to, at, _ in town.chat.checkins if to == who)
        assert max(days.values(), default=1) == 1
    ahead = {push for push, at in wishes(course).items() if at > joined}
    assert {each.push for each in town.came_to(late)} - {"pre3"} == ahead - {"pre3"}
    assert not house.engine.failures
    return town
