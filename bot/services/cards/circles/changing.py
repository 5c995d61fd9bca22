"""Looking after a circle: what may be changed, what the channel is told of it, closing it, taking it over."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from bot.domain.circles import UNNAMED_LEAST, Setup
from bot.services.cards.circles.words import channel, rhythm
from bot.services.cards.days import date_phrase
from bot.services.cards.plain import plain, press, row
from bot.services.desk import Mint
from bot.surface.card import Block, Button, Card, Reach, aside, say
from bot.surface.form import DateField, Form

UNTIL = "until"
"""The field of the form for a rest."""
NOT_KEEPER = "That is for whoever looks after this circle, in its channel. Nothing was changed."
NOT_LET = "Taking a circle over, or closing it,"
HAS_KEEPER = (
    "Somebody looks after this circle. It can be taken over once they leave it or lay their role down."
)

PAUSED = "This circle is paused. No round opens until it goes on."
UNNAMED_ON = (
    "From now on a share in this circle may come without a name. Its form says beforehand who could still "
    "find out whose it is."
)
UNNAMED_OFF = "From now on each share in this circle carries a name."
CLOSED = "This circle is closed. What was said stays where it stands, and nothing more comes."
TAKEN_OVER = "Somebody new looks after this circle now."
TOO_FEW = (
    f"Shares without a name need {UNNAMED_LEAST} people in the circle. With fewer, it is too easy to guess "
    "who wrote one. Nothing was changed."
)


def ways(mint: Mint, circle: UUID, setup: Setup, *, rests: bool) -> tuple[Block, ...]:
    """Return what whoever looks after a circle may do; `rests`: nothing comes until they say so, or a day."""
    silence = (
        (press(mint, "circle.go_on", "Let it go on", circle),)
        if rests
        else (
            press(mint, "circle.pause", "Pause", circle),
            press(mint, "circle.rest", "Let it rest until", circle),
        )
    )
    names = (
        press(mint, "circle.unnamed", "Names on every share", circle, arg="off")
        if setup.is_unnamed_on
        else press(mint, "circle.unnamed", "Let shares come without a name", circle, arg="on")
    )
    return (row(press(mint, "circle.change", "Change", circle), *silence, names, close_button(mint, circle)),)


def close_button(mint: Mint, circle: UUID) -> Button:
    """Return the way to close a circle; it asks first."""
    return press(mint, "circle.close", "Close", circle)


def take_button(mint: Mint, circle: UUID) -> Button:
    """Return the way to take a circle over that nobody looks after."""
    return press(mint, "circle.take", "Look after it", circle)


def rest_form(ref: str) -> Form:
    """Return the form for the day until which nothing comes."""
    return Form(
        text_id="circle.rest_form",
        ref=ref,
        name="circle.rest",
        title="Let it rest",
        intro="No round opens before this day. The channel is told until when, and not why.",
        fields=(DateField(name=UNTIL, label="Until", hint="Like friday, 9 January or in two weeks"),),
    )


def ask_close(mint: Mint, circle: UUID, setup: Setup) -> Card:
    """Return the question before a circle is closed."""
    return Card(
        text_id="circle.ask_close",
        blocks=(
            say(f"Close the circle in {channel(setup.called)}? Nobody is in it then, and no round comes."),
            aside("The channel is told. What was said there stays; what waits without a name is dropped."),
            row(
                press(mint, "circle.close.yes", "Close it", circle),
                press(mint, "circle.stay", "Keep it", circle),
            ),
        ),
        summary="Close the circle?",
        reach=Reach.PERSONAL,
    )


def closed() -> Card:
    """Return that a circle is closed."""
    return plain("circle.closed", "Closed. The channel is told, and then nothing of the circle is kept here.")


def without_keeper(mint: Mint, circle: UUID) -> Card:
    """Return, to an admin or a facilitator, a circle that nobody looks after."""
    return Card(
        text_id="circle.without_keeper",
        blocks=(
            say("Nobody looks after this circle now, so no round opens."),
            row(take_button(mint, circle), close_button(mint, circle)),
        ),
        summary="Nobody looks after this circle now.",
        reach=Reach.PERSONAL,
    )


def changed(setup: Setup) -> str:
    """Return what the channel is told of another hour or round."""
    return f"The rounds of this circle open {rhythm(setup)} from now on."


def goes_on(when: str) -> str:
    """Return what the channel is told where rounds come again."""
    return f"This circle goes on. The next round opens {when}."


def rests(until: date, today: date) -> str:
    """Return what the channel is told of a rest."""
    return f"This circle rests until {date_phrase(until, today)}."


def not_keeper() -> Card:
    """Return what is said to who does not look after a circle."""
    return plain("circle.not_keeper", NOT_KEEPER)


def too_few() -> Card:
    """Return why no share may come without a name in a small circle."""
    return plain("circle.too_few", TOO_FEW)


def has_keeper() -> Card:
    """Return that a circle is looked after."""
    return plain("circle.has_keeper", HAS_KEEPER)
