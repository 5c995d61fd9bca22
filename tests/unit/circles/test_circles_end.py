"""A circle ends with its organisation and its server: its key first, then every row, and nothing half."""

from __future__ import annotations

from datetime import timedelta
from functools import partial

import pytest

from bot.app.ending import end_everything
from bot.app.upkeep.key_holders import all_holders, count_holders, remove_buried, remove_holder
from bot.app.upkeep.key_tidying import is_even, tidy_keys
from bot.domain.people import PersonId
from bot.domain.roles import Role
from bot.errors import KeyMissing, NotSaved
from bot.ports.gatherings import MemberRow, PostRow
from bot.ports.keys import KeyStore, tombstone_mark
from bot.ports.store import Unit
from bot.services.gatherings import pages
from bot.services.leaving import endings
from bot.services.leaving.departures import TRIED_AGAIN_AFTER
from bot.surface.inbound import CommunityJoined, CommunityLeft, SurfaceRemoved
from bot.testing.faults import Killed
from bot.testing.keys import MemoryKeyStore
from tests.unit.circles.given_circles import HERE, GivenCircle, elsewhere, give_circle
from tests.unit.given_roles import give_role
from tests.unit.leaving import A_MINUTE, THE_END, removed, tells
from tests.unit.small_house import ANA, BEN, card_of, control
from tests.unit.world import World, world


def keystore(house: World) -> KeyStore:
    """Where the keys of a house are."""
    return house.vault._keys  # noqa: SLF001 - what a start looks at


async def tidied(house: World) -> None:
    """Let a start, or the first tick of a day, look after the keys."""
    await tidy_keys(house.desk, keystore(house))


async def full(house: World) -> GivenCircle:
    """A circle with two in it, a share that stands, one that waits and a line for later."""
    circle = await (await give_circle(house)).joined_by(BEN)
    await circle.shared(BEN, "what Ben carried")
    await circle.unnamed(BEN, "waits")
    await circle.told(BEN, "a line for Ben", after=timedelta(days=60))
    return circle


def nothing_of(house: World, *circles: GivenCircle) -> bool:
    """Whether neither a row, nor a key, nor anything to come is left of these circles."""
    tables = house.tables
    ids = {circle.id for circle in circles}
    hanging: list[MemberRow | PostRow] = [*tables.members.values(), *tables.posts.values()]
    return (
        not ids & tables.gatherings.keys()
        and not any(row.gathering in ids for row in hanging)
        and not any(row.kind in {"post", "round", "team_prompt", "company"} for row in tables.agenda.values())
        and not any(house.vault.knows(one) for one in ids)
    )


@pytest.mark.parametrize("event", [removed(), CommunityLeft(organisation=HERE)], ids=["a lane", "a server"])
async def test_thirty_days_after_a_removal_nothing_of_a_circle_is_left(
    event: SurfaceRemoved | CommunityLeft,
) -> None:
    """Up to then it stays as it was; of another organisation everything stays."""
    with world() as house:
        circle, other = await full(house), await give_role(house, BEN, Role.FACILITATOR)
        await tells(house, event)
        await house.until(THE_END - A_MINUTE)
        assert house.vault.knows(circle.id)
        assert len(house.tables.posts) == 3
        await house.until(THE_END + A_MINUTE)
        assert nothing_of(house, circle)
        assert house.tables.organisations.keys() == {other}


async def test_while_it_is_removed_nothing_is_said_there() -> None:
    """What falls due meanwhile is let go; added again in time, the circle speaks as before."""
    with world() as house:
        circle = await full(house)
        await tells(house, CommunityLeft(organisation=HERE))
        before = len(house.chat.channels.standing), len(house.chat.letters)
        await circle.told(ANA, "while it is gone")
        await house.until(house.clock.now() + timedelta(days=5))
        assert (len(house.chat.channels.standing), len(house.chat.letters)) == before
        await tells(house, CommunityJoined(organisation=HERE))
        await circle.told(ANA, "it is back")
        assert [letter.card.text for letter in house.chat.letters] == ["it is back"]


async def test_many_circles_end_in_several_units(monkeypatch: pytest.MonkeyPatch) -> None:
    """However many there are, none of them is left in the end."""
    monkeypatch.setattr(endings, "GATHERINGS_AT_ONCE", 2)
    with world() as house:
        circles = [await give_circle(house, place=elsewhere(f"c{number}")) for number in range(5)]
        await tells(house, CommunityLeft(organisation=HERE))
        await house.until(THE_END + A_MINUTE)
        assert nothing_of(house, *circles)
        assert house.tables.organisations == {}


async def test_a_key_store_that_is_busy_is_asked_again() -> None:
    """A circle's key went and could not be wiped yet: its rows follow some minutes later."""
    with world() as house:
        circle = await full(house)
        await tells(house, CommunityLeft(organisation=HERE))
        await house.until(THE_END - A_MINUTE)
        house.vault.shreds_to = [NotSaved()]
        await house.until(THE_END)
        assert circle.id in house.tables.gatherings
        await house.until(THE_END + TRIED_AGAIN_AFTER)
        assert (nothing_of(house, circle), house.engine.failures) == (True, ())


@pytest.mark.parametrize("passes", range(1, 5))
async def test_a_crash_at_the_end_leaves_nothing_half(passes: int) -> None:
    """At whichever commit of the last day it strikes, the next start ends it."""
    with world() as house:
        circle = await full(house)
        await tells(house, CommunityLeft(organisation=HERE))
        await house.until(THE_END - A_MINUTE)
        house.end_after(passes)
        with pytest.raises(Killed):
            await house.until(THE_END + timedelta(days=3))
        await house.restart()
        await house.until(THE_END + timedelta(days=3))
        assert nothing_of(house, circle)


async def test_an_ending_that_was_cut_off_is_finished_at_a_start() -> None:
    """The key went, the rows did not: a start sees that they are not even, and takes them."""
    with world() as house:
        circle, stays = await full(house), await give_circle(house, place=elsewhere("garden"))
        assert await is_even(house.desk, keystore(house))
        house.vault.shred(circle.id)
        assert not await is_even(house.desk, keystore(house))
        await tidied(house)
        assert nothing_of(house, circle)
        assert house.tables.gatherings.keys() == {stays.id}
        assert house.vault.knows(stays.id)
        assert await is_even(house.desk, keystore(house))


async def test_a_beginning_that_was_cut_off_leaves_no_key() -> None:
    """A key without a circle goes after a day, and not before: somebody may be in the middle of it."""
    with world() as house:
        circle = await give_circle(house)
        lone = PersonId(house.desk.chance.new_id())
        house.vault.create(lone)
        await tidied(house)
        assert house.vault.knows(lone)
        await house.until(house.clock.now() + timedelta(days=2))
        await tidied(house)
        assert (house.vault.knows(lone), house.vault.knows(circle.id)) == (False, True)


async def test_a_circle_whose_key_is_lost_and_not_destroyed_stops_a_start() -> None:
    """A key store that does not belong to these data is refused, and no row goes."""
    with world() as house:
        circle = await full(house)
        lost = house.vault._keys  # noqa: SLF001 - a file was lost
        assert isinstance(lost, MemoryKeyStore)
        lost._shelf.keys.pop(circle.id)  # noqa: SLF001 - as above
        with pytest.raises(KeyMissing):
            await tidied(house)
        assert circle.id in house.tables.gatherings


async def test_an_organisation_whose_ending_was_cut_off_takes_its_circles_along() -> None:
    """Only its own key went: the circles' keys and rows follow with it."""
    with world() as house:
        circle = await full(house)
        [organisation] = house.tables.organisations
        house.vault.shred(organisation)
        await tidied(house)
        assert nothing_of(house, circle)
        assert house.tables.organisations == {}


async def test_an_erasing_that_was_cut_off_takes_memberships_along_at_a_start() -> None:
    """The person's key went and no row: their place in every circle goes, and what they shared."""
    with world() as house:
        await house.settle_in(BEN)
        circle = await full(house)
        ben = await house.person(BEN)
        house.vault.shred(ben.id)
        await tidied(house)
        assert [row.index for row in house.tables.members.values()] == [house.desk.index(ANA)]
        house.engine.wake()
        await house.engine.settle()
        assert circle.lines == []


async def test_the_closing_of_a_server_ends_everything() -> None:
    """Each holder of a key is counted once; no key is left, and nothing to come."""
    with world() as house:
        await house.settle_in(BEN)
        circles = [await full(house), await give_circle(house, place=elsewhere("garden"))]
        count = await house.store.run(count_holders)
        assert count == len(await house.store.run(all_holders)) == 4
        done: list[None] = []
        ended = await end_everything(house.desk, keystore(house), lambda: done.append(None))
        assert (ended.people, ended.organisations, len(done)) == (1, 1, count)
        assert nothing_of(house, *circles)
        assert keystore(house).count() == 0


async def test_a_restored_copy_forgets_again_who_left_for_good() -> None:
    """By marks alone: their place, their shares, what waited; who stays is there, with what they shared."""
    with world() as house:
        circle = await full(house)
        ana = await circle.shared(ANA, "of Ana")
        copied = house.tables.snapshot()
        offer = card_of(await house.command("erase", BEN))
        await house.press(control(offer, "erase.circles"), BEN)
        marks = {each.mark for each in keystore(house).tombstones()}
        house.store._shelf.tables = copied  # noqa: SLF001 - a backup is put back
        assert len(house.tables.members) == 2
        await house.store.run(partial(remove_buried, marks=marks))
        assert [row.index for row in house.tables.members.values()] == [house.desk.index(ANA)]
        assert house.tables.posts.keys() == {ana}
        assert not [row for row in house.tables.agenda.values() if row.kind == "post"]


async def test_a_restored_copy_forgets_again_a_circle_that_was_closed() -> None:
    """Its mark is that of a key: with it every row goes."""
    with world() as house:
        circle = await full(house)
        copied = house.tables.snapshot()
        await house.store.run(lambda unit: pages.end(house.desk, unit, circle.id))
        marks = {each.mark for each in keystore(house).tombstones()}
        house.store._shelf.tables = copied  # noqa: SLF001 - a backup is put back

        def forget(unit: Unit) -> None:
            for holder in all_holders(unit):
                if tombstone_mark(holder) in marks:
                    remove_holder(unit, holder)

        await house.store.run(forget)
        assert nothing_of(house, circle)
