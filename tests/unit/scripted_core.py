"""A core that writes down what it hears, and answers as it is told to."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from typing import TypeVar

from bot.surface.audience import Direct
from bot.surface.card import Button, Buttons, LinkButton, Reach, say
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

E = TypeVar("E", bound=InboundEvent)
CANARY = "canary in a coal mine"
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


@dataclass(kw_only=True)
class Listening:
    """Hears everything, and answers with what `says` returns."""

    says: Callable[[InboundEvent], Outcome] = lambda _: QUIET
    heard: list[InboundEvent] = field(default_factory=list)
    meanwhile: Callable[[], Awaitable[object]] | None = None
    """What it waits for before it answers the next event."""

    async def __call__(self, event: InboundEvent) -> Outcome:
        """Take one event."""
        self.heard.append(event)
        meanwhile, self.meanwhile = self.meanwhile, None
        if meanwhile is not None:
            await meanwhile()
        return self.says(event)

    def holds(self) -> asyncio.Event:
        """Take its time with what comes next, until the event is set."""
        may_answer = asyncio.Event()
        self.meanwhile = may_answer.wait
        return may_answer

    def heard_of(self, *kinds: type[E]) -> list[E]:
        """Return what it heard of some kinds."""
        return [event for event in self.heard if isinstance(event, kinds)]


def scripted(event: InboundEvent) -> Outcome:  # noqa: PLR0911 - one for each thing that is said
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
