"""Whatever befalls a course and its learner: each push once, one a day, none after its session began.

All that is still of use comes in the end, in the order of the course.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.courses.course import Course
from bot.domain.courses.timetable import starts_at, with_session
from bot.ports.chat import Arrival, Later, Letter, MaybeSent, NotOpen, Posting, Receipt, Sent
from bot.services.pushes.rows import sent_to
from bot.testing.courses import FOUR_SESSIONS
from bot.testing.faults import Killed
from bot.testing.time import ManualClock
from tests.examples import examples
from tests.unit.courses.course_house import IN_NOVEMBER, LENA, CourseHouse, course_world
from tests.unit.courses.pushed import ALL, another, asked, change, join, launch, launched, live, plan, settle
from tests.unit.small_house import HOSTED, ScriptedChat
from tests.unit.world import World

Step = tuple[str, object]
ZONES = ("UTC", "America/New_York", "Pacific/Auckland", "Asia/Kolkata")
OVER = datetime(2027, 2, 12, tzinfo=UTC)
OTHER = "The other course"
AFTER = [push for push in ALL if not push.startswith("pre")]
"""What prepares no session: of use whenever it comes."""
MOODS: Mapping[str, Receipt] = {
    "later": Later(wait=timedelta(minutes=25)),
    "lost": MaybeSent(),
    "arrived late": MaybeSent(),
    "shut": NotOpen(),
}
steps: st.SearchStrategy[list[Step]] = st.lists(
    st.one_of(
        st.tuples(st.just("pass"), st.integers(1, 240)),
        st.tuples(st.just("zone"), st.sampled_from(ZONES)),
        st.tuples(st.just("quiet"), st.sampled_from(("20-8", "9-17", "none"))),
        st.tuples(st.just("leave"), st.integers(1, 12)),
        st.tuples(st.sampled_from(("pause", "resume", "again")), st.none()),
        st.tuples(st.just("move"), st.tuples(st.integers(1, 4), st.integers(-2, 6))),
        st.tuples(st.just("luck"), st.lists(st.sampled_from(sorted(MOODS)), min_size=1, max_size=3)),
        st.tuples(st.just("crash"), st.integers(1, 6)),
    ),
    min_size=3,
    max_size=12,
)


class Platform(ScriptedChat):
    """Shows what it is sent as often as it is sent, and when; it has bad luck as laid out."""

    def __init__(self, clock: ManualClock) -> None:
        """Begin with an empty screen."""
        super().__init__(HOSTED)
        self.clock = clock
        self.luck: list[str] = []
        self.shown: list[tuple[datetime, str, str]] = []

    async def send(self, letter: Letter) -> Receipt:
        """Show a letter, or have bad luck; one that arrives late was shown and is not acknowledged."""
        mood = self.luck.pop(0) if self.luck else None
        if mood is None or mood == "arrived late":
            self.letters.append(letter)
            self.shown += [(self.clock.now(), letter.card.title, each) for each in asked([letter.card])]
        return MOODS[mood] if mood else Sent()

    async def was_sent(self, letter: Letter | Posting) -> Arrival | Sent:
        """Say what is true."""
        return await super().was_sent(letter)


class Stage:
    """Somebody who learns in two courses that send at the same hours, and what may happen to them."""

    def __init__(self, one: CourseHouse, two: CourseHouse, platform: Platform) -> None:
        """Stand with both courses launched."""
        self.one, self.two, self.platform = one, two, platform
        self.house: World = one.house
        self.wish = {"days": "three", "zone": "UTC", "quiet": "20-8"}
        self.has_moved = False

    async def play(self, verb: str, what: object) -> None:
        """Let something happen; a house that ends in it is begun again."""
        try:
            await self._play(verb, what)
        except Killed:
            await self.house.restart()

    async def _play(self, verb: str, what: object) -> None:
        house, now = self.house, self.house.clock.now()
        match verb, what:
            case "pass", int(hours):
                await live(house, now + timedelta(hours=hours))
            case (("zone" | "quiet"), str(wish)):
                self.wish = {**self.wish, verb: wish}
                await settle(house, LENA, **self.wish)
            case "leave", int(days):
                await house.command(f"leave {(now + timedelta(days=days)).date()}", LENA)
            case (("pause" | "resume"), _):
                await house.command(verb, LENA)
            case "again", _:
                await plan(self.one, LENA)
            case "move", (int(n), int(days)):
                await self._move(n, timedelta(days=days))
            case "luck", list(moods):
                self.platform.luck = moods.copy()
            case "crash", int(passes):
                house.end_after(passes)
            case _:
                pass

    async def _move(self, n: int, days: timedelta) -> None:
        """Move a session that has not begun, to a day ahead and between the others."""
        course = (await self.one.cohort()).course
        session = course.session(n)
        assert session is not None
        moved = with_session(course, n, session.starts + days)
        begins = [starts_at(moved, each) for each in moved.sessions]
        is_ahead = min(starts_at(course, session), begins[n - 1]) > self.house.clock.now()
        if is_ahead and begins == sorted(begins):
            self.has_moved = True
            await change(self.one, lambda _course: moved)


async def _begin(house: World) -> Stage:
    platform = Platform(house.clock)
    house.chat = platform
    house.open_to({"chat": platform})
    one = await launched(house, "UTC")
    two = await another(house, replace(FOUR_SESSIONS.course, short_title=OTHER))
    await launch(two)
    await join(two, LENA, "UTC")
    stage = Stage(one, two, platform)
    await settle(house, LENA, **stage.wish)
    return stage


@examples(12)
@given(steps)
async def test_whatever_happens_a_push_comes_once_and_never_two_on_a_day(told: list[Step]) -> None:
    """And when all is quiet again, what is of use comes."""
    with course_world() as house:
        stage = await _begin(house)
        await live(house, IN_NOVEMBER + timedelta(days=20))
        for step in told:
            await stage.play(*step)
        vars(house.crash).pop("passing", None)
        stage.platform.luck = []
        with suppress(Killed):
            await house.command("resume", LENA)
        await live(house, OVER)
        for title, course in (("Invented course", stage.one), (OTHER, stage.two)):
            found = [push for _, of, push in stage.platform.shown if of == title]
            assert max(Counter(found).values(), default=0) <= 1
            assert sorted(push for push in found if push in AFTER) == sorted(AFTER)
            if course is stage.two or not stage.has_moved:
                assert [push for push in found if push in AFTER] == AFTER
            _in_time((await course.cohort()).course, title, stage.platform)
        days = [day for one in (stage.one, stage.two) for day in sent_to(await one.member(LENA)).values()]
        assert len(set(days)) == len(days)


def _in_time(course: Course, title: str, platform: Platform) -> None:
    for at, of, push in platform.shown:
        session = course.session(int(push[-1])) if push.startswith("pre") else None
        if of == title and session is not None:
            assert at < starts_at(course, session)
