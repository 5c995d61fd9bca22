"""A course whose learners come by Slack and by Discord; and who is hard to reach."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.e2e.both_driver import OnBoth
from tests.e2e.discord_driver import OnDiscord
from tests.e2e.scenario_course import (
    COHORT,
    LEARNER,
    TRAINER,
    asks,
    cohort_begins,
    figures,
    launched,
    names,
    opened,
    published,
    pushed,
    shows_a_page,
    to,
    trains,
    zone_asked,
)
from tests.e2e.sim_driver import InProcess, Staging, staged, story_in_process, told_by
from tests.e2e.slack_driver import OnSlack
from tests.e2e.test_scenario_2 import CANARY
from tests.e2e.test_scenario_12 import ASKED, CLOSES, WILLING
from tests.sim.slack.world import Role

ELSEWHERE = dict.fromkeys(COHORT[6:], "discord")
"""Half of the twelve come by Discord; their trainer is in Slack."""
WHERE = "#team"


def test_a_cohort_on_two_platforms_is_asked_and_told_of_as_one(tmp_path: Path) -> None:
    """One question at one moment; eight answers of both are one figure."""
    data = tmp_path / "data"
    with staged(OnBoth), story_in_process(data) as story:
        cohort_begins(story, data, "slack", elsewhere=ELSEWHERE)
        assert "12 enrolled" in opened(story)["text"]
        came = pushed(story.clock(ASKED))
        assert sorted(record["to"] for record in came) == sorted(COHORT)
        assert {record["at"] for record in came} == {ASKED}
        for who, step in zip(COHORT[2:10], WILLING, strict=False):
            story.scale(who, "push.answer", step)
        story.clock(CLOSES)
        assert "8+ answers; the middle is 6," in figures(story)


@pytest.mark.parametrize("staging", [InProcess, OnBoth])
def test_a_session_that_moves_is_told_once_on_either_platform(tmp_path: Path, staging: Staging) -> None:
    """And what hangs on it follows; a page of somebody in Discord is shown to a trainer in Slack."""
    data, people = tmp_path / "data", (COHORT[0], COHORT[-1])
    with staged(staging), story_in_process(data) as story:
        cohort_begins(story, data, "slack", people=people, elsewhere=ELSEWHERE)
        opened(story)
        story.press(TRAINER, "course.change")
        story.press(TRAINER, "course.session")
        story.submit(TRAINER, "course.session", day="2026-02-24", at="16:00")
        came = story.press(TRAINER, "course.session.yes")
        came += story.clock("2026-02-24T12:00:00Z")
        moved = [record for record in came if record["text_id"] == "course.moved"]
        assert sorted(record["to"] for record in moved) == sorted(people)
        small = [(each["to"], each["at"]) for each in pushed(came) if "Which small strain" in asks(each)]
        assert sorted(small) == [(who, "2026-02-24T08:00:00Z") for who in people]
        who = people[1]
        story.press(who, "push.write")
        story.submit(who, "entry", text=CANARY)
        shows_a_page(story, who)
        assert CANARY in to(TRAINER, story.press(TRAINER, "learn.shared"))["text"]


def test_who_takes_no_direct_messages_is_missed_and_sent_to_again(tmp_path: Path) -> None:
    """On Discord: nobody is written to cold; the trainer sees whom it did not reach, and it comes once."""
    data, people = tmp_path / "data", COHORT[:2]
    with staged(OnDiscord), story_in_process(data) as story:
        cohort_begins(story, data, "discord", people=people)
        who = people[0]
        story.send(do="direct", who=who, open=False)
        came = pushed(story.clock(ASKED))
        assert [record["to"] for record in came] == [people[1]]
        opened(story)
        missed = to(TRAINER, story.press(TRAINER, "missed.show"))
        assert "direct messages may be closed" in missed["text"]
        assert (who in missed["text"].casefold(), people[1] in missed["text"].casefold()) == (True, False)
        told = story.command(who, "course")
        assert any("closed" in str(record["text"]) or "direct" in str(record["text"]) for record in told)
        story.send(do="direct", who=who, open=True)
        came = pushed(story.press(TRAINER, "missed.again"))
        came += pushed(story.clock("2026-02-22T12:00:00Z"))
        assert [(record["to"], "How willing are you" in asks(record)) for record in came] == [(who, True)]


@pytest.mark.parametrize("role", ["guest", "single_channel_guest"])
def test_a_guest_of_a_workspace_joins_by_the_button_in_a_channel(tmp_path: Path, role: Role) -> None:
    """In Slack: what others learn with, and nothing that is for who looks after the workspace."""
    data = tmp_path / "data"
    with told_by(OnSlack(data)) as (story, slack):
        trains(story, data, "slack")
        published(story)
        story.command(TRAINER, "course invite", where=WHERE)
        guest = slack.hands(LEARNER).user
        guest.member.role = role
        story.room(WHERE, "join", who=LEARNER, surface="slack")
        before = [each.text for each in guest.channels[0].messages]
        card = to(LEARNER, story.press(LEARNER, "learn.join"))
        assert (card["text_id"], card["seen_by"]) == ("learn.offer", "only_you")
        story.press(LEARNER, "learn.agree")
        joined = to(LEARNER, story.submit(LEARNER, "learn", agreed="yes", **zone_asked(story, LEARNER)))
        assert joined["text_id"] == "learn.joined"
        assert [each.text for each in guest.channels[0].messages] == before
        launched(story)
        came = pushed(story.clock("2026-01-30T12:00:00Z"), LEARNER)
        assert [record["seen_by"] for record in came] == ["direct"]
        assert "push.write" in names(came[0])
        assert to(LEARNER, story.command(LEARNER, "course create"))["text_id"] != "course.which"
