"""The one place that knows everything: which adapter stands behind which port."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, ExitStack, contextmanager, nullcontext
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from pathlib import Path

from adapters.calendar.holidays import open_calendar
from adapters.documents.documents import open_documents
from adapters.figures.figures import open_figures
from adapters.store import folder
from adapters.store.copies.sides import see_that_nobody_is_in
from adapters.store.databases import Databases, ServerDatabases
from adapters.store.ledger import Ledger
from adapters.vault.kms import Kms
from adapters.vault.providers import KeyPlaces, find_material
from adapters.vault.ring import KEPT_WHERE_SHARED
from adapters.vault.rotation import KeyCare
from adapters.vault.safe import SafePlace
from adapters.vault.vault import is_untouched, open_vault
from bot.app.databases import databases_of
from bot.app.fitting import load_library
from bot.app.house import House
from bot.app.settings import Settings
from bot.app.watched_store import WatchedStore
from bot.domain.closing import Closing
from bot.errors import FolderUnusable, KeyMissing, NotSaved, SchemaBehind
from bot.ports.chance import Chance
from bot.ports.chat import ChatPort
from bot.ports.engine import Engine
from bot.ports.faults import CrashPoints, NoCrash
from bot.ports.keys import KeyStore
from bot.ports.store import Unit
from bot.ports.telemetry import NoTelemetry, Telemetry
from bot.ports.time import Clock
from bot.services.desk import Desk
from bot.services.end_said import closing_of
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
    telemetry: Telemetry | None = None,
    ref_key: bytes | None = None,
) -> House:
    """Open the data folder, the keys and the content, and return a house that has not begun.

    `chance` is given the count of earlier starts in this folder. `chats` is read at each use, so that a
    surface may be added before `start`. `telemetry` hears how things go.
    `ref_key` is for the simulation alone, whose refs come again.

    Raises:
        ContentBroken: the prompt library has problems; each is named.
        FolderInUse, FolderUnusable: the data folder is another's, or cannot be one.
        SchemaAhead, SchemaBehind: the databases are of another release.
        KeyProblem: the key is missing, wrong or stands where others could read it.
    """
    crash = crash or NoCrash()
    catalogue = load_library(settings.folders)
    with ExitStack() as opened:
        databases = databases_of(settings)
        opened.enter_context(occupy(settings))
        crash.passing("before_upgrade")
        _bring_up_to_date(databases)
        crash.passing("after_upgrade")
        store = databases.open_store(clock=clock, crash_points=crash)
        opened.callback(store.close)
        watched = WatchedStore(store, telemetry, clock) if telemetry else store
        today = partial(_day_of, clock)
        ledger = Ledger(settings.ledger_path)
        keystore = databases.open_keys(today=today, ledger=ledger, crash_points=crash)
        opened.callback(keystore.close)
        places = key_places(settings)
        known = await store.run(whats_known, writes=False)
        untouched = is_untouched(keystore)
        refuse_lost_files(databases, known, untouched=untouched)
        material = find_material(places, may_create=untouched)
        drawn = chance(known.starts)
        tenant = known.tenant or await store.run(partial(_name_tenant, name=drawn.new_id().hex))
        reread = partial(find_material, places, may_create=False)
        keeps_for = KEPT_WHERE_SHARED if databases.is_shared else math.inf
        vault = open_vault(
            material, keystore, tenant, reread=reread, keeps_for=keeps_for, elapsed=clock.elapsed
        )
        every = rotates_every(settings)
        care = KeyCare(places, keystore, vault.ring, today=today, every=every)
        await store.run(partial(_count_start, starts=known.starts + 1))
        desk = Desk(
            store=watched,
            vault=vault,
            clock=clock,
            chance=drawn,
            crash=crash,
            catalogue=catalogue,
            refs=RefCodec(ref_key or vault.state_key("refs")),
            chats=chats,
            operator=settings.operator or "you",
            policy=settings.policy,
            on_call=settings.on_call,
            admins=settings.admins,
            holidays=open_calendar(),
            figures=open_figures(),
            documents=open_documents(),
            closing=known.closing,
            telemetry=telemetry or NoTelemetry(),
            is_shared=databases.is_shared,
        )
        return House(
            desk,
            engine,
            keystore,
            look_after_keys=partial(_look_after, care, ledger, desk, keystore),
            tend=lambda is_over: databases.tend(today(), is_over),
            let_go=opened.pop_all().close,
        )


def key_places(settings: Settings) -> KeyPlaces:
    """Return where the settings let the key be looked for."""
    return KeyPlaces(
        value=settings.key,
        credentials=settings.credentials,
        file=settings.key_path,
        data=settings.data,
        closed=_closed_by_kms(settings) if settings.kms_key_id else None,
    )


def rotates_every(settings: Settings) -> timedelta | None:
    """Return how often a house rotates its keys by itself; None where it does not.

    With databases on a server other machines may have the key file, too: it is written where all have one.
    """
    if not settings.rotate_every or not is_alone_with_key(settings):
        return None
    return timedelta(days=settings.rotate_every)


def is_alone_with_key(settings: Settings) -> bool:
    """Whether who writes the key file here writes it for every process."""
    return settings.key_shared or not databases_of(settings).is_shared


def _closed_by_kms(settings: Settings) -> SafePlace:
    safe = Kms(settings.kms_key_id, region=settings.kms_region or None, url=settings.kms_url)
    return SafePlace(file=settings.kms_path, safe=safe)


def occupy(settings: Settings) -> AbstractContextManager[None]:
    """Hold the data folder, as `hold` does, where the databases are in it; those on a server are for many.

    Then the folder holds the log alone.

    Raises:
        BadSetting: the databases are only half named.
        FolderInUse, FolderUnusable: as of `hold`.
    """
    if not databases_of(settings).is_shared:
        return hold(settings.data)
    try:
        folder.make(settings.data)  # for the log
    except OSError as problem:
        raise _unusable(settings.data, problem) from None
    return nullcontext()


@contextmanager
def alone(settings: Settings) -> Iterator[None]:
    """Hold the data folder; of databases on a server, see that nobody else is in them as this begins.

    Raises:
        FolderInUse: somebody is.
        FolderUnusable, NotSaved: that cannot be seen.
    """
    refuse_company(settings)
    with occupy(settings):
        yield


def refuse_company(settings: Settings) -> None:
    """See that nobody is in databases on a server; who else is in a data folder is found where it is opened.

    Raises:
        FolderInUse: somebody is.
        NotSaved: that cannot be seen.
    """
    databases = databases_of(settings)
    if isinstance(databases, ServerDatabases):
        for name, address in databases.addresses.items():
            see_that_nobody_is_in(databases.names[name], address)


def bring_up_to_date(settings: Settings) -> None:
    """Upgrade databases that are there and behind, where a start would.

    Raises:
        SchemaBehind: they are on a server.
        FolderInUse, SchemaAhead, NotSaved: as `hold` and `adapters.store.migrate.upgrade`.
    """
    databases = databases_of(settings)
    if databases.is_behind():
        with occupy(settings):
            _bring_up_to_date(databases)


@contextmanager
def hold(data: Path) -> Iterator[None]:
    """Hold a data folder for this process, and make it where there is none.

    Raises:
        FolderInUse: another process holds it.
        FolderUnusable: it cannot be made or entered.
    """
    with ExitStack() as held:
        try:
            _finish_restoring(data)
            held.enter_context(folder.hold(data))
        except OSError as problem:
            raise _unusable(data, problem) from None
        yield


def _unusable(data: Path, problem: OSError) -> FolderUnusable:
    return FolderUnusable(
        f"The data folder {data} cannot be used: {problem.strerror}. RESTSTOP_DATA names another."
    )


def _bring_up_to_date(databases: Databases) -> None:
    """Make or upgrade the databases of a folder; on a server that is done once, for all processes."""
    if not databases.is_shared:
        databases.upgrade()
    elif databases.is_behind():
        raise SchemaBehind


def ready_folder(data: Path) -> Path:
    """Return where a restored data folder waits, whole, for the moment in which it takes its place."""
    return data.with_name(f".{data.name}.restored")


def _finish_restoring(data: Path) -> None:
    """Put a restored folder in its place, where a restoring was cut off in the middle of it."""
    data = data.resolve()
    if not data.exists() and ready_folder(data).exists():
        ready_folder(data).rename(data)


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What the main database says of this installation: its name in every seal, its starts, its end."""

    tenant: str
    starts: int
    has_people: bool
    closing: Closing | None = None


def whats_known(unit: Unit) -> Known:
    """Read it; before the first start there is no name yet."""
    return Known(
        tenant=unit.notes.get(_TENANT) or "",
        starts=int(unit.notes.get(_STARTS) or "0"),
        has_people=unit.people.count() > 0,
        closing=closing_of(unit),
    )


def refuse_lost_files(databases: Databases, known: Known, *, untouched: bool) -> None:
    """Refuse two files that do not belong together, above all one that was made in place of a lost one.

    Raises:
        KeyMissing: the key store is new and there are people, or the database is new and there are keys.
    """
    if untouched and known.has_people:
        lost, beside = databases.names["keys"], databases.names["main"]
    elif not untouched and not known.tenant:
        lost, beside = databases.names["main"], databases.names["keys"]
    else:
        return
    raise KeyMissing(
        f"{lost} is new, but {beside} beside it is in use. "
        "Put the file back that belongs to it, or the database."
    )


def _look_after(care: KeyCare, ledger: Ledger, desk: Desk, keystore: KeyStore) -> None:
    """Do what is due for the keys, and enter in the ledger what a crash or a full disk kept out of it."""
    since = care.settle().since
    if since is not None:
        desk.telemetry.key_is((_day_of(desk.clock) - since).days)
    try:
        ledger.catch_up(keystore.tombstones())
    except OSError:
        raise NotSaved("The ledger of erased people could not be written.") from None


def _day_of(clock: Clock) -> date:
    return clock.now().date()


def _name_tenant(unit: Unit, name: str) -> str:
    """Give this installation its name, unless another process has done so meanwhile; return it."""
    if (given := unit.notes.get(_TENANT)) is not None:
        return given
    unit.notes.put(_TENANT, name)
    return name


def _count_start(unit: Unit, starts: int) -> None:
    unit.notes.put(_STARTS, str(starts))
