"""What a trainer and a learner do in a course with units, and what comes to each of them."""

from __future__ import annotations

import re
from base64 import b64decode
from collections.abc import Sequence
from pathlib import Path

from bot.domain.courses.course import Course
from bot.domain.courses.units import Question
from tests.e2e.scenario_course import (
    LEARNER,
    READS,
    TRAINER,
    asks,
    code_on,
    joins,
    names,
    to,
    trains,
)
from tests.e2e.sim_driver import Shown, Story
from tests.made_once import our_library

UNITS = "family_alliance_5"
"""The course of five units in the library."""
SECOND = "ben"
"""Somebody else who learns in it."""
BEGINS = "2026-01-05"


def course() -> Course:
    """Return that course, as the library has it."""
    return next(each.course for each in our_library().courses() if each.id == UNITS)


def drafted(story: Story, *, hours: str = "") -> Shown:
    """Let a course with units begin as a draft; its organiser may enter hours."""
    story.command(TRAINER, "course create")
    [option] = [
        each["name"]
        for each in story.control(TRAINER, "course.pick")["options"]
        if each["label"] == course().title
    ]
    story.choose(TRAINER, "course.pick", option)
    values = {"first": BEGINS, "zone": "America/New_York"} | ({"hours": hours} if hours else {})
    return to(TRAINER, story.submit(TRAINER, "course.dates", **values))


def entered(story: Story, *, links: bool = True) -> Shown:
    """Let the trainer enter what an organiser says, and the link of every item."""
    story.press(TRAINER, "course.details")
    form = story.form(TRAINER, "course.details")
    [listed] = [field["value"] for field in form["fields"] if field["name"] == "links"]
    named = "\n".join(
        f"{line.rstrip().removesuffix(':')}: {READS}/{n}" for n, line in enumerate(listed.splitlines())
    )
    return to(
        TRAINER,
        story.submit(
            TRAINER,
            "course.details",
            disclosures="None of us has anything to disclose.",
            approvals="Approved by an invented board.",
            contact="course@example.org",
            access="access@example.org",
            **({"links": named} if links else {}),
        ),
    )


def published(story: Story, *, hours: str = "") -> str:
    """Let a course with units be ready to be joined; return its code."""
    drafted(story, hours=hours)
    entered(story)
    return code_on(to(TRAINER, story.press(TRAINER, "course.publish")))


def begins(
    story: Story, data: Path, surface: str, *, people: Sequence[str] = (LEARNER,), hours: str = ""
) -> str:
    """Let people be in a course with units, which begins by itself; return its code."""
    trains(story, data, surface)
    code = published(story, hours=hours)
    for who in people:
        joins(story, who, code, surface)
    return code


def opens(story: Story, who: str, n: int) -> Shown:
    """Let somebody open a unit from the course; return its card."""
    card = to(who, story.command(who, "course continue"))
    ways = [each for each in card["controls"] or () if each["name"].startswith("unit.open")]
    for way in ways:
        if str(n) in {option["name"] for option in way["options"] or ()}:
            return to(who, story.send(do="choose", who=who, ref=way["ref"], values=[str(n)]))
    [way] = [each for each in ways if f"unit {n}" in each["label"].casefold()]
    return to(who, story.send(do="press", who=who, ref=way["ref"]))


def ticks(story: Story, who: str, n: int, *places: int) -> Shown:
    """Let somebody tick items of a unit that stands before them; return the card after it."""
    for place in places:
        [shown] = story.choose(who, "unit.tick", f"{n}.{place}")
    return shown


def required(n: int) -> list[int]:
    """Return the places of what is required in a unit."""
    unit = course().unit(n)
    assert unit is not None
    return [place for place, item in enumerate(unit.items) if item.required]


def takes(story: Story, who: str, right: int) -> list[str]:
    """Let somebody begin the test that they are offered, and answer so many questions of it rightly.

    Return the texts of what was asked. Nothing is handed in yet.
    """
    story.press(who, "test.begin")
    return answers(story, who, right)


def answers(story: Story, who: str, right: int) -> list[str]:
    """Let somebody answer what is asked now and next, the first `right` rightly; return the texts."""
    texts: list[str] = []
    while "test.answer" in names(_last(story, who)):
        texts.append(_answer(story, who, is_right=len(texts) < right))
    return texts


def takes_some(story: Story, who: str, count: int) -> list[str]:
    """Let somebody answer so many questions rightly, and leave the rest; return the texts."""
    return [_answer(story, who, is_right=True) for _ in range(count)]


def _answer(story: Story, who: str, *, is_right: bool) -> str:
    card = _last(story, who)
    asked = asked_on(card)
    place = right_option(card, asked)
    options = [option["name"] for option in story.control(who, "test.answer")["options"]]
    wrong = next(name for name in options if name != place)
    story.choose(who, "test.answer", place if is_right else wrong)
    return asked.text


def asked_on(card: Shown) -> Question:
    """Return which question stands on a card."""
    text = plain(asks(card))
    [found] = [each for unit in course().units for each in unit.test if plain(each.text) in text]
    return found


def right_option(card: Shown, asked: Question) -> str:
    """Return the name of the option that is right, whichever order was drawn."""
    [control] = [each for each in card["controls"] or () if each["name"] == "test.answer"]
    lines = dict(re.findall(r"^([A-Y]): (.+)$", card["text"], re.MULTILINE))
    said = {option["name"]: lines.get(option["label"], option["label"]) for option in control["options"]}
    [right] = [name for name, label in said.items() if plain(label) == plain(asked.options[asked.answer])]
    return str(right)


def hands_in(story: Story, who: str) -> Shown:
    """Let somebody hand in what they answered; return what came of it."""
    return to(who, story.press(who, "test.hand_in"))


def finishes(story: Story, who: str, n: int) -> Shown:
    """Let somebody tick all that a unit requires, and pass its test; return what came of that."""
    opens(story, who, n)
    ticks(story, who, n, *required(n))
    story.press(who, "test.open")
    takes(story, who, 5)
    return hands_in(story, who)


def record_of(story: Story, who: str) -> str:
    """Return what stands in the record that somebody has made of how far they are, as text."""
    story.command(who, "course")
    story.press(who, "complete.offer")
    made = story.press(who, "evidence.make")
    [text] = [
        b64decode(file["base64"]).decode()
        for record in made
        for file in record["files"] or ()
        if file["name"].endswith(".md")
    ]
    return text


def _last(story: Story, who: str) -> Shown:
    return next(record for record in reversed(story.shown) if record["to"] == who)


def plain(text: str) -> str:
    """Return a text as any surface may have drawn it: without quotes of a kind, in one line."""
    return " ".join(text.replace("\u2019", "'").split())
