"""Which tests of scenarios 1 to 15 are told on a platform with its own library."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

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
    test_scenario_10,
    test_scenario_11,
    test_scenario_12,
    test_scenario_13,
    test_scenario_14,
    test_scenario_15,
    test_scenario_unnamed_10,
)
from tests.e2e.platform_scenarios import Test, told_on
from tests.e2e.sim_driver import Staging, staged

SCENARIOS = (
    test_scenario_1,
    test_scenario_2,
    test_scenario_3,
    test_scenario_4,
    test_scenario_5,
    test_scenario_6,
    test_scenario_7,
    test_scenario_8,
    test_scenario_9,
    test_scenario_10,
    test_scenario_11,
    test_scenario_12,
    test_scenario_13,
    test_scenario_14,
    test_scenario_15,
    test_scenario_unnamed_10,
)
NOT_TOLD = {
    "test_2_a_closed_terminal_finds_one_check_in_first",  # a platform is always open
    "test_5_what_was_discarded_cannot_be_kept_after_all",  # its answer stands in its place
    "test_6_several_may_be_ticked_and_none_of_it_is_kept",  # as above
}
"""What cannot be told on any platform, and why."""
TELL_MOST = {
    "test_1_a_no_keeps_nothing",
    "test_1_what_is_changed_is_repeated_exactly",
    "test_2_a_check_in_comes_on_time_and_words_stay_private",
    "test_2_a_crash_loses_no_check_in_and_shows_none_twice",
    "test_3_one_card_a_day_and_it_can_be_answered",
    "test_4_a_strain_ends_in_a_plan_that_is_listed",
    "test_4_it_comes_back_in_a_week_and_says_nothing",
    "test_5_not_sure_shows_who_to_call_and_both_ways_work",
    "test_6_each_kind_gets_exactly_its_answer",
    "test_6_somebody_else_is_asked_about_once_a_day",
    "test_7_it_ends_with_a_date_or_no_reminder",
    "test_8_a_fresh_look_that_is_not_kept_leaves_nothing",
    "test_9_five_unanswered_bring_one_question_then_nothing",
    "test_10_one_question_a_week_comes_and_one_tap_stops_it",
    "test_10_nothing_is_stored_for_a_question_but_that_it_comes",
    "test_10_a_circle_begins_with_three_duties_and_a_short_card",
    "test_10_four_arrive_and_nothing_is_counted_five_are_told_roughly",
    "test_10_what_is_shared_with_a_name_is_heard_and_answered",
    "test_10_what_has_no_answer_is_shown_to_the_facilitator_alone",
    "test_10_names_stand_on_every_share_until_six_are_there",
    "test_10_shares_without_a_name_wait_and_come_out_together",
    "test_10_a_lone_share_without_a_name_is_dropped_as_was_said",
    "test_10_words_of_danger_go_to_the_facilitator_with_or_without_a_name",
    "test_11_a_learner_joins_by_the_code_and_has_to_tick_the_disclosures",
    "test_12_one_page_is_shown_by_choice_and_gone_when_it_is_taken_back",
    "test_12_a_request_for_what_people_wrote_is_refused",
    "test_13_a_test_is_locked_until_both_items_are_ticked",
    "test_13_three_of_five_come_with_reasons_and_four_pass_after_the_cool_down",
    "test_14_facilitator_and_trainer_are_given_and_taken_back",
    "test_14_what_an_admin_sets_holds_and_stands_in_the_log",
    "test_14_what_nobody_signed_is_held_back_where_an_admin_says_so",
    "test_14_everybody_is_told_before_it_is_removed_and_then_nothing_comes",
    "test_15_what_was_given_is_taken_along",
    "test_15_nothing_of_somebody_who_left_is_there",
}
"""Of each scenario one or two, of the tenth and the fourteenth more: `make test` tells these, each of one.

`make faults` tells all of each."""
_PLATFORMS = ("slack", "discord")


def told_with(staging: Staging, tests: Mapping[str, Test]) -> dict[str, object]:
    """Return tests for a module to take in, and the fixture by which `staging` plays them."""

    @pytest.fixture(autouse=True)
    def _staged() -> Iterator[None]:
        with staged(staging):
            yield

    return {**tests, "_staged": _staged}


def whole(surface: str, *, but: Collection[str] = ()) -> dict[str, Test]:
    """Return every test of the scenarios that can be told on a surface: `but` cannot be told there.

    Raises:
        LookupError: what is left out is no test of theirs.
    """
    told = {name: test for module in SCENARIOS for name, test in told_on(surface, module).items()}
    left_out = NOT_TOLD | {*but}
    if not left_out <= told.keys():
        raise LookupError(f"no such test: {sorted(left_out - told.keys())}")
    return {name: test for name, test in told.items() if name not in left_out}


def some(surface: str) -> dict[str, Test]:
    """Return the share of a platform in those that tell most: every second one, by name.

    Raises:
        KeyError: one of them is not told there.
    """
    told = whole(surface)
    return {name: told[name] for name in sorted(TELL_MOST)[_PLATFORMS.index(surface) :: len(_PLATFORMS)]}
