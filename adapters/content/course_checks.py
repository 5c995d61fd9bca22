"""The rules for courses: a name each, the voice, answers that fit, and objectives that are there."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from adapters.content.course_models import MOST_OPTIONS, CourseFile, FactEntry, PushEntry, SessionEntry
from adapters.content.course_times import check_times
from adapters.content.course_unit_build import reflections_of
from adapters.content.course_unit_checks import check_units, texts_of_units, wholes_of_units
from adapters.content.models import PackFile
from adapters.content.problems import Place, Problem
from adapters.content.reading import COURSES, inside
from adapters.content.required import Whole, check_required
from adapters.content.text_checks import check_free_answers, check_labels, check_review, check_words
from adapters.content.voice import Voice
from bot.domain.courses.course import Does
from bot.domain.prompts import Domain, Sensitivity

FEWEST_OPTIONS = 2
WHOLE = 100
_CHOICES = {Does.CHOICE, Does.MULTI}


def check_course_file(
    file: str, content: CourseFile, voice: Voice, pack: PackFile | None, flows: Collection[str]
) -> Iterator[Problem]:
    """One course of a library or a pack; `flows` are the ids of those that there are."""
    top = Place(file)
    yield from _check_place(top, content, pack)
    yield from check_course(top, content, voice, flows)


def check_served(file: str, content: CourseFile) -> Iterator[Problem]:
    """Everything that a course of a library sets out to do is served by something that it sends."""
    place = Place(file, "objectives")
    served = {name for entry in content.push for name in entry.objectives}
    served |= {name for unit in content.units for asked in unit.test for name in asked.objectives}
    for name in content.objectives:
        if name not in served:
            message = "Nothing serves this. Name it at a prompt or a question, or leave it out."
            yield place.at(name).problem("objective_unserved", message)


def check_course(top: Place, content: CourseFile, voice: Voice, flows: Collection[str]) -> Iterator[Problem]:
    """One course, wherever its file lies."""
    yield from check_review(top.at("meta").at("review"), content.meta.review)
    yield from check_times(top, content)
    yield from check_units(top, content)
    known = content.objectives
    for session in content.sessions:
        place = top.at("sessions").item(f"n={session.n}")
        yield from _check_objectives(place, session.objectives, known)
        yield from _check_readings(place, session)
    for unit in content.units:
        place = top.at("units").item(f"n={unit.n}")
        yield from _check_objectives(place, unit.objectives, known)
        for asked in unit.test:
            yield from _check_objectives(place.at("test").item(asked.id), asked.objectives, known)
    seen = {push.id for push in reflections_of(content)}
    for entry in content.push:
        place = top.at("push").item(entry.id)
        if entry.id in seen:
            yield place.at("id").problem("duplicate_id", "Another prompt here has this id. Choose another.")
        seen.add(entry.id)
        yield from _check_objectives(place, entry.objectives, known)
        yield from _check_answer(place, entry)
        yield from _check_flow(place, entry, flows)
        yield from _check_fact(place, entry, content.facts)
        yield from check_required(_whole(place, entry), voice.required)
    for whole in wholes_of_units(top, content):
        yield from check_required(whole, voice.required)
    yield from _check_facts(top.at("facts"), content.facts)
    for place, text in _texts(top, content):
        yield from check_words(place, text, voice)


def check_across_courses(courses: Mapping[str, CourseFile]) -> Iterator[Problem]:
    """No two have one id, or one title: whoever chooses tells them apart by it."""
    ids: set[str] = set()
    titles: set[str] = set()
    for file, content in courses.items():
        meta = Place(file, "meta")
        if content.meta.id in ids:
            yield meta.at("id").problem("duplicate_id", "Another course has this id. Choose another.")
        if content.meta.title.casefold() in titles:
            yield meta.at("title").problem("same_title", "Another course has this title. Reword one.")
        ids.add(content.meta.id)
        titles.add(content.meta.title.casefold())


def _check_place(top: Place, content: CourseFile, pack: PackFile | None) -> Iterator[Problem]:
    place = top.at("meta").at("id")
    if pack and not content.meta.id.startswith(f"{pack.meta.id}_"):
        message = f"In this pack the id of a course begins with `{pack.meta.id}_`. Correct it."
        yield place.problem("wrong_id", message)
    elif inside(top.file) != f"{COURSES}/{content.meta.id}.yaml":
        message = f"This belongs in {COURSES}/{content.meta.id}.yaml. Rename the file, or correct the id."
        yield place.problem("wrong_id", message)


def _check_objectives(place: Place, named: Sequence[str], known: Collection[str]) -> Iterator[Problem]:
    for number, name in enumerate(named):
        here = place.at("objectives").item(str(number))
        if name not in known:
            message = f"{name} is not among the objectives. Correct it, or add it there."
            yield here.problem("unknown_objective", message)
        elif name in named[:number]:
            yield here.problem("objective_twice", f"{name} stands here twice. Keep one.")


def _check_readings(place: Place, session: SessionEntry) -> Iterator[Problem]:
    seen: set[str] = set()
    for number, reading in enumerate(session.readings):
        if reading.title.casefold() in seen:
            here = place.at("readings").item(str(number)).at("title")
            yield here.problem("same_title", "Something else here has this title. Reword one.")
        seen.add(reading.title.casefold())


def _check_answer(place: Place, entry: PushEntry) -> Iterator[Problem]:
    """How it is answered fits what is given to answer with."""
    options = place.at("options")
    count = len(entry.options)
    if entry.do in _CHOICES and count < FEWEST_OPTIONS:
        message = f"There is no choice in {count} options. Add some, or make it a text."
        yield options.problem("options_count", message)
    elif count and entry.do not in _CHOICES:
        message = f"Options do not go with {entry.do}. Remove them, or make it a choice."
        yield options.problem("options_unused", message)
    if entry.own_words and entry.do not in _CHOICES:
        message = "A free answer stands beside options only. Remove this line."
        yield place.at("own_words").problem("own_words_unused", message)
    if entry.own_words and count >= MOST_OPTIONS:
        message = f"With a free answer beside them, {MOST_OPTIONS - 1} options fit. Keep fewer."
        yield options.problem("too_many", message)
    yield from check_labels(options, entry.options)
    yield from check_free_answers(options, entry.options)
    for key, end, label in (("low_label", "0", entry.low_label), ("high_label", "10", entry.high_label)):
        if entry.do is Does.SCALE and label is None:
            yield place.at(key).problem("missing", f"A scale needs words for its {end}. Add them.")
        if entry.do is not Does.SCALE and label is not None:
            yield place.at(key).problem("ends_unused", "Only a scale has ends. Remove this line.")


def _check_flow(place: Place, entry: PushEntry, flows: Collection[str]) -> Iterator[Problem]:
    here = place.at("flow")
    if entry.do is Does.FLOW and entry.flow is None:
        yield here.problem("missing", "Say which flow it leads to. Add its id.")
    elif entry.do is not Does.FLOW and entry.flow is not None:
        yield here.problem("flow_unused", "Only `do: flow` leads to one. Remove this line.")
    elif entry.flow is not None and entry.flow not in flows:
        yield here.problem("unknown_flow", "No flow has this id. Correct it.")


def _check_fact(place: Place, entry: PushEntry, facts: Collection[str]) -> Iterator[Problem]:
    if entry.fact is not None and entry.do is not Does.READ:
        yield place.at("fact").problem(
            "fact_unused", "Figures stand below `do: read` alone. Remove this line."
        )
    elif entry.fact is not None and entry.fact not in facts:
        yield place.at("fact").problem("unknown_fact", "Nothing in `facts` has this name. Correct it.")


def _check_facts(place: Place, facts: Mapping[str, FactEntry]) -> Iterator[Problem]:
    for name, fact in facts.items():
        here = place.at(name).at("shares")
        if sum(share.percent for share in fact.shares) != WHOLE:
            yield here.problem("shares_sum", f"The shares of a whole come to {WHOLE}. Correct them.")
        yield from check_labels(here, {f"[{n}]": share.label for n, share in enumerate(fact.shares)})


def _whole(place: Place, entry: PushEntry) -> Whole:
    """What asks for words that may not be left out reads a push as it reads a prompt."""
    return Whole(
        place=place,
        kind="prompt",
        domain=Domain.STANCE,
        sensitivity=Sensitivity.PERSONAL,
        texts=(entry.text, *entry.options.values()),
    )


def _texts(top: Place, content: CourseFile) -> Iterator[tuple[Place, str]]:
    """Everything in it that people read."""
    yield top.at("meta").at("title"), content.meta.title
    yield top.at("meta").at("short_title"), content.meta.short_title
    yield top.at("meta").at("audience"), content.meta.audience or ""
    yield top.at("about"), content.about
    yield from ((top.at("objectives").at(name), aim) for name, aim in content.objectives.items())
    for session in content.sessions:
        yield from _texts_of_session(top.at("sessions").item(f"n={session.n}"), session)
    yield from texts_of_units(top, content)
    for entry in content.push:
        yield from _texts_of_push(top.at("push").item(entry.id), entry)
    for name, fact in content.facts.items():
        place = top.at("facts").at(name)
        yield place.at("title"), fact.title
        yield place.at("estimate"), fact.estimate
        yield from ((place.at(f"shares[{n}]"), share.label) for n, share in enumerate(fact.shares))
    yield top.at("credit").at("wording"), content.credit.wording
    if content.policy and content.policy.text:
        yield top.at("policy").at("text"), content.policy.text


def _texts_of_session(place: Place, session: SessionEntry) -> Iterator[tuple[Place, str]]:
    yield place.at("title"), session.title
    for number, segment in enumerate(session.segments):
        yield from ((place.at(f"segments[{number}]"), words) for words in segment.model_dump().values())
    for number, reading in enumerate(session.readings):
        yield place.at(f"readings[{number}]").at("title"), reading.title


def _texts_of_push(place: Place, entry: PushEntry) -> Iterator[tuple[Place, str]]:
    yield place.at("text"), entry.text
    yield from ((place.at("options").at(name), label) for name, label in entry.options.items())
    for key, end in (("low_label", entry.low_label), ("high_label", entry.high_label)):
        if end:
            yield place.at(key), end
