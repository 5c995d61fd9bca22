"""What is told of a course's group: roughly, once, and of enough people together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import assert_never
from uuid import UUID

from bot.domain.courses.course import Course, Push
from bot.domain.suppression import Counts, Middle, NotShown, Split
from bot.domain.zones import zone_of
from bot.services.cards.days import day_in_full
from bot.services.cards.plain import plain, press, row
from bot.services.desk import Mint
from bot.surface.card import Block, Button, Card, Reach, aside, say, shared_words

HERE, NOT_HERE = "here", "not_here"
"""The two parts of a group, by whether somebody was in a session live."""
NOT_SHOWN = "Not shown."
NONE_YET = "No question of this course has a figure yet. One is told when its question closes."

Told = Counts | Middle | NotShown | Split[Counts] | Split[Middle]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A question with what was told of it; `told` None: it is open until `closes`.

    `parts_by` is the session by which it may be told in two parts, if there is one. `arg` is what a control
    carries of it.
    """

    push: Push
    arg: str
    told: Told | None = field(repr=False)
    closes: datetime
    parts_by: int | None = None
    is_in_parts: bool = False


def from_how_many(counted: int, scored: int) -> str:
    """Return from how many answers on something is told, and that one plain line stands for all reasons."""
    return (
        f"Told once, and roughly: a choice from {counted} answers on, the middle of a scale from {scored}. "
        "Nothing is told where it could give away one or two who came or left. Nobody sees more."
    )


def shown(
    mint: Mint, course_id: UUID, course: Course, asked: Sequence[Asked], *, rule: str, more: int | None
) -> Card:
    """Return some questions with what was told of each; from the place `more` on there are others."""
    ways: list[Button] = []
    if more is not None:
        ways.append(press(mint, "figure.show", "Earlier ones", course_id, arg=str(more)))
    blocks: list[Block] = []
    for each in asked:
        blocks += _of_one(mint, course_id, course, each)
    return Card(
        text_id="figure.shown",
        title="How the group answered",
        blocks=(*(blocks or (say(NONE_YET),)), aside(rule), *((row(*ways),) if ways else ())),
        summary="How the group answered",
        reach=Reach.PERSONAL,
    )


def closed_already() -> Card:
    """Return what is said to a press on a question that is open no more."""
    return plain("figure.closed", "That question is closed. What was told of it stays as it is.")


def _of_one(mint: Mint, course_id: UUID, course: Course, asked: Asked) -> Iterator[Block]:
    yield shared_words(asked.push.text)
    if asked.told is not None:
        yield say("\n".join(_told(asked)))
        return
    local = asked.closes.astimezone(zone_of(course.zone))
    until = f"Open until {day_in_full(local.date())}, {local:%H:%M} ({course.zone}). Then it is told once."
    if asked.parts_by is None:
        yield say(until)
        return
    parts = f"in two parts: who was there live at session {asked.parts_by}, and who was not"
    how = f"If both parts are large enough, it is told {parts}." if asked.is_in_parts else ""
    yield say(f"{until} {how}".strip())
    label = "All together" if asked.is_in_parts else f"In two parts, by session {asked.parts_by}"
    yield row(_parts_button(mint, course_id, asked, label))


def _parts_button(mint: Mint, course_id: UUID, asked: Asked, label: str) -> Button:
    return press(mint, "figure.parts", label, course_id, arg=asked.arg)


def _told(asked: Asked) -> Iterator[str]:
    match asked.told:
        case None:
            return
        case Split():
            names = {
                HERE: f"There live at session {asked.parts_by}",
                NOT_HERE: f"Not there live at session {asked.parts_by}",
            }
            for side, name in names.items():
                figure = asked.told.sides.get(side)
                if figure is not None:
                    yield f"{name}: {_figure(asked.push, figure)}"
        case Counts() | Middle():
            yield _figure(asked.push, asked.told)
            if asked.is_in_parts:
                yield "Told all together: two parts could not be told this time."
        case NotShown():
            yield NOT_SHOWN
        case _:
            assert_never(asked.told)


def _figure(push: Push, figure: Counts | Middle) -> str:
    match figure:
        case Middle():
            ends = f"on a scale from 0 ({push.low_label}) to 10 ({push.high_label})"
            return f"{figure.band}+ answers; the middle is {figure.median:g}, {ends}."
        case Counts():
            labels = {option.name: option.label for option in push.options}
            shares = [f"{labels.get(each.option, each.option)} {each.percent} %" for each in figure.shares]
            if figure.other:
                shares.append(f"others {figure.other} %")
            return f"{figure.band}+ answers, roughly: {', '.join(shares)}."
        case _:
            assert_never(figure)
