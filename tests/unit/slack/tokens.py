"""Tokens before a loopback Slack, with installations in memory that can be away for a while."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from adapters.slack.line.api import Api
from adapters.slack.record import Record, unpacked
from adapters.slack.setup.one_of_several import OneOfSeveral
from adapters.slack.setup.tokens import App, Tokens
from adapters.slack.setup.workspaces import Workspaces
from bot.errors import NotSaved
from bot.ports.leases import Leases
from bot.ports.vault import Secret
from bot.services.hosting.leases import NotedLeases
from bot.surface.inbound import WorkspaceEvent
from bot.testing.installations import HeldInstallations
from bot.testing.store import MemoryStore
from bot.testing.time import ManualClock
from tests.sim.slack import SlackSim, Workspace
from tests.sim.slack.tokens import Grant

NOON = datetime(2026, 1, 5, 12, tzinfo=UTC)


class Shelf(HeldInstallations):
    """Installations that outlive their `Tokens`, and may be away."""

    def __init__(self) -> None:
        """Begin with none, and there."""
        super().__init__()
        self.is_away = False
        self.is_saving = asyncio.Event()
        self.may_save = asyncio.Event()
        self.may_save.set()

    async def find(self, surface: str, workspace: str) -> Secret | None:
        """Return what was saved last."""
        if self.is_away:
            raise NotSaved
        return await super().find(surface, workspace)

    async def save(self, surface: str, workspace: str, secret: Secret) -> None:
        """Keep a secret, as soon as that may be."""
        self.is_saving.set()
        await self.may_save.wait()
        if self.is_away:
            raise NotSaved
        await super().save(surface, workspace, secret)


class Slow(AsyncWebClient):
    """A line on which an answer takes its time."""

    def __init__(self, has_answered: asyncio.Event, may_arrive: asyncio.Event, line: AsyncWebClient) -> None:
        """Call over `line`."""
        super().__init__(base_url=line.base_url)
        self._has_answered, self._may_arrive, self._line = has_answered, may_arrive, line

    async def api_call(self, api_method: str, **how: Any) -> AsyncSlackResponse:  # noqa: ANN401 - as the real one
        """Call, and hold the answer."""
        answer = await self._line.api_call(api_method, **how)
        self._has_answered.set()
        await self._may_arrive.wait()
        return answer


@dataclass(kw_only=True)
class Desk:
    """One house's side of it. `again` is the house after a restart."""

    slack: SlackSim
    clock: ManualClock
    shelf: Shelf
    own: Secret | None
    heard: list[WorkspaceEvent] = field(default_factory=list)
    is_slow: bool = False
    """Whether what Slack answers stays on its way until it may arrive."""
    has_answered: asyncio.Event = field(default_factory=asyncio.Event)
    may_arrive: asyncio.Event = field(default_factory=asyncio.Event)
    leases: Leases | None = None
    """Where others stand on the same shelf."""
    opened: list[Desk] = field(default_factory=list)
    """Every one of this test, to be closed with it."""

    def __post_init__(self) -> None:
        """Begin with an empty memory."""
        self.opened.append(self)
        self.tokens = Tokens(
            self.shelf,
            self.clock,
            client=self._bare,
            own=self.own,
            app=App(client_id=self.slack.client_id, client_secret=Secret(self.slack.client_secret)),
            among=self._among(),
        )
        self.api = Api(self.tokens, base_url=self.slack.url)
        self.workspaces = Workspaces(self.tokens, self._hear)

    def _bare(self) -> AsyncWebClient:
        bare = self.api.bare()
        return Slow(self.has_answered, self.may_arrive, bare) if self.is_slow else bare

    def _among(self) -> OneOfSeveral | None:
        if self.leases is None:
            return None
        return OneOfSeveral(leases=self.leases, holder=f"process {len(self.opened)}", key=b"k" * 32)

    async def _hear(self, event: WorkspaceEvent) -> None:
        self.heard.append(event)

    async def keep(self, workspace: Workspace) -> None:
        """Keep what an installation in `workspace` gave."""
        await self.tokens.keep(record_of(workspace.grant, self.clock.now()))

    async def kept_token(self, workspace: str) -> str:
        """Return the token that the shelf holds."""
        kept = await self.shelf.find("slack", workspace)
        assert kept is not None
        return unpacked(kept).token.reveal()

    async def again(self, *, own: str | None = None, was_killed: bool = False) -> Desk:
        """End, and begin once more, perhaps with a token that is set."""
        if not was_killed:
            await self.close()
        return Desk(
            slack=self.slack,
            clock=self.clock,
            shelf=self.shelf,
            own=Secret(own) if own else self.own,
            leases=self.leases,
            opened=self.opened,
        )

    def beside(self) -> Desk:
        """Return another process on the same shelf."""
        return Desk(
            slack=self.slack,
            clock=self.clock,
            shelf=self.shelf,
            own=self.own,
            leases=self.leases,
            opened=self.opened,
        )

    async def close(self) -> None:
        """Let everything end."""
        await self.workspaces.close()
        await self.api.close()

    def later(self, **how_long: float) -> None:
        """Move the clock."""
        self.clock.move_to(self.clock.now() + timedelta(**how_long))


@asynccontextmanager
async def desk(
    *, rotates: bool = False, own: str | None = None, is_shared: bool = False
) -> AsyncIterator[Desk]:
    """Give a desk before a Slack of its own; with `is_shared` other processes may stand beside it."""
    clock = ManualClock(NOON)
    leases = NotedLeases(MemoryStore(clock=clock), clock) if is_shared else None
    async with SlackSim(clock=clock, rotates_tokens=rotates) as slack:
        here = Desk(slack=slack, clock=clock, shelf=Shelf(), own=Secret(own) if own else None, leases=leases)
        try:
            yield here
        finally:
            for each in here.opened:
                await each.close()


def record_of(grant: Grant, now: datetime) -> Record:
    """Return what an installing makes of a grant."""
    return Record(
        workspace=grant.workspace,
        token=Secret(grant.token),
        bot_user="U",
        bot="B",
        installed_at=now,
        expires_at=datetime.fromtimestamp(grant.expires_at, UTC) if grant.expires_at else None,
        refresh=Secret(grant.refresh) if grant.refresh else None,
    )
