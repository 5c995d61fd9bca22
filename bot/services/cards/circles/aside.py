"""What who looks after a circle, and the writer of a share, say to each other alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from uuid import UUID

from bot.domain.circles import Share, ShareState
from bot.services.cards.circles.sharing import FIELD
from bot.services.cards.circles.unnamed import talk
from bot.services.cards.plain import plain, press, row
from bot.services.cards.sharing import SUMMARY
from bot.services.desk import Mint
from bot.surface.card import Block, Button, Card, Reach, aside, say, shared_words
from bot.surface.form import Form, TextField

LONGEST = 400
"""Characters of what is said aside."""
NOT_THERE = "That is not here any more, so nothing was sent. Your words are still here."
NO_ROOM = "No more fits here. Your words are still here."
NOTHING_TYPED = "Nothing is written yet. Leave it if you would rather not."
TOO_LONG = f"{LONGEST} characters fit here. Your words are still here."
KEEPER = "Who looks after the circle"
WRITER = "Who wrote it"


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A share without a name, or sent aside, for who looks after the circle. `rests`: its name rests."""

    post: UUID
    share: Share = field(repr=False)
    rests: bool = False


def every(mint: Mint, found: Sequence[Seen], more: int) -> Card:
    """Return what has no name, and what was sent aside, for who looks after the circle."""
    blocks: list[Block] = [block for each in found for block in _seen(mint, each)]
    if not found:
        blocks.append(say("Nothing without a name is out in this round."))
    if more:
        blocks.append(aside(f"{more} more stand in the channel."))
    blocks.append(aside("Nobody here can find out who wrote what has no name, and neither can you."))
    return Card(text_id="aside.all", blocks=tuple(blocks), summary=SUMMARY, reach=Reach.SEALED)


def one(mint: Mint, seen: Seen) -> Card:
    """Return what was sent to who looks after the circle alone."""
    return Card(text_id="aside.one", blocks=tuple(_seen(mint, seen)), summary=SUMMARY, reach=Reach.SEALED)


def form(ref: str, intro: str) -> Form:
    """Return the page on which something is said aside."""
    field_ = TextField(
        name=FIELD,
        label="What they alone will read",
        hint="No names or details of people we support.",
        long=True,
        limit=LONGEST,
    )
    return Form(
        text_id="aside.form",
        ref=ref,
        name="aside",
        title="Answer alone",
        intro=intro,
        fields=(field_,),
        submit="Send",
    )


TO_WRITER = (
    "Only who wrote it can read this, when they press [My shares] before the round closes. Nothing "
    "tells them that it is there."
)
TO_KEEPER = "Whoever looks after the circle reads it when they look. Your name does not stand there."
TO_KEEPER_NAMED = (
    "Whoever looks after the circle reads it when they look. Your name stands there from now on."
)


def said() -> Card:
    """Return the answer to something said aside."""
    return plain("aside.said", "It is there, for them alone.")


def sent() -> Card:
    """Return the answer to who sent a text to who looks after the circle."""
    return plain(
        "aside.sent",
        "It goes to whoever looks after the circle, and to nobody else. They may read it some hours from "
        "now. Their answer stands under [My shares] until the round closes.",
    )


def nobody() -> Card:
    """Return what is said where nobody looks after the circle."""
    return plain("aside.nobody", "Nobody looks after this circle at the moment, so it was not sent.")


def not_for_you() -> Card:
    """Return what is said to who does not look after the circle."""
    return plain("aside.not_yours", "That is for whoever looks after the circle.")


def at_rest(mint: Mint, post: UUID, called: str) -> Card:
    """Return the answer to who let a name rest."""
    return Card(
        text_id="unnamed.at_rest",
        blocks=(
            say(f"“{called}” rests until the week is over. Whose it is stays unknown, also to you."),
            row(press(mint, "unnamed.speak", "Let it speak again", post)),
        ),
        summary="It rests.",
        reach=Reach.PERSONAL,
    )


def speaks(called: str) -> Card:
    """Return the answer to who let a name speak again."""
    return plain("unnamed.speaks", f"“{called}” may speak again.")


def _seen(mint: Mint, each: Seen) -> Sequence[Block]:
    share = each.share
    blocks: list[Block] = [say(f"{share.called}:"), shared_words(share.text)]
    if share.state is ShareState.ASIDE:
        blocks.append(aside("Sent to you alone; it does not stand in the channel."))
    blocks += talk(share)
    presses: list[Button] = []
    if share.proof or not share.is_unnamed:
        presses.append(press(mint, "aside.open", "Answer alone", each.post))
    if share.alias and each.rests:
        presses.append(press(mint, "unnamed.speak", "Let it speak again", each.post))
    elif share.alias:
        presses.append(press(mint, "unnamed.rest", "Let this name rest", each.post))
    return (*blocks, row(*presses)) if presses else blocks
