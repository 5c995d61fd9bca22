"""Before Reststop is removed from an organisation: what happens then, and telling everybody first."""

from __future__ import annotations

from bot.domain.organisations import KEPT_DAYS
from bot.services.cards.admin.menu import back
from bot.services.cards.plain import press, row
from bot.services.cards.platforms import tells_of_leaving
from bot.services.desk import Mint
from bot.surface.card import Block, Card, Reach, say

_TITLE = "Before Reststop is removed here"
_WITH_EVERYBODY = (
    "When Reststop is removed here, check-ins stop and nothing more is sent. Everything is kept for "
    f"{KEPT_DAYS} days, in case it is added again; then all pages of everybody here go, and what is set here."
)
_WITHOUT_PEOPLE = (
    "When Reststop is removed here, its commands are gone. People keep their notebooks, and hear from me "
    f"where they can still be written to. What is set here is kept for {KEPT_DAYS} days, in case it is added "
    "again, and then goes."
)
_TELL = (
    "Afterwards I may reach nobody here. So each person can be told before: one message, how to take "
    "everything along. It gives no reason, and nobody sees who gets it."
)


def before(mint: Mint, surface: str) -> Card:
    """Return what happens when it is removed, and the way to tell everybody first.

    `surface` is that of the organisation: whoever runs the server may look after one from a terminal.
    """
    blocks: tuple[Block, ...]
    if surface != "console":
        what = _WITH_EVERYBODY if tells_of_leaving(surface) else _WITHOUT_PEOPLE
        tell = press(mint, "admin.leaving.tell", "Tell everyone")
        blocks = (say(what), say(_TELL), row(tell, back(mint)))
    else:
        blocks = (
            say("In a terminal nobody removes it. Whoever runs this server closes it with `reststop close`."),
            row(back(mint)),
        )
    return Card(text_id="admin.leaving", title=_TITLE, blocks=blocks, summary=_TITLE, reach=Reach.PERSONAL)


def told(mint: Mint, *, is_news: bool, is_paused: bool) -> Card:
    """Return that everybody is told. `is_news`: they were not told within a week. `is_paused`: not yet."""
    said = "Everybody was told within the last week already. Nobody gets it again so soon."
    if is_news and is_paused:
        said = (
            "Everybody here gets that message when the pause is over, or in three days, within their hours."
        )
    elif is_news:
        said = "Everybody here gets that message now, each within their own hours."
    after = " after that" if is_news and is_paused else ""
    rest = f"Please leave it a day or two{after} before you remove Reststop."
    return Card(
        text_id="admin.leaving_told",
        blocks=(say(said), say(rest), row(back(mint))),
        summary=said,
        reach=Reach.PERSONAL,
    )
