"""The chat platforms that there are: an entry for each, and a room of its name beside this file.

Nothing of a platform is loaded before it is asked for: a terminal needs none of their libraries.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

from bot.services.cards.platforms import platform

if TYPE_CHECKING:
    from bot.app.content_cards import Met
    from bot.app.finding import Finding
    from bot.app.platform import Platform, Start
    from bot.app.settings import Settings

SOCKET, HTTP = "slack-socket", "slack-http"
DISCORD = "discord"


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """A way into a platform: a role of a process. `needs` are the fields of the settings that it lives by."""

    needs: tuple[str, ...]
    called: str
    """What people call it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A chat platform. What there is of it stands in the modules of its room, `bot/app/SURFACE`.

    `ways` are its roles, by their names; `libraries` are what has to be installed.
    """

    surface: str
    ways: Mapping[str, Way]
    libraries: tuple[str, ...]
    may_send_alone: bool = False
    """Whether a process may send to it that hears nothing from it."""

    @property
    def name(self) -> str:
        """What people call it."""
        return platform(self.surface)

    def connect(self, start: Start) -> Platform:
        """Return it put together; nothing is asked of it yet."""
        made: Platform = self._part("connected").connect(start)
        return made

    def examine(self, settings: Settings, ways: Collection[str]) -> Iterable[Finding]:
        """Return what the doctor finds of it, and of these ways in, for which all is set."""
        found: Iterable[Finding] = self._part("doctor").examine(settings, ways)
        return found

    def draw(self, met: Met) -> object:
        """Draw a card or a form as it would, without any of its libraries.

        Raises:
            SurfaceError: it does not fit there.
        """
        drawn: object = self._part("shown").draw(met)
        return drawn

    def outline(self, met: Met) -> Iterable[str]:
        """Return what it makes of a card or a form in a line, and then each line that people read of it.

        Raises:
            SurfaceError: it does not fit there.
        """
        lines: Iterable[str] = self._part("shown").outline(met)
        return lines

    def _part(self, name: str) -> ModuleType:
        return import_module(f"bot.app.{self.surface}.{name}")


PLATFORMS = (
    Kind(
        surface="slack",
        ways={
            SOCKET: Way(needs=("slack_bot_token", "slack_app_token"), called="Socket Mode"),
            HTTP: Way(
                needs=("slack_signing_secret", "slack_client_id", "slack_client_secret"), called="HTTP"
            ),
        },
        libraries=("slack_bolt", "slack_sdk", "aiohttp"),
        may_send_alone=True,
    ),
    Kind(
        surface="discord",
        ways={DISCORD: Way(needs=("discord_token",), called="the gateway")},
        libraries=("discord", "aiohttp"),
    ),
)
WAYS: Mapping[str, Way] = {role: way for kind in PLATFORMS for role, way in kind.ways.items()}
"""Every way into a platform, by its role."""
