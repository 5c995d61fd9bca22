"""What most cards are made of: one line, a row of presses, and what an organisation may have set."""

from __future__ import annotations

from uuid import UUID

from bot.domain.reviews import Drafts
from bot.services.desk import Mint
from bot.surface.card import Block, Button, Buttons, Card, LinkButton, Paragraph, Reach, aside, say

NOT_SET = "not set by your organisation"
"""What stands wherever an organisation could have set a link or a line, and did not."""
ITS_PAGE = "Your organisation's page"
UNREAD = "Not yet reviewed by a practitioner."
"""Said, quietly, where nobody here has signed what is shown."""
_DRAFTS = {
    Drafts.ALL: "The questions and texts here are drafts: no practitioner has reviewed them yet.",
    Drafts.SOME: "Some of the questions here are drafts: no practitioner has reviewed those yet.",
}


def plain(text_id: str, text: str) -> Card:
    """Return a card that says one thing and nothing of a person's answers."""
    return Card(text_id=text_id, blocks=(say(text),), summary=text, reach=Reach.PERSONAL)


def of_drafts(drafts: Drafts) -> tuple[Paragraph, ...]:
    """Return, quietly, that the questions are drafts; nothing where practitioners have read all of them."""
    line = _DRAFTS.get(drafts)
    return (aside(line),) if line else ()


def press(mint: Mint, name: str, label: str, subject: UUID | None = None, *, arg: str = "") -> Button:
    """Return a button whose name is what it does."""
    return Button(ref=mint(name, subject, arg), name=name, label=label)


def its_page(name: str, policy: str, where: str = "") -> Block:
    """Return the way to the organisation's own page; without one that none is set, and `where` to ask."""
    if policy:
        return row(LinkButton(name=name, label=ITS_PAGE, url=policy))
    return say(f"A page on this: {NOT_SET}. {where}".strip())


def row(*presses: Button | LinkButton) -> Buttons:
    """Return presses in one row."""
    return Buttons(buttons=presses)
