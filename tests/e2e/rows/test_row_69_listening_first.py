"""Listening is not queuing to speak: a round asks for hearing first, and advice waits to be wished for."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.domain.rounds import DEFAULT_ROUND, NOTHING_CHOSEN, RoundTemplate, Wish
from tests.e2e.sim_driver import Shown, Story, story_in_process
from tests.e2e.test_scenario_14 import HOSTED, become_admin
from tests.made_once import our_library

WHERE = "#team"
KEEPER = "ada"
"""She looks after the workspace, and after the circle."""
PEERS = ("ana", "ben", "cy", "dot")
ROUNDS = our_library().rounds()
WITHOUT = "without advice"


def _round_opens(story: Story, data: Path, surface: str) -> list[Shown]:
    """Let a circle begin and its first round open, with all that nobody chose left as it stands."""
    become_admin(story, data, surface)
    story.command(KEEPER, "circle create", where=WHERE)
    story.choose(KEEPER, "circle.duties", "rules", "route", "own")
    story.submit(KEEPER, "circle", day="3", at="12:00", zone="UTC")
    for who in PEERS:
        story.room(WHERE, "join", who=who, surface=surface)
        story.press(who, "circle.join")
    return [record for record in story.clock("2026-01-08T12:00:00Z") if record["to"] is None]


def _shared(story: Story, who: str, **values: object) -> str:
    """Let somebody share something, and return how that stands in the channel."""
    story.press(who, "share.open")
    shown = story.submit(who, "share", text="The week was long.", **values)
    [posted] = [record for record in shown if record["to"] is None]
    return str(posted["text"])


def _asked(story: Story, who: str) -> str:
    """Return what the form says with which somebody would answer the last share."""
    [opened] = [record for record in story.press(who, "answer.open") if record["form"]]
    return str(opened["form"]["intro"])


@pytest.mark.parametrize("template", ROUNDS, ids=[each.id for each in ROUNDS])
def test_each_round_has_listening_as_what_holds(template: RoundTemplate) -> None:
    """To be heard is what holds where nothing was chosen; the rules say so, and so do the first words."""
    assert template.wishes[0].name == NOTHING_CHOSEN.value == Wish.HEARD.value
    assert [Wish(each.name) for each in template.wishes] == [Wish.HEARD, Wish.KNOWN, Wish.IDEA]
    assert any("Advice only if someone asks for it." in rule for rule in template.rules)
    assert template.starters[0] == "What I hear is"


def test_the_round_that_is_offered_first_is_one_of_them() -> None:
    """A facilitator who chooses nothing gets it."""
    assert our_library().round(DEFAULT_ROUND) in ROUNDS


@pytest.mark.parametrize("surface", HOSTED)
def test_no_advice_is_what_holds_where_nobody_chose(tmp_path: Path, surface: str) -> None:
    """The rule stands at the opening, the wish below the share, and the form asks what was heard."""
    with story_in_process(tmp_path / "data") as story:
        [opening] = _round_opens(story, tmp_path / "data", surface)
        assert "Listen first" in opening["text"]
        assert "Advice only if someone asks for it" in opening["text"]
        assert "Only hear me." in _shared(story, "ana")
        assert WITHOUT in _asked(story, "ben")


@pytest.mark.parametrize("surface", HOSTED)
def test_advice_is_welcome_only_where_somebody_asks_for_it(tmp_path: Path, surface: str) -> None:
    """And there, too, hearing comes first."""
    with story_in_process(tmp_path / "data") as story:
        _round_opens(story, tmp_path / "data", surface)
        assert "Tell me if you know it too." in _shared(story, "ana", wish="known")
        assert WITHOUT in _asked(story, "ben")
        assert "One idea please." in _shared(story, "cy", wish="idea")
        asked = _asked(story, "ben")
        assert WITHOUT not in asked
        assert asked.index("heard") < asked.index("idea is welcome")
