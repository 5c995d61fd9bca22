"""A question to the instructor of a course, and its answer: what each does, and what comes to them."""

from __future__ import annotations

from collections.abc import Sequence

from tests.e2e.scenario_course import LEARNER, TRAINER, names, to
from tests.e2e.sim_driver import Shown, Story

FRIDAY_AT_FIVE = "2026-01-09T22:00:00Z"
"""Five in the afternoon in New York, where the course is at home."""


def asks_instructor(story: Story, text: str, who: str = LEARNER) -> list[Shown]:
    """Let somebody ask their instructor something; return what that shows, to them and to others."""
    story.command(who, "course")
    before = to(who, story.press(who, "ask.open"))
    assert before["text_id"] == "ask.before"
    story.press(who, "ask.write")
    return story.submit(who, "ask", question=text)


def receipt_of(shown: Sequence[Shown], who: str = LEARNER) -> Shown:
    """Return the receipt among what was shown."""
    [one] = [record for record in shown if record["to"] == who and record["text_id"] == "ask.receipt"]
    return one


def reads_question(story: Story, who: str = TRAINER) -> Shown:
    """Let a trainer read the question that waits, from the course; return it."""
    story.command(who, "course")
    desk = to(who, story.press(who, "ask.desk"))
    [way] = [each for each in desk["controls"] or () if each["name"] == "ask.read"]
    return to(who, story.choose(who, "ask.read", way["options"][0]["name"]))


def answers_question(story: Story, text: str, who: str = TRAINER) -> list[Shown]:
    """Let a trainer answer the question that waits; return what that shows."""
    reads_question(story, who)
    story.press(who, "ask.answer")
    return story.submit(who, "ask_answer", answer=text)


def of_desk(shown: Sequence[Shown], who: str) -> list[Shown]:
    """Return what came to somebody of questions by itself: a word that leads there."""
    return [
        record
        for record in shown
        if record["to"] == who and any(name.startswith("ask.") for name in names(record))
    ]
