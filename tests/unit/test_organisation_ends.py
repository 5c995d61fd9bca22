"""Reststop is removed from an organisation: thirty days later nothing of it is left, and people stay."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

import pytest

from bot.domain.agenda import AgendaKind
from bot.domain.people import Account
from bot.domain.roles import Role
from bot.errors import NotSaved
from bot.services.leaving import endings
from bot.services.leaving.departures import TRIED_AGAIN_AFTER, count_anew
from bot.surface.inbound import CommunityJoined, CommunityLeft, SurfaceRemoved
from bot.testing.faults import Killed
from tests.unit.admin.team import code_for, take
from tests.unit.leaving import A_MINUTE, THE_END, installed, removed, tells
from tests.unit.small_house import ANA, BEN, MONDAY, card_of
from tests.unit.world import World, world

HERE, ELSEWHERE = "chat/team", "chat/other"


@contextmanager
def teams() -> Iterator[World]:
    """A world with two organisations, and an admin in each."""
    with world() as house:
        yield house


async def begin(house: World) -> None:
    """Let Ana look after two organisations, and give a role in the first."""
    house.managers = {ANA: True}
    for place in (ELSEWHERE, HERE):
        house.organisation = place
        await take(house, BEN, await code_for(house, Role.TRAINER), "Ben")
    await house.settle_in(BEN)
    assert len(house.tables.organisations) == 2


def left(house: World) -> set[str]:
    """The names of what is there, by what tells one from another in the tables."""
    known = {house.desk.organisation_index(name): name for name in (HERE, ELSEWHERE)}
    return {known[row.index] for row in house.tables.organisations.values()}


def counted(house: World) -> list[object]:
    """When organisations end."""
    return [row.due_at for row in house.tables.agenda.values() if row.kind is AgendaKind.ORGANISATION_ENDS]


@pytest.mark.parametrize("event", [removed(), CommunityLeft(organisation=HERE)], ids=["a lane", "a server"])
async def test_thirty_days_later_its_key_and_every_row_are_gone(
    event: SurfaceRemoved | CommunityLeft,
) -> None:
    """Roles, log and all, while another organisation stays as it was; up to then nothing is touched."""
    with teams() as house:
        await begin(house)
        [holder] = [one.id for one in house.tables.organisations.values() if one.index == index_of(house)]
        await tells(house, event)
        await house.until(THE_END - A_MINUTE)
        assert (left(house), house.vault.knows(holder)) == ({HERE, ELSEWHERE}, True)
        await house.until(THE_END + A_MINUTE)
        assert (left(house), house.vault.knows(holder)) == ({ELSEWHERE}, False)
        tables = house.tables
        assert all(row.organisation != holder for row in tables.roles.values())
        assert all(row.organisation != holder for row in tables.changes.values())
        assert len(tables.changes) == 2
        assert counted(house) == []
        house.organisation = HERE
        house.managers = {}
        assert card_of(await house.command("admin")).text_id == "admin.not_yours"


def index_of(house: World) -> bytes:
    """Under which index the first organisation is found."""
    return house.desk.organisation_index(HERE)


async def test_people_of_a_server_go_on_and_are_at_home_nowhere() -> None:
    """A server is no lane: nobody's door is shut by it, and nothing ties them to it in the end."""
    with teams() as house:
        await begin(house)
        assert [door.organisation for door in house.tables.doors.values()] == [index_of(house)]
        await tells(house, CommunityLeft(organisation=HERE))
        await house.until_answering(THE_END + A_MINUTE)
        assert [door.organisation for door in house.tables.doors.values()] == [None]
        assert (await house.person(BEN)).has_said_yes
        assert house.chat.letters != []


@pytest.mark.parametrize("way", ["lane", "server"])
async def test_added_again_in_time_nothing_has_changed(way: str) -> None:
    """The countdown ends; a second removal counts anew."""
    with teams() as house:
        await begin(house)
        is_lane = way == "lane"
        await tells(house, removed() if is_lane else CommunityLeft(organisation=HERE))
        await house.until(MONDAY + timedelta(days=29))
        await tells(house, installed() if is_lane else CommunityJoined(organisation=HERE))
        await house.until(THE_END + timedelta(days=2))
        assert (left(house), counted(house)) == ({HERE, ELSEWHERE}, [])
        await tells(house, CommunityLeft(organisation=HERE))
        assert counted(house) == [house.clock.now() + timedelta(days=30)]


async def test_days_count_from_the_first_telling() -> None:
    """A platform that says it again puts nothing off; one that nobody looks after leaves no row."""
    with teams() as house:
        await begin(house)
        await tells(house, CommunityLeft(organisation=HERE))
        await house.until(MONDAY + timedelta(days=10))
        await tells(house, CommunityLeft(organisation=HERE))
        await tells(house, CommunityLeft(organisation="chat/strangers"))
        assert counted(house) == [THE_END]


async def test_many_people_are_let_go_in_several_units(monkeypatch: pytest.MonkeyPatch) -> None:
    """However many were at home there, none is tied to it in the end."""
    monkeypatch.setattr(endings, "DOORS_AT_ONCE", 2)
    with teams() as house:
        await begin(house)
        for number in range(4):
            await house.arrive(Account(surface="chat", workspace="team", user=f"p{number}"))
        await tells(house, CommunityLeft(organisation=HERE))
        await house.until(THE_END + A_MINUTE)
        assert {door.organisation for door in house.tables.doors.values()} == {None}
        assert left(house) == {ELSEWHERE}


async def test_a_key_store_that_is_busy_is_asked_again() -> None:
    """The key went and its file was not available: the rows follow some minutes later."""
    with teams() as house:
        await begin(house)
        await tells(house, CommunityLeft(organisation=HERE))
        await house.until(THE_END - A_MINUTE)
        house.vault.shreds_to = [NotSaved()]
        await house.until(THE_END)
        assert left(house) == {HERE, ELSEWHERE}
        await house.until(THE_END + TRIED_AGAIN_AFTER)
        assert (left(house), house.engine.failures) == ({ELSEWHERE}, ())


@pytest.mark.parametrize("passes", range(1, 5))
async def test_a_crash_at_the_end_leaves_nothing_half(passes: int) -> None:
    """At whichever commit of the last day it strikes, the next start ends it."""
    with teams() as house:
        await begin(house)
        await tells(house, CommunityLeft(organisation=HERE))
        await house.until(THE_END - A_MINUTE)
        house.end_after(passes)
        with pytest.raises(Killed):
            await house.until(THE_END + timedelta(days=3))
        await house.restart()
        await house.until(THE_END + timedelta(days=3))
        assert (left(house), len(house.tables.roles)) == ({ELSEWHERE}, 1)


async def test_a_restored_copy_counts_anew() -> None:
    """It does not know whether Reststop was added again since."""
    with teams() as house:
        await begin(house)
        await tells(house, CommunityLeft(organisation=HERE))
        await house.until(MONDAY + timedelta(days=12))
        await house.store.run(lambda unit: count_anew(unit, house.clock.now()))
        assert counted(house) == [house.clock.now() + timedelta(days=30)]
