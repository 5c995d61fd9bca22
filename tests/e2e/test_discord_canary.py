"""The life of the canary, on Discord: its words are before their writer alone, in no message that stays.

That a leak would be found is shown by planting some: `tests/e2e/test_discord_canary_sings.py`.
"""

from __future__ import annotations

from tests.e2e.canary_story import CHOSEN, FLOW, MESSAGE, Life
from tests.e2e.canary_watch import Watch
from tests.e2e.discord_driver import OnDiscord
from tests.e2e.discord_watch import shown_in_private, told_to_discord
from tests.e2e.disk import found_in, hits, sentence
from tests.e2e.sim_driver import told_by
from tests.e2e.test_canary import what_stands_for_them, where

MUCH = " and so on" * 390
"""As much as Discord lets somebody type into an empty page."""
BEN = "ben"
PRIVATE = {
    "POST /interactions/{interaction}/{token}/callback",
    "POST /webhooks/{application}/{token}",
    "PATCH /webhooks/{application}/{token}/messages/{message}",
}
"""Where what only one person sees is shown: by the right to answer what they did."""


def _of_others(discord: OnDiscord, text: str) -> list[str]:
    """Return what somebody else in the server could read of a text."""
    return [seen for seen in discord.hands(BEN).seen if found_in(seen.encode(), text)]


def test_nothing_that_was_written_is_told_to_discord_but_in_private(watch: Watch) -> None:
    """Through the whole product, with kills, restarts and copies; no message, id or address has a word."""
    data = watch.home / "data"
    words, who = sentence("on discord"), "ana"
    with told_by(OnDiscord(data)) as (story, discord):
        life = Life(story, data, who, "discord", words, too_much=MUCH)
        story.command(BEN, "help")
        account = story.id_of(who)

        def look() -> None:
            message, direct = discord.hands(who).said[MESSAGE], discord.hands(who).user.direct
            assert direct is not None
            texts = (words, life.named, account, direct.id)
            assert [told_to_discord(discord.discord.journal, text) for text in texts[:2]] == [[], []]
            assert [watch.findings(story, text) for text in texts] == [[]] * 4
            assert [hits(watch.home, text) for text in (*CHOSEN, FLOW, message.id)] == [[]] * 5
            assert [_of_others(discord, text) for text in texts[:2]] == [[], []]

        life.whole(watch.home, look)
        marks = what_stands_for_them(data)
        life.leave()
        look()
        story.restart()
        assert story.clock("2026-03-22T12:00:00Z") == []
        shown = shown_in_private(discord.discord.journal, words)
        assert shown
        assert shown <= PRIVATE
    look()
    assert [where(data, mark) for mark in marks] == [[]] * len(marks)
