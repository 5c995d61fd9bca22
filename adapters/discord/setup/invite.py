"""The links by which Reststop comes into a server, or among somebody's own apps. Pure.

https://discord.com/developers/docs/topics/oauth2#bot-authorization-flow says what stands in one.
"""

from __future__ import annotations

from urllib.parse import urlencode

_AUTHORIZE = "https://discord.com/oauth2/authorize"
_IN_A_SERVER, _FOR_A_PERSON = 0, 1
"""`integration_type`: where an app is installed."""
_NO_PERMISSIONS = 0
"""It posts in no channel, so it needs none: whoever shares a server with a bot can be written to by it."""


def for_server(application: str) -> str:
    """Return the link with which whoever manages a server adds the bot to it, with no permission at all."""
    return _link(
        client_id=application,
        scope="bot applications.commands",
        permissions=_NO_PERMISSIONS,
        integration_type=_IN_A_SERVER,
    )


def for_person(application: str) -> str:
    """Return the link with which somebody adds the commands to their own account."""
    return _link(client_id=application, scope="applications.commands", integration_type=_FOR_A_PERSON)


def _link(**query: str | int) -> str:
    return f"{_AUTHORIZE}?{urlencode(query)}"
