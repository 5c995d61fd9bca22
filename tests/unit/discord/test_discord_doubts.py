"""Letters of which Discord did not say that they arrived: each stands there once in the end."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

import pytest

from adapters.discord.drawing.render import post_line
from adapters.discord.limits import LINE_RESTS
from adapters.discord.line.api import Line, point_at
from adapters.discord.sending.chat import DiscordChat
from bot.app.system import SystemChance
from bot.domain.people import Account
from bot.ports.chat import Arrival, Later, Letter, MaybeSent, Sent
from bot.ports.vault import Secret
from bot.testing.time import ManualClock
from tests.contract.surface_samples import HERE
from tests.sim.discord.faults import DIRECT, MESSAGES
from tests.unit.discord.line import HISTORY, LOGIN, MONDAY, discord_line, quiet_card, texts


async def test_a_fault_of_a_server_is_tried_again_and_the_letter_stands_there_once() -> None:
    """The library sends again what was done already; the nonce tells Discord so."""
    async with discord_line() as here:
        ana = here.sim.user("ana")
        here.sim.faults.fail(MESSAGES, 500, accepted=True)
        assert isinstance(await here.chat.send(here.letter(ana)), Sent)
        assert len(here.calls(MESSAGES)) == 2
        assert texts(ana) == [HERE]


async def test_a_fault_that_is_not_tried_again_leaves_a_doubt() -> None:
    """503, of which the library does not try a second time."""
    async with discord_line() as here:
        here.sim.faults.page(MESSAGES, 503)
        assert await here.chat.send(here.letter(here.sim.user("ana"))) == MaybeSent()


@pytest.mark.parametrize("how", ["reset", "fin"])
@pytest.mark.parametrize("arrival", [Arrival.ARRIVED, Arrival.NOT_ARRIVED])
async def test_a_line_that_is_cut_leaves_a_doubt_which_its_conversation_settles(
    how: Literal["reset", "fin"], arrival: Arrival
) -> None:
    """Before the message stood there, or after: it is sent once in the end."""
    async with discord_line() as here:
        ana = here.sim.user("ana")
        letter = here.letter(ana, conversation=here.opened(ana))
        here.sim.faults.cut(MESSAGES, accepted=arrival is Arrival.ARRIVED, how=how)
        assert await here.chat.send(letter) == MaybeSent()
        here.later(30)
        assert await here.chat.was_sent(letter) == arrival
        if arrival is Arrival.NOT_ARRIVED:
            assert await here.chat.send(letter) == Sent()
        assert texts(ana) == [HERE]


async def test_a_second_one_within_minutes_is_the_first() -> None:
    """A crash between the answer and the note of it: the same key never stands there twice."""
    async with discord_line() as here:
        ana = here.sim.user("ana")
        await here.chat.send(here.letter(ana))
        here.later(120)
        assert isinstance(await here.chat.send(here.letter(ana)), Sent)
        assert texts(ana) == [HERE]


async def test_one_that_was_deleted_meanwhile_had_arrived() -> None:
    """Sent again under its nonce, Discord does not find the first."""
    async with discord_line() as here:
        ana = here.sim.user("ana")
        await here.chat.send(here.letter(ana))
        [message] = ana.posts
        await here.chat.remove(message.channel, message.id)
        assert await here.chat.send(here.letter(ana)) == Sent()
        assert texts(ana) == []


async def test_an_opening_that_is_cut_leaves_no_doubt() -> None:
    """Nothing was said yet, and a conversation opens once."""
    async with discord_line() as here:
        ana = here.sim.user("ana")
        here.sim.faults.cut(DIRECT, accepted=True)
        assert await here.chat.send(here.letter(ana)) == Later(wait=LINE_RESTS)
        here.later(LINE_RESTS.total_seconds())
        assert isinstance(await here.chat.send(here.letter(ana)), Sent)


async def test_where_discord_cannot_be_reached_the_lane_rests() -> None:
    """Nothing was asked, so there is no doubt."""
    clock = ManualClock(MONDAY)
    point_at("http://127.0.0.1:9/api/v10")
    line = Line(Secret("none"), clock)
    try:
        to = Account(surface="discord", workspace="1", user="2")
        letter = Letter(key=b"key", to=to, card=quiet_card(), conversation="3")
        assert await DiscordChat(line, clock, SystemChance()).send(letter) == Later(wait=LINE_RESTS)
        assert await DiscordChat(line, clock, SystemChance()).was_sent(letter) == Arrival.NOT_NOW
    finally:
        await line.close()
        point_at()


@pytest.mark.parametrize("route", [LOGIN, "GET /oauth2/applications/@me"])
async def test_a_login_that_fails_leaves_no_doubt_and_is_tried_with_the_next_letter(route: str) -> None:
    """Cut in the middle of it, nothing of the letter was said."""
    async with discord_line() as here:
        ana = here.sim.user("ana")
        letter = here.letter(ana, conversation=here.opened(ana))
        here.sim.faults.page(route, 503)
        assert await here.chat.send(letter) == Later(wait=LINE_RESTS)
        here.later(LINE_RESTS.total_seconds())
        assert await here.chat.send(letter) == Sent()


async def test_an_answer_that_never_comes_leaves_a_doubt() -> None:
    """After the time for one try."""
    async with discord_line(answers_within=0.3) as here:
        ana = here.sim.user("ana")
        await here.chat.direct(here.account(ana))
        here.sim.faults.slow(MESSAGES)
        assert await here.chat.send(here.letter(ana)) == MaybeSent()


async def test_another_letter_with_the_same_words_is_not_taken_for_one_in_doubt() -> None:
    """Its controls are others. Nor is what its person wrote themselves."""
    async with discord_line() as here:
        ana = here.sim.user("ana")
        await here.chat.send(here.letter(ana, b"one", run="1"))
        assert await here.chat.was_sent(here.letter(ana, b"two", run="2")) == Arrival.NOT_ARRIVED
        quiet = Letter(key=b"three", to=here.account(ana), card=quiet_card())
        await ana.dm("Until then.")
        assert await here.chat.was_sent(quiet) == Arrival.NOT_ARRIVED


async def test_one_that_is_drawn_anew_is_known_by_its_controls() -> None:
    """Where Discord does not say the nonce of a message, or its key is not what it was."""
    async with discord_line() as here:
        ana = here.sim.user("ana")
        await here.chat.send(here.letter(ana, b"one"))
        assert await here.chat.was_sent(here.letter(ana, b"another")) == Arrival.ARRIVED


async def test_one_without_controls_is_known_by_its_words() -> None:
    """For as long as it may be in doubt."""
    async with discord_line() as here:
        to = here.account(here.sim.user("ana"))
        await here.chat.send(Letter(key=b"one", to=to, card=quiet_card()))
        again = Letter(key=b"another", to=to, card=quiet_card())
        assert await here.chat.was_sent(again) == Arrival.ARRIVED
        here.later(4 * 3600)
        assert await here.chat.was_sent(again) == Arrival.NOT_ARRIVED


async def test_where_the_last_messages_do_not_reach_back_nobody_can_know() -> None:
    """A hundred of them, all of the last hours; older ones do reach back."""
    async with discord_line() as here:
        ana = here.sim.user("ana")
        for _ in range(100):
            await ana.dm("Another.")
        assert await here.chat.was_sent(here.letter(ana)) == Arrival.UNKNOWABLE
        here.later(3 * 3600)
        assert await here.chat.was_sent(here.letter(ana)) == Arrival.NOT_ARRIVED


async def test_a_conversation_that_cannot_be_read_now_is_asked_again() -> None:
    """And where nobody is, the next letter says so."""
    async with discord_line() as here:
        letter = here.letter(here.sim.user("ana"))
        here.sim.faults.page(HISTORY, 503)
        assert await here.chat.was_sent(letter) == Arrival.NOT_NOW
        here.sim.faults.answer(HISTORY, 200, {"not": "a list"})
        assert await here.chat.was_sent(letter) == Arrival.NOT_NOW
        here.sim.faults.fail(HISTORY, 403, 50001)
        assert await here.chat.was_sent(letter) == Arrival.NOT_ARRIVED


async def test_one_that_was_answered_meanwhile_is_known_by_its_nonce() -> None:
    """Its controls are gone."""
    async with discord_line() as here:
        ana = here.sim.user("ana")
        await here.chat.send(here.letter(ana))
        [message] = ana.posts
        await here.chat.edit(message.channel, message.id, post_line("Noted.") | {"components": []})
        assert await here.chat.was_sent(here.letter(ana)) == Arrival.ARRIVED


@pytest.mark.parametrize("is_only", [True, False])
async def test_what_no_other_letter_looks_like_is_known_again_however_long_ago(*, is_only: bool) -> None:
    """A house that was down for half a day asks then. What may look like an earlier one counts for hours."""
    async with discord_line() as here:
        ana = here.sim.user("ana")
        letter = replace(here.letter(ana, conversation=here.opened(ana)), is_only=is_only)
        here.sim.faults.cut(MESSAGES, accepted=True, how="reset")
        assert await here.chat.send(letter) == MaybeSent()
        here.later(12 * 60 * 60)
        assert await here.chat.was_sent(letter) == (Arrival.ARRIVED if is_only else Arrival.NOT_ARRIVED)
