"""A loopback platform as ground for stories: people at their screens, and houses built before it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Protocol

from bot.app.house import House
from bot.domain.people import Account
from bot.ports.chat import ChatPort
from bot.surface.outcome import Hear
from tests.e2e.platform_hands import Hands
from tests.e2e.platform_rooms import Rooms
from tests.sim.common.loopback import Loopback

Pass = Callable[[float], Awaitable[None]]
"""Lets so many seconds go by on the clock of a story."""


class Front(Protocol):
    """The surface before one house. It is made anew with each."""

    @property
    def chat(self) -> ChatPort:
        """The way out."""
        ...

    async def open(self) -> None:
        """Connect; return when what happens on the platform is heard."""
        ...

    async def close(self) -> None:
        """Let what runs be answered, and disconnect. The platform knows of it when this returns."""
        ...


class Ground(Protocol):
    """One platform. It stays while houses come and go.

    A story may go on with the data of another, on a platform of its own: its people have the ids that they
    had, and what they do has ids that were never given, since a house knows an event again.
    """

    surface: str
    has_files: bool
    """Whether the app has leave to hand files over."""

    @property
    def rooms(self) -> Rooms | None:
        """Its channels; None where no story speaks of them."""
        ...

    @property
    def loopback(self) -> Loopback:
        """The platform itself."""
        ...

    async def begin(self) -> None:
        """Be there."""
        ...

    async def end(self) -> None:
        """Be gone."""
        ...

    def front(self, house: House, hear: Hear, passes: Pass) -> Front:
        """Return a surface before a house, which hears by `hear`; nothing is connected yet."""
        ...

    def hands(self, who: str) -> Hands:
        """Return the hands of somebody, who is there from now on."""
        ...

    def account(self, who: str) -> Account:
        """Return by which account somebody comes."""
        ...

    def shut(self, who: str) -> None:
        """Let somebody take no direct messages of the app."""
        ...

    def let_in(self, who: str) -> None:
        """Let them take those again."""
        ...

    async def remove_app(self) -> None:
        """Remove Reststop from where everybody is, as an admin of the platform does."""
        ...

    async def command(self, who: str, text: str, *, told_of: str) -> None:
        """Let somebody type a command in a story that is told of some surface: of this one, or another."""
        ...
