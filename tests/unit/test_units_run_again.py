"""A unit that met another is run again, and nothing outside of it counts twice for that.

Whole stories of lanes are told so beside these: tests/unit/lanes/conftest.py, "again".
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial

import pytest

from bot.domain.people import Account
from bot.domain.roles import Role
from bot.services.code_tries import MOST, CodeTries
from tests.unit.circles import test_circle_closes, test_circle_reports, test_circle_shares, test_team_prompt
from tests.unit.small_house import ANA, MONDAY
from tests.unit.standing import RunAgain, standing_on

STORIES: tuple[Callable[[], Awaitable[None]], ...] = (
    test_circle_shares.test_a_form_sent_again_posts_once,
    test_circle_shares.test_each_way_of_the_choice_does_what_it_says,
    test_circle_shares.test_a_flood_of_forms_waits_and_loses_nothing,
    test_circle_reports.test_a_flood_of_reports_ends_in_a_sentence,
    test_circle_closes.test_a_closed_circle_says_so_in_the_channel_and_is_gone,
    test_circle_closes.test_after_it_another_circle_may_begin_there,
    partial(test_team_prompt.test_any_admin_or_facilitator_stops_it_in_one_tap, Role.FACILITATOR),
)


@pytest.mark.parametrize("story", STORIES)
async def test_what_is_sent_counts_once(story: Callable[[], Awaitable[None]]) -> None:
    """A story of counting, or of a key that is destroyed, ends as it does where each unit is run once."""
    with standing_on(RunAgain()):
        await story()


def test_a_wrong_code_counts_once_however_often_its_unit_is_run() -> None:
    """The last wrong one that is taken is answered as wrong each time, and only another has to wait."""
    tries, who = CodeTries(), Account(surface="chat", workspace="team", user="eve")
    for nth in range(MOST):
        for _ in range(3):
            assert not tries.are_over(who, MONDAY, f"event {nth}")
            tries.note(who, MONDAY, f"event {nth}")
    assert tries.are_over(who, MONDAY, "another")
    assert not tries.are_over(ANA, MONDAY, "another")
