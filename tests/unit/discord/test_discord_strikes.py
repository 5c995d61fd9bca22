"""Bad requests are counted before Cloudflare counts them, and from a thousand on the line is shut."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from adapters.discord.drawing.render import post_line
from adapters.discord.errors import AskedToWait, NobodyThere
from adapters.discord.limits import STRIKES_AGE, TURNED_AWAY_MOST
from adapters.discord.line.strikes import Strikes
from bot.testing.time import ManualClock
from tests.sim.discord.faults import MESSAGES
from tests.unit.discord.line import GATEWAY, discord_line

NOON = datetime(2026, 1, 5, 12, tzinfo=UTC)
NOW = timedelta(0)


def later(clock: ManualClock, seconds: float) -> None:
    """Let time go by."""
    clock.move_to(clock.now() + timedelta(seconds=seconds))


def test_the_line_is_open_below_a_thousand_and_shut_from_there_on() -> None:
    """Until enough of them are ten minutes old."""
    clock = ManualClock(NOON)
    strikes = Strikes(clock)
    for _ in range(999):
        strikes.note(403)
        later(clock, 0.1)
    assert strikes.wait() == NOW
    strikes.note(401)
    assert strikes.wait() == timedelta(minutes=10) - timedelta(seconds=99.9)
    later(clock, strikes.wait().total_seconds())
    assert strikes.wait() == NOW
    strikes.note(429)
    assert strikes.wait() == timedelta(seconds=0.1)


@pytest.mark.parametrize("status", [200, 204, 400, 404, 500, 502])
def test_what_cloudflare_does_not_count_is_none(status: int) -> None:
    """Fine answers, and faults of another kind."""
    strikes = Strikes(ManualClock(NOON), most=1)
    strikes.note(status)
    assert strikes.wait() == NOW


def test_a_limit_that_others_used_up_does_not_count() -> None:
    """Discord says so: it is shared. One of the bot's own or of its whole address does."""
    strikes = Strikes(ManualClock(NOON), most=2)
    strikes.note(429, "shared")
    strikes.note(429, "user")
    assert strikes.wait() == NOW
    strikes.note(429, "global")
    assert strikes.wait()


def test_a_clock_that_is_put_back_shuts_nothing_for_longer() -> None:
    """What counts is the time that went by."""
    clock = ManualClock(NOON)
    strikes = Strikes(clock, most=1)
    strikes.note(403)
    later(clock, 60)
    clock.move_to(NOON - timedelta(days=1))
    assert strikes.wait() == timedelta(minutes=9)


async def test_each_answer_of_a_client_is_counted_those_that_it_tries_again_too() -> None:
    """The library waits and asks again; a 429 was a bad request all the same."""
    async with discord_line(strikes=3) as here:
        ana, ben = here.sim.user("ana"), here.sim.user("ben", dms=False)
        wait = {"message": "You are being rate limited.", "retry_after": 0.0, "global": False}
        here.sim.faults.answer(MESSAGES, 429, wait, headers={"X-RateLimit-Scope": "shared"}, times=3)
        here.sim.faults.answer(MESSAGES, 429, wait)
        await here.chat.send(here.letter(ana))
        assert len(here.calls(MESSAGES)) == 5
        assert here.line.strikes.wait() == NOW
        for _ in range(2):
            await here.chat.send(here.letter(ben))
        with pytest.raises(AskedToWait):
            await here.line.call("GET", "/gateway/bot")
        assert here.calls(GATEWAY) == []


async def test_nobody_shuts_the_line_for_others_by_closing_their_messages() -> None:
    """After some tries Discord is not asked for a while; who opens them meanwhile is written to then."""
    async with discord_line() as here:
        ana, ben = here.sim.user("ana"), here.sim.user("ben")
        ana.close_dms()
        for _ in range(100):
            with pytest.raises(NobodyThere):
                await here.chat.say_to(here.account(ana), post_line("Noted."))
        assert len(here.sim.journal.calls(MESSAGES)) == TURNED_AWAY_MOST
        await here.chat.say_to(here.account(ben), post_line("Noted."))
        ana.open_dms()
        later(here.clock, STRIKES_AGE.total_seconds())
        await here.chat.say_to(here.account(ana), post_line("Noted."))
        assert [len(user.posts) for user in (ana, ben)] == [1, 1]
