"""What a store promises about organisations, what hangs on them, and who has a door of one."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import cast
from uuid import uuid4

import pytest

from bot.domain.people import Person, PersonId, Standing
from bot.domain.roles import Role
from bot.errors import StoreFault
from bot.ports.organisations import ChangeRow, OrganisationRow, ReviewRow, RoleRow
from bot.ports.store import Store, Unit
from tests.contract.store_samples import NOW, ONE_DAY, a_door, a_person, arrive, sealed

HERE, THERE = b"h" * 32, b"t" * 32
ANA, BEN = b"a" * 32, b"b" * 32
"""Two accounts, which may have no notebook."""


def an_organisation(index: bytes = HERE) -> OrganisationRow:
    """Return one that is not there yet."""
    return OrganisationRow(id=PersonId(uuid4()), index=index, sealed=sealed("rules"))


def a_role(organisation: OrganisationRow, index: bytes = ANA, role: Role = Role.ADMIN) -> RoleRow:
    """Return a role of an account."""
    return RoleRow(id=uuid4(), organisation=organisation.id, index=index, role=role, sealed=sealed("name"))


def a_review(organisation: OrganisationRow, about: str = "rest.one") -> ReviewRow:
    """Return what was decided of a text."""
    return ReviewRow(id=uuid4(), organisation=organisation.id, about=about, sealed=sealed("accepted"))


def a_change(organisation: OrganisationRow, by: RoleRow | None = None, *, at: datetime = NOW) -> ChangeRow:
    """Return a change."""
    return ChangeRow(
        id=uuid4(), organisation=organisation.id, at=at, by=by.id if by else None, sealed=sealed("what")
    )


Rows = OrganisationRow | RoleRow | ReviewRow | ChangeRow


async def give(store: Store, *rows: Rows) -> None:
    """Put rows where they belong, in one unit."""
    await store.run(lambda unit: lay(unit, *rows))


def lay(unit: Unit, *rows: Rows) -> None:
    """Put rows where they belong."""
    for row in rows:
        match row:
            case OrganisationRow():
                unit.organisations.put(row)
            case RoleRow():
                unit.organisations.put_role(row)
            case ReviewRow():
                unit.organisations.put_review(row)
            case ChangeRow():
                unit.organisations.add_change(row)


def all_of(unit: Unit, organisation: OrganisationRow) -> list[Rows]:
    """Return an organisation and everything that hangs on it."""
    there = unit.organisations
    found = there.get(organisation.id)
    return [
        *([found] if found else []),
        *there.roles(organisation.id),
        *there.reviews(organisation.id),
        *there.changes(organisation.id, 100),
    ]


def changes_of(unit: Unit, organisation: OrganisationRow, limit: int) -> list[ChangeRow]:
    """Return the latest changes of an organisation."""
    return list(unit.organisations.changes(organisation.id, limit))


def people_here(unit: Unit, after: PersonId | None = None, limit: int = 100) -> list[PersonId]:
    """Return who has a door of the first organisation."""
    return list(unit.people.in_organisation(HERE, after, limit))


async def come(store: Store, *organisations: bytes | None, standing: Standing = Standing.ACTIVE) -> PersonId:
    """Add somebody with a door of each of these organisations."""
    person = Person(id=a_person().id, standing=standing)
    first, *more = [
        replace(a_door(person.id, index=uuid4().bytes * 2), organisation=each) for each in organisations
    ]

    def work(unit: Unit) -> None:
        unit.people.add(person, first)
        for door in more:
            unit.people.add_door(door)

    await store.run(work)
    return person.id


class OrganisationRowsContract:
    """The promises of `Organisations`."""

    async def test_organisation_comes_back_as_it_was_put(self, store: Store) -> None:
        """Every field, by its index and by its id; written again it is still one."""
        row, other = an_organisation(), an_organisation(THERE)
        again = replace(row, version=2, sealed=sealed("later"))
        await give(store, other)
        for each in (row, again):
            await give(store, each)
            found = await store.run(
                lambda unit: (unit.organisations.by_index(HERE), unit.organisations.get(row.id))
            )
            assert found == (each, each)
        everyone = await store.run(
            lambda unit: (
                unit.organisations.every(),
                unit.organisations.all_ids(),
                unit.organisations.count(),
            )
        )
        assert list(everyone[0]) == sorted([again, other], key=lambda each: each.id)
        assert everyone[1:] == (frozenset({row.id, other.id}), 2)

    async def test_an_organisation_that_nobody_put_is_not_there(self, store: Store) -> None:
        """Neither by an index nor by an id, and nothing hangs on it."""
        none = an_organisation()
        found = await store.run(
            lambda unit: (unit.organisations.by_index(HERE), all_of(unit, none), unit.organisations.count())
        )
        assert found == (None, [], 0)

    async def test_an_organisation_stands_once(self, store: Store) -> None:
        """Two rows of one would be rules that some keep and others do not."""
        await give(store, an_organisation())
        with pytest.raises(StoreFault):
            await give(store, an_organisation())

    async def test_an_account_holds_a_role_once(self, store: Store) -> None:
        """Another role, account or organisation is a row of its own; the same once more is refused."""
        here, there = an_organisation(), an_organisation(THERE)
        role = a_role(here)
        beside = [a_role(here, role=Role.TRAINER), a_role(here, BEN), a_role(there)]
        await give(store, here, there, role, *beside)
        with pytest.raises(StoreFault):
            await give(store, a_role(here))
        renamed = replace(role, sealed=sealed("another name"))
        await give(store, renamed)
        assert await store.run(lambda unit: unit.organisations.role(role.id)) == renamed
        assert list(await store.run(lambda unit: unit.organisations.roles(here.id))) == [
            renamed, *beside[:2],
        ]  # fmt: skip

    async def test_roles_of_an_account_come_from_every_organisation(self, store: Store) -> None:
        """The first given first, and nobody else's."""
        here, there = an_organisation(), an_organisation(THERE)
        roles = [a_role(there), a_role(here, role=Role.TRAINER), a_role(there, role=Role.SUPERVISOR)]
        await give(store, here, there, a_role(here, BEN), *roles)
        assert list(await store.run(lambda unit: unit.organisations.roles_of(ANA))) == roles
        assert list(await store.run(lambda unit: unit.organisations.roles_of(b"n" * 32))) == []

    async def test_a_role_that_is_taken_back_is_gone_and_its_changes_stay(self, store: Store) -> None:
        """They no longer say whose they were, until the very role is given back, and then it comes last."""
        here = an_organisation()
        gone, stays = a_role(here), a_role(here, BEN)
        change = a_change(here, gone)
        await give(store, here, gone, stays, change)
        for _ in range(2):
            await store.run(lambda unit: unit.organisations.remove_role(gone.id))
        assert await store.run(lambda unit: unit.organisations.role(gone.id)) is None
        assert await store.run(lambda unit: all_of(unit, here)) == [here, stays, change]
        await give(store, gone)
        assert list(await store.run(lambda unit: unit.organisations.roles(here.id))) == [stays, gone]

    async def test_a_text_is_decided_once(self, store: Store) -> None:
        """Written again it is the same row; another organisation decides anew; taken back it is gone."""
        here, there = an_organisation(), an_organisation(THERE)
        late, early, theirs = a_review(here, "z.last"), a_review(here), a_review(there)
        again = replace(late, version=2, sealed=sealed("retired"))
        await give(store, here, there, late, early, theirs, again)
        with pytest.raises(StoreFault):
            await give(store, a_review(here))
        assert list(await store.run(lambda unit: unit.organisations.reviews(here.id))) == [early, again]
        for _ in range(2):
            await store.run(lambda unit: unit.organisations.remove_review(early.id))
        assert list(await store.run(lambda unit: unit.organisations.reviews(here.id))) == [again]
        assert list(await store.run(lambda unit: unit.organisations.reviews(there.id))) == [theirs]

    async def test_the_last_change_comes_first(self, store: Store) -> None:
        """As they were written, whatever the clock said; so many and no more, and none of another's."""
        here, there = an_organisation(), an_organisation(THERE)
        changes = [a_change(here, at=at) for at in (NOW, NOW + ONE_DAY, NOW - ONE_DAY)]
        await give(store, here, there, *changes, a_change(there))
        for limit in (1, 2, 9):
            found = await store.run(partial(changes_of, organisation=here, limit=limit))
            assert found == changes[::-1][:limit]

    async def test_old_changes_are_forgotten_in_every_organisation(self, store: Store) -> None:
        """Those from before an instant, and none of later."""
        here, there = an_organisation(), an_organisation(THERE)
        old, new = a_change(here, at=NOW - ONE_DAY), a_change(here, at=NOW)
        await give(store, here, there, old, new, a_change(there, at=NOW - ONE_DAY))
        await store.run(lambda unit: unit.organisations.prune_changes(NOW))
        assert await store.run(partial(changes_of, organisation=here, limit=9)) == [new]
        assert await store.run(partial(changes_of, organisation=there, limit=9)) == []

    async def test_a_change_is_never_rewritten(self, store: Store) -> None:
        """A second one of the same id is a bug, and loud."""
        here = an_organisation()
        change = a_change(here)
        await give(store, here, change)
        with pytest.raises(StoreFault):
            await give(store, replace(change, sealed=sealed("something else")))

    async def test_what_hangs_on_an_organisation_goes_with_it(self, store: Store) -> None:
        """Roles, decisions and log; another's stay, and so do people with their doors."""
        gone, stays = an_organisation(), an_organisation(THERE)
        person = await come(store, gone.index)
        role = a_role(stays)
        kept: list[Rows] = [stays, role, a_review(stays), a_change(stays)]
        await give(store, gone, a_role(gone), a_review(gone), a_change(gone), *kept)
        for _ in range(2):
            await store.run(lambda unit: unit.organisations.remove(gone.id))
        assert await store.run(lambda unit: (all_of(unit, gone), unit.organisations.by_index(HERE))) == (
            [],
            None,
        )
        assert await store.run(lambda unit: all_of(unit, stays)) == kept
        assert list(await store.run(lambda unit: unit.organisations.roles_of(ANA))) == [role]
        [door] = await store.run(lambda unit: unit.people.doors(person))
        assert door.organisation == gone.index

    async def test_nothing_hangs_on_an_organisation_that_is_not_there(self, store: Store) -> None:
        """A row without one is a bug, and loud; so is one that would change whose it is."""
        here, there = an_organisation(), an_organisation(THERE)
        for row in (a_role(here), a_review(here), a_change(here)):
            with pytest.raises(StoreFault):
                await give(store, row)
        role, review = a_role(here), a_review(here)
        await give(store, here, there, role, review)
        for moved in (replace(role, organisation=there.id), replace(review, organisation=there.id)):
            with pytest.raises(StoreFault):
                await give(store, moved)

    async def test_what_admins_wrote_is_refused_unless_it_is_sealed(self, store: Store) -> None:
        """In each of the tables, and it is not quoted."""
        plain = cast("bytes", "words of an admin in the clear, of some length and more")  # of a bug
        here = an_organisation()
        await give(store, here)
        for row in (an_organisation(THERE), a_role(here), a_review(here), a_change(here)):
            with pytest.raises(StoreFault) as refused:
                await give(store, replace(row, sealed=plain))
            assert "in the clear" not in str(refused.value)

    async def test_what_an_organisation_changes_is_kept_whole_or_not_at_all(self, store: Store) -> None:
        """The rules, the role and the line in the log: where one fails none stays."""
        here = an_organisation()
        role = a_role(here)
        await give(store, here, role)

        def work(unit: Unit) -> None:
            lay(unit, replace(here, version=2), a_role(here, BEN), a_review(here), a_change(here, role))
            unit.organisations.remove_role(role.id)
            raise LookupError

        with pytest.raises(LookupError):
            await store.run(work)
        assert await store.run(lambda unit: all_of(unit, here)) == [here, role]


class InOrganisationContract:
    """The promises of `People` about who has a door of an organisation."""

    async def test_people_of_an_organisation_come_by_their_ids_each_once(self, store: Store) -> None:
        """In pages; who has two doors of it, too, and nobody whose doors are elsewhere or say nothing."""
        people = sorted(
            [await come(store, HERE), await come(store, HERE, HERE), await come(store, THERE, HERE)]
        )
        await come(store, THERE)
        await come(store, None)
        await arrive(store)
        walked: list[PersonId] = []
        for expected in (people[:2], people[2:], []):
            after = walked[-1] if walked else None
            page = await store.run(partial(people_here, after=after, limit=2), writes=False)
            assert page == expected
            walked += page

    async def test_who_stopped_is_not_counted(self, store: Store) -> None:
        """Who said yes and has not stopped is, once; but all can be walked through."""
        assert await store.run(lambda unit: unit.people.count_in_organisation(HERE)) == 0
        for standing in Standing:
            await come(store, HERE, HERE, standing=standing)
        await come(store, THERE)
        found = await store.run(
            lambda unit: (
                unit.people.count_in_organisation(HERE),
                len(people_here(unit)),
            )
        )
        assert found == (len(Standing) - 1, len(Standing))

    async def test_who_is_removed_is_in_no_organisation(self, store: Store) -> None:
        """Their doors go, and others are counted as before."""
        gone, stays = await come(store, HERE), await come(store, HERE)
        await store.run(lambda unit: unit.people.remove(gone))
        found = await store.run(
            lambda unit: (
                unit.people.count_in_organisation(HERE),
                people_here(unit),
            )
        )
        assert found == (1, [stays])


class OrganisationsContract(OrganisationRowsContract, InOrganisationContract):
    """All of them."""
