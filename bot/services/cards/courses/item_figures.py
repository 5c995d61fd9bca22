"""The tests of a course to its trainer: how its questions do, and one taken out or put back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from bot.domain.courses.course import Course
from bot.domain.courses.item_figures import FEW, MOST, ItemFigure, Tells
from bot.domain.courses.units import Question, Unit
from bot.domain.prompts import Option
from bot.services.cards.courses.overview import back
from bot.services.cards.courses.schedule import several
from bot.services.cards.plain import plain, press, row
from bot.services.desk import Mint
from bot.surface.card import LABEL_MAX, OPTIONS_MAX, Block, Button, Card, Choose, Fields, Reach, aside, say
from bot.surface.text import shown

AT_ONCE = 6
"""Questions on one card."""
IS_OVER = "This course is over: no test of it can be begun any more, and its questions stay as they are."
TOO_FEW = "Too few have answered it so far."
_SUMMARY = "The tests of your course"
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXY"
_CUT = 160
_TELLS = {
    Tells.WELL: "It tells apart well.",
    Tells.SOMEWHAT: "It tells apart somewhat.",
    Tells.HARDLY: "It hardly tells apart.",
    Tells.WRONG_WAY: "It tells apart the wrong way.",
    Tells.UNKNOWN: "",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Follows:
    """What stands on the card that asks. `stays`: why nothing can be changed.

    `left` are the questions of the unit that could be drawn then. `had` is how many had it in a test that
    they handed in, as a band; None where they are fewer than `least`.
    """

    stays: str = ""
    draw: int = 0
    left: int = 0
    had: int | None = None
    least: int = 0
    finished: int = 0
    has_learners: bool = False


def rule(least: int, step: int) -> str:
    """Return from how many answers on something is told, and what it means."""
    return (
        f"Told roughly, of first attempts, from {least} answers to a question on and anew with every {step} "
        "more; never of one person. “Tells apart” is whether who has a question right has more of the others "
        "right, too. Of one that most or few have right that is not told."
    )


def which(mint: Mint, course_id: UUID, course: Course) -> Card:
    """Return the units that have a test, to choose one, and the way to one more attempt for somebody."""
    units = [each for each in course.units if each.test]
    pairs = tuple((_named(each), _stands(each)) for each in units)
    options = tuple(Option(name=str(each.n), label=_named(each)[:LABEL_MAX]) for each in units[:OPTIONS_MAX])
    choose: tuple[Block, ...] = ()
    if options:
        ref = mint("items.unit", course_id)
        choose = (Choose(ref=ref, name="items.unit", ask="The questions of which unit?", options=options),)
    return _card(
        "items.which",
        "Tests",
        Fields(pairs=pairs) if pairs else say("This course has no tests."),
        *choose,
        row(press(mint, "items.more", "One more attempt", course_id), back(mint, course_id)),
    )


def unit(
    mint: Mint,
    course_id: UUID,
    unit: Unit,
    figures: Mapping[str, ItemFigure],
    *,
    begin: int,
    rule: str,
    done: str = "",
) -> Card:
    """Return some questions of a unit with what was told of each; `done` is what was changed just now."""
    begin = begin // AT_ONCE * AT_ONCE if begin < len(unit.test) else 0
    some = list(enumerate(unit.test))[begin : begin + AT_ONCE]
    options = tuple(
        Option(name=f"{unit.n}.{place}", label=f"{place + 1}. {shown(each.text)}"[:LABEL_MAX])
        for place, each in some
    )
    ways: list[Button] = []
    if len(unit.test) > AT_ONCE:
        after = begin + AT_ONCE if begin + AT_ONCE < len(unit.test) else 0
        label = "More questions" if after else "From the first"
        ways.append(press(mint, "items.unit", label, course_id, arg=f"{unit.n}.{after}"))
    ways += [press(mint, "items.open", "Other units", course_id), back(mint, course_id)]
    return _card(
        "items.unit",
        f"{_named(unit)}: its test",
        *((say(done),) if done else ()),
        *(say(_line(place, each, figures.get(f"{unit.n}.{place}"))) for place, each in some),
        Choose(
            ref=mint("items.one", course_id),
            name="items.one",
            ask="See one whole, or take it out?",
            options=options,
        ),
        row(*ways),
        aside(rule),
    )


def one(
    mint: Mint,
    course_id: UUID,
    name: str,
    unit: Unit,
    question: Question,
    *,
    figure: ItemFigure | None,
    follows: Follows,
) -> Card:
    """Return a question whole, with what follows from taking it out or putting it back."""
    lines = [
        f"{_LETTERS[place]}: {shown(each)}{' (right)' if place == question.answer else ''}"
        for place, each in enumerate(question.options)
    ]
    ways: list[Button] = []
    if not follows.stays:
        way, label = ("items.back", "Put it back") if question.is_withdrawn else ("items.out", "Take it out")
        ways.append(press(mint, way, label, course_id, arg=name))
        means = _goes_back(follows) if question.is_withdrawn else _goes_out(follows)
        asked = f"{label}? {means}"
    else:
        asked = follows.stays
    return _card(
        "items.one",
        f"Unit {unit.n}: one question",
        say(shown(question.text)),
        say("\n".join(lines)),
        say(f"Why: {shown(question.why)}"),
        aside(figure_line(figure) if figure else TOO_FEW),
        say(asked),
        row(*ways, press(mint, "items.unit", "Leave it", course_id, arg=name)),
    )


def stays(mint: Mint, course_id: UUID, name: str, why: str) -> Card:
    """Return why a question stays as it is."""
    return _card(
        "items.stays",
        "",
        say(why),
        row(press(mint, "items.unit", "The questions", course_id, arg=name)),
    )


def gone() -> Card:
    """Return that a question, or its unit, is there no more."""
    return plain("items.gone", "That is not in this course any more.")


def is_out(question: Question) -> str:
    """Return that a question was taken out."""
    return (
        f"Taken out: “{_cut(question)}”. It is drawn no more, and counts as right for whoever had it. It can "
        "be put back."
    )


def is_back(question: Question) -> str:
    """Return that a question can be drawn again."""
    return f"Put back: “{_cut(question)}”. It can be drawn again."


def figure_line(figure: ItemFigure) -> str:
    """Return what was told of a question, in words."""
    if figure.share in {MOST, FEW}:
        said = "most or all" if figure.share == MOST else "few or none"
        return f"Of the first {figure.count} answers {said} are right."
    said = f"Of the first {figure.count} answers about {figure.share} % are right."
    return f"{said} {_TELLS[figure.tells]}".strip()


def file_line(unit: Unit, question: Question, figure: ItemFigure) -> str:
    """Return what was told of a question, as a file has it."""
    out = " (taken out while it ran)" if question.is_withdrawn else ""
    return f"Unit {unit.n}, “{shown(question.text)}”{out}: {figure_line(figure)}"


def taken_out_word(unit: Unit) -> str:
    """Return what a learner hears who passes by a question that was taken out."""
    return (
        f"A question was taken out of the test of unit {unit.n}, and counts as right for whoever had it. "
        "`course continue` shows where you are now."
    )


def _line(place: int, question: Question, figure: ItemFigure | None) -> str:
    out = "Taken out. " if question.is_withdrawn else ""
    return f"{place + 1}. {_cut(question)}\n{out}{figure_line(figure) if figure else TOO_FEW}"


def _goes_out(follows: Follows) -> str:
    left = (
        f"It is drawn no more: {several(follows.left, 'question is', 'questions are')} left, of which a test "
        f"draws {follows.draw}."
    )
    if not follows.has_learners:
        return f"{left} Nobody has joined yet, so nobody is told."
    had = f"{follows.had}+ learners" if follows.had else f"fewer than {follows.least} learners"
    return (
        f"{left} It counts as right for whoever had it in a test that they handed in, so far {had}. "
        f"{_finished(follows)} Who passes by that finishes the unit, too, and hears it once. How many that "
        "is, is not said before: it would tell how some answered. It can be put back."
    )


def _goes_back(follows: Follows) -> str:
    drawn = (
        f"It can be drawn again: {several(follows.left, 'question is', 'questions are')} there then, of "
        f"which a test draws {follows.draw}."
    )
    if not follows.has_learners:
        return drawn
    return (
        f"{drawn} For whoever had it by now it stays right, and who finished stays finished. Nobody is told."
    )


def _finished(follows: Follows) -> str:
    if not follows.finished:
        return "Nobody has finished this unit yet."
    return f"{several(follows.finished, 'learner has', 'learners have')} finished this unit; that stays."


def _named(unit: Unit) -> str:
    return f"Unit {unit.n}: {shown(unit.title)}"


def _stands(unit: Unit) -> str:
    out = len(unit.test) - len(unit.asked)
    return f"{several(len(unit.asked), 'question', 'questions')}{f', {out} taken out' if out else ''}"


def _cut(question: Question) -> str:
    text = shown(question.text)
    return text if len(text) <= _CUT else f"{text[: _CUT - 1].rstrip()}…"


def _card(text_id: str, title: str, *blocks: Block) -> Card:
    return Card(
        text_id=text_id, title=title[:LABEL_MAX], blocks=blocks, summary=_SUMMARY, reach=Reach.PERSONAL
    )
