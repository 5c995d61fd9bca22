"""The way out to Discord: one message, at its pace, and a receipt for whatever Discord answers."""

from __future__ import annotations

from datetime import timedelta

import pytest

from adapters.discord.drawing.render import post_line
from adapters.discord.errors import ChannelGone, NobodyThere, OpenedTooMany
from adapters.discord.limits import BAN_RESTS, DEAD_RESTS, OPENING_RESTS
from adapters.discord.sending.chat import DISCORD
from bot.errors import BeyondReach
from bot.ports.chat import HeldBack, Later, Letter, Sent, Unreachable
from bot.surface.card import Card, Reach, own_words
from tests.contract.surface_samples import HERE
from tests.sim.discord.faults import DIRECT, MESSAGES
from tests.sim.discord.limiter import Limits, Quota
from tests.unit.discord.line import MONDAY, discord_line, texts

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
        assert (texts(ana), texts(ben)) == ([HERE, HERE], [])
        assert "Help now" in ana.screen_text()
        assert len(here.calls(DIRECT)) == 1


async def test_one_that_the_core_knows_is_not_opened() -> None:
    """After a restart, too."""
    async with discord_line() as here:
        ana = here.sim.user("ana")
        assert await here.chat.send(here.letter(ana, conversation=here.opened(ana))) == Sent()
        assert (texts(ana), here.calls(DIRECT)) == ([HERE], [])


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
        assert texts(ana) == [HERE]
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
    async with discord_line(token="a-dead-one") as here:
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
        assert texts(ana) == [HERE]


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


async def test_a_refusal_without_a_name_is_a_fault_and_says_nothing_of_the_letter(
    caplog: pytest.LogCaptureFixture,
) -> None:
    """Two numbers, and no word."""
    async with discord_line() as here:
        here.sim.faults.fail(MESSAGES, 400, 50035, message=f"BASE_TYPE_BAD: {HERE}")
        assert await here.chat.send(here.letter(here.sim.user("ana"))) == Unreachable()
        [said] = [
            each.getMessage() for each in caplog.records if each.name == "adapters.discord.sending.chat"
        ]
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


async def test_a_clock_that_is_put_back_keeps_no_letter_waiting() -> None:
    """What counts is the time that went by."""
    async with discord_line() as here:
        letter = here.letter(here.sim.user("ana"))
        await here.chat.send(letter)
        here.clock.move_to(MONDAY - timedelta(days=1))
        await here.chat.send(letter)
        assert here.naps == []


async def test_what_answers_somebody_is_posted_once_and_never_waits_behind_letters() -> None:
    """Hundreds may wait for their turns: an answer has one of its own."""
    async with discord_line() as here:
        ana = here.sim.user("ana")
        await here.chat.direct(here.account(ana))
        for _ in range(300):
            here.line.pace.letter(here.line.instant())
        for _ in range(2):
            await here.chat.say_to(here.account(ana), post_line("Here it is."))
        assert (here.naps, texts(ana)) == ([], ["Here it is."] * 2)
        posted = here.calls(MESSAGES)
        assert all(each.args["enforce_nonce"] for each in posted)
        assert len({each.args["nonce"] for each in posted}) == 2


async def test_an_answer_that_cannot_be_posted_says_why() -> None:
    """Whoever answers decides what that means."""
    async with discord_line() as here:
        ana, ben = here.sim.user("ana", dms=False), here.sim.user("ben")
        with pytest.raises(NobodyThere):
            await here.chat.say_to(here.account(ana), post_line("Here it is."))
        here.sim.faults.fail(DIRECT, 404, 10003)
        with pytest.raises(ChannelGone):
            await here.chat.direct(here.account(ben))


async def test_a_message_is_changed_and_removed_and_one_that_is_gone_was_removed() -> None:
    """By the bot's own right, after the right to answer has ended."""
    async with discord_line() as here:
        ana = here.sim.user("ana")
        await here.chat.say_to(here.account(ana), post_line("Before."))
        [message] = ana.posts
        await here.chat.edit(message.channel, message.id, post_line("After."))
        assert texts(ana) == ["After."]
        for _ in range(2):
            await here.chat.remove(message.channel, message.id)
        assert texts(ana) == []
