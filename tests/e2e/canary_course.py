"""What is said in a course, with a sentence wherever words go: the organiser's, a trainer's, a learner's."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.e2e.canary_watch import Watch
from tests.e2e.disk import sentence
from tests.e2e.scenario_course import (
    COHORT,
    LAUNCHED,
    TRAINER,
    answers_open,
    code_on,
    drafted,
    entered,
    joins,
    launched,
    opened,
    pushed,
    shows_a_page,
    to,
    trains,
)
from tests.e2e.sim_driver import Shown, Story

WHO, OTHER = COHORT[:2]
"""Who writes, and who reads none of it."""
SAID, ASKED, WROTE, LINE = (sentence(f"course/{which}") for which in "abcd")
"""An organiser's words, a trainer's own question, a learner's answer, which they show, and their line."""
TO_ALL, OF_ONE = (SAID, ASKED), (WROTE, LINE)
"""What every learner may read on a card of theirs, and what two people read where nothing remains."""
_BEFORE_ALL = ("screen: ", "memory: ")


@dataclass(frozen=True)
class LiveCourse:
    """A course with its trainer and two learners, of whom one writes."""

    story: Story
    data: Path

    def begins(self) -> None:
        """The organiser's words are entered, two join, one reads them."""
        trains(self.story, self.data, "slack")
        drafted(self.story)
        entered(self.story, disclosures=SAID)
        code = code_on(to(TRAINER, self.story.press(TRAINER, "course.publish")))
        for who in (WHO, OTHER):
            joins(self.story, who, code, "slack")
        self.story.command(OTHER, "course")
        assert SAID in to(OTHER, self.story.press(OTHER, "learn.about"))["text"]

    def asks(self) -> None:
        """The trainer asks something of their own on the next day; it comes to both."""
        self.story.clock(LAUNCHED)
        launched(self.story)
        opened(self.story)
        self.story.press(TRAINER, "own.write")
        [seen] = self.story.submit(
            TRAINER, "own", text=f"What was {ASKED} today?", day="2026-02-20", at="12:00"
        )
        assert (seen["text_id"], ASKED in seen["text"]) == ("own.preview", True)
        self.story.press(TRAINER, "own.send")
        came = pushed(self.story.clock("2026-02-20T18:00:00Z"))
        assert [ASKED in each["text"] for each in came] == [True, True]

    def answers(self) -> None:
        """One learner answers in words of their own."""
        self.story.clock("2026-02-21T09:00:00Z")
        answers_open(self.story, WHO, WROTE)

    def shows(self) -> None:
        """They show that page."""
        shows_a_page(self.story, WHO)

    def is_read(self, words: str) -> None:
        """The trainer reads it, where nothing remains."""
        shown = to(TRAINER, self.story.press(TRAINER, "learn.shared"))
        assert (shown["seen_by"], words in shown["text"]) == ("reading", True)

    def rates(self) -> None:
        """They say at the end how it was, with a line to the trainers."""
        self.story.clock("2026-02-24T12:00:00Z")
        self.story.command(WHO, "course")
        self.story.press(WHO, "rate.open")
        while "rate.line" not in [control["name"] for control in self.story.shown[-1]["controls"] or ()]:
            self.story.choose(WHO, "rate.met", "fully")
        self.story.press(WHO, "rate.line")
        self.story.submit(WHO, "rate.line", text=LINE)
        self.story.press(WHO, "learn.show.as_it_is")

    def is_erased(self) -> None:
        """They erase everything; what they showed is shown no more."""
        self.story.command(WHO, "erase")
        self.story.press(WHO, "erase.ask")
        self.story.press(WHO, "erase.confirm")
        assert to(TRAINER, self.story.press(TRAINER, "learn.shared"))["text_id"] == "learn.shared.none"


def found(watch: Watch, story: Story) -> list[tuple[str, str]]:
    """Return which words were found, and each place in which they may not be: on a disk, in a log, in memory.

    What is said to every learner stands on their own cards, and in what is drawn for them, and there alone.
    """
    every = [(words, place) for words in (*TO_ALL, *OF_ONE) for place in watch.findings(story, words)]
    return [(words, place) for words, place in every if words in OF_ONE or not place.startswith(_BEFORE_ALL)]


def read_by(story: Story, who: str) -> Iterator[Shown]:
    """Return what came before somebody of what one learner wrote."""
    return (
        record for record in story.shown if record["to"] == who and any(one in str(record) for one in OF_ONE)
    )
