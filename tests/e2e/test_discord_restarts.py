"""What stands on Discord outlives the house: it is pressed, chosen and sent after a restart or a kill."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.ports.faults import Point
from tests.e2e.discord_driver import OnDiscord
from tests.e2e.platform_restarts import WORDS
from tests.e2e.scenario_steps import WHO, left_behind, play, settling
from tests.e2e.sim_driver import Story, told_by
from tests.e2e.test_scenario_6 import ON_CALL, page

Told = tuple[Story, OnDiscord]


@pytest.fixture
def told(tmp_path: Path) -> Iterator[Told]:
    """Somebody who has settled, with check-ins at half past eight."""
    with told_by(OnDiscord(tmp_path / "data", operator_set={"on_call": ON_CALL})) as (story, discord):
        play(story, settling("discord"))
        yield story, discord


def test_a_form_that_was_open_through_a_restart_is_taken(told: Told) -> None:
    """Discord keeps it on the screen, and what is sent of it is all that is needed."""
    story, _ = told
    story.command(WHO, "write")
    story.restart()
    assert story.submit(WHO, "entry", text=WORDS)[0]["text"] == "Saved privately."
    assert [entry["text"] for entry in left_behind(story)["entries"]] == [WORDS]


def test_what_a_form_held_is_before_its_writer_though_it_was_refused_after_a_restart(told: Told) -> None:
    """How it was drawn is not known any more: the words come back to be copied, and the form opens anew."""
    story, discord = told
    hands = discord.hands(WHO)
    story.command(WHO, "settings")
    story.press(WHO, "settings.change")
    story.restart()
    [refused] = story.submit(WHO, "settings", days="daily", at="12:30", zone="Mars", quiet="none")
    assert refused["kind"] == "errors"
    assert hands.user.modal is None
    [*_, given_back] = hands.user.whispers
    assert "Mars" in given_back.text
    assert "Again" not in given_back.text
    story.command(WHO, "settings")
    [form] = story.press(WHO, "settings.change")
    assert form["text_id"] == "settings.form"


def test_a_refused_form_opens_again_with_all_that_was_typed(told: Told) -> None:
    """Its button stands on an answer that only they see; without a restart nothing has to be copied."""
    story, discord = told
    hands = discord.hands(WHO)
    story.command(WHO, "settings")
    story.press(WHO, "settings.change")
    wish = {"days": "daily", "at": "12:30", "zone": "Mars", "quiet": "none", "region": "GB"}
    [refused] = story.submit(WHO, "settings", **wish)
    assert refused["kind"] == "errors"
    assert hands.user.modal is not None  # the button was pressed
    assert "Mars" in hands.user.modal.text
    [changed] = story.submit(WHO, "settings", zone="UTC")
    assert changed["text"].startswith("Every day 12:30, UTC")


def test_a_way_in_outlives_a_restart(told: Told) -> None:
    """Who types a command as words gets a button, and reads behind it, for their eyes alone."""
    story, discord = told
    page(story, WORDS)
    hands = discord.hands(WHO)
    discord.do(hands.say("journal last", None))
    assert WORDS not in hands.user.screen_text()
    story.restart()
    discord.do(hands.user.press("Open it here"))
    assert WORDS in hands.user.whispers[-1].text


def test_what_was_kept_for_their_eyes_is_gone_after_a_restart_and_help_is_not(told: Told) -> None:
    """A card about somebody's safety that could only be kept in memory: the way to help stands beside it."""
    story, discord = told
    hands = discord.hands(WHO)
    discord.do(hands.say("I want to die and I have clinic at nine.", None))
    *_, line, _ = hands.user.posts  # below it stands whether the words are to be kept
    story.restart()
    discord.do(hands.user.press("Open it here", on=line))
    assert hands.user.whispers[-1].text.startswith("That has gone by now.")
    discord.do(hands.user.press("Help now", on=line))
    assert "999" in hands.user.whispers[-1].text


@pytest.mark.parametrize(("point", "kept"), [("before_commit", []), ("after_commit", [WORDS])])
def test_words_that_came_in_a_kill_stand_where_they_were_written(
    told: Told, point: Point, kept: list[str]
) -> None:
    """Discord says them to nobody again. They are kept once or not at all, and said again they are taken."""
    story, discord = told
    story.kill(point)
    assert story.say(WHO, WORDS) == []
    story.restart()
    assert story.clock("2026-01-05T08:01:00Z") == []
    assert [draft["text"] for draft in left_behind(story)["drafts"]] == kept
    assert WORDS in discord.hands(WHO).user.screen_text()
    assert [record["text_id"] for record in story.say(WHO, WORDS)] == ["typed"]
