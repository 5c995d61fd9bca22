"""Being in a circle: the invitation, what it is and when it comes, and leaving it."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from bot.domain.circles import Setup
from bot.domain.prompts import Option
from bot.services.cards.circles.words import channel, rhythm
from bot.services.cards.plain import plain, press, row
from bot.services.desk import Mint
from bot.surface.card import Block, Card, Choose, Reach, aside, say

_NOTHING_TO_SET_UP = "Nothing to set up. Leave any time, without a trace here."
PAUSED = "It is paused: no round opens until it goes on."
NO_KEEPER = "Nobody looks after it now, so no round opens. An admin or a facilitator here may take it over."
OVER = "That circle is over."
NO_TEXTS = "Its round is not in the library any more, so none opens."
PASSING = "Passing is always fine, and nobody sees who was silent."


def invite(mint: Mint, circle: UUID, setup: Setup) -> Card:
    """Return the card in the channel: what there is, and the way in. Up to 40 words."""
    return Card(
        text_id="circle.invite",
        blocks=(
            say(
                f"There is a circle in this channel: {rhythm(setup)}, each week. Whoever likes shares "
                "something, and is heard."
            ),
            aside(_NOTHING_TO_SET_UP),
            row(press(mint, "circle.join", "Join", circle)),
        ),
        summary="There is a circle in this channel.",
        reach=Reach.OPEN,
    )


def join(mint: Mint, circle: UUID, setup: Setup, *ways: Block) -> Card:
    """Return the way in, for who is not in the circle alone. Up to 40 words, but for `ways` of a role."""
    return Card(
        text_id="circle.join",
        blocks=(
            say(
                f"You are not in the circle of this channel: {rhythm(setup)}, each week. Whoever likes "
                "shares something, and is heard."
            ),
            aside(_NOTHING_TO_SET_UP),
            row(press(mint, "circle.join", "Join", circle)),
            *ways,
        ),
        summary="You are not in this circle.",
        reach=Reach.PERSONAL,
    )


def joined(setup: Setup, *when: str) -> Card:
    """Return that somebody is in; `when` are sentences on what comes."""
    return Card(
        text_id="circle.joined",
        blocks=(
            say(" ".join((f"You are in the circle of {channel(setup.called)}.", *when))),
            say(PASSING),
            aside("`/reststop circle` shows it, and lets you leave."),
        ),
        summary="You are in the circle.",
        reach=Reach.PERSONAL,
    )


def shown(setup: Setup, about: str, facts: Sequence[str], *ways: Block) -> Card:
    """Return a circle to somebody who is in it; `facts` are sentences on when it comes."""
    return Card(
        text_id="circle.shown",
        title=f"The circle in {channel(setup.called)}",
        blocks=(say(about), *((say(" ".join(facts)),) if facts else ()), *ways),
        summary="Your circle",
        reach=Reach.PERSONAL,
    )


def which(ref: str, circles: Sequence[tuple[UUID, str]]) -> Card:
    """Return the circles that somebody is in, to choose one."""
    options = tuple(Option(name=each.hex, label=channel(called)[:75]) for each, called in circles)
    return Card(
        text_id="circle.which",
        blocks=(Choose(ref=ref, name="circle.open", ask="Which circle?", options=options),),
        summary="Your circles",
        reach=Reach.PERSONAL,
    )


def none_here() -> Card:
    """Return that there is no circle in a channel, and how one begins."""
    return plain(
        "circle.none",
        "There is no circle in this channel. A facilitator begins one with `/reststop circle create`.",
    )


def none_yet() -> Card:
    """Return that somebody is in no circle."""
    return plain(
        "circle.in_none", "You are in no circle. In a channel that has one, `/reststop circle` shows it."
    )


def over() -> Card:
    """Return what is said to a press on what belongs to a circle that was closed."""
    return plain("circle.over", OVER)


def full() -> Card:
    """Return that no more can join."""
    return plain(
        "circle.full",
        "This circle has as many people as can be heard well. When somebody leaves, there is room.",
    )


def ask_leave(mint: Mint, circle: UUID, *, keeps: bool, has_shares: bool) -> Card:
    """Return the question before somebody leaves who looks after a circle, or has shares in it."""
    said = (
        "You look after this circle: without you no round opens until somebody takes it over."
        if keeps
        else ""
    )
    buttons = [press(mint, "circle.leave.yes", "Leave", circle, arg="leave")]
    if has_shares:
        said = f"{said} What you shared stays in the channel, unless you take it along.".strip()
        buttons.append(press(mint, "circle.leave.yes", "Leave, and take my shares down", circle, arg="down"))
    return Card(
        text_id="circle.ask_leave",
        blocks=(say(said), row(*buttons, press(mint, "circle.stay", "Stay", circle))),
        summary="Leave the circle?",
        reach=Reach.PERSONAL,
    )


def left(*, took_down: bool) -> Card:
    """Return that somebody left."""
    more = " Your shares are being taken down." if took_down else ""
    return plain("circle.left", f"You left. Nothing of it is said in the channel.{more}")


def not_in() -> Card:
    """Return what is said to who leaves what they are not in."""
    return plain("circle.not_in", "You are not in this circle.")


def what(title: str, setup: Setup) -> str:
    """Return what a circle is: its round, when it comes, and what one does in it."""
    return f"{title}: {rhythm(setup)}, each week. Whoever likes shares something, and is heard."


def rests_until(day: str) -> str:
    """Return until when nothing comes."""
    return f"It rests until {day}."


def opens(when: str) -> str:
    """Return when the next round opens."""
    return f"The next round opens {when}."


def is_open(until: str) -> str:
    """Return that a round is open."""
    return f"A round is open until {until}."


def names(*, is_unnamed_on: bool) -> str:
    """Return whether shares carry a name."""
    if is_unnamed_on:
        return "A share carries your name, or none if you choose so."
    return "Each share carries the name of who wrote it."
