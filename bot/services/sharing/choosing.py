"""Before anything is shared with others: its writer reads what others would read, and chooses once.

Whoever lets people share calls `ask` first, with the text where it waits and the names of controls of its
own, and answers those controls itself. None means that there is nothing to ask. Where something is shared
after a choice, it is what `agreed` returns, and never the text as it stands: that may be another one by then.

Nothing is stored and nothing is told to anybody here.
"""

from __future__ import annotations

from bot.guards.identifiers.detail import is_dense
from bot.guards.identifiers.finding import find
from bot.guards.identifiers.masking import masked
from bot.services.cards import sharing as cards
from bot.services.cards.sharing import ChoiceControls
from bot.services.desk import Turn
from bot.services.sharing.proposals import Agreed, Proposal, said_about, signs, to_read, version
from bot.surface.outcome import Outcome


def ask(turn: Turn, proposal: Proposal, controls: ChoiceControls) -> Outcome | None:
    """Return the question before a text is shared, for its writer alone; None where there is none to ask.

    Where its words can mean danger, who to call stands above the question.
    """
    seen = _seen(turn, proposal)
    if not seen.count and not seen.is_dense:
        return None
    return to_read(turn, cards.choice(turn.mint, controls, seen, signs(turn, proposal, controls.about)))


def agreed(turn: Turn, proposal: Proposal, controls: ChoiceControls, *, is_masked: bool) -> Agreed | Outcome:
    """Return the text to share: masked, or as it is; where it is not what was shown, show it again.

    Another text, or the same one masked in another way, is shown even where nothing is found any more.
    """
    seen = _seen(turn, proposal)
    if turn.ref.arg == seen.shown:
        return Agreed(text=seen.masked if is_masked else seen.text)
    above = (*signs(turn, proposal, controls.about), cards.has_changed())
    return to_read(turn, cards.choice(turn.mint, controls, seen, above))


def about(turn: Turn, proposal: Proposal, controls: ChoiceControls) -> Outcome:
    """Take the answer to "Is this about", which stood above the question, and ask that again below."""
    return to_read(turn, cards.choice(turn.mint, controls, _seen(turn, proposal), said_about(turn)))


def _seen(turn: Turn, proposal: Proposal) -> cards.Seen:
    text = proposal.words
    found = find(text)
    after = masked(text, found) if found else text
    return cards.Seen(
        row=proposal.row,
        shown=version(turn, proposal, after),
        text=text,
        masked=after,
        places=tuple((place.start, place.end) for place in found),
        is_soft=all(place.is_soft for place in found),
        is_dense=is_dense(after),
        is_let_be=bool(proposal.let_be) and len(find(text, proposal.let_be)) < len(found),
    )
