"""Asking the instructor of a course, as its learner sees it: what that is, what they asked, and answers."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from bot.domain.courses.asking import QUESTION_MAX, Asked, Public, State
from bot.domain.courses.cohort import Cohort
from bot.domain.courses.units import AskRule
from bot.domain.prompts import Option
from bot.services.cards.courses.asking_words import contact, hours
from bot.services.cards.courses.dates import at_phrase
from bot.services.cards.plain import plain, press, row
from bot.services.cards.welcome import help_button
from bot.services.desk import Mint
from bot.surface.card import (
    LABEL_MAX,
    OPTIONS_MAX,
    Block,
    Buttons,
    Card,
    Choose,
    Reach,
    aside,
    own_words,
    say,
    shared_words,
)
from bot.surface.form import INTRO_MAX, Form, TextField
from bot.surface.text import shown

FIELD = "question"
WORDS = "words"
AT_ONCE = 5
"""Answers on one card."""
NOT_LIVE = "This is not live, and not for emergencies."
_HELP = f"{NOT_LIVE} In danger, `helpnow` has numbers to call."
NOTHING_TYPED = "Nothing is written yet. Leave it if you would rather not."
TOO_MUCH = "That was a lot within ten minutes. Your words are still here: please send them a little later."
IS_GONE = "That is not there any more, so nothing was sent. Your words are still here."
NOT_OPEN = "This course takes no questions now, so nothing was sent. Your words are still here."
_STATES = {
    State.WAITING: "not sent yet",
    State.OPEN: "waits for its answer",
    State.ANSWERED: "answered",
    State.CLOSED: "closed without an answer",
}


def too_long(length: int) -> str:
    """Return what is said to more than fits."""
    return f"A question has up to {QUESTION_MAX} characters; these are {length}. Your words are still here."


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """What stands round a question: the course, who answers, and the clock of who looks.

    `days_off`: on which days nobody answers, in words; "" where there are none.
    """

    id: UUID
    cohort: Cohort
    who: str = field(repr=False)
    days_off: str = ""
    zone: str
    now: datetime

    @property
    def rule(self) -> AskRule:
        """What the course promises."""
        return self.cohort.course.ask or AskRule()

    @property
    def promise(self) -> str:
        """How soon there is an answer, in one sentence."""
        off = f" Not counted: {self.days_off}." if self.days_off else ""
        return f"{shown(self.who)} can take up to {hours(self.rule.reply_within)} to answer.{off}"


def before(mint: Mint, around: Around, *, has_asked: bool, is_open: bool) -> Card:
    """Return what a question is, before one is written: how soon, who reads it, and what it is not for.

    `is_open`: the course takes new ones now.
    """
    write = (press(mint, "ask.write", "Write a question", around.id),) if is_open else ()
    mine = (press(mint, "ask.mine", "My questions", around.id),) if has_asked else ()
    return Card(
        text_id="ask.before",
        title="Ask your instructor",
        blocks=(
            say(around.promise if is_open else "This course takes no new questions now."),
            say(_HELP),
            say(
                "Who runs this course reads it, with your name, and nobody else. Please leave out names and "
                "details of people you support."
            ),
            row(
                *write,
                *mine,
                press(mint, "ask.answers", "Answers", around.id),
                help_button(mint),
            ),
        ),
        summary="Ask your instructor",
        reach=Reach.PERSONAL,
    )


def nobody_there(mint: Mint, around: Around, *, has_asked: bool) -> Card:
    """Return that a question would wait for nobody; what was asked, and its answers, can still be read."""
    mine = (press(mint, "ask.mine", "My questions", around.id),) if has_asked else ()
    return Card(
        text_id="ask.nobody",
        blocks=(
            say("Nobody is there at the moment to answer questions in this course."),
            *contact(around.cohort),
            row(*mine, press(mint, "ask.answers", "Answers", around.id)),
        ),
        summary="Ask your instructor",
        reach=Reach.PERSONAL,
    )


def not_taken() -> Card:
    """Return that a course takes no questions."""
    return plain("ask.none", "This course takes no questions here now. `help course` says whom to ask.")


def of_learners() -> Card:
    """Return where a trainer finds what learners ask."""
    return plain("ask.of_learners", "Learners ask here. What they ask you is on your course: `course`.")


def form(ref: str, around: Around, *, text: str = "") -> Form:
    """Return the page of a question, with what was written before."""
    return Form(
        text_id="ask.form",
        ref=ref,
        name="ask",
        title="Ask your instructor",
        intro=f"{NOT_LIVE} {around.promise}"[:INTRO_MAX],
        fields=(
            TextField(
                name=FIELD,
                label="Your question",
                hint="No names or details of people you support.",
                value=text,
                long=True,
                limit=QUESTION_MAX,
            ),
        ),
        submit="Send",
    )


def preview(mint: Mint, asked: Asked, version: str, text: str, signs: Sequence[Block]) -> Card:
    """Return a question that was not sent, below who to call: nobody reads it as it is written."""
    return Card(
        text_id="ask.preview",
        blocks=(
            *signs,
            say("Your question was not sent. An instructor may read it a day or two later, or never."),
            own_words(text),
            row(
                press(mint, "ask.as_it_is", "Send it all the same", asked.id, arg=version),
                press(mint, "ask.edit", "Edit", asked.id, arg=version),
                press(mint, "ask.drop", "Do not send", asked.id, arg=version),
            ),
        ),
        summary="For you to read.",
        reach=Reach.SEALED,
    )


def receipt(mint: Mint, around: Around, asked: Asked) -> Card:
    """Return that a question is with the instructor: which one, since when, by when, and what it is not."""
    since = at_phrase(asked.asked_at, around.zone, around.now)
    until = at_phrase(asked.due_at, around.zone, around.now)
    return Card(
        text_id="ask.receipt",
        title=f"Your question {asked.number}",
        blocks=(
            say(f"Asked on {since}. {around.promise} That is by {until}, your time."),
            say(_HELP),
            row(press(mint, "ask.back", "Take it back", asked.id), help_button(mint)),
        ),
        summary="Noted.",
        reach=Reach.SEALED,
    )


def not_sent() -> Card:
    """Return the answer to "Do not send"."""
    return _about("ask.dropped", "Fine. Nothing was sent, and your words are not kept.")


def taken_back() -> Card:
    """Return that a question is gone."""
    return _about("ask.taken_back", "Taken back. Your question is gone, and nobody reads it any more.")


def gone() -> Card:
    """Return what is said of a question that is not there any more."""
    return _about("ask.gone", "That question is not there any more.")


def mine(mint: Mint, around: Around, found: Sequence[Asked]) -> Card:
    """Return what a learner asked, to choose one; the latest first."""
    options = tuple(
        Option(
            name=each.id.hex,
            label=f"Question {each.number}, {at_phrase(each.asked_at, around.zone, around.now)}: "
            f"{_STATES[each.state]}"[:LABEL_MAX],
        )
        for each in sorted(found, key=lambda one: one.number, reverse=True)[:OPTIONS_MAX]
    )
    choose = Choose(ref=mint("ask.look", around.id), name="ask.look", ask="Which one?", options=options)
    return Card(
        text_id="ask.mine",
        title="My questions",
        blocks=(choose,),
        summary="My questions",
        reach=Reach.SEALED,
    )


def nothing_asked() -> Card:
    """Return that nothing was asked."""
    return plain("ask.mine.none", "You asked nothing in this course yet.")


def one(mint: Mint, around: Around, asked: Asked, wording: str) -> Card:
    """Return a question of a learner's as it stands, with its answer. `wording`: its version for others."""
    since = at_phrase(asked.asked_at, around.zone, around.now)
    blocks: list[Block] = [say(f"Asked on {since}."), own_words(asked.text)]
    if asked.is_answered:
        blocks += [say("The answer:"), shared_words(asked.answer)]
    else:
        blocks.append(say(_waits(around, asked)))
        blocks += [aside(_HELP)] if asked.state is State.OPEN else []
    return Card(
        text_id="ask.look",
        title=f"Your question {asked.number}",
        blocks=(*blocks, *_for_others(asked), _ways(mint, asked, wording)),
        summary="For you to read.",
        reach=Reach.SEALED,
    )


def _waits(around: Around, asked: Asked) -> str:
    until = at_phrase(asked.due_at, around.zone, around.now)
    if asked.state is State.CLOSED:
        return "It was closed: nobody answered it."
    if asked.state is State.WAITING:
        return "It was not sent."
    if asked.is_late:
        return f"There is no answer yet. It was promised by {until}, your time. Who runs the course was told."
    return f"It waits for its answer: by {until}, your time."


def _for_others(asked: Asked) -> tuple[Block, ...]:
    if not asked.is_answered or asked.is_private:
        return ()
    if asked.public is Public.YES:
        said = "Every learner of the course can read it with its answer, without your name, as:"
        return aside(said), shared_words(asked.wording)
    return (
        say("Other learners would read exactly this, with the answer above and without your name:"),
        shared_words(asked.wording),
        aside("A style can be known again, and so can a story. You can take it back any day."),
    )


def _ways(mint: Mint, asked: Asked, wording: str) -> Buttons:
    back = press(mint, "ask.back", "Take it back" if asked.state is State.OPEN else "Delete it", asked.id)
    if not asked.is_answered or asked.is_private:
        return row(back)
    if asked.public is Public.YES:
        return row(press(mint, "ask.hide", "Hide it from others", asked.id), back)
    yes = press(mint, "ask.yes", "Yes, they may", asked.id, arg=wording)
    return row(yes, press(mint, "ask.hide", "No, thanks", asked.id), back)


def public() -> Card:
    """Return that others may read it now."""
    return _about("ask.public", "They can read it now, without your name. You can take it back any day.")


def hidden() -> Card:
    """Return that others do not read it."""
    return _about("ask.hidden", "Fine. Nobody but you and who runs the course reads it.")


def answers(
    mint: Mint, course: UUID, found: Sequence[Asked], own: Collection[UUID], *, words: str = ""
) -> Card:
    """Return answers that a learner may read: to their own questions, and what all learners may read.

    `own`: who they are, in each course of theirs that was looked through.
    """
    blocks: list[Block] = []
    for each in found[:AT_ONCE]:
        is_own = each.member in own
        blocks.append(say("You asked:" if is_own else "A learner asked:"))
        blocks += [own_words(each.text) if is_own else shared_words(each.wording)]
        blocks += [aside("The answer:"), shared_words(each.answer)]
    if not found:
        blocks.append(say("Nothing has all of these words." if words else "There are no answers yet."))
    elif len(found) > AT_ONCE:
        blocks.append(aside(f"These are the latest {AT_ONCE}. More words find others."))
    return Card(
        text_id="ask.answers",
        title="Answers",
        blocks=(*blocks, row(press(mint, "ask.search", "Search", course))),
        summary="Answers in your course",
        reach=Reach.SEALED,
    )


def search_form(ref: str) -> Form:
    """Return the page for words to look for."""
    return Form(
        text_id="ask.search.form",
        ref=ref,
        name="ask_search",
        title="Search the answers",
        intro="What all of these words stand in is found. They are not kept.",
        fields=(TextField(name=WORDS, label="Words", limit=100),),
        submit="Search",
    )


def _about(text_id: str, text: str) -> Card:
    return Card(text_id=text_id, blocks=(say(text),), summary="Noted.", reach=Reach.SEALED)
