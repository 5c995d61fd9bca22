"""What did not arrive at somebody in a course, and that it is sent again."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from bot.services.cards.plain import plain, press, row
from bot.services.desk import Mint
from bot.surface.card import Card, Fields, Reach, aside, say
from bot.surface.text import shown

WORD = "A word about the course"
OFFER = "The offer of daily check-ins"
NOT_REACHED = "did not arrive; their direct messages may be closed"
IN_DOUBT = "nobody can tell whether it came"
_NO_NAME = "no name told"


def missed(
    mint: Mint, course_id: UUID, found: Sequence[tuple[str, Sequence[tuple[str, bool]]]], *, more: int
) -> Card:
    """Return what did not arrive, each with the names of whom it did not reach; `True`: nobody can tell."""
    if not found:
        return none_missed()
    blocks = [
        block
        for what, names in found
        for block in (
            say(shown(what)),
            Fields(
                pairs=tuple(
                    (shown(called) or _NO_NAME, IN_DOUBT if in_doubt else NOT_REACHED)
                    for called, in_doubt in names
                )
            ),
        )
    ]
    return Card(
        text_id="missed.shown",
        title="What did not arrive",
        blocks=(
            *blocks,
            *((aside(f"And {more} more."),) if more else ()),
            aside("Sent again, it comes to them alone, within their own hours."),
            row(press(mint, "missed.again", "Send again", course_id)),
        ),
        summary="What did not arrive",
        reach=Reach.PERSONAL,
    )


def none_missed() -> Card:
    """Return that nothing is known to have gone astray."""
    return plain("missed.none", "Nothing of this course is known to have gone astray.")


def sent_again(mint: Mint, course_id: UUID, learners: int, left: int) -> Card:
    """Return to how many it is sent again; `left`: so many things are still to be sent."""
    to = "1 learner" if learners == 1 else f"{learners} learners"
    said = f"On its way again, to {to}: within their own hours, one thing a day."
    if not left:
        return plain("missed.again", said)
    return Card(
        text_id="missed.again",
        blocks=(
            say(f"{said} For {left} more, please press again."),
            row(press(mint, "missed.again", "Send again", course_id)),
        ),
        summary="On its way again.",
        reach=Reach.PERSONAL,
    )
