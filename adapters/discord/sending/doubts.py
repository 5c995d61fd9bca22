"""Whether something arrived: read off the last messages of the conversation or channel it was for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime

from adapters.discord import errors
from adapters.discord.drawing.render import post_of
from adapters.discord.limits import DOUBT_REACHES, HISTORY_ITEMS
from adapters.discord.line.api import Line, nonce_of
from adapters.discord.sending.files import MESSAGES
from bot.ports.chat import Arrival, Letter, Posting

Posted = Mapping[str, object]
"""A message as Discord gives it."""


class History:
    """The last messages of a conversation or a channel; nothing of them is kept."""

    def __init__(self, line: Line) -> None:
        """Ask through `line`."""
        self._line = line

    async def last(self, channel: str) -> list[Posted]:
        """Return the last messages, the newest first.

        Raises:
            DiscordTrouble: as `errors.translate_errors`.
        """
        page = await self._line.call("GET", MESSAGES, query={"limit": HISTORY_ITEMS}, channel_id=channel)
        if not isinstance(page, list):
            raise errors.LineCut
        return [each for each in page if isinstance(each, Mapping)]


def found_in(page: Sequence[Posted], what: Letter | Posting, *, me: str, now: datetime) -> Posted | Arrival:
    """Return the message of ours that it is; else what that says: not there, or that they reach not back.

    What may look like an earlier letter is looked for among what came lately.
    """
    is_only = isinstance(what, Letter) and what.is_only
    since = now - DOUBT_REACHES
    recent = [message for message in page if is_only or _posted_at(message) > since]
    for message in recent:
        if _author_of(message) == me and _is(what, message):
            return message
    return Arrival.UNKNOWABLE if len(recent) == HISTORY_ITEMS else Arrival.NOT_ARRIVED


def _is(what: Letter | Posting, message: Posted) -> bool:
    """Whether a message is it: by its nonce, by all its controls, or by its words where it has none.

    In a channel two may say and offer the same: there another nonce is another message.
    """
    nonce = message.get("nonce")
    if nonce == nonce_of(what.key):
        return True
    if isinstance(what, Posting) and nonce is not None:
        return False
    drawn = post_of(what.card)
    controls = set(_controls(drawn.get("components")))
    if controls:
        return controls <= set(_controls(message.get("components")))
    return message.get("content") == drawn.get("content")


def _controls(components: object) -> Iterator[str]:
    """Yield the ids of all controls in some components, however deep they stand."""
    if isinstance(components, list):
        for each in components:
            yield from _controls(each)
    elif isinstance(components, Mapping):
        found = components.get("custom_id")
        if isinstance(found, str):
            yield found
        for held in components.values():
            yield from _controls(held)


def _author_of(message: Posted) -> str:
    author = message.get("author")
    return str(author.get("id")) if isinstance(author, Mapping) else ""


def _posted_at(message: Posted) -> datetime:
    """Return when a message was posted; now and later where that cannot be read."""
    try:
        return datetime.fromisoformat(str(message.get("timestamp"))).astimezone(UTC)
    except (ValueError, OverflowError):
        return datetime.max.replace(tzinfo=UTC)
