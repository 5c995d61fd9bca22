"""What somebody has before them on a platform when a restart comes, and what they do with it then."""

from __future__ import annotations

from collections.abc import Mapping

from tests.e2e.discord_driver import OnDiscord
from tests.e2e.scenario_steps import WHO, Step, chooses, presses, writes
from tests.e2e.sim_driver import Staging, Story
from tests.e2e.slack_driver import OnSlack
from tests.e2e.test_scenario_6 import OTHER, page

PLATFORMS: Mapping[str, Staging] = {"slack": OnSlack, "discord": OnDiscord}
WORDS = "quietly yesterday seventeen lanterns drifted homeward"


def a_posted_card(story: Story) -> list[Step]:
    """The message of a check-in: a scale, a way to write, a way out."""
    story.clock("2026-01-05T08:30:00Z")
    return [
        Step(act=lambda story: story.scale(WHO, "checkin.connection", 4), until="checkin"),
        presses("checkin.write", "entry"),
        writes("entry", "entry.saved", text=WORDS),
        presses("checkin.skip", "checkin.passed"),
    ]


def what_a_mark_opens(story: Story) -> list[Step]:
    """What a low mark opens: a card for their eyes alone, its buttons, and the form behind one."""
    story.clock("2026-01-05T08:30:00Z")
    story.scale(WHO, "checkin.energy", 1)
    return [
        presses("gentle.self_compassion", "gentle.kind"),
        chooses("gentle.prompt", "own_words", until="entry"),
        writes("entry", "entry.saved", text=WORDS),
    ]


def an_answer_that_only_they_see(story: Story) -> list[Step]:
    """The settings, which came as the answer to a command."""
    story.command(WHO, "settings")
    return [
        presses("settings.questions", "questions"),
        presses("questions.change", "questions.form"),
        writes("questions", "questions", third_mark="load", longest="10min"),
    ]


def several_answers(story: Story) -> list[Step]:
    """A menu of several, below the lines that it asks about."""
    page(story, OTHER)
    return [chooses("danger.about", "me", "supported", until="danger.said")]
