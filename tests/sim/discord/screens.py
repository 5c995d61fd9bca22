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


class Screens:
    """The screens of everybody."""

    def __init__(self, world: World) -> None:
        """Begin dark."""
        self._world = world
        self._by_user: dict[str, Screen] = {}

    def of(self, user: UserRecord) -> Screen:
        """Return the screen of a user."""
        return self._by_user.setdefault(user.id, Screen())

    def see(self, user: UserRecord, text: str) -> None:
        """Note what a screen shows now."""
        self.of(user).seen.append(text)

    def show(self, message: Message) -> None:
        """Note what a message says now, for everybody who reads it."""
        for user in self._world.who_reads(message):
            self.see(user, message.text)

    def fail(self, user: UserRecord, error: str) -> None:
        """Show that something went wrong."""
        screen = self.of(user)
        screen.errors.append(error)
        screen.seen.append(error)
