"""Texts that were meant for others without a name: words of danger decide what may become of one.

Whoever releases texts without a name asks `decide` first, after the choice of `choosing.py`, and acts on
it. A `Hold` is shown with `show`; its offers are controls of the caller's, which answers them with what
`agreed` returns. A `Release` may go out; `released` puts the one quiet line above what its writer is told.

Nothing is stored and nothing is told to anybody here: not that a text was held, and not why (docs/content.md,
"Held texts").
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import assert_never

from bot.domain.sharing import Decision, Hold, Reason, Release
from bot.guards.crisis.meanings import Label
from bot.guards.crisis.reading import read
from bot.services.cards import holding as cards
from bot.services.cards.holding import HoldControls
from bot.services.cards.sharing import has_changed
from bot.services.desk import Turn
from bot.services.sharing.proposals import Agreed, Proposal, said_about, signs, to_read, version
from bot.services.support.danger import above
from bot.surface.card import Block
from bot.surface.outcome import Outcome


def decide(text: str) -> Decision:
    """Return what may become of a text that was meant for others without a name."""
    meaning = read(text)
    match meaning.label:
        case Label.SELF_RISK_HIGH:
            return Hold(reason=Reason.BEING_HURT if meaning.is_being_hurt else Reason.WRITER_AT_RISK)
        case Label.HARM_TO_OTHERS:
            return Hold(reason=Reason.HARM)
        case Label.CLIENT_RISK:
            return Hold(reason=Reason.OTHER_AT_RISK)
        case Label.SELF_RISK_LOW | Label.IDIOM_NONE | Label.NEUTRAL:
            return Release()
        case _:
            assert_never(meaning.label)


def released(turn: Turn, proposal: Proposal, outcome: Outcome, *, after_choice: bool) -> Outcome:
    """Return what is told to the writer of a text that may go out, one quiet line above for the worn out.

    It is not said twice: after a choice it stood above that.
    """
    return outcome if after_choice else above(turn, proposal.words, outcome)


def show(turn: Turn, proposal: Proposal, controls: HoldControls, hold: Hold) -> Outcome:
    """Return why a text is held and what its writer may do, below who to call; for its writer alone."""
    return _shown(turn, proposal, controls, hold, signs(turn, proposal, controls.about))


def agreed(turn: Turn, proposal: Proposal, controls: HoldControls) -> Agreed | Outcome:
    """Return the text that an offer was taken for; where it is not the one that was shown, show it again."""
    if turn.ref.arg == version(turn, proposal):
        return Agreed(text=proposal.words)
    signposts = signs(turn, proposal, controls.about)
    decision = decide(proposal.words)
    if isinstance(decision, Hold):
        return _shown(turn, proposal, controls, decision, (*signposts, has_changed()))
    return to_read(turn, cards.held_no_more(turn.mint, controls, _waiting(turn, proposal), signposts))


def about(turn: Turn, proposal: Proposal, controls: HoldControls) -> Outcome:
    """Take the answer to "Is this about", which stood above the offers, and show these again below."""
    said = said_about(turn)
    decision = decide(proposal.words)
    if isinstance(decision, Hold):
        return _shown(turn, proposal, controls, decision, said)
    return to_read(turn, cards.held_no_more(turn.mint, controls, _waiting(turn, proposal), said))


def _shown(
    turn: Turn, proposal: Proposal, controls: HoldControls, hold: Hold, blocks: Sequence[Block]
) -> Outcome:
    return to_read(turn, cards.held(turn.mint, controls, hold, _waiting(turn, proposal), blocks))


def _waiting(turn: Turn, proposal: Proposal) -> cards.Waiting:
    return cards.Waiting(row=proposal.row, shown=version(turn, proposal), text=proposal.words)
