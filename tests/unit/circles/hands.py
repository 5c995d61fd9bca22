"""A team with a channel: Ana looks after it by what the platform says, and circles begin there."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from bot.domain.organisations import Rules
from bot.domain.people import Account, Place
from bot.domain.prompts import AudienceKind, Sensitivity
from bot.domain.roles import Gathering
from bot.ports.store import Unit
from bot.services.gatherings import members, pages
from bot.services.gatherings.members import Member
from bot.services.gatherings.pages import Page
from bot.services.organisations.rules import keep, organisation_at
from bot.surface.card import Card
from bot.surface.outcome import Outcome
from bot.testing.catalogue import INVENTED_PROMPTS, invented_prompt
from tests.unit.small_house import ANA, BEN, TEAM, SmallHouse, card_of, control, form_of
from tests.unit.world import World, world

CARA = Account(surface="chat", workspace="team", user="cara")
TEAM_NAME = "chat/team"
DUTIES = ("rules", "route", "own")


TEAM_PROMPTS = tuple(
    replace(
        invented_prompt(f"wide.rest.Q{number}", text=f"Question {number}?", sensitivity=Sensitivity.SHARED),
        audience=(AudienceKind.TEAM,),
    )
    for number in range(9)
)
"""Questions for everybody in a channel."""


@contextmanager
def a_channel(place: Place = TEAM) -> Iterator[World]:
    """A house in which Ana looks after the team, and everybody acts in its channel."""
    with world([*INVENTED_PROMPTS, *TEAM_PROMPTS]) as house:
        house.organisation = TEAM_NAME
        house.managers = {ANA: True, BEN: False, CARA: False}
        house.place = place
        yield house


async def make_circle(house: SmallHouse, by: Account = ANA, /, **typed: str) -> Outcome:
    """Let somebody tick the duties and send the form; fields without a value keep what stands."""
    duties = card_of(await house.command("circle create", by))
    form = form_of(await house.choose(control(duties, "circle.duties"), *DUTIES, who=by))
    place, house.place = house.place, None  # a form tells of no channel
    outcome = await house.submit_by(by, form, typed)
    house.place = place
    return outcome


async def a_circle(house: SmallHouse, by: Account = ANA, /, **typed: str) -> Card:
    """Let a circle begin; return the invitation that stands in the channel."""
    assert card_of(await make_circle(house, by, **typed)).text_id == "circle.made"
    return invitation(house, house.place or TEAM)


def invitation(house: SmallHouse, place: Place = TEAM) -> Card:
    """Return the invitation that stands in a channel."""
    return next(card for card in house.chat.channels.cards(place) if card.text_id == "circle.invite")


async def join(house: SmallHouse, *people: Account) -> None:
    """Let people press Join on the invitation."""
    for who in people:
        came = card_of(await house.press(control(invitation(house), "circle.join"), who))
        assert came.text_id == "circle.joined"


async def circle_page(house: SmallHouse, place: Place = TEAM) -> Page | None:
    """Return what is kept of the circle in a channel."""
    return await house.store.run(lambda unit: pages.at(house.desk, unit, place, Gathering.CIRCLE))


async def circle_members(house: SmallHouse, place: Place = TEAM) -> list[Member]:
    """Return who is in the circle of a channel."""
    page = await circle_page(house, place)
    assert page is not None
    return list(await house.store.run(lambda unit: members.every(house.desk, unit, page)))


async def shown(house: SmallHouse, who: Account = ANA) -> Card:
    """Return what `circle` shows to somebody."""
    return card_of(await house.command("circle", who))


async def begin_team_prompt(house: SmallHouse, by: Account = ANA, /, **typed: str) -> Card:
    """Let somebody send the form for a question a week; return what they are told."""
    form = form_of(await house.command("team prompt", by))
    place, house.place = house.place, None  # a form tells of no channel
    outcome = await house.submit_by(by, form, typed)
    house.place = place
    return card_of(outcome)


async def set_rules(house: SmallHouse, rules: Rules) -> None:
    """Let an organisation that is kept have these rules."""
    index = house.desk.organisation_index(TEAM_NAME)

    def work(unit: Unit) -> None:
        here = organisation_at(house.desk, unit, index)
        assert here is not None
        keep(house.desk, unit, replace(here, rules=rules))

    await house.store.run(work)
