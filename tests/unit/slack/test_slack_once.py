"""What comes again is answered once: from Slack, which repeats what it believes unheard, or from others."""

from __future__ import annotations

import asyncio

from aiohttp import ClientSession

from bot.errors import NotSaved
from bot.surface.card import say
from bot.surface.inbound import CommandInvoked, InboundEvent
from bot.surface.outcome import Outcome
from tests.contract.surface_samples import card, shows
from tests.json_types import Json
from tests.sim.slack import SlackSim, User
from tests.sim.slack.payloads import command
from tests.unit.scripted_core import Listening
from tests.unit.slack.ears import on_the_web, signed


def _help(_: InboundEvent) -> Outcome:
    return shows(card(say("This is what I understand.")))


def _event(slack: SlackSim, user: User) -> Json:
    """Return `help` as somebody types it in the app's own conversation, to be delivered by hand."""
    team = slack.workspace().team
    channel, _ = slack.core.world.open_direct(team, user.id)
    said = {
        "type": "message", "channel": channel.id, "channel_type": "im", "user": user.id, "text": "help",
        "ts": "1770000000.000100",
    }  # fmt: skip
    event = slack.core.event(team, "message.im", said)
    assert event is not None
    return event


async def test_what_only_looks_is_answered_once() -> None:
    """The core keeps no note of it: it is the surface that knows."""
    core = Listening(says=_help)
    async with SlackSim() as slack, on_the_web(slack, core):
        ana = slack.workspace().user("ana")
        event = _event(slack, ana)
        for attempt in range(3):
            answer = await slack.deliveries.deliver("events_api", event, attempt=attempt, reason="timeout")
            assert answer.error == ""
        await slack.settled()
        assert len(core.heard) == 1
        assert len(ana.messages) == 1


async def test_a_caught_request_shows_nothing_to_who_sends_it_again() -> None:
    """The answer to a command travels in the acknowledgement, which whoever sends the request would read."""
    core = Listening(says=_help)
    async with SlackSim() as slack, on_the_web(slack, core) as url, ClientSession() as session:
        workspace, ana = slack.workspace(), slack.workspace().user("ana")
        fields = command(
            workspace.team,
            ana.member,
            workspace.grant,
            slack.app_id,
            channel=slack.core.world.open_direct(workspace.team, ana.id)[0],
            name="/reststop",
            text="help",
            trigger_id=slack.core.triggers.give(workspace.team, ana.member),
            response_url="",
        )
        body = "&".join(f"{name}={value}" for name, value in fields.items() if value).encode()
        headers = signed(body) | {"Content-Type": "application/x-www-form-urlencoded"}
        answers = []
        for _ in range(2):
            answer = await session.post(f"{url}/slack/events", data=body, headers=headers)
            answers.append((answer.status, "understand" in await answer.text()))
    assert answers == [(200, True), (200, False)]
    assert [type(event) for event in core.heard] == [CommandInvoked]


class Held:
    """Somebody's core that takes its time with the first thing, until it is let go."""

    def __init__(self) -> None:
        """Hold what comes."""
        self.is_heard, self.may_answer = asyncio.Event(), asyncio.Event()

    async def __call__(self) -> None:
        """Take the time."""
        self.is_heard.set()
        await self.may_answer.wait()


async def _twice(slack: SlackSim, held: Held) -> list[str]:
    """Deliver something, and again while the core is at it; return what Slack thinks of both answers."""
    slack.settles = False
    ana = slack.workspace().user("ana")
    event = _event(slack, ana)
    first = asyncio.create_task(slack.deliveries.deliver("events_api", event))
    await held.is_heard.wait()
    again = asyncio.create_task(slack.deliveries.deliver("events_api", event, attempt=1, reason="timeout"))
    await ana.command("/reststop help")
    assert (first.done(), again.done()) == (False, False)
    held.may_answer.set()
    return [(await each).error for each in (first, again)]


async def test_what_is_said_again_meanwhile_waits_for_the_first() -> None:
    """It is acknowledged when that is, and not before: who acknowledges promises that it was heard."""
    held = Held()
    core = Listening(says=_help, meanwhile=held)
    async with SlackSim() as slack, on_the_web(slack, core):
        assert await _twice(slack, held) == ["", ""]
    assert len(core.heard) == 2


async def test_what_was_not_kept_is_heard_again() -> None:
    """Neither the first nor what repeats it is acknowledged then, and the next is heard."""
    held, tries = Held(), list[str]()

    def says(event: InboundEvent) -> Outcome:
        tries.append(event.event_id)
        if tries.count(event.event_id) == 1 and event.event_id.startswith("Ev"):
            raise NotSaved
        return _help(event)

    core = Listening(says=says, meanwhile=held)
    async with SlackSim() as slack, on_the_web(slack, core):
        assert await _twice(slack, held) == ["error", "error"]
        for attempt in (2, 3):
            event = _event(slack, slack.workspace().user("ana")) | {"event_id": core.heard[0].event_id}
            answer = await slack.deliveries.deliver("events_api", event, attempt=attempt, reason="timeout")
            assert answer.error == ""
    assert tries.count(core.heard[0].event_id) == 2
