"""What whoever looks after a circle alone is asked to look at, and what is said of it to others."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from bot.domain.circles import Share
from bot.services.cards.circles.sharing import name_of
from bot.services.cards.plain import plain, press, row
from bot.services.desk import Mint
from bot.surface.card import Block, Card, Reach, aside, say, shared_words

WAS_TAKEN_DOWN = (
    "Something that you said in your circle was taken down by who looks after it, after somebody asked them "
    "to look. You can talk with them about it."
)


def please_look(mint: Mint, circle: UUID) -> Card:
    """Ask somebody to look, without a word of what was shared."""
    text = (
        "Something shared in your circle has no answer through me yet. I cannot see the thread, please look."
    )
    return Card(
        text_id="circle.please_look",
        blocks=(say(text), row(press(mint, "circle.look", "Show me which", circle))),
        summary="Please look into your circle.",
        reach=Reach.PERSONAL,
    )


def which(shares: Sequence[Share]) -> Card:
    """Show what has no answer, as it stands in the channel."""
    blocks: list[Block] = [say("These have no answer through me. There may be some in the thread.")]
    for share in shares:
        blocks += [aside(f"{name_of(share)}:"), shared_words(share.text)]
    return Card(
        text_id="circle.unanswered", blocks=tuple(blocks), summary="About your circle", reach=Reach.SEALED
    )


def all_answered() -> Card:
    """Say that nothing waits."""
    return plain("circle.all_answered", "Everything that stands there has an answer by now.")


def please_decide(mint: Mint, post: UUID) -> Card:
    """Ask somebody to look at what is hidden, without a word of it."""
    text = "Somebody asked you to look at something in your circle. It is hidden there until you have."
    return Card(
        text_id="circle.please_decide",
        blocks=(say(text), row(press(mint, "report.look", "Look at it", post))),
        summary="Please look at something in your circle.",
        reach=Reach.PERSONAL,
    )


def decide(mint: Mint, post: UUID, share: Share) -> Card:
    """Show what is hidden, with the choice."""
    return Card(
        text_id="report.decide",
        blocks=(
            aside(f"{'Without a name' if share.is_unnamed else name_of(share)}:"),
            shared_words(share.text),
            row(
                press(mint, "report.stand", "Let it stand", post),
                press(mint, "report.down", "Take it down", post),
            ),
        ),
        summary="About your circle",
        reach=Reach.SEALED,
    )


def is_hidden() -> Card:
    """Return what is said to who asked for a look."""
    return plain(
        "report.hidden", "It is hidden until who looks after the circle has looked. You are not named."
    )


def was_looked_at() -> Card:
    """Return what is said to a press on what was looked at."""
    return plain(
        "report.was_looked_at",
        "Who looks after the circle has looked at this. If it is about safety, please tell them yourself.",
    )


def enough_reports() -> Card:
    """Return what is said to who asked often in one round."""
    return plain(
        "report.enough",
        "You asked for several looks in this round. Please tell who looks after the circle what it is about.",
    )


def stands_again() -> Card:
    """Return that it stands in the channel again."""
    return plain("report.stands", "It stands in the channel again, and is not hidden a second time.")


def taken_down() -> Card:
    """Return that it goes from the channel."""
    return plain(
        "report.down", "It goes from the channel. If a name stood above it, its writer is told so, alone."
    )


def not_yours() -> Card:
    """Return what is said to who does not look after a circle."""
    return plain("circle.not_yours", "That is for who looks after the circle.")
