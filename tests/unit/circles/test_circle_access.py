"""Every control of a circle and of a team prompt, pressed by its keeper, a member, an outsider and each role.

One that is added has to be placed among those of whom it is for.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from uuid import UUID

import pytest

from bot.domain.people import Account
from bot.domain.roles import Role
from bot.services.circles import routes
from bot.surface.inbound import ActionPressed, InboundEvent, OptionChosen
from bot.surface.outcome import Open, Outcome, Refuse
from bot.testing.tables import Tables
from tests.unit.admin.team import OTHER, give
from tests.unit.circles.hands import (
    DUTIES,
    TEAM_NAME,
    a_channel,
    a_circle,
    begin_team_prompt,
    circle_page,
    join,
)
from tests.unit.small_house import ANA, BEN, TEAM, card_of
from tests.unit.world import World, spelled_out


def _who(name: str) -> Account:
    return Account(surface="chat", workspace="team", user=name)


KEEPER, MEMBER, OUTSIDER = ANA, BEN, _who("outsider")
FACILITATOR, ADMIN, SUPERVISOR, TRAINER = (
    _who("facilitator"),
    _who("admin"),
    _who("supervisor"),
    _who("trainer"),
)
ELSEWHERE = _who("elsewhere")
"""An admin of another organisation, who acts there."""
EVERYBODY = (KEEPER, MEMBER, OUTSIDER, FACILITATOR, ADMIN, SUPERVISOR, TRAINER, ELSEWHERE)
ROLES = frozenset({KEEPER, FACILITATOR, ADMIN})
"""Who may begin something, and stop or close anything."""

BEGINS = frozenset({"circle.duties", "circle.make", "team.make"})
"""What an admin of elsewhere may do where they are one."""
ANYBODY = frozenset({"circle.join", "circle.open", "circle.stay", "circle.leave", "circle.leave.yes"})
"""What concerns who presses it alone."""
OF_KEEPER = frozenset(
    {
        "circle.change",
        "circle.save",
        "circle.pause",
        "circle.go_on",
        "circle.rest",
        "circle.rest.save",
        "circle.unnamed",
    }
)
OF_ROLES = frozenset(
    {
        "circle.duties",
        "circle.make",
        "circle.close",
        "circle.close.yes",
        "circle.take",
        "circle.take.duties",
        "circle.take.save",
        "team.make",
        "team.change",
        "team.save",
        "team.stop",
        "team.circle",
        "team.no_circle",
    }
)
OF_A_ROUND = frozenset({"circle.arrive", "circle.look"})
"""What is about a round, and held by the tests of rounds and of answers."""
REFUSED = frozenset(
    {"admin.not_yours", "circle.not_keeper", "team.not_yours", "circle.not_in", "circle.over"}
)
OWN_COLUMNS = ("gatherings", "posts", "members", "agenda")


@dataclass(frozen=True, kw_only=True)
class Setting:
    """A house with a circle and a team prompt, and a press on each control."""

    house: World
    circle: UUID
    team: UUID

    async def press(self, name: str, who: Account) -> tuple[Outcome, bool]:
        """Let somebody press a control made for them, and undo it; return also whether anything changed."""
        house = self.house
        house.organisation = OTHER if who == ELSEWHERE else TEAM_NAME
        subject = self.team if name.startswith("team.") else self.circle
        ref = house.desk.mint(who)(name, subject, "on" if name == "circle.unnamed" else "kitchen")
        keys = house.vault._keys._shelf  # type: ignore[attr-defined]  # noqa: SLF001 - what was done is undone
        before, held = house.tables.snapshot(), dict(keys.keys)
        event: InboundEvent = ActionPressed(**house.facts(who), ref=ref)
        if name.endswith("duties"):
            event = OptionChosen(**house.facts(who), ref=ref, values=DUTIES)
        outcome = await house.router.hear(event)
        is_changed = _circles(before) != _circles(house.tables)
        house.store._shelf.tables = before  # noqa: SLF001 - as above
        keys.keys = held
        keys.tombstones.clear()
        return outcome, is_changed


def _circles(tables: Tables) -> list[object]:
    return [dict(getattr(tables, each)) for each in OWN_COLUMNS]


@contextmanager
def _channel() -> Iterator[World]:
    with a_channel() as house:
        house.managers |= {who: False for who in EVERYBODY if who != ANA}
        yield house


async def _setting(house: World) -> Setting:
    await a_circle(house)
    await begin_team_prompt(house)
    await join(house, MEMBER)
    house.place = None
    held = {
        FACILITATOR: Role.FACILITATOR,
        ADMIN: Role.ADMIN,
        SUPERVISOR: Role.SUPERVISOR,
        TRAINER: Role.TRAINER,
    }
    for who, role in held.items():
        await give(house, who, role)
    house.organisation = OTHER
    house.managers[ELSEWHERE] = True
    await give(house, _who("another"), Role.ADMIN, ELSEWHERE)
    house.organisation = TEAM_NAME
    house.place = TEAM
    page = await circle_page(house)
    assert page is not None
    team = next(each for each in house.tables.gatherings if each != page.id)
    return Setting(house=house, circle=page.id, team=team)


def test_every_control_is_placed() -> None:
    """One that nobody placed here would be open to everybody without being seen."""
    own = {name for name in routes.ROUTES if name.partition(".")[0] in {"circle", "team"}}
    assert own - OF_A_ROUND == ANYBODY | OF_KEEPER | OF_ROLES


@pytest.mark.parametrize("who", EVERYBODY, ids=lambda who: who.user)
async def test_what_is_for_who_looks_after_a_circle_is_refused_to_all_others(who: Account) -> None:
    """Admins and facilitators among them: they may close it, and not change it."""
    with _channel() as house:
        setting = await _setting(house)
        for name in sorted(OF_KEEPER):
            outcome, is_changed = await setting.press(name, who)
            assert _is_refused(outcome) == (who != KEEPER), name
            assert who == KEEPER or not is_changed, name


@pytest.mark.parametrize("who", EVERYBODY, ids=lambda who: who.user)
async def test_what_needs_a_role_is_refused_to_who_has_none_here(who: Account) -> None:
    """Members, outsiders, other roles, and admins of elsewhere."""
    with _channel() as house:
        setting = await _setting(house)
        for name in sorted(OF_ROLES):
            outcome, is_changed = await setting.press(name, who)
            is_let = who in ROLES or (
                who == ELSEWHERE and name in {"circle.duties", "circle.make", "team.make"}
            )
            assert _is_refused(outcome) != is_let, name
            assert is_let or not is_changed, name


@pytest.mark.parametrize("who", EVERYBODY, ids=lambda who: who.user)
async def test_nobody_is_shown_a_circle_that_they_are_not_in(who: Account) -> None:
    """By any control: neither its channel's name nor who is in it."""
    if who in {KEEPER, MEMBER}:
        return
    with _channel() as house:
        setting = await _setting(house)
        house.place = None
        for name in ("circle.open", "circle.stay", "circle.leave", "circle.leave.yes"):
            outcome, is_changed = await setting.press(name, who)
            assert _is_refused(outcome), name
            assert "kitchen" not in spelled_out(outcome).replace("/kitchen", ""), name
            assert not is_changed, name


def _is_refused(outcome: Outcome) -> bool:
    if isinstance(outcome.first, Open):
        return False
    if isinstance(outcome.first, Refuse):
        return "Nothing was changed" in str(outcome.first.errors)
    return card_of(outcome).text_id in REFUSED
