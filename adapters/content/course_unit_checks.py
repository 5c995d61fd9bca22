"""The rules for courses in units: what stands where, what is ticked, and how long all of it takes."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from adapters.content.course_models import CourseFile
from adapters.content.course_test_checks import check_test, check_tests_together
from adapters.content.course_unit_build import minutes_of
from adapters.content.course_unit_models import UnitEntry
from adapters.content.problems import Place, Problem
from adapters.content.required import Whole
from bot.domain.courses.course import Pace
from bot.domain.prompts import Domain, Sensitivity

TEST_MINUTES = 30
"""The most that a test takes, as it is reckoned here."""
_WITH_UNITS = ("lasts", "post_test", "nudges", "unit_reflection", "completion")


def check_units(top: Place, content: CourseFile) -> Iterator[Problem]:
    """All that is about units, their tests, and what is promised on both."""
    yield from _check_shape(top, content)
    yield from _check_lasts(top.at("lasts"), content)
    yield from _check_promises(top, content)
    titles: set[str] = set()
    for unit in content.units:
        place = _place(top, unit)
        if unit.title.casefold() in titles:
            yield place.at("title").problem("same_title", "Another unit has this title. Reword one.")
        titles.add(unit.title.casefold())
        yield from _check_items(place.at("items"), unit)
        yield from check_test(place.at("test"), unit, content.post_test)
    yield from check_tests_together(
        (_place(top, unit).at("test").item(asked.id), asked) for unit in content.units for asked in unit.test
    )


def wholes_of_units(top: Place, content: CourseFile) -> Iterator[Whole]:
    """What asks for words that may not be left out reads the question after a unit as it reads a prompt."""
    asked = [(_place(top, unit).at("reflection"), unit.reflection or "") for unit in content.units]
    if content.unit_reflection:
        asked.append((top.at("unit_reflection").at("text"), content.unit_reflection.text))
    for place, text in asked:
        yield Whole(
            place=place,
            kind="prompt",
            domain=Domain.ALLIANCE,
            sensitivity=Sensitivity.PERSONAL,
            texts=(text,),
        )


def texts_of_units(top: Place, content: CourseFile) -> Iterator[tuple[Place, str]]:
    """Everything in units and their tests that people read."""
    for unit in content.units:
        place = _place(top, unit)
        yield place.at("title"), unit.title
        for number, item in enumerate(unit.items):
            yield place.at("items").item(str(number)).at("title"), item.title
        if unit.reflection:
            yield place.at("reflection"), unit.reflection
        for asked in unit.test:
            here = place.at("test").item(asked.id)
            yield here.at("q"), asked.q
            for number, option in enumerate(asked.options):
                yield here.at("options").item(str(number)), option
            yield here.at("why"), asked.why
    if content.unit_reflection:
        yield top.at("unit_reflection").at("text"), content.unit_reflection.text
    if content.completion:
        yield top.at("completion").at("evidence").at("wording"), content.completion.evidence.wording


def _place(top: Place, unit: UnitEntry) -> Place:
    return top.at("units").item(f"n={unit.n}")


def _check_shape(top: Place, content: CourseFile) -> Iterator[Problem]:
    """Units go in each learner's own pace, in their order, and what is about them needs some."""
    if content.units and content.meta.pace is Pace.LIVE:
        message = "Units go in each learner's own pace. Write `pace: own`, or remove them."
        yield top.at("units").problem("units_in_live_pace", message)
    if content.ask_instructor and content.meta.pace is Pace.LIVE:
        message = "In a live course people ask where they meet. Remove this, or write `pace: own`."
        yield top.at("ask_instructor").problem("ask_in_live_pace", message)
    if [each.n for each in content.units] != list(range(1, len(content.units) + 1)):
        message = "Units are numbered 1, 2, 3 in this order. Correct `n`."
        yield top.at("units").problem("unit_numbers", message)
    for name in _WITH_UNITS:
        if not content.units and getattr(content, name) is not None:
            message = "This is about units, and there are none. Remove it, or add `units`."
            yield top.at(name).problem("only_with_units", message)
    if not content.units and not content.push:
        yield top.at("push").problem("too_few", "Nothing comes to anybody here. Add a prompt, or units.")


def _check_lasts(place: Place, content: CourseFile) -> Iterator[Problem]:
    """What is said of all of it holds what is said of each unit, and some time for the tests."""
    if not content.units or content.lasts is None:
        return
    said, units = minutes_of(content.lasts), sum(each.minutes for each in content.units)
    tests = TEST_MINUTES * sum(1 for each in content.units if each.test or content.post_test)
    if said < units:
        message = f"The units alone come to {units} minutes, and this says {said}. Correct one of them."
        yield place.problem("lasts_too_short", message)
    elif said > units + tests:
        message = f"The units come to {units} minutes, and this says {said}. Correct one of them."
        yield place.problem("lasts_too_long", message)


def _check_promises(top: Place, content: CourseFile) -> Iterator[Problem]:
    ask = content.ask_instructor
    if ask and int(ask.nudge_at[2:-1]) >= int(ask.reply_within[2:-1]):
        message = "The instructor is reminded before the time is up. Write fewer hours here."
        yield top.at("ask_instructor").at("nudge_at").problem("nudge_too_late", message)
    if content.nudges:
        days = [int(each[1:-1]) for each in content.nudges.if_idle]
        if any(later <= earlier for earlier, later in pairwise(days)):
            message = "Write the days from the fewest to the most, each once."
            yield top.at("nudges").at("if_idle").problem("nudges_order", message)


def _check_items(place: Place, unit: UnitEntry) -> Iterator[Problem]:
    seen: set[str] = set()
    for number, item in enumerate(unit.items):
        if item.title.casefold() in seen:
            here = place.item(str(number)).at("title")
            yield here.problem("same_title", "Something else here has this title. Reword one.")
        seen.add(item.title.casefold())
    if not any(item.required for item in unit.items):
        message = "Nothing here is required, so nobody could say when it is done. Set `required: true` once."
        yield place.problem("nothing_required", message)
