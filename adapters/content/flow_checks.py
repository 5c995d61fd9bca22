"""The rules that a well-formed flow can still break, its ways apart: its place, its parts, its words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from adapters.content.flow_models import (
    SKIPPED,
    ChoiceEntry,
    EndEntry,
    FlowFile,
    GateEntry,
    LookingBackEntry,
    MultiEntry,
    PassageEntry,
    PlanEntry,
    QuestionEntry,
    SayEntry,
    ScaleEntry,
    StepEntry,
    TextEntry,
    WaitByEntry,
)
from adapters.content.flow_ways import check_ways
from adapters.content.models import PackFile
from adapters.content.problems import Place, Problem
from adapters.content.reading import FLOWS, RETIRED, inside, is_retired
from adapters.content.required import Whole, check_required
from adapters.content.text_checks import check_labels, check_review, check_words
from adapters.content.variant_checks import check_variants, variant_texts
from adapters.content.voice import Voice
from bot.domain.flows import Save
from bot.domain.prompts import Depth, Sensitivity

FEWEST_OPTIONS = 2


def check_flow_file(file: str, content: FlowFile, voice: Voice, pack: PackFile | None) -> Iterator[Problem]:
    """One flow, taken by itself; `pack` is what it belongs to, None for the library's own."""
    top = Place(file)
    yield from _check_place(top, content, pack)
    yield from _check_care(top.at("meta"), content)
    yield from check_review(top.at("meta").at("review"), content.meta.review)
    yield from check_ways(file, content)
    for step_id, entry in content.steps.items():
        place = top.at("steps").at(step_id)
        if isinstance(entry, EndEntry):
            yield from _check_end(place, entry)
        else:
            yield from _check_step(place, entry, content)
    yield from check_variants(top, content)
    yield from _check_looking_back(top, content)
    texts = list(_texts(top, content))
    for place, text in texts:
        yield from check_words(place, text, voice)
    for whole in _wholes(top, content, [text for _, text in texts]):
        yield from check_required(whole, voice.required)


def _check_place(top: Place, content: FlowFile, pack: PackFile | None) -> Iterator[Problem]:
    """The file's name, the id and the version tell the same story."""
    meta = content.meta
    if pack and not meta.id.startswith(f"{pack.meta.id}_"):
        message = f"In this pack the id of a flow begins with `{pack.meta.id}_`. Correct it."
        yield top.at("meta").at("id").problem("wrong_id", message)
        return
    wanted = f"{FLOWS}/{meta.id}.yaml"
    if is_retired(top.file):
        wanted = f"{RETIRED}{meta.id}.v{meta.version}.yaml"
    if inside(top.file) != wanted:
        message = f"This flow belongs in {wanted}. Rename the file, or correct the id or the version."
        yield top.at("meta").at("id").problem("wrong_id", message)


def _check_care(meta: Place, content: FlowFile) -> Iterator[Problem]:
    if content.meta.gentle and content.meta.sensitivity >= Sensitivity.TENDER:
        message = "A gentle flow may follow a low mark, a tender one may not. Choose one of the two."
        yield meta.at("gentle").problem("gentle_but_tender", message)
    if content.meta.gentle and content.meta.depth is Depth.LONG:
        message = "A gentle flow asks little. Make it 30s or 2min."
        yield meta.at("depth").problem("gentle_but_long", message)


def _check_step(place: Place, entry: PassageEntry, content: FlowFile) -> Iterator[Problem]:
    if isinstance(entry, ChoiceEntry | MultiEntry):
        yield from _check_options(place, entry)
    if isinstance(entry, PlanEntry) and entry.save is Save.NONE:
        message = "A plan comes back later, so it is kept. Write `save: private`, or `ask`."
        yield place.at("save").problem("plan_unkept", message)
    if isinstance(entry, TextEntry) and entry.scene and entry.save is Save.NONE:
        message = "A scene is kept for some days. Write `save: private` or `ask`, or remove `scene`."
        yield place.at("save").problem("scene_unkept", message)
    if isinstance(entry, SayEntry) and isinstance(entry.wait, WaitByEntry):
        yield from _check_wait(place.at("wait"), entry.wait, content.steps.get(entry.wait.by))
    if isinstance(entry, QuestionEntry) and entry.short_text is not None:
        step_id = place.path.rpartition(".")[2]
        if not content.short_skips or step_id in content.short_skips:
            message = "The short way does not come by here. Remove this line, or correct `short_skips`."
            yield place.at("short_text").problem("short_text_unused", message)
    if entry.gate:
        yield from _check_gate(place.at("gate"), entry.gate, content.steps.get(entry.gate.step))


def _check_end(place: Place, entry: EndEntry) -> Iterator[Problem]:
    more = [key for key in ("follow_up", "start_flow", "keep") if getattr(entry, key) is not None]
    if entry.keeps_place and more:
        message = "A place that is kept is no end yet. Leave this to an end that is one."
        yield place.at(more[0]).problem("no_end_yet", message)


def _check_options(place: Place, entry: ChoiceEntry | MultiEntry) -> Iterator[Problem]:
    here = place.at("options")
    count = len(entry.options)
    if count < FEWEST_OPTIONS:
        message = f"There is no choice in {count} options. Add some, or make it a text."
        yield here.problem("options_count", message)
    if SKIPPED in entry.options:
        message = "In a `to` this word means that the question was passed. Choose another."
        yield here.at(SKIPPED).problem("reserved_name", message)
    yield from check_labels(here, entry.options)
    if isinstance(entry, ChoiceEntry):
        yield from _check_names(place.at("tags"), entry.tags, entry.options)
    elif entry.at_most is not None and entry.at_most >= count:
        message = "All of them may be ticked without this line. Remove it, or make it smaller."
        yield place.at("at_most").problem("at_most_unused", message)


def _check_names(place: Place, names: Mapping[str, object], options: Mapping[str, str]) -> Iterator[Problem]:
    for name in names:
        if name not in options:
            message = f"{name} is no option there. Correct it or remove it."
            yield place.at(name).problem("unknown_option", message)


def _check_wait(place: Place, wait: WaitByEntry, asked: StepEntry | None) -> Iterator[Problem]:
    if asked is None:
        return  # named as an unknown step
    if not isinstance(asked, ChoiceEntry):
        yield place.at("by").problem("not_a_choice", "A wait goes by a choice. Name one.")
        return
    yield from _check_names(place.at("lengths"), wait.lengths, asked.options)
    if not asked.options.keys() <= wait.lengths.keys():
        message = "Not every option has its length. Add a line for each."
        yield place.at("lengths").problem("length_missing", message)


def _check_gate(place: Place, gate: GateEntry, asked: StepEntry | None) -> Iterator[Problem]:
    if asked is None:
        return  # named as an unknown step
    if not isinstance(asked, ChoiceEntry | MultiEntry):
        yield place.at("step").problem("not_a_choice", "A gate goes by a choice or a multi. Name one.")
    elif gate.option not in asked.options:
        message = f"{gate.option} is no option there. Correct it."
        yield place.at("option").problem("unknown_option", message)


def _check_looking_back(top: Place, content: FlowFile) -> Iterator[Problem]:
    """What comes back on a day has a question for that day."""
    back = content.looking_back
    place = top.at("looking_back")
    offered = any(isinstance(entry, EndEntry) and entry.follow_up for entry in content.steps.values())
    if back is None:
        if offered:
            message = "An end offers to bring this back. Say here what is asked on that day."
            yield place.problem("looking_back_missing", message)
        return
    if not offered:
        message = "No end offers to bring this back. Remove this, or add a `follow_up`."
        yield place.problem("looking_back_unused", message)
    if len(back.options) < FEWEST_OPTIONS:
        message = f"There is no choice in {len(back.options)} options. Add some."
        yield place.at("options").problem("options_count", message)
    yield from check_labels(place.at("options"), back.options)
    yield from _check_names(place.at("again"), dict.fromkeys(back.again), back.options)


def _texts(top: Place, content: FlowFile) -> Iterator[tuple[Place, str]]:
    """Every text that people read, with its place."""
    yield top.at("meta").at("title"), content.meta.title
    yield top.at("meta").at("short_title"), content.meta.short_title
    for step_id, entry in content.steps.items():
        yield from ((top.at("steps").at(step_id).at(key), text) for key, text in _texts_of(entry))
    yield from ((place, text) for place, _, text in variant_texts(top, content))
    if content.looking_back:
        yield from ((top.at("looking_back").at(key), text) for key, text in _texts_back(content.looking_back))


def _wholes(top: Place, content: FlowFile, all_of_it: Sequence[str]) -> Iterator[Whole]:
    """Walk the flow as a whole, then each step by itself."""
    meta = content.meta
    yield Whole(place=top, kind="flow", domain=meta.domain, sensitivity=meta.sensitivity, texts=all_of_it)
    for step_id, entry in content.steps.items():
        yield Whole(
            place=top.at("steps").at(step_id),
            kind="step",
            domain=meta.domain,
            sensitivity=meta.sensitivity,
            texts=[text for _, text in _texts_of(entry)],
        )
    for place, step_id, text in variant_texts(top, content):
        beside = content.steps.get(step_id)
        labels = [label for key, label in _texts_of(beside) if "text" not in key] if beside else []
        yield Whole(
            place=place,
            kind="step",
            domain=meta.domain,
            sensitivity=meta.sensitivity,
            texts=[text, *labels],
        )


def _texts_of(entry: StepEntry) -> Iterator[tuple[str, str]]:
    if entry.text is not None:
        yield "text", entry.text
    if isinstance(entry, QuestionEntry) and entry.short_text is not None:
        yield "short_text", entry.short_text
    if isinstance(entry, ChoiceEntry | MultiEntry):
        yield from ((f"options.{name}", label) for name, label in entry.options.items())
    if isinstance(entry, ScaleEntry):
        yield from (("low_label", entry.low_label), ("high_label", entry.high_label))
    if isinstance(entry, EndEntry) and entry.follow_up and entry.follow_up.ask:
        yield "follow_up.ask", entry.follow_up.ask


def _texts_back(back: LookingBackEntry) -> Iterator[tuple[str, str]]:
    yield from (("notice", back.notice), ("ask", back.ask), ("reflect", back.reflect))
    yield from ((f"options.{name}", label) for name, label in back.options.items())


def check_across_flows(files: Mapping[str, FlowFile], names: set[str]) -> Iterator[Problem]:
    """What holds between flows: a flow that is offered next exists, and what is retired was replaced.

    `names` are all files there are: one that could not be read is there all the same.
    """
    there = {inside(name) for name in names}
    current = {content.meta.id: content for file, content in files.items() if not is_retired(file)}
    for file, content in files.items():
        for step_id, entry in content.steps.items():
            offered = entry.start_flow if isinstance(entry, EndEntry) else None
            if offered and f"{FLOWS}/{offered}.yaml" not in there:
                place = Place(file, "steps").at(step_id).at("start_flow")
                yield place.problem("unknown_flow", f"No flow is called {offered}. Correct it or remove it.")
        newer = current.get(content.meta.id)
        if is_retired(file) and newer and content.meta.version >= newer.meta.version:
            message = "The current flow of this id is not newer. Raise its version, or remove this file."
            yield Place(file, "meta").at("version").problem("retired_not_older", message)
