"""Plans: what somebody set out to do, and the thread from there to looking back on it.

A plan is opened, perhaps tried, and ends when it was looked back on or closed. Nothing about how long that
took, or how often its day was moved, is kept.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from uuid import UUID

from bot.domain.flows import PlanAbout


class PlanState(StrEnum):
    """Where a plan stands."""

    OPENED = "opened"
    TRIED = "tried"
    REVISITED = "revisited"
    """Looked back on, in words of one's own."""
    CLOSED = "closed"
    """Let go: it no longer applies, or is done with."""


_OPEN = frozenset({PlanState.OPENED, PlanState.TRIED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Turned:
    """A plan came to stand so on a day."""

    state: PlanState
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """One plan, as it opens from its seal.

    `flow`, `version` and `title` name the flow that it came from, `ended_as` how that ended. `words` are
    empty where only a day was chosen. `back_on` is the day on which it comes back, None for no reminder.
    """

    id: UUID
    flow: str = field(repr=False)
    version: int
    title: str = field(repr=False)
    ended_as: str = field(repr=False)
    about: PlanAbout
    words: str = field(repr=False)
    by: date | None = None
    back_on: date | None = None
    thread: tuple[Turned, ...]
    """The first is its opening, the last where it stands."""

    @property
    def state(self) -> PlanState:
        """Where it stands."""
        return self.thread[-1].state

    @property
    def written_on(self) -> date:
        """The day on which it was opened."""
        return self.thread[0].on

    @property
    def is_open(self) -> bool:
        """Whether anything may still come of it."""
        return self.state in _OPEN

    def moved(self, back_on: date | None) -> Plan:
        """It comes back on another day, or not by itself."""
        return replace(self, back_on=back_on) if self.is_open else self

    def tried(self, on: date) -> Plan:
        """It was tried, whatever came of it."""
        return replace(self, thread=(*self._opening, _turned(PlanState.TRIED, on))) if self.is_open else self

    def not_yet(self) -> Plan:
        """It was not tried after all: a mind may change while it is open."""
        return replace(self, thread=self._opening) if self.is_open else self

    def revisited(self, on: date) -> Plan:
        """It was looked back on. That ends it: it comes back no more."""
        return self._ended(PlanState.REVISITED, on)

    def closed(self, on: date) -> Plan:
        """It was let go. That ends it: it comes back no more."""
        return self._ended(PlanState.CLOSED, on)

    @property
    def _opening(self) -> tuple[Turned, ...]:
        return self.thread[:1]

    def _ended(self, state: PlanState, on: date) -> Plan:
        if not self.is_open:
            return self
        return replace(self, back_on=None, thread=(*self.thread, _turned(state, on)))


def _turned(state: PlanState, on: date) -> Turned:
    return Turned(state=state, on=on)


def opened(on: date) -> tuple[Turned, ...]:
    """Return the thread of a plan that was opened on a day."""
    return (_turned(PlanState.OPENED, on),)
