"""What a store promises about gatherings, who is in them what is said there, and letters to nobody."""

from __future__ import annotations

from dataclasses import replace
from typing import cast
from uuid import UUID, uuid4

import pytest

from bot.domain.deliveries import Delivery, DeliveryState
from bot.domain.people import PersonId
from bot.domain.roles import Gathering
from bot.errors import StoreFault
from bot.ports.gatherings import GatheringRow, MemberRow, PostRow
from bot.ports.organisations import OrganisationRow
from bot.ports.store import Store, Unit
from tests.contract.store_samples import LANE, NOW, ONE_DAY, TODAY, arrive, claim, sealed

KITCHEN, GARDEN = b"k" * 32, b"g" * 32
"""Two channels."""
ANA, BEN = b"a" * 32, b"b" * 32
"""Two accounts, which may have no notebook."""


def an_organisation(index: bytes = b"h" * 32) -> OrganisationRow:
    """Return one that is not there yet."""
    return OrganisationRow(id=PersonId(uuid4()), index=index, sealed=sealed("rules"))


def a_gathering(
    organisation: OrganisationRow, place: bytes = KITCHEN, kind: Gathering = Gathering.CIRCLE
) -> GatheringRow:
    """Return what is begun in a channel."""
    return GatheringRow(
        id=PersonId(uuid4()), organisation=organisation.id, kind=kind, place=place, sealed=sealed("page")
    )


def a_member(gathering: GatheringRow, index: bytes = ANA) -> MemberRow:
    """Return an account in it."""
    return MemberRow(id=uuid4(), gathering=gathering.id, index=index, sealed=sealed("member"))


def a_post(gathering: GatheringRow) -> PostRow:
    """Return something that is said in it."""
    return PostRow(id=uuid4(), gathering=gathering.id, sealed=sealed("said"))


def a_letter(slot: str = "once", *, owner: PersonId | None = None) -> Delivery:
    """Return what is to leave; for no person, unless one is named."""
    return Delivery(agenda=uuid4(), slot_on=TODAY, slot=slot, owner=owner, lane=LANE, due_at=NOW)


Rows = OrganisationRow | GatheringRow | MemberRow | PostRow


async def give(store: Store, *rows: Rows) -> None:
    """Put rows where they belong, in one unit."""
    await store.run(lambda unit: lay(unit, *rows))


def lay(unit: Unit, *rows: Rows) -> None:
    """Put rows where they belong."""
    for row in rows:
        match row:
            case OrganisationRow():
                unit.organisations.put(row)
            case GatheringRow():
                unit.gatherings.put(row)
            case MemberRow():
                unit.gatherings.put_member(row)
            case PostRow():
                unit.gatherings.put_post(row)


def all_of(unit: Unit, gathering: GatheringRow) -> list[Rows]:
    """Return a gathering and everything that hangs on it."""
    there = unit.gatherings
    found = there.get(gathering.id)
    return [
        *([found] if found else []),
        *there.members(gathering.id),
        *there.posts(gathering.id),
    ]


def by_id(*rows: MemberRow | PostRow) -> list[Rows]:
    """Return rows in the order of their ids."""
    return sorted(rows, key=lambda row: row.id)


class GatheringRowsContract:
    """The promises of `Gatherings` about what is begun in a channel."""

    async def test_gathering_comes_back_as_it_was_put(self, store: Store) -> None:
        """Every field, by its channel and by its id; written again it is still one."""
        home = an_organisation()
        row, other = a_gathering(home), a_gathering(home, GARDEN)
        again = replace(row, version=2, sealed=sealed("later"))
        await give(store, home, other)
        for each in (row, again):
            await give(store, each)
            found = await store.run(
                lambda unit: (
                    unit.gatherings.at(KITCHEN, Gathering.CIRCLE),
                    unit.gatherings.get(row.id),
                )
            )
            assert found == (each, each)
        everyone = await store.run(
            lambda unit: (
                list(unit.gatherings.of(home.id)),
                unit.gatherings.all_ids(),
                unit.gatherings.count(),
            )
        )
        expected = sorted([again, other], key=lambda each: each.id)
        assert everyone == (expected, frozenset({row.id, other.id}), 2)

    async def test_a_gathering_that_nobody_put_is_not_there(self, store: Store) -> None:
        """Neither by a channel nor by an id; nothing hangs on it, and no organisation has any."""
        home = an_organisation()
        none = a_gathering(home)
        await give(store, home)
        found = await store.run(
            lambda unit: (
                unit.gatherings.at(KITCHEN, Gathering.CIRCLE),
                all_of(unit, none),
                list(unit.gatherings.of(home.id)),
                unit.gatherings.count(),
                unit.gatherings.hanging_ids(),
            )
        )
        assert found == (None, [], [], 0, frozenset())

    async def test_a_channel_has_one_of_a_kind(self, store: Store) -> None:
        """A second of it is refused, whoever's; another kind stands beside it."""
        home, other = an_organisation(), an_organisation(b"t" * 32)
        circle, prompts = a_gathering(home), a_gathering(home, kind=Gathering.TEAM)
        await give(store, home, other, circle, prompts)
        for second in (a_gathering(home), a_gathering(other)):
            with pytest.raises(StoreFault):
                await give(store, second)
        found = await store.run(
            lambda unit: [unit.gatherings.at(KITCHEN, kind) for kind in (Gathering.CIRCLE, Gathering.TEAM)]
        )
        assert found == [circle, prompts]

    async def test_a_gathering_stays_with_its_organisation(self, store: Store) -> None:
        """It is of one that is there, and never another's."""
        home, other = an_organisation(), an_organisation(b"t" * 32)
        row = a_gathering(home)
        with pytest.raises(StoreFault):
            await give(store, row)
        await give(store, home, other, row)
        with pytest.raises(StoreFault):
            await give(store, replace(row, organisation=other.id))
        assert list(await store.run(lambda unit: unit.gatherings.of(other.id))) == []

    async def test_what_hangs_on_a_gathering_goes_with_it(self, store: Store) -> None:
        """Members and what was said; another's stay, and so does the account in it."""
        home = an_organisation()
        gone, stays = a_gathering(home), a_gathering(home, GARDEN)
        kept: list[Rows] = [stays, a_member(stays), a_post(stays)]
        await give(store, home, gone, a_member(gone), a_post(gone), *kept)
        for _ in range(2):
            await store.run(lambda unit: unit.gatherings.remove(gone.id))
        assert await store.run(lambda unit: (all_of(unit, gone), all_of(unit, stays))) == ([], kept)
        assert list(await store.run(lambda unit: unit.gatherings.memberships(ANA))) == [kept[1]]

    async def test_a_gathering_goes_with_its_organisation(self, store: Store) -> None:
        """And all that hangs on it."""
        home = an_organisation()
        row = a_gathering(home)
        await give(store, home, row, a_member(row), a_post(row))
        await store.run(lambda unit: unit.organisations.remove(home.id))
        found = await store.run(lambda unit: (all_of(unit, row), unit.gatherings.hanging_ids()))
        assert found == ([], frozenset())


class MemberRowsContract:
    """The promises of `Gatherings` about who is in one, and what is said there."""

    async def test_member_comes_back_as_it_was_put(self, store: Store) -> None:
        """By the row and by the account; written again it is still one."""
        home = an_organisation()
        row = a_gathering(home)
        member = a_member(row)
        again = replace(member, version=2, sealed=sealed("later"))
        await give(store, home, row)
        for each in (member, again):
            await give(store, each)
            found = await store.run(
                lambda unit: (
                    unit.gatherings.member(member.id),
                    unit.gatherings.member_at(row.id, ANA),
                    list(unit.gatherings.members(row.id)),
                    list(unit.gatherings.memberships(ANA)),
                )
            )
            assert found == (each, each, [each], [each])
        none = await store.run(
            lambda unit: (unit.gatherings.member(uuid4()), unit.gatherings.member_at(row.id, BEN))
        )
        assert none == (None, None)

    async def test_members_come_in_the_order_of_their_ids(self, store: Store) -> None:
        """Never in that of their coming; and what an account is in comes from every gathering."""
        home = an_organisation()
        here, there = a_gathering(home), a_gathering(home, GARDEN)
        crowd = [a_member(here, index=bytes([number]) * 32) for number in range(8)]
        mine = [a_member(here), a_member(there)]
        await give(store, home, here, there, *crowd, *mine)
        found = await store.run(
            lambda unit: (list(unit.gatherings.members(here.id)), list(unit.gatherings.memberships(ANA)))
        )
        assert found == (by_id(*crowd, mine[0]), by_id(*mine))

    async def test_an_account_is_in_a_gathering_once(self, store: Store) -> None:
        """The same once more is refused; and no row moves to another."""
        home = an_organisation()
        here, there = a_gathering(home), a_gathering(home, GARDEN)
        member = a_member(here)
        await give(store, home, here, there, member)
        for refused in (a_member(here), replace(member, gathering=there.id), a_member(a_gathering(home))):
            with pytest.raises(StoreFault):
                await give(store, refused)
        assert await store.run(lambda unit: all_of(unit, here)) == [here, member]

    async def test_who_leaves_is_gone_and_what_was_said_stays(self, store: Store) -> None:
        """Others stay; whoever comes again has another row."""
        home = an_organisation()
        row = a_gathering(home)
        gone, stays, post = a_member(row), a_member(row, BEN), a_post(row)
        await give(store, home, row, gone, stays, post)
        for _ in range(2):
            await store.run(lambda unit: unit.gatherings.remove_member(gone.id))
        assert await store.run(lambda unit: all_of(unit, row)) == [row, stays, post]
        again = a_member(row)
        await give(store, again)
        assert list(await store.run(lambda unit: unit.gatherings.memberships(ANA))) == [again]

    async def test_what_is_said_comes_back_as_it_was_put(self, store: Store) -> None:
        """In the order of random ids; written again it is still one, and it moves nowhere."""
        home = an_organisation()
        here, there = a_gathering(home), a_gathering(home, GARDEN)
        said = [a_post(here) for _ in range(8)]
        again = replace(said[3], version=2, sealed=sealed("otherwise"))
        await give(store, home, here, there, *said, a_post(there), again)
        with pytest.raises(StoreFault):
            await give(store, replace(again, gathering=there.id))
        with pytest.raises(StoreFault):
            await give(store, a_post(a_gathering(home)))
        expected = by_id(*said[:3], again, *said[4:])
        found = await store.run(
            lambda unit: (list(unit.gatherings.posts(here.id)), unit.gatherings.post(again.id))
        )
        assert found == (expected, again)
        for _ in range(2):
            await store.run(lambda unit: unit.gatherings.remove_post(again.id))
        assert await store.run(lambda unit: unit.gatherings.post(again.id)) is None
        assert len(await store.run(lambda unit: unit.gatherings.posts(here.id))) == 7

    async def test_all_that_hangs_on_gatherings_is_found_by_ids(self, store: Store) -> None:
        """Members and what was said, of every one: so that a restored copy can forget some of it."""
        home = an_organisation()
        here, there = a_gathering(home), a_gathering(home, GARDEN)
        hanging: list[MemberRow | PostRow] = [
            a_member(here), a_post(here), a_member(there, BEN), a_post(there),
        ]  # fmt: skip
        await give(store, home, here, there, *hanging)
        ids: frozenset[UUID] = await store.run(lambda unit: unit.gatherings.hanging_ids())
        assert ids == {each.id for each in hanging}

    async def test_what_gatherings_hold_is_refused_unless_it_is_sealed(self, store: Store) -> None:
        """In each of the tables, and it is not quoted."""
        plain = cast("bytes", "words of a share in the clear, of some length and more")  # of a bug
        home = an_organisation()
        row = a_gathering(home)
        await give(store, home, row)
        for each in (a_gathering(home, GARDEN), a_member(row), a_post(row)):
            with pytest.raises(StoreFault) as refused:
                await give(store, replace(each, sealed=plain))
            assert "in the clear" not in str(refused.value)

    async def test_what_is_said_is_kept_whole_or_not_at_all(self, store: Store) -> None:
        """Where something fails in the same unit, nothing of it stays."""
        home = an_organisation()
        row = a_gathering(home)
        member = a_member(row)
        await give(store, home, row, member)

        def work(unit: Unit) -> None:
            lay(unit, replace(row, version=2), a_member(row, BEN), a_post(row))
            unit.gatherings.remove_member(member.id)
            raise LookupError

        with pytest.raises(LookupError):
            await store.run(work)
        assert await store.run(lambda unit: all_of(unit, row)) == [row, member]


class LettersToNobodyContract:
    """The promises of `Deliveries` where what leaves is said for a gathering."""

    async def test_what_is_said_for_a_gathering_goes_to_no_person(self, store: Store) -> None:
        """It is claimed, saved and found like any other, and nobody's list has it."""
        person = await arrive(store)
        letter, theirs = a_letter(), a_letter(owner=person.id)

        def work(unit: Unit) -> None:
            unit.deliveries.add(letter)
            unit.deliveries.add(theirs)

        await store.run(work)
        claimed = await claim(store)
        assert {(each.agenda, each.owner) for each in claimed} == {
            (letter.agenda, None),
            (theirs.agenda, person.id),
        }
        [mine] = [each for each in claimed if each.owner is None]
        sent = replace(mine, state=DeliveryState.SENT)
        await store.run(lambda unit: unit.deliveries.save(sent))
        assert [each.agenda for each in await store.run(lambda unit: unit.deliveries.every(person.id))] == [
            theirs.agenda
        ]

    async def test_it_stays_when_people_go(self, store: Store) -> None:
        """Whoever is erased takes their own along, and no other."""
        person = await arrive(store)
        letter = a_letter()

        def work(unit: Unit) -> None:
            unit.deliveries.add(letter)
            unit.deliveries.add(a_letter(owner=person.id))
            unit.people.remove(person.id)

        await store.run(work)
        left = await claim(store)
        assert [(each.agenda, each.owner) for each in left] == [(letter.agenda, None)]

    async def test_it_is_planned_once(self, store: Store) -> None:
        """The same slot of the same row of the agenda is no second one; another day is."""
        letter = a_letter()
        later = replace(letter, slot_on=TODAY + ONE_DAY)

        def work(unit: Unit) -> None:
            for each in (letter, later, letter):
                unit.deliveries.add(each)

        await store.run(work)
        claimed = await claim(store)
        assert sorted(each.slot_on for each in claimed) == [TODAY, TODAY + ONE_DAY]


class GatheringsContract(GatheringRowsContract, MemberRowsContract, LettersToNobodyContract):
    """The promises of `bot.ports.gatherings.Gatherings`, and of letters that go to no person."""
