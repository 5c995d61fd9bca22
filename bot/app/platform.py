"""A chat platform of a process, behind one protocol: what it is put together of, and its life."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from bot.app.house import House
from bot.app.roles import Roles
from bot.app.settings import Settings
from bot.ports.chance import Chance
from bot.ports.chat import ChatPort
from bot.ports.time import Clock

if TYPE_CHECKING:
    from adapters.web.server import Page

FINISHES_WITHIN = 8.0
"""Seconds in which what was heard is answered at the end; the house needs some of its own after that."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """What a platform is put together of; a `connect(start)` of its room does so (`bot.app.platforms`)."""

    house: House
    settings: Settings
    roles: Roles
    clock: Clock
    chance: Chance


class Platform(Protocol):
    """What a process has to do with one chat platform, from its start to its end, in this order."""

    @property
    def chat(self) -> ChatPort:
        """The way out. It goes among the chats of the house before that starts."""
        ...

    @property
    def pages(self) -> Sequence[Page]:
        """What the platform posts to: pages of a server, where it is not called from here."""
        ...

    async def open(self) -> None:
        """See that the platform takes what was set.

        Raises:
            BadSetting: it does not.
            ReststopError: it could not be asked.
        """
        ...

    async def begin(self, at: str) -> list[str]:
        """Let it in; return a line for each way. `at`: host and port where its pages are listened for.

        Raises:
            BadSetting: it does not take something that was set.
        """
        ...

    async def health(self) -> Mapping[str, object]:
        """Return how the way in is; nothing of anybody is in it."""
        ...

    async def end(self) -> None:
        """Take nothing more in; answer what was heard."""
        ...

    async def close(self) -> None:
        """Let go of the line."""
        ...
