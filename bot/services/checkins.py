"""Check-ins: asking one, taking a tap, a choice or a "not today", and changing a mind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.domain.checkins import Run, RunKind, RunState
from bot.domain.marks import FIXED, is_low
from bot.domain.people import Standing
from bot.domain.prompts import Modality, Prompt
from bot.services import gentle, journal, questions, schedule
from bot.services.asking import card_of, choose_prompt, kinds_of, prompt_of
from bot.services.cards import checkin as cards
from bot.services.cards import gentle as gentle_cards
from bot.services.desk import Turn
from bot.services.runs import begin_run, steps_of, with_answers, with_marks
from bot.surface.audience import Direct
from bot.surface.card import Card
from bot.surface.inbound import OptionChosen, ScaleAnswered
from bot.surface.outcome import Act, Outcome, Replace, Show, answer


def first(turn: Turn) -> Act:
    """Ask the very first check-in, right after a yes: two marks and no prompt."""
    run = begin_run(turn.desk, turn.unit, turn.person, None)
    turn.unit.runs.lapse_others(turn.person.id, run.id)
    return Show(card=cards.checkin(turn.mint, run, None), audience=Direct())


def now(turn: Turn) -> Outcome:
    """Show the question that is open, or ask one: `checkin`."""
    run = turn.unit.runs.latest(turn.person.id)
    if run is None or run.state is not RunState.OPEN:
        prompt = choose_prompt(turn.desk, turn.unit, turn.person)
        if prompt is None:
            return answer(cards.no_prompt())
        run = begin_run(turn.desk, turn.unit, turn.person, prompt)
        turn.unit.runs.lapse_others(turn.person.id, run.id)
    return Outcome(first=Show(card=_card(turn, run), audience=Direct()))


def mark(turn: Turn) -> Outcome:
    """Take a tap on a mark; another tap changes it and "not now" takes it back.

    After a low one something small comes to the person alone; the posted card is the same as after any.
    """
    run = _run(turn)
    if run is None or not isinstance(turn.event, ScaleAnswered):
        return answer(cards.earlier(turn.mint))
    kinds = kinds_of(turn.desk, turn.unit, turn.person, run)
    kind = next((kind for kind in kinds if kind.name == turn.ref.arg), None)
    if kind is None:
        return answer(cards.earlier(turn.mint))
    step = turn.event.value
    if step is not None and not 1 <= step <= len(kind.words):
        return answer(cards.earlier(turn.mint))
    _write_mark(turn, run, kind.name, step)
    ends_first = run.prompt is None and kind is FIXED[-1]
    noted = _noted(turn, run, answered=step is not None, passed=ends_first)
    return replace(noted, then=(*gentle.after_low(turn), *noted.then)) if is_low(step) else noted


def respond(turn: Turn) -> Outcome:
    """Take the answer to a prompt that is chosen, not written; "not now" takes a step back."""
    run = _run(turn)
    prompt = prompt_of(turn.desk, run) if run else None
    if run is None or prompt is None:
        return answer(cards.earlier(turn.mint))
    if isinstance(turn.event, ScaleAnswered):
        return _take_step(turn, run, prompt, turn.event.value)
    return _take_names(turn, run, prompt, turn.event.values if isinstance(turn.event, OptionChosen) else ())


def write(turn: Turn) -> Outcome:
    """Open the form for a check-in's own words."""
    run = _run(turn)
    if run is None:
        return answer(cards.earlier(turn.mint))
    return journal.open_for_run(turn, run, prompt_of(turn.desk, run))


def skip(turn: Turn) -> Outcome:
    """Take a "not today": a full answer. A topic that is passed often is once offered to rest."""
    run = _run(turn)
    if run is None:
        return answer(cards.earlier(turn.mint))
    offers: tuple[Act, ...] = ()
    if run.state is RunState.OPEN:
        passed = with_answers(turn.desk, run, {"passed": True})
        turn.unit.runs.put(replace(passed, state=RunState.PASSED))
        offers = questions.after_skip(turn, run)
    return Outcome(first=Replace(card=cards.passed()), then=offers)


def _take_step(turn: Turn, run: Run, prompt: Prompt, step: int | None) -> Outcome:
    steps = _steps(prompt)
    if steps and step is None:
        return _noted(turn, with_answers(turn.desk, run, {}), answered=False)
    if step not in steps:
        return answer(cards.earlier(turn.mint))
    return _noted(turn, with_answers(turn.desk, run, {"scale": step}), answered=True)


def _take_names(turn: Turn, run: Run, prompt: Prompt, names: Sequence[str]) -> Outcome:
    """Keep the names that were chosen; the one for own words opens a page beside them."""
    is_too_many = prompt.modality is Modality.CHOICE and len(names) > 1
    if not names or is_too_many or not _names(prompt).issuperset(names):
        return answer(cards.earlier(turn.mint))
    chosen = [name for name in names if name != cards.OWN_WORDS]
    if chosen:
        run = with_answers(turn.desk, run, {"chosen": chosen})
    if cards.OWN_WORDS not in names:
        return _noted(turn, run, answered=True)
    if chosen:
        turn.unit.runs.put(replace(run, state=RunState.ANSWERED))
    return journal.open_for_run(turn, run, prompt)


def _steps(prompt: Prompt) -> range:
    """Return the steps that answer a prompt; none where names or words do."""
    match prompt.modality:
        case Modality.MARK:
            return range(1, len(prompt.options) + 1)
        case Modality.SCALE:
            return range(11)
        case _:
            return range(0)


def _names(prompt: Prompt) -> frozenset[str]:
    """Return the names that answer a prompt; none where steps or words do."""
    if prompt.modality not in {Modality.CHOICE, Modality.MULTI}:
        return frozenset()
    own = {cards.OWN_WORDS} if prompt.own_words else set()
    return frozenset({option.name for option in prompt.options} | own)


def _run(turn: Turn) -> Run | None:
    """Return the run that a control is about, while a press on it still counts."""
    run = turn.unit.runs.get(turn.subject)
    return run if run is not None and run.takes_answers else None


def _card(turn: Turn, run: Run, *, noted: bool = False) -> Card:
    return card_of(turn.desk, turn.unit, turn.person, turn.mint, run, noted=noted)


def _write_mark(turn: Turn, run: Run, name: str, step: int | None) -> None:
    """Seal a run's marks again with one of them changed, or taken back."""
    before = turn.unit.runs.marks(run.id)
    steps = steps_of(turn.desk, turn.unit, run)
    steps.pop(name, None)
    if step is not None:
        steps[name] = step
    version = before.version + 1 if before else 1
    turn.unit.runs.put_marks(with_marks(turn.desk.vault, run, version, steps))


def _noted(turn: Turn, run: Run, *, answered: bool, passed: bool = False) -> Outcome:
    """Write where the run stands now and say "Noted" on its card, never what was answered.

    The first check-in of all, answered or passed by, brings the one line about coming back.
    """
    state = run.state
    if answered:
        state = RunState.ANSWERED
    elif passed and state is RunState.OPEN:
        state = RunState.PASSED
    turn.unit.runs.put(replace(run, state=state))
    if run.kind is RunKind.GENTLE:
        return answer(gentle_cards.noted())
    settled = run.state is RunState.OPEN and state is not RunState.OPEN
    offers = settled and run.prompt is None and turn.person.standing is Standing.ARRIVING
    then = (schedule.offer(turn),) if offers else ()
    return Outcome(first=Replace(card=_card(turn, run, noted=state is not RunState.OPEN)), then=then)
