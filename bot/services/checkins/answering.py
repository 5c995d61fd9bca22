"""Reading an answer that was tapped: what fits its prompt and what does not, and how it stood on the card."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.domain.checkins import Answer
from bot.domain.prompts import After, Modality, Prompt
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


def in_words(prompt: Prompt | None, answer: Answer) -> Iterator[str]:
    """Yield what was chosen as it stood on the card; a name that the library has no more, as it is."""
    labels = {option.name: option.label for option in prompt.options} if prompt else {}
    yield from (labels.get(name, name) for name in answer.chosen)
    step = answer.scale
    if step is None:
        return
    is_mark = prompt is not None and prompt.modality is Modality.MARK
    words = list(labels.values()) if is_mark else []
    yield words[step - 1] if 0 < step <= len(words) else str(step)


def after(prompt: Prompt, answer: Answer) -> After | None:
    """Return what follows an answer to its prompt; nothing where it is none, or was passed."""
    if not (answer.chosen or answer.written or answer.scale is not None):
        return None
    step = answer.scale
    if prompt.modality is Modality.MARK and step is not None and step in _steps_of(prompt):
        return prompt.after_answer(prompt.options[step - 1].name)
    return prompt.after_answer(*answer.chosen)


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
