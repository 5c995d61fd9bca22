"""F3: the nth call of a platform fails, whichever it is and however: everybody gets theirs, and once."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import count

import pytest

from bot.domain.deliveries import DeliveryState
from tests.faults import test_discord_storm, test_slack_storm
from tests.faults.report import Table
from tests.faults.test_discord_storm import DiscordTown
from tests.faults.test_slack_storm import SlackTown
from tests.sim.discord import faults as discord_faults
from tests.sim.slack import faults as slack_faults
from tests.unit.world import FIRST_SLOT

PEOPLE = 3
MORNINGS = 2
LEAVES_BY = timedelta(hours=2, minutes=30)
"""After a check-in's hour: its window is open still."""
PATIENCE = 0.25
"""Seconds after which a call that is not answered is given up: of the machine's own, so they are few."""

SlackFault = slack_faults.Fault
DiscordFault = discord_faults.Fault
_SLACK = SlackFault(how="reset", times=1, accepted=False, retry_after=30, error="")
_DISCORD = DiscordFault(how="status", times=1, accepted=False)
_ASKED = {"message": "You are being rate limited.", "retry_after": 30, "global": False}

ON_SLACK: Mapping[str, SlackFault] = {
    "timeout before": replace(_SLACK, how="timeout"),
    "timeout after": replace(_SLACK, how="timeout", accepted=True),
    "reset before": _SLACK,
    "reset after": replace(_SLACK, accepted=True),
    "429": replace(_SLACK, how="ratelimited"),
    "500 before": replace(_SLACK, how="http_500"),
    "500 after": replace(_SLACK, how="http_500", accepted=True),
    "401": replace(_SLACK, how="error", error="invalid_auth"),
    "403": replace(_SLACK, how="error", error="access_denied"),
    "malformed": replace(_SLACK, how="garbled"),
    "malformed after": replace(_SLACK, how="garbled", accepted=True),
}
"""Each is done before the call has done its work, or after it."""

ON_DISCORD: Mapping[str, DiscordFault] = {
    "timeout before": replace(_DISCORD, how="slow"),
    "timeout after": replace(_DISCORD, how="slow", accepted=True),
    "reset before": replace(_DISCORD, how="reset"),
    "reset after": replace(_DISCORD, how="reset", accepted=True),
    "429": replace(_DISCORD, status=429, body=_ASKED, headers={"Retry-After": "30"}),
    "500 before": replace(_DISCORD, status=500),
    "500 after": replace(_DISCORD, status=500, accepted=True),
    "401": replace(_DISCORD, status=401, body={"message": "401: Unauthorized", "code": 0}),
    "403": replace(_DISCORD, status=403, body={"message": "Missing Access", "code": 50001}),
    "malformed": replace(_DISCORD, status=200, body=b'{"id": "1'),
    "malformed after": replace(_DISCORD, status=200, body=b'{"id": "1', accepted=True),
}


@dataclass(kw_only=True)
class Nth:
    """Counts the calls, and lets one of them fail."""

    nth: int
    fault: SlackFault | DiscordFault
    passed: int = 0

    def next(self, name: str) -> SlackFault | DiscordFault | None:
        """Return what is to become of a call."""
        del name
        self.passed += 1
        return self.fault if self.passed == self.nth else None

    @property
    def has_struck(self) -> bool:
        """Whether there was such a call."""
        return self.passed >= self.nth


@dataclass(frozen=True, slots=True, kw_only=True)
class Came:
    """How many people have how many messages in the end, how deliveries stand, and what was logged."""

    received: Counter[int]
    states: Counter[DeliveryState]
    loud: list[str]

    def is_whole(self, *, turned_away: bool) -> bool:
        """Whether everybody has theirs, once each.

        Who was `turned_away`, as a 403 of Discord says, may not have theirs of that morning: it stands so.
        """
        unreachable = self.states[DeliveryState.UNREACHABLE]
        shown = sum(messages * people for messages, people in self.received.items())
        return (
            self.loud == []
            and max(self.received) <= MORNINGS
            and unreachable <= turned_away
            and shown == self.states[DeliveryState.SENT] == MORNINGS * PEOPLE - unreachable
        )


async def _slack(nth: Nth, caplog: pytest.LogCaptureFixture) -> Came:
    async with test_slack_storm.town(answers_within=PATIENCE) as here:
        await here.move_in(PEOPLE, "Harbour")
        return await _mornings(here, here.slack.faults, nth, caplog)


async def _discord(nth: Nth, caplog: pytest.LogCaptureFixture) -> Came:
    async with test_discord_storm.town(answers_within=PATIENCE) as here:
        await here.move_in(PEOPLE)
        return await _mornings(here, here.discord.faults, nth, caplog)


async def _mornings(
    here: SlackTown | DiscordTown,
    faults: slack_faults.Faults | discord_faults.Faults,
    nth: Nth,
    caplog: pytest.LogCaptureFixture,
) -> Came:
    caplog.clear()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(faults, "next", nth.next)
        for morning in range(MORNINGS):
            await here.house.until(FIRST_SLOT + timedelta(days=morning) + LEAVES_BY)
    loud = [record.getMessage() for record in caplog.records if record.levelno >= logging.ERROR]
    return Came(received=here.received, states=here.states, loud=loud)


CASES = [("Slack", how) for how in ON_SLACK] + [("Discord", how) for how in ON_DISCORD]


@pytest.mark.parametrize(("platform", "how"), CASES)
async def test_a_call_of_a_platform_that_fails_costs_nobody_anything(
    platform: str, how: str, table: Table, caplog: pytest.LogCaptureFixture
) -> None:
    """One check-in each morning for each, whichever call it was; no handler broke, nothing is half done."""
    missed: dict[int, Came] = {}
    for number in count(1):
        fault = replace(ON_SLACK[how]) if platform == "Slack" else replace(ON_DISCORD[how])
        nth = Nth(nth=number, fault=fault)
        came = await (_slack(nth, caplog) if platform == "Slack" else _discord(nth, caplog))
        if not nth.has_struck:
            break
        if not came.is_whole(turned_away=(platform, how) == ("Discord", "403")):
            missed[number] = came
    failed = number - 1
    table.record(
        "F3",
        f"{platform}: calls that failed in turn ({len(ON_SLACK)} ways) and left something half done",
        len(missed),
        0,
        met=not missed,
    )
    table.record("F3", f"{platform}: calls that failed in turn", failed, "every one", met=True)
    assert failed > PEOPLE * MORNINGS
    assert missed == {}
