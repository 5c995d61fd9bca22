"""The parts of the loopback Slack, put together: what methods, hooks and actors work on."""

from __future__ import annotations

from collections.abc import Collection

from tests.json_types import Json
from tests.sim.common.clock import Clock, Timers
from tests.sim.common.pulse import Pulse
from tests.sim.slack.deliveries import Deliveries
from tests.sim.slack.faults import Faults
from tests.sim.slack.hooks import Hooks
from tests.sim.slack.ids import Ids
from tests.sim.slack.journal import RequestJournal
from tests.sim.slack.limiter import Limiter, Limits
from tests.sim.slack.oauth import Oauth
from tests.sim.slack.payloads import event_callback
from tests.sim.slack.screens import Screens
from tests.sim.slack.sockets import Sockets
from tests.sim.slack.tokens import Grant, Tokens
from tests.sim.slack.triggers import Triggers
from tests.sim.slack.views import Views
from tests.sim.slack.world import Team, World

EVENTS = {
    "message.im": "im:history",
    "app_home_opened": None,
    "user_change": "users:read",
    "dnd_updated_user": "dnd:read",
    "app_uninstalled": None,
    "tokens_revoked": None,
}
"""The events that this Slack knows, each with the scope without which it is not delivered."""

SIGNING_SECRET = "sim-signing-secret"  # noqa: S105  # of a Slack that exists on this machine alone


class Core:
    """One loopback Slack with one app on it. `url` is where it listens, once it does."""

    def __init__(
        self,
        *,
        clock: Clock,
        seed: int,
        scopes: Collection[str],
        events: Collection[str],
        limits: Limits | None,
        rotates_tokens: bool,
        lints: bool,
    ) -> None:
        """Put everything together; nothing listens yet."""
        self.url = ""
        self.scopes = frozenset(scopes)
        self.events = frozenset(events)
        self.rotates_tokens = rotates_tokens
        self.lints = lints
        self.timers = Timers(clock)
        self.ids = Ids(seed)
        self.pulse = Pulse()
        self.journal = RequestJournal()
        self.faults = Faults()
        self.world = World(self.timers, self.ids)
        self.tokens = Tokens(self.timers)
        self.limiter = Limiter(self.timers, limits)
        self.screens = Screens()
        self.views = Views(self.world, self.screens)
        self.triggers = Triggers(self.world)
        self.hooks = Hooks(self.world)
        self.oauth = Oauth(self.world, self.tokens, rotates=rotates_tokens)
        self.sockets = Sockets(self.ids, self.world.app_id, self.pulse)
        self.deliveries = Deliveries(
            timers=self.timers,
            ids=self.ids,
            sockets=self.sockets,
            journal=self.journal,
            pulse=self.pulse,
            signing_secret=SIGNING_SECRET,
        )

    def event(self, team: Team, name: str, event: Json, *, grant: Grant | None = None) -> Json | None:
        """Return the envelope of an event, or None where the app does not get it.

        It has to be subscribed to, the app installed, and the scope granted. `grant` stands for an
        installation that has just ended.
        """
        grant = grant or self.tokens.installed_in(team)
        scope = EVENTS[name]
        if name not in self.events or grant is None or (scope is not None and scope not in grant.scopes):
            return None
        event_id = self.ids.new("Ev")
        now = self.timers.now()
        return event_callback(team, grant, self.world.app_id, event=event, event_id=event_id, at=now)

    def emit(self, team: Team, name: str, event: Json, *, grant: Grant | None = None) -> None:
        """Deliver an event in the background."""
        envelope = self.event(team, name, event, grant=grant)
        if envelope is not None:
            self.deliveries.spawn(self.deliveries.event(envelope))

    def end_installation(self, grant: Grant, *, error: str) -> None:
        """End an installation, and tell the app."""
        for ended in self.tokens.end(team=grant.team, org=grant.org, error=error):
            grant = ended
        teams = [grant.team] if grant.team else list(self.world.teams_of(grant.org)) if grant.org else []
        if teams:
            bots = sorted({team.bot_user for team in teams})
            revoked: Json = {"type": "tokens_revoked", "tokens": {"oauth": [], "bot": bots}}
            self.emit(teams[0], "tokens_revoked", revoked, grant=grant)
            self.emit(teams[0], "app_uninstalled", {"type": "app_uninstalled"}, grant=grant)
