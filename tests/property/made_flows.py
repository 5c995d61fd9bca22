"""Flows to walk and answers to give: flows that ship, that are invented, and any that could be made."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import strategies as st

from bot.app.library import library_folder
from bot.domain.flow_answers import Answer, Planned, takes
from bot.domain.flow_walk import Answers, first, next_step
from bot.domain.flows import (
    ChoiceStep,
    DateStep,
    EndStep,
    Flow,
    Gate,
    MultiStep,
    Onward,
    PlanStep,
    Route,
    SayStep,
    ScaleStep,
    Step,
    TextStep,
    Wait,
)
from bot.testing.flows import INVENTED_FLOWS, invented_flow, options
from tests.made_once import our_library

FOLDER = library_folder()
SHIPPED = our_library().flows()

routes = st.sampled_from(Route)
words = st.text(min_size=1, max_size=12).filter(str.strip)


def answers_to(step: Step) -> st.SearchStrategy[Answer]:
    """Everything that the step takes."""
    passing: st.SearchStrategy[Answer] = st.none() if takes(step, None) else st.nothing()
    match step:
        case SayStep() | EndStep():
            answered: st.SearchStrategy[Answer] = st.nothing()
        case ChoiceStep():
            answered = st.sampled_from([option.name for option in step.options])
        case MultiStep():
            names = [option.name for option in step.options]
            most = step.at_most or len(names)
            answered = st.lists(st.sampled_from(names), min_size=1, max_size=most, unique=True).map(tuple)
        case ScaleStep():
            answered = st.integers(0, 10)
        case TextStep():
            answered = words
        case DateStep():
            answered = st.dates()
        case PlanStep():
            answered = st.builds(Planned, text=words, by=st.none() | st.dates())
    return passing | answered


THREE = options(*"abc")
KINDS = st.sampled_from([SayStep, ChoiceStep, MultiStep, ScaleStep, TextStep, DateStep, PlanStep])


@st.composite
def steps_of(draw: st.DrawFn, number: int, last: int) -> Step:
    """One step of a made flow: it leads to any later ones."""

    def later() -> str:
        return f"s{draw(st.integers(number + 1, last))}"

    kind, name, text, gate = draw(KINDS), f"s{number}", "What is near?", None
    if number and draw(st.booleans()):
        gate = Gate(step=f"s{draw(st.integers(0, number - 1))}", option="b", otherwise=later())
    named = tuple((option, later()) for option in "abc" if draw(st.booleans()))
    skipped = later() if draw(st.booleans()) else None
    step: Step
    if kind is ChoiceStep:
        otherwise = later() if len(named) < len(THREE) or draw(st.booleans()) else None
        to = Onward(named=named, otherwise=otherwise, skipped=skipped)
        step = ChoiceStep(id=name, text=text, gate=gate, to=to, options=THREE)
    elif kind is MultiStep:
        to = Onward(named=named, otherwise=later(), skipped=skipped)
        step = MultiStep(id=name, text=text, gate=gate, to=to, options=THREE, at_most=2)
    elif kind is SayStep:
        wait = Wait(otherwise=timedelta(minutes=1)) if skipped else None
        step = SayStep(id=name, text=text, gate=gate, to=Onward(otherwise=later()), wait=wait)
    elif kind is ScaleStep:
        to = Onward(otherwise=later(), skipped=skipped)
        step = ScaleStep(id=name, text=text, gate=gate, to=to, low_label="none", high_label="all")
    elif kind is TextStep:
        to = Onward(otherwise=later(), skipped=skipped)
        step = TextStep(id=name, text=text, gate=gate, to=to, short_text="Near?")
    elif kind is DateStep:
        step = DateStep(id=name, text=text, gate=gate, to=Onward(otherwise=later()))
    else:
        step = PlanStep(id=name, text=text, gate=gate, to=Onward(otherwise=later()))
    return step


@st.composite
def made_flows(draw: st.DrawFn) -> Flow:
    """A flow as the check lets it pass: targets are there, no circle, short skips that lead on."""
    last = draw(st.integers(1, 9))
    steps = [draw(steps_of(number, last)) for number in range(last)]
    single = [step.id for step in steps if not isinstance(step, EndStep) and step.to.is_single]
    skips = draw(st.lists(st.sampled_from(single), unique=True)) if single else []
    end = EndStep(id=f"s{last}", state="over")
    return invented_flow("made", (*steps, end), short_skips=tuple(skips))


flows = st.sampled_from([*SHIPPED, *INVENTED_FLOWS]) | made_flows()


def walk(data: st.DataObject, flow: Flow, route: Route) -> tuple[list[str], Answers]:
    """Walk from the first step to an end, answering at will; give the steps and the answers."""
    way, answered = [first(flow, route)], dict[str, Answer]()
    while not isinstance(step := flow.step(way[-1]), EndStep):
        answered[step.id] = data.draw(answers_to(step))
        way.append(next_step(flow, step.id, answered, route))
    return way, answered
