"""Whoever looks after one organisation, or once did, or only says so, is nobody in another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

import pytest

from bot.domain.people import Account
from bot.domain.roles import Role
from bot.ports.organisations import RoleRow
from bot.services.organisations.role_codes import first_code
from bot.services.organisations.standing import OPERATOR
from bot.services.router import Router
from bot.services.routes import ACTIONS
from bot.surface.inbound import ActionPressed, FormSubmitted, InboundEvent, OptionChosen
from bot.surface.outcome import Outcome, Refuse, Show
from tests.unit.admin.team import CARA, OTHER, TEAM, a_team, code_for, give, take
from tests.unit.small_house import ANA, BEN, card_of, control, form_of
from tests.unit.world import World

ADMINS_ONLY = [name for name, route in ACTIONS.items() if route.roles]


async def settle_both(house: World) -> None:
    """Let Ben be an admin by code in both organisations, and Cara a trainer in the team."""
    await give(house, BEN, Role.ADMIN)
    await give(house, CARA, Role.TRAINER)
    house.organisation = OTHER
    await give(house, BEN, Role.ADMIN)
    house.managers = {}


def ref(house: World, who: Account, action: str, row: RoleRow | None = None) -> str:
    """Return what a control of somebody's sends back, minted as ours are."""
    return house.desk.mint(who)(action, row.id if row else None)


def role_in(house: World, name: str, who: Account) -> RoleRow:
    """Return the role row that an account holds in an organisation."""
    index = house.desk.organisation_index(name)
    holder = next(row.id for row in house.tables.organisations.values() if row.index == index)
    found = (row for row in house.tables.roles.values() if row.organisation == holder)
    return next(row for row in found if row.index == house.desk.index(who))


def ways(house: World, who: Account, packed: str) -> Iterator[InboundEvent]:
    """Use a control as each kind."""
    yield ActionPressed(**house.facts(who), ref=packed)
    yield OptionChosen(**house.facts(who), ref=packed, values=(Role.ADMIN,))
    yield FormSubmitted(**house.facts(who), ref=packed, values={"name": "Ben", "text": "ours"})


def says(outcome: Outcome) -> str:
    """Return the id of the card, or what the form is told."""
    match outcome.first:
        case Show(card=card):
            return card.text_id
        case Refuse(errors=errors):
            return "; ".join(errors.values())
        case other:
            return str(other)


async def refused_everywhere(house: World, who: Account) -> None:
    """See that nothing of what admins do is open to somebody, and that they write nothing."""
    before = house.tables
    for action in ADMINS_ONLY:
        for event in ways(house, who, ref(house, who, action)):
            assert says(await house.hear(event)) in {
                "admin.not_yours",
                "That is for whoever looks after Reststop here.",
            }, action
    assert house.tables == before


async def test_an_admins_controls_are_shut_in_another_organisation() -> None:
    """Each of them, as a press, a choice and a form, although they were made for the same account."""
    with a_team() as house:
        await give(house, BEN, Role.ADMIN)
        house.organisation = OTHER
        await refused_everywhere(house, BEN)


async def test_a_control_of_one_organisation_finds_nothing_in_another() -> None:
    """Who is an admin in both may do nothing in one with a row of the other: it is gone, and stays."""
    with a_team() as house:
        await settle_both(house)
        row = role_in(house, TEAM, CARA)
        before = dict(house.tables.roles), dict(house.tables.changes)
        pressed = await house.hear(ActionPressed(**house.facts(BEN), ref=ref(house, BEN, "role.back", row)))
        assert "admin.role_gone" in str(pressed)
        for action in ("role.ask", "role.down"):
            packed = ref(house, BEN, action)
            chosen = OptionChosen(**house.facts(BEN), ref=packed, values=(row.id.hex,))
            assert "admin.role_gone" in str(await house.hear(chosen))
        assert (dict(house.tables.roles), dict(house.tables.changes)) == before


async def test_nobody_lays_down_a_role_that_is_another_persons() -> None:
    """Not even one of their own organisation."""
    with a_team() as house:
        await settle_both(house)
        house.organisation = TEAM
        row = role_in(house, TEAM, BEN)
        packed = ref(house, CARA, "role.down")
        await house.hear(OptionChosen(**house.facts(CARA), ref=packed, values=(row.id.hex,)))
        assert role_in(house, TEAM, BEN) == row


@pytest.mark.parametrize("role", [Role.SUPERVISOR, Role.FACILITATOR, Role.TRAINER])
async def test_no_role_is_made_greater_by_a_forged_control(role: Role) -> None:
    """Another action, another account's, another row: a ref that was changed is none, and writes nothing."""
    with a_team() as house:
        await give(house, BEN, role)
        await give(house, CARA, Role.ADMIN)
        row = role_in(house, TEAM, CARA)
        mine, theirs = ref(house, BEN, "role.mine"), ref(house, CARA, "role.back", row)
        before = house.tables
        own = house.desk.mint(BEN)
        owner_of_mine = mine.split(":")[4]
        swapped = theirs.split(":")
        swapped[4] = owner_of_mine
        for packed in (
            mine.replace("role.mine", "role.code"),
            theirs,
            ":".join(swapped),
            own("role.back").replace("role.back:", f"role.back:{theirs.split(':')[2]}"),
        ):
            for event in ways(house, BEN, packed):
                said = says(await house.hear(event))
                assert said == "not_yours" or said.startswith("That button belongs to somebody else")
        assert house.tables == before


async def test_who_was_an_admin_by_the_platform_has_nothing_of_an_old_card() -> None:
    """Their card stays on the screen; the next press asks the platform's word of now."""
    with a_team() as house:
        menu = card_of(await house.command("admin"))
        roles = card_of(await house.press(control(menu, "admin.roles")))
        house.managers = {ANA: False}
        before = house.tables
        for card, name in ((menu, "admin.roles"), (roles, "role.give")):
            assert card_of(await house.press(control(card, name))).text_id == "admin.not_yours"
        await refused_everywhere(house, ANA)
        assert house.tables == before


async def test_a_form_that_comes_before_the_platform_was_asked_stays_open() -> None:
    """After a restart nobody is known yet: what was typed is not lost, and not called somebody else's."""
    with a_team() as house:
        house.managers = {ANA: None}
        before = house.tables
        sent = FormSubmitted(**house.facts(ANA), ref=ref(house, ANA, "role.code"), values={"text": "ours"})
        said = says(await house.hear(sent))
        assert said.endswith("Please send it again in a moment.")
        assert house.tables == before


async def test_a_platform_that_names_no_organisation_makes_nobody_an_admin() -> None:
    """Not of nowhere, and not of where their notebook was begun."""
    with a_team() as house:
        await house.settle_in()
        assert (await house.store.run(lambda unit: unit.people.door_at(house.desk.index(ANA)))) is not None
        house.managers = {ANA: True, BEN: True}
        house.organisation = ""
        for who in (ANA, BEN):
            await refused_everywhere(house, who)


def with_admins(house: World, *admins: tuple[str, str]) -> None:
    """Let the settings name who looks after which organisation."""
    house.managers = {}
    house.desk = replace(house.desk, admins=frozenset(admins))
    house.router = Router(house.desk, changed=house.engine.wake)


async def test_the_settings_make_an_admin_of_one_organisation() -> None:
    """Not of another, nobody else, and nobody of that id on another platform."""
    with a_team() as house:
        with_admins(house, (OTHER, "ana"), ("slack/team", "ana"), (TEAM, "cara"))
        await refused_everywhere(house, ANA)
        assert card_of(await house.command("admin", CARA)).text_id == "admin.menu"
        house.organisation = OTHER
        assert card_of(await house.command("admin", ANA)).text_id == "admin.menu"
        await refused_everywhere(house, CARA)


async def test_an_admin_by_the_settings_makes_the_first_row_in_a_direct_conversation_too() -> None:
    """Where nothing but their door tells of the organisation: a code is made, and holds there."""
    with a_team() as house:
        await house.settle_in()
        with_admins(house, (TEAM, "ana"))
        house.organisation = ""
        code = await code_for(house, Role.TRAINER)
        house.organisation = TEAM
        assert card_of(await take(house, BEN, code)).text_id == "admin.role_taken"


async def test_a_door_leads_to_its_organisation_and_not_to_a_role_in_it() -> None:
    """Whoever began there and writes in a direct conversation is a person there, and no admin."""
    with a_team() as house:
        await give(house, CARA, Role.ADMIN)
        await house.settle_in(BEN)
        house.organisation = ""
        await refused_everywhere(house, BEN)


async def test_a_door_that_was_moved_to_another_platforms_organisation_opens_nothing_there() -> None:
    """Whoever writes in the database, and is called there as an admin is elsewhere, is no admin."""
    with a_team() as house:
        await house.settle_in()
        [door] = house.tables.doors.values()
        index = house.desk.organisation_index("slack/T1")
        house.tables.doors[door.id] = replace(door, organisation=index)
        with_admins(house, ("slack/T1", "ana"))
        house.organisation = ""
        await refused_everywhere(house, ANA)


async def test_an_admin_asks_for_a_journal_and_there_is_no_such_command() -> None:
    """However it is typed: nothing of anybody's is shown, and nobody is named."""
    with a_team() as house:
        await house.settle_in(BEN)
        await house.submit_by(BEN, form_of(await house.command("write", BEN)), {"text": "bens heron"})
        said: Mapping[str, str] = {
            words: says(await house.command(words))
            for words in (
                "admin journal ben",
                "journal ben",
                "admin export ben",
                "journal @ben",
                "admin who",
                "search ben",
                "people ben",
                "what-data ben",
                "erase ben",
            )
        }
        assert said["admin journal ben"] == said["admin export ben"] == "admin.no_code"
        assert {said["journal ben"], said["people ben"], said["erase ben"]} == {"unknown"}
        shown = [await house.command(words) for words in said]
        assert "heron" not in str(shown)
        assert await house.store.run(lambda unit: unit.people.count()) == 1


async def test_the_first_code_is_read_by_nobody_in_chat() -> None:
    """No card of an admin's shows it, nor who has a notebook."""
    with a_team() as house:
        await house.settle_in(BEN)
        code = await house.store.run(lambda unit: first_code(house.vault, unit))
        shown = [await house.command("admin")]
        shown += [
            await house.hear(ActionPressed(**house.facts(ANA), ref=ref(house, ANA, action)))
            for action in ADMINS_ONLY
        ]
        assert code not in str(shown)
        assert "ben" not in str(shown).lower().replace("somebody", "")


async def test_an_account_that_is_only_named_like_the_operators_is_nobody() -> None:
    """Whoever sits at the data folder is told so by the terminal that they opened, as by any platform."""
    with a_team() as house:
        house.open_to({"console": house.chat})
        named = Account(surface="console", workspace="team", user=OPERATOR)
        assert says(await house.command("admin", named)) == "admin.not_yours"
        house.managers = {named: True}
        assert says(await house.command("admin", named)) == "admin.menu"
