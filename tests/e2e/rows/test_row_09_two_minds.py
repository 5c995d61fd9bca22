"""A moment is looked at from both minds: questions on another's mind have a sister on one's own."""

from __future__ import annotations

from datetime import date, timedelta

from bot.domain.prompts import Domain
from bot.domain.reviews import Shelf
from bot.domain.stock import refers_to
from tests.e2e.rows.rows_library import library
from tests.property.rotation_diary import diary

MINDS = {prompt.id: prompt for prompt in library().prompts() if prompt.domain is Domain.MENTALIZING}
PAIRED = {key: prompt for key, prompt in MINDS.items() if prompt.pair}


def test_sisters_know_each_other_and_look_from_two_sides() -> None:
    """Twelve pairs; two of a pair are of two families, so that the one may follow the other soon."""
    assert len(PAIRED) == 24
    for prompt in PAIRED.values():
        assert prompt.pair is not None
        sister = PAIRED[prompt.pair]
        assert sister.pair == prompt.id
        assert sister.family != prompt.family


def test_the_second_comes_soon_after_the_first_and_never_alone() -> None:
    """Within seven days, in a year that is rough now and then."""
    lines = diary(library().prompts(), 364, "minds", rough=range(5, 364, 11), shelf=Shelf())
    seen: dict[str | None, date] = {}
    came = 0
    for line in lines:
        if refers_to(line.prompt):
            assert line.day - seen[line.prompt.pair] <= timedelta(days=7)
            came += 1
        seen[line.prompt.id] = line.day
    assert came >= 8


def test_what_has_no_sister_asks_little() -> None:
    """A mind of the library without a pair is one for a hard day."""
    alone = [prompt for prompt in MINDS.values() if not prompt.pair]
    assert all(prompt.gentle for prompt in alone)
