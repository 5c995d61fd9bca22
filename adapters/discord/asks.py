"""What Reststop asks of Discord, and for what: one table. Links, session and docs are made from it.

Scopes: https://discord.com/developers/docs/topics/oauth2#shared-resources-oauth2-scopes; intents:
https://discord.com/developers/docs/events/gateway#gateway-intents. Nothing here needs Discord's library.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class AskKind(StrEnum):
    """Where Discord is asked."""

    SCOPE = "scope"
    """In the link by which Reststop is added."""
    INTENT = "intent"
    """When a session begins: what Discord is to tell."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """One thing that is asked for, under Discord's name for it, and what is undone without it.

    `in_server`: a scope for servers alone, which somebody's own account is not asked for.
    """

    kind: AskKind
    name: str
    does: str
    without: str
    in_server: bool = False


ASKS = (
    Ask(
        kind=AskKind.SCOPE,
        name="bot",
        does="Is in the server, so that it may write direct messages to people who are there.",
        without="nobody's direct messages are reached through that server",
        in_server=True,
    ),
    Ask(
        kind=AskKind.SCOPE,
        name="applications.commands",
        does="`/reststop` and what stands below it.",
        without="the command is not there",
    ),
    Ask(
        kind=AskKind.INTENT,
        name="guilds",
        does="Discord's library needs to know which servers there are. What they are called, with"
        " their channels and roles, comes along and stays in memory.",
        without="the library has no picture of where a command was used",
    ),
    Ask(
        kind=AskKind.INTENT,
        name="dm_messages",
        does="Hears what somebody types to Reststop itself. No channel is ever read.",
        without="typed messages stay unread",
    ),
)
"""Everything that is asked for. Intents have the names of discord.py; both of these are open to any app."""

PERMISSIONS = 0
"""The links ask for none: whoever shares a server with a bot can be written to by it. Where a team wishes for
Reststop in a channel, it is let into that one, and into no other."""

IN_A_CHANNEL = {
    "View Channel": "Is in it. No message there is heard, whoever writes it.",
    "Send Messages": "Posts the question of a team, or the opening of a circle.",
    "Create Public Threads": "Begins a thread below such a message, in which answers stand.",
    "Send Messages in Threads": "Posts those answers, and in threads and posts of a forum.",
    "Read Message History": "Looks, after a lost connection, whether its own message arrived, before it sends"
    " it again; and answers a message by naming it.",
}
"""Permissions in a channel of a circle or a team, by Discord's names for them, and what each is for. In most
servers everybody has them in open channels, and so has Reststop; a private channel has to let it in."""

NEVER = frozenset({"members", "message_content", "presences"})
"""Intents that are never asked for: who is in a server, what is said in its channels, who is online."""


def scopes(*, in_server: bool) -> str:
    """Return the scopes of a link: for a server, or for somebody's own account."""
    asked = (ask for ask in ASKS if ask.kind is AskKind.SCOPE)
    return " ".join(ask.name for ask in asked if in_server or not ask.in_server)


def intents() -> dict[str, bool]:
    """Return the intents of a session, as discord.py takes them."""
    return {ask.name: True for ask in ASKS if ask.kind is AskKind.INTENT}
