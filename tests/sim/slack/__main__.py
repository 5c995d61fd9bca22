"""Run the loopback Slack by hand: `python -m tests.sim.slack [--port N] [--request-url URL]`."""

from __future__ import annotations

import argparse
import asyncio

from tests.sim.common.by_hand import converse, say
from tests.sim.slack.prompt import HELP, Prompt
from tests.sim.slack.sim import SCOPES, SlackSim


def settings(slack: SlackSim, bot_token: str) -> str:
    """Return what to export before the app is started: for this one workspace, or to install it by OAuth."""
    told = {
        "RESTSTOP_SLACK_API_URL": slack.url,
        "SLACK_BOT_TOKEN": bot_token,
        "SLACK_APP_TOKEN": slack.app_token,
        "SLACK_SIGNING_SECRET": slack.signing_secret,
    }
    instead = {"SLACK_CLIENT_ID": slack.client_id, "SLACK_CLIENT_SECRET": slack.client_secret}
    lines = [f"export {name}={value}" for name, value in told.items()]
    lines += ["# instead of SLACK_BOT_TOKEN, for an app that people install:"]
    return "\n".join([*lines, *(f"# export {name}={value}" for name, value in instead.items())])


async def main() -> None:
    """Serve until "quit" or the end of input."""
    parser = argparse.ArgumentParser(prog="python -m tests.sim.slack", description=__doc__)
    parser.add_argument("--port", type=int, default=0, help="where to listen; 0 for any free port")
    parser.add_argument("--request-url", help="deliver by signed HTTP to this address, not over a socket")
    asked = parser.parse_args()
    async with SlackSim(port=asked.port, scopes=SCOPES | {"files:write"}) as slack:
        slack.deliver_to(asked.request_url)
        workspace = slack.workspace()
        prompt = Prompt(workspace.user("you"))
        say(f"{settings(slack, workspace.bot_token)}\n\n{HELP}")
        await converse(prompt.take)


if __name__ == "__main__":
    asyncio.run(main())
