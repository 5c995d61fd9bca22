"""The canary on Discord is not blind: each leak that is planted there is found, and found in its place."""

from __future__ import annotations

import pytest

from tests.e2e.canary_story import Life
from tests.e2e.canary_watch import Watch
from tests.e2e.discord_driver import OnDiscord
from tests.e2e.discord_planted_leaks import DISCORD_LEAKS
from tests.e2e.discord_watch import told_to_discord
from tests.e2e.disk import sentence
from tests.e2e.planted_leaks import Leak
from tests.e2e.sim_driver import told_by

WORDS, WHO = sentence("planted on discord"), "ana"


def _findings(watch: Watch) -> list[str]:
    """Tell a short story, and return what anybody else found of the words and of the account."""
    with told_by(OnDiscord(watch.home / "data")) as (story, discord):
        life = Life(story, watch.home / "data", WHO, "discord", WORDS)
        life.arrive()
        story.say(WHO, WORDS)
        story.press(WHO, "draft.open")
        life.submit("entry", text=WORDS)
        life.read()
        story.say(WHO, WORDS)
        story.press(WHO, "draft.drop")
        life.export()
        found = [*watch.findings(story, WORDS), *watch.findings(story, story.id_of(WHO))]
        return [*found, *told_to_discord(discord.discord.journal, WORDS)]


@pytest.mark.parametrize("leak", DISCORD_LEAKS.values(), ids=DISCORD_LEAKS)
def test_a_leak_into_discord_is_found(watch: Watch, monkeypatch: pytest.MonkeyPatch, leak: Leak) -> None:
    """By the search of the long story, where it was planted."""
    leak.plant(monkeypatch)
    found = _findings(watch)
    assert [place for place in found if place.startswith(leak.place)] != []


def test_without_a_leak_nothing_is_found(watch: Watch) -> None:
    """The same short story, as it is."""
    assert _findings(watch) == []
