"""The way in: Discord is listened to over a WebSocket that is opened from here, one for each shard.

A shard is one process's at a time, by a lease: two that listened would both answer. Whatever ends a client
of discord.py, another one takes its place, after a pause that grows; one that was closed is not used again.
"""

from __future__ import annotations

import asyncio
import logging
import math
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta

import discord

from adapters.discord import limits
from adapters.discord.errors import DiscordTrouble, IntentsRefused, ShardsWrong, TokenDead, translate_errors
from adapters.discord.line.client import Ear, Hears, Part, Sleep, Turnstile, hush
from adapters.discord.line.shards import Shards
from adapters.discord.line.strikes import Strikes
from bot.errors import NotSaved, place_of
from bot.ports.leases import Leases
from bot.ports.time import Clock
from bot.ports.vault import Secret

_log = logging.getLogger(__name__)

_CLOSED_FOR_GOOD: Mapping[int, type[DiscordTrouble]] = {
    4004: TokenDead,
    4010: ShardsWrong,
    4011: ShardsWrong,
    4013: IntentsRefused,
    4014: IntentsRefused,
}
"""Close codes of the gateway after which another try changes nothing
(https://discord.com/developers/docs/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes)."""
_FINAL = (TokenDead, IntentsRefused, ShardsWrong)


@dataclass(frozen=True, slots=True, kw_only=True)
class Watch:
    """How closely a connection is watched, in seconds."""

    look: float = limits.LOOKS_EVERY
    deaf: float = limits.DEAF_FOR
    finished_within: float = limits.FINISHED_WITHIN
    lease: timedelta = limits.LEASE_RUNS


class GatewayOfDiscord:
    """The way in: one supervisor for each shard that this process may listen to."""

    def __init__(
        self,
        surface: Hears,
        token: Secret,
        clock: Clock,
        leases: Leases,
        *,
        strikes: Strikes,
        application: str,
        holder: str,
        shards: Shards | None = None,
        watch: Watch | None,
        sleep: Sleep = asyncio.sleep,
    ) -> None:
        """Let `surface` hear what comes to the bot of `application`, whose `token` it is.

        `strikes` are those of the whole process; `holder` names it among those that share `leases`; `sleep`
        waits for seconds.
        """
        hush()
        shards, watch = shards or Shards(), watch or Watch()
        turnstile = Turnstile(clock, sleep)
        self._now = clock.elapsed

        def keeper(shard: int) -> _Keeper:
            def new_ear() -> Ear:
                part = Part(shard=shard, of=shards.count, turnstile=turnstile)
                return Ear(surface, token, clock, part, strikes=strikes)

            name = f"discord/{application}/{shard}/{shards.count}"
            lease = _Lease(leases, name, holder, runs=watch.lease, clock=clock)
            return _Keeper(new_ear, lease, clock, watch, sleep)

        self._keepers = [keeper(shard) for shard in shards.ids]

    async def open(self) -> None:
        """Connect, and go on trying from now on. A shard that another process holds is waited for.

        Raises:
            TokenDead, IntentsRefused, ShardsWrong: Discord takes none of it. Nothing is tried again.
        """
        known = {keeper.begin() for keeper in self._keepers}
        done, _ = await asyncio.wait(known, timeout=limits.OPENED_WITHIN, return_when=asyncio.FIRST_COMPLETED)
        for each in done:
            if (trouble := each.result()) is not None:
                await self.close()
                raise trouble

    async def close(self) -> None:
        """Take nothing more in, let what runs be answered, close, and leave the shards to others."""
        await asyncio.gather(*(keeper.end() for keeper in self._keepers))

    async def health(self) -> dict[str, object]:
        """Return whether there is a connection for each shard, and what is known of them.

        `waiting`: shards that another process holds. `last_event_seconds`: whole seconds since somebody did
        something. `latency_ms`: of a heartbeat, the longest; None where none was answered yet.
        """
        ears = [keeper.ear for keeper in self._keepers if keeper.ear is not None]
        came = [ear.last_event for ear in ears if ear.last_event is not None]
        delays = [ear.latency for ear in ears if math.isfinite(ear.latency)]
        return {
            "mode": "gateway",
            "connected": len(ears) == len(self._keepers) and all(ear.hears for ear in ears),
            "waiting": sum(not keeper.is_held for keeper in self._keepers),
            "last_event_seconds": int(self._now() - max(came)) if came else None,
            "latency_ms": round(max(delays) * 1000) if delays else None,
            "clients": sum(keeper.made for keeper in self._keepers),
        }


class _Lease:
    """The right to one shard."""

    def __init__(self, leases: Leases, name: str, holder: str, *, runs: timedelta, clock: Clock) -> None:
        self._leases = leases
        self._name = name
        self._holder = holder
        self._runs = runs
        self._now = clock.elapsed
        self._since: float | None = None

    async def held(self) -> bool:
        """Take it, or hold it anew when a third of it has run; False where another process has it.

        Where the database cannot be asked it is ours until it has run.
        """
        now, runs = self._now(), self._runs.total_seconds()
        if self._since is not None and now - self._since < runs / 3:
            return True
        try:
            is_ours = await self._leases.take(self._name, self._holder, runs=self._runs)
        except NotSaved:
            return self._since is not None and now - self._since < runs
        self._since = now if is_ours else None
        return is_ours

    async def let_go(self) -> None:
        """Leave it to others; where that cannot be said, it runs out."""
        if self._since is not None:
            self._since = None
            with suppress(NotSaved):
                await self._leases.give_up(self._name, self._holder)


class _Keeper:
    """Has one shard listened to, with one client after another."""

    def __init__(
        self,
        new_ear: Callable[[], Ear],
        lease: _Lease,
        clock: Clock,
        watch: Watch,
        sleep: Sleep,
    ) -> None:
        self._new_ear = new_ear
        self._now = clock.elapsed
        self._lease = lease
        self._watch = watch
        self._sleep = sleep
        self._running: asyncio.Task[None] | None = None
        self._known: asyncio.Future[DiscordTrouble | None] | None = None
        self.ear: Ear | None = None
        self.is_held = False
        self.made = 0
        """Clients since the start."""

    def begin(self) -> asyncio.Future[DiscordTrouble | None]:
        """Go on until the end; return how the first try went: why it is in vain for good, or None."""
        loop = asyncio.get_running_loop()
        self._known = loop.create_future()
        self._running = loop.create_task(self._keep())
        return self._known

    async def end(self) -> None:
        """Close what listens, and let the shard go."""
        if self._running is not None:
            self._running.cancel()
            await asyncio.wait({self._running})

    async def _keep(self) -> None:
        pause = limits.TRIES_FIRST
        try:
            while True:
                began = self._now()
                trouble = await self._try()
                if isinstance(trouble, _FINAL):
                    if self._tell(trouble):
                        return
                    _log.error("%s", trouble.sentence)
                self._tell(None)
                if self._now() - began > limits.STOOD:
                    pause = limits.TRIES_FIRST
                if self.is_held:
                    await self._sleep(limits.TOLD_RESTS if isinstance(trouble, _FINAL) else pause)
                    pause = min(pause * 2, limits.TRIES_LONGEST)
                else:
                    await self._sleep(self._watch.look)
        finally:
            await self._lease.let_go()

    async def _try(self) -> Exception | None:
        """Listen where the shard is ours; return what ended it."""
        try:
            self.is_held = await self._lease.held()
            return await self._listen() if self.is_held else None
        except Exception as fault:  # noqa: BLE001 - who ends here listens to nobody any more
            _log.error("a supervisor stumbled: %s at %s", type(fault).__name__, place_of(fault))
            return fault

    async def _listen(self) -> Exception | None:
        """Let a new client listen until it ends, stays deaf, or the shard is another's."""
        ear = self.ear = self._new_ear()
        self.made += 1
        try:
            running = ear.begin()
            ear.opened.add_done_callback(lambda _: self._tell(None))
            while not running.done():
                if not await self._lease.held():
                    self.is_held = False
                    _log.warning("another process listens to this shard now")
                    return None
                if not ear.hears and self._now() - ear.good_at > self._watch.deaf:
                    _log.warning("there is no connection for long: another client is made")
                    return None
                await asyncio.wait({running}, timeout=self._watch.look)
            trouble = _trouble_in(running)
            _log.warning("a client ended: %s", type(trouble).__name__)
            return trouble
        finally:
            self.ear = None
            await ear.end(finished_within=self._watch.finished_within)

    def _tell(self, trouble: DiscordTrouble | None) -> bool:
        """Say how the first try went; False where that was said before."""
        if self._known is None or self._known.done():
            return False
        self._known.set_result(trouble)
        return True


def _trouble_in(running: asyncio.Task[None]) -> Exception | None:
    """Return why a client ended, in our words where they say more."""
    try:
        with translate_errors():
            running.result()
    except discord.ConnectionClosed as closed:
        return _CLOSED_FOR_GOOD[closed.code]() if closed.code in _CLOSED_FOR_GOOD else closed
    except discord.PrivilegedIntentsRequired:
        return IntentsRefused()
    except Exception as fault:  # noqa: BLE001 - whatever it was, another client is made
        return fault
    return None
