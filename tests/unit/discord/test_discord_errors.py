"""What discord.py and aiohttp raise, as errors of our own: typed, and with nothing of what was sent."""

from __future__ import annotations

import asyncio
import traceback
from datetime import timedelta

import pytest

from adapters.discord.errors import (
    AnsweredBefore,
    AskedToWait,
    ChannelGone,
    DiscordTrouble,
    LineCut,
    MessageGone,
    NobodyThere,
    NotConnected,
    OpenedTooMany,
    Refused,
    TokenDead,
    TooLate,
)
from adapters.discord.limits import BAN_RESTS, OPENING_RESTS, RESTS_WITHOUT_WORD
from tests.unit.discord.line import GATEWAY, discord_line


async def trouble_of(
    status: int, body: dict[str, object] | bytes, *, headers: dict[str, str] | None = None, times: int = 1
) -> DiscordTrouble:
    """Return what becomes of a call that is answered in this way."""
    async with discord_line() as here:
        here.sim.faults.answer(GATEWAY, status, body, headers=headers, times=times)
        await here.line.application()
        with pytest.raises(DiscordTrouble) as raised:
            await here.line.call("GET", "/gateway/bot")
        return raised.value


@pytest.mark.parametrize(
    ("status", "number", "kind"),
    [
        (401, 0, TokenDead),
        (403, 50001, NobodyThere),
        (403, 50007, NobodyThere),
        (403, 50278, NobodyThere),
        (404, 10013, NobodyThere),
        (404, 10003, ChannelGone),
        (404, 10008, MessageGone),
        (404, 10015, TooLate),
        (404, 10062, TooLate),
        (401, 50027, TooLate),
        (400, 40060, AnsweredBefore),
        (400, 40003, OpenedTooMany),
        (503, 0, LineCut),
        (503, 130000, AskedToWait),
        (403, 40004, AskedToWait),
        (400, 50035, Refused),
        (403, 0, Refused),
        (404, 0, Refused),
    ],
)
async def test_a_number_of_discords_has_one_meaning(
    status: int, number: int, kind: type[DiscordTrouble]
) -> None:
    """And an unknown one is a fault, not somebody who cannot be reached."""
    assert type(await trouble_of(status, {"message": "no", "code": number})) is kind


@pytest.mark.parametrize(
    ("said", "wait"),
    [("7", 7), ("0", 1), ("65.5", 65.5), ("999999999", 86_400), ("", 30), ("soon", 30), ("nan", 30)],
)
async def test_where_all_tries_are_used_up_it_waits_as_long_as_discord_says(said: str, wait: float) -> None:
    """A day at the most, and half a minute where it says nothing that can be read."""
    slow: dict[str, object] = {"message": "You are being rate limited.", "retry_after": 0.0, "global": False}
    headers = {"Retry-After": said} if said else {}
    found = await trouble_of(429, slow, headers=headers, times=5)
    assert isinstance(found, AskedToWait)
    assert found.wait == timedelta(seconds=wait)
    assert timedelta(seconds=30) == RESTS_WITHOUT_WORD


@pytest.mark.parametrize(("said", "wait"), [("", BAN_RESTS), ("1200", timedelta(minutes=20))])
async def test_a_ban_lasts_until_what_was_wrong_has_aged(said: str, wait: timedelta) -> None:
    """Or as long as Cloudflare says. It is a page that never saw a server of Discord's."""
    async with discord_line() as here:
        await here.line.application()
        here.sim.faults.page(GATEWAY, 429, headers={"Retry-After": said} if said else {})
        with pytest.raises(AskedToWait) as raised:
            await here.line.call("GET", "/gateway/bot")
        assert raised.value.wait == wait


async def test_openings_rest_for_a_while_whatever_discord_says() -> None:
    """It may ask for seconds; what it calls spam it does not say."""
    found = await trouble_of(400, {"message": "no", "code": 40003}, headers={"Retry-After": "3"})
    assert isinstance(found, OpenedTooMany)
    assert found.wait == OPENING_RESTS


@pytest.mark.parametrize("body", [b'{"half": ', b'"\xff"'])
async def test_an_answer_that_is_no_json_is_a_line_that_was_cut(body: bytes) -> None:
    """Half of one, as somebody in between sends it."""
    assert type(await trouble_of(200, body)) is LineCut


async def test_a_login_page_of_somebody_in_between_is_nobody_reached() -> None:
    """It answers all with 200 and HTML."""
    async with discord_line() as here:
        here.sim.faults.page("*", 200)
        with pytest.raises(NotConnected):
            await here.line.call("GET", "/gateway/bot")


async def test_nothing_of_what_was_sent_or_said_comes_along() -> None:
    """Discord quotes values in what it says of a form, and the library puts it into its message."""
    quoted = {"_errors": [{"code": "BAD", "message": "the plum jam said"}]}
    found = await trouble_of(400, {"message": "plum", "code": 50035, "errors": {"content": quoted}})
    assert str(found) == "Discord refused: 400, 50035."
    assert "plum" not in "".join(traceback.format_exception(found))


async def test_a_line_that_was_closed_asks_nothing() -> None:
    """At the end of a process, whatever still wants to be said."""
    async with discord_line() as here:
        await here.line.application()
        asked = len(here.calls())
        await here.line.close()
        with pytest.raises(NotConnected):
            await here.line.call("GET", "/gateway/bot")
        assert len(here.calls()) == asked


async def test_a_call_that_is_tried_again_while_the_line_closes_is_cut() -> None:
    """The library waits a second before it asks again, and its session is gone by then."""
    async with discord_line() as here:
        await here.line.application()
        here.sim.faults.fail(GATEWAY, 500)
        asking = asyncio.create_task(here.line.call("GET", "/gateway/bot"))
        await here.sim.until(lambda: bool(here.calls(GATEWAY)))
        await here.line.close()
        with pytest.raises(LineCut):
            await asking
