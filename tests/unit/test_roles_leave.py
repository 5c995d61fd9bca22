"""Roles end with the account that holds them: closed, erased or given up; the log names nobody."""

from __future__ import annotations

import pytest

from bot.domain.roles import Role
from bot.ports.store import Unit
from bot.services.desk import Turn
from bot.services.organisations.log import Change, changes
from bot.services.organisations.rules import organisation_here
from bot.surface.inbound import CommandInvoked
from bot.surface.outcome import QUIET
from bot.surface.refs import ActionRef
from tests.unit.admin.team import CARA, a_team, code_for, take
from tests.unit.given_roles import give_role
from tests.unit.leaving import leaves
from tests.unit.small_house import ANA, BEN, SmallHouse, card_of, control
from tests.unit.test_erasing import erased
from tests.unit.world import world


async def logged(house: SmallHouse) -> list[Change]:
    """What an admin of the team reads in its log."""

    def work(unit: Unit) -> list[Change]:
        event = CommandInvoked(**house.facts(ANA), text="admin")
        turn = Turn(
            desk=house.desk,
            unit=unit,
            event=event,
            now=house.clock.now(),
            index=house.desk.index(ANA),
            visitor=None,
            ref=ActionRef(action="none"),
        )
        here = organisation_here(turn)
        assert here is not None
        return list(changes(turn, here, 20))

    return await house.store.run(work)


async def test_an_account_that_is_closed_looks_after_nothing() -> None:
    """At once, with a notebook or without one; who comes back has the notebook and not the role."""
    with world() as house:
        await house.settle_in()
        for who in (ANA, BEN, CARA):
            await give_role(house, who, Role.ADMIN)
        assert await leaves(house, ANA) == QUIET
        assert await leaves(house, BEN) == QUIET
        assert [row.index for row in house.tables.roles.values()] == [house.desk.index(CARA)]
        await house.command("help")
        assert [row.index for row in house.tables.roles.values()] == [house.desk.index(CARA)]
        assert (await house.person()).has_said_yes


@pytest.mark.parametrize("word", ["erase", "what-data", "export", "unlink"])
async def test_who_has_only_a_role_hears_that_this_is_kept(word: str) -> None:
    """Not that nothing is; and who has neither hears that nothing is."""
    with world() as house:
        await give_role(house, BEN, Role.TRAINER)
        assert card_of(await house.command(word, BEN)).text_id == "only_a_role"
        assert card_of(await house.command(word, CARA)).text_id == "nothing_held"


@pytest.mark.parametrize("role", [Role.FACILITATOR, Role.SUPERVISOR])
async def test_a_role_without_a_notebook_is_laid_down_in_chat(role: Role) -> None:
    """And then nothing is kept."""
    with a_team() as house:
        await take(house, BEN, await code_for(house, role), "Ben")
        mine = card_of(await house.command("admin", BEN))
        which = control(card_of(await house.press(control(mine, "role.mine"), BEN)), "role.down")
        ended = await house.choose(which, which.options[0].name, who=BEN)  # type: ignore[union-attr]  # a Choose
        assert card_of(ended).text_id == "admin.role_ended"
        assert card_of(await house.command("erase", BEN)).text_id == "nothing_held"


async def test_an_erasing_says_that_roles_end_to_who_holds_one() -> None:
    """And nothing of roles to anybody else."""
    with world() as house:
        await house.settle_in(ANA)
        await house.settle_in(BEN)
        await give_role(house, BEN, Role.SUPERVISOR)
        assert "look after for others" not in card_of(await house.command("erase", ANA)).text
        assert "look after for others" in card_of(await house.command("erase", BEN)).text


async def test_the_log_keeps_the_change_and_no_name() -> None:
    """As long as a role is held its holder is named there; erased, the change stands without who."""
    with a_team() as house:
        await house.settle_in(BEN)
        await take(house, BEN, await code_for(house, Role.TRAINER), "Ben from the day unit")
        held = await logged(house)
        assert "Ben from the day unit, trainer" in [change.after for change in held]
        await erased(house, BEN)
        left = await logged(house)
        assert [(change.at, change.what) for change in left] == [(change.at, change.what) for change in held]
        assert "Ben" not in repr(left)
        assert "trainer" in [change.after for change in left]


async def test_a_role_that_is_taken_back_is_named_no_longer() -> None:
    """What was given and what was taken are both there."""
    with a_team() as house:
        await take(house, BEN, await code_for(house, Role.TRAINER), "Ben")
        mine = card_of(await house.command("admin", BEN))
        which = control(card_of(await house.press(control(mine, "role.mine"), BEN)), "role.down")
        await house.choose(which, which.options[0].name, who=BEN)  # type: ignore[union-attr]  # a Choose
        assert [(one.before, one.after) for one in await logged(house) if one.what == "role"] == [
            ("trainer", ""),
            ("", "trainer"),
        ]
