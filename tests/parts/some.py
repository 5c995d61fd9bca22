"""Tests of which `make test` tells some, and `make faults` the others.

Of what is told in many ways of the same kind, one more planted fault, one more place of a crash, one more
long text, a third. Of the stories that are played whole through a surface a third as well, of the
scenarios half: what their parts promise is held in `tests/unit`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from zlib import crc32

SOME = frozenset(
    {
        "tests/content/test_catalogue_contract.py::test_prompts_are_ordered_and_their_ids_unique",
        "tests/content/test_content_command.py::test_check_tells_drafts_from_reviewed",
        "tests/content/test_content_command.py::test_preview_shows_all_that_a_flow_can_hold",
        "tests/content/test_content_command.py::test_preview_shows_each_way_to_answer",
        "tests/content/test_course_files.py::test_what_a_course_sends_fits_every_platform",
        "tests/content/test_course_import.py::test_a_unit_without_questions_gets_its_first",
        "tests/content/test_course_unit_faults.py::test_a_fault_in_units_is_named",
        "tests/content/test_course_units_preview.py::test_what_has_no_date_is_not_asked_for_one",
        "tests/content/test_first_prompt_page.py::test_each_command_prints_what_the_page_shows",
        "tests/content/test_fits_platforms.py::test_preview_shows_a_flow_as_discord_does",
        "tests/content/test_fits_platforms.py::test_preview_shows_a_flow_as_slack_does",
        "tests/content/test_flow_faults.py::test_a_fault_in_a_flow_is_named",
        "tests/content/test_library_faults.py::test_a_broken_file_does_not_hide_the_others",
        "tests/content/test_library_faults.py::test_a_missing_file_is_named",
        "tests/content/test_library_faults.py::test_a_planted_fault_is_named",
        "tests/content/test_library_faults.py::test_a_strange_file_is_named",
        "tests/content/test_packs.py::test_the_same_check_reads_a_pack",
        "tests/content/test_portfolio_templates.py::test_a_fault_in_a_template_is_named",
        "tests/content/test_readings.py::test_a_fault_in_a_card_to_read_is_named",
        "tests/content/test_review_fits_platforms.py::test_the_desk_fits",
        "tests/content/test_rotation_first_month.py::test_a_year_keeps_to_the_mix",
        "tests/content/test_round_files.py::test_a_fault_in_a_round_is_named",
        "tests/content/test_round_files.py::test_a_round_fits_every_platform",
        "tests/content/test_voice_of_code.py::test_a_text_in_code_is_held_to_the_voice",
        "tests/contract/test_channel_slack.py::TestSlackChannel::test_shared_words_are_words_and_nothing_else",
        "tests/contract/test_channels_discord.py::TestDiscordChannels::test_shared_words_are_words_and_nothing_else",
        "tests/contract/test_documents.py::TestReportLabDocuments::test_documents_take_long_parts",
        "tests/contract/test_safes.py::test_whatever_aws_answers_is_one_of_our_errors",
        "tests/contract/test_store_sqlite_faults.py::test_kill_after_commit_loses_nothing",
        "tests/contract/test_store_sqlite_faults.py::test_kill_inside_a_unit_leaves_nothing_of_it",
        "tests/e2e/rows/test_row_10_side_by_side.py::test_a_claim_about_brains_is_refused",
        "tests/e2e/rows/test_row_24_your_board_decides.py::test_no_text_of_reststop_calls_anybody_certified",
        "tests/e2e/rows/test_row_58_five_senses.py::test_each_sense_is_asked_about",
        "tests/e2e/rows/test_row_59_the_way_in.py::test_the_way_in_and_out_is_gone_through",
        "tests/e2e/rows/test_row_62_six_strains.py::test_each_of_them_goes_on_and_is_kept",
        "tests/e2e/rows/test_row_73_consent_first.py::test_without_it_the_plan_is_blocked",
        "tests/e2e/test_admin_canary.py::test_a_planted_leak_of_what_admins_set_is_found",
        "tests/e2e/test_canary_sings.py::test_a_planted_leak_is_found",
        "tests/e2e/test_circle_kept_story.py::test_a_circle_begins_changes_rests_and_closes",
        "tests/e2e/test_crash_points_in_short.py::test_an_end_at_a_point_and_at_its_next_pass_loses_nothing",
        "tests/e2e/test_doctor_discord.py::test_what_is_wrong_is_named_and_no_token_shown",
        "tests/e2e/test_doctor_discord.py::test_what_the_portal_is_set_to_otherwise_is_named",
        "tests/e2e/test_drafts_are_told.py::test_once_practitioners_read_them_it_is_not_said",
        "tests/e2e/test_guard_canary_sings.py::test_a_leak_of_a_guard_is_found",
        "tests/e2e/test_kill_quickly.py::test_a_killed_session_loses_nothing_that_it_said_was_saved",
        "tests/e2e/test_masking_story.py::test_a_name_on_a_page_is_pointed_at_and_may_go",
        "tests/e2e/test_nth_calls_in_short.py::test_a_call_that_fails_is_done_again_and_nothing_is_half_done",
        "tests/e2e/test_scenario_10.py::test_a_crash_opens_no_round_twice",
        "tests/e2e/test_scenario_11.py::test_a_crash_enrols_nobody_twice_and_asks_nothing_twice",
        "tests/e2e/test_scenario_13.py::test_all_five_units_end_in_evidence_with_the_hours_that_were_entered",
        "tests/e2e/test_scenario_15.py::test_a_crash_before_the_last_press_changes_nothing",
        "tests/e2e/test_scenario_15.py::test_a_crash_while_erasing_leaves_nothing_half",
        "tests/e2e/test_scenario_2.py::test_a_crash_loses_no_check_in_and_shows_none_twice",
        "tests/e2e/test_scenario_6.py::test_no_column_log_or_counter_tells_it",
        "tests/e2e/test_scenario_6.py::test_wherever_it_is_written",
        "tests/e2e/test_scenario_9.py::test_a_crash_around_the_question_asks_it_once",
        "tests/e2e/test_scenario_unnamed_10.py::test_a_crash_as_they_come_out_shows_each_once",
        "tests/e2e/test_slack_restarts.py::test_words_that_came_in_a_kill_are_taken_once",
        "tests/e2e/test_slack_scenarios.py::test_2_a_crash_loses_no_check_in_and_shows_none_twice",
        "tests/e2e/test_two_doors.py::test_a_closed_account_ends_its_door_alone",
        "tests/e2e/test_two_doors.py::test_a_crash_while_doors_change_changes_all_or_nothing",
        "tests/property/test_course_time_laws.py::test_with_usual_quiet_hours_everything_comes_in_every_zone_over_every_change",
        "tests/property/test_suppression_laws.py::test_no_figure_gives_away_what_one_or_two_chose",
        "tests/property/test_suppression_laws.py::test_what_leads_was_chosen_by_half_of_all",
        "tests/property/test_unnamed_attacker.py::test_the_onlooker_is_not_blind",
        "tests/unit/admin/test_role_matrix.py::test_what_comes_is_what_the_page_says",
        "tests/unit/courses/test_course_attendance_command.py::test_what_does_not_fit_gets_a_sentence",
        "tests/unit/courses/test_post_test_cut_off.py::test_ended_anywhere_it_is_taken_once_and_as_it_was_answered",
        "tests/unit/courses/test_pushes_moved.py::test_a_push_comes_once_and_in_order_wherever_the_house_ends",
        "tests/unit/discord/test_discord_forged.py::test_a_control_that_makes_no_sense_is_a_sentence_and_no_fault",
        "tests/unit/guards/test_danger_language.py::test_a_long_text_costs_little_more_than_its_length",
        "tests/unit/keys/test_key_rotation_cut.py::test_a_rotation_that_is_cut_off_leaves_everything_readable",
        "tests/unit/lanes/test_lanes_crashes.py::test_an_end_between_any_two_steps_costs_nothing",
        "tests/unit/rhythm/test_holiday_calendar.py::test_what_is_not_known_is_no_holiday",
        "tests/unit/sharing/test_sharing_everywhere.py::test_a_long_text_is_shown_whole",
        "tests/unit/sharing/test_sharing_everywhere.py::test_every_choice_is_drawn_and_comes_back",
        "tests/unit/sim/test_sim_lines.py::test_a_line_that_cannot_be_taken_says_why_and_changes_nothing",
        "tests/unit/store/test_moving_rows.py::test_a_wrong_place_is_refused_and_nothing_has_changed",
        "tests/unit/store/test_server_care.py::test_nothing_tells_which_rows_came_together",
        "tests/unit/test_closing_command.py::test_a_day_is_a_week_ahead_and_within_a_year",
        "tests/unit/test_closing_command.py::test_cut_off_anywhere_it_goes_on",
        "tests/unit/test_guard_board.py::test_four_times_the_text_takes_about_four_times_as_long",
        "tests/unit/test_guard_detail.py::test_no_text_takes_long",
        "tests/unit/test_guard_tone.py::test_what_was_learned_is_heard_in_other_words_of_its_kind",
    }
)
"""Names of tests, without what is given to them; each told in at least two ways."""

_SCENARIO = "/test_scenario_"


def told_more(names: Iterable[str]) -> set[str]:
    """Return the ids of ways that wait for `make faults`; of each test in the table a third stays, or one.

    Which stays hangs on its name alone: each worker chooses the same.
    """
    ways = defaultdict[str, list[str]](list)
    for name in names:
        ways[name.partition("[")[0]].append(name)
    return {way for test in SOME & ways.keys() for way in _others(ways[test])}


def told_later(names: Iterable[str]) -> set[str]:
    """Return the ids of stories that wait for `make faults`; each file keeps one.

    Which stay hangs on their names alone: a third of them in the mean, and half of the scenarios.
    """
    stories = defaultdict[str, list[str]](list)
    for name in names:
        file = name.partition("::")[0]
        if file.startswith("tests/e2e/"):
            stories[file].append(name)
    return {
        name for file, told in stories.items() for name in {*told} - _first(told, 2 + (_SCENARIO not in file))
    }


def _first(told: list[str], share: int) -> set[str]:
    return {name for name in told if crc32(name.encode()) % share == 0} or {min(told)}


def _others(ways: list[str]) -> list[str]:
    return sorted(ways, key=lambda way: crc32(way.encode()))[-(-len(ways) // 3) :]
