"""What the rows of installations promise."""

from __future__ import annotations

from dataclasses import replace
from typing import cast
from uuid import uuid4

import pytest

from bot.domain.people import PersonId
from bot.errors import StoreFault
from bot.ports.installations import Installation
from bot.ports.store import Store
from tests.contract.store_samples import arrive, sealed


def an_installation(index: bytes = b"i" * 32) -> Installation:
    """Return one that is nobody's yet."""
    return Installation(id=PersonId(uuid4()), index=index, sealed=sealed("token"))


async def put(store: Store, installation: Installation) -> None:
    """Put one, in a unit of its own."""
    await store.run(lambda unit: unit.installations.put(installation))


class InstallationsContract:
    """The promises of `InstallationRows`."""

    async def test_installation_comes_back_as_it_was_put(self, store: Store) -> None:
        """Every field, found by its index alone; written again it is still one row."""
        first = an_installation()
        again = replace(first, sealed=sealed("newer"))
        for each in (first, again):
            await put(store, each)
            found = await store.run(
                lambda unit: (unit.installations.by_index(first.index), unit.installations.count())
            )
            assert found == (each, 1)
        assert await store.run(lambda unit: unit.installations.by_index(b"j" * 32)) is None

    async def test_an_index_stands_once(self, store: Store) -> None:
        """Two tokens of one workspace would be a token that nobody ends."""
        await put(store, an_installation())
        with pytest.raises(StoreFault):
            await put(store, an_installation())

    async def test_installation_removed_is_gone_and_others_stay(self, store: Store) -> None:
        """People, too: an installation is nobody's."""
        gone, stays, person = an_installation(), an_installation(b"j" * 32), await arrive(store)
        await put(store, gone)
        await put(store, stays)
        await store.run(lambda unit: unit.installations.remove(gone.id))
        await store.run(lambda unit: unit.installations.remove(gone.id))
        found = await store.run(lambda unit: (unit.installations.all_ids(), unit.people.all_ids()))
        assert found == (frozenset({stays.id}), frozenset({person.id}))

    async def test_a_token_that_is_not_sealed_is_refused(self, store: Store) -> None:
        """And not quoted."""
        plain = cast("bytes", "a token in the clear, of some length and more than that")  # of a bug
        with pytest.raises(StoreFault) as refused:
            await put(store, replace(an_installation(), sealed=plain))
        assert "in the clear" not in str(refused.value)
