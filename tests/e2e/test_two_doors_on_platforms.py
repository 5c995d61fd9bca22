"""One person on Slack and on Discord, with the libraries of both: one notebook, one check-in a day."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e import test_two_doors
from tests.e2e.both_driver import OnBoth
from tests.e2e.sim_driver import staged

BOTH_WAYS = [("slack", "discord"), ("discord", "slack")]


@pytest.fixture(autouse=True)
def _both() -> Iterator[None]:
    with staged(OnBoth):
        yield


@pytest.mark.parametrize(("first", "second"), BOTH_WAYS)
def test_one_notebook_opens_at_both(tmp_path: Path, first: str, second: str) -> None:
    """A code from one, said at the other: read and written at both, one check-in, moved, and parted again."""
    test_two_doors.test_one_notebook_opens_at_both(tmp_path, first, second)


@pytest.mark.parametrize(("first", "second"), BOTH_WAYS)
def test_erased_at_one_all_is_gone(tmp_path: Path, first: str, second: str) -> None:
    """No row of either and no word; both are strangers."""
    test_two_doors.test_erased_at_one_all_is_gone(tmp_path, first, second)


def test_the_question_is_the_same_at_both(tmp_path: Path) -> None:
    """Asked for on Slack it stands on Discord, and answered there it is answered."""
    test_two_doors.test_the_question_is_the_same_at_both(tmp_path)


@pytest.mark.parametrize(("word", "point"), [("link.yes", "after_commit"), ("unlink.yes", "before_commit")])
def test_a_crash_while_doors_change_changes_all_or_nothing(tmp_path: Path, word: str, point: str) -> None:
    """Both lines are cut with the house; pressed again it is as it was meant to be."""
    test_two_doors.test_a_crash_while_doors_change_changes_all_or_nothing(tmp_path, word, point)


def test_who_cannot_be_written_to_hears_so_once(tmp_path: Path) -> None:
    """Discord says that messages are shut; with the next command the product does."""
    test_two_doors.test_who_cannot_be_written_to_hears_so_once(tmp_path)


def test_nothing_of_a_code_stands_in_the_clear(tmp_path: Path) -> None:
    """Not on the disk, however it is written; and it is shown to one pair of eyes at a time."""
    test_two_doors.test_nothing_of_a_code_or_an_account_stands_in_the_clear(tmp_path)
