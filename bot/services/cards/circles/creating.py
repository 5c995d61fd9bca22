"""Beginning a circle: what whoever looks after it takes on, one form, and that it is set up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import time
from uuid import UUID

from bot.domain.circles import Setup
from bot.domain.prompts import Option
from bot.services.cards.circles.words import channel, rhythm
from bot.services.cards.days import weekday_name
from bot.services.cards.plain import plain
from bot.services.desk import Mint
from bot.surface.card import Card, Choose, Fields, Reach, aside, say
from bot.surface.form import ChoiceField, Form, TextField, TimeField

DUTIES = {
    "rules": "I keep its rules, and can be reached in the hours that I state",
    "route": "I do not probe or assess; conduct and safety go by our local route",
    "own": "I have supervision of my own",
}
"""What is ticked before a circle begins: each of them, or none begins."""
ALL_THREE = "All three are needed: whoever shares there relies on them."
_ROUTE = "What is about conduct or safety leaves the circle, by whatever way your workplace has for it."

BAD_ROUND = "Please choose one of these rounds."
BAD_DAY = "Please choose one of these days."
TAKEN = "There is a circle in that channel already."
NOT_HERE = (
    "Circles and team prompts begin in other channels here, or by admins alone. "
    "Whoever looks after Reststop set it so."
)
NOWHERE = "I do not know that channel any more. Please type `/reststop circle create` there again."


def duties(
    mint: Mint,
    action: str,
    arg: str = "",
    *,
    subject: UUID | None = None,
    rounds: Sequence[tuple[str, str]] = (),
    again: bool = False,
) -> Card:
    """Return the three duties to tick; `again`: not all of them were.

    `rounds` are the titles of those that can be chosen in the form that follows, and what each is.
    """
    options = tuple(Option(name=name, label=label) for name, label in DUTIES.items())
    choice = (aside("In the form after it you choose among these:"), Fields(pairs=tuple(rounds)))
    return Card(
        text_id="circle.duties",
        title="Looking after a circle",
        blocks=(
            say(ALL_THREE if again else "A circle rests on whoever looks after it."),
            Choose(
                ref=mint(action, subject, arg),
                name=action,
                ask="What do you take on?",
                options=options,
                at_most=len(options),
            ),
            aside(_ROUTE),
            *(choice if rounds and not again else ()),
        ),
        summary="Looking after a circle",
        reach=Reach.PERSONAL,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """What the form opens with. `rounds` are the ids and titles of those that can be chosen."""

    rounds: Sequence[tuple[str, str]]
    round: str
    day: int
    at: time
    zone: str
    hours: str


def form(ref: str, offered: Offered, *, title: str, submit: str) -> Form:
    """Return the form for a circle: which round, when, and when its facilitator can be reached."""
    return Form(
        text_id="circle.form",
        ref=ref,
        name="circle",
        title=title,
        fields=(
            ChoiceField(
                name="round",
                label="Which round",
                options=tuple(Option(name=name, label=label) for name, label in offered.rounds),
                value=offered.round,
            ),
            day_field(offered.day, "Opens on"),
            TimeField(name="at", label="At", hint="Like 12:00", value=f"{offered.at:%H:%M}"),
            TextField(
                name="zone", label="Time zone", hint="Like Pacific/Auckland", value=offered.zone, limit=64
            ),
            TextField(
                name="hours",
                label="When you can be reached",
                hint="Like Mon-Fri 9-17",
                value=offered.hours,
                limit=100,
            ),
        ),
        submit=submit,
    )


def day_field(day: int, label: str) -> ChoiceField:
    """Return the field for a day of the week, Monday being 0."""
    options = tuple(Option(name=str(each), label=weekday_name(each)) for each in range(7))
    return ChoiceField(name="day", label=label, options=options, value=str(day))


def made(setup: Setup, first: str) -> Card:
    """Return that a circle is set up, and when its first round opens."""
    name = channel(setup.called)
    return Card(
        text_id="circle.made",
        blocks=(
            say(f"The circle in {name} is set up: {rhythm(setup)}. Its first round opens {first}."),
            say("An invitation is on its way to the channel."),
            aside("`/reststop circle` there lets you change it, pause it or close it."),
        ),
        summary="The circle is set up.",
        reach=Reach.PERSONAL,
    )


def not_here() -> Card:
    """Return that an organisation wishes for none in a channel, or for none by who asks."""
    return plain("circle.not_here", NOT_HERE)
