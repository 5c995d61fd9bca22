"""A channel of a story on Slack: a command there is answered to one, and nobody hears what people say."""

from __future__ import annotations

from pathlib import Path

from tests.e2e.scenario_steps import WHO, play, settling
from tests.e2e.sim_driver import told_by
from tests.e2e.slack_driver import OnSlack

WHERE = "#quay"


def test_a_command_in_a_channel_is_answered_to_who_gave_it(tmp_path: Path) -> None:
    """A page is read in a window; whoever else is there sees neither it nor that it was asked for."""
    with told_by(OnSlack(tmp_path / "data")) as (story, slack):
        play(story, settling("slack"))
        others = slack.hands("ben").user
        story.command(WHO, "write")
        story.submit(WHO, "entry", text="seventeen lanterns")
        [read] = story.command(WHO, "journal last", where=WHERE)
        assert (read["seen_by"], "seventeen lanterns" in read["text"]) == ("reading", True)
        [channel] = others.channels
        assert (others.seen, channel.messages) == ([], [])


def test_what_people_say_in_a_channel_is_not_heard(tmp_path: Path) -> None:
    """Whether the app is in it or not."""
    with told_by(OnSlack(tmp_path / "data")) as (story, slack):
        play(story, settling("slack"))
        for change in ("open", "not_there", "archived", "gone", "open"):
            story.room(WHERE, change)
            assert story.say(WHO, "journal last", where=WHERE) == []
        assert slack.hands(WHO).user.seen[-1] == "journal last"


def test_a_circle_begins_in_a_channel_and_joining_leaves_no_trace_there(tmp_path: Path) -> None:
    """Nobody there set anything up; what each of them is told stands in a window before them alone."""
    with told_by(OnSlack(tmp_path / "data")) as (story, slack):
        slack.hands(WHO).user.member.role = "admin"
        others = slack.hands("ben").user
        story.command(WHO, "circle create", where=WHERE)  # behind its answer Slack is asked who they are
        [duties] = story.command(WHO, "circle create", where=WHERE)
        assert duties["text_id"] == "circle.duties"
        story.choose(WHO, "circle.duties", "rules", "route", "own")
        made, invited = story.submit(WHO, "circle", zone="UTC")
        assert (made["text_id"], made["seen_by"]) == ("circle.made", "only_you")
        assert (invited["text_id"], invited["to"], invited["where"]) == ("circle.invite", None, WHERE)
        [channel] = others.channels
        before = [each.text for each in channel.messages]
        [joined] = story.press("ben", "circle.join")
        assert (joined["text_id"], joined["seen_by"]) == ("circle.joined", "only_you")
        assert [each.text for each in channel.messages] == before
        assert [len(others.modals), len(slack.hands(WHO).user.modals)] == [1, 1]


def test_a_team_prompt_goes_on_after_its_channel_was_closed(tmp_path: Path) -> None:
    """Who began it is told once, in their own conversation; one tap stops it, before everybody there."""
    with told_by(OnSlack(tmp_path / "data")) as (story, slack):
        slack.hands(WHO).user.member.role = "admin"
        others = slack.hands("ben").user
        story.command(WHO, "team prompt", where=WHERE)  # as above
        story.command(WHO, "team prompt", where=WHERE)
        story.submit(WHO, "team", zone="UTC")
        [first] = story.clock("2026-01-07T00:00:00Z")
        assert (first["text_id"], first["to"], first["where"]) == ("team.prompt", None, WHERE)
        story.room(WHERE, "archived")
        told = story.clock("2026-01-14T00:00:00Z") + story.clock("2026-01-21T00:00:00Z")
        assert [(each["text_id"], each["to"], each["seen_by"]) for each in told] == [
            ("circle.note", WHO, "direct")
        ]
        assert "the channel is archived" in told[0]["text"]
        story.room(WHERE, "open")
        assert story.clock("2026-01-28T00:00:00Z")[0]["text_id"] == "team.prompt"
        [stopped] = story.press(WHO, "team.stop")
        assert (stopped["kind"], stopped["text_id"], stopped["seen_by"]) == (
            "replace", "team.stopped", "channel",
        )  # fmt: skip
        assert story.clock("2026-02-28T00:00:00Z") == []
        assert (others.alone, len(others.reads(others.channels[0]))) == ([], 2)
