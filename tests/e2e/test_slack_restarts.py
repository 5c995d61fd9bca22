"""What was drawn in Slack outlives the house: it is pressed, chosen and sent after a restart or a kill."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.ports.faults import Point
from tests.e2e.platform_restarts import WORDS
from tests.e2e.scenario_steps import WHO, left_behind, play, settling
from tests.e2e.sim_driver import Story, told_by
from tests.e2e.slack_driver import OnSlack
from tests.e2e.test_scenario_6 import ON_CALL, page

MINUTE = "2026-01-05T08:01:00Z"
"""When Slack delivers anew what nobody has acknowledged: at once, then after a minute."""
Told = tuple[Story, OnSlack]


@pytest.fixture
def told(tmp_path: Path) -> Iterator[Told]:
    """Somebody who has settled, with check-ins at half past eight."""
    with told_by(OnSlack(tmp_path / "data", operator_set={"on_call": ON_CALL})) as (story, slack):
        play(story, settling("slack"))
        yield story, slack


def test_the_home_outlives_a_restart(told: Told) -> None:
    """Its ways lead where they say, and it is drawn again after each."""
    story, slack = told
    story.shown += slack.do(slack.hands(WHO).user.open_home())
    story.restart()
    [form, again] = story.press(WHO, "home.write")
    assert (form["text_id"], again["seen_by"]) == ("entry", "home")
    story.restart()
    assert story.submit(WHO, "entry", text=WORDS)[0]["text"] == "Saved privately."


def test_a_way_in_outlives_a_restart(told: Told) -> None:
    """Who types a command as words gets a button, and reads behind it, for their eyes alone."""
    story, slack = told
    page(story, WORDS)
    user = slack.hands(WHO).user
    slack.do(slack.hands(WHO).say("journal last", None))
    assert WORDS not in user.screen_text()
    story.restart()
    slack.do(user.click("Open it here"))
    assert WORDS in user.modals[-1].text


@pytest.mark.parametrize("point", ["before_commit", "after_commit"])
def test_words_that_came_in_a_kill_are_taken_once(told: Told, point: Point) -> None:
    """Nobody acknowledged them, so Slack says them again a minute later: one draft is there, and not two."""
    story, _ = told
    story.kill(point)
    assert story.say(WHO, WORDS) == []
    story.restart()
    came = story.clock(MINUTE)
    assert [one["text_id"] for one in came] == (["typed"] if point == "before_commit" else [])
    left = left_behind(story)
    assert [draft["text"] for draft in left["drafts"]] == [WORDS]
