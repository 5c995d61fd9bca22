"""The life of the canary, on Slack: its words stand before their writer in modals, and nowhere else.

That a leak would be found is shown by planting some: `tests/e2e/test_slack_canary_sings.py`.
"""

from __future__ import annotations

from tests.e2e.canary_story import CHOSEN, FLOW, MESSAGE, Life
from tests.e2e.canary_watch import Watch
from tests.e2e.disk import found_in, hits, sentence
from tests.e2e.sim_driver import told_by
from tests.e2e.slack_driver import OnSlack
from tests.e2e.slack_watch import VIEWS, shown_in_modals, told_to_slack
from tests.e2e.test_canary import what_stands_for_them, where
from tests.sim.slack.sim import SCOPES

MUCH = " and so on" * 290
"""As much as Slack lets somebody type into an empty page."""
BEN = "ben"


def _of_others(slack: OnSlack, text: str) -> list[str]:
    """Return what somebody else in the workspace could read of a text."""
    return [seen for seen in slack.hands(BEN).user.seen if found_in(seen.encode(), text)]


def test_nothing_that_was_written_is_told_to_slack_but_in_modals(watch: Watch) -> None:
    """Through the whole product, with kills, restarts and copies; no message, Home or metadata has a word."""
    data = watch.home / "data"
    words, who = sentence("on slack"), "ana"
    with told_by(OnSlack(data, scopes=SCOPES)) as (story, slack):
        life = Life(story, data, who, "slack", words, too_much=MUCH)
        story.command(BEN, "help")
        account = story.id_of(who)

        def look() -> None:
            ts = slack.hands(who).said[MESSAGE].ts
            own = (words, life.named)
            assert [told_to_slack(slack.slack.journal, text) for text in own] == [[], []]
            assert [watch.findings(story, text) for text in (*own, account)] == [[]] * 3
            assert [hits(watch.home, text) for text in (*CHOSEN, FLOW, ts)] == [[]] * 5
            assert [_of_others(slack, text) for text in own] == [[], []]

        life.whole(watch.home, look)
        marks = what_stands_for_them(data)
        life.leave()
        look()
        story.restart()
        assert story.clock("2026-03-22T12:00:00Z") == []
        assert set(shown_in_modals(slack.slack.journal, words)) & VIEWS
    look()
    assert [where(data, mark) for mark in marks] == [[]] * len(marks)
