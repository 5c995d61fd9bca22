"""Whole stories that `make faults` alone tells, each with what in `make test` can fail for the same fault.

Other surfaces, whole days, crashes at each step, and commands in processes of their own.
"""

from __future__ import annotations

STORIES: dict[str, tuple[str, ...]] = {
    "tests/e2e/test_canary.py::test_the_command_leaves_it_nowhere": (
        "tests/e2e/test_canary.py::test_nothing_that_was_written_lies_in_clear",
    ),
    "tests/e2e/test_slack_canary.py": (
        "tests/e2e/test_course_told.py::test_slack_is_given_a_learners_words_in_modals_alone",
    ),
    "tests/e2e/test_discord_canary.py": (
        "tests/e2e/test_discord_canary_sings.py::test_a_leak_into_discord_is_found[the text of a message]",
    ),
    "tests/e2e/test_course_told.py::test_discord_is_given": (
        "tests/e2e/test_course_told.py::test_slack_is_given_a_learners_words_in_modals_alone",
    ),
    "tests/e2e/test_slack_canary_sings.py": (
        "tests/e2e/test_slack_canary_sings.py::test_a_leak_into_slack_is_found[the text of a message]",
    ),
    "tests/e2e/test_discord_canary_sings.py": (
        "tests/e2e/test_discord_canary_sings.py::test_a_leak_into_discord_is_found[the text of a message]",
    ),
    "tests/e2e/test_course_canary.py": (
        "tests/e2e/test_course_told.py::test_slack_is_given_a_learners_words_in_modals_alone",
        "tests/e2e/test_units_canary.py::test_a_leak_of_a_test_is_found",
    ),
    "tests/e2e/test_course_canary_sings.py": (
        "tests/e2e/test_course_told.py::test_slack_is_given_a_learners_words_in_modals_alone",
        "tests/e2e/test_units_canary.py::test_a_leak_of_a_test_is_found",
    ),
    "tests/e2e/test_rough_day_rows.py": (
        "tests/e2e/test_rough_day_rows.py::test_rows_of_a_hard_day_are_those_of_any_other[a low mark]",
        "tests/e2e/test_rough_day_rows.py::test_what_followed_an_answer_leaves_no_trace[offers after a tap]",
        "tests/e2e/test_rough_day_rows.py::test_the_test_would_see_a_trace",
    ),
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
        "tests/e2e/test_two_doors.py::test_erased_at_one_all_is_gone",
        "tests/e2e/test_two_doors.py::test_nothing_of_a_code_or_an_account_stands_in_the_clear",
    ),
    "tests/e2e/test_two_doors.py::test_one_notebook_opens_at_both": (
        "tests/e2e/test_two_doors.py::test_one_notebook_opens_at_both[slack-console]",
    ),
    "tests/e2e/test_course_mixed.py": (
        "tests/e2e/test_course_mixed.py::test_who_takes_no_direct_messages_is_missed",
    ),
    "tests/e2e/test_leaving_platform.py": (
        "tests/e2e/test_leaving_platform.py::test_who_is_back_on_the_tenth_day",
    ),
    "tests/e2e/test_discord_story_days.py": ("tests/e2e/test_slack_story_days.py",),
    "tests/e2e/test_scenario_12.py::test_a_scale_is_told_of_eight": (
        "tests/e2e/test_scenario_12.py::test_a_scale_is_told_of_eight_once_and_never_again[discord-8",
    ),
    "tests/e2e/test_scenario_12.py::test_yes_and_no_are_told_of_five": (
        "tests/e2e/test_scenario_12.py::test_a_scale_is_told_of_eight_once_and_never_again[discord-8",
    ),
    "tests/e2e/test_doctor_slack.py::test_what_is_wrong_is_named": (
        "tests/e2e/test_doctor_slack.py::test_what_is_wrong_is_named_and_no_token_shown[wrong0",
    ),
    "tests/e2e/test_bad_days.py::test_a_full_disk_is_never_called_saved": (
        "tests/contract/test_store_sqlite_faults.py::test_full_disk_is_not_saved",
        "tests/unit/journal/test_use_journal.py::test_what_was_not_saved_is_not_called_saved",
    ),
    "tests/e2e/test_bad_days.py::test_a_reader_who_leaves_is_a_way_to_leave": (
        "tests/unit/console/test_console_pipe.py::test_leaving_does_not_wait_for_the_end_of_the_pipe",
    ),
    "tests/e2e/test_keys_kms.py::test_a_start_that_kms_does_not_help_ends_and_writes_nothing": (
        "tests/e2e/test_keys_kms.py::test_a_key_is_closed_tried_and_then_used",
        "tests/contract/test_safes.py::test_whatever_aws_answers_is_one_of_our_errors",
    ),
    "tests/e2e/test_keys_kms.py::test_a_rotation_beside_a_session_goes_by_kms": (
        "tests/e2e/test_keys_command.py::test_a_rotation_beside_a_session_disturbs_nobody",
    ),
    "tests/e2e/test_scenario_4.py::test_a_restart_between_any_two_steps_changes_nothing": (
        "tests/e2e/test_scenario_5.py::test_a_restart_between_any_two_steps_changes_nothing",
        "tests/e2e/test_scenario_8.py::test_a_restart_between_any_two_steps_changes_nothing",
    ),
    "tests/e2e/test_scenario_4.py::test_it_comes_back_in_a_week_and_says_nothing": (
        "tests/e2e/test_console_flows.py::test_a_strain_is_mended_and_comes_back",
    ),
    "tests/e2e/test_scenario_10.py::test_nothing_is_stored_for_a_question_but_that_it_comes": (
        "tests/e2e/test_scenario_10.py::test_one_question_a_week_comes_and_one_tap_stops_it",
        "tests/e2e/test_circle_canary.py::test_what_is_said_in_a_circle_lies_in_clear_in_no_file",
    ),
    "tests/e2e/test_scenario_11.py::test_twelve_questions_come_at_the_computed_times": (
        "tests/unit/courses/test_course_month_quickly.py::test_every_push_comes_once_in_order_and_inside",
    ),
    "tests/e2e/test_scenario_12.py::test_a_split_of_eight_and_four_tells_neither": (
        "tests/e2e/test_scenario_12.py::test_a_scale_is_told_of_eight_once_and_never_again[discord-8",
    ),
    "tests/e2e/test_scenario_13.py::test_a_question_is_nudged_after_36_hours_and_late_after_48": (
        "tests/e2e/test_scenario_13.py::test_an_answer_stops_the_clock",
    ),
    "tests/e2e/test_scenario_unnamed_10.py::test_their_order_in_the_channel_is_drawn": (
        "tests/property/test_unnamed_attacker.py::test_no_way_to_guess_is_far_from_chance",
    ),
    "tests/e2e/test_own_pack.py::test_a_running_flow_keeps_its_version": (
        "tests/content/test_catalogue_contract.py::test_a_run_finds_the_version_that_it_began_with",
    ),
    "tests/e2e/test_look_back_comes_story.py::test_a_week_comes_to_be_looked_back_on": (
        "tests/unit/insights/test_look_back_comes.py",
    ),
    "tests/e2e/test_look_back_pictures.py::test_a_picture_on_a_platform_comes_after_the_card": (
        "tests/unit/insights/test_look_back_comes.py",
    ),
    "tests/e2e/test_journal_story.py::test_pages_go_in_their_time": (
        "tests/unit/test_keeping.py::test_a_page_goes_on_its_day_and_is_told_of_a_week_before",
    ),
    "tests/e2e/test_scenario_14.py::test_everybody_is_told_before_it_is_removed": (
        "tests/unit/test_closing_command.py::test_cut_off_anywhere_it_goes_on",
    ),
    "tests/e2e/rows/test_row_72_who_did_the_work.py::test_it_is_asked_once_a_month": (
        "tests/e2e/rows/test_row_72_who_did_the_work.py::test_nobody_is_asked_who_did_not_wish_it",
    ),
    "tests/e2e/test_server_commands.py::test_a_restoring_that_was_cut_off_begins_anew": (
        "tests/e2e/test_server_commands.py::test_a_backup_of_a_server_comes_back_as_a_folder",
    ),
    "tests/e2e/test_server_commands.py::test_a_backup_comes_back_into_empty_databases": (
        "tests/e2e/test_server_commands.py::test_a_backup_of_a_server_comes_back_as_a_folder",
    ),
    "tests/e2e/test_restore_cut.py": (
        "tests/e2e/test_backup_and_restore.py::test_who_was_erased_does_not_come_back",
    ),
    "tests/e2e/test_server_commands.py::test_keys_are_turned_and_brought_back": (
        "tests/e2e/test_keys_command.py::test_a_rotation_beside_a_session_disturbs_nobody",
    ),
    "tests/e2e/test_moving_house.py::test_the_old_place_says_where_they_are": (
        "tests/e2e/test_moving_house.py::test_a_clinic_goes_to_a_server_and_back",
        "tests/unit/store/test_moving_rows.py::test_cut_off_after_any_batch_it_goes_on[some-to",
    ),
    "tests/e2e/test_canary.py::test_a_fault_tells_where_and_not_what": (
        "tests/unit/test_logs.py",
        "tests/e2e/test_canary_sings.py::test_a_planted_leak_is_found[the text of an exception in the log]",
    ),
    "tests/e2e/test_admin_canary.py::test_nothing_that_admins_set_lies_in_clear": (
        "tests/e2e/test_admin_canary.py::test_a_planted_leak_of_what_admins_set_is_found",
        "tests/e2e/test_canary.py::test_nothing_that_was_written_lies_in_clear",
    ),
    "tests/e2e/rows/test_row_67_over_the_wire.py": (
        "tests/e2e/test_course_told.py::test_slack_is_given_a_learners_words_in_modals_alone",
    ),
    "tests/e2e/test_course_backups.py": (
        "tests/e2e/test_circle_backups.py::test_a_backup_brings_circles_back_but_nobody_who_left_for_good",
        "tests/e2e/test_units_backups.py::test_a_test_goes_on_after_a_restore",
    ),
    "tests/e2e/test_units_backups.py::test_a_question_keeps_its_clock_over_a_restore": (
        "tests/e2e/test_units_backups.py::test_a_test_goes_on_after_a_restore",
    ),
    "tests/e2e/test_scenario_12.py::test_one_page_is_shown_by_choice": (
        "tests/e2e/test_slack_scenarios.py::test_12_one_page_is_shown_by_choice",
    ),
    "tests/e2e/test_scenario_11.py::test_a_recording_is_open_on_its_last_day": (
        "tests/e2e/test_scenario_11.py::test_who_was_there_for_a_part_has_a_part",
        "tests/unit/courses/test_course_goes_on.py",
    ),
    "tests/e2e/test_two_doors.py::test_three_doors_and_one_check_in_a_day": (
        "tests/e2e/test_two_doors.py::test_one_notebook_opens_at_both[slack-console]",
    ),
    "tests/e2e/test_backup_and_restore.py::test_the_doctor_names_key_stores_past_their_time": (
        "tests/e2e/test_keys_command.py::test_the_doctor_names_what_is_missing",
    ),
    "tests/e2e/test_drafts_are_told.py": (
        "tests/content/test_content_command.py::test_check_tells_drafts_from_reviewed",
    ),
    "tests/e2e/test_slack_story_leaving.py::test_what_a_removed_app_held_goes_after_thirty_days": (
        "tests/e2e/test_slack_story_leaving.py::test_who_is_deactivated_for_thirty_days_leaves_nothing",
    ),
    "tests/e2e/test_slack_story_leaving.py::test_who_is_deactivated_hears_nothing_and_may_come_back": (
        "tests/e2e/test_leaving_platform.py::test_who_is_back_on_the_tenth_day",
    ),
    "tests/e2e/rows/test_row_52_heads_up.py": (
        "tests/e2e/rows/test_row_52_heads_up.py::test_a_question_says_so_first",
    ),
    "tests/e2e/test_story_question_out.py::test_one_more_attempt_is_heard_of_and_passed": (
        "tests/e2e/test_story_question_out.py::test_a_question_taken_out_finishes_the_unit",
    ),
    "tests/e2e/test_look_back_comes_story.py": ("tests/unit/insights/test_look_back_comes.py",),
    "tests/e2e/rows/test_row_50_predictable.py::test_what_was_passed_is_not_held_against_anybody": (
        "tests/e2e/rows/test_row_50_predictable.py::test_a_passed_question_brings_no_second_one",
    ),
    "tests/e2e/test_question_canary.py::test_a_question_and_its_answer_lie_in_clear_nowhere": (
        "tests/e2e/test_question_canary.py::test_a_leak_of_a_question_is_found",
    ),
    "tests/e2e/test_units_canary.py::test_no_answer_of_a_test_lies_in_clear": (
        "tests/e2e/test_units_canary.py::test_a_leak_of_a_test_is_found",
    ),
    "tests/e2e/test_discord_team_story.py": (
        "tests/e2e/test_discord_team_story.py::test_a_house_that_ends_between_posting_and_noting",
        "tests/e2e/test_slack_rooms.py::test_a_team_prompt_goes_on_after_its_channel_was_closed",
    ),
    "tests/e2e/test_scenario_9.py::test_leave_is_silent_and_ends_by_itself": (
        "tests/e2e/test_scenario_9.py::test_five_unanswered_bring_one_question_then_nothing",
    ),
    "tests/e2e/test_scenario_10.py::test_after_four_weeks_a_circle_is_offered_once": (
        "tests/e2e/test_scenario_10.py::test_four_arrive_and_nothing_is_counted",
    ),
    "tests/e2e/rows/test_row_67_my_people.py": ("tests/unit/plans/test_plans_together.py",),
    "tests/e2e/test_rough_day_rows.py::test_what_followed_an_answer_leaves_no_trace": (
        "tests/e2e/test_rough_day_rows.py::test_rows_of_a_hard_day_are_those_of_any_other[a low mark]",
    ),
    "tests/e2e/test_platform_stories.py::test_what_was_drawn_before_a_restart_is_used_after_it": (
        "tests/e2e/test_platform_stories.py::test_what_was_drawn_before_a_restart_is_used_after_it[slack-several",
    ),
    "tests/e2e/test_supervision_story.py": ("tests/unit/supervision/test_supervision_list.py",),
    "tests/e2e/rows/test_row_28_what_kept_it_going.py::test_it_ends_in_a_page_of_the_journal": (
        "tests/e2e/rows/test_row_28_what_kept_it_going.py::test_the_four_come_in_their_order_on_the_long_way",
    ),
    "tests/e2e/test_import_story.py::test_notes_come_in_masked_and_go_out_again": (
        "tests/unit/console/test_console_import.py",
    ),
    "tests/e2e/test_admin_command.py::test_a_name_that_is_none_gets_a_sentence": (
        "tests/e2e/test_admin_command.py::test_before_the_first_start_the_doctor_has_no_code",
    ),
    "tests/e2e/test_doctor.py::test_a_lost_file_is_named": (
        "tests/unit/store/test_store_lost_files.py::test_a_lost_database_is_not_started_over",
    ),
    "tests/e2e/test_import_story.py::test_all_of_it_goes_along_and_comes_back": (
        "tests/property/test_import_laws.py::test_export_erase_import_gives_back_the_same_journal",
    ),
    "tests/e2e/test_keys_kms.py::test_a_first_start_needs_no_open_key": (
        "tests/e2e/test_keys_kms.py::test_a_key_is_closed_tried_and_then_used",
    ),
    "tests/e2e/test_bad_days.py::test_a_line_of_a_hundred_thousand_characters": (
        "tests/unit/console/test_console_lines.py",
    ),
    "tests/e2e/test_bad_days.py::test_a_start_on_a_locked_database": (
        "tests/e2e/test_bad_days.py::test_a_locked_database_is_said_and_pressing_again_saves_once",
    ),
    "tests/e2e/test_demo.py::test_it_is_plain_where_that_is_wished": (
        "tests/e2e/test_readme.py::test_the_readme_plays",
    ),
    "tests/e2e/test_keys_command.py::test_a_key_from_elsewhere_is_printed_on_request_alone": (
        "tests/e2e/test_keys_command.py::test_a_rotation_beside_a_session_disturbs_nobody",
    ),
    "tests/e2e/test_keys_command.py::test_words_are_kept_nowhere": (
        "tests/e2e/test_keys_command.py::test_words_bring_a_lost_key_file_back",
    ),
}
