"""The parts of the loopback Discord, put together: what routes and actors work on."""

from __future__ import annotations

from tests.json_types import Json
from tests.sim.common.clock import Clock, Timers
from tests.sim.common.pulse import Pulse
from tests.sim.discord.checks import Problem
from tests.sim.discord.commands import Commands
from tests.sim.discord.faults import Faults
from tests.sim.discord.gateway import Gateway
from tests.sim.discord.ids import Ids
from tests.sim.discord.interactions import SUBMIT, Interaction, Interactions
from tests.sim.discord.journal import RequestJournal
from tests.sim.discord.limiter import Limiter, Limits
from tests.sim.discord.nonces import Nonces
from tests.sim.discord.screens import Screens
from tests.sim.discord.world import World

NOT_ANSWERED = "The application did not respond"
TOKEN = "a-loopback-token-of-nobody"  # noqa: S105  # of a Discord that exists on this machine alone


class Core:
    """One loopback Discord with one app on it. `url` is where it listens, once it does."""

    def __init__(self, *, clock: Clock, seed: int, limits: Limits | None, lints: bool) -> None:
        """Put everything together; nothing listens yet."""
        self.url = ""
        self.token = TOKEN
        self.lints = lints
        self.complaints: list[Problem] = []
        """What was ever refused of a body."""
        self.timers = Timers(clock)
        self.ids = Ids(self.timers, seed)
        self.pulse = Pulse()
        self.journal = RequestJournal()
        self.faults = Faults()
        self.limiter = Limiter(self.timers.now, limits)
        self.world = World(self.ids)
        self.screens = Screens(self.world)
        self.commands = Commands(ids=self.ids)
        self.nonces = Nonces(self.timers)
        self.gateway = Gateway(self.world, self.ids, self.pulse, self.token)
        self.interactions = Interactions(self.timers, self.pulse)
        self.interactions.on_late = self._not_answered

    def emit(self, event: str, data: Json, *, guild: str | None = None) -> None:
        """Say an event at the gateway."""
        self.gateway.dispatch(event, data, guild=guild)

    def _not_answered(self, interaction: Interaction) -> None:
        """Show what a client shows when the app did not answer in time. A modal stays open."""
        words = "Something went wrong. Try again." if interaction.kind == SUBMIT else NOT_ANSWERED
        self.screens.fail(interaction.user, words)
