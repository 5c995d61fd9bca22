"""Words that all cards of circles and team prompts share: channels, hours, and where a terminal has none."""

from __future__ import annotations

from datetime import date

from bot.domain.circles import Setup
from bot.domain.recurrence import Occurrence, Rule
from bot.services.cards.days import next_phrase, rhythm_phrase
from bot.services.cards.plain import plain, press, row
from bot.services.cards.platforms import platform
from bot.services.desk import Mint
from bot.surface.card import Card, Reach, say


def channel(called: str) -> str:
    """Return a channel's name with its sign; where it is not known, that it is one."""
    return f"#{called}" if called else "its channel"


def rhythm(setup: Setup) -> str:
    """Return "Thursday 12:00 (Europe/Berlin)"."""
    return f"{rhythm_phrase(Rule.parse(setup.rule))} ({setup.zone})"


def comes(slot: Occurrence, today: date) -> str:
    """Return when something comes, in the middle of a sentence: "tomorrow at 12:00"."""
    said = next_phrase(slot, today)
    return said[:1].lower() + said[1:] if said.startswith(("Today", "Tomorrow")) else f"on {said}"


def no_channels() -> Card:
    """Return what is said at a terminal."""
    return plain(
        "circle.terminal", "A terminal has no channels. Circles and team prompts live in Slack or Discord."
    )


def in_a_channel(word: str) -> Card:
    """Return what is said to a word that means a channel, in somebody's own conversation."""
    return plain("circle.nowhere", f"Please type `/reststop {word}` in the channel where it is to be.")


def asking(mint: Mint, surface: str, word: str = "") -> Card:
    """Return what is said while a platform was not asked yet whether somebody looks after a workspace.

    `word` is what they typed, one press away.
    """
    said = f"I am asking {platform(surface)} whether you look after this workspace. Please try again soon."
    again = (row(press(mint, "command", "Again", arg=word.replace(" ", "+"))),) if word else ()
    return Card(text_id="circle.asking", blocks=(say(said), *again), summary=said, reach=Reach.PERSONAL)
