"""Destroying a key in a unit: once for all, and so by a unit that is run to its end."""

from __future__ import annotations

from uuid import UUID

from bot.domain.people import PersonId
from bot.ports.store import Unit
from bot.ports.vault import Vault


def destroy_key(vault: Vault, unit: Unit, holder: PersonId | UUID) -> None:
    """Destroy the key of a person, or of whatever holds one; the rows that it opened go in the same unit.

    What was destroyed opens no more where a unit is run again, so the unit is alone from here on.

    Raises:
        NotSaved: the key store could not finish; the next call goes on.
    """
    unit.be_alone()
    vault.shred(PersonId(holder))
