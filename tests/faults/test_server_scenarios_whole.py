"""Scenarios 1 to 15 before a house on PostgreSQL: every test of theirs that can be told there."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.e2e.platform_told import whole
from tests.e2e.server_driver import on_server
from tests.e2e.sim_driver import staged
from tests.postgres.server import Server


@pytest.fixture(autouse=True)
def _staged(server: Server, made_databases: tuple[str, str]) -> Iterator[None]:
    with on_server(server, made_databases) as staging, staged(staging):
        yield


BUT = {
    # It goes on from copies of a data folder, once from each step.
    "test_4_a_restart_between_any_two_steps_changes_nothing",
    "test_5_a_restart_between_any_two_steps_changes_nothing",
    "test_8_a_restart_between_any_two_steps_changes_nothing",
    # It reads the rows of a file.
    "test_10_nothing_is_stored_for_a_question_but_that_it_comes",
    "test_10_a_circle_begins_with_three_duties_and_a_short_card",
    "test_10_who_leaves_leaves_no_trace_in_the_channel",
    "test_10_shares_without_a_name_wait_and_come_out_together",
    "test_10_a_lone_share_without_a_name_is_dropped_as_was_said",
    "test_14_everybody_is_told_before_it_is_removed_and_then_nothing_comes",
    "test_15_nothing_of_somebody_who_left_is_there",
    "test_15_a_copy_of_the_rows_opens_no_more",
    "test_15_a_crash_while_erasing_leaves_nothing_half",
    "test_15_an_erasing_that_could_not_be_saved_finishes_itself",
}

globals().update(whole("slack", but=BUT))
