"""Questions of learners, as a trainer of the course sees them: what waits, an answer, and days off."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from bot.domain.courses.asking import ANSWER_MAX, QUESTION_MAX, Asked, Public, State
from bot.domain.courses.cohort import Cohort
from bot.domain.courses.reply_clock import DaysOff, Span
from bot.domain.hours_words import days_said
from bot.domain.prompts import Option
from bot.services.cards.courses.dates import at_phrase
from bot.services.cards.days import short_date
from bot.services.cards.plain import plain, press, row
from bot.services.desk import Mint
from bot.surface.card import (
    LABEL_MAX,
    OPTIONS_MAX,
    Block,
    Button,
    Card,
    Choose,
    Reach,
    aside,
    say,
    shared_words,
)
from bot.surface.form import ChoiceField, Form, TextField
from bot.surface.text import shown

ANSWER = "answer"
WORDING = "wording"
LOOKED_AT = "looked_at"
AS_IT_IS = "as_it_is"
WEEK = "week"
DATES = "dates"
NOTHING_TYPED = "Nothing is written yet."
DECLINED = "Who asked would rather keep it between you. They are not asked again."
MEANWHILE = "It was answered meanwhile, so nothing was sent. Your words are still here."
IS_GONE = "That question is not open any more, so nothing was sent. Your words are still here."
MAY_POINT = (
    "Some of this may point at a person, call somebody up, or lead away from here: a name, a number, an @ or "
    "a link. Please look once more; where it is meant so, choose “As it is” below."
)
_AT_MOST = "Up to {most} characters fit; these are {length}. Your words are still here."


def too_long(length: int, most: int) -> str:
    """Return what is said to more than fits."""
    return _AT_MOST.format(most=most, length=length)


def desk(
    mint: Mint,
    course: UUID,
    cohort: Cohort,
    found: Sequence[tuple[str, Asked]],
    now: datetime,
    *,
    days_off: str,
) -> Card:
    """Return what learners asked: what waits first, in the order in which it is due; then the latest."""
    waits = [each for each in found if each[1].state is State.OPEN]
    done = [each for each in found if each[1].state is not State.OPEN]
    waits.sort(key=lambda each: each[1].due_at)
    done.sort(key=lambda each: each[1].asked_at, reverse=True)
    blocks: list[Block] = []
    for ask, some in (("Waiting for an answer:", waits), ("Answered or closed:", done)):
        if some:
            name = "ask.read" if some is waits else "ask.reread"
            options = tuple(_option(each, cohort.course.zone, now) for each in some[:OPTIONS_MAX])
            blocks.append(Choose(ref=mint(name, course), name=name, ask=ask, options=options))
    if not blocks:
        blocks.append(say("Nobody asked anything yet."))
    off = f"Not counted: {days_off}." if days_off else "No days off are entered: every day counts."
    return Card(
        text_id="ask.desk",
        title="Questions from learners",
        blocks=(*blocks, aside(off), row(press(mint, "ask.days", "Days off", course))),
        summary="Questions from learners",
        reach=Reach.SEALED,
    )


def _option(each: tuple[str, Asked], zone: str, now: datetime) -> Option:
    called, asked = each
    who = shown(called) or "A learner"
    if asked.state is State.OPEN:
        late = "late, was due" if asked.is_late else "due"
        said = f"{late} {at_phrase(asked.due_at, zone, now)}"
    else:
        said = f"asked {at_phrase(asked.asked_at, zone, now)}"
    return Option(name=asked.id.hex, label=f"{who[: LABEL_MAX - len(said) - 2]}, {said}")


def one(mint: Mint, cohort: Cohort, called: str, asked: Asked, now: datetime) -> Card:
    """Return a question to a trainer, with what can be done about it."""
    since = at_phrase(asked.asked_at, cohort.course.zone, now)
    blocks: list[Block] = [
        say(f"{shown(called) or 'A learner'}, {since}:"),
        shared_words(asked.text),
    ]
    if asked.is_answered:
        blocks += [aside("The answer:"), shared_words(asked.answer)]
        blocks += _public(asked)
    elif asked.state is State.CLOSED:
        blocks.append(say("It was closed without an answer."))
    else:
        until = at_phrase(asked.due_at, cohort.course.zone, now)
        blocks.append(say(f"An answer was promised by {until}, {cohort.course.zone}."))
    ways = _ways(mint, asked)
    return Card(
        text_id="ask.read",
        blocks=(*blocks, *((row(*ways),) if ways else ())),
        summary="Questions from learners",
        reach=Reach.SEALED,
    )


def _public(asked: Asked) -> list[Block]:
    match asked.public:
        case Public.NO:
            return []
        case Public.WISHED:
            return [aside("Who asked was asked whether other learners may read it. Nobody does by now.")]
        case Public.YES:
            return [aside("Every learner can read it, without a name, as:"), shared_words(asked.wording)]
        case Public.DECLINED:
            return [aside(DECLINED)]


def _ways(mint: Mint, asked: Asked) -> tuple[Button, ...]:
    if asked.state is State.OPEN:
        return (press(mint, "ask.answer", "Answer", asked.id),)
    if not asked.is_answered:
        return ()
    correct = press(mint, "ask.answer", "Correct the answer", asked.id, arg="again")
    if asked.public is Public.NO:
        return (correct, press(mint, "ask.publish", "For all learners", asked.id))
    if asked.public is Public.DECLINED:
        return (correct,)
    return (correct, press(mint, "ask.hide", "Hide it from learners", asked.id))


def answer_form(ref: str, text: str) -> Form:
    """Return the page of an answer, with what was written before."""
    return Form(
        text_id="ask.answer.form",
        ref=ref,
        name="ask_answer",
        title="Answer",
        intro="Who asked reads it, and who runs the course. Who asked hears at once that it is there.",
        fields=(
            TextField(name=ANSWER, label="Your answer", value=text, long=True, limit=ANSWER_MAX),
            _looked_at(),
        ),
        submit="Send",
    )


def wording_form(ref: str, text: str) -> Form:
    """Return the page on which a question is worded for all learners."""
    return Form(
        text_id="ask.publish.form",
        ref=ref,
        name="ask_publish",
        title="For all learners",
        intro=(
            "You may shorten the question. Who asked reads it as it stands here, and only with their yes "
            "do others read it with your answer, without a name."
        ),
        fields=(
            TextField(name=WORDING, label="The question", value=text, long=True, limit=QUESTION_MAX),
            _looked_at(),
        ),
        submit="Ask them",
    )


def _looked_at() -> ChoiceField:
    """Return the choice of who wrote something that may point at a person, and means it so."""
    return ChoiceField(
        name=LOOKED_AT,
        label="Names, numbers, links",
        options=(
            Option(name="ask", label="Ask me about them first"),
            Option(name=AS_IT_IS, label="As it is"),
        ),
        value="ask",
        required=False,
    )


def days_form(ref: str, days: DaysOff) -> Form:
    """Return the page for days off."""
    return Form(
        text_id="ask.days.form",
        ref=ref,
        name="ask_days",
        title="Days off",
        intro=(
            "On these days the clock of questions stands still. What was promised already is never due "
            "earlier by that; where it is due later, who asked is told."
        ),
        fields=(
            TextField(
                name=WEEK,
                label="Days of each week",
                hint="Sat, Sun",
                value=days_said(days.weekdays),
                required=False,
                limit=100,
            ),
            TextField(
                name=DATES,
                label="Dates, one or a span on a line",
                hint="24 December to 2 January",
                value="\n".join(_line(each) for each in days.spans),
                required=False,
                long=True,
                limit=1_000,
            ),
        ),
        submit="Save",
    )


def days_in_words(days: DaysOff, today: date, names: str) -> str:
    """Return "Saturday, Sunday and 24 December to 2 January"; "" where there are none ahead."""
    spans = [
        short_date(each.first, today)
        + ("" if each.first == each.last else f" to {short_date(each.last, today)}")
        for each in days.spans
        if each.last >= today
    ]
    said = [*((names,) if names else ()), *spans]
    return f"{', '.join(said[:-1])} and {said[-1]}" if said[1:] else "".join(said)


def _line(span: Span) -> str:
    first = span.first.isoformat()
    return first if span.first == span.last else f"{first} to {span.last.isoformat()}"


def answered() -> Card:
    """Return that an answer is on its way."""
    return _about("ask.answered", "It is there for who asked, and they are told.")


def wished() -> Card:
    """Return that the asker is asked."""
    return _about("ask.wished", "They are asked. Other learners read it only with their yes.")


def days_saved(days: str, moved: int) -> Card:
    """Return on which days questions wait now, and for how many that is later than was said."""
    off = f"Not counted: {days}." if days else "Every day counts."
    later = f" Waiting questions that are due later by that: {moved}. Who asked is told." if moved else ""
    return plain("ask.days.saved", off + later)


def hidden() -> Card:
    """Return that learners do not read a question any more."""
    return _about("ask.desk.hidden", "Other learners do not read it any more.")


def declined() -> Card:
    """Return that who asked keeps it to themselves and the trainers."""
    return _about("ask.declined", DECLINED)


def gone() -> Card:
    """Return what is said of a question that is not there any more."""
    return _about(
        "ask.desk.gone", "That question is not there any more: it was taken back, or its asker left."
    )


def _about(text_id: str, text: str) -> Card:
    return Card(text_id=text_id, blocks=(say(text),), summary="Noted.", reach=Reach.SEALED)
