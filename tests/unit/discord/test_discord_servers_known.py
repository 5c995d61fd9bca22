"""Servers that were joined or left while nobody listened are found when a session begins."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Collection

import pytest

from adapters.discord.hearing.servers import Servers
from adapters.discord.line.client import Part, Turnstile
from bot.app.system import SystemClock
from bot.errors import NotSaved
from bot.surface.inbound import CommunityEvent, CommunityJoined, CommunityLeft

HERE, GONE, OTHERS = "1207000000000000005", "1207000000000000009", str((2 << 22) + 7)
"""Two that the second of two shards is told of, and one that the first is."""


class Core:
    """Knows some organisations, and writes down what it hears, unless it cannot."""

    def __init__(self, *known: str) -> None:
        """Know these servers."""
        self.known = known
        self.heard: list[CommunityEvent] = []
        self.trouble: Exception | None = None

    async def names(self) -> Collection[str]:
        """Return the names of what it knows."""
        if self.trouble:
            raise self.trouble
        return ["slack/T1", *(f"discord/{server}" for server in self.known)]

    async def hear(self, event: CommunityEvent) -> None:
        """Hear."""
        if self.trouble:
            raise self.trouble
        self.heard.append(event)


def part(shard: int) -> Part:
    """One of two shards."""
    return Part(shard=shard, of=2, turnstile=Turnstile(SystemClock(), asyncio.sleep))


async def test_what_happened_while_nobody_listened_is_told() -> None:
    """Of organisations that are known, and of nothing else; what another shard hears of is its to tell."""
    core = Core(HERE, GONE, OTHERS)
    await Servers(core.hear, core.names).found({HERE, "1207000000000000013"}, part(1).hears_of)
    assert set(core.heard) == {
        CommunityJoined(organisation=f"discord/{HERE}"),
        CommunityLeft(organisation=f"discord/{GONE}"),
    }
    core.heard.clear()
    await Servers(core.hear, core.names).found(set(), part(0).hears_of)
    assert core.heard == [CommunityLeft(organisation=f"discord/{OTHERS}")]


@pytest.mark.parametrize("trouble", [NotSaved(), ValueError(HERE)])
async def test_what_could_not_be_kept_is_found_again(
    caplog: pytest.LogCaptureFixture, trouble: Exception
) -> None:
    """It stops nothing, is logged by its type, and told with the next session."""
    caplog.set_level(logging.DEBUG)
    core = Core(GONE)
    servers = Servers(core.hear, core.names)
    core.trouble = trouble
    await servers.left(GONE)
    assert (core.heard, type(trouble).__name__ in caplog.text) == ([], True)
    assert HERE not in caplog.text
    core.trouble = NotSaved()
    await servers.found(set(), part(1).hears_of)
    core.trouble = None
    await servers.found(set(), part(1).hears_of)
    assert core.heard == [CommunityLeft(organisation=f"discord/{GONE}")]
