"""Ana before a loopback Slack, and a core that answers as it is told to."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from adapters.slack.app import Patience
from adapters.slack.sending.turns import Sleep
from bot.domain.people import Account
from bot.ports.chat import Letter, Sent
from bot.surface.card import Card
from tests.sim.slack import SlackSim, User
from tests.sim.slack.world import Message
from tests.sim.slack_surface import SlackUnderTest, on_slack
from tests.unit.scripted_core import Listening, scripted

AT_EASE = Patience(moment=30, acked=30)
SHORT = Patience(moment=0.01, acked=30)
OUT = Patience(moment=0.01, acked=0.02)
"""Nobody waits; somebody is told to, and has their answer before Slack gives up; it comes after that."""


@dataclass
class Desk:
    """Ana in Slack, and the core that she talks to."""

    slack: SlackSim
    core: Listening
    ana: User
    under_test: SlackUnderTest

    async def post(self, shown: Card) -> Message:
        """Let a message come to her; return it as she has it."""
        account = Account(surface="slack", workspace=self.slack.workspace().id, user=self.ana.id)
        assert await self.under_test.chat.send(Letter(key=b"k", to=account, card=shown)) == Sent()
        return self.ana.messages[-1]


@asynccontextmanager
async def desk(patience: Patience = AT_EASE, sleep: Sleep = asyncio.sleep) -> AsyncIterator[Desk]:
    """Sit Ana before Slack, with a core that answers."""
    async with SlackSim() as slack:
        core = Listening(says=scripted)
        async with on_slack(slack, core, patience=patience, sleep=sleep) as under_test:
            yield Desk(slack, core, slack.workspace().user("ana"), under_test)


def stands(user: User, words: str) -> bool:
    """Whether the modal on top of somebody's screen says something."""
    return bool(user.modals) and words in user.modals[-1].text
