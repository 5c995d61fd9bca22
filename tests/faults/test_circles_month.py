"""Two hundred circles of twelve, a month, and a house that ends again and again: each round comes once."""

from __future__ import annotations

import random
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from datetime import timedelta
from functools import partial

from bot.domain.people import Account, Place
from bot.domain.rounds import UNSAID
from bot.ports.chat import Later, MaybeSent, Receipt
from bot.ports.faults import Point
from bot.surface.card import Card
from bot.testing.faults import Killed
from bot.testing.rounds import invented_round
from tests.unit.circles.hands import DUTIES, a_channel
from tests.unit.small_house import TEAM, card_of, control, form_of
from tests.unit.world import World

CIRCLES, PEOPLE, WEEKS = 200, 12, 4
ENDED_IN = 30
"""One hour of so many ends the house at some point of what it does."""
DOUBTED_IN = 20
"""One hour of so many begins with a message that is to wait, or of which nobody knows whether it came."""
DOUBTS: tuple[Receipt, ...] = (MaybeSent(), Later(wait=timedelta(seconds=50)))
POINTS: tuple[Point, ...] = ("before_commit", "after_commit", "after_send")
ROUND = invented_round()
WAYS = [option.name for option in ROUND.arrive.options]
FROM, FROM_MORE = 5, 8
"""So many answers are told of as 5+, and so many as 8+."""


@dataclass(kw_only=True)
class Circle:
    """A circle, what each of them tapped in the round that is open, and in each that was told of."""

    place: Place
    people: list[Account]
    tapped: dict[Account, str] = field(default_factory=dict)
    rounds: list[dict[Account, str]] = field(default_factory=list)

    def cards(self, house: World, text_id: str) -> list[Card]:
        """Return what stands in its channel under an id."""
        return [card for card in house.chat.channels.cards(self.place) if card.text_id == text_id]


async def test_two_hundred_circles_lose_and_double_nothing_in_a_month() -> None:
    """Every round opens once, tells once how people arrived and as they tapped last, and ends once."""
    began, chance, ends = time.monotonic(), random.Random(11), 0  # noqa: S311 - told again, it is the same
    with a_channel() as house:
        circles = [await _begun(house, number) for number in range(CIRCLES)]
        start = house.clock.now()
        for hour in range(1, WEEKS * 7 * 24 + 1):
            if chance.randrange(DOUBTED_IN) == 0:
                house.chat.channels.receipts.append(chance.choice(DOUBTS))
            if chance.randrange(ENDED_IN) == 0:
                house.crash.arm(chance.choice(POINTS))
            ends += await _surely(house, partial(house.until, start + timedelta(hours=hour)))
            for circle in circles:
                ends += await _tap(house, circle, chance)
        for circle in circles:
            assert len(circle.rounds) == WEEKS
            assert len(circle.cards(house, "circle.round_over")) == WEEKS
            assert len(circle.cards(house, "circle.closing")) == WEEKS
            told = [card.text for card in circle.cards(house, "circle.arrived")]
            assert len(told) == WEEKS
            for text, tapped in zip(told, circle.rounds, strict=True):
                _agrees(text, [way for way in tapped.values() if way != UNSAID])
    took = time.monotonic() - began
    print(f"\n{CIRCLES} circles of {PEOPLE}, {WEEKS} weeks, the house ended {ends} times: {took:.0f} s")  # noqa: T201 - what a night's log tells


async def _begun(house: World, number: int) -> Circle:
    """Begin a circle in a channel of its own; rounds open Monday to Thursday, from nine to one."""
    place = replace(TEAM, channel=f"c{number}")
    people = [Account(surface="chat", workspace="team", user=f"p{number}x{each}") for each in range(PEOPLE)]
    house.place, house.managers[people[0]] = place, True
    duties = card_of(await house.command("circle create", people[0]))
    form = form_of(await house.choose(control(duties, "circle.duties"), *DUTIES, who=people[0]))
    house.place = None
    typed = {"day": str(number % 4), "at": f"{9 + number % 4:02d}:{number % 4 * 15:02d}"}
    assert card_of(await house.submit_by(people[0], form, typed)).text_id == "circle.made"
    house.place = place
    [invitation] = house.chat.channels.cards(place)
    for who in people[1:]:
        await house.press(control(invitation, "circle.join"), who)
    return Circle(place=place, people=people)


async def _tap(house: World, circle: Circle, chance: random.Random) -> int:
    """Let some tap a way to arrive while they can; a round that was told of is put aside."""
    ended = 0
    told = len(circle.cards(house, "circle.arrived"))
    if told > len(circle.rounds):
        circle.rounds.append(circle.tapped)
        circle.tapped = {}
    for opening in circle.cards(house, "circle.opening"):
        way = control(opening, "circle.arrive")
        for who in chance.sample(circle.people, chance.randrange(6)):
            chosen = chance.choice(WAYS)
            ended += await _surely(house, partial(house.choose, way, chosen, who=who))
            circle.tapped[who] = chosen
    return ended


async def _surely(house: World, act: Callable[[], Awaitable[object]]) -> int:
    """Do something; where the house ends meanwhile, begin it again, and do it once more.

    Return how often it ended.
    """
    ended = 0
    while True:
        try:
            if ended:
                await house.restart()
            await act()
        except Killed:
            ended += 1
        else:
            return ended


def _agrees(text: str, answers: list[str]) -> None:
    """See that what was told is of these answers: of none of them below five, and never a false one."""
    if len(answers) < FROM:
        assert text == ROUND.arrive.few
    elif text != ROUND.arrive.few:
        assert text.startswith(f"How we came in ({FROM_MORE if len(answers) >= FROM_MORE else FROM}+): ")
        named = text.partition(": ")[2]
        for way in set(WAYS) - {UNSAID}:
            assert f"{way} door" not in named or answers.count(way) > 2
