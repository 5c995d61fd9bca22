"""What the doctor says of admins: the code of the first one, or how many organisations have one."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import closing
from functools import partial

from adapters.vault.providers import find_material
from adapters.vault.vault import is_untouched, open_vault
from bot.app.bootstrap import key_places, whats_known
from bot.app.databases import databases_of
from bot.app.finding import Finding
from bot.app.platforms import PLATFORMS
from bot.app.roles import ways_into
from bot.app.settings import Settings
from bot.app.system import SystemClock
from bot.domain.roles import Role
from bot.errors import ReststopError
from bot.ports.faults import NoCrash
from bot.ports.store import Unit
from bot.ports.vault import Vault
from bot.services.codes import written
from bot.services.organisations.role_codes import first_code, has_admin

_LATER = "the first start makes the code of the first admin; look here again after it"


def examine_admins(settings: Settings) -> Iterator[Finding]:
    """Yield the code of the first admin, or how many organisations have one.

    What is wrong with the folder or its key is said where those are looked at. Before the first start nothing
    is said to who has no platform set up: a terminal alone is nobody's organisation.
    """
    words = _LATER
    try:
        is_begun = not databases_of(settings).missing()
    except ReststopError:
        return
    if not is_begun and not any(ways_into(kind, settings) for kind in PLATFORMS):
        return
    if is_begun and not databases_of(settings).is_behind():
        try:
            words = _looked(settings)
        except ReststopError:
            return
    yield Finding(part="admin", health="note", words=words)


def _looked(settings: Settings) -> str:
    clock, places = SystemClock(), key_places(settings)
    with (
        closing(databases_of(settings).open_store(clock=clock, crash_points=NoCrash())) as store,
        closing(databases_of(settings).open_keys(today=lambda: clock.now().date())) as keystore,
    ):
        if is_untouched(keystore):
            return _LATER
        known = asyncio.run(store.run(whats_known, writes=False))
        reread = partial(find_material, places, may_create=False)
        vault = open_vault(reread(), keystore, known.tenant, reread=reread)
        return asyncio.run(store.run(partial(_said, vault=vault), writes=False))


def _said(unit: Unit, vault: Vault) -> str:
    if not has_admin(unit):
        code = written(first_code(vault, unit))
        return f"nobody looks after a team here yet. The first one types `admin {code}`, which holds once"
    of_each = [unit.organisations.roles(row.id) for row in unit.organisations.every()]
    count = sum(any(role.role is Role.ADMIN for role in roles) for roles in of_each)
    return "one organisation has an admin" if count == 1 else f"{count} organisations have an admin"
