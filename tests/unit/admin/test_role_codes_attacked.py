"""Codes for roles in the wrong hands: guessed, brought twice, brought late, brought elsewhere."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta

from bot.domain.people import Account
from bot.domain.roles import Role
from bot.services.cards.admin.roles import OVER
from bot.services.code_tries import MOST, WITHIN
from bot.services.organisations.role_codes import HOLDS_FOR
from bot.surface.card import Choose
from bot.surface.form import Form
from bot.surface.inbound import CommandInvoked, FormSubmitted
from bot.surface.outcome import Refuse
from tests.unit.admin.team import CARA, OTHER, TEAM, a_team, code_for, end, first_of, give, take
from tests.unit.small_house import ANA, BEN, SmallHouse, card_of, control, errors_of, form_of
from tests.unit.world import World

DORA = Account(surface="chat", workspace="team", user="dora")


async def brought(house: SmallHouse, who: Account, code: str) -> str:
    """Return what is said to who brings a code that is none for them."""
    return card_of(await house.command(f"admin {code}", who)).text_id


def holders(house: World) -> int:
    """Return how many roles there are."""
    return len(house.tables.roles)


async def refusals(house: World, forms: Mapping[Account, Form]) -> list[bool]:
    """Let everybody send their form at one moment; return who was refused, those who were not first."""
    sent = [
        FormSubmitted(**house.facts(who), ref=form.ref, values={"name": who.user})
        for who, form in forms.items()
    ]
    outcomes = await asyncio.gather(*map(house.router.hear, sent))
    return sorted(isinstance(one.first, Refuse) for one in outcomes)


async def test_a_code_cannot_be_guessed() -> None:
    """After five wrong ones the right one is not taken either, until some minutes have passed."""
    with a_team() as house:
        code = await code_for(house, Role.TRAINER)
        for guess in range(MOST):
            assert await brought(house, BEN, f"2222-222{guess}") == "admin.code_wrong"
        assert await brought(house, BEN, code) == "admin.tried_often"
        await house.until(house.clock.now() + WITHIN + timedelta(minutes=1))
        assert card_of(await take(house, BEN, code)).text_id == "admin.role_taken"


async def test_a_code_that_two_bring_at_once_is_one_role() -> None:
    """Both hold the form; whoever sends it second hears that it is over, and nothing of theirs is kept."""
    with a_team() as house:
        code = await code_for(house, Role.ADMIN)
        forms = {who: form_of(await house.command(f"admin {code}", who)) for who in (BEN, CARA)}
        assert await refusals(house, forms) == [False, True]
        assert holders(house) == 1


async def test_the_first_code_that_two_bring_at_once_makes_one_admin() -> None:
    """Also in two organisations."""
    with a_team() as house:
        code, forms = await first_of(house), {}
        for who, place in ((BEN, TEAM), (CARA, OTHER)):
            house.organisation = place
            forms[who] = form_of(await house.command(f"admin {code}", who))
        assert await refusals(house, forms) == [False, True]
        assert (holders(house), len(house.tables.organisations)) == (1, 1)


async def test_a_first_code_that_nobody_used_ends_with_the_first_admin() -> None:
    """Whoever read it in an old log takes nothing, though the first admin came by another code."""
    with a_team() as house:
        code = await first_of(house)
        form = form_of(await house.command(f"admin {code}", CARA))
        await give(house, BEN, Role.ADMIN)
        assert await brought(house, DORA, code) == "admin.code_wrong"
        assert errors_of(await house.submit_by(CARA, form, {"name": "Cara"})) == {"name": OVER}


async def test_when_the_last_admin_is_gone_the_first_code_is_another() -> None:
    """The one that was used is none, and the operator reads a new one."""
    with a_team() as house:
        house.managers = {}
        code = await first_of(house)
        await take(house, BEN, code)
        house.managers = {ANA: True}
        await end(house, "ben")
        assert await brought(house, BEN, code) == "admin.code_wrong"
        new = await first_of(house)
        assert new != code
        assert card_of(await take(house, CARA, new)).text_id == "admin.role_taken"


async def test_whoever_loses_a_role_comes_back_by_no_code_of_their_own() -> None:
    """A code holds no longer than the role of who made it: also where somebody else brings it."""
    with a_team() as house:
        await give(house, BEN, Role.ADMIN)
        own, others = await code_for(house, Role.ADMIN, BEN), await code_for(house, Role.TRAINER, BEN)
        form = form_of(await house.command(f"admin {others}", CARA))
        await end(house, "ben")
        assert await brought(house, BEN, own) == "admin.code_wrong"
        assert errors_of(await house.submit_by(CARA, form, {"name": "Cara"})) == {"name": OVER}
        assert holders(house) == 0


async def test_a_used_code_gives_nothing_after_the_role_was_taken_back() -> None:
    """It held once."""
    with a_team() as house:
        code = await code_for(house, Role.FACILITATOR)
        await take(house, BEN, code)
        await end(house, "ben")
        assert await brought(house, BEN, code) == "admin.code_wrong"


async def test_a_form_that_one_team_opened_takes_nothing_in_another() -> None:
    """The code is looked at where the form is sent, though there is an organisation, too."""
    with a_team() as house:
        house.organisation = OTHER
        await code_for(house, Role.ADMIN)
        house.organisation = TEAM
        code = await code_for(house, Role.ADMIN)
        form = form_of(await house.command(f"admin {code}", BEN))
        house.organisation = OTHER
        assert errors_of(await house.submit_by(BEN, form, {"name": "Ben"})) == {"name": OVER}
        assert await brought(house, CARA, code) == "admin.code_wrong"
        assert holders(house) == 0


async def test_a_code_is_over_in_time_whatever_the_agenda_does() -> None:
    """Before its row was taken away, and where somebody took the hour out of it."""
    with a_team() as house:
        code = await code_for(house, Role.TRAINER)
        [row] = [row for row in house.tables.agenda.values() if row.kind == "role_code"]
        house.tables.agenda[row.id] = replace(row, due_at=None)
        assert await brought(house, BEN, code) == "admin.code_wrong"
        house.tables.agenda[row.id] = row
        house.clock.move_to(house.clock.now() + HOLDS_FOR)
        late = await house.router.hear(CommandInvoked(**house.facts(BEN), text=f"admin {code}"))
        assert card_of(late).text_id == "admin.code_wrong"


async def test_a_code_is_for_the_role_that_was_chosen_and_for_no_other() -> None:
    """Whatever is sent as the choice: only what admins may give is given."""
    with a_team() as house:
        card = card_of(await house.command("admin"))
        give_role = control(card_of(await house.press(control(card, "admin.roles"))), "role.give")
        asked = control(card_of(await house.press(give_role)), "role.code")
        assert isinstance(asked, Choose)
        for choice in ((), ("operator",), ("",), (Role.ADMIN, Role.TRAINER)):
            assert card_of(await house.choose(asked, *choice)).text_id == "admin.role_give"
        assert not [row for row in house.tables.agenda.values() if row.kind == "role_code"]
