"""A channel in which something was begun, with somebody who looks after it: what is said there by hand."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from uuid import UUID

from bot.domain.circles import Post, PostKind
from bot.domain.people import PersonId
from bot.domain.roles import Gathering
from bot.ports.store import Unit
from bot.services.desk import Turn
from bot.services.gatherings import members, pages, posts
from bot.services.gatherings.pages import Page
from bot.services.organisations import rules
from bot.surface.inbound import CommandInvoked
from bot.surface.refs import ActionRef
from tests.unit.small_house import ANA, TEAM
from tests.unit.world import World

HERE = "chat/team"
_KIND = PostKind.CLOSING
"""Said like any other, and known afterwards: a mere line is forgotten once it was said."""


def _turn(house: World, unit: Unit) -> Turn:
    event = CommandInvoked(
        event_id="by hand", account=ANA, organisation=HERE, place=TEAM, called="Ana", text="circle"
    )
    return Turn(
        desk=house.desk,
        unit=unit,
        event=event,
        now=house.clock.now(),
        index=house.desk.index(ANA),
        visitor=None,
        ref=ActionRef(action="none"),
    )


def _begun(unit: Unit, house: World) -> PersonId:
    turn = _turn(house, unit)
    page = pages.begin(house.desk, unit, organisation=rules.make(turn).id, kind=Gathering.CIRCLE, place=TEAM)
    members.add(turn, page, is_keeper=True)
    return page.id


def _page(house: World, unit: Unit, gathering: PersonId) -> Page:
    page = pages.get(house.desk, unit, gathering)
    assert page is not None
    return page


def _line(text: str) -> dict[str, object]:
    return {"text_id": "circle.line", "text": text}


class Circle:
    """A circle that Ana looks after, in which lines are said by hand."""

    def __init__(self, house: World, gathering: PersonId) -> None:
        """Speak in `house`."""
        self._house = house
        self.id = gathering

    @classmethod
    async def begin(cls, house: World) -> Circle:
        """Begin one in the channel of the team."""
        await house.begin()
        return cls(house, await house.store.run(partial(_begun, house=house)))

    async def say(self, text: str, *, under: UUID | None = None) -> UUID:
        """Say a line now; return which post it is."""

        def work(unit: Unit) -> UUID:
            post = replace(posts.new(self._house.desk, _KIND, under=under), details=_line(text))
            page = _page(self._house, unit, self.id)
            posts.say(self._house.desk, unit, page, post, self._house.clock.now())
            return post.id

        said = await self._house.store.run(work)
        self._house.engine.wake()
        await self._house.engine.settle()
        return said

    async def change(self, post: UUID, *, text: str = "", is_gone: bool = False) -> None:
        """Let a line say something else now, or be gone."""

        def work(unit: Unit) -> None:
            held = posts.get(self._house.desk, unit, post)
            assert held is not None
            changed = replace(held, is_gone=is_gone, details=_line(text))
            posts.say(
                self._house.desk, unit, _page(self._house, unit, self.id), changed, self._house.clock.now()
            )

        await self._house.store.run(work)
        self._house.engine.wake()
        await self._house.engine.settle()

    async def post(self, post: UUID) -> Post:
        """Return a post as it is kept."""
        held = await self._house.store.run(lambda unit: posts.get(self._house.desk, unit, post))
        assert held is not None
        return held

    @property
    def lines(self) -> list[str]:
        """What stands in the channel now, the oldest first."""
        return [card.text for card in self._house.chat.channels.cards(TEAM)]

    @property
    def told(self) -> list[str]:
        """What Ana alone was told."""
        return [letter.card.text for letter in self._house.chat.letters if letter.to == ANA]
