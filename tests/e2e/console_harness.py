"""A person at the console, driven from a test: lines go in through the real pipe, the screen is read back."""

from __future__ import annotations

import asyncio
import io
import queue
from collections.abc import Awaitable, Callable, Collection, Mapping
from functools import partial
from itertools import count
from typing import Literal, TypeVar

from adapters.console.app import ConsoleSurface
from adapters.console.chat import LineTalk
from adapters.console.open_card import keyed_buttons
from adapters.console.talk import CANCEL, DOT
from bot.domain.people import Account
from bot.ports.chat import Letter, Receipt
from bot.surface.capabilities import Capabilities
from bot.surface.card import Button, Card, Choose, Control, Scale
from bot.surface.form import ChoiceField, Field, TextField
from bot.surface.inbound import InboundEvent
from bot.surface.outcome import Hear, Open, Outcome, Refuse, Replace, Show

ME = Account(surface="console", workspace="local", user="me")
PATIENCE = 20.0
"""Seconds after which a test gives up: an upper bound, never a wait."""
_EVENT_IDS = count(1)
"""No two sessions share an event id, as on a real console: what was heard before is not heard again."""

_C = TypeVar("_C", bound=Control)


class FedInput:
    """Standard input that a test feeds line by line; it tells when the console wants the next one."""

    def __init__(self) -> None:
        """Begin with nothing typed."""
        self.is_wanted = asyncio.Event()
        self._loop = asyncio.get_running_loop()
        self._lines: queue.SimpleQueue[bytes] = queue.SimpleQueue()

    def readline(self) -> bytes:
        """Wait for a line, in the console's own thread."""
        self._loop.call_soon_threadsafe(self.is_wanted.set)
        return self._lines.get()

    def put(self, line: bytes) -> None:
        """Hand over a line; an empty one is the end."""
        self.is_wanted.clear()
        self._lines.put(line)


async def nothing_waits() -> None:
    """Somebody came, and no letter waits for them."""


class ConsoleStage:
    """One session at a console without a terminal.

    Controls and fields are found by name on the cards and forms that the core sent, and answered as a
    person would: by the number on the screen, or by the label.
    """

    def __init__(
        self,
        hear: Hear,
        *,
        account: Account = ME,
        zone: str | None = None,
        words: Collection[str] = (),
        arrived: Callable[[], Awaitable[None]] = nothing_waits,
        by: Literal["number", "label"] = "number",
    ) -> None:
        """Put `account` before a console that speaks with `hear`."""
        self.account = account
        self.organisation = f"console/{account.workspace}"
        self.input = FedInput()
        self.screen = io.StringIO()
        self._open = partial(
            ConsoleSurface,
            hear=self._listen,
            account=account,
            talk=LineTalk(self.input, self.screen),
            new_id=lambda: f"c{next(_EVENT_IDS)}",
            arrived=arrived,
            zone=zone,
            words=words,
        )
        self.surface = self._open()
        self._hear = hear
        self._by = by
        self._cards: list[Card] = []
        self._fields: tuple[Field, ...] = ()
        self._asked: tuple[Field, ...] = ()
        self._run: asyncio.Task[None] | None = None

    tells_when_closed = True

    @property
    def capabilities(self) -> Capabilities:
        """What the console says of itself."""
        return self.surface.capabilities

    @property
    def seen(self) -> str:
        """The whole screen, from the first line on."""
        return self.screen.getvalue()

    async def arrive(self) -> None:
        """Sit down; returns at the first prompt."""
        self._run = asyncio.create_task(self.surface.run())
        await self._until_wanted()

    async def put_in_charge(self) -> None:
        """Sit before a console that was opened for whoever looks after the place."""
        self.surface = self._open(manages=True)

    async def leave(self) -> None:
        """End the input; returns when the session is over."""
        if self._run is not None and not self._run.done():
            self.input.put(b"")
            await asyncio.wait_for(self._run, PATIENCE)

    async def enter(self, *lines: str) -> str:
        """Type lines, each when it is wanted; returns what the screen showed in answer."""
        before = len(self.seen)
        for line in lines:
            self.input.put(f"{line}\n".encode())
            await self._until_wanted()
        return self.seen[before:]

    async def command(self, text: str) -> None:
        """Type a command, with the slash that may stand before it."""
        await self.enter(f"/{text}")

    async def say(self, text: str) -> None:
        """Type words."""
        await self.enter(text)

    async def press(self, name: str) -> None:
        """Press a button."""
        on, button = self._find(name, Button)
        keys = {one.name: key for key, one in keyed_buttons(on)}
        await self.enter(button.label if self._by == "label" else keys[name])

    async def choose(self, name: str, *options: str) -> None:
        """Choose options by their names."""
        _, choose = self._find(name, Choose)
        names = [option.name for option in choose.options]
        numbers = [names.index(option) for option in options]
        if self._by == "label":
            await self.enter(", ".join(choose.options[n].label.upper() for n in numbers))
        else:
            await self.enter(" ".join(str(n + 1) for n in numbers))

    async def rate(self, name: str, value: int | None) -> None:
        """Answer a scale."""
        _, scale = self._find(name, Scale)
        if value is None:
            await self.enter("n")
        elif self._by == "label" and value in scale.worded:
            await self.enter(scale.worded[value])
        else:
            await self.enter(str(value))

    async def fill(self, values: Mapping[str, str]) -> None:
        """Answer the fields that are asked now; those without a value keep what stands."""
        for field in self._asked:
            await self.enter(*self._lines(field, values))

    async def dismiss(self) -> None:
        """Leave the form."""
        await self.enter(CANCEL)

    async def send(self, card: Card, *, to: Account | None = None) -> Receipt:
        """Let the core send a letter."""
        self._cards.append(card)
        key = b"key %d" % len(self._cards)
        return await self.surface.send(Letter(key=key, to=to or self.account, card=card))

    def _lines(self, field: Field, values: Mapping[str, str]) -> tuple[str, ...]:
        value = values.get(field.name)
        match field:
            case TextField(long=True):
                return (*value.split("\n"), DOT) if value is not None else (DOT,)
            case ChoiceField(options=options) if value is not None:
                names = [option.name for option in options]
                at = names.index(value)
                return (options[at].label,) if self._by == "label" else (str(at + 1),)
            case _:
                return (value or "",)

    async def _listen(self, event: InboundEvent) -> Outcome:
        outcome = await self._hear(event)
        for act in (outcome.first, *outcome.then):
            match act:
                case Show(card=card) | Replace(card=card):
                    self._cards.append(card)
                case Open(form=form):
                    self._fields = self._asked = form.fields
                case Refuse(errors=errors):
                    self._asked = tuple(field for field in self._fields if field.name in errors)
                case _:
                    pass
        return outcome

    def _find(self, name: str, kind: type[_C]) -> tuple[Card, _C]:
        for card in reversed(self._cards):
            for control in card.controls:
                if control.name == name and isinstance(control, kind):
                    return card, control
        raise LookupError(name)

    async def _until_wanted(self) -> None:
        """Wait until the console wants a line, or has ended."""
        assert self._run is not None
        wanted = asyncio.create_task(self.input.is_wanted.wait())
        await asyncio.wait({wanted, self._run}, timeout=PATIENCE, return_when=asyncio.FIRST_COMPLETED)
        assert wanted.done() or self._run.done(), "the console neither asks nor ends"
        wanted.cancel()
        if self._run.done():
            self._run.result()
