"""The rules for what follows an answer; of a tender prompt they ask more (docs/writing-prompts.md)."""

from __future__ import annotations

from collections.abc import Iterator

from adapters.content.models import ELSE, AfterEntry, PromptEntry
from adapters.content.problems import Place, Problem
from adapters.content.text_checks import check_words
from adapters.content.voice import Voice
from bot.domain.prompts import Modality, Offer, Sensitivity

TENDER_OFFERS = (Offer.PUT_DOWN, Offer.SUPERVISION, Offer.PEOPLE, Offer.HELP_NOW, Offer.RAISE)
"""What the heaviest answer of a tender prompt brings, all of it; the last one is for the organisation."""

_WITHOUT_OPTIONS = {Modality.TEXT, Modality.SCALE}


def check_after(place: Place, entry: PromptEntry, voice: Voice) -> Iterator[Problem]:
    """What follows an answer: the answer is there, something follows, and a tender prompt has its offers."""
    here = place.at("after")
    for answer, after in entry.after.items():
        yield from _check_answer(here.at(answer), answer, entry)
        yield from _check_entry(here.at(answer), after, voice)
    needed = set(TENDER_OFFERS)
    is_held = any(needed.issubset(after.offer) for after in entry.after.values())
    if entry.sensitivity >= Sensitivity.TENDER and not is_held:
        message = f"After its heaviest answer a tender prompt offers {', '.join(TENDER_OFFERS)}. Add them."
        yield here.problem("after_missing", message)


def _check_answer(place: Place, answer: str, entry: PromptEntry) -> Iterator[Problem]:
    if answer == ELSE or answer in entry.options:
        return
    if entry.modality in _WITHOUT_OPTIONS:
        message = f"A {entry.modality} has no options, so `{ELSE}` stands for whatever is answered. Use that."
    else:
        message = f"No option has this name. Correct it, or use `{ELSE}` for every other answer."
    yield place.problem("unknown_option", message)


def _check_entry(place: Place, after: AfterEntry, voice: Voice) -> Iterator[Problem]:
    if not after.offer and after.say is None:
        yield place.problem("after_empty", "Nothing is said or offered here. Add `say` or `offer`.")
    if len(set(after.offer)) < len(after.offer):
        yield place.at("offer").problem("same_offer", "An offer stands here twice. Keep one.")
    yield from check_words(place.at("say"), after.say or "", voice)
