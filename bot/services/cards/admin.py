"""Looking after an organisation: the card of those who do, and what everybody else is told."""

from __future__ import annotations

from collections.abc import Collection

from bot.domain.roles import Role
from bot.services.cards.plain import plain, press, row
from bot.services.cards.platforms import looks_after, platform
from bot.services.desk import Mint
from bot.surface.card import Card, Reach, say

NOT_YOURS = "That is for whoever looks after Reststop here."
SEND_AGAIN = "Please send it again in a moment."


def not_yours(surface: str) -> Card:
    """Return what is said to who holds no role for something. It asks for nothing and tells of nobody."""
    who = f"That is {looks_after(surface)}, and those who were given a role."
    return Card(
        text_id="admin.not_yours",
        blocks=(say(NOT_YOURS), say(who), say("Did somebody give you a code? `admin CODE` brings it.")),
        summary=NOT_YOURS,
        reach=Reach.PERSONAL,
    )


def asking(mint: Mint, surface: str) -> Card:
    """Return what is said while the platform was not asked yet whether somebody looks after a workspace."""
    said = f"I am asking {platform(surface)} whether you look after this workspace."
    return Card(
        text_id="admin.asking",
        blocks=(say(said), row(press(mint, "command", "Look again", arg="admin"))),
        summary=said,
        reach=Reach.PERSONAL,
    )


def nowhere() -> Card:
    """Return what is said where nothing tells which organisation is meant."""
    return plain("admin.nowhere", "Please say `admin` in the server that it is about. Only you will see it.")


def menu(mint: Mint, roles: Collection[Role]) -> Card:
    """Return what there is to look after, for the roles that somebody holds."""
    buttons = (press(mint, "admin.roles", "Roles"),) if Role.ADMIN in roles else ()
    return Card(
        text_id="admin.menu",
        title="Looking after Reststop here",
        blocks=(say("You see settings here, and never what anybody writes."), row(*buttons)),
        summary="Looking after Reststop here",
        reach=Reach.PERSONAL,
    )
