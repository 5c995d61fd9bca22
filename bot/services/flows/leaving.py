"""Leaving a flow: stopping with what was written or without it, going on, and the day of a follow-up."""

from __future__ import annotations

from datetime import date

from bot.domain.calendar_spans import Span
from bot.domain.flow_runs import awake
from bot.domain.flows import EndStep
from bot.errors import KeyProblem
from bot.services.cards import flow_ends as cards
from bot.services.cards.flows import closed
from bot.services.cards.when import ANOTHER_DAY, DAY, NOT_AT_ALL, day_form
from bot.services.days import day_typed
from bot.services.desk import Turn
from bot.services.flows import ends as flow_ends
from bot.services.flows.ends import KEEPS, KEEPS_ALL, STOPPED
from bot.services.flows.runs import find_run, flow_of, open_run, remove_run
from bot.services.flows.standing import Place, arrive, earlier, meet, meet_at_step
from bot.services.rhythm import schedule
from bot.surface.outcome import Open, Outcome, answer


def stop_which(turn: Turn) -> Outcome:
    """Take the yes back: `stop`. In the middle of a flow it may mean that flow, so it is asked first."""
    try:
        run = open_run(turn.desk, turn.unit, turn.person)
    except KeyProblem:  # a page that stays closed holds nobody here
        run = None
    if run is None or run.is_settled:
        return schedule.stop(turn)
    flow = flow_of(turn.desk, run)
    return answer(cards.stop_which(turn.mint, awake(flow, run, turn.now) if flow else run))


def stop(turn: Turn) -> Outcome:
    """Ask what becomes of what was written. Nothing changes until that is answered."""
    place = meet_at_step(turn)
    if isinstance(place, Outcome):
        return place
    if place.run.is_settled:
        return earlier(turn, place)
    return answer(cards.stop(turn.mint, place.run, has_words=flow_ends.has_words(place.run)))


def go_on(turn: Turn) -> Outcome:
    """Show where somebody stands."""
    place = meet(turn)
    return place if isinstance(place, Outcome) else answer(arrive(turn, place.flow, place.run))


def keep(turn: Turn) -> Outcome:
    """Keep what was written: at an end as its question asked, elsewhere with all that is there."""
    place = _leaving(turn)
    if isinstance(place, Outcome):
        return place
    if place is not None and isinstance(place.flow.step(place.run.step), EndStep):
        return answer(flow_ends.settle(turn, place.flow, place.run, KEEPS_ALL, ()))
    return _stopped(turn, keeps=True)


def drop(turn: Turn) -> Outcome:
    """Discard what was written: at an end as its question asked, elsewhere all of it."""
    place = _leaving(turn)
    if isinstance(place, Outcome):
        return place
    step = place.flow.step(place.run.step) if place else None
    if place is not None and isinstance(step, EndStep):
        if step.asks_to_keep:
            return answer(flow_ends.let_go(turn, place.flow, place.run))
        return answer(flow_ends.settle(turn, place.flow, place.run, KEEPS, ()))
    return _stopped(turn, keeps=False)


def when(turn: Turn) -> Outcome:
    """Take the day of a follow-up, or that there is none; a day of one's own opens a form."""
    place = meet(turn)
    if isinstance(place, Outcome):
        return place
    chosen, days = turn.choice, {span.iso: span.after(turn.today) for span in _presets(place)}
    if not place.run.is_settled:
        return earlier(turn, place)
    if chosen == ANOTHER_DAY:
        form = day_form(turn.mint("flow.day", place.run.id), "flow.day", place.flow.short_title)
        return Outcome(first=Open(form=form))
    if chosen in days or chosen == NOT_AT_ALL:
        return _concluded(turn, place, days.get(chosen))
    return answer(arrive(turn, place.flow, place.run))


def day(turn: Turn) -> Outcome:
    """Take a day of one's own for the follow-up: a later one than today."""
    place = meet(turn)
    if isinstance(place, Outcome):
        return place
    if not place.run.is_settled:
        return earlier(turn, place)
    back_on = day_typed(turn, DAY)
    return back_on if isinstance(back_on, Outcome) else _concluded(turn, place, back_on)


def _presets(place: Place) -> tuple[Span, ...]:
    step = place.flow.step(place.run.step)
    return step.follow_up.presets if isinstance(step, EndStep) and step.follow_up else ()


def _concluded(turn: Turn, place: Place, back_on: date | None) -> Outcome:
    follows = flow_ends.follows(turn, place.flow, place.run)
    plan = flow_ends.conclude(turn, place.flow, place.run, back_on)
    if plan is not None and not plan.is_open:
        return answer(cards.closed_meanwhile(turn.mint, follows))
    return answer(
        cards.comes_back(turn.mint, back_on, turn.today, has_plan=plan is not None, follows=follows)
    )


def _leaving(turn: Turn) -> Place | Outcome | None:
    """Return where a run is left, None where its flow is gone; or what is said to an earlier card."""
    run = find_run(turn.desk, turn.unit, turn.person, turn.subject)
    if run is not None and flow_of(turn.desk, run) is None:
        return None
    place = meet_at_step(turn)
    if isinstance(place, Place) and place.run.is_settled:
        return earlier(turn, place)
    return place


def _stopped(turn: Turn, *, keeps: bool) -> Outcome:
    run = find_run(turn.desk, turn.unit, turn.person, turn.subject)
    if run is None:
        return answer(closed())
    if not keeps:
        flow_ends.drop_all(turn, run)
        return answer(cards.dropped())
    is_kept = flow_ends.keep_entry(turn, run, KEEPS_ALL, STOPPED)
    remove_run(turn, run)
    return answer(cards.kept() if is_kept else cards.dropped())
