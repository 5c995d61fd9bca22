"""The way out to Discord: one message, at its pace, and a receipt for whatever Discord answers."""

from __future__ import annotations

from datetime import timedelta
from typing import Literal

import pytest

from adapters.discord.api import Line, point_at
from adapters.discord.chat import DISCORD, DiscordChat
from adapters.discord.errors import ChannelGone, NobodyThere, OpenedTooMany
from adapters.discord.limits import BAN_RESTS, DEAD_RESTS, LINE_RESTS, OPENING_RESTS
from adapters.discord.render import post_line
from bot.domain.people import Account
from bot.errors import BeyondReach
from bot.ports.chat import Arrival, HeldBack, Later, Letter, MaybeSent, Sent, Unreachable
from bot.ports.vault import Secret
from bot.surface.card import Card, Reach, own_words
from bot.testing.time import ManualClock
from tests.sim.discord.faults import DIRECT, MESSAGES
from tests.sim.discord.limiter import Limits, Quota
from tests.unit.discord_line import HISTORY, LOGIN, MONDAY, WORDS, discord_line, quiet_card, texts

SECOND = timedelta(seconds=1)


def slow(seconds: float) -> dict[str, object]:
    """Return what Discord says where it asks to wait."""
    return {"message": "You are being rate limited.", "retry_after": seconds, "global": False}


def test_it_is_open_at_all_hours_and_somebody_elses() -> None:
    """As the core is told."""
    assert (DISCORD.surface, DISCORD.waits, DISCORD.hosted) == ("discord", False, True)


async def test_a_letter_stands_in_its_persons_own_conversation_and_nowhere_else() -> None:
    """Its conversation is opened, and told to the core, which brings it back with the next."""
    async with discord_line() as here:
        ana, ben = here.sim.user("ana"), here.sim.user("ben")
        first = await here.chat.send(here.letter(ana, b"one"))
        assert ana.direct is not None
        assert first == Sent(conversation=ana.direct.id)
        assert await here.chat.send(here.letter(ana, b"two", conversation=ana.direct.id)) == Sent()
        assert (texts(ana), texts(ben)) == ([WORDS, WORDS], [])
        assert "Help now" in ana.screen_text()
        assert len(here.calls(DIRECT)) == 1


async def test_one_that_the_core_knows_is_not_opened() -> None:
    """After a restart, too."""
    async with discord_line() as here:
        ana = here.sim.user("ana")
        assert await here.chat.send(here.letter(ana, conversation=here.opened(ana))) == Sent()
        assert (texts(ana), here.calls(DIRECT)) == ([WORDS], [])


async def test_one_that_was_learned_meanwhile_is_told() -> None:
    """An event came from it before the core knew."""
    async with discord_line() as here:
        ana = here.sim.user("ana")
        here.chat.learn(here.account(ana), here.opened(ana))
        assert await here.chat.send(here.letter(ana)) == Sent(conversation=here.opened(ana))
        assert await here.chat.direct(here.account(ana)) == here.opened(ana)
        assert here.calls(DIRECT) == []


async def test_a_message_names_nobody_and_carries_its_nonce() -> None:
    """Of its key Discord gets 18 bytes, and takes it once for them."""
    async with discord_line() as here:
        await here.chat.send(here.letter(here.sim.user("ana"), bytes(range(32))))
        [posted] = here.calls(MESSAGES)
        assert posted.args["allowed_mentions"] == {"parse": []}
        assert (posted.args["nonce"], posted.args["enforce_nonce"]) == ("AAECAwQFBgcICQoLDA0ODxAR", True)


async def test_a_sealed_card_never_leaves() -> None:
    """It is no message."""
    async with discord_line() as here:
        card = Card(text_id="page", blocks=(own_words("a page"),), summary="A page.", reach=Reach.SEALED)
        with pytest.raises(BeyondReach):
            await here.chat.send(Letter(key=b"key", to=here.account(here.sim.user("ana")), card=card))
        assert here.calls() == []


@pytest.mark.parametrize("number", [50007, 50278, 50001])
async def test_somebody_who_takes_no_messages_is_unreachable_and_nothing_else_is_tried(number: int) -> None:
    """Once: each try counts as a bad request. When they take some again, the next letter arrives."""
    async with discord_line() as here:
        ana = here.sim.user("ana")
        here.sim.faults.fail(MESSAGES, 403, number)
        assert await here.chat.send(here.letter(ana, conversation=here.opened(ana))) == Unreachable()
        assert len(here.calls(MESSAGES)) == 1
        assert await here.chat.send(here.letter(ana, conversation=here.opened(ana))) == Sent()


async def test_closed_direct_messages_no_common_server_and_a_closed_account_are_states() -> None:
    """As Discord has them."""
    async with discord_line() as here:
        ana, ben = here.sim.user("ana", dms=False), here.sim.user("ben", guilds=[])
        cleo = here.sim.user("cleo")
        await cleo.delete_account()
        for person in (ana, ben, cleo):
            assert await here.chat.send(here.letter(person)) == Unreachable()
        ana.open_dms()
        assert isinstance(await here.chat.send(here.letter(ana)), Sent)


async def test_a_conversation_that_is_gone_is_opened_anew() -> None:
    """Once, and the core is told where it is now."""
    async with discord_line() as here:
        ana = here.sim.user("ana")
        assert await here.chat.send(here.letter(ana, conversation="5")) == Sent(conversation=here.opened(ana))
        assert texts(ana) == [WORDS]
        here.sim.faults.fail(MESSAGES, 404, 10003, times=2)
        assert await here.chat.send(here.letter(ana, b"two", conversation="5")) == Unreachable()
        assert len(here.calls(DIRECT)) == 2


async def test_where_too_many_were_opened_only_who_has_none_is_held_back() -> None:
    """No conversation is asked for while that lasts; the letters of all others go on."""
    async with discord_line(limits=Limits(opening=Quota(0, 600.0))) as here:
        ana, ben = here.sim.user("ana"), here.sim.user("ben")
        held = HeldBack(until=MONDAY + OPENING_RESTS)
        assert await here.chat.send(here.letter(ana)) == held
        here.later(60)
        assert await here.chat.send(here.letter(ana)) == held
        with pytest.raises(OpenedTooMany):
            await here.chat.direct(here.account(ana))
        assert len(here.calls(DIRECT)) == 1
        assert await here.chat.send(here.letter(ben, conversation=here.opened(ben))) == Sent()
        here.sim.limiter.limits = None
        here.later(OPENING_RESTS.total_seconds())
        assert isinstance(await here.chat.send(here.letter(ana)), Sent)


async def test_a_dead_token_rests_the_lane_and_nobody_is_unreachable_by_it() -> None:
    """It is asked about again after a while, and not with each letter: each try counts."""
    async with discord_line(token="a-dead-one") as here:  # noqa: S106 - no real one
        ana, ben = here.sim.user("ana"), here.sim.user("ben")
        assert await here.chat.send(here.letter(ana)) == Later(wait=DEAD_RESTS)
        here.later(60)
        assert await here.chat.send(here.letter(ben)) == Later(wait=DEAD_RESTS - 60 * SECOND)
        assert len(here.calls()) == 1
        here.later(DEAD_RESTS.total_seconds())
        await here.chat.send(here.letter(ana))
        assert len(here.calls()) == 2


async def test_a_token_that_dies_later_is_told_as_dead() -> None:
    """In the middle of a day."""
    async with discord_line() as here:
        ana = here.sim.user("ana")
        await here.chat.send(here.letter(ana))
        here.sim.faults.fail(MESSAGES, 401)
        assert await here.chat.send(here.letter(ana, b"two")) == Later(wait=DEAD_RESTS)


async def test_a_wait_that_is_short_is_waited_for_and_the_letter_arrives_once() -> None:
    """By the library, with what Discord asks for."""
    async with discord_line() as here:
        ana = here.sim.user("ana")
        here.sim.faults.answer(MESSAGES, 429, slow(0.02))
        assert isinstance(await here.chat.send(here.letter(ana)), Sent)
        assert texts(ana) == [WORDS]


async def test_a_wait_that_is_long_rests_the_lane() -> None:
    """As long as Discord asks for; then the letter leaves."""
    async with discord_line() as here:
        ana, ben = here.sim.user("ana"), here.sim.user("ben")
        here.sim.faults.answer(MESSAGES, 429, slow(90))
        assert await here.chat.send(here.letter(ana)) == Later(wait=90 * SECOND)
        here.later(30)
        assert await here.chat.send(here.letter(ben)) == Later(wait=60 * SECOND)
        assert len(here.calls(MESSAGES)) == 1
        here.later(60)
        assert isinstance(await here.chat.send(here.letter(ana)), Sent)


async def test_where_cloudflare_turns_it_away_nothing_is_sent_for_as_long_as_that_lasts() -> None:
    """An HTML page that no server of Discord's has seen."""
    async with discord_line(limits=Limits(invalid=Quota(1, 600.0))) as here:
        ana, ben = here.sim.user("ana", dms=False), here.sim.user("ben")
        assert await here.chat.send(here.letter(ana)) == Unreachable()
        assert await here.chat.send(here.letter(ben)) == Later(wait=BAN_RESTS)
        assert await here.chat.send(here.letter(ben)) == Later(wait=BAN_RESTS)
        assert here.sim.limiter.turned_away == 1


async def test_a_fault_of_a_server_is_tried_again_and_the_letter_stands_there_once() -> None:
    """The library sends again what was done already; the nonce tells Discord so."""
    async with discord_line() as here:
        ana = here.sim.user("ana")
        here.sim.faults.fail(MESSAGES, 500, accepted=True)
        assert isinstance(await here.chat.send(here.letter(ana)), Sent)
        assert len(here.calls(MESSAGES)) == 2
        assert texts(ana) == [WORDS]


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
        assert texts(ana) == [WORDS]


async def test_a_second_one_within_minutes_is_the_first() -> None:
    """A crash between the answer and the note of it: the same key never stands there twice."""
    async with discord_line() as here:
        ana = here.sim.user("ana")
        await here.chat.send(here.letter(ana))
        here.later(120)
        assert isinstance(await here.chat.send(here.letter(ana)), Sent)
        assert texts(ana) == [WORDS]


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
        assert await DiscordChat(line, clock).send(letter) == Later(wait=LINE_RESTS)
        assert await DiscordChat(line, clock).was_sent(letter) == Arrival.NOT_NOW
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


async def test_a_refusal_without_a_name_is_a_fault_and_says_nothing_of_the_letter(
    caplog: pytest.LogCaptureFixture,
) -> None:
    """Two numbers, and no word."""
    async with discord_line() as here:
        here.sim.faults.fail(MESSAGES, 400, 50035, message=f"BASE_TYPE_BAD: {WORDS}")
        assert await here.chat.send(here.letter(here.sim.user("ana"))) == Unreachable()
        [said] = [each.getMessage() for each in caplog.records if each.name == "adapters.discord.chat"]
        assert said == "Discord refused a letter: 400, 50035"


async def test_letters_in_hundreds_take_as_long_as_their_pace_and_no_longer() -> None:
    """35 a second, whatever each one takes: a late one delays none that follow, and Discord refuses none."""
    async with discord_line(limits=Limits()) as here:
        people = [here.sim.user(f"n{number}") for number in range(100)]
        channels = [here.opened(person) for person in people]
        await here.line.application()
        begin = here.clock.now()
        for person, channel in zip(people, channels, strict=True):
            assert await here.chat.send(here.letter(person, conversation=channel)) == Sent()
            here.later(0.003)
        took = (here.clock.now() - begin).total_seconds()
        assert (100 - 5) / 35 <= took < 100 / 35
        assert here.sim.limiter.refused == 0


async def test_a_line_that_is_shut_sends_nothing_until_its_strikes_have_aged() -> None:
    """Not even to who could be reached."""
    async with discord_line(strikes=2) as here:
        ana, ben = here.sim.user("ana", dms=False), here.sim.user("ben")
        for _ in range(2):
            await here.chat.send(here.letter(ana, conversation=here.opened(ana)))
        asked = len(here.calls())
        letter = here.letter(ben, conversation=here.opened(ben))
        assert await here.chat.send(letter) == Later(wait=600 * SECOND)
        assert len(here.calls()) == asked
        here.later(600)
        assert await here.chat.send(letter) == Sent()


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


async def test_what_answers_somebody_is_posted_once_and_never_waits_behind_letters() -> None:
    """Hundreds may wait for their turns: an answer has one of its own."""
    async with discord_line() as here:
        ana = here.sim.user("ana")
        await here.chat.direct(here.account(ana))
        for _ in range(300):
            here.line.pace.letter(here.line.instant())
        here.sim.faults.fail(MESSAGES, 500, accepted=True)
        await here.chat.post(here.account(ana), post_line("Here it is."))
        assert (here.naps, texts(ana)) == ([], ["Here it is."])


async def test_an_answer_that_cannot_be_posted_says_why() -> None:
    """Whoever answers decides what that means."""
    async with discord_line() as here:
        ana, ben = here.sim.user("ana", dms=False), here.sim.user("ben")
        with pytest.raises(NobodyThere):
            await here.chat.post(here.account(ana), post_line("Here it is."))
        here.sim.faults.fail(DIRECT, 404, 10003)
        with pytest.raises(ChannelGone):
            await here.chat.direct(here.account(ben))


async def test_a_message_is_changed_and_removed_and_one_that_is_gone_was_removed() -> None:
    """By the bot's own right, after the right to answer has ended."""
    async with discord_line() as here:
        ana = here.sim.user("ana")
        await here.chat.post(here.account(ana), post_line("Before."))
        [message] = ana.posts
        await here.chat.change(message.channel, message.id, post_line("After."))
        assert texts(ana) == ["After."]
        for _ in range(2):
            await here.chat.remove(message.channel, message.id)
        assert texts(ana) == []
