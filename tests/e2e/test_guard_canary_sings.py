"""The canary hears the guards, too: each leak of what they saw is found where it was planted."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from tests.e2e.canary_story import OF_OTHERS, Life
from tests.e2e.canary_watch import Watch
from tests.e2e.discord_driver import OnDiscord
from tests.e2e.discord_watch import told_to_discord
from tests.e2e.disk import sentence
from tests.e2e.guard_planted_leaks import GUARD_LEAKS
from tests.e2e.planted_leaks import Leak
from tests.e2e.sim_driver import Story, story_in_process, told_by
from tests.e2e.slack_driver import OnSlack
from tests.e2e.slack_watch import told_to_slack
from tests.sim.slack.sim import SCOPES

WORDS, WHO = sentence("planted for a guard"), "ana"
CARRIED = "a name in what a button carries"


def _life(watch: Watch, story: Story, surface: str) -> Life:
    """Tell a short story: a page with a name and words of danger, masked; a name that is let be."""
    life = Life(story, watch.home / "data", WHO, surface, WORDS)
    life.arrive()
    for text, name in (
        (f"{OF_OTHERS} {life.named} came.", "guard.mask"),
        (f"{life.named} came.", "guard.never"),
    ):
        story.command(WHO, "write")
        life.submit("entry", text=text)
        if story.shown[-1]["text_id"] == "guard.offer":  # a planted fault may stand in its way
            story.press(WHO, name)
    return life


def _findings(watch: Watch) -> list[str]:
    with story_in_process(watch.home / "data") as story:
        return watch.findings(story, _life(watch, story, "console").named)


@pytest.mark.parametrize("leak", GUARD_LEAKS.values(), ids=GUARD_LEAKS)
def test_a_leak_of_a_guard_is_found(watch: Watch, monkeypatch: pytest.MonkeyPatch, leak: Leak) -> None:
    """By the search of the long story, where it was planted."""
    leak.plant(monkeypatch)
    assert [place for place in _findings(watch) if place.startswith(leak.place)] != []


def test_without_a_leak_nothing_is_found(watch: Watch) -> None:
    """The same short story, as it is."""
    assert _findings(watch) == []


@contextmanager
def _told_to(watch: Watch, surface: str) -> Iterator[list[str]]:
    """Tell the same on a platform; return which of its places were given the name."""
    if surface == "slack":
        with told_by(OnSlack(watch.home / "data", scopes=SCOPES)) as (story, slack):
            yield told_to_slack(slack.slack.journal, _life(watch, story, surface).named)
    else:
        with told_by(OnDiscord(watch.home / "data")) as (told, discord):
            yield told_to_discord(discord.discord.journal, _life(watch, told, surface).named)


@pytest.mark.parametrize(
    ("surface", "place"), [("slack", "slack: ack:interactive"), ("discord", "in a custom_id")]
)
def test_a_name_that_a_platform_would_keep_is_found(
    watch: Watch, monkeypatch: pytest.MonkeyPatch, surface: str, place: str
) -> None:
    """What a button carries is the platform's, though its owner alone reads the card."""
    GUARD_LEAKS[CARRIED].plant(monkeypatch)
    with _told_to(watch, surface) as found:
        assert [one for one in found if place in one] != []
