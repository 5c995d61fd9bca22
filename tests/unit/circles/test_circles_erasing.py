"""Whoever goes for good is in no circle: what they shared leaves the channel, and nobody else loses a row."""

from __future__ import annotations

from contextlib import suppress
from datetime import timedelta
from uuid import UUID

import pytest

from bot.domain.circles import ShareState
from bot.domain.people import Account
from bot.errors import NotSaved
from bot.ports.chat import Closed, Why
from bot.ports.keys import tombstone_mark
from bot.ports.store import Unit
from bot.services.cards.circles.aside import KEEPER, WRITER
from bot.services.gatherings import posts
from bot.testing.faults import Killed
from tests.unit.circles.given_circles import GivenCircle, elsewhere, give_circle
from tests.unit.leaving import leaves
from tests.unit.small_house import ANA, BEN, card_of, control
from tests.unit.test_erasing import erased, sure
from tests.unit.world import World, world

CARA = Account(surface="chat", workspace="team", user="cara")


def accounts_in(house: World) -> set[bytes]:
    """The indexes of all who are in anything."""
    return {row.index for row in house.tables.members.values()}


async def with_ben(house: World) -> GivenCircle:
    """A circle that Ana looks after, with Ben, who has a notebook, and Cara."""
    await house.settle_in(BEN)
    return await (await give_circle(house)).joined_by(BEN, CARA)


async def test_an_erasing_ends_every_membership_of_every_account() -> None:
    """And no other; each circle goes on with its key."""
    with world() as house:
        circle = await with_ben(house)
        other = await (await give_circle(house, CARA, elsewhere("garden"))).joined_by(BEN)
        await erased(house, BEN)
        assert accounts_in(house) == {house.desk.index(ANA), house.desk.index(CARA)}
        assert len(house.tables.members) == 3
        assert house.tables.gatherings.keys() == {circle.id, other.id}
        assert house.vault.knows(circle.id)


async def test_what_stands_with_their_name_is_taken_out_of_the_channel() -> None:
    """Theirs alone, and no row holds their words any more."""
    with world() as house:
        circle = await with_ben(house)
        share = await circle.shared(BEN, "what Ben carried")
        await circle.shared(CARA, "what Cara carried")
        assert "is taken out of the channel" in card_of(await house.command("erase", BEN)).text
        receipt = card_of(await erased(house, BEN)).text
        assert "on its way out of the channel" in receipt
        assert circle.lines == ["what Cara carried"]
        assert await circle.post(share) is None


async def test_what_waits_without_a_name_is_dropped_and_what_came_out_stays() -> None:
    """Of theirs by the proof that they alone could bring; of others nothing. What is out has no author."""
    with world() as house:
        circle = await with_ben(house)
        waits = [
            await circle.unnamed(BEN, "waits", state) for state in (ShareState.PENDING, ShareState.WAITING)
        ]
        stays = [
            await circle.unnamed(BEN, "is out", ShareState.OUT),
            await circle.unnamed(BEN, "is looked at", ShareState.HIDDEN),
            await circle.unnamed(CARA, "hers waits"),
        ]
        await erased(house, BEN)
        assert house.tables.posts.keys() == set(stays)
        assert not set(waits) & house.tables.posts.keys()


async def test_nothing_leads_to_what_came_out_without_their_name() -> None:
    """Not the proof, and no name that they gave aside; no row tells by its version whose it was."""
    with world() as house:
        circle = await with_ben(house)
        his = await circle.unnamed(BEN, "is out", ShareState.OUT)
        hers = await circle.unnamed(CARA, "is out, too", ShareState.OUT)
        said = ((KEEPER, "Thank you."), ("Ben", "It was me."), (WRITER, "That helps."))
        await circle.said_aside(his, *said)
        await circle.said_aside(hers, said[0])
        await erased(house, BEN)
        left, other = [await circle.post(post) for post in (his, hers)]
        assert left is not None
        assert other is not None
        assert posts.share_in(left).proof == ""
        assert posts.share_in(left).aside == (said[0], said[2])
        assert posts.share_in(other).proof != ""
        assert posts.share_in(other).aside == said[:1]
        assert len({house.tables.posts[post].version for post in (his, hers)}) == 1


async def test_what_was_for_them_alone_comes_no_more() -> None:
    """A line that was planned for later is gone, and nothing of it stays on the agenda."""
    with world() as house:
        circle = await with_ben(house)
        note = await circle.told(BEN, "a line for Ben", after=timedelta(hours=1))
        await erased(house, BEN)
        assert note not in house.tables.posts
        assert not [row for row in house.tables.agenda.values() if row.ref == note]
        assert "a line for Ben" not in [
            card.text for card in await house.until(house.clock.now() + timedelta(days=1))
        ]


async def test_a_channel_that_takes_no_change_is_told_to_who_looks_after_it() -> None:
    """To them alone, without a name; the words are gone from here all the same."""
    with world() as house:
        circle = await with_ben(house)
        await circle.shared(BEN, "what Ben carried")
        house.chat.channels.closed[circle.place] = Why.ARCHIVED
        await erased(house, BEN)
        [letter] = [letter for letter in house.chat.letters if letter.to == ANA]
        assert letter.card.text == (
            "A share was taken back, and may still stand in the channel: the channel is archived. "
            "It can be deleted there by hand."
        )
        assert "Ben" not in letter.card.text


async def test_a_channel_that_is_gone_is_no_trouble() -> None:
    """What stood there is gone with it, so that nobody is told."""
    with world() as house:
        circle = await with_ben(house)
        await circle.shared(BEN, "what Ben carried")
        house.chat.channels.receipts = [Closed(why=Why.GONE)]
        await erased(house, BEN)
        assert [letter for letter in house.chat.letters if letter.to == ANA] == []


async def test_marks_of_what_went_stay_so_that_a_copy_forgets_it() -> None:
    """The membership, the share and what waited; of those who stay there is none."""
    with world() as house:
        circle = await with_ben(house)
        member = await house.store.run(lambda unit: circle.member(unit, BEN).id)
        cara = await house.store.run(lambda unit: circle.member(unit, CARA).id)
        gone = [member, await circle.shared(BEN, "out"), await circle.unnamed(BEN, "waits")]
        stays = [cara, await circle.shared(CARA, "hers")]
        await erased(house, BEN)
        marks = buried(house)
        assert {tombstone_mark(each) for each in gone} <= marks
        assert not {tombstone_mark(each) for each in stays} & marks


def buried(house: World) -> set[bytes]:
    """Every mark of what is gone for good."""
    return {each.mark for each in house.vault._keys.tombstones()}  # noqa: SLF001 - what a ledger would have


@pytest.mark.parametrize("passes", [1, 2])
async def test_an_erasing_that_is_cut_off_is_finished(passes: int) -> None:
    """Wherever it struck, a second press ends it: no row of theirs in any circle."""
    with world() as house:
        circle = await with_ben(house)
        await circle.shared(BEN, "what Ben carried")
        confirm = control(await sure(house, BEN), "erase.confirm")
        house.end_after(passes)
        with suppress(Killed):
            await house.press(confirm, BEN)
        await house.restart()
        await house.press(confirm, BEN)
        await house.until(house.clock.now() + timedelta(hours=1))
        assert house.desk.index(BEN) not in accounts_in(house)
        assert circle.lines == []


async def test_a_key_store_that_is_busy_ends_nothing_half() -> None:
    """What could not be finished is said, and the same press finishes it."""
    with world() as house:
        await with_ben(house)
        second = await sure(house, BEN)
        house.vault.shreds_to = [NotSaved()]
        assert card_of(await house.press(control(second, "erase.confirm"), BEN)).text_id == "erase.unfinished"
        assert card_of(await house.press(control(second, "erase.confirm"), BEN)).text_id == "erased"
        assert house.desk.index(BEN) not in accounts_in(house)


async def test_one_damaged_row_holds_nobody_here() -> None:
    """What does not open any more hinders no erasing of others' rows, nor of the membership itself."""
    with world() as house:
        circle = await with_ben(house)
        damaged = await circle.shared(CARA, "hers")
        await circle.shared(BEN, "his")
        await spoil(house, damaged)
        await erased(house, BEN)
        assert house.desk.index(BEN) not in accounts_in(house)
        assert circle.lines == ["hers"]


async def spoil(house: World, post: UUID) -> None:
    """Let a row stand in another's place, where it opens no more."""

    def work(unit: Unit) -> None:
        row = unit.gatherings.post(post)
        assert row is not None
        unit.gatherings.put_post(type(row)(id=row.id, gathering=row.gathering, version=9, sealed=row.sealed))

    await house.store.run(work)


async def test_a_circle_whose_key_is_gone_keeps_no_member() -> None:
    """Its ending was cut off: the row that ties an account to it goes with the account."""
    with world() as house:
        circle = await with_ben(house)
        house.vault.shred(circle.id)
        await erased(house, BEN)
        assert house.desk.index(BEN) not in accounts_in(house)


async def test_a_closed_account_is_in_no_circle_and_its_shares_stand_until_the_round_is_over() -> None:
    """With a notebook or without one; what it handed in without a name is dropped, what is out stays."""
    with world() as house:
        circle = await with_ben(house)
        shares = [await circle.shared(who, f"of {who.user}") for who in (BEN, CARA)]
        waits = await circle.unnamed(CARA, "waits")
        for who in (BEN, CARA):
            await leaves(house, who)
        assert accounts_in(house) == {house.desk.index(ANA)}
        assert circle.lines == ["of ben", "of cara"]
        assert waits not in house.tables.posts
        assert house.tables.posts.keys() >= set(shares)


async def test_who_comes_back_joins_anew() -> None:
    """Their notebook is there; a circle they join again by themselves."""
    with world() as house:
        await with_ben(house)
        await leaves(house, BEN)
        await house.command("help", BEN)
        assert (await house.person(BEN)).has_said_yes
        assert house.desk.index(BEN) not in accounts_in(house)
