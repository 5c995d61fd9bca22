"""Which prompt a team gets: only what all may read, and none twice before all have been there."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from adapters.content.loader import examine
from bot.domain.prompts import AudienceKind, Modality, Prompt, Sensitivity
from bot.domain.team_prompts import may_go_to_a_channel, next_team_prompt
from bot.testing.catalogue import invented_prompt
from bot.testing.chance import SeededChance

ENOUGH = 26
"""Half a year of weeks."""


def prompts(count: int) -> list[Prompt]:
    """Some prompts for a channel, and one that is not."""
    found = [
        replace(
            invented_prompt(f"wide.rest.Q{n}", text=f"Question {n}?", sensitivity=Sensitivity.SHARED),
            audience=(AudienceKind.TEAM,),
        )
        for n in range(count)
    ]
    return [*found, invented_prompt("wide.rest.R99", text="For one alone?")]


def weeks(found: list[Prompt], count: int) -> list[str]:
    """Which prompt comes in each of so many weeks."""
    used: tuple[str, ...]
    chance, used, asked = SeededChance("eleven"), (), list[str]()
    for _ in range(count):
        week = next_team_prompt(found, used, chance.below)
        assert week is not None
        used = week.used
        asked.append(week.prompt.id)
    return asked


def test_none_comes_twice_before_all_have_come() -> None:
    """Nine prompts, thirty weeks: each nine in a row are all of them, and none follows itself."""
    asked = weeks(prompts(9), 30)
    for start in range(0, 27, 9):
        assert len(set(asked[start : start + 9])) == 9
    assert all(one != other for one, other in pairwise(asked))


def test_one_alone_comes_every_week() -> None:
    """A library with one such prompt has it again."""
    assert set(weeks(prompts(1), 3)) == {"wide.rest.Q0"}


def test_what_is_held_back_does_not_come() -> None:
    """An organisation that has not signed a prompt does not get it."""
    found = prompts(2)
    week = next_team_prompt(found, (), SeededChance("one").below, held={"wide.rest.Q0"})
    assert week is not None
    assert week.prompt.id == "wide.rest.Q1"
    assert next_team_prompt(found, (), SeededChance("one").below, held={each.id for each in found}) is None


FINE = prompts(1)[0]


@pytest.mark.parametrize(
    "other",
    [
        replace(FINE, sensitivity=Sensitivity.PERSONAL),
        replace(FINE, audience=(AudienceKind.CLINICIAN, AudienceKind.COHORT)),
        replace(FINE, locale="de"),
        replace(FINE, modality=Modality.FLOW),
        replace(FINE, pair="wide.rest.P1"),
    ],
)
def test_what_is_not_for_everybody_stays_out_of_a_channel(other: Prompt) -> None:
    """Anything above sensitivity 0, not for a team, in another language, or that follows a sister."""
    assert may_go_to_a_channel(FINE)
    assert not may_go_to_a_channel(other)


def test_the_library_has_half_a_year_for_a_team() -> None:
    """26 or more of the prompts that ship may go to a channel, and all are sensitivity 0."""
    fit = [each for each in examine(Path("prompts")).prompts if may_go_to_a_channel(each)]
    assert len(fit) >= ENOUGH
    assert {each.sensitivity for each in fit} == {Sensitivity.SHARED}
