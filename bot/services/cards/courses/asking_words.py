"""What is said of a question as time passes: to who asked, and to who runs the course."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import assert_never

from bot.domain.courses.asking import Asked, Word
from bot.domain.courses.cohort import Cohort
from bot.domain.courses.units import AskRule
from bot.services.cards.courses.dates import at_phrase
from bot.services.cards.plain import press, row
from bot.services.desk import Mint
from bot.surface.card import Block, Card, Reach, say
from bot.surface.text import shown

NEW = "A learner asks you a question."
NUDGE = "A learner's question waits for its answer, which was promised by {at}."
LATE = "A learner's question was not answered by the time that was promised. Who asked hears so."
CLOSED = "A learner's question was closed without an answer. Who asked hears so."
LABEL = "The questions"


def hours(length: timedelta) -> str:
    """Return "48 hours"."""
    return f"{round(length.total_seconds() / 3600)} hours"


def nudge(cohort: Cohort, asked: Asked, now: datetime) -> str:
    """Return the word to a trainer that a question waits, on the clock of the course."""
    zone = cohort.course.zone
    return NUDGE.format(at=f"{at_phrase(asked.due_at, zone, now)}, {zone}")


def told(mint: Mint, cohort: Cohort, asked: Asked, zone: str | None, now: datetime) -> Card | None:
    """Return the word to who asked: what is so now, and the way to it; nothing of what they wrote."""
    if asked.word is None:
        return None
    zone = zone or cohort.course.zone
    is_wished_no_more = asked.word is Word.WISHED and asked.is_private
    word = Word.ANSWERED if is_wished_no_more else asked.word
    return Card(
        text_id=f"ask.told.{word}",
        title=shown(cohort.course.short_title),
        blocks=(*_said(word, cohort, asked, zone, now), row(press(mint, "ask.look", "Look", asked.id))),
        summary="A word about your course.",
        reach=Reach.PERSONAL,
    )


def _said(word: Word, cohort: Cohort, asked: Asked, zone: str, now: datetime) -> tuple[Block, ...]:
    rule = cohort.course.ask or AskRule()
    named = f"question {asked.number}"
    match word:
        case Word.ANSWERED:
            return (say(f"There is an answer to your {named}."),)
        case Word.CORRECTED:
            return (say(f"The answer to your {named} was corrected."),)
        case Word.MOVED:
            at = at_phrase(asked.due_at, zone, now)
            return (
                say(
                    f"Your {named} is answered later than was said: by {at}, your time. "
                    "Days off were added to the course."
                ),
            )
        case Word.LATE:
            return (
                say(
                    f"The {hours(rule.reply_within)} for your {named} are over, and there is no answer yet. "
                    "That was promised otherwise, and who runs the course was told. It stays open, and you "
                    "can take it back."
                ),
                *contact(cohort),
            )
        case Word.CLOSED | Word.ENDED:
            ended = f"The course ended before there was an answer to your {named}, and nobody answers it now."
            late = f"Your {named} was closed: nobody answered it. That is not how it was promised to you."
            return (say(ended if word is Word.ENDED else late), *contact(cohort))
        case Word.WISHED:
            return (
                say(
                    f"Your instructor answered your {named}, and asks whether other learners may read both, "
                    "without your name. You read first what they would read. Nobody does without your yes."
                ),
            )
        case _:
            assert_never(word)


def contact(cohort: Cohort) -> tuple[Block, ...]:
    """Return how the organiser is reached, where they said so."""
    said = shown(cohort.contact).strip()
    return (say(f"Another way to ask: {said}"),) if said else ()
