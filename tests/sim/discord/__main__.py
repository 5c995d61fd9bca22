"""Run the loopback Discord by hand: `python -m tests.sim.discord [--port N]`."""

from __future__ import annotations

import argparse
import asyncio

from tests.sim.common.by_hand import converse, say
from tests.sim.discord.prompt import HELP, Prompt
from tests.sim.discord.sim import DiscordSim


def settings(discord: DiscordSim) -> str:
    """Return what to export before the app is started."""
    told = {
        "RESTSTOP_DISCORD_API_URL": discord.api_url,
        "RESTSTOP_DISCORD_GATEWAY_URL": discord.gateway_url,
        "DISCORD_TOKEN": discord.token,
    }
    return "\n".join(f"export {name}={value}" for name, value in told.items())


async def main() -> None:
    """Serve until "quit" or the end of input."""
    parser = argparse.ArgumentParser(prog="python -m tests.sim.discord", description=__doc__)
    parser.add_argument("--port", type=int, default=0, help="where to listen; 0 for any free port")
    async with DiscordSim(port=parser.parse_args().port) as discord:
        prompt = Prompt(discord.user("you"), discord.guild())
        say(f"{settings(discord)}\n\n{HELP}")
        await converse(prompt.take)


if __name__ == "__main__":
    asyncio.run(main())
