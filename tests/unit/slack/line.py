"""A line to the loopback Slack: `SlackChat` as the house holds it, one clock for both, nobody in between."""

from __future__ import annotations

from collections.abc import AsyncIterator, Collection, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from adapters.slack.errors import TokenDead
from adapters.slack.line.api import Api
from adapters.slack.line.pace import Pace
from adapters.slack.sending.chat import SlackChat
from bot.domain.people import Account
from bot.errors import NotSaved
from bot.ports.chat import Letter
from bot.testing.time import ManualClock
from tests.contract.surface_samples import a_check_in
from tests.sim.slack import SlackSim, User, Workspace
from tests.sim.slack.journal import Entry
from tests.sim.slack.limiter import Limits
from tests.sim.slack.sim import SCOPES

MONDAY = datetime(2026, 1, 5, 9, tzinfo=UTC)


@dataclass(kw_only=True)
class SimTokens:
    """The newest bot token of each workspace of a loopback Slack; each is asked for once."""

    slack: SlackSim
    evicted: list[str] = field(default_factory=list)
    held: dict[str, str] = field(default_factory=dict)
    is_away: bool = False
    """Whether the database that holds them is."""

    async def token(self, workspace: str) -> str:
        """Return the token that is remembered, or the newest that there is."""
        if self.is_away:
            raise NotSaved
        if workspace not in self.held:
            alive = [
                grant.token
                for grant in self.slack.core.tokens.grants.values()
                if grant.workspace == workspace and grant.ended_by is None
            ]
            if not alive:
                raise TokenDead
            self.held[workspace] = alive[-1]
        return self.held[workspace]

    def evict(self, workspace: str) -> None:
        """Forget it."""
        self.evicted.append(workspace)
        self.held.pop(workspace, None)


@dataclass(kw_only=True)
class Line:
    """One workspace of a loopback Slack, with the way out to it. `slept` is what was waited for in all."""

    slack: SlackSim
    clock: ManualClock
    workspace: Workspace
    tokens: SimTokens
    api: Api
    chat: SlackChat
    naps: list[float] = field(default_factory=list)

    def account(self, user: User) -> Account:
        """Return the account of a user of the workspace."""
        return Account(surface="slack", workspace=self.workspace.id, user=user.id)

    def letter(self, user: User, key: bytes = b"key", *, awaited: bool = False) -> Letter:
        """Return a letter to somebody."""
        return Letter(key=key, to=self.account(user), card=a_check_in(), is_awaited=awaited)

    def calls(self, *methods: str) -> list[Entry]:
        """Return what Slack was asked."""
        return self.slack.journal.calls(*methods)

    def later(self, seconds: float) -> None:
        """Let time go by."""
        self.clock.move_to(self.clock.now() + timedelta(seconds=seconds))


@asynccontextmanager
async def line(
    *,
    scopes: Collection[str] = SCOPES,
    limits: Limits | None = None,
    pace: Pace | None = None,
    answers_within: float = 5.0,
) -> AsyncIterator[Line]:
    """Open a line to a Slack of its own."""
    clock = ManualClock(MONDAY)
    async with SlackSim(clock=clock, scopes=scopes, limits=limits) as slack:
        slack.settles = False
        tokens = SimTokens(slack=slack)
        api = Api(tokens, base_url=slack.url, answers_within=answers_within)
        naps: list[float] = []

        async def nap(seconds: float) -> None:
            naps.append(seconds)
            clock.move_to(clock.now() + timedelta(seconds=seconds))

        chat, workspace = SlackChat(api, clock, pace=pace, sleep=nap), slack.workspace()
        try:
            yield Line(
                slack=slack, clock=clock, workspace=workspace, tokens=tokens, api=api, chat=chat, naps=naps
            )
        finally:
            await api.close()


def texts(user: User) -> Sequence[str]:
    """Return the messages that somebody has from the app, oldest first, by what a notification shows."""
    return [message.text for message in user.messages]
