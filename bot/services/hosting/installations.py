"""Where a surface may speak: a secret for each workspace, sealed like what people write.

Each installation holds a key of its own, so that ending one destroys what opens it, in old backups too. The
key comes first and goes first, as a person's does; the house finishes what was cut off in between.
"""

from __future__ import annotations

from functools import partial

from bot.domain.people import PersonId
from bot.errors import KeyGone
from bot.ports.chance import Chance
from bot.ports.installations import Installation
from bot.ports.store import Store, Unit
from bot.ports.vault import Cell, Secret, Vault
from bot.services.destroying import destroy_key


class SealedInstallations:
    """Keeps the contract of `bot.ports.installations.Installations`."""

    def __init__(self, *, store: Store, vault: Vault, chance: Chance) -> None:
        """Keep rows in `store`, closed by `vault`; `chance` gives the ids of their holders."""
        self._store = store
        self._vault = vault
        self._chance = chance

    async def find(self, surface: str, workspace: str) -> Secret | None:
        """Return what was saved last for a workspace.

        Raises:
            Tampered: its row was changed by somebody else.
        """
        index = self._vault.blind(surface, workspace)
        return await self._store.run(partial(_find, vault=self._vault, index=index), writes=False)

    async def save(self, surface: str, workspace: str, secret: Secret) -> None:
        """Keep a secret, in the place of an earlier one."""
        index = self._vault.blind(surface, workspace)
        fresh = PersonId(self._chance.new_id())

        def work(unit: Unit) -> None:
            holder = _holder(unit, self._vault, index) or fresh
            self._vault.create(holder)
            sealed = self._vault.seal(_cell(holder), secret.reveal())
            unit.installations.put(Installation(id=holder, index=index, sealed=sealed))

        await self._store.run(work)

    async def end(self, surface: str, workspace: str) -> None:
        """Destroy the key, then the row.

        Raises:
            NotSaved: the key store could not finish; the next call, or the house itself, goes on.
        """
        index = self._vault.blind(surface, workspace)
        await self._store.run(partial(_end, vault=self._vault, index=index))


def _find(unit: Unit, vault: Vault, index: bytes) -> Secret | None:
    held = unit.installations.by_index(index)
    if held is None:
        return None
    try:
        return Secret(vault.open(_cell(held.id), held.sealed))
    except KeyGone:  # an ending that was cut off
        return None


def _holder(unit: Unit, vault: Vault, index: bytes) -> PersonId | None:
    """Return whose key closes the row that is there; one whose key was destroyed makes way."""
    held = unit.installations.by_index(index)
    if held is None or vault.knows(held.id):
        return held.id if held else None
    unit.installations.remove(held.id)  # a destroyed key is never made anew
    return None


def _end(unit: Unit, vault: Vault, index: bytes) -> None:
    held = unit.installations.by_index(index)
    if held is not None:
        destroy_key(vault, unit, held.id)
        unit.installations.remove(held.id)


def _cell(holder: PersonId) -> Cell:
    return Cell(person=holder, table="installations", row=holder, column="sealed")
