"""The way out into channels: what stands where, what is asked of Discord for it, and why nothing is."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from adapters.discord import text
from adapters.discord.limits import DEAD_RESTS, LINE_RESTS
from bot.ports.chat import Closed, Later, MaybeSent, Posting, Sent, Why
from bot.surface.card import Card, Reach, say, shared_words
from tests.sim.discord.faults import MESSAGES
from tests.sim.discord.world import IS_COMPONENTS_V2
from tests.unit.discord.corner import CHANNEL, THREADS, Corner, corner
from tests.unit.discord.line import CHANGE, DELETE


@pytest.fixture
async def here() -> AsyncIterator[Corner]:
    """A text channel."""
    async with corner("text") as text_channel:
        yield text_channel


@pytest.fixture
async def there() -> AsyncIterator[Corner]:
    """A post in a channel of posts, which is a thread by itself."""
    async with corner("post") as post:
        yield post


@pytest.fixture(params=["text", "post"])
async def anywhere(request: pytest.FixtureRequest) -> AsyncIterator[Corner]:
    """Either of them."""
    async with corner(request.param) as either:
        yield either


async def test_a_posting_stands_in_its_channel_and_is_called_by_both_ids(here: Corner) -> None:
    """Nothing is asked of Discord beside it; it names nobody, and carries its nonce."""
    handle = await here.post("A quiet corridor.")
    [message] = here.room.messages
    assert handle == f"{here.room.id}/{message.id}"
    [posted] = here.line.calls()[-1:]
    assert (posted.args["allowed_mentions"], posted.args["enforce_nonce"]) == ({"parse": []}, True)
    assert here.line.calls(THREADS, CHANNEL) == []


async def test_the_first_answer_begins_a_thread_and_others_stand_in_it(here: Corner) -> None:
    """Discord is asked once for what the channel is, and once for the thread."""
    opening = await here.post("Opening.")
    answers = [await here.post(words, under=opening) for words in ("One.", "Two.")]
    assert len(here.room.messages) == 1
    assert [f"{each.channel}/{each.id}" for each in here.threaded(opening)] == answers
    [begun] = here.line.calls(THREADS)
    assert begun.args == {"name": text.ANSWERS}
    assert len(here.line.calls(CHANNEL)) == 1


async def test_a_thread_that_is_there_already_is_as_good(here: Corner) -> None:
    """After a restart nothing of it is known here."""
    opening = await here.post("Opening.")
    await here.post("One.", under=opening)
    here.line.sim.faults.fail(THREADS, 400, 160004)
    here.line.chat._in_channels._threads.drop(opening.partition("/")[2])  # noqa: SLF001 - as after a restart
    await here.post("Two.", under=opening)
    assert len(here.threaded(opening)) == 2


async def test_an_answer_to_an_answer_stands_in_the_same_thread_and_names_it(here: Corner) -> None:
    """No thread begins in a thread."""
    opening = await here.post("Opening.")
    share = await here.post("A share.", under=opening)
    await here.post("I hear you.", under=share)
    told = here.threaded(opening)
    assert [each.answers for each in told] == [None, told[0].id]
    assert len(here.line.calls(THREADS)) == 1


async def test_in_a_post_an_answer_names_the_message_that_it_answers(there: Corner) -> None:
    """Whoever is there sees both."""
    opening = await there.post("Opening.")
    await there.post("A share.", under=opening)
    first, second = there.room.messages
    assert (second.channel, second.answers) == (there.room.id, first.id)
    assert there.line.calls(THREADS) == []


async def test_below_a_message_that_was_deleted_nothing_is_posted(anywhere: Corner) -> None:
    """It is told, for threads and where a message would be named."""
    opening = await anywhere.post("Opening.")
    anywhere.room.delete_message(anywhere.room.messages[0])
    receipt = await anywhere.line.chat.post(anywhere.posting("A share.", under=opening))
    assert receipt == Closed(why=Why.GONE)
    assert anywhere.room.messages == []


async def test_in_a_thread_that_was_deleted_nothing_is_posted(here: Corner) -> None:
    """Nor in the channel above it."""
    opening = await here.post("Opening.")
    await here.post("One.", under=opening)
    thread = here.room.thread_of(here.room.messages[0])
    assert thread is not None
    thread.delete()
    assert await here.line.chat.post(here.posting("Two.", under=opening)) == Closed(why=Why.GONE)
    assert len(here.room.messages) == 1


@pytest.mark.parametrize(
    ("status", "number", "why"),
    [
        (404, 10003, Why.GONE),
        (403, 50001, Why.NOT_THERE),
        (403, 50013, Why.NO_RIGHTS),
        (403, 160002, Why.NO_RIGHTS),
        (400, 160005, Why.LOCKED),
        (400, 50083, Why.ARCHIVED),
        (400, 200000, Why.NO_RIGHTS),
    ],
)
async def test_what_discord_refuses_of_a_posting_is_a_reason(
    here: Corner, status: int, number: int, why: Why, caplog: pytest.LogCaptureFixture
) -> None:
    """Asked once, since each refusal counts; the next one tries again, and no lane rests."""
    here.line.sim.faults.fail(MESSAGES, status, number, message="about: a quiet corridor")
    assert await here.line.chat.post(here.posting("A quiet corridor.")) == Closed(why=why)
    assert len(here.line.calls(MESSAGES)) == 1
    assert await here.post("Another.")
    assert "corridor" not in caplog.text


async def test_what_is_true_of_the_bot_is_no_matter_of_the_channel(here: Corner) -> None:
    """A wait, a cut line, a dead token."""
    here.line.sim.faults.answer(MESSAGES, 429, {"message": "slow", "retry_after": 90, "global": False})
    assert await here.line.chat.post(here.posting("One.")) == Later(wait=timedelta(seconds=90))
    assert await here.line.chat.post(here.posting("One.")) == Later(wait=timedelta(seconds=90))
    here.line.later(90)
    here.line.sim.faults.cut(MESSAGES, accepted=True)
    assert await here.line.chat.post(here.posting("Two.")) == MaybeSent()
    here.line.sim.faults.fail(MESSAGES, 401)
    assert await here.line.chat.post(here.posting("Three.")) == Later(wait=DEAD_RESTS)


async def test_a_line_that_is_cut_before_a_thread_began_leaves_no_doubt(here: Corner) -> None:
    """Nothing was said in it yet, whether it began or not."""
    opening = await here.post("Opening.")
    posting = here.posting("One.", under=opening)
    here.line.sim.faults.cut(THREADS, accepted=True)
    assert await here.line.chat.post(posting) == Later(wait=LINE_RESTS)
    here.line.later(LINE_RESTS.total_seconds())
    assert isinstance(await here.line.chat.post(posting), Sent)
    assert len(here.threaded(opening)) == 1


async def test_one_that_is_sent_twice_stands_there_once(here: Corner) -> None:
    """Under one key; what was deleted meanwhile does not come back, and had arrived."""
    posting = here.posting("One.")
    first = await here.line.chat.post(posting)
    assert await here.line.chat.post(posting) == first
    assert len(here.room.messages) == 1
    here.room.delete_message(here.room.messages[0])
    assert await here.line.chat.post(posting) == Sent()
    assert here.room.messages == []


# Changes


async def test_a_plain_message_becomes_another_and_stays_where_it_is(here: Corner) -> None:
    """As a layout, which one of any kind can become; a long one too."""
    for words in ("Short.", "Long. " * 400):
        handle = await here.post(words)
        assert await here.change(handle, "Taken back.") == Sent(message=handle)
        message = here.room.messages[-1]
        assert "Taken back." in message.text
        assert words.strip() not in message.text
        assert message.flags & IS_COMPONENTS_V2


async def test_in_a_thread_that_was_put_away_a_change_opens_it_again(there: Corner) -> None:
    """As somebody's message does; to delete one it stays as it is."""
    handle, other = await there.post("One."), await there.post("Two.")
    there.room.archive()
    assert await there.change(other, None) == Sent(message=other)
    assert there.room.record.is_archived
    assert await there.change(handle, "Taken back.") == Sent(message=handle)
    assert [message.text.splitlines()[1] for message in there.room.messages] == ["Taken back."]
    assert not there.room.record.is_archived


async def test_a_posting_opens_a_thread_that_was_put_away(there: Corner) -> None:
    """A week of quiet is no reason to stop."""
    there.room.archive()
    await there.post("One.")
    assert not there.room.record.is_archived


async def test_what_was_locked_stays_as_it_is(there: Corner) -> None:
    """For moderators alone, put away or not; deleted it can be."""
    handle = await there.post("One.")
    there.room.lock()
    assert await there.change(handle, "Taken back.") == Closed(why=Why.LOCKED)
    there.room.archive(locks=True)
    assert await there.change(handle, "Taken back.") == Closed(why=Why.LOCKED)
    assert await there.line.chat.post(there.posting("Two.")) == Closed(why=Why.LOCKED)
    assert await there.change(handle, None) == Sent(message=handle)
    assert there.room.messages == []


async def test_what_is_gone_was_removed_and_comes_not_back(here: Corner) -> None:
    """With its channel too, of which only a change is told: what was to be said there is not."""
    handle = await here.post("One.")
    here.room.delete_message(here.room.messages[0])
    assert await here.change(handle, None) == Sent(message=handle)
    assert await here.change(handle, "Again.") == Sent(message=handle)
    assert here.room.messages == []
    here.room.delete()
    assert await here.change(handle, None) == Sent(message=handle)
    assert await here.change(handle, "Again.") == Closed(why=Why.GONE)


async def test_a_change_that_may_have_been_made_is_made_again(here: Corner) -> None:
    """It is the same one however often; the client asks again by itself where nothing could be done twice."""
    handle = await here.post("One.")
    for route, words in ((CHANGE, "Two."), (DELETE, None)):
        here.line.sim.faults.cut(route, accepted=True)
        assert await here.change(handle, words) in {MaybeSent(), Sent(message=handle)}
        assert await here.change(handle, words) == Sent(message=handle)


@pytest.mark.parametrize("handle", ["", "5", "5/", "/5", "a/b", "5/6/7", "../5"])
async def test_what_is_no_message_of_ours_is_gone(here: Corner, handle: str) -> None:
    """Nothing of it stands in an address."""
    assert await here.change(handle, "Again.") == Closed(why=Why.GONE)
    under = here.posting("One.", under=handle or "?")
    assert await here.line.chat.post(under) == Closed(why=Why.GONE)
    assert here.line.calls() == []


async def test_a_message_that_went_may_begin_a_thread_no_more(here: Corner) -> None:
    """Its thread stays with Discord; nothing of ours is posted there."""
    opening = await here.post("Opening.")
    await here.post("One.", under=opening)
    await here.change(opening, None)
    assert await here.line.chat.post(here.posting("Two.", under=opening)) == Closed(why=Why.GONE)


async def test_postings_have_the_turns_of_letters(here: Corner) -> None:
    """So that no more leave in a second than a bot may send."""
    for number in range(20):
        await here.post(f"{number}.")
    assert sum(here.line.naps) > 0


async def test_a_card_says_its_shared_words_set_apart(here: Corner) -> None:
    """In a quote, each line of it, and nothing in them is markup."""
    say_who = Card(
        text_id="share",
        blocks=(say("Ana shares:"), shared_words("*one* <@1>\n\n- two")),
        summary="A share.",
        reach=Reach.OPEN,
    )
    await here.line.chat.post(Posting(key=b"key", to=here.place, card=say_who))
    [message] = here.room.messages
    assert message.content.splitlines()[-3:] == ["> \\*one\\* \\<\\@1\\>", "> ", "> \\- two"]
