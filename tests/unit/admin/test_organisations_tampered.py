"""Somebody who can write in the database: no role becomes theirs or greater, and nobody's answer stops."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest

from bot.domain.organisations import NO_RULES, Rules
from bot.domain.people import PersonId
from bot.domain.reviews import Decision, Verdict
from bot.domain.roles import Role
from bot.errors import NotSaved
from bot.ports.organisations import ChangeRow, OrganisationRow, ReviewRow, RoleRow
from bot.ports.store import Door, Unit
from bot.ports.vault import Cell
from bot.services.delivery.agenda import begin_housekeeping
from bot.services.desk import Turn
from bot.services.organisations import decisions, log, rules
from bot.surface.inbound import CommandInvoked
from bot.surface.outcome import Open
from bot.surface.refs import ActionRef
from tests.unit.admin.team import CARA, OTHER, TEAM, a_team, code_for, end, give
from tests.unit.small_house import ANA, BEN, card_of, control, form_of, on
from tests.unit.world import World

ON_CALL = "ext. 12"


async def set_up(house: World) -> tuple[RoleRow, RoleRow]:
    """Let Ben be a trainer and Cara an admin; there is another organisation, too. Return both rows."""
    await give(house, BEN, Role.TRAINER)
    await give(house, CARA, Role.ADMIN)
    ben, cara = house.tables.roles.values()
    house.organisation = OTHER
    await code_for(house, Role.TRAINER)
    house.organisation = TEAM
    house.managers = {}
    return ben, cara


def at(house: World, name: str) -> OrganisationRow:
    """Return the row of an organisation."""
    index = house.desk.organisation_index(name)
    return next(row for row in house.tables.organisations.values() if row.index == index)


def moved_to_another_account(house: World, _ben: RoleRow, cara: RoleRow) -> RoleRow:
    """Cara's role, under Ben's index."""
    return replace(cara, index=house.desk.index(BEN))


def made_greater(_house: World, ben: RoleRow, _cara: RoleRow) -> RoleRow:
    """Ben's own, as an admin's."""
    return replace(ben, role=Role.ADMIN)


def with_anothers_seal(_house: World, ben: RoleRow, cara: RoleRow) -> RoleRow:
    """The same, with what Cara's row seals."""
    return replace(ben, role=Role.ADMIN, sealed=cara.sealed)


def copied(house: World, _ben: RoleRow, cara: RoleRow) -> RoleRow:
    """Cara's once more, for Ben."""
    return replace(cara, id=UUID(int=5), index=house.desk.index(BEN))


ROLE_ATTACKS = (moved_to_another_account, made_greater, with_anothers_seal, copied)


@pytest.mark.parametrize("attack", ROLE_ATTACKS)
async def test_no_role_is_made_in_the_database(
    attack: Callable[[World, RoleRow, RoleRow], RoleRow],
) -> None:
    """Whoever moves a role to their account, or makes it greater, is no admin, and is on no list."""
    with a_team() as house:
        row = attack(house, *await set_up(house))
        house.tables.roles[row.id] = row
        said = card_of(await house.command("admin", BEN)).text_id
        assert said in {"admin.not_yours", "admin.mine"}
        house.managers = {ANA: True}
        card = card_of(await house.command("admin"))
        listed = card_of(await house.press(control(card, "admin.roles")))
        assert "ben: admin" not in listed.text.lower()


async def test_a_role_that_was_moved_to_another_organisation_is_none_there() -> None:
    """It is sealed under the key of its own, and asked for with its place."""
    with a_team() as house:
        _, cara = await set_up(house)
        house.tables.roles[cara.id] = replace(cara, organisation=at(house, OTHER).id)
        for place in (TEAM, OTHER):
            house.organisation = place
            assert card_of(await house.command("admin", CARA)).text_id == "admin.not_yours"


async def rules_at(house: World, door: Door) -> Rules:
    """Return the rules that hold for what leaves by a door."""
    return await house.store.run(lambda unit: rules.rules_by(house.desk, unit, door))


async def set_rules(house: World, name: str, new: Rules) -> None:
    """Let an organisation set something."""

    def work(unit: Unit) -> None:
        here = rules.organisation_at(house.desk, unit, house.desk.organisation_index(name))
        assert here is not None
        rules.keep(house.desk, unit, replace(here, rules=new))

    await house.store.run(work)


def indexes_swapped(here: OrganisationRow, there: OrganisationRow) -> list[OrganisationRow]:
    """Each under the index of the other: the rules of one would hold in the other."""
    return [replace(here, index=there.index), replace(there, index=here.index)]


def seals_swapped(here: OrganisationRow, there: OrganisationRow) -> list[OrganisationRow]:
    """Each with what the other sealed."""
    return [replace(here, sealed=there.sealed), replace(there, sealed=here.sealed)]


def made_older(here: OrganisationRow, there: OrganisationRow) -> list[OrganisationRow]:
    """A version that was never written."""
    return [replace(here, version=here.version + 1), there]


@pytest.mark.parametrize("attack", [indexes_swapped, seals_swapped, made_older])
async def test_a_row_that_was_changed_stops_nobodys_answers(
    attack: Callable[[OrganisationRow, OrganisationRow], list[OrganisationRow]],
    caplog: pytest.LogCaptureFixture,
) -> None:
    """Who to call, one's own pages and check-ins go on, and nothing that was set holds; admins hear of it."""
    with a_team() as house:
        await set_up(house)
        await set_rules(house, TEAM, Rules(on_call=ON_CALL, policy="https://team.example"))
        await set_rules(house, OTHER, Rules(on_call="ext. 66", hushed_until=on(1, 9) + timedelta(days=90)))
        await house.settle_in()
        door = next(iter(house.tables.doors.values()))
        assert (await rules_at(house, door)).on_call == ON_CALL
        assert ON_CALL in card_of(await house.command("help now")).text
        for row in attack(at(house, TEAM), at(house, OTHER)):
            house.tables.organisations[row.id] = row
        assert await rules_at(house, door) == NO_RULES
        assert any("of an organisation do not open" in line for line in caplog.messages)
        caplog.set_level(logging.ERROR)
        for who in (ANA, BEN):
            shown = card_of(await house.command("help now", who))
            assert (shown.text_id, "ext." in shown.text) == ("helpnow", False)
        assert isinstance((await house.command("write")).first, Open)
        form = form_of(await house.command("write"))
        assert card_of(await house.submit(form, text="still here")).text == "Saved privately."
        assert "still here" in card_of(await house.command("journal last")).text
        assert len(await house.until(on(5, 10))) == 1
        assert house.engine.failures == ()
        for who in (CARA, ANA):
            house.managers = {ANA: True}
            assert card_of(await house.command("admin", who)).text_id == "stays_closed"


def signed_elsewhere(house: World, row: ReviewRow) -> ReviewRow:
    """What one organisation signed, in another."""
    return replace(row, organisation=at(house, OTHER).id)


def signed_besides(_house: World, row: ReviewRow) -> ReviewRow:
    """What was signed of one text, of another."""
    return replace(row, about="wide.exposure.H91")


@pytest.mark.parametrize("attack", [signed_elsewhere, signed_besides])
async def test_nothing_is_signed_in_the_database(attack: Callable[[World, ReviewRow], ReviewRow]) -> None:
    """A decision holds in its own organisation, of its own text; moved, it is none anywhere."""
    with a_team() as house:
        await set_up(house)
        await house.store.run(lambda unit: sign(house, unit))
        assert [set(each) for each in await decided(house)] == [{"wide.exposure.H90"}, set()]
        [row] = house.tables.reviews.values()
        house.tables.reviews[row.id] = attack(house, row)
        assert [set(each) for each in await decided(house)] == [set(), set()]


def sign(house: World, unit: Unit) -> None:
    """Let the team sign a text."""
    here = rules.organisation_at(house.desk, unit, house.desk.organisation_index(TEAM))
    assert here is not None
    signed = Decision(
        about="wide.exposure.H90",
        version=1,
        verdict=Verdict.ACCEPTED,
        role="lead",
        on=house.clock.now().date(),
        at=house.clock.now(),
    )
    decisions.decide(house.desk, unit, here, signed)


async def decided(house: World) -> list[Mapping[str, Decision]]:
    """Return what the team decided, and what the other organisation did."""
    both = [at(house, TEAM).id, at(house, OTHER).id]
    return await house.store.run(
        lambda unit: [decisions.decisions_of(house.desk, unit, each) for each in both]
    )


async def test_what_a_unit_could_not_keep_is_nowhere() -> None:
    """Rules that were written, read again in that unit and then not committed hold for nobody afterwards."""
    with a_team() as house:
        await set_up(house)
        await set_rules(house, TEAM, Rules(on_call=ON_CALL))
        await house.settle_in()
        door = next(iter(house.tables.doors.values()))

        def cut_off(unit: Unit) -> None:
            here = rules.organisation_at(house.desk, unit, door.organisation)
            assert here is not None
            rules.keep(house.desk, unit, replace(here, rules=Rules(on_call="ext. 99")))
            assert rules.rules_by(house.desk, unit, door).on_call == "ext. 99"
            raise NotSaved

        with pytest.raises(NotSaved):
            await house.store.run(cut_off)
        assert (await rules_at(house, door)).on_call == ON_CALL
        await set_rules(house, TEAM, Rules(on_call="ext. 13"))  # of the version that was cut off
        assert (await rules_at(house, door)).on_call == "ext. 13"


async def test_a_key_without_its_organisation_keeps_nobody_from_making_one() -> None:
    """A unit that failed after the key came leaves nothing that stands in the way."""
    with a_team() as house:

        def cut_off(_unit: Unit) -> None:
            house.vault.create(PersonId(UUID(int=9)))
            raise NotSaved

        with pytest.raises(NotSaved):
            await house.store.run(cut_off)
        await give(house, BEN, Role.TRAINER)
        assert len(house.tables.organisations) == 1


async def test_a_change_is_laid_at_nobody_elses_door() -> None:
    """The log says who changed something and when as it was sealed, whatever the columns say later."""
    with a_team() as house:
        await set_up(house)
        await code_for(house, Role.TRAINER, CARA)
        await give(house, ANA, Role.ADMIN, CARA)
        *_, mine, _ = house.tables.changes.values()
        assert (await who_did(house))[1] == "cara"
        ana = next(row for row in house.tables.roles.values() if row.index == house.desk.index(ANA))
        house.tables.changes[mine.id] = replace(mine, by=ana.id)
        assert (await who_did(house))[1] == ""
        before = len(await who_did(house))
        house.tables.changes[mine.id] = replace(mine, at=mine.at - timedelta(days=9))
        assert len(await who_did(house)) == before - 1


@pytest.mark.parametrize("page", ["no page at all", "{}", '{"name": "chat/team", "ceilings": 7}'])
async def test_a_page_of_a_later_version_stops_nobody(page: str) -> None:
    """Sealed by this house and not understood: people get answers and check-ins, and the house its days."""
    with a_team() as house:
        await set_up(house)
        await house.settle_in(BEN)
        row = at(house, TEAM)
        cell = Cell(person=row.id, table="organisations", row=row.id, column="sealed", version=row.version)
        house.tables.organisations[row.id] = replace(row, sealed=house.vault.seal(cell, page))
        await house.store.run(lambda unit: begin_housekeeping(unit, house.clock.now()))
        assert card_of(await house.command("helpnow", BEN)).text_id == "helpnow"
        assert "checkin" in [card.text_id for card in await house.until(on(7, 12))]
        assert card_of(await house.command("admin", CARA)).text_id == "stays_closed"


LATER = ["no page at all", "{}", "[7]", '{"about": "wide.exposure.H90", "verdict": "postponed"}']
"""What a version that comes may have sealed, or a hand without the sense of it."""


@pytest.mark.parametrize("page", LATER)
async def test_a_decision_a_role_or_a_change_of_a_later_version_stops_nobody(page: str) -> None:
    """Who to call, check-ins and the admins' own cards go on: one such row is undecided, no role, no line."""
    with a_team() as house:
        ben, _ = await set_up(house)
        await house.settle_in(BEN)
        await house.store.run(lambda unit: sign(house, unit))
        review = next(iter(house.tables.reviews.values()))
        change = next(row for row in house.tables.changes.values() if row.organisation == at(house, TEAM).id)
        sealed_in = {
            "reviews": replace(cell_of(review, "reviews"), version=review.version),
            "roles": cell_of(ben, "roles"),
            "changes": cell_of(change, "changes"),
        }
        sealed = {table: house.vault.seal(cell, page) for table, cell in sealed_in.items()}
        house.tables.reviews[review.id] = replace(review, sealed=sealed["reviews"])
        house.tables.roles[ben.id] = replace(ben, sealed=sealed["roles"])
        house.tables.changes[change.id] = replace(change, sealed=sealed["changes"])
        lines = len(house.tables.changes)
        assert card_of(await house.command("help now", BEN)).text_id == "helpnow"
        assert "checkin" in [card.text_id for card in await house.until(on(7, 12))]
        assert house.engine.failures == ()
        assert [set(each) for each in await decided(house)] == [set(), set()]
        assert card_of(await house.command("admin", BEN)).text_id != "admin.menu"
        assert card_of(await house.command("admin", CARA)).text_id == "admin.menu"
        assert len(await who_did(house)) < lines


def cell_of(row: ReviewRow | RoleRow | ChangeRow, table: str) -> Cell:
    """Return the cell in which a row of an organisation is sealed."""
    return Cell(person=row.organisation, table=table, row=row.id, column="sealed")


async def test_a_change_says_no_longer_who_made_it_when_they_are_gone() -> None:
    """It stays, without a name."""
    with a_team() as house:
        await set_up(house)
        await code_for(house, Role.TRAINER, CARA)
        house.managers = {ANA: True}
        await end(house, "cara")
        assert "cara" not in await who_did(house)


async def who_did(house: World) -> list[str]:
    """Return who made each change in the team, the last one first."""

    def read(unit: Unit) -> list[str]:
        turn = Turn(
            desk=house.desk,
            unit=unit,
            event=CommandInvoked(**house.facts(ANA), text="admin"),
            now=house.clock.now(),
            index=house.desk.index(ANA),
            visitor=None,
            ref=ActionRef(action="none"),
        )
        here = rules.organisation_here(turn)
        assert here is not None
        return [each.by for each in log.changes(turn, here, 100)]

    return await house.store.run(read)
