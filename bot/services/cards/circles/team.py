"""The team prompt: one question a week for whoever is in a channel, the way to stop it, and one offer."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import time
from uuid import UUID

from bot.domain.circles import Setup
from bot.domain.prompts import Prompt
from bot.services.cards.circles.creating import day_field
from bot.services.cards.circles.words import channel, rhythm
from bot.services.cards.plain import UNREAD, plain, press, row
from bot.services.desk import Mint
from bot.surface.card import Block, Card, Reach, aside, say
from bot.surface.form import Form, TextField, TimeField

NOTHING_ASKED = "Answer below, or keep it to yourself. I read none of it, and keep nothing."
HOW = "Once a week I post one question there. Nobody is asked to answer it, and nothing is kept."
TAKEN = "A question comes to that channel each week already."
CHANGING, STOPPING = "Changing this", "Stopping this"
BEGINNING, DECLINING = "Beginning a circle", "Deciding on a circle"
STOPPED = "There is no weekly question here any more."


def posted(mint: Mint, team: UUID, prompt: Prompt, *, is_marked: bool) -> Card:
    """Return the question of a week, for everybody in the channel."""
    options = " \u00b7 ".join(option.label for option in prompt.options)
    return Card(
        text_id="team.prompt",
        blocks=(
            say(prompt.text),
            *((say(options),) if options else ()),
            aside(NOTHING_ASKED),
            *((aside(UNREAD),) if is_marked else ()),
            row(press(mint, "team.stop", "Stop this", team)),
        ),
        summary="A question for this week.",
        reach=Reach.OPEN,
    )


def offer(mint: Mint, team: UUID) -> Card:
    """Return, once, that a circle could begin."""
    return Card(
        text_id="team.offer",
        blocks=(
            say(
                "Four weeks of questions. If this channel would like more: in a circle, once a week, whoever "
                "likes shares something and is heard. A facilitator begins it."
            ),
            row(
                press(mint, "team.circle", "Begin a circle", team),
                press(mint, "team.no_circle", "No, thanks", team),
            ),
        ),
        summary="A circle could begin here.",
        reach=Reach.OPEN,
    )


def no_circle() -> Card:
    """Return what the offer becomes."""
    return Card(
        text_id="team.no_circle",
        blocks=(say("No circle for now. The weekly question goes on."),),
        summary="No circle for now.",
        reach=Reach.OPEN,
    )


def stopped() -> Card:
    """Return what the question becomes when it was stopped."""
    return Card(
        text_id="team.stopped",
        blocks=(say("Stopped. No more questions come to this channel."),),
        summary="Stopped.",
        reach=Reach.OPEN,
    )


def form(ref: str, *, day: int, at: time, zone: str, submit: str) -> Form:
    """Return the form for the weekly question: on which day, and when."""
    return Form(
        text_id="team.form",
        ref=ref,
        name="team",
        title="A question a week",
        intro=HOW,
        fields=(
            day_field(day, "Comes on"),
            TimeField(name="at", label="At", hint="Like 12:00", value=f"{at:%H:%M}"),
            TextField(name="zone", label="Time zone", hint="Like Pacific/Auckland", value=zone, limit=64),
        ),
        submit=submit,
    )


def begun(setup: Setup, first: str) -> Card:
    """Return that it begins, and when."""
    return Card(
        text_id="team.begun",
        blocks=(
            say(f"The first question comes to {channel(setup.called)} {first}."),
            say(f"From then on: {rhythm(setup)}, each week."),
            aside("Any admin or facilitator can stop it, with the button below each."),
        ),
        summary="The weekly question begins.",
        reach=Reach.PERSONAL,
    )


def shown(setup: Setup, facts: Sequence[str], *ways: Block) -> Card:
    """Return what comes to a channel, and when; with the ways to change it for who may."""
    return Card(
        text_id="team.shown",
        title=f"A question a week in {channel(setup.called)}",
        blocks=(
            say(" ".join((f"{rhythm(setup)}.", *facts))),
            *(ways or (aside("Any admin or facilitator here can change or stop it."),)),
        ),
        summary="A question a week",
        reach=Reach.PERSONAL,
    )


def comes(when: str) -> str:
    """Return when the next question comes."""
    return f"The next one comes {when}."


def not_yours(what: str) -> Card:
    """Return that something is for admins and facilitators; `what` says what."""
    return plain("team.not_yours", f"{what} is for an admin or a facilitator here. Nothing was changed.")


def over() -> Card:
    """Return what is said to a press on a question that was stopped."""
    return plain("team.over", STOPPED)
