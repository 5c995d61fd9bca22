"""Tests of parts that `make faults` alone runs, each with what in `make test` can fail for the same fault.

Laws and figures that take seconds, what acceptance asks for at its whole size, and two processes at once.
"""

from __future__ import annotations

DETAILS: dict[str, tuple[str, ...]] = {
    "tests/unit/test_keeping.py::test_a_mind_that_is_changed_within_the_week_loses_nothing": (
        "tests/unit/test_keeping.py::test_a_shorter_time_waits_a_week",
        "tests/unit/test_keeping.py::test_a_page_goes_on_its_day_and_is_told_of_a_week_before",
    ),
    "tests/unit/ruled/test_ceiling.py::test_also_what_was_to_be_kept_for_good": (
        "tests/unit/ruled/test_ceiling.py::test_a_shorter_choice_of_their_own_holds",
    ),
    "tests/migration/test_store_migrations.py::test_upgrade_cut_short_leaves_nothing_half_done": (
        "tests/migration/test_store_migrations.py::test_upgrade_cut_short_leaves_nothing_half_done[17]",
    ),
    "tests/unit/test_units_that_meet.py::test_two_deeds_of_one_person_end_as_one_after_the_other": (
        "tests/unit/test_units_that_meet.py::test_two_deeds_of_one_person_end_as_one_after_the_other[pause-resume",
        "tests/unit/test_units_that_meet.py::test_two_deeds_of_one_person_end_as_one_after_the_other[answer-skip",
    ),
    "tests/unit/store/test_moving_rows.py::test_a_server_that_somebody_else_is_in_is_not_moved": (
        "tests/unit/store/test_shut_databases.py::test_a_session_of_another_user_is_seen",
    ),
    "tests/unit/store/test_moving_rows.py::test_cut_off_after_any_batch_it_goes_on": (
        "tests/unit/store/test_moving_rows.py::test_cut_off_after_any_batch_it_goes_on[some-to",
    ),
    "tests/unit/admin/test_role_matrix.py::test_a_control_that_names_somebody_elses_row_leads_nowhere[p": (
        "tests/unit/admin/test_role_matrix.py::test_a_control_that_names_somebody_elses_row_leads_nowhere[admin",
        "tests/unit/admin/test_role_attacks.py",
    ),
    "tests/unit/courses/test_course_slow_lane.py": (
        "tests/unit/courses/test_course_month_quickly.py::test_every_push_comes_once_in_order_and_inside",
    ),
    "tests/unit/ruled/test_ceiling.py::test_new_pages_go_after_that_time": (
        "tests/unit/ruled/test_ceiling.py::test_the_strictest_holds",
    ),
    "tests/unit/guards/test_guards_alone.py::test_the_first_texts_may_come_at_once": (
        "tests/unit/guards/test_guards_alone.py::test_nothing_is_written_and_nobody_is_called",
    ),
    "tests/unit/test_keeping.py::test_marks_and_answers_go": (
        "tests/unit/test_keeping.py::test_a_page_goes",
    ),
    "tests/unit/test_portfolio_keeping.py::test_just_the_others_go": (
        "tests/unit/test_portfolio_keeping.py::test_a_chosen_page_outlives_their_own_time_and_the_others_go",
    ),
    "tests/unit/console/test_console_keyboard.py::test_a_long_text_has_lines_and_two_ends": (
        "tests/unit/console/test_console_keyboard.py::test_a_long_text_has_lines_and_two_ends[\x1b",
    ),
    "tests/property/test_unnamed_attacker.py::test_a_file_of_sqlite_does_not_lie_in_the_order_of_writing": (
        "tests/property/test_unnamed_attacker.py::test_no_way_to_guess_is_far_from_chance",
    ),
    "tests/property/test_suppression_crowd.py::test_scores_find_nobody": (
        "tests/property/test_suppression_laws.py",
        "tests/property/test_suppression_crowd.py::test_the_same_eyes_find_many_without_the_rule",
    ),
    "tests/unit/courses/test_course_figures.py::test_a_trainers_question_in_the_words_of_the_course": (
        "tests/unit/courses/test_course_figures.py::test_a_trainer_cannot_see_one_answer_below_the_floor",
    ),
    "tests/unit/courses/test_course_figures.py::test_two_questions_of_a_trainer_that_close_at_one_instant": (
        "tests/unit/courses/test_course_figures.py::test_a_trainers_own_questions_cannot_find_who_left",
    ),
    "tests/unit/keys/test_house_keys.py::test_a_house_that_was_not_asked_to_keeps_its_key": (
        "tests/unit/keys/test_house_keys.py::test_a_house_rotates_its_keys_while_it_runs",
    ),
    "tests/unit/store/test_moving_rows.py::test_called_off_a_server_is_written_to_again": (
        "tests/unit/store/test_moving_rows.py::test_called_off_the_old_place_is_used_again",
    ),
    "tests/acceptance/test_a08_rewrap.py::test_f16_a_walk_that_is_cut_off_anywhere_leaves_all_readable": (
        "tests/unit/keys/test_key_rotation_cut.py",
    ),
    "tests/content/test_fits_platforms.py::test_what_one_platform_could_not_show_is_said_of_that_one": (
        "tests/content/test_fits_platforms.py::test_what_no_platform_could_show_is_a_problem_of_the_library",
    ),
    "tests/content/test_fits_platforms.py::test_what_is_no_card_at_all_is_a_problem_too": (
        "tests/content/test_fits_platforms.py::test_what_no_platform_could_show_is_a_problem_of_the_library",
    ),
    "tests/content/test_simulate_command.py::test_about_one_day_in_eight_is_low": (
        "tests/content/test_simulate_command.py::test_the_library_that_ships_reaches_what_is_aimed_at",
    ),
    "tests/unit/store/test_moving_rows.py::test_cut_off_between_the_two_last_words_it_ends": (
        "tests/unit/store/test_moving_rows.py::test_cut_off_after_any_batch_it_goes_on[some-to",
    ),
    "tests/unit/store/test_server_care.py::test_who_began_to_read_before_sees_all_rows": (
        "tests/unit/store/test_server_care.py::test_many_rows_go_in_batches",
    ),
    "tests/migration/test_lengths_migration.py::test_a_house_with_one_broken_key": (
        "tests/migration/test_lengths_migration.py::test_a_row_that_breaks_a_rule_holds_nobody_up",
    ),
    "tests/acceptance/test_a14_aggregates.py::test_a14_of_some_cohorts_hardly_anybody_is_found": (
        "tests/acceptance/test_a14_aggregates.py::test_a14_no_figure_is_of_fewer_than_the_floor_in_short",
    ),
    "tests/unit/store/test_server_care.py::test_a_line_that_is_cut_at_any_call": (
        "tests/unit/store/test_server_care.py::test_who_is_to_end_ends_it_between_two_steps",
        "tests/contract/test_store_postgres.py",
    ),
    "tests/unit/sim/test_sim_lines.py::test_blank_lines_count_and_say_nothing": (
        "tests/unit/sim/test_sim_lines.py::test_another_seed_is_another_story",
    ),
    "tests/unit/sim/test_sim_lines.py::test_the_same_lines_give_the_same_bytes": (
        "tests/unit/sim/test_sim_lines.py::test_the_same_lines_give_the_same_bytes[here",
    ),
    "tests/contract/test_engine_embedded.py::test_embedded_engine_never_goes_in_circles": (
        "tests/contract/test_engine_embedded.py::test_embedded_engine_never_spins",
    ),
    "tests/acceptance/test_a01_canary.py::test_a1_nothing_lies_in_clear_on_a_server": (
        "tests/e2e/test_canary.py::test_nothing_that_was_written_lies_in_clear",
    ),
    "tests/acceptance/test_a09_keys_refused.py::test_a9_no_key_no_start": (
        "tests/e2e/test_keys_lost.py::test_a9_a_missing_key_is_never_replaced",
    ),
    "tests/acceptance/test_a03_nonces.py::test_a3_no_nonce_comes_twice_in_a_million": (
        "tests/acceptance/test_a03_nonces.py::test_a3_no_nonce_comes_twice_in_short",
    ),
    "tests/acceptance/test_a11_export.py::test_a11_an_export_of_ten_thousand_entries_is_whole_and_quick": (
        "tests/acceptance/test_a11_export.py::test_a11_an_export_is_whole_and_quick_in_short",
    ),
    "tests/acceptance/test_a14_aggregates.py::test_a14_no_figure_of_2000_cohorts_is_of_too_few": (
        "tests/acceptance/test_a14_aggregates.py::test_a14_no_figure_is_of_fewer_than_the_floor_in_short",
    ),
    "tests/acceptance/test_a15_anonymity.py::test_a15_eight_people_with_fifty_posts_each_are_near_chance": (
        "tests/property/test_unnamed_attacker.py::test_no_way_to_guess_is_far_from_chance",
    ),
    "tests/property/test_recurrence_sweep.py::test_every_change_of_clocks_in_every_zone_for_three_years": (
        "tests/property/test_recurrence_sweep.py::test_the_oddest_changes_of_other_years",
        "tests/unit/test_faults_in_short.py::test_around_a_change_of_clocks_each_date_has_one_checkin",
    ),
    "tests/property/test_guard_command_laws.py::test_places_are_code_points_whatever_the_text": (
        "tests/property/test_guard_command_laws.py::test_two_processes_say_the_same_in_any_order[identifiers]",
    ),
    "tests/content/test_fits_platforms.py::test_each_platform_takes_every_check_in": (
        "tests/content/test_rotation_first_month.py::test_every_question_of_the_library_fits_a_check_in",
    ),
    "tests/property/test_guard_laws.py::test_no_text_raises_and_what_is_found_lies_in_it": (
        "tests/property/test_guard_laws.py::test_no_text_raises_and_what_is_found_lies_in_it[any]",
        "tests/property/test_guard_laws.py::test_no_text_raises_and_what_is_found_lies_in_it[plain]",
    ),
    "tests/property/test_guard_command_laws.py::test_two_processes_say_the_same_in_any_order": (
        "tests/property/test_guard_command_laws.py::test_two_processes_say_the_same_in_any_order[identifiers]",
    ),
    "tests/property/test_suppression_crowd.py::test_counts_find_one_in_twenty_at_the_most": (
        "tests/property/test_suppression_crowd.py::test_the_same_eyes_find_many_without_the_rule",
        "tests/property/test_suppression_laws.py",
    ),
    "tests/contract/test_figures.py::TestMatplotlibFigures::test_figures_draw_the_same_again": (
        "tests/contract/test_figures.py::TestMatplotlibFigures::test_figures_draw_every_chart",
    ),
    "tests/contract/test_figures.py::TestMatplotlibFigures::test_figures_draw_each_frame_for_itself": (
        "tests/contract/test_figures.py::TestMatplotlibFigures::test_figures_draw_every_chart",
    ),
    "tests/content/test_fits_platforms.py::test_each_platform_takes_every_card_and_form_of_a_flow": (
        "tests/content/test_fits_platforms.py::test_each_platform_takes_every_card_and_form_of_a_flow[rest_stop]",
    ),
}
