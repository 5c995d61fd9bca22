"""Two hundred circles of twelve over a month on a platform with bad days: no word is lost or doubled."""

from __future__ import annotations

import time
from collections import Counter
from datetime import timedelta
from random import Random

import pytest

from bot.domain.deliveries import ENDED
from tests.faults.circle_town import CircleTown, weekly
from tests.unit.circles.hands import a_channel
from tests.unit.small_house import on

FIRST = on(8, 12)
WEEKS, SHARES = 4, 2
"""How many weeks, and how many in each circle share something in each round."""


@pytest.mark.parametrize(("circles", "seed"), [(200, 1)])
async def test_nothing_that_was_said_is_lost_or_stands_twice(circles: int, seed: int) -> None:
    """Answers of the platform are lost, and the house ends and begins again, at any moment.

    Each round opens once and closes once in each channel; what people were told is on its way stands there
    once, an answer below its share; and at the end nothing is on its way any more.
    """
    began = time.perf_counter()
    random = Random(seed)  # noqa: S311 - told again, it is the same
    with a_channel() as house:
        town = CircleTown(house, random)
        await town.found(circles, 12)
        for opens in weekly(FIRST, WEEKS):
            await town.passes(opens + timedelta(minutes=10))
            for circle in town.circles:
                await town.arrives(circle, random.choice(circle.people))
                for who in random.sample(circle.people, SHARES):
                    await town.shares(circle, who)
            await town.passes(opens + timedelta(hours=5))
            for circle in town.circles:
                for share in circle.shared[-SHARES:]:
                    listens, answers = random.sample(circle.people, 2)
                    await town.hears(circle, listens, share)
                    if random.random() < 0.5:
                        await town.answers(circle, answers, share)
            await town.passes(opens + timedelta(days=2))
        await town.passes(opens + timedelta(days=3))
        lost_or_doubled = {
            circle.place.channel: found
            for circle in town.circles
            if (found := _wrong(town.standing(circle), [*circle.shared, *circle.answered]))
        }
        assert lost_or_doubled == {}
        assert [
            answer
            for circle in town.circles
            for answer in circle.answered
            if not town.is_below(circle, answer)
        ] == []
        rounds = {town.of_kind(circle, "circle.round_over") for circle in town.circles}
        closings = {
            (town.of_kind(circle, "circle.arrived"), town.of_kind(circle, "circle.closing"))
            for circle in town.circles
        }
        assert rounds == {WEEKS}
        assert closings == {(WEEKS, WEEKS)}
        assert all(delivery.state in ENDED for delivery in house.outbox)
        assert town.cuts > circles // 10  # else nothing was tried
        shared = sum(len(circle.shared) for circle in town.circles)
        assert shared >= SHARES * WEEKS * circles * 0.99
    took = time.perf_counter() - began
    print(f"\n{circles} circles, {shared} shares, the house ended {town.cuts} times: {took:.0f} s")  # noqa: T201 - what a night's log tells


def _wrong(standing: Counter[str], said: list[str]) -> dict[str, int]:
    return {word: standing[word] for word in said if standing[word] != 1}
