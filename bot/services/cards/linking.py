"""One notebook behind two doors: the code, what a yes to it means, and each way in which it is none."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from bot.services.cards.plain import plain, press, row
from bot.services.cards.platforms import at, at_start, platform, seen_at
from bot.services.desk import Mint
from bot.surface.capabilities import Capabilities
from bot.surface.card import Button, Card, Fields, Reach, aside, say

CODE_HOLDS = 10
"""Minutes in which a code can be used."""


def code(text: str) -> Card:
    """Return a code. Whoever reads it in time could use it: it stands in no message that stays."""
    return Card(
        text_id="link.code",
        title="A second way to your notebook",
        blocks=(
            Fields(pairs=(("Code", text),)),
            say(
                f"Bring it from your other account within {CODE_HOLDS} minutes: `/reststop link {text}` in a "
                f"chat, `link {text}` in a terminal. It holds once."
            ),
            say("Whoever brings it opens your notebook, so it is for you alone."),
        ),
        summary="A second way to your notebook",
        reach=Reach.SEALED,
    )


def confirm(mint: Mint, subject: UUID, surface: str, capabilities: Capabilities) -> Card:
    """Return what will be one, and what this platform sees, before the yes."""
    forms = "What you write in a form reaches me without leaving a message."
    return Card(
        text_id="link.confirm",
        title="One notebook, here too",
        blocks=(
            say(
                "This account will open the notebook that the code is from: its pages, plans and settings, "
                "and one check-in at one hour, not two."
            ),
            say(f"{seen_at(surface)} {forms}" if capabilities.hosted else seen_at(surface)),
            say("Did somebody else give you this code? Then please say no: they would read what you write."),
            row(press(mint, "link.yes", "Yes, link", subject), press(mint, "link.no", "Not now", subject)),
        ),
        summary="One notebook, here too",
        reach=Reach.PERSONAL,
    )


def linked(surface: str, comes_by: str) -> Card:
    """Return the answer to the yes: it is shown after the commit, so it is true."""
    where = at_start(at(platform(comes_by)))
    stays = f" {where} check-ins come as before; `settings` can change that." if comes_by else ""
    return Card(
        text_id="link.linked",
        blocks=(
            say(f"Linked: {platform(surface)} opens your notebook too now.{stays}"),
            aside("`unlink` takes a way away again, from either side."),
        ),
        summary="Linked.",
        reach=Reach.PERSONAL,
    )


def with_offer(mint: Mint, card: Card) -> Card:
    """Return a card with the one offer at its end that a second account can open the notebook too."""
    press = Button(ref=mint("command", None, "link"), name="link.take", label="Take it with you")
    said = aside("Your notebook can come along if you leave this workplace: `link`.")
    return replace(card, blocks=(*card.blocks, said, row(press)))


def not_linked() -> Card:
    """Return the answer to "Not now"."""
    return plain("link.no", "Fine. Nothing was linked.")


def wrong() -> Card:
    """Return what is said to a code that is none."""
    return plain("link.wrong", "I don't know that code. `link` in the other place makes a new one.")


def expired() -> Card:
    """Return what is said to a code that comes too late."""
    return plain(
        "link.expired",
        f"That code is past its {CODE_HOLDS} minutes. `link` in the other place makes a new one.",
    )


def used() -> Card:
    """Return what is said to a code that was used."""
    return plain("link.used", "That code was used already. `link` in the other place makes a new one.")


def own_code() -> Card:
    """Return what is said to a code that comes back to where it was made."""
    return plain("link.own", "That code is from here. Bring it from your other account.")


def is_linked() -> Card:
    """Return what is said where the account opens this notebook already."""
    return plain("link.already", "This account opens that notebook already.")


def tried_often() -> Card:
    """Return what is said after several wrong codes."""
    return plain("link.wait", "Several codes were wrong. Please wait ten minutes before the next.")


def full(most: int) -> Card:
    """Return what is said where there are as many ways as there may be."""
    return plain("link.full", f"{most} accounts open that notebook, and more cannot. `unlink` makes room.")


def two_notebooks() -> Card:
    """Return what is said where this account has a notebook of its own: which stays is its owner's to say."""
    return Card(
        text_id="link.two",
        title="There are two notebooks",
        blocks=(
            say("This account has a notebook of its own. Two are never made one, and nothing was changed."),
            say(
                "To keep the one that the code is from: take this one along with `export`, remove it with "
                "`erase`, both here, and then bring a new code."
            ),
            say("To keep this one: `erase` the other one there, say `link` here, and bring that code there."),
        ),
        summary="There are two notebooks",
        reach=Reach.PERSONAL,
    )
