"""Whatever school somebody works by, the whole library is theirs: a tag narrows nothing."""

from __future__ import annotations

from dataclasses import fields, replace

from bot.domain.prompts import AudienceKind
from bot.domain.stock import Stock
from bot.domain.wishes import Wishes
from tests.e2e.rows.rows_library import library
from tests.property.rotation_diary import diary


def test_tags_are_never_gates() -> None:
    """With all tags taken away, the same questions come in the same order."""
    tagged = library().prompts()
    bare = [replace(prompt, tags=()) for prompt in tagged]
    asked, again = ([line.prompt.id for line in diary(one, 120, "any")] for one in (tagged, bare))
    assert asked == again
    assert len(asked) > 80


def test_who_has_set_nothing_may_be_asked_all_that_is_for_one_person() -> None:
    """And nobody can set an approach: there is no such wish."""
    stock = Stock.of(library().prompts())
    assert stock.all == {one.id for one in library().prompts() if AudienceKind.CLINICIAN in one.audience}
    assert len(stock.all) == len(library().prompts())
    assert not any("approach" in field.name or "tag" in field.name for field in fields(Wishes))
