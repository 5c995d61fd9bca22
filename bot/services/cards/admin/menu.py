"""Looking after an organisation: the card of those who do, and what everybody else is told."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from bot.domain.roles import Role
from bot.services.cards.plain import plain, press, row
from bot.services.cards.platforms import looks_after, platform
from bot.services.desk import Mint
from bot.surface.card import Button, Card, Fields, Reach, say

NOT_YOURS = "That is for whoever looks after Reststop here."
SEND_AGAIN = "Please send it again in a moment."
NOWHERE = "Please say `admin` in the server that it is about. Only you will see it."
SEES = "You see settings here, and never what anybody writes, or who has a notebook."
SEES_TEXTS = "You see texts here, and never what anybody writes, or who has a notebook."
SAME = "Nothing was changed."

_DESK = ("admin.review", "Review desk")
_WAYS: tuple[tuple[tuple[str, str], ...], ...] = (
    (
        ("admin.links", "Links and lines"),
        ("admin.lines", "Help lines"),
        ("admin.keeping", "How long pages stay"),
        ("admin.days", "Days and hours"),
    ),
    (
        ("admin.hush", "Pause for everybody"),
        ("admin.reviewed", "Signed texts"),
        ("admin.creating", "Circles and courses"),
        ("admin.group", "Smallest group"),
    ),
    (
        ("admin.roles", "Roles"),
        _DESK,
        ("admin.adoption", "How many use it"),
        ("admin.log", "What was changed"),
        ("admin.leaving", "Before it is removed"),
    ),
)
"""What an admin may open: rows of buttons, of which Discord takes five."""


def not_yours(surface: str) -> Card:
    """Return what is said to who holds no role for something. It asks for nothing and tells of nobody."""
    who = f"Here that is {looks_after(surface)}, and whoever was given a role."
    return Card(
        text_id="admin.not_yours",
        blocks=(say(NOT_YOURS), say(who), say("Did somebody give you a code? Type `admin CODE`.")),
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
    return plain("admin.nowhere", NOWHERE)


def menu(mint: Mint, roles: Collection[Role], facts: Sequence[tuple[str, str]]) -> Card:
    """Return what there is to look after, for the roles that somebody holds; `facts` are what is set."""
    is_admin = Role.ADMIN in roles
    ways = [row(*(press(mint, name, label) for name, label in each)) for each in _WAYS if is_admin]
    ways = ways or [row(press(mint, *_DESK), lay_down(mint))]
    return Card(
        text_id="admin.menu",
        title="Looking after Reststop here",
        blocks=(
            *((Fields(pairs=tuple(facts)),) if is_admin else ()),
            say(SEES if is_admin else SEES_TEXTS),
            *ways,
        ),
        summary="Looking after Reststop here",
        reach=Reach.PERSONAL,
    )


def done(mint: Mint, text_id: str, changed: Sequence[tuple[str, str]], *sentences: str) -> Card:
    """Return the answer to a form: what is otherwise now, and what that means.

    It is shown after the commit, so it is true.
    """
    news = Fields(pairs=tuple(changed)) if changed else say(SAME)
    return Card(
        text_id=text_id,
        blocks=(news, *(say(sentence) for sentence in sentences if changed), row(back(mint))),
        summary="It is set." if changed else SAME,
        reach=Reach.PERSONAL,
    )


def lay_down(mint: Mint) -> Button:
    """Return the way to end a role of one's own."""
    return press(mint, "role.mine", "Lay a role down")


def back(mint: Mint) -> Button:
    """Return the way back to the menu."""
    return press(mint, "command", "All settings", arg="admin")
