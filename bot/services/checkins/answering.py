"""Reading an answer that was tapped: what fits its prompt and what does not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.checkins import Answer
from bot.domain.prompts import Modality, Prompt
from bot.services.cards.checkin import OWN_WORDS
from bot.surface.inbound import InboundEvent, OptionChosen, ScaleAnswered


@dataclass(frozen=True, slots=True, kw_only=True)
class Tapped:
    """A tap that fits: the answer in place of the one before, if any; `opens_page` for own words."""

    answer: Answer | None
    opens_page: bool = False


def tapped(prompt: Prompt, event: InboundEvent) -> Tapped | None:
    """Return what was tapped on a prompt; None where that is no answer to it. "Not now" takes a step back."""
    if isinstance(event, ScaleAnswered):
        return _step(prompt, event.value)
    return _names(prompt, event.values if isinstance(event, OptionChosen) else ())


def _step(prompt: Prompt, step: int | None) -> Tapped | None:
    steps = _steps_of(prompt)
    if steps and step is None:
        return Tapped(answer=Answer())
    return Tapped(answer=Answer(scale=step)) if step in steps else None


def _names(prompt: Prompt, names: Sequence[str]) -> Tapped | None:
    """Take the names that were chosen; the one for own words opens a page beside them."""
    is_too_many = prompt.modality is Modality.CHOICE and len(names) > 1
    if not names or is_too_many or not _names_of(prompt).issuperset(names):
        return None
    chosen = tuple(name for name in names if name != OWN_WORDS)
    return Tapped(answer=Answer(chosen=chosen) if chosen else None, opens_page=OWN_WORDS in names)


def _steps_of(prompt: Prompt) -> range:
    """Return the steps that answer a prompt; none where names or words do."""
    match prompt.modality:
        case Modality.MARK:
            return range(1, len(prompt.options) + 1)
        case Modality.SCALE:
            return range(11)
        case _:
            return range(0)


def _names_of(prompt: Prompt) -> frozenset[str]:
    """Return the names that answer a prompt; none where steps or words do."""
    if prompt.modality not in {Modality.CHOICE, Modality.MULTI}:
        return frozenset()
    own = {OWN_WORDS} if prompt.own_words else set()
    return frozenset({option.name for option in prompt.options} | own)
