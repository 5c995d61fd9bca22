"""Circles given by hand: who is in them, and what they shared; each in a channel of its own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import TypeVar
from uuid import UUID

from bot.domain.circles import Post, PostKind, Setup, Share, ShareState
from bot.domain.people import Account, PersonId, Place
from bot.domain.roles import Gathering
from bot.ports.chat import Posting, Sent
from bot.ports.store import Unit
from bot.services.cards.circles.plain import line
from bot.services.desk import Turn
from bot.services.gatherings import members, pages, posts
from bot.services.gatherings.members import Member
from bot.services.gatherings.pages import Page
from bot.services.gatherings.proofs import proof_of
from bot.services.gatherings.settings import keep_setup
from bot.services.organisations import rules
from bot.surface.inbound import CommandInvoked
from bot.surface.refs import ActionRef
from tests.unit.small_house import ANA, TEAM, SmallHouse

HERE = "chat/team"

_T = TypeVar("_T")


def turn_of(house: SmallHouse, unit: Unit, who: Account, place: Place) -> Turn:
    """Return what somebody does in a channel, in a unit of a test's own."""
    event = CommandInvoked(
        event_id="by hand",
        account=who,
        organisation=HERE,
        place=place,
        place_name=place.channel,
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


class GivenCircle:
    """A circle in a house, opened anew for whatever is done to it."""

    def __init__(self, house: SmallHouse, gathering: PersonId, place: Place) -> None:
        """Stand in `house`."""
        self.house = house
        self.id = gathering
        self.place = place

    async def joined_by(self, *people: Account) -> GivenCircle:
        """Let accounts be members."""

        def work(unit: Unit) -> None:
            for who in people:
                members.add(turn_of(self.house, unit, who, self.place), self.page(unit))

        await self.house.store.run(work)
        return self

    async def shared(self, who: Account, text: str, state: ShareState = ShareState.OUT) -> UUID:
        """Let a member share something with their name; one that is out stands in the channel."""

        def work(unit: Unit, page: Page) -> Post:
            member = self.member(unit, who)
            share = Share(round=1, text=text, state=state, member=member.id, called=member.called)
            return self._said(posts.new(self.house.desk, PostKind.SHARE), share, unit, page)

        return (await self._in(work)).id

    async def unnamed(self, who: Account, text: str, state: ShareState = ShareState.PENDING) -> UUID:
        """Let a member hand something in without a name."""

        def work(unit: Unit, page: Page) -> Post:
            post = posts.new(self.house.desk, PostKind.SHARE)
            proof = proof_of(self.house.desk, page, post.id, who)
            share = Share(round=1, text=text, state=state, alias="a bird", proof=proof)
            return self._said(post, share, unit, page)

        return (await self._in(work)).id

    async def said_aside(self, post: UUID, *said: tuple[str, str]) -> None:
        """Let words stand aside of a share, for its writer and whoever looks after the circle."""

        def work(unit: Unit, page: Page) -> None:
            held = posts.get(self.house.desk, unit, post)
            assert held is not None
            share = replace(posts.share_in(held), aside=said)
            posts.keep(self.house.desk, unit, page, posts.with_share(held, share))

        await self._in(work)

    async def told(self, who: Account, text: str, *, after: timedelta = timedelta(0)) -> UUID:
        """Let a member alone be told something."""

        def work(unit: Unit, page: Page) -> Post:
            post = posts.new(self.house.desk, PostKind.NOTE, to=self.member(unit, who).id, text=text)
            posts.say(self.house.desk, unit, page, post, self.house.clock.now() + after)
            return post

        return (await self._in(work)).id

    async def post(self, post: UUID) -> Post | None:
        """Return something that is said, as it is kept."""
        return await self.house.store.run(lambda unit: posts.get(self.house.desk, unit, post))

    def member(self, unit: Unit, who: Account) -> Member:
        """Return the member that an account is."""
        found = members.here(turn_of(self.house, unit, who, self.place), self.page(unit))
        assert found is not None
        return found

    def page(self, unit: Unit) -> Page:
        """Return its page."""
        page = pages.get(self.house.desk, unit, self.id)
        assert page is not None
        return page

    @property
    def lines(self) -> list[str]:
        """What stands in its channel now, the oldest first."""
        return [card.text for card in self.house.chat.channels.cards(self.place)]

    def _said(self, post: Post, share: Share, unit: Unit, page: Page) -> Post:
        post = posts.with_share(post, share)
        if share.state is ShareState.OUT:
            posting = Posting(key=post.id.bytes, to=self.place, card=line(share.text), under="")
            receipt = self.house.chat.channels.post(posting)
            assert isinstance(receipt, Sent)
            post = replace(post, message=receipt.message)
        posts.keep(self.house.desk, unit, page, post)
        return post

    async def _in(self, work: Callable[[Unit, Page], _T]) -> _T:
        done = await self.house.store.run(lambda unit: work(unit, self.page(unit)))
        self.house.engine.wake()
        await self.house.engine.settle()
        return done


async def give_circle(
    house: SmallHouse, keeper: Account = ANA, place: Place = TEAM, kind: Gathering = Gathering.CIRCLE
) -> GivenCircle:
    """Begin one in a channel, looked after by somebody who need have no notebook."""
    await house.begin()
    holder = await house.store.run(partial(_begun, house=house, keeper=keeper, place=place, kind=kind))
    return GivenCircle(house, holder, place)


def elsewhere(channel: str) -> Place:
    """Return another channel of the team."""
    return replace(TEAM, channel=channel)


def _begun(unit: Unit, house: SmallHouse, keeper: Account, place: Place, kind: Gathering) -> PersonId:
    turn = turn_of(house, unit, keeper, place)
    page = pages.begin(house.desk, unit, organisation=rules.make(turn).id, kind=kind, place=place)
    setup = Setup(called=place.channel, rule="week/1 wed 09:00", zone="UTC", template="working_day")
    page = keep_setup(house.desk, unit, page, setup)
    members.add(turn, page, is_keeper=True)
    return page.id
