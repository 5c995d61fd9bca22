"""Which databases the settings name: those of the data folder, or two on a server."""

from __future__ import annotations

from adapters.store.databases import Databases, FolderDatabases, ServerDatabases
from bot.app.settings import Settings
from bot.errors import BadSetting, FolderUnusable, KeyMissing


def databases_of(settings: Settings) -> Databases:
    """Return where the data is.

    Raises:
        BadSetting: only one of the two on a server is named, or both are the same.
    """
    main, keys = settings.database_url, settings.keys_database_url
    if main is None and keys is None:
        return FolderDatabases(settings.data)
    if main is None or keys is None:
        raise BadSetting(
            "RESTSTOP_DATABASE_URL and RESTSTOP_KEYS_DATABASE_URL go together: keys stand in a database of"
            " their own."
        )
    on_server = ServerDatabases(main.reveal(), keys.reveal())
    if on_server.names["main"] == on_server.names["keys"]:
        raise BadSetting(
            "RESTSTOP_KEYS_DATABASE_URL names the same database as RESTSTOP_DATABASE_URL. Keys stand in one"
            " of their own, so that it can be backed up by itself."
        )
    return on_server


def refuse_half(databases: Databases) -> None:
    """See that not one of the two is gone, which the other is of no use without.

    Raises:
        KeyMissing: one is.
        NotSaved: that cannot be seen.
    """
    missing = databases.missing()
    if len(missing) == 1:
        [gone], [left] = missing, databases.names.keys() - missing
        names = databases.names
        raise KeyMissing(f"{names[gone]} is gone, and {names[left]} is of no use alone. Put a copy back.")


def refuse_without_data(settings: Settings) -> None:
    """See that there are data to work with.

    Raises:
        FolderUnusable: there are none yet.
        NotSaved, BadSetting: that cannot be seen.
    """
    databases = databases_of(settings)
    if "main" in databases.missing():
        place = databases.names["main"] if databases.is_shared else str(settings.data)
        begun = "`reststop db upgrade`" if databases.is_shared else "`reststop run`"
        raise FolderUnusable(f"There are no data in {place}. {begun} makes them.")


def jobs_at(settings: Settings) -> str | None:
    """Return the address of the database in which jobs wait: the main one on a server; None without one.

    Raises:
        BadSetting: as of `databases_of`.
    """
    is_shared = databases_of(settings).is_shared
    return settings.database_url.reveal() if is_shared and settings.database_url else None


def upgrade(settings: Settings) -> bool:
    """Make the databases, or bring them up to this version; whether there was something to do.

    Raises:
        BadSetting: as of `databases_of`.
        SchemaAhead: one was written by a newer release.
        NotSaved: one was not available.
    """
    changed = databases_of(settings).upgrade()
    address = jobs_at(settings)
    if address is None:
        return changed
    from adapters.engine.jobs import prepare  # noqa: PLC0415 - for servers alone

    return prepare(address) or changed
