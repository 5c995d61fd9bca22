"""The rules for cards to read: an id each, the voice, and shares that are called an estimate."""

from __future__ import annotations

from collections.abc import Iterator

from adapters.content.models import ReadingEntry, ReadingsFile
from adapters.content.problems import Place, Problem
from adapters.content.text_checks import check_review, check_words
from adapters.content.voice import Voice
from bot.domain.prompts import Sensitivity

WHOLE = 100


def check_readings(file: str, content: ReadingsFile, voice: Voice) -> Iterator[Problem]:
    """One file of cards to read."""
    top = Place(file)
    yield from check_words(top.at("meta").at("title"), content.meta.title, voice)
    yield from check_review(top.at("meta").at("review"), content.meta.review)
    seen: set[str] = set()
    for entry in content.readings:
        place = top.at("readings").item(entry.id)
        if entry.id in seen:
            yield place.at("id").problem(
                "duplicate_id", "This id stands here already. Give this card another."
            )
        seen.add(entry.id)
        if entry.review is not None:
            yield from check_review(place.at("review"), entry.review)
        yield from _check_care(place, entry)
        yield from _check_shares(place, entry)
        for key, text in _texts(entry):
            yield from check_words(place.at(key), text, voice)


def _check_care(place: Place, entry: ReadingEntry) -> Iterator[Problem]:
    if entry.sensitivity is Sensitivity.GUARDED:
        message = "A card is only ever opened by a person, so 2 is the most. Use that, or leave it out."
        yield place.at("sensitivity").problem("reading_guarded", message)


def _check_shares(place: Place, entry: ReadingEntry) -> Iterator[Problem]:
    if entry.shares and sum(share.percent for share in entry.shares) != WHOLE:
        yield place.at("shares").problem(
            "shares_sum", f"The shares of a whole come to {WHOLE}. Correct them."
        )
    if entry.shares and entry.estimate is None:
        message = "Numbers like these look like a law. Say in `estimate` what they are worth."
        yield place.at("estimate").problem("estimate_missing", message)
    if entry.estimate is not None and not entry.shares:
        yield place.at("estimate").problem("estimate_unused", "There are no shares here. Remove this line.")


def _texts(entry: ReadingEntry) -> Iterator[tuple[str, str]]:
    yield "title", entry.title
    yield from ((f"text[{number}]", text) for number, text in enumerate(entry.text))
    yield from ((f"points[{number}]", text) for number, text in enumerate(entry.points))
    yield from ((f"shares[{number}]", share.label) for number, share in enumerate(entry.shares))
    yield from (("estimate", entry.estimate or ""), ("ask", entry.ask or ""))
