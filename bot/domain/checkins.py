"""Check-ins: one run of a flow of one prompt, with two marks before it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from uuid import UUID

from bot.domain.people import PersonId

WINDOW = timedelta(hours=3)
"""How late a check-in may still be sent where people are always reachable; then it is let go."""


class RunState(StrEnum):
    """Where a run stands. An answered one stays open to a changed mind until the next slot."""

    OPEN = "open"
    ANSWERED = "answered"
    PASSED = "passed"
    """The person said "not today"."""
    LAPSED = "lapsed"
    """The next one came; no word is said about it."""


class RunKind(StrEnum):
    """What a run was asked as."""

    CHECKIN = "checkin"
    GENTLE = "gentle"
    """Something small beside a check-in, right after a low mark."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One run of a prompt for a person.

    `prompt` is None for the very first one, which has marks only. `day` is the person's local day; the
    hour of an ask is not kept.
    `sealed` opens to JSON with what was chosen, or that it was passed or written to: one that lapsed with
    neither that nor marks went by in silence. `version` rises with each rewrite of it.
    """

    id: UUID
    person: PersonId
    day: date
    prompt: str | None = None
    prompt_version: int = 0
    kind: RunKind = RunKind.CHECKIN
    state: RunState = RunState.OPEN
    version: int = 0
    sealed: bytes | None = field(default=None, repr=False)

    @property
    def takes_answers(self) -> bool:
        """Whether a press on its card still counts."""
        return self.state is not RunState.LAPSED


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """The sealed marks of one run, whose `id` they have: which ones were given is nobody's business.

    `sealed` opens to JSON with a step for each mark that was given, `{"energy": 3}`.
    """

    id: UUID
    person: PersonId
    day: date
    version: int = 1
    sealed: bytes = field(repr=False)


def is_in_time(now: datetime, slot_at: datetime, next_at: datetime, *, waits: bool) -> bool:
    """Whether a check-in of `slot_at` may still be sent at `now`.

    Until the next slot where people come and go (a terminal), else for at most three hours: after an
    outage there is no pile-up and nothing arrives at an hour that nobody chose.
    """
    return now < (next_at if waits else min(next_at, slot_at + WINDOW))
