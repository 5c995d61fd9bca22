"""The rules for other words for some: they go by a choice, they are for a step, and no two are for one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations

from adapters.content.flow_models import (
    ChoiceEntry,
    FlowFile,
    MultiEntry,
    QuestionEntry,
    StepEntry,
    StepWordsEntry,
    VariantEntry,
)
from adapters.content.problems import Place, Problem


def check_variants(top: Place, content: FlowFile) -> Iterator[Problem]:
    """All variants of a flow. That its steps are there, and asked in time, flow_ways.py says."""
    for name, variant in content.variants.items():
        place = top.at("variants").at(name)
        yield from _check_when(place.at("when"), variant, content.steps)
        for step_id, words in variant.texts.items():
            if step_id in content.steps and isinstance(words, StepWordsEntry):
                yield from _check_words(place.at("texts").at(step_id), step_id, words, content)
    yield from _check_apart(top.at("variants"), content)


def variant_texts(top: Place, content: FlowFile) -> Iterator[tuple[Place, str, str]]:
    """Every text of the variants: its place, its step, and what is said."""
    for name, variant in content.variants.items():
        for step_id, words in variant.texts.items():
            place = top.at("variants").at(name).at("texts").at(step_id)
            if isinstance(words, str):
                yield place, step_id, words
            else:
                for key, text in (("text", words.text), ("short_text", words.short_text)):
                    if text is not None:
                        yield place.at(key), step_id, text


def _check_when(place: Place, variant: VariantEntry, steps: Mapping[str, StepEntry]) -> Iterator[Problem]:
    for step_id, option in variant.when.items():
        asked = steps.get(step_id)
        if asked is None:
            continue  # named as an unknown step
        if not isinstance(asked, ChoiceEntry | MultiEntry):
            message = "Other words go by a choice or a multi. Name one."
            yield place.at(step_id).problem("not_a_choice", message)
        elif option not in asked.options:
            message = f"{option} is no option there. Correct it."
            yield place.at(step_id).problem("unknown_option", message)


def _check_words(place: Place, step_id: str, words: StepWordsEntry, content: FlowFile) -> Iterator[Problem]:
    if words.text is None and words.short_text is None:
        yield place.problem("variant_empty", "Nothing is said here. Add `text` or `short_text`.")
    if words.short_text is not None and (
        not isinstance(content.steps[step_id], QuestionEntry)
        or not content.short_skips
        or step_id in content.short_skips
    ):
        message = "Nothing is asked here on the short way. Remove this line, or correct `short_skips`."
        yield place.at("short_text").problem("short_text_unused", message)


def _check_apart(place: Place, content: FlowFile) -> Iterator[Problem]:
    """Whatever was answered, a step has one text."""
    for (name, one), (later, other) in combinations(content.variants.items(), 2):
        if _are_apart(one, other, content.steps):
            continue
        for step_id in one.texts.keys() & other.texts.keys():
            message = f"{name} has words for this step too, and both can hold. Remove one of them."
            yield place.at(later).at("texts").at(step_id).problem("variant_twice", message)


def _are_apart(one: VariantEntry, other: VariantEntry, steps: Mapping[str, StepEntry]) -> bool:
    return any(
        isinstance(steps.get(step_id), ChoiceEntry) and one.when[step_id] != other.when[step_id]
        for step_id in one.when.keys() & other.when.keys()
    )
