"""The canary on Slack is not blind: each leak that is planted there is found, and found in its place."""

from __future__ import annotations

from collections.abc import Collection

import pytest

from tests.e2e.canary_story import Life
from tests.e2e.canary_watch import Watch
from tests.e2e.disk import sentence
from tests.e2e.planted_leaks import Leak
from tests.e2e.sim_driver import told_by
from tests.e2e.slack_driver import OnSlack
from tests.e2e.slack_planted_leaks import SLACK_LEAKS
from tests.e2e.slack_watch import told_to_slack
from tests.sim.slack.sim import SCOPES

WORDS, WHO = sentence("planted on slack"), "ana"


def _findings(watch: Watch, scopes: Collection[str] = SCOPES) -> list[str]:
    """Tell a short story, and return what anybody else found of the words and of the account."""
    with told_by(OnSlack(watch.home / "data", scopes=frozenset(scopes))) as (story, slack):
        life = Life(story, watch.home / "data", WHO, "slack", WORDS)
        life.arrive()
        story.say(WHO, WORDS)
        story.press(WHO, "draft.open")
        life.submit("entry", text=WORDS)
        life.read()
        story.say(WHO, WORDS)
        story.press(WHO, "draft.drop")
        story.say(WHO, WORDS)
        story.command(WHO, "settings")
        story.press(WHO, "settings.questions")
        story.command(WHO, "settings")
        story.press(WHO, "settings.change")
        life.submit("settings", days="daily", at="12:30", zone="Mars", quiet="none", region="GB")
        slack.do(slack.hands(WHO).user.open_home())
        life.export()
        found = [*watch.findings(story, WORDS), *watch.findings(story, story.id_of(WHO))]
        return [*found, *told_to_slack(slack.slack.journal, WORDS)]


@pytest.mark.parametrize("leak", SLACK_LEAKS.values(), ids=SLACK_LEAKS)
def test_a_leak_into_slack_is_found(watch: Watch, monkeypatch: pytest.MonkeyPatch, leak: Leak) -> None:
    """By the search of the long story, where it was planted."""
    leak.plant(monkeypatch)
    found = _findings(watch)
    assert [place for place in found if place.startswith(leak.place)] != []


def test_without_a_leak_nothing_is_found(watch: Watch) -> None:
    """The same short story, as it is; an export for which there is leave is the one file that has them."""
    assert _findings(watch) == []


def test_a_file_that_was_asked_for_is_the_one_exception(watch: Watch) -> None:
    """Where the workspace gave leave for files: the two files of the export, and nothing beside them."""
    assert _findings(watch, SCOPES | {"files:write"}) == ["slack: upload"] * 2
