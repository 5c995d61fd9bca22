"""Words of a course, through the real house: each before those whom it is for, in clear on no disk."""

from __future__ import annotations

from pathlib import Path

from tests.e2e.disk import hits, sentence
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
from tests.e2e.sim_driver import Story, story_in_process


def test_what_is_said_in_a_course_lies_in_clear_in_no_file(tmp_path: Path) -> None:
    """An organiser's words, a trainer's question, an answer, a page that is shown, a line: each is sealed.

    Over kills and a restart, and after all of it was deleted.
    """
    data, who = tmp_path / "data", COHORT[0]
    said, asked, wrote, line = (sentence(f"course/{which}") for which in "abcd")
    every = (said, asked, wrote, line)
    with story_in_process(data) as story:
        trains(story, data, "slack")
        drafted(story)
        entered(story, disclosures=said)
        code = code_on(to(TRAINER, story.press(TRAINER, "course.publish")))
        for one in COHORT[:2]:
            joins(story, one, code, "slack")
        story.command(COHORT[1], "course")
        assert said in to(COHORT[1], story.press(COHORT[1], "learn.about"))["text"]
        story.clock(LAUNCHED)
        launched(story)
        _asks(story, f"What was {asked} today?")
        assert _hits(tmp_path, *every) == []
        story.clock("2026-02-21T09:00:00Z")
        answers_open(story, who, wrote)
        story.kill("after_commit")
        shows_a_page(story, who)
        story.restart()
        shows_a_page(story, who)
        assert wrote in to(TRAINER, story.press(TRAINER, "learn.shared"))["text"]
        assert _hits(tmp_path, *every) == []
        story.clock("2026-02-24T12:00:00Z")
        _rates(story, who, line)
        assert line in to(TRAINER, story.press(TRAINER, "learn.shared"))["text"]
        assert not any(wrote in str(each) or line in str(each) for each in _of(story, COHORT[1]))
        assert _hits(tmp_path, *every) == []
        story.command(who, "erase")
        story.press(who, "erase.ask")
        story.press(who, "erase.confirm")
        assert to(TRAINER, story.press(TRAINER, "learn.shared"))["text_id"] == "learn.shared.none"
    assert _hits(tmp_path, *every) == []


def _asks(story: Story, question: str) -> None:
    """Let the trainer ask something of their own, on the next day."""
    opened(story)
    story.press(TRAINER, "own.write")
    [seen] = story.submit(TRAINER, "own", text=question, day="2026-02-20", at="12:00")
    assert (seen["text_id"], question in seen["text"]) == ("own.preview", True)
    story.press(TRAINER, "own.send")
    came = pushed(story.clock("2026-02-20T18:00:00Z"))
    assert [question in each["text"] for each in came] == [True, True]


def _rates(story: Story, who: str, line: str) -> None:
    """Let somebody say how the course was, with a line to the trainers."""
    story.command(who, "course")
    story.press(who, "rate.open")
    while "rate.line" not in [control["name"] for control in story.shown[-1]["controls"] or ()]:
        story.choose(who, "rate.met", "fully")
    story.press(who, "rate.line")
    story.submit(who, "rate.line", text=line)
    story.press(who, "learn.show.as_it_is")


def _of(story: Story, who: str) -> list[object]:
    return [record for record in story.shown if record["to"] == who]


def _hits(folder: Path, *texts: str) -> list[str]:
    return [hit for text in texts for hit in hits(folder, text)]
