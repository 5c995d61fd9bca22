"""The one place that knows everything: which adapter stands behind which port."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import ExitStack

from adapters.content.loader import load
from adapters.store import folder, migrate
from adapters.store.keys import open_keys
from adapters.store.store import open_store
from adapters.vault.providers import KeyPlaces, find_material
from adapters.vault.vault import is_untouched, open_vault
from bot.app.house import House
from bot.app.settings import Settings
from bot.errors import KeyMissing
from bot.ports.chance import Chance
from bot.ports.chat import ChatPort
from bot.ports.engine import Engine
from bot.ports.faults import CrashPoints, NoCrash
from bot.ports.keys import KeyStore
from bot.ports.time import Clock
from bot.services.desk import Desk
from bot.surface.refs import RefCodec

_TENANT = "house/tenant"
_STARTS = "house/starts"


async def open_house(
    settings: Settings,
    *,
    clock: Clock,
    chance: Callable[[int], Chance],
    engine: Engine,
    chats: Mapping[str, ChatPort],
    crash: CrashPoints | None = None,
    ref_key: bytes | None = None,
) -> House:
    """Open the data folder, the keys and the content, and return a house that has not begun.

    `chance` is given the count of earlier starts in this folder. `chats` is read at each use, so that a
    surface may be added before `start`. `ref_key` is for the simulation alone, whose refs come again.

    Raises:
        ContentBroken: the prompt library has problems; each is named.
        FolderInUse, SchemaAhead: the data folder is another's.
        KeyProblem: the key is missing, wrong or stands where others could read it.
    """
    crash = crash or NoCrash()
    catalogue = load(settings.prompts)
    with ExitStack() as opened:
        opened.enter_context(folder.hold(settings.data))
        migrate.upgrade(settings.data)
        store = open_store(settings.data, clock=clock, crash_points=crash)
        opened.callback(store.close)
        keystore = open_keys(settings.data, today=lambda: clock.now().date())
        opened.callback(keystore.close)
        places = KeyPlaces(
            value=settings.key,
            credentials=settings.credentials,
            file=settings.key_path,
            data=settings.data,
        )
        people = await store.run(lambda unit: unit.people.all_ids(), writes=False)
        untouched = is_untouched(keystore)
        if untouched and people:
            raise KeyMissing(
                f"{settings.data / folder.KEYS} is new, but there are people in the database beside it. "
                "Put the key store back that belongs to it."
            )
        material = find_material(places, may_create=untouched)
        starts = int(keystore.note(_STARTS) or b"0")
        drawn = chance(starts)
        vault = open_vault(material, keystore, tenant_of(keystore) or _name_tenant(keystore, drawn))
        keystore.set_note(_STARTS, str(starts + 1).encode())
        desk = Desk(
            store=store,
            vault=vault,
            clock=clock,
            chance=drawn,
            crash=crash,
            catalogue=catalogue,
            refs=RefCodec(ref_key or vault.state_key("refs")),
            chats=chats,
            operator=settings.operator or "you",
        )
        return House(desk, engine, keystore, opened.pop_all().close)


def tenant_of(keystore: KeyStore) -> str:
    """Return what this installation is called in every seal; empty before its first start."""
    return (keystore.note(_TENANT) or b"").decode()


def _name_tenant(keystore: KeyStore, chance: Chance) -> str:
    keystore.set_note(_TENANT, chance.new_id().hex.encode())
    return tenant_of(keystore)
