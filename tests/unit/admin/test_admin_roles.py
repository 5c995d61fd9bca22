"""Roles are given by a code that is handed on, taken by typing a name, and ended; they open no notebook."""

from __future__ import annotations

from datetime import timedelta

from bot.domain.people import Account
from bot.domain.roles import Role
from bot.services.organisations.role_codes import HOLDS_FOR
from bot.surface.card import Card, Choose
from bot.surface.outcome import Refuse
from tests.unit.admin.team import CARA, OTHER, a_team, code_for, end, first_of, take
from tests.unit.small_house import ANA, BEN, card_of, control, form_of


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
        assert card_of(await end(house, "Ben")).text_id == "admin.role_ended"
        assert card_of(await house.press(control(menu, "admin.roles"), BEN)).text_id == "admin.not_yours"


async def test_every_role_can_be_taken_back_where_there_are_many() -> None:
    """A list holds twenty-five; the rest come after it."""
    with a_team() as house:
        everybody = [Account(surface="chat", workspace="team", user=f"p{number:02}") for number in range(27)]
        for who in everybody:
            await take(house, who, await code_for(house, Role.TRAINER), who.user)
        roles = card_of(await house.press(control(card_of(await house.command("admin")), "admin.roles")))
        first = card_of(await house.press(control(roles, "role.whose")))
        rest = card_of(await house.press(control(first, "role.whose")))
        assert [len(asked(card)) for card in (first, rest)] == [25, 2]
        sure = card_of(await house.choose(control(rest, "role.ask"), asked(rest)[-1]))
        assert "p26: trainer" in card_of(await house.press(control(sure, "role.back"))).text


def asked(card: Card) -> list[str]:
    """Return the rows that a card offers."""
    choice = control(card, "role.ask")
    assert isinstance(choice, Choose)
    return [option.name for option in choice.options]


async def test_the_first_admin_comes_by_a_code_of_the_house() -> None:
    """Whoever holds it becomes an admin where they type it, once; the next code is another."""
    with a_team() as house:
        house.managers = {}
        code = await first_of(house)
        assert card_of(await take(house, BEN, code, "Ben")).text_id == "admin.role_taken"
        assert card_of(await house.command("admin", BEN)).text_id == "admin.menu"
        assert card_of(await house.command(f"admin {code}", CARA)).text_id == "admin.code_wrong"
        assert await first_of(house) != code


async def test_a_role_holds_in_its_own_organisation_alone() -> None:
    """An admin of one team is nobody in another, and a code of one is none in the other."""
    with a_team() as house:
        await take(house, BEN, await code_for(house, Role.ADMIN), "Ben")
        code = await code_for(house, Role.TRAINER)
        house.organisation = OTHER
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
