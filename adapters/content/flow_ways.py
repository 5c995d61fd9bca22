"""Where the steps of a flow lead: every way comes to an end, and asks no more than its length allows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from itertools import product

from adapters.content.flow_build import flow_of, onward_of
from adapters.content.flow_models import (
    ChoiceEntry,
    EndEntry,
    FlowFile,
    MultiEntry,
    PassageEntry,
    SayEntry,
    WaitByEntry,
)
from adapters.content.models import ELSE
from adapters.content.problems import Place, Problem
from bot.domain.flow_walk import longest, onward, starts
from bot.domain.flows import Flow, Route
from bot.domain.prompts import Depth

MOST_ASKS: Mapping[Depth, int] = {Depth.SHORT: 2, Depth.MEDIUM: 6, Depth.LONG: 13}


def check_ways(file: str, content: FlowFile) -> Iterator[Problem]:
    """The way through one flow. A flow without a problem here can be walked."""
    top = Place(file)
    yield from _check_answers(top, content)
    lost = list(_check_targets(top, content))
    yield from lost
    if lost:
        return
    circle = _circle_of(content)
    if circle:
        message = f"{' leads to '.join(circle)}. Let one of them lead on."
        yield top.at("steps").at(circle[0]).at("to").problem("circle", message)
        return
    flow = flow_of(content)
    yield from _check_reached(top, flow)
    yield from _check_short_way(top, content)
    yield from _check_length(top, flow)
    yield from _check_order(top, content, flow)


def _leading(content: FlowFile) -> Iterator[tuple[str, PassageEntry]]:
    """Every step that leads on."""
    for step_id, entry in content.steps.items():
        if not isinstance(entry, EndEntry):
            yield step_id, entry


def _check_answers(top: Place, content: FlowFile) -> Iterator[Problem]:
    """Whatever is answered, there is one way on."""
    for step_id, entry in _leading(content):
        place = top.at("steps").at(step_id).at("to")
        to = onward_of(entry.to)
        options = set(entry.options) if isinstance(entry, ChoiceEntry | MultiEntry) else set()
        for answer, _ in to.named:
            if answer not in options:
                message = f"{answer} is no option here. Correct it or remove it."
                yield place.at(answer).problem("unknown_option", message)
        left = options - {answer for answer, _ in to.named}
        if isinstance(entry, SayEntry) and not to.is_single:
            yield place.problem("say_divides", "Nothing is asked here, so one step follows. Name it.")
        elif to.otherwise is None and (left or not isinstance(entry, ChoiceEntry)):
            message = f"Not every answer leads on. Add `{ELSE}: step` for the rest."
            yield place.problem("way_missing", message)


def _targets(content: FlowFile) -> Iterator[tuple[Place, str, str]]:
    """Where a step is named as one to go to: the place in the file, from where, and the step."""
    steps = Place("", "steps")
    for step_id, entry in _leading(content):
        place = steps.at(step_id)
        if isinstance(entry.to, str):
            yield place.at("to"), step_id, entry.to
        else:
            for answer, target in entry.to.items():
                yield place.at("to").at(answer), step_id, target
        if entry.gate:
            yield place.at("gate").at("otherwise"), step_id, entry.gate.otherwise


def _named(content: FlowFile) -> Iterator[tuple[Place, str]]:
    """Every place in which a step is named."""
    yield Place("", "start"), content.start
    for step_id in content.short_skips:
        yield Place("", "short_skips"), step_id
    for place, _, target in _targets(content):
        yield place, target
    for step_id, entry in _leading(content):
        place = Place("", "steps").at(step_id)
        if entry.gate:
            yield place.at("gate").at("step"), entry.gate.step
        if isinstance(entry, SayEntry) and isinstance(entry.wait, WaitByEntry):
            yield place.at("wait").at("by"), entry.wait.by
    for name, variant in content.variants.items():
        place = Place("", "variants").at(name)
        yield from ((place.at("when").at(step_id), step_id) for step_id in variant.when)
        yield from ((place.at("texts").at(step_id), step_id) for step_id in variant.texts)


def _check_targets(top: Place, content: FlowFile) -> Iterator[Problem]:
    for place, named in _named(content):
        if named not in content.steps:
            message = f"No step is called {named}. Correct it or add the step."
            yield Place(top.file, place.path).problem("unknown_step", message)


def _circle_of(content: FlowFile) -> list[str]:
    """The steps of a circle in the order in which they lead to each other; empty where there is none."""
    before: dict[str, set[str]] = {step_id: set() for step_id in content.steps}
    for _, source, target in _targets(content):
        before[target].add(source)
    try:
        TopologicalSorter(before).prepare()
    except CycleError as error:
        found: list[str] = error.args[1]
        return found
    return []


def _reached(flow: Flow, route: Route, without: str | None = None) -> set[str]:
    """Every step that may come on this way, when nobody goes past `without`."""
    reached: set[str] = set()
    waiting = list(starts(flow, route))
    while waiting:
        step_id = waiting.pop()
        if step_id not in reached and step_id != without:
            reached.add(step_id)
            waiting += onward(flow, step_id, route)
    return reached


def _check_reached(top: Place, flow: Flow) -> Iterator[Problem]:
    reached = _reached(flow, Route.LONG)
    for step in flow.steps:
        if step.id not in reached:
            message = "Nothing leads here. Let a step lead to it, or remove it."
            yield top.at("steps").at(step.id).problem("unreached", message)


def _check_short_way(top: Place, content: FlowFile) -> Iterator[Problem]:
    for step_id in content.short_skips:
        entry = content.steps[step_id]
        if isinstance(entry, EndEntry) or not onward_of(entry.to).is_single:
            message = f"{step_id} does not lead to one step alone, so it cannot be passed over. Remove it."
            yield top.at("short_skips").problem("skip_divides", message)


def _check_length(top: Place, flow: Flow) -> Iterator[Problem]:
    asks, most = longest(flow), MOST_ASKS[flow.depth]
    if asks > most:
        message = f"The longest way asks {asks} times; {most} is the most for {flow.depth}. Ask less."
        yield top.at("steps").problem("too_many_asks", message)


def _check_order(top: Place, content: FlowFile, flow: Flow) -> Iterator[Problem]:
    """What a gate, a wait or a variant goes by has been asked before, on every way that leads there."""
    routes = (Route.LONG, Route.SHORT) if flow.has_short_way else (Route.LONG,)
    for here, step_id, asked in _gone_by(top, content):
        if step_id == asked or any(step_id in _reached(flow, route, without=asked) for route in routes):
            message = f"On some way nobody is asked {asked} before. Move it, or go by another step."
            yield here.problem("not_asked_before", message)


def _gone_by(top: Place, content: FlowFile) -> Iterator[tuple[Place, str, str]]:
    """Where a step goes by an earlier answer: the place in the file, the step, and the one asked before."""
    for step_id, entry in _leading(content):
        place = top.at("steps").at(step_id)
        if entry.gate:
            yield place.at("gate").at("step"), step_id, entry.gate.step
        if waits_by := _waits_by(entry):
            yield place.at("wait").at("by"), step_id, waits_by
    for name, variant in content.variants.items():
        place = top.at("variants").at(name).at("texts")
        for step_id, asked in product(variant.texts, variant.when):
            yield place.at(step_id), step_id, asked


def _waits_by(entry: PassageEntry) -> str | None:
    if isinstance(entry, SayEntry) and isinstance(entry.wait, WaitByEntry):
        return entry.wait.by
    return None
