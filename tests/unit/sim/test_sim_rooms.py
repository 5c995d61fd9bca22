"""The channels of a story: what a record says of them, who can press there, and how they close."""

from __future__ import annotations

from dataclasses import asdict

import pytest

from adapters.sim.errors import BadJson, NotYours
from adapters.sim.inbound import Line
from adapters.sim.render import Below
from bot.domain.people import Place
from bot.ports.chat import Change, Closed, Posting, Sent, Why
from bot.surface.card import Button, Buttons, Card, Reach, say
from bot.surface.inbound import ActionPressed
from bot.surface.outcome import Outcome, Replace, answer
from tests.unit.sim.test_sim_render import KEYS
from tests.unit.sim.test_sim_world import Story, plain_card

TEAM = Place(surface="slack", workspace="sim", channel="#team")
HEAR = Buttons(buttons=(Button(ref="hear", name="answer.hear", label="I hear you"),))
OPENING = Card(text_id="opening", blocks=(say("It is open."), HEAR), summary="It is open.", reach=Reach.OPEN)


async def post(story: Story, *, key: bytes = b"k", under: str = "") -> str:
    """Post in the channel; return the handle."""
    posting = Posting(key=key, to=TEAM, card=OPENING, under=under)
    receipt = await story.world.chats["slack"].post(posting)
    assert isinstance(receipt, Sent)
    return receipt.message


def change(story: Story, **keys: object) -> None:
    """Let something happen to the channel."""
    Line({"where": "#team", **keys}).change_of_room(story.world)()


@pytest.fixture
def story() -> Story:
    """A world in which nothing was shown."""
    return Story()


async def test_what_stands_in_a_channel_is_to_nobody_and_says_where(story: Story) -> None:
    """Every key is there, as of any record; below another card there is one more, with the id of that one."""
    opening = await post(story)
    await post(story, under=opening)
    above, below = story.shown
    assert (above.to, above.where, above.seen_by, above.kind) == (None, "#team", "channel", "card")
    assert list(asdict(above)) == KEYS.split()
    assert list(asdict(below)) == [*KEYS.split(), "under"]
    assert isinstance(below, Below)
    assert (below.under, below.where, below.seen_by) == (above.id, "#team", "channel")


async def test_a_change_carries_the_id_of_what_it_changes(story: Story) -> None:
    """By the bot, by a press, and when it goes; what is gone is not shown again."""
    opening = await post(story)
    chat = story.world.chats["slack"]
    again = Card(text_id="again", blocks=(say("Again."), HEAR), summary="Again.", reach=Reach.OPEN)
    await chat.change(Change(to=TEAM, message=opening, card=again))
    turn = story.turn("press", who="ben", ref="hear")
    story.world.tell(turn, Outcome(first=Replace(card=OPENING)))
    for _ in range(2):
        await chat.change(Change(to=TEAM, message=opening, card=None))
    story.world.tell(turn, Outcome(first=Replace(card=OPENING)))
    assert [(one.id, one.kind, one.to, one.seen_by) for one in story.shown] == [
        ("o1", "card", None, "channel"),
        ("o1", "replace", None, "channel"),
        ("o1", "replace", None, "channel"),
        ("o1", "retract", None, "channel"),
    ]


async def test_who_presses_in_a_channel_is_on_its_platform(story: Story) -> None:
    """Whoever it is, and wherever else they are; another platform is no way in."""
    await post(story)
    story.tell(answer(plain_card("hello")), who="ana", surface="console")
    for who in ("ana", "ben"):
        event = story.turn("press", who=who, ref="hear").event
        assert isinstance(event, ActionPressed)
        assert (event.account.surface, event.account.user, event.called) == ("slack", who, who)
        assert (event.place, event.place_name) == (TEAM, "team")
    for surface in ("discord", "console"):
        with pytest.raises(NotYours):
            story.turn("press", who="ben", ref="hear", surface=surface)


async def test_an_answer_to_a_press_stands_where_it_was_pressed(story: Story) -> None:
    """For who pressed alone; and a press on that is in the channel, too."""
    await post(story)
    own = Card(text_id="own", blocks=(HEAR,), summary="Yours.", reach=Reach.PERSONAL)
    story.world.tell(story.turn("press", who="ben", ref="hear"), answer(own))
    assert [(one.to, one.where, one.seen_by) for one in story.shown[1:]] == [("ben", "#team", "only_you")]
    event = story.turn("press", who="ben", ref="hear", surface="slack").event
    assert event is not None
    assert event.place == TEAM
    with pytest.raises(NotYours):
        story.turn("press", who="ana", ref="hear", surface="slack")


async def test_who_left_a_channel_presses_nothing_there(story: Story) -> None:
    """Until they join it again; everybody else goes on."""
    await post(story)
    change(story, who="ben", surface="slack", change="leave")
    with pytest.raises(NotYours):
        story.turn("press", who="ben", ref="hear")
    assert story.turn("press", who="ana", ref="hear").event is not None
    change(story, who="ben", surface="slack", change="join")
    assert story.turn("press", who="ben", ref="hear").event is not None


@pytest.mark.parametrize("why", [*Why])
async def test_a_channel_closes_and_opens_again(story: Story, why: Why) -> None:
    """For each reason; what was gone with its channel stays gone, and takes no answers."""
    opening = await post(story)
    chat = story.world.chats["slack"]
    change(story, change=why.value)
    late = Posting(key=b"l", to=TEAM, card=OPENING, under=opening)
    assert await chat.post(late) == Closed(why=why)
    assert await chat.change(Change(to=TEAM, message=opening, card=None)) == Closed(why=why)
    change(story, change="open")
    if why is Why.GONE:
        assert await chat.post(late) == Closed(why=Why.GONE)
    else:
        assert isinstance(await chat.post(late), Sent)
    await post(story, key=b"n")


async def test_one_closed_channel_closes_no_other(story: Story) -> None:
    """Neither of the same platform nor of the same name."""
    change(story, change="archived")
    change(story, change="archived", where="#other")
    change(story, change="open")
    await post(story)
    closed = Posting(key=b"o", to=Place(surface="slack", workspace="sim", channel="#other"), card=OPENING)
    assert await story.world.chats["slack"].post(closed) == Closed(why=Why.ARCHIVED)


def test_nothing_else_happens_to_a_room(story: Story) -> None:
    """The sentence says what can."""
    with pytest.raises(BadJson) as refused:
        change(story, change="painted")
    changes = "join, leave, open, gone, archived, locked, not_there, no_rights"
    assert refused.value.sentence == f'"change" is one of {changes}.'
