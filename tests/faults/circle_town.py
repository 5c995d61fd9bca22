"""Many circles on a platform that has bad days, and a house that ends in between: what was said is known."""

from __future__ import annotations

from collections import Counter
from collections.abc import Awaitable, Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import product
from random import Random

from bot.domain.people import Account, Place
from bot.ports.chat import Change, MaybeSent, Posting, Receipt, Sent
from bot.surface.card import Card, Choose, Control, Shared
from bot.surface.inbound import (
    ActionPressed,
    Facts,
    FormSubmitted,
    InboundEvent,
    OptionChosen,
)
from bot.surface.outcome import Open, Outcome, Quiet
from bot.testing.faults import Killed
from tests.unit.channels import Channels
from tests.unit.circles.hands import invitation, make_circle
from tests.unit.small_house import card_of, control, ref_of
from tests.unit.world import World

BAD, CUT = 0.03, 0.004
"""How often a platform's answer is lost, and how often the house ends while somebody does something."""
_SYLLABLES = ("ba", "do", "fe", "gi", "ku", "la", "mo", "ne", "pi", "ru", "sa", "to")


def words() -> Iterator[str]:
    """Walk words that nobody knows, each once."""
    return ("".join(parts) for parts in product(_SYLLABLES, repeat=5))


class BadDays(Channels):
    """Channels of a platform whose answer is lost now and then, whether or not it has done what was asked."""

    def __init__(self, random: Random, before: Channels) -> None:
        """Be lucky and unlucky by `random`, where all that stood there stands."""
        super().__init__(standing=before.standing, keys=before.keys)
        self._random = random

    def post(self, posting: Posting) -> Receipt:
        """Post, or not, and sometimes do not say so."""
        return self._told(lambda: super(BadDays, self).post(posting))

    def change(self, change: Change) -> Receipt:
        """Change, or not, and sometimes do not say so."""
        return self._told(lambda: super(BadDays, self).change(change))

    def _told(self, do: Callable[[], Receipt]) -> Receipt:
        luck = self._random.random()
        if luck < BAD / 2:
            return MaybeSent()
        receipt = do()
        return MaybeSent() if luck < BAD and isinstance(receipt, Sent) else receipt


@dataclass(kw_only=True)
class Circle:
    """One circle, its people, and what they were told is on its way: each by a word of its own."""

    place: Place
    people: Sequence[Account]
    shared: list[str] = field(default_factory=list)
    answered: dict[str, str] = field(default_factory=dict)
    """Under which share, by the word in it, each answer belongs."""


class CircleTown:
    """Circles in a house, and the ways in which their people act."""

    def __init__(self, house: World, random: Random) -> None:
        """Stand in `house`, whose platform has bad days from now on."""
        self.house, self.random = house, random
        self.channels = BadDays(random, house.chat.channels)
        self.circles: list[Circle] = []
        self.cuts = 0
        self.words = words()

    async def found(self, circles: int, people: int) -> None:
        """Let so many circles begin, each of so many people, for a round every Thursday at noon."""
        await self.house.begin()
        for number in range(circles):
            place = Place(surface="chat", workspace="team", channel=f"c{number}")
            named = [
                Account(surface="chat", workspace="team", user=f"u{number}x{who}") for who in range(people)
            ]
            self.house.managers[named[0]] = True
            self.house.place = place
            made = await make_circle(self.house, named[0], day="3", at="12:00")
            assert card_of(made).text_id == "circle.made"
            invited = control(invitation(self.house, place), "circle.join")
            for who in named[1:]:
                await self.house.press(invited, who)
            self.circles.append(Circle(place=place, people=named))
        self.house.place = None
        self.house.chat.channels = self.channels

    def _facts(self, circle: Circle, who: Account) -> Facts:
        facts = self.house.facts(who)
        facts["place"], facts["place_name"] = circle.place, circle.place.channel
        return facts

    async def passes(self, to: datetime) -> None:
        """Let time pass; where the house ends meanwhile, the next one goes on."""
        await self._lives(lambda: self.house.until(to))

    async def arrives(self, circle: Circle, who: Account) -> None:
        """Let somebody arrive in the round that is open."""
        asked = self._there(circle, "circle.arrive")
        assert isinstance(asked, Choose)
        way = self.random.choice(asked.options).name
        await self._does(OptionChosen(**self._facts(circle, who), ref=ref_of(asked), values=(way,)))

    async def shares(self, circle: Circle, who: Account) -> None:
        """Let somebody share something with their name, in a word of its own."""
        word = next(self.words)
        outcome = await self._writes(
            circle, who, self._there(circle, "share.open"), f"Something like {word}."
        )
        if outcome is not None:
            circle.shared.append(word)

    async def hears(self, circle: Circle, who: Account, share: str) -> None:
        """Let somebody press that they hear a share."""
        card = self._card_with(circle, share)
        if card is not None:
            await self._does(
                ActionPressed(**self._facts(circle, who), ref=ref_of(control(card, "share.heard")))
            )

    async def answers(self, circle: Circle, who: Account, share: str) -> None:
        """Let somebody answer a share in a word of its own."""
        card = self._card_with(circle, share)
        if card is None:
            return
        word = next(self.words)
        opens = control(card, "answer.open")
        if await self._writes(circle, who, opens, f"What I hear is {word}."):
            circle.answered[word] = share

    async def _writes(self, circle: Circle, who: Account, opens: Control, text: str) -> bool:
        """Open a form and send it; whether it was said that it is on its way."""
        opened = await self._does(ActionPressed(**self._facts(circle, who), ref=ref_of(opens)))
        if not isinstance(opened.first, Open):
            return False
        form = opened.first.form
        standing = {each.name: each.value for each in form.fields}
        facts = self._facts(circle, who)
        facts["place"] = None
        values = {**standing, form.fields[0].name: text}
        outcome = await self._does(FormSubmitted(**facts, ref=form.ref, values=values))
        # Told again after an end, what was kept before it does nothing twice, and is on its way all the same.
        return isinstance(outcome.first, Quiet) or _card_id(outcome) == "share.on_its_way"

    async def _does(self, event: InboundEvent) -> Outcome:
        """Let the house hear an event; where it ends meanwhile, the platform tells the next one again."""
        if self.random.random() < CUT:
            self.house.end_after(self.random.randint(1, 6))
        found: list[Outcome] = []

        async def hear() -> None:
            found.append(await self.house.hear(event))

        await self._lives(hear)
        return found[-1]

    async def _lives(self, act: Callable[[], Awaitable[object]]) -> None:
        while True:
            try:
                await act()
            except Killed:
                self.cuts += 1
                await self._restarts()
            else:
                return

    async def _restarts(self) -> None:
        while True:
            try:
                await self.house.restart()
                await self.house.engine.settle()
            except Killed:
                continue
            return

    def _there(self, circle: Circle, name: str) -> Control:
        return next(
            one
            for card in reversed(self.channels.cards(circle.place))
            for one in card.controls
            if one.name == name
        )

    def _card_with(self, circle: Circle, word: str) -> Card | None:
        cards = self.channels.cards(circle.place)
        return next((card for card in cards if word in _said(card)), None)

    def standing(self, circle: Circle) -> Counter[str]:
        """Count how often each word stands in a channel."""
        every = list(self.channels.cards(circle.place))
        known = [*circle.shared, *circle.answered]
        return Counter(word for card in every for word in known if word in _said(card))

    def is_below(self, circle: Circle, answer: str) -> bool:
        """Whether an answer stands below the share that it is for."""
        share = self._card_with(circle, circle.answered[answer])
        found = self._card_with(circle, answer)
        return (
            share is not None
            and found is not None
            and found in self.channels.under(self.channels.handle_of(share))
        )

    def of_kind(self, circle: Circle, *text_ids: str) -> int:
        """Count the cards in a channel that are of some kinds now."""
        return sum(card.text_id in text_ids for card in self.channels.cards(circle.place))


def weekly(first: datetime, weeks: int) -> list[datetime]:
    """Return the instants at which rounds open."""
    return [first + week * timedelta(days=7) for week in range(weeks)]


def _said(card: Card) -> str:
    return " ".join(block.text for block in card.blocks if isinstance(block, Shared))


def _card_id(outcome: Outcome) -> str:
    card = getattr(outcome.first, "card", None)
    return card.text_id if isinstance(card, Card) else ""
