"""What a learner writes in a course is given to a platform only where one reads it: they, or a trainer.

Also which step of a scale somebody tapped, and what was chosen, stand in no message that stays.
"""

from __future__ import annotations

from pathlib import Path

from tests.e2e.discord_driver import OnDiscord
from tests.e2e.discord_watch import shown_in_private, told_to_discord
from tests.e2e.disk import hits, sentence
from tests.e2e.scenario_course import COHORT, TRAINER, answers_open, cohort_begins, shows_a_page, to
from tests.e2e.sim_driver import Story, told_by
from tests.e2e.slack_driver import OnSlack
from tests.e2e.slack_watch import VIEWS, shown_in_modals, told_to_slack
from tests.e2e.test_discord_canary import PRIVATE
from tests.e2e.test_scenario_12 import ASKED


def _learn_and_show(story: Story, data: Path, surface: str, words: str) -> None:
    """Let somebody answer, show the page to their trainer, who reads it, and take it back."""
    who = COHORT[0]
    cohort_begins(story, data, surface, people=COHORT[:2])
    came = story.clock(ASKED)
    assert len(came) == len(COHORT[:2])
    [noted] = story.scale(who, "push.answer", 7)
    assert (noted["kind"], "7 of 10" in str(noted)) == ("replace", False)
    answers_open(story, who, words)
    story.press(who, "push.write")
    story.submit(who, "entry", text=f"{words} once more")
    shows_a_page(story, who, "small strain")
    read = to(TRAINER, story.press(TRAINER, "learn.shared"))
    assert (words in read["text"], read["seen_by"]) == (True, "reading")
    story.press(who, "learn.unshow")


def test_slack_is_given_a_learners_words_in_modals_alone(tmp_path: Path) -> None:
    """Their own, and the one in which a trainer reads what is shown."""
    data, words = tmp_path / "data", sentence("course on slack")
    with told_by(OnSlack(data)) as (story, slack):
        _learn_and_show(story, data, "slack", words)
        journal = slack.slack.journal
        assert set(shown_in_modals(journal, words)) & VIEWS
        assert told_to_slack(journal, words) == []
        assert told_to_slack(journal, "7 of 10") == []
    assert hits(tmp_path, words) == []


def test_discord_is_given_a_learners_words_in_private_alone(tmp_path: Path) -> None:
    """In answers that one person sees, and in forms; no message has a word."""
    data, words = tmp_path / "data", sentence("course on discord")
    with told_by(OnDiscord(data)) as (story, discord):
        _learn_and_show(story, data, "discord", words)
        journal = discord.discord.journal
        assert told_to_discord(journal, words) == []
        assert told_to_discord(journal, "7 of 10") == []
        assert (shown := shown_in_private(journal, words))
        assert shown <= PRIVATE
    assert hits(tmp_path, words) == []
