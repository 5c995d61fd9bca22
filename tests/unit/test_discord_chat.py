"""The way out to Discord: one message, at its pace, and a receipt for whatever Discord answers."""

from __future__ import annotations

from datetime import timedelta

import pytest

from adapters.discord.api import Line, point_at
from adapters.discord.chat import DISCORD, DiscordChat
from adapters.discord.errors import ChannelGone, NobodyThere, OpenedTooMany
from adapters.discord.limits import BAN_RESTS, DEAD_RESTS, LINE_RESTS, OPENING_RESTS
from adapters.discord.render import post_line
from bot.errors import BeyondReach
from bot.ports.chat import Arrival, HeldBack, Later, Letter, MaybeSent, Sent, Unreachable
from bot.ports.vault import Secret
from bot.surface.card import Card, Reach, own_words, say
from bot.testing.time import ManualClock
from tests.unit.discord_line import ANA, BEN, MONDAY, WORDS, account, discord_line

POST, OPEN, HISTORY = "POST messages", "POST channels", "GET messages"
SECOND = timedelta(seconds=1)


def test_it_is_open_at_all_hours_and_somebody_elses() -> None:
    """As the core is told."""
    assert (DISCORD.surface, DISCORD.waits, DISCORD.hosted) == ("discord", False, True)


async def test_a_letter_stands_in_its_persons_own_conversation_and_nowhere_else() -> None:
    """Its conversation is opened, and told to the core, which brings it back with the next."""
    async with discord_line() as here:
        first = await here.chat.send(here.letter(ANA, b"one"))
        channel = here.discord.channels[ANA]
        assert first == Sent(conversation=channel)
        assert await here.chat.send(here.letter(ANA, b"two", conversation=channel)) == Sent()
        assert here.discord.texts(ANA) == [WORDS, WORDS]
        assert len(here.discord.messages) == 2
        assert len(here.discord.calls(OPEN)) == 1


async def test_one_that_the_core_knows_is_not_opened() -> None:
    """After a restart, too."""
    async with discord_line() as here:
        channel = here.discord.channels[ANA] = "77"
        assert await here.chat.send(here.letter(ANA, conversation=channel)) == Sent()
        assert here.discord.calls(OPEN) == []


async def test_one_that_was_learned_meanwhile_is_told() -> None:
    """An event came from it before the core knew."""
    async with discord_line() as here:
        channel = here.discord.channels[ANA] = "77"
        here.chat.learn(account(ANA), channel)
        assert await here.chat.send(here.letter(ANA)) == Sent(conversation=channel)
        assert await here.chat.direct(account(ANA)) == channel
        assert here.discord.calls(OPEN) == []


async def test_a_message_names_nobody_and_carries_its_nonce() -> None:
    """Of its key Discord gets 18 bytes, and takes it once for them."""
    async with discord_line() as here:
        await here.chat.send(here.letter(ANA, bytes(range(32))))
        [posted] = here.discord.calls(POST)
        assert posted.body["allowed_mentions"] == {"parse": []}
        assert (posted.body["nonce"], posted.body["enforce_nonce"]) == ("AAECAwQFBgcICQoLDA0ODxAR", True)


async def test_a_sealed_card_never_leaves() -> None:
    """It is no message."""
    async with discord_line() as here:
        card = Card(text_id="page", blocks=(own_words("a page"),), summary="A page.", reach=Reach.SEALED)
        with pytest.raises(BeyondReach):
            await here.chat.send(Letter(key=b"key", to=account(ANA), card=card))
        assert here.discord.asked == []


@pytest.mark.parametrize("number", [50007, 50278, 50001])
async def test_somebody_who_takes_no_messages_is_unreachable_and_nothing_else_is_tried(number: int) -> None:
    """Once: each try counts as a bad request. When they take some again, the next letter arrives."""
    async with discord_line() as here:
        channel = here.discord.channels[ANA] = "77"
        here.discord.closed[channel] = number
        assert await here.chat.send(here.letter(ANA, conversation=channel)) == Unreachable()
        assert len(here.discord.calls(POST)) == 1
        here.discord.closed.clear()
        assert await here.chat.send(here.letter(ANA, conversation=channel)) == Sent()


async def test_somebody_whose_account_is_gone_is_unreachable() -> None:
    """Discord says so when their conversation is opened."""
    async with discord_line() as here:
        here.discord.fail(OPEN, status=404, code=10013)
        assert await here.chat.send(here.letter(ANA)) == Unreachable()
        assert here.discord.calls(POST) == []


async def test_a_conversation_that_is_gone_is_opened_anew() -> None:
    """Once, and the core is told where it is now."""
    async with discord_line() as here:
        assert await here.chat.send(here.letter(ANA, conversation="5")) == Sent(
            conversation=here.discord.channels[ANA]
        )
        assert here.discord.texts(ANA) == [WORDS]
        here.discord.fail(POST, status=404, code=10003, times=2)
        assert await here.chat.send(here.letter(ANA, b"two", conversation="5")) == Unreachable()
        assert len(here.discord.calls(OPEN)) == 2


async def test_where_too_many_were_opened_only_who_has_none_is_held_back() -> None:
    """No conversation is asked for while that lasts; the letters of all others go on."""
    async with discord_line() as here:
        known = here.discord.channels[BEN] = "77"
        here.discord.fail(OPEN, status=400, code=40003)
        held = HeldBack(until=MONDAY + OPENING_RESTS)
        assert await here.chat.send(here.letter(ANA)) == held
        here.later(60)
        assert await here.chat.send(here.letter(ANA)) == held
        with pytest.raises(OpenedTooMany):
            await here.chat.direct(account(ANA))
        assert len(here.discord.calls(OPEN)) == 1
        assert await here.chat.send(here.letter(BEN, conversation=known)) == Sent()
        here.later(OPENING_RESTS.total_seconds())
        assert isinstance(await here.chat.send(here.letter(ANA)), Sent)


async def test_a_dead_token_rests_the_lane_and_nobody_is_unreachable_by_it() -> None:
    """It is asked about again after a while, and not with each letter: each try counts."""
    async with discord_line(token="a-dead-one") as here:  # noqa: S106 - no real one
        assert await here.chat.send(here.letter(ANA)) == Later(wait=DEAD_RESTS)
        here.later(60)
        assert await here.chat.send(here.letter(BEN)) == Later(wait=DEAD_RESTS - 60 * SECOND)
        assert len(here.discord.asked) == 1
        here.later(DEAD_RESTS.total_seconds())
        await here.chat.send(here.letter(ANA))
        assert len(here.discord.asked) == 2


async def test_a_token_that_dies_later_is_told_as_dead() -> None:
    """In the middle of a day."""
    async with discord_line() as here:
        await here.chat.send(here.letter(ANA))
        here.discord.fail(POST, status=401)
        assert await here.chat.send(here.letter(ANA, b"two")) == Later(wait=DEAD_RESTS)


async def test_a_wait_that_is_short_is_waited_for_and_the_letter_arrives_once() -> None:
    """By the library, with what Discord asks for."""
    async with discord_line() as here:
        here.discord.fail(POST, status=429, body={"message": "slow", "retry_after": 0.02, "global": False})
        assert isinstance(await here.chat.send(here.letter(ANA)), Sent)
        assert here.discord.texts(ANA) == [WORDS]


async def test_a_wait_that_is_long_rests_the_lane() -> None:
    """As long as Discord asks for; then the letter leaves."""
    async with discord_line() as here:
        here.discord.fail(POST, status=429, body={"message": "slow", "retry_after": 90.0, "global": False})
        assert await here.chat.send(here.letter(ANA)) == Later(wait=90 * SECOND)
        here.later(30)
        assert await here.chat.send(here.letter(BEN)) == Later(wait=60 * SECOND)
        assert len(here.discord.calls(POST)) == 1
        here.later(60)
        assert isinstance(await here.chat.send(here.letter(ANA)), Sent)


async def test_where_cloudflare_turns_it_away_nothing_is_sent_for_as_long_as_bad_requests_count() -> None:
    """An HTML page that no server of Discord's has seen."""
    async with discord_line() as here:
        here.discord.fail(POST, status=429, body="<html>1015</html>")
        assert await here.chat.send(here.letter(ANA)) == Later(wait=BAN_RESTS)


async def test_a_fault_of_a_server_is_tried_again_and_the_letter_stands_there_once() -> None:
    """The library sends again what was done already; the nonce tells Discord so."""
    async with discord_line() as here:
        here.discord.fail(POST, status=500, accepted=True)
        assert isinstance(await here.chat.send(here.letter(ANA)), Sent)
        assert len(here.discord.calls(POST)) == 2
        assert here.discord.texts(ANA) == [WORDS]


async def test_a_fault_that_is_not_tried_again_leaves_a_doubt() -> None:
    """503, of which the library does not try a second time."""
    async with discord_line() as here:
        here.discord.fail(POST, status=503)
        assert await here.chat.send(here.letter(ANA)) == MaybeSent()


@pytest.mark.parametrize("accepted", [True, False])
async def test_a_line_that_is_cut_leaves_a_doubt_which_its_conversation_settles(accepted: bool) -> None:  # noqa: FBT001 - a parameter of pytest
    """Before the message stood there, or after: it is sent once in the end."""
    async with discord_line() as here:
        channel = here.discord.channels[ANA] = "77"
        letter = here.letter(ANA, conversation=channel)
        here.discord.fail(POST, cut=True, accepted=accepted)
        assert await here.chat.send(letter) == MaybeSent()
        here.later(30)
        arrival = Arrival.ARRIVED if accepted else Arrival.NOT_ARRIVED
        assert await here.chat.was_sent(letter) == arrival
        if not accepted:
            assert await here.chat.send(letter) == Sent()
        assert here.discord.texts(ANA) == [WORDS]


async def test_a_second_one_within_minutes_is_the_first() -> None:
    """A crash between the answer and the note of it: the same key never stands there twice."""
    async with discord_line() as here:
        await here.chat.send(here.letter(ANA))
        here.later(120)
        assert isinstance(await here.chat.send(here.letter(ANA)), Sent)
        assert here.discord.texts(ANA) == [WORDS]


async def test_one_that_its_person_deleted_had_arrived() -> None:
    """Sent again under its nonce, Discord does not find the first."""
    async with discord_line() as here:
        await here.chat.send(here.letter(ANA))
        here.discord.delete(here.discord.of(ANA)[0])
        assert await here.chat.send(here.letter(ANA)) == Sent()
        assert here.discord.texts(ANA) == []


async def test_an_opening_that_is_cut_leaves_no_doubt() -> None:
    """Nothing was said yet, and a conversation opens once."""
    async with discord_line() as here:
        here.discord.fail(OPEN, cut=True, accepted=True)
        assert await here.chat.send(here.letter(ANA)) == Later(wait=LINE_RESTS)
        here.later(LINE_RESTS.total_seconds())
        assert isinstance(await here.chat.send(here.letter(ANA)), Sent)


async def test_where_discord_cannot_be_reached_the_lane_rests() -> None:
    """Nothing was asked, so there is no doubt."""
    clock = ManualClock(MONDAY)
    point_at("http://127.0.0.1:9/api/v10")
    line = Line(Secret("none"), clock)
    try:
        letter = Letter(key=b"key", to=account(ANA), card=_quiet_card())
        assert await DiscordChat(line, clock).send(letter) == Later(wait=LINE_RESTS)
        assert await DiscordChat(line, clock).was_sent(letter) == Arrival.NOT_NOW
    finally:
        await line.close()
        point_at()


async def test_a_login_that_fails_asks_again_with_the_next_letter() -> None:
    """Cut in the middle of it, nothing of the letter was said."""
    async with discord_line() as here:
        here.discord.fail("GET /users/@me", cut=True, times=2)  # aiohttp asks a second time by itself
        assert await here.chat.send(here.letter(ANA)) == Later(wait=LINE_RESTS)
        here.later(LINE_RESTS.total_seconds())
        assert isinstance(await here.chat.send(here.letter(ANA)), Sent)


async def test_an_answer_that_never_comes_leaves_a_doubt() -> None:
    """After the time for one try."""
    async with discord_line(answers_within=0.3) as here:
        await here.chat.direct(account(ANA))
        here.discord.fail(POST, hangs=True)
        assert await here.chat.send(here.letter(ANA)) == MaybeSent()


async def test_a_refusal_without_a_name_is_a_fault_and_says_nothing_of_the_letter(
    caplog: pytest.LogCaptureFixture,
) -> None:
    """Two numbers, and no word."""
    async with discord_line() as here:
        here.discord.fail(POST, status=400, code=50035)
        assert await here.chat.send(here.letter(ANA)) == Unreachable()
        [said] = [each.getMessage() for each in caplog.records if each.name == "adapters.discord.chat"]
        assert said == "Discord refused a letter: 400, 50035"


async def test_letters_in_hundreds_take_as_long_as_their_pace_and_no_longer() -> None:
    """35 a second, whatever each one takes: a late one delays none that follow."""
    async with discord_line() as here:
        here.discord.channels[ANA] = "77"
        await here.chat.direct(account(BEN))
        begin = here.clock.now()
        for number in range(200):
            letter = here.letter(ANA, bytes([number]), conversation="77")
            assert await here.chat.send(letter) == Sent()
            here.later(0.003)
        took = (here.clock.now() - begin).total_seconds()
        assert (200 - 5) / 35 <= took < 200 / 35


async def test_a_line_that_is_shut_sends_nothing_until_its_strikes_have_aged() -> None:
    """Not even to who could be reached."""
    async with discord_line(strikes=2) as here:
        ana, ben = here.discord.channels[ANA], here.discord.channels[BEN] = "77", "78"
        here.discord.closed[ana] = 50007
        for _ in range(2):
            await here.chat.send(here.letter(ANA, conversation=ana))
        asked = len(here.discord.asked)
        assert await here.chat.send(here.letter(BEN, conversation=ben)) == Later(wait=600 * SECOND)
        assert len(here.discord.asked) == asked
        here.later(600)
        assert await here.chat.send(here.letter(BEN, conversation=ben)) == Sent()


async def test_another_letter_with_the_same_words_is_not_taken_for_one_in_doubt() -> None:
    """Its controls are others."""
    async with discord_line() as here:
        await here.chat.send(here.letter(ANA, b"one", run="1"))
        assert await here.chat.was_sent(here.letter(ANA, b"two", run="2")) == Arrival.NOT_ARRIVED
        assert await here.chat.was_sent(here.letter(ANA, b"one", run="1")) == Arrival.ARRIVED


async def test_one_without_controls_is_known_by_its_words() -> None:
    """For as long as it may be in doubt."""
    async with discord_line() as here:
        letter = Letter(key=b"key", to=account(ANA), card=_quiet_card())
        assert await here.chat.was_sent(letter) == Arrival.NOT_ARRIVED
        await here.chat.send(letter)
        assert await here.chat.was_sent(letter) == Arrival.ARRIVED
        here.later(4 * 3600)
        assert await here.chat.was_sent(letter) == Arrival.NOT_ARRIVED


async def test_where_the_last_messages_do_not_reach_back_nobody_can_know() -> None:
    """A hundred of them, all of the last hours; older ones do reach back."""
    async with discord_line() as here:
        for _ in range(100):
            await here.chat.post(account(ANA), post_line("Another."))
        assert await here.chat.was_sent(here.letter(ANA)) == Arrival.UNKNOWABLE
        here.later(3 * 3600)
        assert await here.chat.was_sent(here.letter(ANA)) == Arrival.NOT_ARRIVED


async def test_a_conversation_that_cannot_be_read_now_is_asked_again() -> None:
    """And where nobody is, the next letter says so."""
    async with discord_line() as here:
        await here.chat.direct(account(ANA))
        here.discord.fail(HISTORY, status=503)
        assert await here.chat.was_sent(here.letter(ANA)) == Arrival.NOT_NOW
        here.discord.closed[here.discord.channels[ANA]] = 50001
        assert await here.chat.was_sent(here.letter(ANA)) == Arrival.NOT_ARRIVED


async def test_what_answers_somebody_is_posted_once_and_never_waits_behind_letters() -> None:
    """Hundreds may leave before: an answer has a turn of its own."""
    async with discord_line() as here:
        await here.chat.direct(account(ANA))
        for number in range(40):
            await here.chat.send(here.letter(ANA, bytes([number])))
        for _ in range(300):
            here.line.pace.letter(here.line.instant())
        here.naps.clear()
        here.discord.fail(POST, status=500, accepted=True)
        await here.chat.post(account(ANA), post_line("Here it is."))
        assert here.naps == []
        assert here.discord.texts(ANA).count("Here it is.") == 1


async def test_an_answer_that_cannot_be_posted_says_why() -> None:
    """Whoever answers decides what that means."""
    async with discord_line() as here:
        here.discord.closed[await here.chat.direct(account(ANA))] = 50007
        with pytest.raises(NobodyThere):
            await here.chat.post(account(ANA), post_line("Here it is."))
        here.discord.fail(OPEN, status=404, code=10003)
        with pytest.raises(ChannelGone):
            await here.chat.direct(account(BEN))


async def test_a_message_is_changed_and_removed_and_one_that_is_gone_was_removed() -> None:
    """By the bot's own right, after the right to answer has ended."""
    async with discord_line() as here:
        await here.chat.post(account(ANA), post_line("Before."))
        [message] = here.discord.of(ANA)
        await here.chat.change(message.channel, message.id, post_line("After."))
        assert here.discord.texts(ANA) == ["After."]
        for _ in range(2):
            await here.chat.remove(message.channel, message.id)
        assert here.discord.of(ANA) == []


def _quiet_card() -> Card:
    return Card(text_id="quiet", blocks=(say("Until then."),), summary="Until then.", reach=Reach.PERSONAL)
