"""The units of a course as its trainer changes them: links, an item more, one less, and what follows."""

from __future__ import annotations

from uuid import UUID

from bot.domain.courses.course import Course
from bot.domain.courses.editing import Follows
from bot.domain.courses.materials import Item, Kind
from bot.domain.courses.units import Unit
from bot.domain.prompts import Option
from bot.services.cards.courses.creating import links_field
from bot.services.cards.courses.overview import back
from bot.services.cards.courses.schedule import length, several
from bot.services.cards.courses.units import KINDS
from bot.services.cards.plain import plain, press, row
from bot.services.desk import Mint
from bot.surface.card import (
    LABEL_MAX,
    OPTIONS_MAX,
    Block,
    Card,
    Choose,
    Fields,
    Reach,
    aside,
    say,
    shared_words,
)
from bot.surface.form import ChoiceField, Form, TextField
from bot.surface.text import shown

TITLE, KIND, NEED, LINK = "title", "kind", "need", "link"
"""The fields of the form for one item."""
REQUIRED, OPTIONAL = "required", "optional"
TITLE_MAX, LINK_MAX = 100, 500
NO_TITLE = "It needs a title."
NO_LINK = "A link begins with https, without a space in it."
NO_LINK_YET = "It has no link, so nobody could open it. Correct it first."
NO_UNIT = "That unit is not in this course any more."


def which(mint: Mint, course_id: UUID, course: Course) -> Card:
    """Return the units of a course to choose one: how long each is, and which links are missing."""
    pairs = tuple((_named(each), _stands(each)) for each in course.units)
    options = tuple(
        Option(name=str(each.n), label=_named(each)[:LABEL_MAX]) for each in course.units[:OPTIONS_MAX]
    )
    return Card(
        text_id="course.units",
        title="Units",
        blocks=(
            Fields(pairs=pairs),
            Choose(
                ref=mint("course.unit", course_id), name="course.unit", ask="Which unit?", options=options
            ),
            row(back(mint, course_id)),
        ),
        summary="The units of your course",
        reach=Reach.PERSONAL,
    )


def one(mint: Mint, course_id: UUID, unit: Unit, *, done: str = "") -> Card:
    """Return one unit with its items; `done` is what was changed just now."""
    lines = "\n".join(f"- {_said(each)}" for each in unit.items)
    options = tuple(
        Option(name=f"{unit.n}.{place}", label=shown(each.title)[:LABEL_MAX])
        for place, each in enumerate(unit.items[:OPTIONS_MAX])
    )
    questions = several(len(unit.asked), "question", "questions")
    test = f"Its test draws from {questions}." if unit.asked else "It has no test."
    choose: tuple[Block, ...] = ()
    if options:
        ref = mint("course.item", course_id)
        choose = (Choose(ref=ref, name="course.item", ask="Correct one, or take it out?", options=options),)
    return Card(
        text_id="course.unit",
        title=_named(unit)[:LABEL_MAX],
        blocks=(
            *((say(done),) if done else ()),
            say(lines or "It has no items."),
            aside(f"{length(unit.minutes)}, as its author reckons. {test}"),
            *choose,
            row(
                press(mint, "course.unit.links", "Links", course_id, arg=str(unit.n)),
                press(mint, "course.item.add", "Add an item", course_id, arg=str(unit.n)),
                press(mint, "course.units", "Other units", course_id),
                back(mint, course_id),
            ),
        ),
        summary="A unit of your course",
        reach=Reach.PERSONAL,
    )


def links_form(ref: str, unit: Unit, lines: str) -> Form:
    """Return the form for the links of one unit."""
    return Form(
        text_id="course.unit_links_form",
        ref=ref,
        name="course.unit.links",
        title=f"Unit {unit.n}",
        intro="Who learns here sees the new link from now on. Nobody is told that it changed.",
        fields=(links_field(lines),),
    )


def item_form(ref: str, unit: Unit, item: Item | None, *, follows: Follows | None) -> Form:
    """Return the form for an item: a new one, with what follows from it; or one that is corrected.

    A correction leaves what is required as it is. `follows` None: nobody may have joined yet.
    """
    title = TextField(name=TITLE, label="Title", value=item.title if item else "", limit=TITLE_MAX)
    kind = ChoiceField(
        name=KIND,
        label="What it is",
        options=tuple(Option(name=each, label=label) for each, label in KINDS.items()),
        value=item.kind if item else Kind.READING,
    )
    need = ChoiceField(
        name=NEED,
        label="Who needs it",
        options=(
            Option(name=REQUIRED, label="Required before the test"),
            Option(name=OPTIONAL, label="Optional"),
        ),
        value=OPTIONAL,
    )
    link = TextField(
        name=LINK,
        label="Its link",
        hint="It begins with https.",
        value=item.link if item else "",
        required=item is None and follows is not None,
        limit=LINK_MAX,
    )
    return Form(
        text_id="course.item_form",
        ref=ref,
        name="course.item",
        title=f"Unit {unit.n}",
        intro=_CORRECTS if item else _adds(follows),
        fields=(title, kind, link) if item else (title, kind, need, link),
    )


def item(mint: Mint, course_id: UUID, name: str, found: Item, *, follows: Follows | None) -> Card:
    """Return one item, and what follows from taking it out or putting it back, before that is done."""
    way, label = (
        ("course.item.in", "Put it back") if found.is_withdrawn else ("course.item.out", "Take it out")
    )
    means = _back_in(found, follows) if found.is_withdrawn else _takes_out(found, follows)
    link: tuple[Block, ...] = (shared_words(found.link),) if found.link else (say("It has no link yet."),)
    n = name.partition(".")[0]
    return Card(
        text_id="course.item",
        title=f"Unit {n}",
        blocks=(
            say(_said(found)),
            *link,
            say(f"{label}? {means}"),
            row(
                press(mint, "course.item.fix", "Correct it", course_id, arg=name),
                press(mint, way, label, course_id, arg=name),
                press(mint, "course.unit", "Leave it", course_id, arg=n),
            ),
        ),
        summary="An item of your course",
        reach=Reach.PERSONAL,
    )


def refused(mint: Mint, course_id: UUID, unit: Unit, why: str) -> Card:
    """Return why an item stays as it is."""
    return Card(
        text_id="course.item_stays",
        blocks=(say(why), row(press(mint, "course.unit", "The unit", course_id, arg=str(unit.n)))),
        summary="Nothing was changed.",
        reach=Reach.PERSONAL,
    )


def no_unit() -> Card:
    """Return that a unit is there no more."""
    return plain("course.no_unit", NO_UNIT)


def added(item: Item, *, told: bool) -> str:
    """Return that an item was added."""
    return f"Added: “{shown(item.title)}”. {_TOLD if told else _NOT_TOLD}"


def taken_out(item: Item, *, told: bool) -> str:
    """Return that an item was taken out."""
    return f"Taken out: “{shown(item.title)}”. {_TOLD if told else _NOT_TOLD}"


def put_back(item: Item, *, told: bool) -> str:
    """Return that an item is there again."""
    return f"Put back: “{shown(item.title)}”. {_TOLD if told else _NOT_TOLD}"


CORRECTED = "Corrected. Ticks stay as they are, and nobody is told."
"""What is said after a title or a link was corrected."""
CHANGED_LINE = (
    "Some items of this course changed. `course continue` shows what is there now. What you ticked and what "
    "you finished stays."
)
"""What learners are told, once, of items that changed."""
_TOLD = "Learners hear of it once, an hour after your last change."
_NOT_TOLD = "Nobody has joined yet, so nobody is told."
_CORRECTS = "For a title or a link that was wrong. Ticks stay as they are, and nobody is told."


def _adds(follows: Follows | None) -> str:
    if follows is None:
        return "It comes after the other items of its unit."
    who = "who has it still ahead" if follows.ahead else "who comes later"
    return f"{_finished(follows)} If it is required, {who} needs it, too. {_TOLD}"


def _takes_out(item: Item, follows: Follows | None) -> str:
    if follows is None:
        return _NOT_TOLD
    said = [_finished(follows), "Ticks stay."]
    if item.required and follows.by_it:
        who = several(follows.by_it, "learner finishes", "learners finish")
        said.append(f"By this alone {who} the unit.")
    return " ".join([*said, _TOLD])


def _back_in(item: Item, follows: Follows | None) -> str:
    if follows is None:
        return _NOT_TOLD
    need = "Who has the unit ahead and did not tick it needs it again. " if item.required else ""
    return f"{_finished(follows)} {need}{_TOLD}"


def _finished(follows: Follows) -> str:
    if not follows.finished:
        return "Nobody has finished this unit yet."
    return f"{several(follows.finished, 'learner has', 'learners have')} finished this unit; that stays."


def _named(unit: Unit) -> str:
    return f"Unit {unit.n}: {shown(unit.title)}"


def _stands(unit: Unit) -> str:
    there = [each for each in unit.items if not each.is_withdrawn]
    missing = sum(not each.link.strip() for each in there)
    links = f"; {several(missing, 'link is', 'links are')} missing" if missing else ""
    questions = f", {several(len(unit.asked), 'question', 'questions')}" if unit.asked else ", no test"
    return f"{length(unit.minutes)}, {several(len(there), 'item', 'items')}{questions}{links}"


def _said(item: Item) -> str:
    need = "taken out" if item.is_withdrawn else "required" if item.required else "optional"
    link = "" if item.link.strip() or item.is_withdrawn else "; no link yet"
    return f"{KINDS[item.kind]}: {shown(item.title)} ({need}{link})"
