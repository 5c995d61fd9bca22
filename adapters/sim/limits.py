"""What each simulated surface can do and hold, so that a story fails where its platform would."""

from __future__ import annotations

from dataclasses import dataclass
from typing import assert_never

from bot.errors import SurfaceError
from bot.surface.capabilities import Capabilities
from bot.surface.card import Button, Card, Choose, Control, LinkButton, Scale


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """One surface's facts.

    `card_max` is what one posted message holds, every drawn character counted; answers that do not stay
    are paged. None means no limit.
    """

    capabilities: Capabilities
    card_max: int | None = None
    form_may_follow_form: bool = True
    tells_zone: bool = True


DEFAULT_SURFACE = "console"
SURFACES = {
    limits.capabilities.surface: limits
    for limits in (
        Limits(capabilities=Capabilities(surface="console", waits=True, hosted=False)),
        Limits(capabilities=Capabilities(surface="slack", waits=False, hosted=True), card_max=11_000),
        Limits(
            capabilities=Capabilities(surface="discord", waits=False, hosted=True),
            card_max=4_000,
            form_may_follow_form=False,
            tells_zone=False,
        ),
    )
}


def refuse_too_long(card: Card, limits: Limits) -> None:
    """Do nothing if the card fits.

    Raises:
        SurfaceError: the platform would not take it. Nothing is ever cut.
    """
    if limits.card_max is not None and drawn_length(card) > limits.card_max:
        raise SurfaceError(f"{card.text_id}: {drawn_length(card)} characters, {limits.card_max} fit")


def drawn_length(card: Card) -> int:
    """Return how many characters a platform draws for a card."""
    return len(card.text) + sum(_labels_length(control) for control in card.controls)


def _labels_length(control: Control) -> int:
    match control:
        case Button() | LinkButton():
            return len(control.label)
        case Choose():
            return sum(len(option.label) for option in control.options)
        case Scale():
            return sum(len(word) for word in control.words)
        case _:
            assert_never(control)
