"""The loopback Slack can be used by hand."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

from slack_bolt.async_app import AsyncAck
from slack_sdk.web.async_client import AsyncWebClient

from tests.json_types import Json
from tests.sim.slack import SlackSim
from tests.sim.slack.prompt import Prompt
from tests.sim.slack_app import button, field, modal, new_app, on_socket, plain, row, section

ROOT = Path(__file__).resolve().parents[2]


async def test_lines_act_and_the_screen_is_drawn_with_numbers() -> None:
    """A command opens a modal; its controls have numbers by which they are pressed and filled in."""
    option = {"text": plain("calm"), "value": "c"}
    choice = {
        "type": "static_select",
        "action_id": "how",
        "placeholder": plain("Choose"),
        "options": [option],
    }
    async with SlackSim() as slack:
        app = new_app(slack, slack.workspace())

        @app.command("/reststop")
        async def hear(ack: AsyncAck, body: Json, client: AsyncWebClient) -> None:
            await ack(text="One moment.")
            view = modal(
                section("How is it?", accessory=choice),
                row(button("more", "More")),
                field("words", "What stays"),
            )
            await client.views_open(trigger_id=body["trigger_id"], view=view)

        @app.action("how")
        async def chosen(ack: AsyncAck) -> None:
            await ack()

        @app.action("more")
        async def more(ack: AsyncAck, body: Json) -> None:
            await ack()
            await app.client.chat_postMessage(channel=body["user"]["id"], text="More, then.")

        @app.view("form")
        async def take(ack: AsyncAck, view: Json) -> None:
            typed = view["state"]["values"]["words"]["typed"]["value"]
            await ack(response_action="errors", errors={"words": f"Not {typed}."})

        @app.event("message")
        async def quiet() -> None:
            pass

        async with on_socket(slack, app):
            prompt = Prompt(slack.workspace().user("you"))
            shown = await prompt.take("/reststop write")
            assert "(0) app, to you alone: One moment." in shown
            assert "== Title == (submit)" in shown
            assert "[1] How is it?: …   (calm)\n  [2] More\n  [3] What stays: …" in shown
            assert "[1] How is it?: calm" in await prompt.take("1 calm")
            assert "(1) app: More, then." in await prompt.take("2")
            await prompt.take("3 a kind end")
            assert "! Not a kind end." in await prompt.take("submit")
            assert "That does not work" in await prompt.take("9")
            assert "==" not in await prompt.take("close")
            assert "(2) you: slow morning" in await prompt.take("slow morning")


async def test_module_tells_what_to_export_and_ends_when_asked() -> None:
    """A developer copies the settings into another terminal."""
    command = (sys.executable, "-m", "tests.sim.slack")
    pipe = asyncio.subprocess.PIPE
    process = await asyncio.create_subprocess_exec(*command, cwd=ROOT, stdin=pipe, stdout=pipe)
    out, _ = await process.communicate(b"quit\n")
    assert process.returncode == 0
    assert b"export RESTSTOP_SLACK_API_URL=http://127.0.0.1:" in out
    assert b"export SLACK_BOT_TOKEN=xoxb-sim-" in out
