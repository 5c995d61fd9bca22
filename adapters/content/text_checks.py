"""Checks that every kind of file shares: the voice of a text, and an honest review."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from adapters.content.models import ReviewEntry
from adapters.content.problems import Place, Problem
from adapters.content.voice import Voice, lint
from bot.domain.prompts import ReviewStatus

_RESERVED = {"own_words"}
"""The name under which the free answer is offered."""
_FREE_ANSWERS = {"my own word", "my own words", "own word", "own words", "in my own words"}


def check_words(place: Place, text: str, voice: Voice) -> Iterator[Problem]:
    """What in `text` does not fit the voice."""
    return (place.problem(found.code, found.message) for found in lint(text, voice))


def check_labels(place: Place, options: Mapping[str, str]) -> Iterator[Problem]:
    """No label stands there twice."""
    seen: set[str] = set()
    for name, label in options.items():
        if label.casefold() in seen:
            yield place.at(name).problem("same_label", "This label stands here twice. Reword one.")
        seen.add(label.casefold())


def check_free_answers(place: Place, options: Mapping[str, str]) -> Iterator[Problem]:
    """No option stands where the free answer would."""
    for name, label in options.items():
        if name in _RESERVED:
            yield place.at(name).problem("reserved_name", "Reststop uses this name itself. Choose another.")
        if label.casefold() in _FREE_ANSWERS:
            message = "Nobody could write after choosing this. Remove it and set `own_words: true`."
            yield place.at(name).problem("own_words_as_option", message)


def check_review(place: Place, review: ReviewEntry) -> Iterator[Problem]:
    """A text counts as reviewed only when it says by whom and when."""
    told = (review.reviewed_by_role is not None, review.reviewed_on is not None)
    if review.status is ReviewStatus.REVIEWED and not all(told):
        message = "A reviewed text names the reader's role and the day. Add both, or make it a draft."
        yield place.problem("review_untold", message)
    if review.status is ReviewStatus.DRAFT and any(told):
        message = "A draft has no reader yet. Set `status: reviewed`, or both fields to null."
        yield place.problem("review_of_draft", message)
