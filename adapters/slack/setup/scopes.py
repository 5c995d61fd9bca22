"""What Reststop asks of a workspace, and for what: one table. Manifest, doctor and docs are made from it.

Scopes and events are those of https://docs.slack.dev/reference/scopes and .../events. Nothing here needs
Slack's libraries.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Feature:
    """Something that Reststop does in Slack, the one scope that it takes, and what is undone without it.

    `events` are the bot events that the scope opens. `optional`: a workspace may leave it out.
    """

    scope: str
    does: str
    without: str
    """What is undone where the scope was not given, so that "the token lacks SCOPE: " can stand before it."""
    events: tuple[str, ...] = ()
    optional: bool = False


FEATURES = (
    Feature(
        scope="im:write",
        does="Begins the direct messages between a person and Reststop.",
        without="no conversation can be begun",
    ),
    Feature(
        scope="chat:write",
        does="Sends check-ins and answers in these direct messages; team prompts and circles in channels that"
        " it was invited into, and nowhere else.",
        without="nothing can be sent",
    ),
    Feature(
        scope="commands",
        does="`/reststop`, and the shortcuts Write and Keep in my journal.",
        without="the command and the shortcuts are not there",
    ),
    Feature(
        scope="im:history",
        does="Hears what somebody types to Reststop itself, and looks there for a message whose arrival is in"
        " doubt. No channel is ever read.",
        without="typed messages stay unread",
        events=("message.im",),
    ),
    Feature(
        scope="users:read",
        does="Knows in which time zone somebody is, that an account was closed, and whether somebody who acts"
        " is an admin or an owner of the workspace.",
        without="nobody's time zone is known, who leaves is not noticed, and no admin is known as one",
        events=("user_change",),
    ),
    Feature(
        scope="dnd:read",
        does="Holds check-ins back while somebody has Do Not Disturb on.",
        without="check-ins come during Do Not Disturb",
        events=("dnd_updated_user",),
    ),
    Feature(
        scope="files:write",
        does="Hands over files and pictures of `export`, `look back` and `portfolio` in the direct messages,"
        " and takes them back again.",
        without="`export` and `portfolio` make no files there, and `look back` no picture",
        optional=True,
    ),
)
"""Everything that is asked for. The first six are what Reststop needs to be Reststop."""

BASE_EVENTS = ("app_home_opened", "app_uninstalled", "tokens_revoked")
"""What Slack tells without a scope: somebody opens the Home tab; Reststop was removed; its token was."""

NEVER = frozenset(
    {
        "channels:history",
        "groups:history",
        "mpim:history",
        "users:read.email",
        "chat:write.public",
        "chat:write.customize",
    }
)
"""What no feature ever asks for: it would read channels, collect addresses, or pose as others."""


def required() -> tuple[str, ...]:
    """Return the scopes without which something that was promised is missing."""
    return tuple(feature.scope for feature in FEATURES if not feature.optional)


def optional() -> tuple[str, ...]:
    """Return the scopes that a workspace may leave out."""
    return tuple(feature.scope for feature in FEATURES if feature.optional)


def events() -> tuple[str, ...]:
    """Return the bot events that are subscribed to, by name."""
    return tuple(sorted((*BASE_EVENTS, *(event for feature in FEATURES for event in feature.events))))


def lacking(granted: Collection[str]) -> Iterator[Feature]:
    """Yield the features whose scope is not among those that were `granted`."""
    return (feature for feature in FEATURES if feature.scope not in granted)
