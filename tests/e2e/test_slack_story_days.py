"""Days on Slack: another time zone, hours in which nobody is to be disturbed, words typed and taken back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.e2e.disk import hits
from tests.e2e.scenario_steps import WHO, left_behind, play, settling
from tests.e2e.sim_driver import Story, told_by
from tests.e2e.slack_driver import OnSlack
from tests.sim.slack.sim import SCOPES

WORDS = "quietly yesterday seventeen lanterns drifted homeward"
Told = tuple[Story, OnSlack]


@pytest.fixture(name="told")
def _told(tmp_path: Path) -> Iterator[Told]:
    """Somebody with check-ins at half past eight, UTC."""
    with told_by(OnSlack(tmp_path / "data")) as (story, slack):
        play(story, settling("slack"))
        yield story, slack


def test_another_zone_is_asked_about_once_and_goes_along(told: Told) -> None:
    """As Slack tells it; the check-in comes at the same hour by the clocks there."""
    story, slack = told
    ana = slack.hands(WHO).user
    assert slack.do(ana.set_tz("America/New_York")) == []  # it is three in the night there
    came = story.clock("2026-01-05T13:00:00Z")
    assert [one["text_id"] for one in came] == ["checkin", "zone.offer"]
    assert slack.do(ana.set_tz("America/New_York")) == []
    [moved] = story.press(WHO, "zone.move")
    assert moved["text"] == "America/New_York it is.\n\nNext: Wednesday 7 January at 08:30."
    assert [one["at"] for one in story.clock("2026-01-07T14:00:00Z")] == ["2026-01-07T13:30:00Z"]


def test_who_is_not_to_be_disturbed_hears_later(told: Told) -> None:
    """At the end of the span that Slack names, and then once."""
    story, slack = told
    quiet = datetime(2026, 1, 5, 8, tzinfo=UTC), datetime(2026, 1, 5, 9, 15, tzinfo=UTC)
    slack.do(slack.hands(WHO).user.set_dnd(*quiet))
    assert story.clock("2026-01-05T09:14:59Z") == []
    assert [one["at"] for one in story.clock("2026-01-05T12:00:00Z")] == ["2026-01-05T09:15:00Z"]


def test_own_words_can_be_kept_from_a_message_and_others_cannot(told: Told) -> None:
    """The shortcut opens a page with them, and nothing is kept before it is sent."""
    story, slack = told
    ana = slack.hands(WHO)
    story.say(WHO, WORDS, message="m")
    theirs = ana.user.messages[-1]
    [form] = slack.do(ana.user.message_shortcut("keep", ana.said["m"]))
    assert (form["form"]["name"], form["form"]["fields"][0]["value"]) == ("entry", WORDS)
    assert left_behind(story)["entries"] == []
    assert slack.do(ana.user.message_shortcut("keep", theirs)) == []
    assert ana.user.modals[-1].text == "Reststop\nClose\nOnly your own words can be kept here."


def test_files_go_where_there_is_leave(tmp_path: Path) -> None:
    """Into their own conversation, and they are taken out of it again by themselves."""
    with told_by(OnSlack(tmp_path / "data")) as (story, slack):
        play(story, settling("slack"))
        story.command(WHO, "export")
        story.press(WHO, "export.make")
        messages = slack.hands(WHO).user.messages
        assert len([file for message in messages for file in message.files]) == 2
        story.clock("2026-01-12T08:00:00Z")
        assert [file for message in messages for file in message.files if not file.is_deleted] == []


def test_without_leave_nobody_is_given_a_file(tmp_path: Path) -> None:
    """One message says why, and nothing was uploaded."""
    with told_by(OnSlack(tmp_path / "data", scopes=SCOPES)) as (story, slack):
        play(story, settling("slack"))
        story.command(WHO, "export")
        story.press(WHO, "export.make")
        assert "files:write" in slack.hands(WHO).user.messages[-1].text
        assert slack.slack.journal.calls("upload", "files.getUploadURLExternal") == []
        assert hits(tmp_path, "reststop-export") == []
