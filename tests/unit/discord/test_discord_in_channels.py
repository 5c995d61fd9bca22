"""Who presses what stands in a channel of a server: what the core hears, and who reads the answer."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from adapters.discord import text
from adapters.discord.answering.acts import plan
from adapters.discord.hearing.places import FormSent
from bot.domain.people import Place
from bot.errors import BeyondReach
from bot.ports.chat import Posting, Sent
from bot.surface.card import Button, Buttons, Card, Reach, say
from bot.surface.form import Form, TextField
from bot.surface.inbound import ActionPressed, CommandInvoked, FormSubmitted, PersonChanged
from bot.surface.outcome import QUIET, Open, Outcome, Replace, answer
from tests.sim.discord import Room
from tests.sim.discord.faults import CALLBACK, DIRECT
from tests.sim.discord.reading import sent
from tests.sim.discord.world import Message
from tests.unit.discord.desk import Desk, desk
from tests.unit.discord.plans import DRAWN, POSTED, Remembered
from tests.unit.some_acts import ANA, REPLACE, a_card

WORDS = Form(
    text_id="answer", ref="1:answer", name="answer", title="An answer", submit="Send",
    fields=(TextField(name="words", label="Your words", long=True),),
)  # fmt: skip


def for_all(words: str) -> Card:
    """Return a card for everybody in a channel, with one button."""
    row = Buttons(buttons=(Button(ref="1:hear", name="answer.hear", label="I hear you"),))
    return Card(text_id="share", blocks=(say(words), row), summary=words, reach=Reach.OPEN)


@pytest.fixture
async def here() -> AsyncIterator[Desk]:
    """A core that answers each act with nothing, until a test says otherwise."""
    async with desk() as at_ease:
        at_ease.core.says = lambda _: QUIET
        yield at_ease


def team(here: Desk) -> Room:
    """Return the channel."""
    return here.sim.guild().room("team")


def place(here: Desk, room: Room) -> Place:
    """Return a channel as the core knows it."""
    return Place(surface="discord", workspace=here.sim.application_id, channel=room.id)


async def post(here: Desk, room: Room, words: str = "The circle is open.", *, under: str = "") -> str:
    """Post a card; return what its message is called."""
    key = words.encode().ljust(32, b".")
    card, to = for_all(words), place(here, room)
    receipt = await here.under_test.chat.post(Posting(key=key, to=to, card=card, under=under))
    assert isinstance(receipt, Sent)
    return receipt.message


def standing(here: Desk, words: str) -> Message:
    """Return the message in the server that says this."""
    return next(message for message in here.sim.guild().messages if words in message.text)


def pressed(here: Desk) -> list[ActionPressed]:
    """Return the presses that the core heard."""
    return here.core.heard_of(ActionPressed)


async def test_a_press_is_heard_with_its_channel_and_changes_nothing_for_others(here: Desk) -> None:
    """Whoever is there may press; nobody has a conversation opened for it."""
    ben = here.sim.user("ben")
    await post(here, team(here))
    for user in (here.ana, ben):
        await user.press("I hear you")
    assert [each.account.user for each in pressed(here)] == [here.ana.id, ben.id]
    assert {each.place for each in pressed(here)} == {place(here, team(here))}
    assert {each.place_name for each in pressed(here)} == {"team"}
    assert {each.organisation for each in pressed(here)} == {f"discord/{here.sim.guild().id}"}
    assert here.sim.journal.calls(DIRECT) == []
    assert here.core.heard_of(PersonChanged) == []


async def test_in_a_thread_that_reststop_began_somebody_is_in_the_channel_above(here: Desk) -> None:
    """With the name of that channel, and after a new session, too, for which the thread was put away."""
    opening = await post(here, team(here))
    await post(here, team(here), "A share.", under=opening)
    await here.ana.press("I hear you", on=standing(here, "A share."))
    thread = team(here).thread_of(standing(here, "The circle is open."))
    assert thread is not None
    thread.archive()
    here.sim.gateway.drop(resumable=False)
    await here.sim.connected()
    await here.ana.press("I hear you", on=standing(here, "A share."))
    assert [(each.place, each.place_name) for each in pressed(here)] == [
        (place(here, team(here)), "team"),
        (place(here, team(here)), "team"),
    ]


async def test_a_thread_or_a_post_of_somebodys_is_a_channel_of_its_own(here: Desk) -> None:
    """A command there is answered to one pair of eyes, as anywhere."""
    here.core.says = lambda _: answer(a_card("plain"))
    posts = here.sim.guild().room("circles", kind="forum")
    for room in (team(here).thread("evenings", here.ana.record), posts.thread("mornings", here.ana.record)):
        await here.ana.command("help", room=room)
        heard = here.core.heard_of(CommandInvoked)[-1]
        assert (heard.place, heard.place_name) == (place(here, room), room.record.name)
        assert room.messages == []
    assert [message.text for message in here.ana.whispers] == ["plain", "plain"]


async def test_somebody_is_called_as_the_server_calls_them(here: Desk) -> None:
    """Elsewhere as Discord does."""
    here.sim.guild().call(here.ana.record, "Ana from nights")
    await here.ana.command("help", guild=here.sim.guild())
    await here.ana.command("help")
    await here.ana.dm("help")
    assert [each.called for each in here.core.heard_of(CommandInvoked)] == ["Ana from nights", "Ana", "Ana"]


async def test_where_only_the_person_added_reststop_the_channel_is_told_and_no_organisation(
    here: Desk,
) -> None:
    """Whose server that is has no say; nothing can be posted there."""
    elsewhere = here.sim.guild("Elsewhere")
    await here.ana.join(elsewhere)
    await elsewhere.remove_app()
    here.ana.install()
    await here.ana.command("help", guild=elsewhere)
    [heard] = here.core.heard_of(CommandInvoked)
    assert (heard.organisation, heard.manages) == ("", False)
    assert heard.place is not None
    assert heard.place.channel == elsewhere.channel.id


async def test_a_form_from_a_card_in_a_channel_comes_back_and_opens_no_conversation(here: Desk) -> None:
    """Hundreds may write at once: Discord takes the opening of many conversations for spam."""
    here.core.says = lambda event: (
        Outcome(first=Open(form=WORDS)) if isinstance(event, ActionPressed) else answer(a_card("plain"))
    )
    await post(here, team(here))
    await here.ana.press("I hear you")
    here.ana.fill({"Your words": "me too"})
    await here.ana.submit()
    [heard] = here.core.heard_of(FormSubmitted)
    assert (dict(heard.values), heard.place, heard.called) == ({"words": "me too"}, None, "Ana")
    assert [message.text for message in here.ana.whispers] == ["plain"]
    assert len(here.sim.guild().messages) == 1
    assert here.sim.journal.calls(DIRECT) == []


async def test_a_card_that_is_not_for_everybody_never_stands_there(
    here: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    """It would be an accident of ours: who pressed is told so, and what stands there stays."""
    here.core.says = lambda _: Outcome(first=Replace(card=a_card("plain")))
    await post(here, team(here))
    await here.ana.press("I hear you")
    assert [message.text for message in here.ana.whispers] == [text.BROKEN]
    [message] = team(here).messages
    assert "The circle is open." in message.text
    assert "BeyondReach" in caplog.text


def test_nor_by_a_form_that_was_opened_from_there() -> None:
    """However late it comes back, and whichever button opened it again."""
    shared, outcome = replace(POSTED, is_shared=True), Outcome(first=REPLACE)
    form = FormSent(id=DRAWN["custom_id"], below=shared, typed=sent(DRAWN))
    for at in (shared, form):
        with pytest.raises(BeyondReach):
            plan(outcome, at, ANA, Remembered().memory())
        open_one = Outcome(first=Replace(card=a_card("plain", Reach.OPEN)))
        assert plan(open_one, at, ANA, Remembered().memory())
    assert plan(outcome, POSTED, ANA, Remembered().memory())


async def test_an_answer_that_comes_too_late_is_said_to_them_and_never_in_the_channel(here: Desk) -> None:
    """In their own conversation, which is opened for it."""
    here.core.says = lambda _: answer(a_card("plain"))
    await post(here, team(here))
    here.sim.faults.fail(CALLBACK, 404, 10062)
    await here.ana.press("I hear you")
    assert [message.text for message in here.ana.posts] == ["plain"]
    assert len(team(here).messages) == 1


async def test_a_press_that_is_told_twice_is_answered_once(here: Desk) -> None:
    """As a session does that is taken up again."""
    await post(here, team(here))
    await here.ana.press("I hear you")
    here.sim.gateway.repeat("INTERACTION_CREATE")
    await here.sim.settled()
    assert len(pressed(here)) == 1


async def test_people_write_to_each_other_and_nothing_of_it_is_heard(here: Desk) -> None:
    """In a channel, in a thread below a card, in answer to one; edited and deleted as well."""
    opening = await post(here, team(here))
    await post(here, team(here), "A share.", under=opening)
    thread = team(here).thread_of(standing(here, "The circle is open."))
    assert thread is not None
    for room in (team(here), thread):
        said = await here.ana.say("Shall we have lunch?", room)
        await here.ana.edit(said, "Lunch?")
        await here.ana.delete(said)
    assert here.core.heard == []


async def test_who_is_not_let_in_sees_nothing_of_it(here: Desk) -> None:
    """A channel for two: what is posted there stands on no other screen."""
    ben, cleo = here.sim.user("ben"), here.sim.user("cleo")
    room = here.sim.guild().room("two", only=[here.ana.id, ben.id])
    await post(here, room)
    seen = [any("The circle is open." in words for words in each.seen) for each in (here.ana, ben, cleo)]
    assert seen == [True, True, False]


async def test_a_pressed_card_that_grows_long_is_whole(here: Desk) -> None:
    """As a layout, where plain content has no room."""
    long = "A rule that holds here. " * 120
    here.core.says = lambda _: Outcome(first=Replace(card=for_all(long)))
    handle = await post(here, team(here))
    await here.ana.press("I hear you")
    [message] = team(here).messages
    assert long.strip() in message.text
    assert handle.endswith(message.id)
