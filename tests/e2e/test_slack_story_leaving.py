"""Leaving Slack: an account that is closed, an app that is removed, and coming back from either in time."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.disk import rows
from tests.e2e.scenario_steps import WHO, play, settling
from tests.e2e.sim_driver import Story, told_by
from tests.e2e.slack_driver import OnSlack
from tests.e2e.slack_ground import WORKSPACE
from tests.sim.slack import Workspace

WORDS = "seventeen lanterns"
Told = tuple[Story, OnSlack]


@pytest.fixture(name="told")
def _told(tmp_path: Path) -> Iterator[Told]:
    """Somebody with check-ins at half past eight and one page."""
    with told_by(OnSlack(tmp_path / "data")) as (story, slack):
        play(story, settling("slack"))
        story.command(WHO, "write")
        story.submit(WHO, "entry", text=WORDS)
        yield story, slack


def _workspace(slack: OnSlack) -> Workspace:
    return slack.slack.workspace(WORKSPACE)


def _posts(slack: OnSlack) -> int:
    return len(slack.slack.journal.calls("chat.postMessage", "conversations.open"))


def test_who_is_deactivated_hears_nothing_and_may_come_back(told: Told) -> None:
    """Slack would take the message all the same; none is tried. A word brings everything back as it was."""
    story, slack = told
    slack.do(slack.hands(WHO).user.deactivate())
    before = _posts(slack)
    assert story.clock("2026-01-20T12:00:00Z") == []
    assert _posts(slack) == before
    slack.do(slack.hands(WHO).user.reactivate())
    [read] = story.command(WHO, "journal last")
    assert WORDS in read["text"]
    assert [one["at"] for one in story.clock("2026-01-21T12:00:00Z")] == ["2026-01-21T08:30:00Z"]


def test_who_is_deactivated_for_thirty_days_leaves_nothing(told: Told, tmp_path: Path) -> None:
    """No row and no key; who comes then is new."""
    story, slack = told
    slack.do(slack.hands(WHO).user.deactivate())
    story.clock("2026-02-05T12:00:00Z")
    left = rows(tmp_path / "data")
    assert [left["reststop.db:people"], left["reststop.db:entries"], left["keys.db:keys"]] == [set()] * 3
    slack.do(slack.hands(WHO).user.reactivate())
    assert story.command(WHO, "journal last")[0]["text_id"] == "consent"


def test_a_removed_app_is_silent_and_goes_on_when_it_is_added_again(told: Told) -> None:
    """Whoever runs it sets the new token and starts it; nobody has to begin anew."""
    story, slack = told
    slack.do(_workspace(slack).uninstall())
    before = _posts(slack)
    assert story.clock("2026-01-20T12:00:00Z") == []
    assert _posts(slack) == before
    _workspace(slack).install(scopes=slack.scopes)
    story.restart()
    [read] = story.command(WHO, "journal last")
    assert WORDS in read["text"]
    assert [one["at"] for one in story.clock("2026-01-21T12:00:00Z")] == ["2026-01-21T08:30:00Z"]


def test_what_a_removed_app_held_goes_after_thirty_days(told: Told, tmp_path: Path) -> None:
    """Everybody's, though no message could be sent to say so."""
    story, slack = told
    slack.do(_workspace(slack).uninstall())
    story.clock("2026-02-05T12:00:00Z")
    left = rows(tmp_path / "data")
    assert [left["reststop.db:people"], left["reststop.db:entries"], left["keys.db:keys"]] == [set()] * 3
