"""A loopback Discord: the unmodified discord.py talks to it over real HTTP and WebSocket.

    async with DiscordSim(clock=clock) as discord:
        ana = discord.user("ana")
        ...                                   # start the app with discord.api_url, .gateway_url and .token
        await ana.command("write")
        ana.fill({"What I take with me": "…"})
        await ana.submit()

**What of this was never compared with the live Discord: everything.** It was written from Discord's
documentation, from what discord.py reads and sends, and from issue threads. Guesses, above all: how long a
nonce counts; how much of a session is remembered for a resume; that the app hears nothing at the gateway of
its own ephemeral answers; that a spent token is Unknown Webhook (10015) and not 50027; that a message to a
deleted account is refused as one to closed direct messages (50007) while opening them is Unknown User
(10013); and the words with which a client shows that an app failed.

Guesses about threads: that a locked one is refused as such (160005) and not as missing permissions; that a
command or press in a thread comes with all that is known of it; that history which may not be read is empty.

Not built: reactions, embeds, polls, voice, roles, permissions but for a few of the app's own, private
threads, message and user commands, selects of people and channels, uploads in modals, zstd-stream, presences
and requests of members.
"""

from tests.sim.common.answers import AppFault, NotPossible
from tests.sim.discord.actors import User
from tests.sim.discord.channels import Room
from tests.sim.discord.guilds import Guild
from tests.sim.discord.interactions import Interaction
from tests.sim.discord.modals import Modal
from tests.sim.discord.sim import DiscordSim
from tests.sim.discord.world import Message

__all__ = [
    "AppFault",
    "DiscordSim",
    "Guild",
    "Interaction",
    "Message",
    "Modal",
    "NotPossible",
    "Room",
    "User",
]
