"""Rounds of a circle: the texts of one as they stand in the library."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time, timedelta
from enum import StrEnum

from bot.domain.prompts import Option, Review
from bot.domain.round_hours import Hours


class Wish(StrEnum):
    """Which answers somebody would like to what they share."""

    HEARD = "heard"
    """To be heard, and nothing more. It is what holds where nothing was chosen."""
    KNOWN = "known"
    """To hear who knows it too."""
    IDEA = "idea"
    """To hear an idea."""


NOTHING_CHOSEN = Wish.HEARD
"""What holds for a share whose writer chose nothing: listening, without advice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Arriving:
    """How people arrive in a round: one question, answered by a tap."""

    ask: str
    options: tuple[Option, ...]
    """The last one is a way to say nothing."""
    told: str
    """What stands before the figures when sharing ends, such as "How we arrived"."""
    few: str
    """What is said instead where too few answered. It holds for whatever number, none included."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundTemplate:
    """One kind of round. Everybody arrives and shares together, then there is time to answer."""

    id: str
    """For example `working_day`. It never changes and is never used again."""
    version: int
    """Raised when the meaning changes; a repaired comma keeps it."""
    locale: str
    title: str
    """What heads its opening."""
    short_title: str
    """What heads its forms: 24 characters or fewer."""
    about: str
    """What is said where a facilitator chooses among rounds."""
    hours: Hours
    """The working hours that it was written for; those of whoever looks after a circle take their place."""
    opens_on: int
    """The day of the week that is offered, Monday being 0."""
    opens_at: time
    """The time of day that is offered."""
    sharing: timedelta
    """How long people arrive and share."""
    answering: int
    """So many working days after that the round ends, at the same time of day."""
    fewest: int
    """Members; with fewer, nothing opens."""
    most: int
    """Members; more cannot join."""
    rules: tuple[str, ...]
    """What stands at each opening, above everything else."""
    arrive: Arriving
    share: str
    """What may be shared."""
    wishes: tuple[Option, ...]
    """Which answers may be wished for, by the names of `Wish`; the first is `NOTHING_CHOSEN`."""
    heard: str
    """A press below a share: it was heard."""
    known: str
    """A press below a share: somebody knows it too."""
    answer: str
    """A press below a share that opens a form."""
    starters: tuple[str, ...]
    """First words of an answer, for whoever looks for some."""
    closing: str
    """What is said at the end."""
    review: Review

    def wish(self, wish: Wish) -> str:
        """Return how a wish is said.

        Raises:
            KeyError: this round does not offer it.
        """
        return {option.name: option.label for option in self.wishes}[wish]


UNSAID = "unsaid"
"""The name of the last way to arrive: to say nothing. It stands in no figure."""
DEFAULT_ROUND = "working_day"
"""The round that is offered first."""
