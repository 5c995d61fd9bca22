"""What may become of a text that was meant for others without a name: it may go out, or it is held."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Reason(StrEnum):
    """Why a text is held. It is said to its writer and to nobody else, and kept nowhere."""

    OTHER_AT_RISK = "other_at_risk"
    """Somebody else may be at risk, or it is not clear who."""
    WRITER_AT_RISK = "writer_at_risk"
    BEING_HURT = "being_hurt"
    """The danger to the writer comes from somebody else."""
    HARM = "harm"
    """Harm to another, meant or done."""


class Offer(StrEnum):
    """What the writer of a held text may do with it."""

    FACILITATOR_NAMED = "facilitator_named"
    FACILITATOR_UNNAMED = "facilitator_unnamed"
    BY_NAME = "by_name"
    EDIT = "edit"
    WITHDRAW = "withdraw"


OFFERS = tuple(Offer)
"""In the order in which they are offered: the facilitator first. None of them is a post without a name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """The text may go out without a name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hold:
    """The text is not posted without a name. `offers` are all that may be done with it, in order."""

    reason: Reason
    offers: tuple[Offer, ...] = OFFERS


Decision = Release | Hold
