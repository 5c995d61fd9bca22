"""What tests of single promises stand on: the library that ships, and walking its flows as a person does."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from click.testing import CliRunner

from adapters.content.library import Library
from adapters.content.loader import Report, examine
from bot.app.cli.course import course as course_command
from bot.app.library import Folders, library_folder
from bot.domain.courses.course import CourseTemplate
from bot.domain.flows import Route
from bot.domain.prompts import Prompt
from tests.e2e.scenario_steps import WHO, play, settling
from tests.e2e.sim_driver import Shown, Story, story_in_process
from tests.made_once import load_once

Given = str | int | Sequence[str]
"""What is answered: an option or words, a step of a scale, some options."""

PASSED: Mapping[str, Given] = {}


def library() -> Library:
    """Return the library that ships, read once in a process."""
    return load_once(Folders(library_folder()))


@cache
def report() -> Report:
    """Look over the library that ships, once in a process: its problems, and its voice."""
    return examine(library_folder())


def family(name: str) -> list[Prompt]:
    """Return the prompts of a family."""
    return [prompt for prompt in library().prompts() if prompt.family == name]


@contextmanager
def settled(data: Path, surface: str = "slack", **operator_set: object) -> Iterator[Story]:
    """Somebody who said yes, and chose an hour; with what whoever runs the server has set."""
    with story_in_process(data, operator_set=operator_set) as story:
        play(story, settling(surface))
        yield story


def begin(story: Story, flow: str) -> Shown:
    """Begin a flow from the list; return its first card, which may ask for a way."""
    story.command(WHO, "practise")
    [card] = story.choose(WHO, "flow.choose", flow)
    return card


def set_out(story: Story, flow: str, route: Route = Route.LONG) -> list[Shown]:
    """Begin a flow from the list, and choose a way where there are two; return its first cards."""
    card = begin(story, flow)
    if card["text_id"] != f"flow.{flow}.way":
        return [card]
    return [card, *story.press(WHO, f"flow.{route}")]


def walk(
    story: Story, flow: str, given: Mapping[str, Given] = PASSED, route: Route = Route.LONG
) -> list[Shown]:
    """Walk a flow without a quiet wait to its end; return all of its cards.

    What is not `given` is passed; no day is chosen.
    """
    cards = set_out(story, flow, route)
    while {"flow.stop", "flow.pass"} & set(names(cards[-1])):
        step = cards[-1]["text_id"].rpartition(".")[2]
        cards += _answer(story, cards[-1], given.get(step))
    return cards


def names(card: Shown) -> list[str]:
    """Return the names of what can be pressed on a card, and answered."""
    return [control["name"] for control in card["controls"] or ()]


def asked(cards: Sequence[Shown]) -> str:
    """Return all that cards say and ask, in order, with the options there are."""
    return "\n".join(line for card in cards for line in _lines(card))


def options(story: Story, name: str = "flow.answer") -> dict[str, str]:
    """Return what there is to choose from at the control of this name: name and label."""
    return {option["name"]: option["label"] for option in story.control(WHO, name)["options"]}


def _answer(story: Story, card: Shown, given: Given | None) -> list[Shown]:
    if given is None:
        return story.press(WHO, "flow.pass")
    if "flow.answer" not in names(card):
        story.press(WHO, "flow.write")
        return story.submit(WHO, "flow.save", text=given)
    if isinstance(given, int):
        return story.scale(WHO, "flow.answer", given)
    return story.choose(WHO, "flow.answer", *([given] if isinstance(given, str) else given))


def _lines(card: Shown) -> Iterator[str]:
    yield card["text"] or ""
    for control in card["controls"] or ():
        if control["name"] == "flow.answer":
            yield control["label"]
            yield ", ".join(option["label"] for option in control["options"] or ())


def course(course_id: str) -> CourseTemplate:
    """Return a course of the library that ships.

    Raises:
        LookupError: there is none of that id.
    """
    found = library().course(course_id)
    if found is None:
        raise LookupError(course_id)
    return found


def course_check(course_id: str) -> str:
    """Return what `reststop course check` says of a course that ships."""
    file = library_folder() / "courses" / f"{course_id}.yaml"
    told = CliRunner().invoke(course_command, ["check", str(file)])
    assert told.exit_code == 0, told.output
    return told.stdout
