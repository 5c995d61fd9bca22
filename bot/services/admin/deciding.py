"""Deciding of a text: signing it as it stands or in other words, retiring it, and taking that back.

The same at the review desk in chat and from the data folder; each is in the log, by its verdict alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date

from bot.domain.reviews import Decision, Verdict
from bot.domain.zones import zone_of
from bot.services.admin.texts import Text, decided
from bot.services.desk import Turn, local_day
from bot.services.organisations import decisions as store
from bot.services.organisations.log import note_change
from bot.services.organisations.rules import make, organisation_here
from bot.services.organisations.standing import standing_of

STANDS: Mapping[Verdict | None, str] = {
    None: "undecided",
    Verdict.ACCEPTED: "signed",
    Verdict.EDITED: "signed in other words",
    Verdict.RETIRED: "retired",
}
"""How it stands with a text, in a word or a few."""


def stands(decision: Decision | None) -> str:
    """Return how it stands with a text of which this was decided."""
    return STANDS[decision.verdict if decision else None]


def decisions_here(turn: Turn) -> Mapping[str, Decision]:
    """Return what was decided in the organisation where a turn happens; nothing where there is none yet.

    Raises:
        Tampered: the row of the organisation was changed by somebody else.
    """
    here = organisation_here(turn)
    return store.decisions_of(turn.desk, turn.unit, here.id) if here else {}


def decide(turn: Turn, text: Text, verdict: Verdict, role: str, words: str = "") -> Decision:
    """Write what somebody decided of a text, as who signs it today."""
    before, here = decided(text, decisions_here(turn)), make(turn)
    decision = Decision(
        about=text.id,
        version=text.version,
        verdict=verdict,
        role=role,
        on=_today(turn),
        at=turn.now,
        by=_holder(turn),
        words=words,
    )
    store.decide(turn.desk, turn.unit, here, decision)
    note_change(turn, here, f"text {text.id}", stands(before), stands(decision))
    return decision


def take_back(turn: Turn, text: Text) -> bool:
    """Let a text be undecided again; False where it was."""
    before, here = decided(text, decisions_here(turn)), organisation_here(turn)
    if before is None or here is None:
        return False
    store.take_back(turn.desk, turn.unit, here, text.id)
    note_change(turn, here, f"text {text.id}", stands(before), stands(None))
    return True


def signed_last_as(turn: Turn, decisions: Mapping[str, Decision]) -> str:
    """Return as what who acts signed last; empty where they never did."""
    holder = _holder(turn)
    own = [decision for decision in decisions.values() if decision.by == holder]
    return max(own, key=lambda decision: decision.at).role if own else ""


def _holder(turn: Turn) -> str:
    """Return by what somebody acts: the row of their role, or what else makes them an admin."""
    standing = standing_of(turn)
    return str(standing.source or (standing.held[0].id.hex if standing.held else ""))


def _today(turn: Turn) -> date:
    """Return the day where who acts is, as far as that is known."""
    if turn.visitor is not None:
        return local_day(turn.visitor, turn.now)
    return turn.now.astimezone(zone_of(turn.zone_told) if turn.zone_told else UTC).date()
