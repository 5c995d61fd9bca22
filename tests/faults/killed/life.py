"""One life of a house: opened on what stands; people write and are asked, until it is killed or told."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from itertools import count
from pathlib import Path

from adapters.engine.embedded import EmbeddedEngine
from bot.app.bootstrap import open_house
from bot.app.cli.sim import story_settings
from bot.app.house import House
from bot.app.settings import Settings
from bot.app.system import SystemChance
from bot.ports.chance import Chance
from bot.ports.vault import Secret
from bot.surface.card import LinkButton
from bot.surface.inbound import ActionPressed, CommandInvoked, Facts, FormSubmitted
from bot.surface.outcome import Open, Outcome, Quiet, Replace, Show
from tests.faults.killed.platform import LANE, SURFACE, Line, PipedChat, SharedClock, account_of
from tests.json_types import Json

START = datetime(2026, 1, 5, tzinfo=UTC)
STEP = timedelta(minutes=30)
LAST_STEPS = 8
"""Steps that the last life takes: all that is due by then has its window, and time to leave in."""
PRESSES = 10
"""How often somebody tries again to settle in."""
BEAT = timedelta(milliseconds=20)
"""How often the engine looks by itself: the clock stands while it works, and jumps."""


@dataclass(kw_only=True)
class Life:
    """Somebody's whole life with Reststop, as one process sees it."""

    data: Path
    operator_set: Mapping[str, object]
    people: int
    line: Line
    clock: SharedClock

    async def settle(self) -> None:
        """Let everybody settle in."""
        house = await self._opened()
        for number in range(self.people):
            at = asked_at(number, self.people)
            again = 0
            while not await self._settle_in(house, name_of(number), f"{at:%H:%M}", again):
                again += 1  # a machine that is busy may say "not saved yet"
                assert again < PRESSES
        await house.stop()

    async def go_on(self, *, steps: int | None = None) -> None:
        """Live: for so many steps, and end well; or until it is over."""
        house = await self._opened()
        self.line.tell("up")
        await self.finish(house)
        await house.catch_up(LANE)  # what is due leaves before time moves on: lives may be short
        number = self.last_number
        for _ in count() if steps is None else range(steps):
            self.clock.move_to(self.clock.now() + STEP)
            number += 1
            name = name_of(number % self.people)
            await asyncio.gather(house.catch_up(LANE), self.write(house, name, number))
            await self.answer(house)
        await house.stop()

    async def _settle_in(self, house: House, name: str, at: str, again: int) -> bool:
        """Let somebody say yes and choose their hour; return whether it was kept."""
        consent = await house.hear(CommandInvoked(**_facts(name, "start", again), text="start"))
        yes = _ref(consent, "consent.yes")
        if yes:
            await house.hear(ActionPressed(**_facts(name, "yes", again), ref=yes))
        form = (await house.hear(CommandInvoked(**_facts(name, "settings", again), text="settings"))).first
        if not isinstance(form, Open):
            return False
        wish = {"days": "daily", "at": at, "zone": "UTC", "quiet": "none", "region": "GB"}
        values = {each.name: each.value for each in form.form.fields} | wish
        facts = _facts(name, "wish", again)
        kept = await house.hear(FormSubmitted(**facts, ref=form.form.ref, values=values))
        return isinstance(kept.first, Show)

    async def _opened(self) -> House:
        chance: Chance = SystemChance()
        engine = EmbeddedEngine(self.clock, heartbeat=BEAT, pause=lambda _failures: BEAT)
        chats = {SURFACE: PipedChat(self.line, self.clock)}
        house = await open_house(
            settings_of(self.data, self.operator_set),
            clock=self.clock,
            chance=lambda _starts: chance,
            engine=engine,
            chats=chats,
        )
        await house.start()
        return house

    async def write(self, house: House, name: str, number: int) -> None:
        """Let somebody write; what was sent and not answered is delivered again by the next life."""
        begun = self.clock.now().isoformat()
        opened = (await house.hear(CommandInvoked(**_facts(name, begun, number), text="write"))).first
        if not isinstance(opened, Open):
            return
        event: Json = {"who": name, "number": number, "at": begun, "ref": opened.form.ref}
        self.line.tell("event", **event)
        await self._send(house, event)

    async def finish(self, house: House) -> None:
        """Deliver again what the life before was sent and did not answer."""
        for event in [*self.line.known.pending.values()]:
            await self._send(house, event)

    @property
    def last_number(self) -> int:
        """Return the highest number that was said to be saved; 0 where none was."""
        return max((n for several in self.line.known.saved.values() for n in several), default=0)

    async def _send(self, house: House, event: Json) -> None:
        """Deliver a form. It is answered by "Saved", or by nothing where it was taken before."""
        name, number = event["who"], event["number"]
        facts = _facts(name, event["at"], number, "saved")
        values = {"text": text_of(number)}
        outcome = await house.hear(FormSubmitted(**facts, ref=event["ref"], values=values))
        if isinstance(outcome.first, Quiet) or "Saved" in _text(outcome):
            self.line.tell("saved", who=name, number=number)
        else:
            self.line.tell("not saved", number=number)

    async def answer(self, house: House) -> None:
        """Let who was asked pass it by; five without an answer, and Reststop would ask whether to pause."""
        for ref, name in [*self.line.known.to_answer.items()]:
            facts = _facts(name, ref)
            await house.hear(ActionPressed(**facts, ref=ref))
            self.line.tell("skipped", ref=ref)


def settings_of(data: Path, operator_set: Mapping[str, object]) -> Settings:
    """Return the settings of the house in a data folder."""
    hidden = {name: Secret(str(value)) for name, value in operator_set.items() if name.endswith("_url")}
    return story_settings(data).model_copy(update={**operator_set, **hidden})


def name_of(number: int) -> str:
    """Return what the platform calls somebody."""
    return f"n{number}"


def asked_at(number: int, people: int) -> time:
    """Return at which half hour of the day somebody is asked; they are spread over all of it."""
    minutes = number * 48 // people * 30
    return time(minutes // 60, minutes % 60)


def text_of(number: int) -> str:
    """Return what somebody writes."""
    return f"number {number:06}"


def _facts(name: str, *event: object) -> Facts:
    return Facts(
        event_id="/".join(map(str, (name, *event))), account=account_of(name), handle="h", zone="UTC"
    )


def _ref(outcome: Outcome, name: str) -> str:
    """Return what a button sends back; "" where it is not there."""
    if not isinstance(outcome.first, Show | Replace):
        return ""
    controls = outcome.first.card.controls
    found = (one.ref for one in controls if one.name == name and not isinstance(one, LinkButton))
    return next(found, "")


def _text(outcome: Outcome) -> str:
    match outcome.first:
        case Show(card=card) | Replace(card=card):
            return card.text
        case other:
            return type(other).__name__
