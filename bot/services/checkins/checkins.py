"""Check-ins: asking one, taking a tap, a choice or a "not today", and changing a mind."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.checkins import Answer, Asking, Run, RunState
from bot.domain.marks import FIXED, is_low
from bot.domain.people import Standing
from bot.services.cards import checkin as cards
from bot.services.checkins import gentle, questions
from bot.services.checkins.after import follow
from bot.services.checkins.answering import tapped
from bot.services.checkins.asking import ask, asked_lately, card_of, choose_prompt, kinds_of, prompt_of
from bot.services.desk import Turn
from bot.services.journal import journal
from bot.services.journal.runs import (
    asking_if_open,
    asking_of,
    begin_run,
    run_of,
    steps_of,
    with_asking,
    with_marks,
)
from bot.services.journal.taking_along import offered
from bot.services.organisations.decisions import shelf_here
from bot.services.rhythm import schedule
from bot.surface.audience import Direct
from bot.surface.card import Card
from bot.surface.inbound import ScaleAnswered
from bot.surface.outcome import Act, Outcome, Replace, Show, answer


def first(turn: Turn) -> Act:
    """Ask the very first check-in, right after a yes: two marks and no prompt."""
    run = begin_run(turn.desk, turn.unit, turn.person, None)
    turn.unit.runs.lapse_others(turn.person.id, run.id)
    return Show(card=cards.checkin(turn.mint, run, None, is_first=True), audience=Direct())


def now(turn: Turn) -> Outcome:
    """Show the question that is open, or ask one: `checkin`.

    An open one is sealed again, so that its row tells nothing of whether it was this word or `rough`.
    """
    run = turn.unit.runs.latest(turn.person.id)
    asking = asking_if_open(turn.desk, run) if run is not None and run.state is RunState.OPEN else None
    if run is not None and asking is not None:
        turn.unit.runs.put(with_asking(turn.desk, run, asking))
        return Outcome(first=Show(card=_card(turn, run), audience=Direct()))
    shelf, lately = shelf_here(turn), asked_lately(turn.desk, turn.unit, turn.person)
    prompt = choose_prompt(turn.desk, turn.unit, turn.person, shelf, lately)
    return ask(turn, shelf, prompt, lately) if prompt else answer(cards.no_prompt())


def mark(turn: Turn) -> Outcome:
    """Take a tap on a mark; another tap changes it and "not now" takes it back.

    After a low one something small comes to the person alone. The posted card is the same as after any, and
    so are the rows: whatever was tapped, the run is sealed again once.
    """
    run = _run(turn)
    if run is None or not isinstance(turn.event, ScaleAnswered):
        return answer(cards.earlier(turn.mint))
    asking = asking_of(turn.desk, run)
    kinds = kinds_of(turn.desk, turn.unit, turn.person, asking)
    kind = next((kind for kind in kinds if kind.name == turn.ref.arg), None)
    step = turn.event.value
    if kind is None or (step is not None and not 1 <= step <= len(kind.words)):
        return answer(cards.earlier(turn.mint))
    _write_mark(turn, run, kind.name, step)
    small: tuple[Act, ...] = ()
    if is_low(step):
        asking, small = gentle.after_low(turn, run, asking)
    ends_first = asking.own.prompt is None and kind is FIXED[-1]
    noted = _noted(turn, run, asking, answered=step is not None, passed=ends_first)
    return replace(noted, then=(*small, *noted.then))


def respond(turn: Turn) -> Outcome:
    """Take the answer to a prompt that is chosen, not written; "not now" takes a step back.

    What may follow comes to the person alone: where words are to be written, with the page that is kept.
    """
    run = _run(turn)
    asking = asking_of(turn.desk, run) if run else None
    prompt = prompt_of(turn.desk, asking.own) if asking else None
    tap = tapped(prompt, turn.event) if prompt else None
    if run is None or asking is None or tap is None:
        return answer(cards.earlier(turn.mint))
    if tap.answer is not None:
        asking = asking.answered(0, tap.answer)
    if not tap.opens_page:
        given = asking.own.answer.is_given
        asking, after = follow(turn, run, asking, 0)
        noted = _noted(turn, run, asking, answered=given)
        noted = replace(noted, then=(*after, *noted.then))
        return offered(turn, run, asking, noted) if given else noted
    if tap.answer is not None:
        turn.unit.runs.put(replace(with_asking(turn.desk, run, asking), state=RunState.ANSWERED))
    return journal.open_for_run(turn, run, prompt)


def write(turn: Turn) -> Outcome:
    """Open the form for a check-in's own words."""
    run = _run(turn)
    if run is None:
        return answer(cards.earlier(turn.mint))
    asking = asking_if_open(turn.desk, run)
    return journal.open_for_run(turn, run, prompt_of(turn.desk, asking.own) if asking else None)


def skip(turn: Turn) -> Outcome:
    """Take a "not today": a full answer. A topic that is passed often is once offered to rest.

    Said again, or after an answer, it changes nothing; the run is sealed again all the same.
    """
    run = _run(turn)
    if run is None:
        return answer(cards.earlier(turn.mint))
    asking = asking_of(turn.desk, run)
    is_open = run.state is RunState.OPEN
    if is_open:
        asking, run = asking.answered(0, Answer(passed=True)), replace(run, state=RunState.PASSED)
    turn.unit.runs.put(with_asking(turn.desk, run, asking))
    offers = questions.after_skip(turn, asking) if is_open else ()
    return Outcome(first=Replace(card=cards.passed()), then=offers)


def _run(turn: Turn) -> Run | None:
    """Return the run that a control is about, while a press on it still counts."""
    run = run_of(turn.unit, turn.person, turn.subject)
    return run if run is not None and run.takes_answers else None


def _card(turn: Turn, run: Run, *, noted: bool = False) -> Card:
    shelf = shelf_here(turn)
    return card_of(turn.desk, turn.unit, turn.person, turn.mint, run, shelf=shelf, noted=noted)


def _write_mark(turn: Turn, run: Run, name: str, step: int | None) -> None:
    """Seal a run's marks again with one of them changed, or taken back."""
    before = turn.unit.runs.marks(run.id)
    steps = steps_of(turn.desk, turn.unit, run)
    steps.pop(name, None)
    if step is not None:
        steps[name] = step
    version = before.version + 1 if before else 1
    turn.unit.runs.put_marks(with_marks(turn.desk.vault, run, version, steps))


def _noted(turn: Turn, run: Run, asking: Asking, *, answered: bool, passed: bool = False) -> Outcome:
    """Write where the run stands now and say "Noted" on its card, never what was answered.

    The first check-in of all, answered or passed by, brings the one line about coming back.
    """
    state = run.state
    if answered:
        state = RunState.ANSWERED
    elif passed and state is RunState.OPEN:
        state = RunState.PASSED
    after = replace(with_asking(turn.desk, run, asking), state=state)
    turn.unit.runs.put(after)
    settled = run.state is RunState.OPEN and state is not RunState.OPEN
    offers = settled and asking.own.prompt is None and turn.person.standing is Standing.ARRIVING
    then = (schedule.offer(turn),) if offers else ()
    return Outcome(first=Replace(card=_card(turn, after, noted=state is not RunState.OPEN)), then=then)
