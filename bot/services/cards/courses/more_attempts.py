"""One more attempt at a test, to the trainer who gives it; and what a learner hears of it."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from bot.domain.courses.units import Unit
from bot.domain.prompts import Option
from bot.services.cards.courses.overview import back
from bot.services.cards.courses.schedule import several
from bot.services.cards.plain import plain, press, row
from bot.services.desk import Mint
from bot.surface.card import LABEL_MAX, OPTIONS_MAX, Block, Button, Card, Choose, Reach, say
from bot.surface.text import shown

NAMELESS = "A learner"
_SUMMARY = "The tests of your course"


def which(mint: Mint, course_id: UUID, found: Sequence[tuple[str, int, UUID]], begin: int) -> Card:
    """Return who has no attempt left, each with the unit, to choose one of them."""
    begin = begin if begin < len(found) else 0
    some = found[begin : begin + OPTIONS_MAX]
    options = tuple(Option(name=f"{who.hex}.{n}", label=_label(name, n)) for name, n, who in some)
    blocks: tuple[Block, ...] = (say("Nobody needs one: whoever has not passed has an attempt left."),)
    if options:
        ask = "These have handed in every attempt, and passed none. Who gets one more?"
        blocks = (
            Choose(ref=mint("items.more.ask", course_id), name="items.more.ask", ask=ask, options=options),
        )
    ways: list[Button] = []
    if begin + OPTIONS_MAX < len(found):
        ways.append(press(mint, "items.more", "More names", course_id, arg=str(begin + OPTIONS_MAX)))
    ways += [press(mint, "items.open", "Tests", course_id), back(mint, course_id)]
    return _card("items.more.which", *blocks, row(*ways), title="One more attempt")


def ask(mint: Mint, course_id: UUID, member: UUID, called: str, unit: Unit, *, handed_in: int) -> Card:
    """Ask before one more attempt is given to somebody."""
    return _card(
        "items.more.ask",
        say(
            f"One more attempt for {_called(called)} at the test of unit {unit.n}? "
            f"{several(handed_in, 'attempt was', 'attempts were')} handed in. They hear once that there is "
            "something new for them. It opens after the usual time between two attempts. No answer of theirs "
            "is shown to you."
        ),
        row(
            press(mint, "items.more.give", "Give one more", member, arg=str(unit.n)),
            press(mint, "items.more", "Leave it", course_id),
        ),
    )


def given(mint: Mint, course_id: UUID, called: str, unit: Unit) -> Card:
    """Return that somebody has one more attempt."""
    return _card(
        "items.more.given",
        say(f"{_called(called)} has one more attempt at the test of unit {unit.n}, and hears of it."),
        row(press(mint, "items.more", "Others", course_id), back(mint, course_id)),
    )


def needs_none(mint: Mint, course_id: UUID) -> Card:
    """Return that nothing was given: they have an attempt left, have passed, or are there no more."""
    return _card(
        "items.more.none",
        say("Nothing to give there: they have an attempt by now, have passed, or are in the course no more."),
        row(press(mint, "items.more", "Others", course_id), back(mint, course_id)),
    )


def over() -> Card:
    """Return that no test can be begun any more."""
    return plain("items.more.over", "This course is over: no test of it can be begun any more.")


def word(unit: Unit) -> str:
    """Return what a learner hears whom a trainer gave one more attempt: a message says no more than that."""
    return f"There is something new for you in unit {unit.n}. `course continue` leads there."


def _called(called: str) -> str:
    return " ".join(shown(called).split()) or NAMELESS


def _label(called: str, n: int) -> str:
    at = f", unit {n}"
    return _called(called)[: LABEL_MAX - len(at)] + at


def _card(text_id: str, *blocks: Block, title: str = "") -> Card:
    return Card(text_id=text_id, title=title, blocks=blocks, summary=_SUMMARY, reach=Reach.SEALED)
