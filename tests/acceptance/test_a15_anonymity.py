"""A15: of 8 authors x 50 posts, dump, logs and platform tell no more than chance + 5 points.

By ids, rows, order, time and payloads; no column names an author, and a moderator mutes a name without
knowing whose it is. `make faults` tells ten such towns, each of them within the bar.
"""

from __future__ import annotations

from adapters.store import tables
from tests.faults import test_unnamed_attacker_whole as whole
from tests.property.unnamed_attacks import best
from tests.property.unnamed_town import EIGHT, watched

HELD_BY = (
    "tests/property/test_unnamed_attacker.py::test_no_way_to_guess_is_far_from_chance",
    "tests/property/test_unnamed_attacker.py::test_the_onlooker_is_not_blind",
    "tests/property/test_unnamed_attacker.py::test_a_file_of_sqlite_does_not_lie_in_the_order_of_writing",
    "tests/faults/test_unnamed_attacker_whole.py::test_in_no_town_are_shares_guessed_better_than_by_chance",
    "tests/faults/test_unnamed_attacker_whole.py::test_so_it_is_on_a_file_of_sqlite",
    "tests/unit/circles/test_unnamed_aside.py::test_a_name_that_rests_hands_nothing_in_and_stays_unknown",
    "tests/unit/circles/test_unnamed_aside.py::test_what_waits_of_a_name_that_rests_does_not_come_out",
    "tests/unit/store/test_server_care.py::test_nothing_tells_which_rows_came_together",
    "tests/unit/store/test_store_tables.py::test_nothing_of_what_is_said_in_a_channel_tells_whose_it_is_or_when",
)


def test_a15_no_column_names_an_author_and_the_whole_is_large_enough() -> None:
    """Eight people, 50 posts of each, five points."""
    assert {column.name for column in tables.posts.columns} == {"id", "gathering", "version", "sealed"}
    assert len(EIGHT) == 8
    assert whole.POSTS == 50
    assert round(whole.MOST, 3) == round(1 / 8 + 0.05, 3)


async def test_a15_eight_people_with_fifty_posts_each_are_near_chance() -> None:
    """The best of all ways to guess, by somebody who knows whose all other rounds are."""
    rounds = await watched(whole.POSTS, seed=15)
    assert sum(len(seen.shares) for seen in rounds) == 400
    name, most = best(rounds)
    assert most <= whole.MOST, (name, most)
