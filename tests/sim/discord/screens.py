"""What stands on a user's screen, and everything that ever stood there."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tests.sim.discord.world import Message, UserRecord, World

if TYPE_CHECKING:
    from tests.sim.discord.modals import Modal


@dataclass(kw_only=True)
class Screen:
    """One user's Discord client."""

    modal: Modal | None = None
    errors: list[str] = field(default_factory=list)
    """What Discord itself said had gone wrong: an app that did not answer in time, for instance."""
    seen: list[str] = field(default_factory=list)
    """Every text that the screen ever showed, in order."""
    alone: list[str] = field(default_factory=list)
    """What of that nobody else was shown: answers for their eyes, forms, their conversation with the app."""


class Screens:
    """The screens of everybody."""

    def __init__(self, world: World) -> None:
        """Begin dark."""
        self._world = world
        self._by_user: dict[str, Screen] = {}

    def of(self, user: UserRecord) -> Screen:
        """Return the screen of a user."""
        return self._by_user.setdefault(user.id, Screen())

    def see(self, user: UserRecord, text: str, *, is_shared: bool = False) -> None:
        """Note what a screen shows now; `is_shared`: to others too."""
        screen = self.of(user)
        screen.seen.append(text)
        if not is_shared:
            screen.alone.append(text)

    def show(self, message: Message) -> None:
        """Note what a message says now, for everybody who reads it."""
        is_shared = message.to is None and self._world.channels[message.channel].guild is not None
        for user in self._world.who_reads(message):
            self.see(user, message.text, is_shared=is_shared)

    def fail(self, user: UserRecord, error: str) -> None:
        """Show that something went wrong."""
        screen = self.of(user)
        screen.errors.append(error)
        screen.seen.append(error)
