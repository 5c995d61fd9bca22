"""Which parts of all servers a process listens to. Pure: settings are read where discord.py may be missing.

Discord sends a server's events to one shard, and direct messages to the first
(https://discord.com/developers/docs/events/gateway#sharding).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.errors import BadSetting

_SHARDS = re.compile(r"\s*(\d{1,4}(?:\s*,\s*\d{1,4})*)\s*/\s*(\d{1,4})\s*", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shards:
    """Which parts of all servers this process listens to. Direct messages come with the first, 0."""

    ids: tuple[int, ...] = (0,)
    count: int = 1

    @classmethod
    def read(cls, text: str) -> Shards:
        """Read a setting: "0,1/4" are the first two of four; "" is all of it, undivided.

        Raises:
            BadSetting: it cannot be read.
        """
        if not text.strip():
            return cls()
        found = _SHARDS.fullmatch(text)
        if found is None:
            raise BadSetting('Shards are numbers and how many there are, as in "0,1/4".')
        ids, count = tuple(dict.fromkeys(int(each) for each in found[1].split(","))), int(found[2])
        if max(ids) >= count:
            raise BadSetting('A shard is from 0 on and below how many there are, as in "0,1/4".')
        return cls(ids=ids, count=count)
