"""A text that somebody wishes to share: what others would read, and how it is known again."""

from __future__ import annotations

from base64 import urlsafe_b64encode
from collections.abc import Collection
from dataclasses import dataclass, field, replace
from uuid import UUID

from bot.services.desk import Turn
from bot.services.support import danger
from bot.surface.audience import Reading
from bot.surface.card import Block, Card, Choose
from bot.surface.outcome import Act, Outcome, Replace, Show
from bot.surface.text import shown

_VERSION_BYTES = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A text of who acts that waits, sealed, in a row of the feature that calls.

    `let_be`: the words that its writer wishes never to have flagged, as `as_let_be` writes them. They silence
    nothing here: what one need not be told on one's own page is still a name when others read it.
    """

    row: UUID
    text: str = field(repr=False)
    let_be: Collection[str] = field(default=(), repr=False)

    @property
    def words(self) -> str:
        """The text as others would read it, without what no screen shows: nothing hides behind a sign."""
        return shown(self.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreed:
    """The very text that was shown to its writer, who said yes to it."""

    text: str = field(repr=False)


def version(turn: Turn, proposal: Proposal, *more: str) -> str:
    """Return what a control carries to know again what was shown with it: a keyed digest, no words."""
    digest = turn.desk.vault.digest("sharing", proposal.row.hex, proposal.words, *more)
    return urlsafe_b64encode(digest[:_VERSION_BYTES]).decode()


def signs(turn: Turn, proposal: Proposal, about: str) -> tuple[Block, ...]:
    """Return what words of danger are answered with, to stand on the same card above any question.

    `about` is the control that takes the answer to "Is this about": the card comes again below it.
    """
    ref = turn.mint(about, proposal.row)
    return tuple(
        replace(block, ref=ref) if isinstance(block, Choose) else block
        for act in danger.signpost(turn, proposal.words)
        for block in _blocks(act)
    )


def said_about(turn: Turn) -> tuple[Block, ...]:
    """Take the answer to "Is this about", and return what follows from it, to stand above a card."""
    return _blocks(danger.about(turn).first)


def to_read(turn: Turn, card: Card) -> Outcome:
    """Return an outcome that shows a card to its writer alone, where no message remains."""
    return Outcome(first=Show(card=card, audience=Reading(to=turn.event.account, handle=turn.event.handle)))


def _blocks(act: Act) -> tuple[Block, ...]:
    return act.card.blocks if isinstance(act, Show | Replace) else ()
