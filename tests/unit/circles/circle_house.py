"""A circle in a small house, by the base's own functions: who is in it, and a round that is open.

Ana looks after it and is an admin where she acts; Ben and others are in it; Eve is in no circle.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, time, timedelta
from typing import TypeVar
from uuid import UUID

from bot.domain.circles import Post, PostKind, Round, Setup, Share, Stage
from bot.domain.people import Account
from bot.domain.recurrence import weekly
from bot.domain.roles import Gathering
from bot.ports.store import Unit
from bot.services.desk import Turn
from bot.services.gatherings import members, pages, posts
from bot.services.gatherings.current import keep_round, round_of
from bot.services.gatherings.members import Member
from bot.services.gatherings.pages import Page
from bot.services.gatherings.settings import keep_setup, setup_of
from bot.services.organisations import rules
from bot.surface.card import Button, Card, Control
from bot.surface.inbound import CommandInvoked
from bot.surface.outcome import Outcome
from bot.surface.refs import ActionRef
from tests.unit.small_house import ANA, BEN, TEAM
from tests.unit.world import World, world

R = TypeVar("R")
HERE = "chat/team"
CAS = Account(surface="chat", workspace="team", user="cas")
DEE = Account(surface="chat", workspace="team", user="dee")
EVE = Account(surface="chat", workspace="team", user="eve")
PEOPLE = (ANA, BEN, CAS, DEE)
SHARES_FOR = timedelta(hours=4)
ANSWERS_UNTIL = timedelta(hours=28)


class CircleHouse:
    """A circle in the channel `TEAM`, in a world of its own."""

    def __init__(self, house: World, page: Page) -> None:
        """Stand in `house`; use `begin`."""
        self.house = house
        self.id = page.id

    @classmethod
    async def begin(
        cls, house: World, *, people: Sequence[Account] = PEOPLE, is_unnamed_on: bool = False
    ) -> CircleHouse:
        """Begin a circle of these accounts; the first looks after it."""
        house.organisation = HERE
        house.managers[people[0]] = True
        await house.begin()
        setup = Setup(
            called="kitchen",
            rule=str(weekly({3}, time(12))),
            zone="UTC",
            template="working_day",
            is_unnamed_on=is_unnamed_on,
        )

        def work(unit: Unit) -> Page:
            turn = _turn(house, unit, people[0])
            organisation = rules.make(turn).id
            page = pages.begin(house.desk, unit, organisation=organisation, kind=Gathering.CIRCLE, place=TEAM)
            for who in people:
                members.add(_turn(house, unit, who), page, is_keeper=who == people[0])
            return keep_setup(house.desk, unit, page, setup)

        return cls(house, await house.store.run(work))

    async def open_round(self, *, stage: Stage = Stage.SHARING) -> UUID:
        """Open the next round now; return its opening, which counts as the message `opening`."""
        now = self.house.clock.now()

        def work(unit: Unit, page: Page) -> UUID:
            opening = replace(posts.new(self.house.desk, PostKind.OPENING), message="opening")
            posts.keep(self.house.desk, unit, page, opening)
            number = page.part("rounds").get("last", 0) + 1
            page = pages.keep(self.house.desk, unit, page, rounds={"last": number})
            current = Round(
                number=number,
                opening=opening.id,
                template=setup_of(page).template,
                version=1,
                stage=stage,
                opened=now,
                sharing_ends=now + SHARES_FOR,
                ends=now + ANSWERS_UNTIL,
            )
            keep_round(self.house.desk, unit, page, current)
            return opening.id

        return await self.run(work)

    async def to_answering(self) -> None:
        """Let sharing be over, and answering go on."""
        await self.run(
            lambda unit, page: keep_round(
                self.house.desk, unit, page, replace(_open(page), stage=Stage.ANSWERING)
            )
        )

    async def end_round(self) -> None:
        """Let the round be over; what the steps of a round do besides is not done."""
        await self.run(lambda unit, page: keep_round(self.house.desk, unit, page, None))

    async def run(self, work: Callable[[Unit, Page], R]) -> R:
        """Do something with the page as it is now, in a unit, and let what is due now happen."""

        def within(unit: Unit) -> R:
            page = pages.get(self.house.desk, unit, self.id)
            assert page is not None
            return work(unit, page)

        done = await self.house.store.run(within)
        self.house.engine.wake()
        await self.house.engine.settle()
        return done

    async def round(self) -> Round:
        """Return the round that is open."""
        return await self.run(lambda _unit, page: _open(page))

    async def member(self, who: Account) -> Member:
        """Return somebody as a member."""
        found = await self.run(lambda unit, page: members.every(self.house.desk, unit, page))
        return next(each for each in found if each.account == who)

    async def posts(self, *kinds: PostKind) -> Sequence[Post]:
        """Return what is said for the circle, of these kinds."""
        return await self.run(lambda unit, page: posts.of(self.house.desk, unit, page, *kinds))

    async def shares(self) -> Sequence[Share]:
        """Return every share that is held."""
        return [posts.share_in(post) for post in await self.posts(PostKind.SHARE)]

    async def leave(self, who: Account) -> None:
        """Let somebody be no member any more; nothing else of theirs changes."""
        member = await self.member(who)
        await self.run(lambda unit, _page: unit.gatherings.remove_member(member.id))

    def in_channel(self, name: str, subject: UUID | None, arg: str = "") -> Button:
        """Return a control as it stands on a card in the channel."""
        return Button(ref=self.house.desk.mint(TEAM)(name, subject, arg), name=name, label=name)

    async def press_there(self, one: Control, who: Account) -> Outcome:
        """Let somebody press a control in the channel."""
        return await self.there(self.house.press(one, who))

    async def command_there(self, text: str, who: Account) -> Outcome:
        """Let somebody type a command in the channel."""
        return await self.there(self.house.command(text, who))

    async def there(self, act: Awaitable[Outcome]) -> Outcome:
        """Let something happen in the channel, and what comes next outside of it."""
        self.house.place = TEAM
        try:
            return await act
        finally:
            self.house.place = None

    @property
    def cards(self) -> Sequence[Card]:
        """What stands in the channel now, the oldest first; the opening is not among it."""
        return self.house.chat.channels.cards(TEAM)

    def told(self, who: Account) -> Sequence[Card]:
        """What came to somebody alone, the oldest first."""
        return [letter.card for letter in self.house.chat.letters if letter.to == who]

    async def until(self, at: datetime) -> None:
        """Let time pass."""
        await self.house.until(at)


@contextmanager
def circle_world() -> Iterator[World]:
    """Open a world for a circle."""
    with world() as house:
        yield house


def _open(page: Page) -> Round:
    current = round_of(page)
    assert current is not None
    return current


def _turn(house: World, unit: Unit, who: Account) -> Turn:
    event = CommandInvoked(
        event_id="by hand",
        account=who,
        organisation=HERE,
        manages=house.managers.get(who, False),
        place=TEAM,
        called=who.user.title(),
        text="circle",
    )
    return Turn(
        desk=house.desk,
        unit=unit,
        event=event,
        now=house.clock.now(),
        index=house.desk.index(who),
        visitor=None,
        ref=ActionRef(action="none"),
    )
