"""A circle from its duties to its last line, through both platforms' own libraries."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.e2e.discord_driver import OnDiscord
from tests.e2e.sim_driver import Shown, Story, told_by
from tests.e2e.slack_driver import OnSlack
from tests.e2e.test_scenario_14 import become_admin, give

ROOM = "#team"
KEEPER = "fay"


def _there(shown: list[Shown]) -> list[str]:
    """Return what came to the channel, as what it was when it came."""
    return [record["text_id"] for record in shown if record["seen_by"] == "channel" and record["text_id"]]


@pytest.mark.parametrize("driver", [OnSlack, OnDiscord])
def test_a_circle_begins_changes_rests_and_closes(tmp_path: Path, driver: type[OnSlack | OnDiscord]) -> None:
    """Each press on a card of one's own, each form after a card; the channel is told each time, once."""
    data = tmp_path / "data"
    with told_by(driver(data)) as (story, _):
        surface = "slack" if driver is OnSlack else "discord"
        become_admin(story, data, surface)
        give(story, KEEPER, "facilitator", surface)
        story.command(KEEPER, "circle create", where=ROOM)
        story.choose(KEEPER, "circle.duties", "rules", "route", "own")
        assert _there(story.submit(KEEPER, "circle", day="3", at="12:00", zone="UTC")) == ["circle.invite"]
        story.room(ROOM, "join", who="ana", surface=surface)
        [joined] = story.press("ana", "circle.join")
        assert (joined["to"], joined["text_id"]) == ("ana", "circle.joined")
        _shows(story)
        story.press(KEEPER, "circle.change")
        told = story.submit(KEEPER, "circle", day="4", at="10:00", zone="UTC", hours="Mon-Fri 9-17")
        assert sorted(_there(told)) == ["circle.invite", "circle.line"]
        _shows(story)
        story.press(KEEPER, "circle.rest")
        assert _there(story.submit(KEEPER, "circle.rest", until="in two weeks")) == ["circle.line"]
        _shows(story)
        story.press(KEEPER, "circle.go_on")
        _shows(story)
        story.press(KEEPER, "circle.close")
        closed = story.press(KEEPER, "circle.close.yes")
        closed += story.clock("2026-01-05T13:00:00Z")
        assert _there(closed) == ["circle.line"]
        assert [record["text_id"] for record in story.command("ana", "circle", where=ROOM)] == ["circle.none"]


def _shows(story: Story) -> None:
    [shown] = story.command(KEEPER, "circle", where=ROOM)
    assert shown["text_id"] == "circle.shown"
