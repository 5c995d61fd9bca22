"""A card to read: a few plain paragraphs about this work. It asks nothing that is kept."""

from __future__ import annotations

from dataclasses import dataclass

from bot.domain.prompts import Review, Sensitivity


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """A part of a whole, in percent."""

    label: str
    percent: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One card, as it stands in the library. Somebody opens it; none is ever pushed."""

    id: str
    """For example `working_alliance`. It never changes and is never used again."""
    version: int
    """Raised when the meaning changes; a repaired comma keeps it."""
    locale: str
    title: str
    sensitivity: Sensitivity
    """From 2 on, a line above it says that it can touch something tender."""
    text: tuple[str, ...]
    points: tuple[str, ...] = ()
    """A list below the text."""
    shares: tuple[Share, ...] = ()
    """Parts of a whole as they are taught; 100 together."""
    estimate: str | None = None
    """What the shares are worth; given wherever there are any."""
    ask: str | None = None
    """A question to go on from, on a page of one's own."""
    review: Review

    @property
    def lines(self) -> tuple[str, ...]:
        """All that it says, line by line."""
        shares = (f"{share.label}: {share.percent} of 100" for share in self.shares)
        more = (words for words in (self.estimate, self.ask) if words)
        return (*self.text, *self.points, *shares, *more)
