"""What stands on a user's screen, and everything that ever stood there."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from tests.sim.slack.views import View
    from tests.sim.slack.world import Member


@dataclass(kw_only=True)
class Screen:
    """One user's Slack client."""

    modals: list[View] = field(default_factory=list)
    home: View | None = None
    looks_at: Literal["home", "messages"] = "messages"
    errors: list[str] = field(default_factory=list)
    """What Slack itself said had gone wrong: an app that did not answer in time, for instance."""
    seen: list[str] = field(default_factory=list)
    """Every text that the screen ever showed, in order."""
    alone: list[str] = field(default_factory=list)
    """Those of them that nobody else saw: not what stands in a channel."""


class Screens:
    """The screens of everybody."""

    def __init__(self) -> None:
        """Begin dark."""
        self._by_user: dict[tuple[str, str], Screen] = {}

    def of(self, member: Member) -> Screen:
        """Return the screen of a user."""
        return self._by_user.setdefault((member.team_id, member.id), Screen())

    def see(self, member: Member, text: str, *, shared: bool = False) -> None:
        """Note what a screen shows now; `shared`: others see it, too."""
        screen = self.of(member)
        screen.seen.append(text)
        if not shared:
            screen.alone.append(text)

    def fail(self, member: Member, error: str) -> None:
        """Show that something went wrong."""
        self.of(member).errors.append(error)
        self.see(member, error)
