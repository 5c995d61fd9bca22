"""Somebody in a simulated town: what they do next is drawn, and what they were promised they remember."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from itertools import product
from random import Random
from typing import TYPE_CHECKING

from bot.domain.people import Account, PersonId, Place
from bot.surface.card import Card, Choose, Control, LinkButton, Scale
from bot.surface.inbound import (
    ActionPressed,
    CommandInvoked,
    DirectMessage,
    Facts,
    FormSubmitted,
    InboundEvent,
    OptionChosen,
    ScaleAnswered,
)
from bot.surface.outcome import Act, Open, Outcome, Replace, Show

if TYPE_CHECKING:
    from tests.faults.simulation.platform import RoughPlatform, Shown
    from tests.faults.simulation.town import Town

_SYLLABLES = ("ba", "do", "fe", "gi", "ku", "la", "mo", "ne", "pi", "ru", "sa", "to")
HOUR = 3600.0


def words() -> Iterator[str]:
    """Walk words that nobody knows, each once."""
    return ("".join(parts) for parts in product(_SYLLABLES, repeat=5))


@dataclass(kw_only=True)
class Life:
    """One notebook of somebody's, from their yes to its end."""

    began: datetime
    person: PersonId | None = None
    """Known once their rows were laid aside."""
    acknowledged: list[str] = field(default_factory=list)
    """The word in each page that was said to be saved."""
    erased_at: datetime | None = None


@dataclass(kw_only=True)
class Inhabitant:
    """Somebody with an account; `is_steady`: they change nothing and pass by each question in time."""

    account: Account
    town: Town
    platform: RoughPlatform
    random: Random
    words: Iterator[str]
    is_steady: bool = False
    lives: list[Life] = field(default_factory=list)
    wrote: set[str] = field(default_factory=set)
    """Every word that they wrote, kept or not."""
    seen: list[str] = field(default_factory=list)
    """The texts that were shown to them."""
    letters: list[Shown] = field(default_factory=list)
    keenness: float = 0.5
    reads_wrong: list[str] = field(default_factory=list)

    @property
    def life(self) -> Life | None:
        """The notebook that is open; None where there is none."""
        return self.lives[-1] if self.lives and self.lives[-1].erased_at is None else None

    async def live(self) -> None:
        """Do something again and again, until the town ends."""
        if not self.is_steady:
            await asyncio.sleep(self.random.uniform(1, 600))
            await self.settle_in()
        acts = [
            self.answer, self.answer, self.answer, self.write, self.write, self.read, self.pause,
            self.resume, self.resume, self.move_hour, self.pry, self.say, self.leave,
        ]  # fmt: skip
        while True:
            await asyncio.sleep(self.random.expovariate(1 / (4 * HOUR)))
            if self.is_steady:
                continue
            if self.life is None:
                if self.random.random() < 0.5:
                    await self.settle_in()
                continue
            await self.random.choice(acts)()

    async def pass_by(self, letter: Shown) -> None:
        """Say "not today" some time after a check-in came."""
        await asyncio.sleep(self.random.uniform(5, 3 * HOUR))
        if (skip := control_of(letter.card, "checkin.skip")) is not None:
            await self.press(skip)

    async def settle_in(self) -> None:
        """Say yes, and wish for a check-in a day."""
        consent = card_of(await self.does(CommandInvoked(**self.facts(), text="start")))
        yes = control_of(consent, "consent.yes")
        if yes is None and self.life is None:
            return
        if yes is not None:
            self.lives.append(Life(began=self.town.clock.now()))
            await self.press(yes)
        await self.wish(days="daily", at="09:00")

    async def wish(self, **wish: str) -> None:
        """Send the form of the settings."""
        opened = await self.does(CommandInvoked(**self.facts(), text="settings"))
        form = opened.first.form if opened is not None and isinstance(opened.first, Open) else None
        if form is not None:
            standing = {each.name: each.value for each in form.fields}
            values = standing | {"zone": "UTC", "quiet": "none", "region": "elsewhere"} | wish
            await self.does(FormSubmitted(**self.facts(), ref=form.ref, values=values))

    async def move_hour(self) -> None:
        """Wish for another hour."""
        await self.wish(
            days="daily", at=f"{self.random.randint(6, 20):02}:{self.random.choice(['00', '30'])}"
        )

    async def answer(self) -> None:
        """Answer one of the last check-ins, in one way or another."""
        if not self.letters:
            return
        card = self.random.choice(self.letters[-3:]).card
        choices = [each for each in card.controls if not isinstance(each, LinkButton)]
        control = self.random.choice(choices) if choices else None
        match control:
            case None:
                return
            case Scale():
                value = self.random.randint(control.low, control.high)
                await self.does(ScaleAnswered(**self.facts(), ref=control.ref, value=value))
            case Choose():
                name = self.random.choice(control.options).name
                await self.does(OptionChosen(**self.facts(), ref=control.ref, values=(name,)))
            case _:
                await self._fill(await self.press(control))

    async def write(self) -> None:
        """Write a page."""
        await self._fill(await self.does(CommandInvoked(**self.facts(), text="write")))

    async def _fill(self, opened: Outcome | None) -> None:
        if opened is None or not isinstance(opened.first, Open) or not opened.first.form.ref:
            return
        form = opened.first.form
        fields = [each.name for each in form.fields]
        if "text" not in fields:
            return
        word = next(self.words)
        self.wrote.add(word)
        values = {each.name: each.value for each in form.fields} | {"text": f"Something like {word}."}
        life = self.life
        for _ in range(self.random.randint(1, 2)):  # pressed again, it is the same page
            said = await self.does(FormSubmitted(**self.facts(), ref=form.ref, values=values))
            if life is not None and "entry.saved" in _text_ids(said):
                life.acknowledged.append(word)
                return

    async def say(self) -> None:
        """Type words without a command: they are kept as a draft at most."""
        word = next(self.words)
        self.wrote.add(word)
        await self.does(DirectMessage(**self.facts(), text=f"It was like {word}."))

    async def read(self) -> None:
        """Read the last page: it is the last that was said to be saved, or one that was written after it."""
        life = self.life
        known = life.acknowledged[-1] if life and life.acknowledged else None
        outcome = await self.does(CommandInvoked(**self.facts(), text="journal last"))
        if known is None or outcome is None or self.life is not life:
            return
        ids = _text_ids(outcome)
        if ids & {"not_now", "not_saved", "stays_closed"}:
            if "stays_closed" in ids:
                self.reads_wrong.append("a page of theirs stayed closed")
            return
        text = " ".join(card.text for card in _cards(outcome))
        if not any(word in text for word in self.wrote):
            self.reads_wrong.append(f"the last page is not there: {sorted(ids)}")

    async def pause(self) -> None:
        """Ask for quiet."""
        await self.does(CommandInvoked(**self.facts(), text="pause"))

    async def resume(self) -> None:
        """Go on."""
        await self.does(CommandInvoked(**self.facts(), text="resume"))

    async def pry(self) -> None:
        """Press what another was given, or send it as one's own."""
        others = [each for each in self.town.people if each is not self and each.letters]
        if others:
            theirs = self.random.choice(others).letters[-1].card
            for control in theirs.controls:
                if not isinstance(control, LinkButton):
                    outcome = await self.does(ActionPressed(**self.facts(), ref=control.ref))
                    if outcome is not None and "not_yours" not in _text_ids(outcome):
                        self.reads_wrong.append("what another was given was taken from them")
                    return

    async def in_rounds(self) -> None:
        """Arrive in the rounds of their circle, perhaps more than once, perhaps never."""
        while True:
            await asyncio.sleep(self.random.uniform(0.5, 1.5) * HOUR)
            circle = self.town.circle_of(self)
            opening = circle.opening() if circle is not None else None
            asked = control_of(opening, "circle.arrive")
            if circle is not None and isinstance(asked, Choose) and self.random.random() < self.keenness:
                way = self.random.choice(
                    asked.options[:2] if self.random.random() < 0.7 else asked.options
                ).name
                circle.tap(self.account, way)
                event = OptionChosen(**self.facts(circle.place), ref=asked.ref, values=(way,))
                await self.does(event)

    async def leave(self) -> None:
        """Erase everything, if they mean it."""
        if self.random.random() > 0.2:
            return
        offer = card_of(await self.does(CommandInvoked(**self.facts(), text="erase")))
        ask = control_of(offer, "erase.ask")
        sure = card_of(await self.press(ask)) if ask else None
        confirm = control_of(sure, "erase.confirm")
        life = self.life
        if confirm is None or life is None:
            return
        life.person = await self.town.lay_aside(self)
        outcome = await self.press(confirm)
        if "erased" in _text_ids(outcome):
            life.erased_at = self.town.clock.now()
            self.town.note(f"{self.account.user} erased")
        elif await self._is_gone():
            life.erased_at = self.town.clock.now()  # it was not answered, and is done all the same

    async def _is_gone(self) -> bool:
        for _ in range(20):
            shown = card_of(await self.does(CommandInvoked(**self.facts(), text="start")))
            if shown is not None and shown.text_id != "broken":
                return control_of(shown, "consent.yes") is not None
        return False

    async def press(self, control: Control, place: Place | None = None) -> Outcome | None:
        """Press a button."""
        ref = "" if isinstance(control, LinkButton) else control.ref
        return await self.does(ActionPressed(**self.facts(place), ref=ref))

    async def does(self, event: InboundEvent) -> Outcome | None:
        """Do something, and look at what is shown."""
        outcome = await self.town.hear(event)
        for card in _cards(outcome):
            self.seen.append(card.text)
        self.town.note(f"{self.account.user} {type(event).__name__} {sorted(_text_ids(outcome))}")
        self.town.broken += "broken" in _text_ids(outcome)
        return outcome

    def facts(self, place: Place | None = None) -> Facts:
        """Return what every event carries."""
        return Facts(
            event_id=self.town.event_id(),
            account=self.account,
            handle="h",
            zone="UTC",
            organisation=f"{self.account.surface}/{self.account.workspace}",
            manages=self.account.user.endswith("0"),
            place=place,
            place_name=place.channel if place else "",
            called=self.account.user.title(),
        )


def _cards(outcome: Outcome | None) -> list[Card]:
    acts: tuple[Act, ...] = (outcome.first, *outcome.then) if outcome is not None else ()
    return [act.card for act in acts if isinstance(act, Show | Replace)]


def card_of(outcome: Outcome | None) -> Card | None:
    """Return the first card that was shown."""
    cards = _cards(outcome)
    return cards[0] if cards else None


def _text_ids(outcome: Outcome | None) -> set[str]:
    return {card.text_id for card in _cards(outcome) if card.text_id}


def control_of(card: Card | None, name: str) -> Control | None:
    """Return a control of a card; None where there is none."""
    return next((one for one in card.controls if one.name == name), None) if card is not None else None
