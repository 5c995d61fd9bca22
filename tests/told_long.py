"""Which tests `make faults` alone runs, each with what in `make test` can fail for the same fault.

Both are beginnings of the ids of tests. What begins as a witness does stays in the short part.
"""

from __future__ import annotations

from collections.abc import Mapping

LONG: Mapping[str, tuple[str, ...]] = {
    # A canary's whole story on each surface: the same watch looks on in shorter ones.
    "tests/e2e/test_canary.py::test_the_command_leaves_it_nowhere": (
        "tests/e2e/test_canary.py::test_nothing_that_was_written_lies_in_clear",
    ),
    "tests/e2e/test_slack_canary.py": (
        "tests/e2e/test_course_told.py::test_slack_is_given_a_learners_words_in_modals_alone",
        "tests/e2e/rows/test_row_67_over_the_wire.py::test_on_slack_",
    ),
    "tests/e2e/test_discord_canary.py": (
        "tests/e2e/test_course_told.py::test_discord_is_given_a_learners_words_in_private_alone",
    ),
    "tests/e2e/rows/test_row_67_over_the_wire.py::test_on_discord_": (
        "tests/e2e/rows/test_row_67_over_the_wire.py::test_on_slack_",
    ),
    "tests/e2e/test_slack_canary_sings.py": (
        "tests/e2e/test_slack_canary_sings.py::test_a_leak_into_slack_is_found[the text of a message]",
    ),
    "tests/e2e/test_discord_canary_sings.py": (
        "tests/e2e/test_discord_canary_sings.py::test_a_leak_into_discord_is_found[the text of a message]",
    ),
    "tests/e2e/test_course_canary_sings.py": ("tests/e2e/test_course_canary.py",),
    "tests/e2e/test_rough_day_rows.py": (
        "tests/e2e/test_rough_day_rows.py::test_rows_of_a_hard_day_are_those_of_any_other[a low mark]",
        "tests/e2e/test_rough_day_rows.py::test_what_followed_an_answer_leaves_no_trace[offers after a tap]",
        "tests/e2e/test_rough_day_rows.py::test_the_test_would_see_a_trace",
    ),
    # The scenarios on the libraries of a platform: what kind of card, which way in, what a crash leaves.
    "tests/e2e/test_slack_scenarios.py": (
        "tests/e2e/test_slack_scenarios.py::test_2_a_crash_loses_no_check_in_and_shows_none_twice",
        "tests/e2e/test_slack_scenarios.py::test_10_shares_without_a_name_wait",
        "tests/e2e/test_slack_scenarios.py::test_12_one_page_is_shown_by_choice",
    ),
    "tests/e2e/test_discord_scenarios.py": (
        "tests/e2e/test_discord_scenarios.py::test_2_a_check_in_comes_on_time",
        "tests/e2e/test_discord_scenarios.py::test_10_words_of_danger_go_to_the_facilitator",
        "tests/e2e/test_discord_scenarios.py::test_6_each_kind_gets_exactly_its_answer",
    ),
    "tests/e2e/test_platform_stories.py": (
        "tests/e2e/test_kill_quickly.py",
        "tests/e2e/test_platform_stories.py::test_what_was_drawn_before_a_restart_is_used_after_it[slack-several",
        "tests/e2e/test_platform_stories.py::test_what_was_drawn_before_a_restart_is_used_after_it[discord-what",
        "tests/e2e/test_platform_stories.py::test_a_message_that_goes_leaves_the_page",
    ),
    "tests/e2e/test_two_doors_on_platforms.py": (
        "tests/e2e/test_two_doors_on_platforms.py::test_one_notebook_opens_at_both[slack-discord]",
        "tests/e2e/test_two_doors_on_platforms.py::test_erased_at_one_all_is_gone[slack-discord]",
        "tests/e2e/test_two_doors.py::test_nothing_of_a_code_or_an_account_stands_in_the_clear",
    ),
    "tests/e2e/test_two_doors.py::test_one_notebook_opens_at_both": (
        "tests/e2e/test_two_doors.py::test_one_notebook_opens_at_both[slack-console]",
    ),
    "tests/e2e/test_course_mixed.py": (
        "tests/e2e/test_course_mixed.py::test_who_takes_no_direct_messages_is_missed",
        "tests/e2e/test_course_mixed.py::test_a_session_that_moves_is_told_once_on_either_platform[InProcess]",
    ),
    "tests/e2e/test_leaving_platform.py": (
        "tests/e2e/test_leaving_platform.py::test_who_is_back_on_the_tenth_day",
    ),
    "tests/e2e/test_discord_story_days.py": ("tests/e2e/test_slack_story_days.py",),
    "tests/e2e/test_scenario_12.py::test_a_scale_is_told_of_eight": (
        "tests/e2e/test_scenario_12.py::test_a_scale_is_told_of_eight_once_and_never_again[discord-8",
    ),
    "tests/e2e/test_scenario_12.py::test_yes_and_no_are_told_of_five": (
        "tests/e2e/test_scenario_12.py::test_yes_and_no_are_told_of_five[slack-4",
    ),
    "tests/e2e/test_doctor_slack.py::test_what_is_wrong_is_named": (
        "tests/e2e/test_doctor_slack.py::test_what_is_wrong_is_named_and_no_token_shown[wrong0",
    ),
    # Laws and figures that take seconds for each kind of the same.
    "tests/property/test_guard_laws.py::test_no_text_raises_and_what_is_found_lies_in_it": (
        "tests/property/test_guard_laws.py::test_no_text_raises_and_what_is_found_lies_in_it[any]",
        "tests/property/test_guard_laws.py::test_no_text_raises_and_what_is_found_lies_in_it[plain]",
        "tests/property/test_guard_laws.py::test_no_text_raises_and_what_is_found_lies_in_it[grown]",
        "tests/property/test_guard_laws.py::test_no_text_raises_and_what_is_found_lies_in_it[spaced]",
    ),
    "tests/property/test_guard_command_laws.py::test_two_processes_say_the_same_in_any_order": (
        "tests/property/test_guard_command_laws.py::test_two_processes_say_the_same_in_any_order[identifiers]",
    ),
    "tests/property/test_suppression_crowd.py::test_counts_find_one_in_twenty_at_the_most": (
        "tests/property/test_suppression_crowd.py::test_scores_find_nobody",
    ),
    "tests/contract/test_figures.py::TestMatplotlibFigures::test_figures_draw_the_same_again": (
        "tests/contract/test_figures.py::TestMatplotlibFigures::test_figures_draw_the_same_again[light]",
    ),
    "tests/content/test_fits_platforms.py::test_each_platform_takes_every_card_and_form_of_a_flow": (
        "tests/content/test_fits_platforms.py::test_each_platform_takes_every_card_and_form_of_a_flow[rest_stop]",
    ),
}


def is_told_long(name: str) -> bool:
    """Tell whether only `make faults` runs a test of this id."""
    return any(map(name.startswith, LONG)) and not any(name.startswith(each) for each in WITNESSES)


WITNESSES = frozenset(witness for witnesses in LONG.values() for witness in witnesses)
