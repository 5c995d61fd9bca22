"""Roles are given by a code that is handed on, taken by typing a name, and ended; they open no notebook."""

from __future__ import annotations

from datetime import timedelta

from bot.domain.people import Account
from bot.domain.roles import Role
from bot.services.organisations.role_codes import HOLDS_FOR, first_code
from bot.surface.outcome import Outcome, Refuse
from tests.unit.admin.admin_hands import CARA, a_team
from tests.unit.small_house import ANA, BEN, SmallHouse, card_of, control, form_of


async def code_for(house: SmallHouse, role: Role) -> str:
    """Let Ana make a code for a role."""
    roles = await house.press(control(card_of(await house.command("admin")), "admin.roles"))
    given = await house.press(control(card_of(roles), "role.give"))
    card = card_of(await house.choose(control(card_of(given), "role.code"), role))
    return card.text.partition("Code: ")[2][:9] if "Code: " in card.text else card.text


async def take(house: SmallHouse, who: Account, code: str, name: str) -> Outcome:
    """Let somebody bring a code and type a name."""
    return await house.submit_by(who, form_of(await house.command(f"admin {code}", who)), {"name": name})


async def test_who_looks_after_nothing_hears_who_does() -> None:
    """Nothing is shown, and nothing is kept of who asked."""
    with a_team() as house:
        assert card_of(await house.command("admin", BEN)).text_id == "admin.not_yours"
        assert await house.store.run(lambda unit: unit.people.count()) == 0


async def test_a_role_is_given_by_a_code_that_holds_once() -> None:
    """Handed on and taken with a name; brought again it is none."""
    with a_team() as house:
        code = await code_for(house, Role.FACILITATOR)
        assert card_of(await take(house, BEN, code, "Ben from the day unit")).text_id == "admin.role_taken"
        assert card_of(await house.command("admin", BEN)).text_id == "admin.mine"
        assert card_of(await house.command(f"admin {code}", CARA)).text_id == "admin.code_wrong"
        roles = await house.press(control(card_of(await house.command("admin")), "admin.roles"))
        assert "Ben from the day unit" in card_of(roles).text


async def test_a_code_is_over_after_a_day() -> None:
    """Whoever brings it later takes nothing, also with a form that was opened in time."""
    with a_team() as house:
        code = await code_for(house, Role.TRAINER)
        form = form_of(await house.command(f"admin {code}", BEN))
        await house.until(house.clock.now() + HOLDS_FOR + timedelta(minutes=1))
        assert isinstance((await house.submit_by(BEN, form, {"name": "Ben"})).first, Refuse)
        assert card_of(await house.command(f"admin {code}", BEN)).text_id == "admin.code_wrong"


async def test_a_role_that_was_taken_back_is_gone_at_once() -> None:
    """The next press is refused, and the log keeps what was done without who it was."""
    with a_team() as house:
        await take(house, BEN, await code_for(house, Role.ADMIN), "Ben")
        menu = card_of(await house.command("admin", BEN))
        assert menu.text_id == "admin.menu"
        roles = card_of(await house.press(control(card_of(await house.command("admin")), "admin.roles")))
        which = card_of(await house.press(control(roles, "role.whose")))
        asked = control(which, "role.ask")
        sure = card_of(await house.choose(asked, asked.options[0].name))  # type: ignore[union-attr]  # a Choose
        assert card_of(await house.press(control(sure, "role.back"))).text_id == "admin.role_ended"
        assert card_of(await house.press(control(menu, "admin.roles"), BEN)).text_id == "admin.not_yours"


async def test_the_first_admin_comes_by_a_code_of_the_house() -> None:
    """Whoever holds it becomes an admin where they type it, once; the next code is another."""
    with a_team() as house:
        house.managers = {}
        code = await house.store.run(lambda unit: first_code(house.vault, unit))
        assert card_of(await take(house, BEN, code, "Ben")).text_id == "admin.role_taken"
        assert card_of(await house.command("admin", BEN)).text_id == "admin.menu"
        assert card_of(await house.command(f"admin {code}", CARA)).text_id == "admin.code_wrong"
        assert await house.store.run(lambda unit: first_code(house.vault, unit)) != code


async def test_a_role_holds_in_its_own_organisation_alone() -> None:
    """An admin of one team is nobody in another, and a code of one is none in the other."""
    with a_team() as house:
        await take(house, BEN, await code_for(house, Role.ADMIN), "Ben")
        code = await code_for(house, Role.TRAINER)
        house.organisation = "chat/other"
        assert card_of(await house.command("admin", BEN)).text_id == "admin.not_yours"
        assert card_of(await house.command(f"admin {code}", CARA)).text_id == "admin.code_wrong"


async def test_who_is_not_known_yet_may_look_again() -> None:
    """A platform that was not asked yet is no refusal."""
    with a_team() as house:
        house.managers = {ANA: None}
        asking = card_of(await house.command("admin"))
        assert asking.text_id == "admin.asking"
        house.managers = {ANA: True}
        assert card_of(await house.press(control(asking, "command"))).text_id == "admin.menu"
