"""Interactions: what somebody did, and how long the app may answer.

https://docs.discord.com/developers/interactions/receiving-and-responding: the first answer has to come in
three seconds, and only once; what follows, in fifteen minutes.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tests.json_types import Json
from tests.sim.common.clock import Timer, Timers
from tests.sim.common.pulse import Pulse
from tests.sim.discord.answers import already_answered, unknown_interaction, unknown_webhook
from tests.sim.discord.world import Channel, Message, UserRecord

if TYPE_CHECKING:
    from tests.sim.discord.modals import Modal

COMMAND, COMPONENT, AUTOCOMPLETE, SUBMIT = 2, 3, 4, 5
"""Types of interactions."""
REPLY, DEFER, DEFER_UPDATE, UPDATE, CHOICES, MODAL = 4, 5, 6, 7, 8, 9
"""Types of first answers."""

_TAKEN = {
    COMMAND: {REPLY, DEFER, MODAL},
    COMPONENT: {REPLY, DEFER, DEFER_UPDATE, UPDATE, MODAL},
    AUTOCOMPLETE: {CHOICES},
    SUBMIT: {REPLY, DEFER},
}

ANSWER_SECONDS = 3.0
TOKEN_SECONDS = 900.0


@dataclass(kw_only=True, eq=False)
class Interaction:
    """One thing that somebody did, and what came of it."""

    id: str
    token: str
    kind: int
    user: UserRecord
    channel: Channel
    at: float
    data: Json
    context: int
    """Where it was done: 0 in a guild, 1 in the direct messages of the app."""
    owners: Json
    """By what installation it came: `authorizing_integration_owners`."""
    message: Message | None
    """The message whose control was used, or below which the modal had been opened."""
    modal: Modal | None
    """The modal that was sent."""
    answer: int | None = None
    """The type of the first answer, once there is one."""
    is_late: bool = False
    """Whether three seconds went by without one."""
    original: Message | None = None
    """What the app answered with, or the message that it works on."""
    choices: list[Json] = field(default_factory=list)
    """What an autocomplete was answered with."""
    followed: int = 0
    """How many messages followed the first answer."""

    @property
    def is_over(self) -> bool:
        """Whether there is a first answer, or there will be none."""
        return self.answer is not None or self.is_late


def answers_to(kind: int, *, has_message: bool) -> set[int]:
    """Return the types of first answers that are taken; a modal that stood below a message can update it."""
    return _TAKEN[kind] | ({DEFER_UPDATE, UPDATE} if kind == SUBMIT and has_message else set())


class Interactions:
    """Every interaction that ever was."""

    def __init__(self, timers: Timers, pulse: Pulse) -> None:
        """Begin with none."""
        self._timers = timers
        self._pulse = pulse
        self._by_id: dict[str, Interaction] = {}
        self._by_token: dict[str, Interaction] = {}
        self._deadlines: dict[str, Timer] = {}
        self.answer_seconds = ANSWER_SECONDS
        self.token_seconds = TOKEN_SECONDS
        self.on_late: Callable[[Interaction], None] = lambda _: None
        """Called when the three seconds are over."""
        self.on_answered: Callable[[Interaction], None] = lambda _: None
        """Called when a first answer came in time."""

    @property
    def waiting(self) -> list[Interaction]:
        """Those that may still get their first answer."""
        return [self._by_id[each] for each in self._deadlines]

    def begin(self, interaction: Interaction) -> None:
        """Let the three seconds begin."""
        self._by_id[interaction.id] = self._by_token[interaction.token] = interaction
        self._deadlines[interaction.id] = self._timers.after(
            self.answer_seconds, lambda: self._too_late(interaction)
        )

    def to_answer(self, interaction_id: str, token: str) -> Interaction:
        """Return an interaction that can be answered first.

        Raises:
            Refused: 10062, there is none or it is too late; 40060, it was answered.
        """
        found = self._by_id.get(interaction_id)
        if found is None or found.token != token:
            raise unknown_interaction()
        if found.answer is not None:
            raise already_answered()
        if found.is_late or self._timers.now() - found.at > self.answer_seconds:
            raise unknown_interaction()
        return found

    def answered(self, interaction: Interaction, answer: int) -> None:
        """Note a first answer."""
        interaction.answer = answer
        self._deadlines.pop(interaction.id).cancel()
        self.on_answered(interaction)
        self._pulse.beat()

    def to_follow(self, application: str, token: str, our_application: str) -> Interaction:
        """Return an interaction whose token is good for more.

        Raises:
            Refused: 10015, there is none, it had no first answer, or fifteen minutes are over.
        """
        found = self._by_token.get(token)
        if found is None or application != our_application or found.answer is None:
            raise unknown_webhook()
        if self._timers.now() - found.at > self.token_seconds:
            raise unknown_webhook()
        return found

    def _too_late(self, interaction: Interaction) -> None:
        interaction.is_late = True
        self._deadlines.pop(interaction.id, None)
        self.on_late(interaction)
        self._pulse.beat()
