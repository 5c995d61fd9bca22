"""What of somebody's words Discord was given, and in which of its places."""

from __future__ import annotations

from tests.e2e.disk import found_in
from tests.sim.discord.journal import RequestJournal
from tests.sim.discord.leaks import exposed


def told_to_discord(journal: RequestJournal, text: str) -> list[str]:
    """Return each place of Discord that was given a text, in whatever disguise, and is not theirs alone.

    Ephemeral answers and modals are before their owner alone. A file that was asked for is not looked into.
    """
    return [
        f"discord: {entry.route}, {place}"
        for entry in journal
        for place, told in exposed(entry)
        if found_in(told.encode(), text)
    ]


def shown_in_private(journal: RequestJournal, text: str) -> set[str]:
    """Return the routes by which a text was shown to its owner, but for files."""
    return {entry.route for entry in journal if not entry.files and found_in(entry.raw, text)}
