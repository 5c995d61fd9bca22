"""Where the surface contract plays: a core that answers by a script, and a person before a surface."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Mapping
from typing import Protocol, TypeVar

from bot.domain.people import Account
from bot.ports.chat import Receipt
from bot.surface.capabilities import Capabilities
from bot.surface.card import Card
from bot.surface.inbound import CommandInvoked, InboundEvent
from bot.surface.outcome import QUIET, Hear, Outcome

_E = TypeVar("_E", bound=InboundEvent)


class Script:
    """A core that answers as it was told and writes down what it heard."""

    def __init__(self, *outcomes: Outcome) -> None:
        """Answer with `outcomes` in order, and then with nothing."""
        self.heard: list[InboundEvent] = []
        self._outcomes = deque(outcomes)

    def will_answer(self, *outcomes: Outcome) -> None:
        """Answer with these too, after those that are left."""
        self._outcomes.extend(outcomes)

    async def hear(self, event: InboundEvent) -> Outcome:
        """Answer one event. A surface's own "start" is not part of the story."""
        if isinstance(event, CommandInvoked) and event.text == "start":
            return QUIET
        self.heard.append(event)
        return self._outcomes.popleft() if self._outcomes else QUIET

    def last(self, kind: type[_E]) -> _E:
        """Return what was heard last, which is of this kind."""
        assert isinstance(self.heard[-1], kind)
        return self.heard[-1]


class Stage(Protocol):
    """One surface with one person before it, driven from outside. Each act returns when it was answered."""

    @property
    def account(self) -> Account:
        """Who is there."""
        ...

    @property
    def organisation(self) -> str:
        """Where they are, as `Inbound` has it; empty where no organisation is."""
        ...

    @property
    def tells_when_closed(self) -> bool:
        """Whether the app hears of it when somebody closes a form. A stage that says no has the reason."""
        ...

    @property
    def capabilities(self) -> Capabilities:
        """What the surface says of itself."""
        ...

    @property
    def seen(self) -> str:
        """All that the person could read until now: any white space, labels without their keys' order."""
        ...

    async def arrive(self) -> None:
        """Begin: the person is there, and the surface knows their zone as `surface_samples.ZONE`."""
        ...

    async def put_in_charge(self) -> None:
        """Make them look after their organisation, where there is one; before they arrive."""
        ...

    async def leave(self) -> None:
        """End: nobody is there."""
        ...

    async def command(self, text: str) -> None:
        """Type a command, as people type it on this surface."""
        ...

    async def say(self, text: str) -> None:
        """Type words that are no command."""
        ...

    async def press(self, name: str) -> None:
        """Press the button of that name."""
        ...

    async def choose(self, name: str, *options: str) -> None:
        """Choose options by their names."""
        ...

    async def rate(self, name: str, value: int | None) -> None:
        """Answer a scale; None is "not now"."""
        ...

    async def fill(self, values: Mapping[str, str]) -> None:
        """Type into the open form, choices by option name, and send it. Other fields stay as they are."""
        ...

    async def dismiss(self) -> None:
        """Close the open form."""
        ...

    async def send(self, card: Card, *, to: Account | None = None) -> Receipt:
        """Let the core send a letter with `card`, to the person of this stage unless told otherwise."""
        ...


OpenStage = Callable[[Hear], Stage]


def reads(stage: Stage, words: str) -> bool:
    """Whether the person could read `words` whole, wherever lines were broken."""
    return " ".join(words.split()) in " ".join(stage.seen.split())
