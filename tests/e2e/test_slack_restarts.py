"""What was drawn in Slack outlives the house: it is pressed, chosen and sent after a restart or a kill."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bot.ports.faults import Point
from tests.e2e.platform_restarts import (
    WORDS,
    a_posted_card,
    an_answer_that_only_they_see,
    several_answers,
    what_a_mark_opens,
)
from tests.e2e.scenario_cut_off import CutOff
from tests.e2e.scenario_steps import WHO, Step, left_behind, play, settling
from tests.e2e.sim_driver import Story, staged
from tests.e2e.slack_driver import OnSlack, story_on_slack
from tests.e2e.test_scenario_6 import ON_CALL, page
from tests.e2e.test_scenario_8 import BACK, EXITS, FLOWS, KEEPING, PAUSING

MINUTE = "2026-01-05T08:01:00Z"
"""When Slack delivers anew what nobody has acknowledged: at once, then after a minute."""
Told = tuple[Story, OnSlack]


@pytest.fixture
def told(tmp_path: Path) -> Iterator[Told]:
    """Somebody who has settled, with check-ins at half past eight."""
    with story_on_slack(tmp_path / "data", operator_set={"on_call": ON_CALL}) as (story, slack):
        play(story, settling("slack"))
        yield story, slack


@pytest.mark.parametrize(
    "drawn", [a_posted_card, what_a_mark_opens, an_answer_that_only_they_see, several_answers]
)
def test_what_was_drawn_before_a_restart_is_used_after_it(
    told: Told, drawn: Callable[[Story], list[Step]]
) -> None:
    """In a message, a modal, an answer for one pair of eyes; a restart comes before each press."""
    story, _ = told
    for step in drawn(story):
        story.restart()
        assert step.until in [record["text_id"] for record in step.act(story)]


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


def test_a_kill_at_any_step_of_a_modal_loses_no_entry(tmp_path: Path) -> None:
    """From the first press to "Saved privately.": done again, the same is left as if nothing had happened.

    What was answered to nobody was kept here already. The other points:
    `tests/faults/test_platform_kills.py`.
    """
    steps = (*PAUSING, BACK, *EXITS["fresh"], KEEPING)
    with staged(OnSlack):
        cut_off = CutOff(folder=tmp_path, surface="slack", steps=steps, flows=FLOWS)
        wanted = cut_off.undisturbed()
        assert len(wanted["entries"]) == 1
        for at in range(len(steps)):
            assert cut_off.killed(at, "after_commit") == wanted, f"killed from step {at} on"


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
