"""Whatever a learner does in whatever order: one enrolment at most, and trainers read what is shown alone."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from enum import StrEnum

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.courses.cohort import Stage
from bot.surface.card import Card
from bot.surface.inbound import ActionPressed
from bot.surface.outcome import Open
from tests.examples import examples
from tests.unit.courses.course_house import LENA, MIRO, TESS, CourseHouse, course_world
from tests.unit.courses.learning_hands import AGREED, offered, shown, wrote
from tests.unit.small_house import card_of, control
from tests.unit.world import World

WORDS = "Words that are shown at most once."
OTHERS = ("A quiet hour.", "A loud one, and then some more of it.")


class Does(StrEnum):
    """What somebody may do next."""

    JOIN = "join"
    AGAIN = "again"
    LEAVE = "leave"
    SHOW = "show"
    TAKE_BACK = "take_back"
    STOP = "stop"
    WRITE = "write"


class Walk:
    """A learner on their way, and what holds wherever they are."""

    def __init__(self, house: World, one: CourseHouse) -> None:
        """Begin outside of the course."""
        self.house, self.one = house, one
        self.is_in = self.has_yes = self.is_shown = False

    async def step(self, does: Does) -> None:
        """Do one thing, by whatever is on the cards."""
        match does:
            case Does.JOIN | Does.AGAIN:
                await self._join(twice=does is Does.AGAIN)
            case Does.STOP if self.has_yes:
                await self.house.command("stop", LENA)
                self.has_yes = False
            case Does.LEAVE if self.is_in:
                await self._press("learn.leave.yes")
                self.is_in = self.is_shown = False
            case Does.WRITE if self.is_in:
                await wrote(self.one, LENA, "pre1", WORDS)
            case Does.SHOW if self.is_in and self.has_yes:
                await self._show()
            case Does.TAKE_BACK if self.is_in:
                entry = await wrote(self.one, LENA, "pre1", WORDS)
                ref = self.house.desk.mint(LENA)("learn.unshow", entry)
                await self.house.hear(ActionPressed(**self.house.facts(LENA), ref=ref))
                self.is_shown = False
            case _:
                pass

    async def holds(self) -> None:
        """See that there is one row of theirs at most, and that a trainer reads what is shown."""
        assert len(self.house.tables.members) == 2 + self.is_in
        assert len(self.house.tables.people) <= 2
        ref = self.house.desk.mint(TESS)("learn.shared", self.one.id)
        read = card_of(await self.house.hear(ActionPressed(**self.house.facts(TESS), ref=ref)))
        assert (WORDS in read.text) == (self.is_shown and self.has_yes)
        assert len(self.house.tables.posts) == self.is_shown

    async def _join(self, *, twice: bool) -> None:
        card = await offered(self.house, LENA)
        if card.text_id != "learn.offer":
            assert self.is_in
            return
        opened = await self.house.press(control(card, "learn.agree"), LENA)
        assert isinstance(opened.first, Open)
        for _ in range(1 + twice):
            await self.house.submit_by(LENA, opened.first.form, AGREED)
        self.is_in = self.has_yes = True

    async def _show(self) -> None:
        entry = await wrote(self.one, LENA, "pre1", WORDS)
        back = await self._from(await shown(self.house, LENA), "learn.back")
        which = await self._from(back, "learn.show.which")
        names = {each.name for each in which.controls}
        if "learn.show" in names:
            card = card_of(await self.house.choose(control(which, "learn.show"), entry.hex, who=LENA))
            await self.house.press(control(card, "learn.show.as_it_is"), LENA)
        self.is_shown = True

    async def _from(self, card: Card, name: str) -> Card:
        return card_of(await self.house.press(control(card, name), LENA))

    async def _press(self, name: str) -> None:
        ref = self.house.desk.mint(LENA)(name, self.one.id)
        await self.house.hear(ActionPressed(**self.house.facts(LENA), ref=ref))


async def _walk(steps: Sequence[Does]) -> None:
    with course_world() as house:
        one = await CourseHouse.begin(house, learners={MIRO: "UTC"}, stage=Stage.RUNNING)
        walk = Walk(house, one)
        for each in steps:
            await walk.step(each)
            house.chat.letters.clear()
            await walk.holds()


@examples(25)
@given(st.lists(st.sampled_from(Does), min_size=3, max_size=12))
def test_one_enrolment_at_most_and_nothing_is_read_but_what_is_shown(steps: list[Does]) -> None:
    """After each step, for every order of joining, writing, showing, stopping and leaving."""
    asyncio.run(_walk(steps))


async def _seen_by_trainers(text: str) -> Sequence[str]:
    """Return all that a trainer comes to see while somebody writes a text and shows nothing of it."""
    with course_world() as house:
        one = await CourseHouse.begin(house, learners={LENA: "UTC"}, stage=Stage.RUNNING)
        await wrote(one, LENA, "pre1", text)
        seen = [card.text for card in one.told(TESS)]
        for name in ("learn.shared", "rate.told"):
            ref = house.desk.mint(TESS)(name, one.id)
            seen.append(card_of(await house.hear(ActionPressed(**house.facts(TESS), ref=ref))).text)
        return [*seen, card_of(await house.command("course", TESS)).text]


def test_what_is_not_shown_changes_nothing_for_a_trainer() -> None:
    """Two worlds that differ in what a learner wrote look alike from there."""
    first, second = (asyncio.run(_seen_by_trainers(text)) for text in OTHERS)
    assert first == second
