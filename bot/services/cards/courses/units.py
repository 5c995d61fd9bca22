"""A unit of a course on a card: its items with a tick for each, and its test."""

from __future__ import annotations

from uuid import UUID

from bot.domain.courses.learners import Learner
from bot.domain.courses.materials import Item, Kind
from bot.domain.courses.progress import UnitProgress
from bot.domain.prompts import Option
from bot.services.cards.courses.materials import LINK_MAX, in_rows, is_link
from bot.services.cards.plain import plain, press, row
from bot.services.desk import Mint
from bot.surface.card import (
    LABEL_MAX,
    OPTIONS_MAX,
    Block,
    Button,
    Card,
    Choose,
    LinkButton,
    Reach,
    say,
    shared_words,
)
from bot.surface.text import shown

KINDS = {Kind.READING: "Reading", Kind.WEBINAR: "Webinar", Kind.VIDEO: "Video", Kind.HANDOUT: "Handout"}
"""How each kind is called."""


def unit(mint: Mint, course_id: UUID, found: UnitProgress, learner: Learner) -> Card:
    """Return a unit to who learns in it."""
    listed = [
        (f"{found.unit.n}.{place}", item)
        for place, item in enumerate(found.unit.items)
        if not item.is_withdrawn
    ]
    lines = [f"- {_said(item, is_ticked=name in learner.ticks)}" for name, item in listed]
    links = [
        LinkButton(name=f"item.{name}", label=shown(item.title)[:LABEL_MAX], url=item.link)
        for name, item in listed
        if is_link(item.link)
    ]
    ticks = tuple(
        Option(
            name=name,
            label=f"{'Untick' if name in learner.ticks else 'Tick'}: {shown(item.title)}"[:LABEL_MAX],
        )
        for name, item in listed[:OPTIONS_MAX]
    )
    tick = Choose(
        ref=mint("unit.tick", course_id), name="unit.tick", ask="Tick what you have seen.", options=ticks
    )
    return Card(
        text_id="unit.shown",
        title=f"Unit {found.unit.n}: {shown(found.unit.title)}",
        blocks=(
            say("\n".join(lines)),
            *in_rows(links),
            *(shared_words(item.link) for _, item in listed if len(item.link) > LINK_MAX),
            tick,
            *_test(mint, course_id, found),
            row(press(mint, "learn.stay", "The course", course_id)),
        ),
        summary="A unit of your course",
        reach=Reach.PERSONAL,
    )


def _test(mint: Mint, course_id: UUID, found: UnitProgress) -> tuple[Block, ...]:
    if not found.unit.asked:
        return ()
    if not found.is_ticked_off:
        return (say("Its test opens once everything required is ticked."),)
    presses: list[Button] = [press(mint, "test.open", "The test", course_id, arg=str(found.unit.n))]
    return in_rows(presses)


def none_such() -> Card:
    """Return that a unit is in the course no more."""
    return plain("unit.none", "That unit is not in the course any more. `course continue` shows it.")


def _said(item: Item, *, is_ticked: bool) -> str:
    need = "required" if item.required else "optional"
    return f"{KINDS[item.kind]}: {shown(item.title)} ({need}{', ticked' if is_ticked else ''})"
