"""Laws of rotation: what is pushed is never guarded, never early, and spread as the library allows."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.content.loader import load
from bot.domain.prompts import STEAM, AudienceKind, Domain, Prompt, Sensitivity
from bot.domain.rotation import FAMILY_AFTER, REPEAT_AFTER, Asked, next_prompt
from bot.testing.catalogue import invented_prompt
from bot.testing.chance import SeededChance

TODAY = date(2026, 1, 5)
LIBRARY = load(Path(__file__).resolve().parents[2] / "prompts").prompts()

prompts = st.builds(
    lambda number, domain, family, sensitivity: invented_prompt(
        f"made.{number:03}",
        text="What was near you today?",
        domain=domain,
        family=f"family-{family}",
        sensitivity=sensitivity,
    ),
    st.integers(0, 60),
    st.sampled_from(Domain),
    st.integers(0, 8),
    st.sampled_from(Sensitivity),
)
libraries = st.lists(prompts, min_size=1, max_size=12, unique_by=lambda prompt: prompt.id)


def _weeks(library: tuple[Prompt, ...], weeks: int, seed: str) -> list[Asked]:
    """Ask on every weekday for some weeks."""
    chance, asked = SeededChance(seed), list[Asked]()
    for day in range(weeks * 7):
        today = TODAY + timedelta(days=day)
        if today.weekday() < 5 and (prompt := next_prompt(library, asked, today, chance.below)):
            asked.append(Asked(prompt=prompt.id, day=today))
    return asked


@given(libraries, st.text(max_size=3))
def test_what_is_pushed_may_be_pushed(library: list[Prompt], seed: str) -> None:
    """Tender and guarded prompts are opened by the person; nothing comes where nothing may."""
    pushed = {p.id for p in library if p.sensitivity < Sensitivity.TENDER}
    asked = _weeks(tuple(library), 3, seed)
    assert {one.prompt for one in asked} <= pushed
    assert len(asked) == (15 if pushed else 0)


@given(libraries, st.text(max_size=3))
def test_nothing_comes_again_while_something_else_is_left(library: list[Prompt], seed: str) -> None:
    """A repeat within half a year means that every other prompt was asked meanwhile."""
    pushed = {p.id for p in library if p.sensitivity < Sensitivity.TENDER}
    asked = _weeks(tuple(library), 4, seed)
    for place, one in enumerate(asked):
        recent = {before.prompt for before in asked[:place] if before.day > one.day - REPEAT_AFTER}
        assert one.prompt not in recent or recent == pushed


@given(st.text(max_size=3))
def test_the_same_draw_gives_the_same_prompts(seed: str) -> None:
    """Rotation is a pure function."""
    assert _weeks(LIBRARY, 2, seed) == _weeks(LIBRARY, 2, seed)


@pytest.mark.parametrize("seed", range(20))
def test_the_library_touches_all_of_steam_in_four_weeks(seed: int) -> None:
    """No two in a row from one domain, no family within ten days, all five inner domains met."""
    asked = _weeks(LIBRARY, 4, str(seed))
    found = [next(p for p in LIBRARY if p.id == one.prompt) for one in asked]
    assert set(STEAM) <= {prompt.domain for prompt in found}
    assert all(one.domain is not two.domain for one, two in pairwise(found))
    for place, (one, prompt) in enumerate(zip(asked, found, strict=True)):
        before = zip(asked[:place], found[:place], strict=True)
        assert prompt.family not in {p.family for a, p in before if a.day > one.day - FAMILY_AFTER}


def test_a_later_sister_does_not_come_by_itself() -> None:
    """The other side of a moment means nothing before its first side."""
    asked = {one.prompt for seed in range(5) for one in _weeks(LIBRARY, 8, str(seed))}
    assert "steam.mentalizing.M01" in asked
    assert "steam.mentalizing.M02" not in asked


def test_what_is_meant_for_others_does_not_come() -> None:
    """A prompt for teams alone is not pushed to one person."""
    team = replace(
        invented_prompt("made.team", text="What was near us today?"), audience=(AudienceKind.TEAM,)
    )
    assert next_prompt([team], [], TODAY, SeededChance("0").below) is None
