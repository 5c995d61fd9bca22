"""A team's question in a channel of a server, through discord.py: once a week, and one button stops it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.discord_driver import OnDiscord
from tests.e2e.sim_driver import Story, told_by

ROOM = "#team"
TUESDAYS = ("2026-01-06T09:30:00Z", "2026-01-13T09:30:00Z")


@pytest.fixture
def told(tmp_path: Path) -> Iterator[tuple[Story, OnDiscord]]:
    """Ana looks after the server, and begins the question in its channel."""
    with told_by(OnDiscord(tmp_path / "data")) as (story, discord):
        discord.hands("ana").user.manage(discord.discord.guild())
        [opened] = story.command("ana", "team prompt", where=ROOM)
        story.submit("ana", opened["form"]["name"], zone="UTC")
        yield story, discord
        assert discord.discord.core.complaints == []


def posted(discord: OnDiscord) -> list[str]:
    """Return what stands in the channels of the server."""
    return [message.text for message in discord.discord.guild().messages]


def test_it_comes_each_week_and_is_stopped_by_its_button(told: tuple[Story, OnDiscord]) -> None:
    """By who looks after the server; somebody else who presses is answered alone, and it goes on."""
    story, discord = told
    story.clock(TUESDAYS[0])
    assert len(posted(discord)) == 1
    answered = story.press("ben", "team.stop")
    assert {each["to"] for each in answered} == {"ben"}
    story.clock(TUESDAYS[1])
    assert len(posted(discord)) == 2
    story.press("ana", "team.stop")
    assert [("Stop this" in words) for words in posted(discord)] == [True, False]
    story.clock("2026-02-03T09:30:00Z")
    assert len(posted(discord)) == 2
    direct = discord.hands("ben").user.direct
    assert direct is None
    assert discord.hands("ben").user.errors == []


def test_a_house_that_ends_between_posting_and_noting_posts_once(told: tuple[Story, OnDiscord]) -> None:
    """It looks whether its message stands there, and says nothing a second time."""
    story, discord = told
    story.kill("after_send")
    story.clock(TUESDAYS[0])
    story.restart()
    story.clock("2026-01-06T10:30:00Z")
    assert len(posted(discord)) == 1
    story.clock(TUESDAYS[1])
    assert len(posted(discord)) == 2


def test_a_channel_that_closes_is_told_to_who_began_it_once(told: tuple[Story, OnDiscord]) -> None:
    """In her own conversation, and nothing is posted elsewhere; when it is open again, the next one comes."""
    story, discord = told
    story.room(ROOM, "no_rights")
    heard = [each for day in TUESDAYS for each in story.clock(day)]
    assert posted(discord) == []
    assert [each["to"] for each in heard] == ["ana"]
    story.room(ROOM, "open")
    story.clock("2026-01-20T09:30:00Z")
    assert len(posted(discord)) == 1
