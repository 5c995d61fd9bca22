"""The gentle path: something small for one person alone, after a low mark or their own word for it.

It is offered once a day, nothing of it starts by itself, and the posted card shows nothing of it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from bot.domain.checkins import Run, RunKind, RunState
from bot.domain.prompts import Domain, Modality, Prompt
from bot.domain.rotation import follow_up, kind_word
from bot.domain.wishes import Wishes
from bot.services import journal
from bot.services.asking import history_of, prompt_of
from bot.services.cards import gentle as cards
from bot.services.desk import Turn
from bot.services.runs import begin_run
from bot.services.wishes import keep_wishes, wishes_of
from bot.surface.audience import OnlyYou
from bot.surface.card import Card
from bot.surface.outcome import Act, Outcome, Replace, Show, answer


def after_low(turn: Turn) -> tuple[Act, ...]:
    """Offer something small beside the answer to a low mark; nothing where it was offered today."""
    wishes = wishes_of(turn.desk, turn.unit, turn.person)
    if wishes.eased_on == turn.today:
        return ()
    return (Show(card=_small(turn, wishes), audience=OnlyYou()),)


def rough(turn: Turn) -> Outcome:
    """Take the word for a rough day: the same offer, with no mark. Said again, it is shown again."""
    wishes = wishes_of(turn.desk, turn.unit, turn.person)
    return answer(_small(turn, replace(wishes, rough_on=turn.today)))


def kind(turn: Turn) -> Outcome:
    """Open a kind question to oneself; pressed again the same day, it is the same one."""
    run = _today(turn, lambda prompt: prompt.domain is Domain.SELF_COMPASSION)
    prompt = prompt_of(turn.desk, run) if run else _kind_word(turn)
    if prompt is None:
        return answer(cards.none_left())
    run = run or begin_run(turn.desk, turn.unit, turn.person, prompt, RunKind.GENTLE)
    if prompt.modality is Modality.TEXT:
        return journal.open_for_run(turn, run, prompt)
    return answer(cards.alone(turn.mint, run, prompt))


def no(turn: Turn) -> Outcome:
    """Take a "No, thanks": a full answer."""
    run = turn.unit.runs.get(turn.ref.subject) if turn.ref.subject else None
    if run is not None and run.state is RunState.OPEN:
        turn.unit.runs.put(replace(run, state=RunState.PASSED))
    return Outcome(first=Replace(card=cards.passed()))


def _small(turn: Turn, wishes: Wishes) -> Card:
    """Return today's card, its question written as a run, and note the day on which it was offered."""
    keep_wishes(turn.desk, turn.unit, turn.person, replace(wishes, eased_on=turn.today))
    offers_kind = _kind_word(turn) is not None
    run = _today(turn, lambda prompt: prompt.gentle)
    prompt = prompt_of(turn.desk, run) if run else _follow_up(turn)
    if prompt is not None and run is None:
        run = begin_run(turn.desk, turn.unit, turn.person, prompt, RunKind.GENTLE)
    return cards.small(turn.mint, run, prompt, kind_word=offers_kind)


def _today(turn: Turn, is_meant: Callable[[Prompt], bool]) -> Run | None:
    """Return the run beside today's check-in that asks such a prompt and still takes an answer."""
    for run in turn.unit.runs.asked(turn.person.id, turn.today):
        prompt = prompt_of(turn.desk, run)
        if run.kind is RunKind.GENTLE and run.takes_answers and prompt is not None and is_meant(prompt):
            return run
    return None


def _follow_up(turn: Turn) -> Prompt | None:
    desk, wishes = turn.desk, wishes_of(turn.desk, turn.unit, turn.person)
    history = history_of(desk, turn.unit, turn.person)
    chosen = follow_up(desk.catalogue.prompts(), history, wishes, turn.today, desk.chance.below)
    return chosen.prompt if chosen else None


def _kind_word(turn: Turn) -> Prompt | None:
    desk, wishes = turn.desk, wishes_of(turn.desk, turn.unit, turn.person)
    history = history_of(desk, turn.unit, turn.person)
    chosen = kind_word(desk.catalogue.prompts(), history, wishes, turn.today, desk.chance.below)
    return chosen.prompt if chosen else None
