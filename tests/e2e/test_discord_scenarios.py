"""Scenarios 1 to 9 and 15 on Discord: the tests of each that tell most, with discord.py and screens.

All of them are told by `make faults`: `tests/faults/test_discord_scenarios_whole.py`.
"""

from __future__ import annotations

from collections.abc import Iterator
from types import ModuleType

import pytest

from tests.e2e import (
    test_scenario_1,
    test_scenario_2,
    test_scenario_3,
    test_scenario_4,
    test_scenario_5,
    test_scenario_6,
    test_scenario_7,
    test_scenario_8,
    test_scenario_9,
    test_scenario_15,
)
from tests.e2e.discord_driver import OnDiscord
from tests.e2e.platform_scenarios import only, told_on
from tests.e2e.sim_driver import staged

TOLD: dict[ModuleType, tuple[str, ...]] = {
    test_scenario_1: (
        "test_1_a_no_keeps_nothing",
        "test_1_what_is_changed_is_repeated_exactly",
    ),
    test_scenario_2: ("test_2_a_check_in_comes_on_time_and_words_stay_private",),
    test_scenario_3: ("test_3_one_card_a_day_and_it_can_be_answered",),
    test_scenario_4: (
        "test_4_a_strain_ends_in_a_plan_that_is_listed",
        "test_4_it_comes_back_in_a_week_and_says_nothing",
    ),
    test_scenario_5: ("test_5_not_sure_shows_who_to_call_and_both_ways_work",),
    test_scenario_6: (
        "test_6_each_kind_gets_exactly_its_answer",
        "test_6_somebody_else_is_asked_about_once_a_day",
    ),
    test_scenario_7: ("test_7_it_ends_with_a_date_or_no_reminder",),
    test_scenario_8: ("test_8_a_fresh_look_that_is_not_kept_leaves_nothing",),
    test_scenario_9: ("test_9_five_unanswered_bring_one_question_then_nothing",),
    test_scenario_15: (
        "test_15_what_was_given_is_taken_along",
        "test_15_nothing_of_somebody_who_left_is_there",
    ),
}


@pytest.fixture(autouse=True)
def _discord() -> Iterator[None]:
    with staged(OnDiscord):
        yield


for module, names in TOLD.items():
    globals().update(only(told_on("discord", module), *names))
