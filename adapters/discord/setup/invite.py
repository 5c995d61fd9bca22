"""The links by which Reststop comes into a server, or among somebody's own apps. Pure.

https://discord.com/developers/docs/topics/oauth2#bot-authorization-flow says what stands in one.
"""

from __future__ import annotations

from urllib.parse import urlencode

from adapters.discord import asks

_AUTHORIZE = "https://discord.com/oauth2/authorize"
_IN_A_SERVER, _FOR_A_PERSON = 0, 1
"""`integration_type`: where an app is installed."""


def for_server(application: str) -> str:
    """Return the link with which whoever manages a server adds the bot to it, with no permission at all."""
    return _link(
        client_id=application,
        scope=asks.scopes(in_server=True),
        permissions=asks.PERMISSIONS,
        integration_type=_IN_A_SERVER,
    )


def for_person(application: str) -> str:
    """Return the link with which somebody adds the commands to their own account."""
    return _link(client_id=application, scope=asks.scopes(in_server=False), integration_type=_FOR_A_PERSON)


def _link(**query: str | int) -> str:
    return f"{_AUTHORIZE}?{urlencode(query)}"
