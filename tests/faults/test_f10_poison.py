"""F10: fifty thousand payloads that no platform sends: the process lives, and everybody else is answered."""

from __future__ import annotations

import asyncio
import logging
import os
from collections import Counter
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Literal

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from bot.domain.people import Account
from bot.ports.chat import Arrival, Later, Letter, MaybeSent, Posting, Receipt, Sent
from bot.ports.time import Clock
from bot.services.delivery.outgoing import MOST_TRIES
from bot.services.router import Router
from tests.faults.poison import Errors, Ground, Poison, before_discord, before_slack, poisons
from tests.faults.report import Table
from tests.unit.small_house import ANA, HOSTED, ScriptedChat
from tests.unit.world import FIRST_SLOT, world

Ill = Literal["raises", "is in doubt", "asks to wait"]

PAYLOADS = int(os.environ.get("PAYLOADS", "10000"))
"""So many on each platform; 25,000 are asked for."""
AT_ONCE = 25
GROUNDS: dict[str, Callable[[], AbstractAsyncContextManager[Ground]]] = {
    "slack": before_slack,
    "discord": before_discord,
}


class Sickly(ScriptedChat):
    """A surface that fails for Ana alone, in one way."""

    def __init__(self, clock: Clock, ill: Ill) -> None:
        """Fail by `ill`."""
        super().__init__(HOSTED)
        self._clock, self._ill = clock, ill
        self.tries: Counter[Account] = Counter()
        self.came: dict[Account, datetime] = {}

    async def send(self, letter: Letter) -> Receipt:
        """Take a letter, unless it is hers."""
        self.tries[letter.to] += 1
        if letter.to != ANA:
            self.came.setdefault(letter.to, self._clock.now())
            return Sent()
        match self._ill:
            case "raises":
                raise RuntimeError("a card that cannot be drawn")
            case "is in doubt":
                return MaybeSent()
            case "asks to wait":
                return Later(wait=timedelta(seconds=30))

    async def was_sent(self, letter: Letter | Posting) -> Arrival | Sent:
        """Nothing of hers ever came."""
        del letter
        return Arrival.NOT_ARRIVED


def try_payloads(platform: str, payloads: int) -> tuple[Ground, Errors]:
    """Send so many; after each few somebody else asks for help, and gets it."""
    errors = Errors()
    logging.getLogger().addHandler(errors)
    with asyncio.Runner() as runner:
        opened = GROUNDS[platform]()
        ground = runner.run(opened.__aenter__())
        try:

            @settings(
                max_examples=max(1, payloads // AT_ONCE),
                deadline=None,
                suppress_health_check=list(HealthCheck),
                phases=[Phase.generate, Phase.shrink],
            )
            @given(st.lists(poisons(platform), min_size=AT_ONCE, max_size=AT_ONCE))
            def each_lot_is_outlived(lot: list[Poison]) -> None:
                runner.run(ground.take(lot))

            each_lot_is_outlived()
        finally:
            runner.run(opened.__aexit__(None, None, None))
            logging.getLogger().removeHandler(errors)
    return ground, errors


@pytest.mark.parametrize("platform", GROUNDS)
def test_the_process_lives_and_others_are_answered(platform: str, table: Table) -> None:
    """No handler breaks and nobody waits for it. What no surface can read Slack tells three times more."""
    ground, errors = try_payloads(platform, PAYLOADS)
    understood = f"{ground.heard:,} understood, {ground.refused:,} refused"
    what = f"{platform}: {ground.sent:,} payloads, {understood}; broke"
    table.size("F10", "payloads, of all platforms", ground.sent, 50_000)
    is_met = ground.broken == 0 and ground.sessions == 1
    table.record("F10", what, f"{ground.broken}, sessions {ground.sessions}", "0, sessions 1", met=is_met)
    print(f"\n{errors.lines.most_common(8)}")  # noqa: T201 - what a night's log tells
    assert is_met
    assert ground.heard > ground.sent // 20  # else nothing was tried
    assert ground.sent >= PAYLOADS


@pytest.mark.parametrize("ill", ["raises", "is in doubt"])
async def test_a_letter_that_never_goes_out_is_laid_aside_and_holds_up_nobody(ill: Ill, table: Table) -> None:
    """It is tried five times at most; everybody else in its lane has theirs in their window."""
    tries, late = await _with_one_ill(ill)
    table.record("F10", f"a letter whose platform {ill}: tries", tries, MOST_TRIES, met=tries <= MOST_TRIES)
    table.record("F10", f"a letter whose platform {ill}: others without theirs", len(late), 0, met=not late)
    assert late == []
    assert tries <= MOST_TRIES


async def test_a_letter_that_is_always_asked_to_wait_holds_up_nobody(table: Table) -> None:
    """To be asked to wait is no try, so it has as many as its window; everybody else has theirs."""
    _, late = await _with_one_ill("asks to wait")
    table.record(
        "F10", "a letter whose platform asks to wait: others without theirs", len(late), 0, met=not late
    )
    assert late == []


async def _with_one_ill(ill: Ill) -> tuple[int, list[str]]:
    """Let a lane be drained to which somebody belongs who is never reached.

    Return how often it was tried for her, and who of the others got nothing.
    """
    with world() as house:
        chat = house.chat = Sickly(house.clock, ill=ill)
        house.desk = replace(house.desk, chats={"chat": chat})
        house.router = Router(house.desk, changed=house.engine.wake)
        people = [Account(surface="chat", workspace="team", user=f"p{number}") for number in range(9)]
        for who in (ANA, *people):
            await house.settle_in(who)
        await house.until(FIRST_SLOT + timedelta(hours=2, minutes=50))
        late = [str(who.user) for who in people if who not in chat.came]
        return max(chat.tries[ANA], *(each.tries for each in house.outbox)), late
