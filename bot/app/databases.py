"""Which databases the settings name: those of the data folder, or two on a server."""

from __future__ import annotations

from adapters.store.databases import Databases, FolderDatabases, ServerDatabases
from bot.app.settings import Settings
from bot.errors import BadSetting, FolderUnusable


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


def refuse_without_data(settings: Settings) -> None:
    """See that there are data to work with.

    Raises:
        FolderUnusable: there are none yet.
        NotSaved, BadSetting: that cannot be seen.
    """
    databases = databases_of(settings)
    if "main" in databases.missing():
        begun = "`reststop db upgrade`" if databases.is_shared else "`reststop run`"
        raise FolderUnusable(f"There are no data in {place_of(settings)}. {begun} makes them.")


def place_of(settings: Settings) -> str:
    """Return what the place of the data is called when somebody is told of it."""
    databases = databases_of(settings)
    return databases.names["main"] if databases.is_shared else str(settings.data)
