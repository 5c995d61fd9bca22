"""What a text of danger looks like: the answers that the guard can give (docs/content.md)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Label(StrEnum):
    """What a text looks like, as the guard's command prints it."""

    SELF_RISK_HIGH = "self_risk_high"
    """The writer speaks of wanting to die, of hurting themselves, or of being hurt or unsafe."""
    SELF_RISK_LOW = "self_risk_low"
    """The writer is worn out or without hope."""
    CLIENT_RISK = "client_risk"
    """Somebody else is at risk, or it is not clear who."""
    HARM_TO_OTHERS = "harm_to_others"
    """The writer means to hurt somebody, or has."""
    IDIOM_NONE = "idiom_none"
    """A manner of speaking."""
    NEUTRAL = "neutral"
    """Nothing of this."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """What a text looks like. `is_being_hurt`: the danger to the writer comes from somebody else."""

    label: Label
    is_being_hurt: bool = False


_GRAVEST_FIRST = (
    Label.SELF_RISK_HIGH,
    Label.HARM_TO_OTHERS,
    Label.CLIENT_RISK,
    Label.SELF_RISK_LOW,
    Label.IDIOM_NONE,
    Label.NEUTRAL,
)


def gravest(meanings: Iterable[Meaning]) -> Meaning:
    """Return the gravest of some texts that belong together; without any, that nothing is meant."""
    return min(
        meanings, key=lambda each: _GRAVEST_FIRST.index(each.label), default=Meaning(label=Label.NEUTRAL)
    )
