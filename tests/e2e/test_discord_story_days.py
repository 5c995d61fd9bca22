"""Days on Discord: a server, shut direct messages, another zone, words taken back, files, a lost line."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.discord_driver import OnDiscord
from tests.e2e.disk import rows
from tests.e2e.scenario_steps import WHO, play, settling
from tests.e2e.sim_driver import Story, told_by

WORDS = "quietly yesterday seventeen lanterns drifted homeward"
BEN = "ben"
OPENED = "POST /users/@me/channels"
POSTED = "POST /channels/*/messages"
Told = tuple[Story, OnDiscord]


@pytest.fixture(name="told")
def _told(tmp_path: Path) -> Iterator[Told]:
    """Somebody with check-ins at half past eight, UTC."""
    with told_by(OnDiscord(tmp_path / "data")) as (story, discord):
        play(story, settling("discord"))
        yield story, discord


def test_a_server_shows_nobody_who_uses_it(told: Told) -> None:
    """Commands typed in a channel are answered to one person; whoever else is there sees nothing at all."""
    story, discord = told
    story.command(BEN, "help")
    before = len(discord.hands(BEN).seen)
    story.command(WHO, "write")
    story.submit(WHO, "entry", text=WORDS)
    story.command(WHO, "journal last")
    story.clock("2026-01-05T08:30:00Z")
    assert WORDS in discord.hands(WHO).user.screen_text()
    assert discord.hands(BEN).seen[before:] == []


def test_a_conversation_opens_with_what_is_written_there_and_once(told: Told) -> None:
    """Not for a look around; it is remembered with the door, so that no start of the house opens it again."""
    story, discord = told
    journal = discord.discord.journal
    assert len(journal.calls(OPENED)) == 1
    story.command(BEN, "help")
    assert len(journal.calls(OPENED)) == 1
    story.command(BEN, "start", surface="discord")
    story.press(BEN, "consent.yes")
    assert len(journal.calls(OPENED)) == 2
    story.restart()
    assert [one["text_id"] for one in story.clock("2026-01-05T08:30:00Z")] == ["checkin"]
    assert len(journal.calls(OPENED)) == 2


def test_who_takes_no_messages_is_told_and_has_theirs_again_later(told: Told) -> None:
    """Nothing is sent again and again; whoever asks for a check-in reads why none can be sent."""
    story, discord = told
    hands = discord.hands(WHO)
    story.send(do="direct", who=WHO, open=False)
    assert story.clock("2026-01-05T09:00:00Z") == []
    tried = len(discord.discord.journal.calls(POSTED))
    discord.do(hands.command("checkin"))
    assert "closed to me" in hands.user.whispers[-1].text
    assert len(discord.discord.journal.calls(POSTED)) == tried + 1
    story.send(do="direct", who=WHO, open=True)
    assert [one["at"] for one in story.clock("2026-01-07T09:00:00Z")] == ["2026-01-07T08:30:00Z"]


def test_a_zone_that_is_named_is_asked_about_once_and_goes_along(told: Told) -> None:
    """With `settings`, as Discord tells none; the check-in comes at the same hour by the clocks there."""
    story, discord = told
    ana = discord.hands(WHO)
    story.shown += discord.do(ana.command("settings", zone="America/New_York"))
    came = story.clock("2026-01-05T13:00:00Z")
    assert [one["text_id"] for one in came] == ["checkin", "zone.offer"]
    [moved] = story.press(WHO, "zone.move")
    assert moved["text"] == "America/New_York it is.\n\nNext: Wednesday 7 January at 08:30."
    assert [one["at"] for one in story.clock("2026-01-07T14:00:00Z")] == ["2026-01-07T13:30:00Z"]


def test_a_long_page_is_read_whole(told: Told) -> None:
    """In as many answers as it takes, one below the other, and none of them stays."""
    story, discord = told
    long = "\n\n".join(f"{WORDS} {'*and* so on ' * 24}".strip() for _ in range(11))
    story.command(WHO, "write")
    story.submit(WHO, "entry", text=long)
    before = len(discord.hands(WHO).user.whispers)
    [read] = story.command(WHO, "journal last")
    assert read["seen_by"] == "reading"
    assert len(discord.hands(WHO).user.whispers) == before + 2
    assert WORDS not in "".join(message.text for message in discord.hands(WHO).user.posts)


def test_files_go_to_one_person_and_are_taken_back(told: Told) -> None:
    """Into their own conversation, and they are taken out of it again by themselves."""
    story, discord = told
    story.command(WHO, "export")
    story.press(WHO, "export.make")
    assert len(discord.hands(WHO).user.files) == 2
    story.clock("2026-01-12T08:00:00Z")
    assert discord.hands(WHO).user.files == []


def test_a_shard_that_lost_its_line_misses_nothing(told: Told) -> None:
    """What was said while nobody listened comes when the session is taken up again."""
    story, discord = told
    gateway = discord.discord.gateway
    before = gateway.resumed
    discord.do(_dropped(discord))
    assert [record["text_id"] for record in story.say(WHO, WORDS)] == ["typed"]
    assert gateway.resumed == before + 1


def test_erased_at_one_leaves_nothing_of_them(told: Told, tmp_path: Path) -> None:
    """No row and no key, and whoever presses what still stands there is new."""
    story, _ = told
    story.clock("2026-01-05T08:30:00Z")
    story.command(WHO, "erase")
    story.press(WHO, "erase.ask")
    story.press(WHO, "erase.confirm")
    left = rows(tmp_path / "data")
    assert [left["reststop.db:people"], left["reststop.db:doors"], left["keys.db:keys"]] == [set()] * 3
    [stale] = story.scale(WHO, "checkin.energy", 4)
    assert stale["text_id"] == "consent"


async def _dropped(discord: OnDiscord) -> None:
    """Cut every line, and wait until somebody listens again."""
    discord.discord.gateway.drop(resumable=True)
    await discord.discord.connected()
