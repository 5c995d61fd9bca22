"""Ana before a loopback Slack, and a core that answers as it is told to."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace

from adapters.slack.app import Patience
from adapters.slack.chat import Sleep
from bot.domain.people import Account
from bot.ports.chat import Letter, Sent
from bot.surface.audience import Direct
from bot.surface.card import Button, Buttons, Card, LinkButton, Reach, say
from bot.surface.form import Form, TextField
from bot.surface.inbound import (
    ActionPressed,
    CommandInvoked,
    DirectMessage,
    FormSubmitted,
    InboundEvent,
)
from bot.surface.outcome import QUIET, Open, Outcome, Refuse, Replace
from tests.contract.surface_samples import card, shows
from tests.sim.slack import SlackSim, User
from tests.sim.slack.world import Message
from tests.sim.slack_surface import SlackUnderTest, on_slack
from tests.unit.slack_ears import Listening

ROW = Buttons(
    buttons=(
        Button(ref="1:go", name="go", label="Go on"),
        LinkButton(name="policy", label="Our policy", url="https://example.org/policy"),
    )
)
QUESTION = card(say("How are you?"), ROW)
ANSWER = card(say("There it is."))
SECRET = card(say("Yours alone."), reach=Reach.SEALED)
FORM = Form(
    text_id="test.form", ref="1:form", name="entry", title="Just for you", submit="Save",
    fields=(TextField(name="words", label="Your words", long=True),),
)  # fmt: skip
AT_EASE = Patience(moment=30, acked=30)
SHORT = Patience(moment=0.01, acked=30)
OUT = Patience(moment=0.01, acked=0.02)
"""Nobody waits; somebody is told to, and has their answer before Slack gives up; it comes after that."""
CANARY = "canary in a coal mine"


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

    def holds(self) -> asyncio.Event:
        """Let the core take its time with what comes next, until the event is set."""
        may_answer = asyncio.Event()
        self.core.meanwhile = may_answer.wait
        return may_answer

    def heard(self, *kinds: type[InboundEvent]) -> list[InboundEvent]:
        """Return what the core heard of some kinds."""
        return [event for event in self.core.heard if isinstance(event, kinds)]


def _says(event: InboundEvent) -> Outcome:  # noqa: PLR0911 - one for each thing that is said
    """Answer as a core that has one answer for everything, and a form for `write`."""
    match event:
        case CommandInvoked(text="write"):
            return Outcome(first=Open(form=FORM))
        case CommandInvoked(text="read"):
            return shows(SECRET)
        case CommandInvoked(text="ask"):
            return shows(QUESTION)
        case CommandInvoked(text="card"):
            return shows(replace(QUESTION, reach=Reach.SEALED))
        case CommandInvoked(text="post"):
            return shows(ANSWER, Direct())
        case ActionPressed():
            return Outcome(first=Replace(card=ANSWER))
        case FormSubmitted(values={"words": "no"}):
            return Outcome(first=Refuse(errors={"words": "Not that."}))
        case CommandInvoked() | FormSubmitted() | DirectMessage():
            return shows(ANSWER)
        case _:
            return QUIET


@asynccontextmanager
async def desk(patience: Patience = AT_EASE, sleep: Sleep = asyncio.sleep) -> AsyncIterator[Desk]:
    """Sit Ana before Slack, with a core that answers."""
    async with SlackSim() as slack:
        core = Listening(says=_says)
        async with on_slack(slack, core, patience=patience, sleep=sleep) as under_test:
            yield Desk(slack, core, slack.workspace().user("ana"), under_test)


def stands(user: User, words: str) -> bool:
    """Whether the modal on top of somebody's screen says something."""
    return bool(user.modals) and words in user.modals[-1].text
