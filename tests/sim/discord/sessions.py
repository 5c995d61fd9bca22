"""Sessions at the gateway: what an app asked to hear, and what it missed while its socket was gone.

https://docs.discord.com/developers/events/gateway
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tests.json_types import Json

if TYPE_CHECKING:
    from tests.sim.discord.connections import Connection

GUILDS, GUILD_MEMBERS, PRESENCES, GUILD_MESSAGES = 1 << 0, 1 << 1, 1 << 8, 1 << 9
DIRECT_MESSAGES, MESSAGE_CONTENT = 1 << 12, 1 << 15
PRIVILEGED = GUILD_MEMBERS | PRESENCES | MESSAGE_CONTENT
KNOWN = (1 << 17) - 1 | 1 << 20 | 1 << 21 | 1 << 24 | 1 << 25
"""Every intent that there is."""

REMEMBERED = 1000
"""How many events are kept for a session to resume; how many Discord keeps is not known."""

_MESSAGES = {"MESSAGE_CREATE", "MESSAGE_UPDATE", "MESSAGE_DELETE"}
_INTENTS = {
    "GUILD_CREATE": GUILDS,
    "GUILD_UPDATE": GUILDS,
    "GUILD_DELETE": GUILDS,
    "CHANNEL_CREATE": GUILDS,
    "CHANNEL_DELETE": GUILDS,
    "THREAD_CREATE": GUILDS,
    "THREAD_UPDATE": GUILDS,
    "THREAD_DELETE": GUILDS,
    "GUILD_MEMBER_ADD": GUILD_MEMBERS,
    "GUILD_MEMBER_REMOVE": GUILD_MEMBERS,
}


@dataclass(eq=False, kw_only=True)
class Session:
    """What was agreed with IDENTIFY. It outlives its connection until it is ended."""

    id: str
    shard: tuple[int, int]
    intents: int
    seq: int = 0
    replay: deque[Json] = field(default_factory=lambda: deque(maxlen=REMEMBERED))
    connection: Connection | None

    def hears(self, event: str, guild: str | None) -> bool:
        """Whether an event is for this session: what is of no guild comes to shard 0."""
        number, shards = self.shard
        if (int(guild) >> 22) % shards != number if guild is not None else number != 0:
            return False
        if event in _MESSAGES:
            return bool(self.intents & (GUILD_MESSAGES if guild is not None else DIRECT_MESSAGES))
        needed = _INTENTS.get(event, 0)
        return not needed or bool(self.intents & needed)

    def seen_as(self, event: str, data: Json, guild: str | None, app: str) -> Json:
        """Return an event as this session may see it: without words that it has no intent for."""
        is_open = guild is None or bool(self.intents & MESSAGE_CONTENT) or event not in _MESSAGES
        if is_open or data.get("author", {}).get("id") in {None, app}:
            return data
        return data | {"content": "", "components": [], "attachments": []}

    def dispatch(self, event: str, data: Json) -> None:
        """Say an event, and remember it."""
        self.seq += 1
        frame: Json = {"op": 0, "t": event, "s": self.seq, "d": data}
        self.replay.append(frame)
        if self.connection is not None:
            self.connection.say(frame)

    def missed_since(self, seq: int) -> list[Json] | None:
        """Return what was said after `seq`; None if that is not remembered any more, or was never said."""
        missed = [frame for frame in self.replay if frame["s"] > seq]
        return missed if len(missed) == self.seq - seq else None
